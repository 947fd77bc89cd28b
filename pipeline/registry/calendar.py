"""The calendar of congresses: which term a day belongs to, by level.

Every five years; the order of levels and the months are those of the directives on congresses
(37-CT/TW of 2009, 36-CT/TW of 2014, 35-CT/TW of 2019, 45-CT/TW of 2025): cells and grassroots
organisations until the end of June, those above them until the end of August, provinces until the
end of October, the national congress in January of the year after. Within those months a unit
may or may not have had its congress, so that a day there says nothing.
"""

from collections.abc import Mapping
from datetime import date

from pipeline.records import Level

_MONTHS: Mapping[Level, tuple[int, int]] = {
    "cell": (1, 6), "grassroots": (4, 6), "superior": (6, 8), "province": (8, 10),
    "central": (1, 1),
}  # fmt: skip
"""First and last month in which a level's congresses meet."""


def first_year(level: Level) -> int:
    """The year, modulo five, in which a level's terms begin."""
    return 1 if level == "central" else 0


def term_of(level: Level, day: date) -> str | None:
    """The term of a day; None in the months in which congresses meet.

    >>> term_of("grassroots", date(2021, 12, 5)), term_of("province", date(2020, 7, 1))
    ('2020-2025', '2015-2020')
    >>> term_of("grassroots", date(2020, 5, 5)), term_of("central", date(2020, 5, 5))
    (None, '2016-2021')
    """
    opened = day.year - (day.year - first_year(level)) % 5
    if day.year == opened:
        first, last = _MONTHS[level]
        if first <= day.month <= last:
            return None
        if day.month < first:
            opened -= 5
    return f"{opened}-{opened + 5}"


def term_of_year(level: Level, year: int) -> str | None:
    """The term of a whole year; None of the year of a congress.

    >>> term_of_year("grassroots", 2014), term_of_year("grassroots", 2015)
    ('2010-2015', None)
    """
    opened = year - (year - first_year(level)) % 5
    return None if opened == year else f"{opened}-{opened + 5}"
