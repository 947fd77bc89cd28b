"""Questions to the archive as a whole, with the queries that answer them.

`pipeline/schema/questions.yaml` is the one source of docs/QUERIES.md
(`python -m pipeline.questions > docs/QUERIES.md`).
"""

from dataclasses import dataclass
from functools import cache

from pipeline import schema


@dataclass(frozen=True, slots=True)
class Question:
    """A question in both languages, and its query."""

    id: str
    en: str
    vi: str
    sql: str


@cache
def questions() -> tuple[Question, ...]:
    """All of them, in the order of their file."""
    import yaml

    text = (schema.FOLDER / "questions.yaml").read_text(encoding="utf-8")
    return tuple(Question(**raw) for raw in yaml.load(text, yaml.SafeLoader))


def markdown() -> str:
    """docs/QUERIES.md."""
    parts = [f"## {q.en}\n\n*{q.vi}*\n\n```sql\n{q.sql.rstrip()}\n```\n" for q in questions()]
    return "\n".join([_HEAD, *parts])


_HEAD = """# Questions and queries / Câu hỏi và truy vấn

Made from `pipeline/schema/questions.yaml` by `python -m pipeline.questions > docs/QUERIES.md`; do
not edit. The tests run each over the sample archive and hold its answer against the manifest
(`data/sample_sources/manifest.yaml`). Tables and columns are described in [DATA.md](DATA.md).

```python
import duckdb

db = duckdb.connect("data/warehouse/kiemdiem.duckdb", read_only=True)
db.sql("FROM check_list").df()
```
"""


if __name__ == "__main__":
    print(markdown(), end="")
