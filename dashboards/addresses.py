"""The addresses of the pages: what a link names, and what an address asks for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TypeAlias
from urllib.parse import urlencode

from dashboards.data import Figure

Params: TypeAlias = Mapping[str, str | Sequence[str] | None]

PAGE = "trang"
OVERVIEW = "tong-quan"
COMPARE = "so-sanh"
READER = "tai-lieu"
RECORDS = "ban-ghi"
SEARCH = "tim-kiem"
CONSOLE = "sql"
BRIEF = "bao-cao"
HELP = "huong-dan"
RECURRING = "lap-lai"
INDICATORS = "chi-tieu"
OVERSIGHT = "kiem-tra"
CITATIONS = "vien-dan"
CHECKS = "so-lieu"

DOCUMENT = "van_ban"
RECORD = "ban_ghi"
FACT = "du_kien"
PART = "phan"
SECTION = "muc"
HIDDEN = "an"
SHEET = "so"
QUERY = "tim"
DOC_TYPE = "loai_van_ban"
SPAN = "cho"
PICTURE = "anh"
APART = "roi"
GROUP = "nhom"
FAMILY = "phep_kiem"
CERTAINTY = "muc_do"
MEASURE = "do"
WHOLE = "moi_don_vi"
ISSUES = "moi_canh_bao"
STATEMENT = "cau"
ORDER = "xep"
WATCHED = "theo_doi"
DIRECTIVE = "vien_dan"
CATEGORY = "linh_vuc"

FIELDS = {
    "type": "loai",
    "unit": "don_vi",
    "term": "nhiem_ky",
    "code": "phan_loai",
    "detail": "chi_tiet",
    "theme": "chu_de",
    "document_id": DOCUMENT,
    "record_ids": RECORD,
}
"""Field of a figure -> its name in the address bar."""


def address(page: str, params: Params) -> str:
    """The address of a page; names without a value are left out.

    >>> address("ban-ghi", {"loai": "cause", "nhiem_ky": None})
    '?trang=ban-ghi&loai=cause'
    """
    given = {k: v for k, v in params.items() if v and k != PAGE}
    return f"?{urlencode({PAGE: page} | given, doseq=True)}"


def figure_link(figure: Figure) -> str:
    """The address of the page that lists the records behind a figure."""
    return address(RECORDS, {FIELDS[f.name]: getattr(figure, f.name) for f in fields(figure)})


def figure_of(params: Iterable[tuple[str, str]]) -> Figure:
    """The figure that an address names; unknown names are passed over."""
    given = [(name, v) for k, v in params if v for name, param in FIELDS.items() if param == k]
    single = {name: v for name, v in given if name != "record_ids"}
    records = tuple(v for name, v in given if name == "record_ids")
    return Figure(**single, record_ids=records or None)


def document_link(document_id: str) -> str:
    """The address of a document in the reader."""
    return address(READER, {DOCUMENT: document_id})


def record_link(document_id: str, record_id: str) -> str:
    """The address of a record in its document."""
    return address(READER, {DOCUMENT: document_id, RECORD: record_id})


def sentence_link(document_id: str, start: int, end: int, typed: str) -> str:
    """The address of a sentence found, with what was typed to find it.

    >>> sentence_link("ab", 3, 9, "dang uy")
    '?trang=tai-lieu&van_ban=ab&cho=3-9&tim=dang+uy'
    """
    return address(READER, {DOCUMENT: document_id, SPAN: f"{start}-{end}", QUERY: typed})


def span_of(told: str | None) -> tuple[int, int] | None:
    """The place that an address names; None where it names none.

    >>> span_of("3-9"), span_of("9-3"), span_of("x"), span_of(None)
    ((3, 9), None, None, None)
    """
    start, _, end = (told or "").partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    return (int(start), int(end)) if int(start) < int(end) else None
