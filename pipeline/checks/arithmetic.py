"""Figures as Vietnamese writes them, and what rounding allows."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = re.compile(r"(?<![\w.,/])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)|(?<![\w.,/])\d+(?![\d.,/]*\d)")


def shown(value: float | int | Decimal) -> str:
    """The figure with a decimal comma and dots at thousands.

    >>> shown(5647312), shown(57.1), shown(75.0), shown(1234.5), shown(0.05)
    ('5.647.312', '57,1', '75', '1.234,5', '0,05')
    """
    whole, _, part = f"{Decimal(str(value)):f}".partition(".")
    part = part.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = "-" if whole == "-0" else ""
    return f"{sign}{grouped},{part}" if part else grouped


def added(parts: Iterable[int]) -> str:
    """`43 + 41 = 84`.

    >>> added([43, 41])
    '43 + 41 = 84'
    """
    found = list(parts)
    return f"{' + '.join(shown(p) for p in found)} = {shown(sum(found))}"


def share(part: int, whole: int) -> Decimal:
    """The share in percent."""
    return Decimal(100 * part) / Decimal(whole)


def rounds_to(part: int, whole: int, percent: float) -> bool:
    """Whether the share, rounded or cut off anywhere at the digits of `percent`, is `percent`.

    >>> rounds_to(4, 7, 57.1), rounds_to(4, 7, 57.2), rounds_to(5, 7, 57.1)
    (True, True, False)
    >>> rounds_to(2, 3, 66.6), rounds_to(2, 3, 67), rounds_to(2, 3, 66), rounds_to(2, 3, 65)
    (True, True, True, False)
    """
    if whole <= 0:
        return False
    stated = Decimal(str(percent))
    return abs(share(part, whole) - stated) < _last_digit(stated)


def shown_share(part: int, whole: int, percent: float) -> str:
    """The share with as many digits as `percent`, and at least one.

    >>> shown_share(5, 7, 57.1), shown_share(10, 160, 16.3), shown_share(1, 4, 26)
    ('71,4', '6,3', '25')
    """
    digits = min(_last_digit(Decimal(str(percent))), Decimal("0.1"))
    return shown(share(part, whole).quantize(digits, ROUND_HALF_UP))


def whole_numbers(words: str) -> list[int]:
    """The whole numbers of a text, not those of decimals, dates or document numbers.

    >>> whole_numbers("4.532 người, 07 đồng chí (57,1%), ngày 22/9, số 05-CT/TW")
    [4532, 7, 5]
    """
    return [int(m[0].replace(".", "")) for m in _NUMBER.finditer(words)]


def _last_digit(stated: Decimal) -> Decimal:
    """The worth of the last digit that is stated: 0.1 of 57.1, 1 of 75 (and of 75.0)."""
    exponent = stated.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0))
