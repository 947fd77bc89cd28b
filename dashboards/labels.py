"""The Vietnamese words of the screen for the codes of the contract, from one reviewed file."""

from collections.abc import Mapping
from functools import cache

from pipeline.reference import REFERENCE_DIR, read_yaml

_GROUP_OF_CODE = {
    "indicator": "statuses",
    "shortcoming": "kinds",
    "cause": "kinds",
    "remedy": "kinds",
    "citation": "citation_kinds",
    "oversight": "categories",
    "rating": "grades",
    "count": "subjects",
}
"""The group of labels that the `code` of the view `records` is read with, by record type."""


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """Group -> code -> words."""
    found: Mapping[str, Mapping[str, str]] = read_yaml(REFERENCE_DIR / "labels.yaml")
    return found


def label(group: str, code: str | None) -> str:
    """The words for a code; the code itself where the file has none, empty for None."""
    if code is None:
        return ""
    return labels()[group].get(code, code)


def code_label(record_type: str, code: str | None) -> str:
    """The words for the `code` of a row of the view `records`."""
    group = _GROUP_OF_CODE.get(record_type)
    return label(group, code) if group else (code or "")


def detail_label(record_type: str, detail: str | None) -> str:
    """The words for the `detail` of a row of the view `records`."""
    groups = {
        "count": ("attributes",),
        "oversight": ("measures", "subjects"),
        "rating": ("subjects",),
    }
    for group in groups.get(record_type, ()):
        if detail in labels()[group]:
            return label(group, detail)
    return detail or ""
