"""Where the name of an organisation ends, read word by word behind its head."""

import re
from functools import lru_cache

from pipeline.model import Document
from pipeline.reference import Reference
from pipeline.text import LOWER, UPPER


@lru_cache(maxsize=4)
def _patterns(head: str, presidium: str, inspection: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<presidium>{presidium})\s+)?(?:(?P<inspection>{inspection})\s+(?={head}))?"
        rf"(?P<head>{head})(?!\w)"
    )


def head_pattern(reference: Reference) -> re.Pattern[str]:
    return _patterns(
        reference.lexicon("document.head").alternation,
        reference.lexicon("document.presidium").alternation,
        r"(?:ủy ban kiểm tra|ubkt)",
    )


class NameReader:
    """Steps word by word through a name.

    In running text a word belongs to the name when it is capitalised or known as a part of names;
    in capitals (and in titles typed all in lower case) every word does until a stop word.
    """

    def __init__(
        self,
        document: Document,
        reference: Reference,
        stop: int,
        head: str,
        governed: bool,
        loose: bool,
    ) -> None:
        self.text, self.key, self.stop = document.text, document.key, stop
        self.reference = reference
        self.caps = head.isupper() or loose
        self.loose = loose
        self.governed = governed
        self.previous = ""
        self.central = False
        self.of_party = False
        self.cell = False
        self.trade: int | None = None
        """Where the first capital word behind "Công ty" ended: its second may be small."""

    def read(self, at: int) -> int:
        end = kept = at
        while (step := self._step(end)) is not None:
            end, keep = step
            if keep:
                kept = end
        return kept

    def _step(self, at: int) -> tuple[int, bool] | None:
        """The end of the next word and whether the name may end there; None where it is over."""
        gap = _GAP.match(self.key, at, self.stop)
        if not gap:
            return None
        start = gap.end()
        if gap[0] == " " and (ordinal := self._ordinal(start)) is not None:
            return ordinal, True
        union = self._union(start) if not self.previous and gap[0] == " " else None
        if union is None and self._other_begins(start, line=gap[0] == "\n"):
            return None
        if union is not None:
            self.previous = "body"
            return union, True
        known = self._known(start)
        if gap[0] == "\n" and not self._runs_over(at, start, known):
            return None
        word = self._joiner(start) or (
            self._caps(start) if self.caps else self._mixed(start, known)
        )
        return word

    def _runs_over(self, at: int, start: int, known: tuple[int, str] | None) -> bool:
        """Whether a name in a letterhead goes on in the next line."""
        if known is not None and known[1] in ("place", "body"):
            return True
        if not self.caps:
            return False
        if self.key.startswith("và ", start):
            return True
        open_ended = _OPEN_ENDED.search(self.key, max(0, at - 30), at)
        word = _TOKEN.match(self.text, start, self.stop)
        title = self.reference.lexicon("document.title").at(self.key, start, self.stop)
        return bool(open_ended and word and word[0].isupper() and not title)

    def _union(self, start: int) -> int | None:
        """Where the "Hội Nông dân" of a "Chi bộ Hội Nông dân" ends."""
        if not self.of_party or not self.text[start].isupper():
            return None
        hit = self.reference.lexicon("document.head").at(self.key, start, self.stop)
        return hit.span.end if hit and hit.code == "union" else None

    def _other_begins(self, start: int, line: bool = False) -> bool:
        m = head_pattern(self.reference).match(self.key, start, self.stop)
        if m is None:
            if self._is("document.presidium", start):
                return True
            return self._is("document.name_stop", start) if self.caps else False
        code = self.reference.lexicon("document.head").code(m["head"])
        if self.previous == "body" and code in ("province", "city", "district", "staff"):
            return False
        return code != "staff" or self.central or line or m["presidium"] is not None

    def _joiner(self, start: int) -> tuple[int, bool] | None:
        m = _JOINER.match(self.key, start, self.stop)
        if not m or (not self.previous and m[0] != "các"):
            return None
        after = m.end() + 1
        if self._other_begins(after):
            return None
        known = self._known(after)
        if known is None and not self.text[after : after + 1].isupper():
            return None
        if known is not None and self._is("document.verb_word", after) and not self.caps:
            cap = self.text[after : after + 1].isupper()
            if not cap and m[0] != "và":
                return None
        self.previous = "joiner"
        return m.end(), False

    def _caps(self, start: int) -> tuple[int, bool] | None:
        m = _TOKEN.match(self.text, start, self.stop)
        if not m or not (m[0].isupper() or self.loose):
            return self._number(start)
        end, self.previous = self._known(start) or (m.end(), "name")
        return end, True

    def _mixed(self, start: int, known: tuple[int, str] | None) -> tuple[int, bool] | None:
        capital = self.text[start].isupper()
        if self.governed and capital and self._person(start):
            return None
        if known is not None and self._allowed(start, known[1], capital):
            self.previous = known[1]
            lone = known[1] == "body" and not capital
            return known[0], not lone
        m = _TOKEN.match(self.text, start, self.stop)
        if m and capital:
            self.trade = m.end() if self.previous == "body" else None
            self.previous = "name"
            return m.end(), True
        if self.trade == start - 1 and (trade := _TRADE.match(self.text, start, self.stop)):
            return trade.end(), True
        return self._number(start)

    def _allowed(self, start: int, kind: str, capital: bool) -> bool:
        if capital or kind == "place":
            return True
        verb = self._is("document.verb_word", start)
        if kind == "body":
            return not verb
        return self.previous == "joiner" or (self.previous in ("body", "word") and not verb)

    def _number(self, start: int) -> tuple[int, bool] | None:
        if self.cell and not self.previous and (cell := _CELL.match(self.text, start, self.stop)):
            self.previous = "name"
            return cell.end(), True
        pattern = _NUMBER if self.previous in ("place", "body") else _LAST_NUMBER
        m = pattern.match(self.text, start, self.stop) if self.previous else None
        return (m.end(), True) if m else None

    def _ordinal(self, start: int) -> int | None:
        """Where the "số 1" of "Trường Tiểu học số 1" ends; "xã X số 12-KH/ĐU" has none."""
        if self.previous not in ("place", "body", "word"):
            return None
        m = _ORDINAL.match(self.key, start, self.stop)
        return m.end() if m else None

    def _person(self, start: int) -> bool:
        """Whether a person's name begins: a family name with another capital behind it."""
        m = _TOKEN.match(self.key, start, self.stop)
        if (
            m is None
            or self.previous == "place"
            or not self.text[m.end() + 1 : m.end() + 2].isupper()
        ):
            return False
        return m[0] in self.reference.lexicon("document.family_name").codes

    def _is(self, lexicon: str, start: int) -> bool:
        return self.reference.lexicon(lexicon).at(self.key, start, self.stop) is not None

    def _known(self, start: int) -> tuple[int, str] | None:
        """(end, group) of the longest known part of a name that starts here."""
        found = []
        for lexicon, name in _PARTS_OF_NAMES:
            hit = self.reference.lexicon(lexicon).at(self.key, start, self.stop)
            if hit and not _JOINED.match(self.key, hit.span.end, self.stop):
                found.append((hit.span.end, name))
        return max(found, default=None, key=lambda f: f[0])


