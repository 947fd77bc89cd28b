"""The rules of the checks in words, as a page.

data/reference/checks.yaml is the one source (`python -m pipeline.checks.rules > docs/CHECKS.md`).
"""

from collections.abc import Mapping
from typing import Any

from pipeline import reference

_HEAD = """# What is doubted / Những chỗ được coi là đáng ngờ

Made from `data/reference/checks.yaml` by `python -m pipeline.checks.rules > docs/CHECKS.md`; do not
edit. Each rule is a family of the table `checks`; a doubt shows both statements, the arithmetic, a
reason and how sure it is. Nothing is corrected, and where another reading is easy nothing is said.

| `certainty` | meaning | ý nghĩa |
| --- | --- | --- |
"""


def markdown(told: Mapping[str, Any]) -> str:
    """docs/CHECKS.md, from the contents of checks.yaml."""
    lines = [f"| `{c}` | {m['en']} | {m['vi']} |" for c, m in told["certainties"].items()]
    lines += ["", "| family | rule | quy tắc |", "| --- | --- | --- |"]
    lines += [
        f"| `{f}` | {m['en']} | **{m['name']}.** {m['vi']} |" for f, m in told["families"].items()
    ]
    return _HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(markdown(reference.load().data["checks"]), end="")
