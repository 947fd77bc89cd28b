"""The organisations that a sentence names, and the sentence with them marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.organizations import name_end, organizations
from pipeline.model import Document, Span
from pipeline.reference import Reference
from pipeline.text import LOWER, UPPER


@dataclass(frozen=True, slots=True)
class NamedUnits:
    """`marked` is the key of the sentence with each unit as `§0`, `§1` …; `units` their names."""

    marked: str
    units: tuple[str, ...]

    def names(self, marks: str | None) -> tuple[str, ...]:
        """The names of the units in a marked stretch, each once."""
        found = re.findall(r"§(\d+)", marks or "")
        return tuple(dict.fromkeys(self.units[int(n)] for n in found))


def named_units(document: Document, sentence: Span, reference: Reference) -> NamedUnits:
    """The units named in a sentence, in its order; "hai xã An Trạch và Phú Hạ" names two."""
    found = sorted(_found(document, sentence, reference), key=lambda f: f[0])
    pieces: list[str] = []
    names: list[str] = []
    at = sentence.start
    for span, words in found:
        if span.start < at:
            continue
        marks = " và ".join(f"§{len(names) + i}" for i in range(len(words)))
        pieces += [document.key[at : span.start].replace("§", " "), marks]
        names += words
        at = span.end
    pieces.append(document.key[at : sentence.end].replace("§", " "))
    return NamedUnits("".join(pieces), tuple(names))


def _found(
    document: Document, sentence: Span, reference: Reference
) -> Iterator[tuple[Span, list[str]]]:
    taken = []
    for o in organizations(document, reference, sentence.start, sentence.end):
        if o.named and o.kind in _PARTY:
            span = _with_place(document, Span(o.core.start, o.span.end), sentence)
            taken.append(span)
            if not _of_its_members(document, o.span):
                yield span, [document.quote(span)]
    for span, names in (*_lists(document, sentence), *_bodies(document, sentence, reference)):
        if not any(span.overlaps(t) for t in taken) and not _of_its_members(document, span):
            taken.append(span)
            yield span, names


_PARTY = ("cell", "committee", "province", "city", "district")
_MEMBERS = re.compile(
    r"(?:đảng viên|cán bộ|đồng chí|tài sản|hồ sơ|cơ sở vật chất)\s+(?:của|thuộc)\s+$"
)
_NAME = rf"[{UPPER}][{LOWER}]*(?:\s[{UPPER}][{LOWER}]*){{0,3}}"
_PLACE = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)"
_WHERE = re.compile(rf"(?:,|\s+thuộc)?\s+{_PLACE}\s+{_NAME}")
_LIST = re.compile(
    rf"(?:(?:hai|ba|bốn|năm|các|\d+)\s+)(?P<kind>xã|phường|thị trấn|huyện|tỉnh)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:,\s+{_NAME})*\s+và\s+{_NAME})"
)
_BODY = re.compile(
    rf"(?<!\w)(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|[Tt]ỉnh)"
    rf"\s+{_NAME}|(?<!\w)(?:Sở|Trung tâm|Trường|Bệnh viện|Chi cục|Cục|Công ty|Ban Quản lý|Viện)"
    rf"(?=\s[{UPPER}{LOWER}])"
)


def _of_its_members(document: Document, span: Span) -> bool:
    """Whether people or things of the organisation are meant, not it itself."""
    return bool(_MEMBERS.search(document.key, max(0, span.start - 40), span.start))


def _with_place(document: Document, span: Span, sentence: Span) -> Span:
    """The name with the place that follows it: `Đảng bộ xã Tân Lập, huyện Tân Khê`."""
    place = _WHERE.match(document.text, span.end, sentence.end)
    return Span(span.start, place.end()) if place else span


def _lists(document: Document, sentence: Span) -> Iterator[tuple[Span, list[str]]]:
    for m in _LIST.finditer(document.text, sentence.start, sentence.end):
        names = re.split(r",\s+|\s+và\s+", m["names"])
        yield Span(*m.span()), [f"{m['kind']} {' '.join(n.split())}" for n in names]


def _bodies(
    document: Document, sentence: Span, reference: Reference
) -> Iterator[tuple[Span, list[str]]]:
    for m in _BODY.finditer(document.text, sentence.start, sentence.end):
        end = m.end()
        if not re.match(_PLACE, document.key[m.start() : m.end()]):
            end = name_end(document, reference, m.start(), sentence.end)
        if end > m.start():
            span = Span(m.start(), max(end, m.start() + 1))
            yield span, [document.quote(span)]
