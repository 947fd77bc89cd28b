"""The tables and views of the database, one SQL file a subject, its meanings beside it (YAML).

Every table and column is described there: the comments in the database and docs/DATA.md are made
from it. Offsets are half-open, into `texts.text`.
"""

from pathlib import Path

FOLDER = Path(__file__).parent

OF_DOCUMENTS = ("documents", "records", "sentences", "lineage")
"""What one document yields: an unchanged document's rows are copied into the next version."""

ACROSS = ("units", "metrics", "directives", "recurrence", "checks", "search")
"""What the archive knows together: computed anew for each version, in this order."""

LASTING = (
    "recurrence_language", "recurrence_wordings", "recurrence_records", "recurrence_centroids",
    "recurrence_answers", "recurrence_links",
)  # fmt: skip
"""Tables of `recurrence` that go into the next version as they are: groups do not move."""


def sql(part: str) -> str:
    """The statements that make a part's tables and views."""
    return (FOLDER / f"{part}.sql").read_text(encoding="utf-8")


def meanings(part: str) -> str:
    """What they mean, as YAML that begins with the meanings many parts share."""
    shared, own = FOLDER / "shared.yaml", FOLDER / f"{part}.yaml"
    return shared.read_text(encoding="utf-8") + own.read_text(encoding="utf-8")
