"""Dates and years as Vietnamese documents write them."""

import re
from datetime import date

DATE = r"(?:0?[1-9]|[12]\d|3[01])\s*[/.\-]\s*(?:0?[1-9]|1[0-2])\s*[/.\-]\s*(?:19|20)\d\d"
_DATE = re.compile(rf"(?<!\d){DATE}(?!\d)")


def iso(words: str) -> str | None:
    """The ISO date of `22/9/2017`, `05-6-2009`, `ngày 12 tháng 4 năm 2021`; None where it is none.

    >>> iso("ngày 06/12/2021"), iso("ngày 5 tháng 6 năm 2009"), iso("31/2/2020")
    ('2021-12-06', '2009-06-05', None)
    """
    m = _DATE.search(words)
    parts = re.findall(r"\d+", m[0] if m else words)
    if len(parts) != 3:
        return None
    try:
        return date(int(parts[2]), int(parts[1]), int(parts[0])).isoformat()
    except ValueError:
        return None
