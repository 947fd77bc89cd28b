"""Numbers with their units, as targets and results are written."""

import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.numbers import decimal
from pipeline.model import Document, Span
from pipeline.reference import Reference

NUMBER = r"\d(?<![\w.,/]\d)(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:[.,]\d+)?)(?![\d/]|[.,]\d)"
"""A number in digits, whole or with a decimal comma; no part of a date or of 12/15.

It begins with its first digit and looks behind that: so a search leaps from digit to digit.
"""

_BARE_YEAR = re.compile(r"[(/-](?:19|20)\d\d(?!\d)")
_YEAR_BEFORE = re.compile(r"(?:năm|tháng|khóa|giai đoạn|quý|nhiệm kỳ)\s*$|\d{4}\s*-\s*$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, its unit (None where none follows) and where both stand."""

    value: Decimal
    unit: str | None
    span: Span


def quantities(document: Document, reference: Reference, where: Span) -> list[Quantity]:
    """The numbers in a stretch of text, years left out, left to right."""
    units = reference.lexicon("indicators.unit").alternation
    pattern = re.compile(rf"(?P<number>{NUMBER})(?:\s*(?P<unit>{units})(?!\w))?")
    found = []
    for m in pattern.finditer(document.key, where.start, where.end):
        value = decimal(m["number"])
        if m["unit"] is None and _BARE_YEAR.match(document.key, m.start() - 1):
            continue
        if value is None or _YEAR_BEFORE.search(
            document.key[max(where.start, m.start() - 14) : m.start()]
        ):
            continue
        unit = document.text[slice(*m.span("unit"))] if m["unit"] else None
        found.append(Quantity(value, unit, Span(*m.span())))
    return found


def _bracketed(document: Document, quantity: Quantity) -> bool:
    """Whether a number stands in brackets behind another ("0,77 (tăng 14 bậc)")."""
    line = document.key[max(0, quantity.span.start - 40) : quantity.span.start]
    return line.rfind("(") > line.rfind(")")


def bound(document: Document, found: list[Quantity]) -> Quantity | None:
    """The one number that a cell states; of a range its first; None where it sets several.

    "10 - 12%" is a range; "250 đoàn viên, 75 đảng viên" sets two.
    """
    found = [q for q in found if not _bracketed(document, q)] or found
    if not found:
        return None
    first, last = found[0], found[-1]
    if len(found) == 1:
        return first
    between = document.key[first.span.end : last.span.start].strip()
    if len(found) == 2 and between in ("-", "đến", "- đến", "% -"):
        return Quantity(first.value, first.unit or last.unit, first.span)
    return None
