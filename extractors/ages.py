"""Those of an age: "từ 35 tuổi trở xuống 1.027 đồng chí", "độ tuổi: dưới 30: 41, 31 - 45: 297"."""

import re

from extractors.figure import Figure
from pipeline.model import Span

_BAND = re.compile(
    r"(?:(?:(?:cơ cấu |nhóm |độ |về )?(?:độ )?tuổi(?: (?:đời|trẻ|từ))?|trẻ|từ|dưới|trên|đủ|quá|đến"
    r"|khoảng):?\s+)*"
    r"(?<![\d.,/])\d{2}(?:\s*(?:-|đến|tới)\s*(?:dưới |cận )?\d{2})?(?P<years>\s+tuổi(?!\s+đảng))?"
    r"(?:\s+đời)?(?:\s+trở (?:lên|xuống))?"
)
AGED = re.compile(
    r" (?:có )?(?:(?:độ )?tuổi (?:đời )?)?(?:từ |dưới |trên |đủ )?\d+"
    r"(?: ?(?:đến|-) ?(?:dưới )?\d+)? tuổi(?! đảng)(?: trở (?:lên|xuống))?"
)
_GAP = re.compile(
    r"[\s:]*(?:(?:có|là|gồm|còn|chỉ|chiếm|đạt|đã|mới|khoảng|gần|hơn|trên|tỷ lệ"
    r"|cấp (?:tỉnh|huyện|xã|cơ sở)|toàn (?:tỉnh|huyện|xã))\s*)*"
    r"(?:\d{1,3}(?:,\d+)?\s?%\s*[(,;]?\s*(?:là|có|tức|với)?\s*)?"
)
_TOPIC = re.compile(r"(?<!\w)tuổi(?!\s+đảng)(?!\w)")
_REACH = 80


def age_band(key: str, figure: Figure, goes_on: bool) -> Span | None:
    """The years of age that a number counts those of, as written right before it, or None.

    Years without "tuổi" are of age where the sentence has spoken of it. `goes_on`: the figure
    before was of an age.
    """
    start, at = figure.near(_REACH)
    if not (goes_on or "tuổi" in key[max(figure.sentence.start, at - 2 * _REACH) : at]):
        return None
    for m in reversed(list(_BAND.finditer(key, start, at))):
        if _GAP.fullmatch(key, m.end(), at) and (
            goes_on or m["years"] or _is_topic(key, figure, m)
        ):
            return Span(*m.span())
    return None


def _is_topic(key: str, figure: Figure, band: re.Match[str]) -> bool:
    start = max(figure.sentence.start, band.start() - _REACH)
    return _TOPIC.search(key, start, band.end()) is not None
