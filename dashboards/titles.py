"""A record in words: what it is, and where it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.labels import code_label, detail_label, label


def title(record_type: str, row: Mapping[str, Any]) -> str:
    """Type, code, detail, themes and value of a row of the view `records`."""
    value = "" if row["value"] is None else f": {row['value']:g}"
    words = (
        label("types", record_type),
        code_label(record_type, row["code"]),
        detail_label(record_type, row["detail"]),
        *(label("themes", t) for t in strings(row["themes"])),
    )
    return " · ".join(w for w in words if w) + value


def place(row: Mapping[str, Any]) -> str:
    """Document, page and section of a record."""
    page = "" if row["page"] is None else f"trang {int(row['page'])}"
    section = " › ".join(strings(row["section"]))
    return " · ".join(p for p in (str(row.get("name") or ""), page, section) if p)


def strings(values: Any) -> Sequence[str]:
    """The strings of a list column; none where the database has NULL."""
    return [] if values is None else [str(v) for v in values]
