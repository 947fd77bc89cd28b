"""Whole numbers and percentages as Vietnamese documents write them."""

import re
from decimal import Decimal

INTEGER = r"\d{1,3}(?:\.\d{3})+(?![\d,])|\d+(?![\d.,]*\d)"
"""A whole number in digits: 130, 07, 4.532; not a part of 53,1 or 22/9."""


def integer(words: str) -> int | None:
    """The whole number that the digits write, or None.

    >>> integer("4.532"), integer("07"), integer("53,1")
    (4532, 7, None)
    """
    bare = words.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d+", bare):
        return int(bare.replace(".", ""))
    return None


def decimal(words: str) -> Decimal | None:
    """The number with a decimal comma (or point) that the digits write, or None.

    >>> decimal("53,1"), decimal("33.1"), decimal("1.200")
    (Decimal('53.1'), Decimal('33.1'), Decimal('1200'))
    """
    bare = words.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
        return Decimal(bare.replace(",", "."))
    return None
