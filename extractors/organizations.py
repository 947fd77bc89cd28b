"""Names of organisations as documents write them: where one starts, and where its name ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractors.name_reader import NameReader, head_pattern
from pipeline.model import Document, Span
from pipeline.reference import Reference


@dataclass(frozen=True, slots=True)
class Organization:
    """A mention. `core` leaves off the presidium ("Ban Chấp hành") and inspection commission.

    `kind` is the code of its head word; `named` tells "Đảng bộ Sở Y tế" from a bare "đảng bộ";
    `governed`: a post stands before it ("Bí thư Đảng ủy …"), so it says who, not what about.
    """

    span: Span
    core: Span
    kind: str
    named: bool
    governed: bool
    presidium: bool


_BEFORE_HEAD = 80
"""Characters within which the presidium and the commission of an organisation stand before it."""
_CENTRAL_TERM = re.compile(r"\s+khóa\s+[ivx]+(?!\w)")


def organizations(
    document: Document,
    reference: Reference,
    start: int = 0,
    end: int | None = None,
    loose: bool = False,
) -> Iterator[Organization]:
    """The organisations named in a stretch of text, left to right.

    `loose`: the text is a title typed in lower case, where every word up to a stop word counts.
    """
    stop = len(document.text) if end is None else end
    at = start
    pattern, heads = head_pattern(reference), reference.lexicon("document.head")
    while head := heads.first(document.key, at, stop):
        m = pattern.search(document.key, max(at, head.span.start - _BEFORE_HEAD), stop)
        if m is None:
            return
        governed = _governed(document.key, m.start(), reference)
        until = _name_end(document, reference, m, stop, governed, loose)
        if term := _CENTRAL_TERM.match(document.key, until, stop):
            central = reference.lexicon("document.head").code(m["head"]) == "central"
            until = term.end() if central and until == m.end() else until
        core = m.start("head")
        yield Organization(
            span=Span(m.start(), until),
            core=Span(core, until),
            kind=reference.lexicon("document.head").code(m["head"]),
            named=until > m.end()
            and (m["head"].endswith("khối") or _has_name(document, Span(m.end(), until))),
            governed=governed,
            presidium=m["presidium"] is not None,
        )
        at = max(until, m.end())


def _governed(key: str, start: int, reference: Reference) -> bool:
    """Whether a post word ends right before `start` ("Chủ nhiệm Ủy ban kiểm tra Thành ủy")."""
    before = key[max(0, start - 30) : start]
    return bool(_post_at_end(reference.lexicon("document.post").alternation).search(before))


@lru_cache(maxsize=4)
def _post_at_end(posts: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?<!\bban ){posts}"
        r"(?: +(?:của|thường trực|văn phòng|ban tổ chức|ban tuyên giáo))? +$"
    )


def _has_name(document: Document, tail: Span) -> bool:
    words = document.text[tail.start : tail.end]
    if _CELL_NUMBER.fullmatch(words):
        return True
    return bool(re.search(r"[^\W\d_]", words)) and (
        words.isupper() or words.lower() != words or " tỉnh" in words
    )


def name_end(document: Document, reference: Reference, start: int, stop: int) -> int:
    """Where the name of a body that begins at `start` ends ("Sở Y tế"), no party head before it."""
    letters = document.text[start : start + 2]
    reader = NameReader(document, reference, stop, letters, governed=False, loose=False)
    return max(start, reader.read(start - 1))


def _name_end(
    document: Document,
    reference: Reference,
    head: re.Match[str],
    stop: int,
    governed: bool,
    loose: bool,
) -> int:
    """Where the name that follows the head word ends; the head's own end where none follows."""
    letters = document.text[head.start("head") : head.end("head")]
    loose = loose and letters.islower()
    kind = reference.lexicon("document.head").code(head["head"])
    reader = NameReader(document, reference, stop, letters, governed, loose)
    reader.central = kind == "central"
    reader.of_party = kind in ("cell", "committee", "ministry_party")
    reader.cell = kind == "cell" and not letters.islower()
    return reader.read(head.end())


# "Chi bộ 5, Đảng bộ phường X", "Chi bộ số 3 có 20 đảng viên": not "Chi bộ 15 năm liền".
_CELL_NUMBER = re.compile(
    r"\s*(?:(?:thôn|ấp|bản|xóm|khóm|buôn|tổ|tổ dân phố|khu|khu phố|khối|đội|lớp) )?(?:số )?\d{1,2}"
)