_PARTS_OF_NAMES = (
    ("document.place", "place"),
    ("document.body", "body"),
    ("document.name_word", "word"),
)
# "Tập đoàn Hóa chất Hải Triều": the second word of a trade, a name behind it; not "Hải Hà tại Q".
_TRADE = re.compile(
    rf"(?!(?:tại|ở|do|của|với|cho|là|có|tới|từ|trong|khi|và|đã|sẽ|về|theo|nhân|trước|sau|đến|cùng"
    rf"|được|bị|như|để|qua|trên|ra|vào|gồm|thuộc|nay|gửi|dự|mời|năm|ngày|tháng|thì|đạt|tổ|xã|thôn)\b)"
    rf"[{LOWER}]+(?= [{UPPER}][{LOWER}])"
)
_AFTER_NUMBER = (
    r"(?=[,:;)]|\.(?!\d)|\n|$| [(–-]| (?:thuộc|trực thuộc|[Kk]hu|[Pp]hường|[Xx]ã|thị|huyện"
    r"|quận|tỉnh|thành|có|đã|là|họp|vừa|luôn|hiện|được|tổ chức(?! (?:cơ sở )?đảng)|tổng kết"
    r"|sơ kết|kiểm điểm|báo cáo|kết nạp|sinh hoạt|phấn đấu|lãnh đạo|nâng cao"
    r"|không|nhiệm kỳ|Đảng)\b)"
)
_CELL = re.compile(rf"(?:số )?\d{{1,2}}{_AFTER_NUMBER}")
# "Trường Tiểu học Đồng Vạn 2 có 19 đảng viên"; not "Đảng bộ huyện Kim Hải 3 năm liền".
_LAST_NUMBER = re.compile(rf"\d{{1,3}}[A-ZĐ]?{_AFTER_NUMBER}")
_ORDINAL = re.compile(r"số \d{1,2}(?!\d|\s?[-/.]\s?\w)")
# "TP.Vinh" is one word: what is known of it is only how it begins.
# And "xã Hòa Trung học tập nghị quyết" names no school.
_JOINED = re.compile(r"\.[^\W\d_]|(?<=\.)[^\W\d_]| tập(?<=trung học tập)")
# Where "ĐẢNG ỦY TRƯỜNG CAO ĐẲNG" ends a line, whose name stands in the next.
_OPEN_ENDED = re.compile(
    r"(?<!\w)(?:trường|học viện|viện|đại học|cao đẳng|trung cấp|tiểu học|mầm non|mẫu giáo|thcs|thpt"
    r"|trung học cơ sở|trung học phổ thông|bệnh viện|đa khoa|trung tâm|công ty|cổ phần|tnhh"
    r"|một thành viên|mtv|tập đoàn|sở|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$"
)
_GAP = re.compile(r"[ \n](?=\S)")
_JOINER = re.compile(r"(?:và|các|cùng|-|&)(?=\s)")
_NUMBER = re.compile(r"\d{1,4}(?!\d|[/.,]\d|/|\s?%)")
_TOKEN = re.compile(r"[^\W\d_]+(?:[.&'’-][^\W\d_]+)*(?:(?<=TP)\.|(?<=Tp)\.|(?<=ĐH)\.)?")
