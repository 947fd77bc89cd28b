"""Rules and guidelines of the Party cited by their names: "Quy chế kiểm tra trong Đảng"."""

import re
from collections.abc import Iterator

from extractors.numbered import Mention
from pipeline.model import Document, Span
from pipeline.records import CitationKind
from pipeline.reference import Reference, word_start

_RULE = re.compile(
    rf"(?P<word>{word_start('quy chế|quy định|hướng dẫn')})\s+"
    r"(?!số\b|của\b|này\b|mới\b|hiện hành|chung\b|trên\b|đó\b|tại\b|trong\b|\d)"
)
_KINDS: dict[str, CitationKind] = {
    "quy chế": "regulation", "quy định": "regulation", "hướng dẫn": "guideline",
}  # fmt: skip
# What makes a name that of a rule of the Party, not of the unit's own papers.
_OF_PARTY = re.compile(
    r"(?<!\w)(?:trong (?:toàn )?đảng|của đảng|(?:kỷ luật|công tác|sinh hoạt|xây dựng) đảng"
    r"|đảng viên|điều lệ đảng|cấp ủy|người đứng đầu|(?:bổ nhiệm|miễn nhiệm|luân chuyển)[^;]{0,40}"
    r"cán bộ|cán bộ, đảng viên|phản biện xã hội|kiểm soát quyền lực)(?!\w)"
)
_OWN = re.compile(
    r"(?<!\w)(?:của (?:đảng bộ|đảng ủy|chi bộ|cơ quan|đơn vị|trường|sở|bệnh viện|trung tâm|xã)"
    r"|nội bộ|quy chế làm việc|ngoài giờ)(?!\w)"
)
_OPENS = re.compile(r"(?:[:;(\"]|[^\W\d_]|,)\s*$")
_LISTED = re.compile(r"[:;]\s*(?:và\s+)?$")
_END = re.compile(
    r"[;.()\"\n]|,(?!\s+(?:giám sát|đảng viên|thay thế|công chức|viên chức|người đứng đầu|kỷ luật"
    r"|thi hành|đảng viên|miễn nhiệm|từ chức|bổ nhiệm|luân chuyển|xử lý|để|đánh giá|phản biện))"
    r"|\s(?:được|đã|là|góp phần|nhằm|chưa|còn|bảo đảm|do|gắn với|sẽ|có hiệu lực)(?!\w)"
)
_LONGEST = 220
# "Quy định số 144-QĐ/TW … về Quy định chuẩn mực": the name of what a number has just cited.
_OF_NUMBER = re.compile(r"\d\s?[-/]\s?[a-zđ][^;.\n]{0,110}$")


def named_rules(document: Document, reference: Reference) -> Iterator[Mention]:
    """The rules named in a capital inside a sentence; in a list each item to its semicolon."""
    refused = reference.lexicon("citations.not_titles")
    for m in _RULE.finditer(document.key):
        capital = document.text[m.start()].isupper() and document.text[m.start() + 1].islower()
        before = document.key[max(0, m.start() - 12) : m.start()]
        if not capital or not _OPENS.search(before) or "\n" in before[-2:]:
            continue
        if refused.at(document.key, m.start()) or _OF_NUMBER.search(
            document.key, max(0, m.start() - 140), m.start()
        ):
            continue
        end = _end(document, m.end(), listed=bool(_LISTED.search(before)))
        words = document.key[m.start() : end]
        if len(words.split()) < 5 or not _OF_PARTY.search(words) or _OWN.search(words):
            continue
        yield Mention(_KINDS[m["word"]], None, Span(m.start(), end), "named_rule")


def _end(document: Document, at: int, listed: bool) -> int:
    """Where the name ends; an item of a list runs to its semicolon."""
    last = min(len(document.key), at + _LONGEST)
    if listed and (m := re.compile(r"[;.\n]").search(document.key, at, last)):
        return m.start()
    m = _END.search(document.key, at, last)
    return m.start() if m else last
