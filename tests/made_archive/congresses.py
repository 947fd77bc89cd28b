"""When congresses met: which term a day belongs to."""

from datetime import date

from pipeline.records import Level

_DAYS: dict[Level, tuple[int, int]] = {
    "cell": (3, 31), "grassroots": (5, 31), "superior": (8, 15), "province": (10, 15),
    "central": (1, 31),
}  # fmt: skip
_YEARS = range(2005, 2036, 5)
_HALVES = (2012, 2017, 2022, 2027)


def congresses(level: Level, halves: bool) -> list[date]:
    """The days of the congresses of a level, in order."""
    months = _DAYS[level]
    days = [date(year, *months) for year in _YEARS]
    return sorted(days + [date(year, 10, 31) for year in _HALVES] if halves else days)


def term(level: Level, halves: bool, on: date) -> str:
    """The term a day belongs to.

    >>> term("grassroots", False, date(2015, 4, 1)), term("grassroots", False, date(2015, 12, 1))
    ('2010-2015', '2015-2020')
    >>> term("cell", True, date(2018, 1, 5))
    '2017-2020'
    """
    days = congresses(level, halves)
    opened = max(d for d in days if d <= on)
    return f"{opened.year}-{min(d for d in days if d > on).year}"
