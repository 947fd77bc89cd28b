"""The words by which a sentence says that something falls short, and by which it does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reference import Reference, alternation, whole_words, word_start

_DEGREE = (
    r"(?: (?:rất|khá|quá|hơi|có|bị|rất nhiều|nhiều|một số|những|không ít|tương đối|khá là|có phần|"
    r"có mặt|có lúc|có nơi|để|mang tính|mang nặng|nặng|mang|nặng về|tình trạng|biểu hiện|bệnh|"
    r"hiện tượng))*"
)
_NOT_YET = re.compile(
    r"chưa(?<!\wchưa)(?<!khi chưa)(?! (?:từng|kể|phát hiện|để xảy ra|bao giờ|hề|phải) )\s\w"
)
_LOW = re.compile(
    word_start(
        "chất lượng|hiệu quả|hiệu lực|tỷ lệ|tỉ lệ|trình độ|năng lực|kết quả|mức độ|tiến độ"
        "|sức chiến đấu|chế độ|ý thức|uy tín|niềm tin|lòng tin|số lượng|khả năng|đội ngũ",
        r"tính \w+",
        "số (?:đảng viên|thanh niên|quần chúng|đoàn viên|hội viên|chi bộ|cán bộ|người)",
    )
    + r"(?! (?:hộ )?(?:nghèo|thất nghiệp|tội phạm|sinh con|vi phạm|tử vong|tai nạn|mắc|đơn))"
    r"(?: [^\s,;]+){0,14}? (?:không (?:cao|đồng đều|đều|đạt|đáp ứng|bảo đảm|đảm bảo)|"
    r"thấp|mỏng|yếu|kém|giảm (?:dần|sút|mạnh|so với)|giảm qua|suy giảm|sút giảm)(?! nhất)(?!\w)"
)
"""What is measured, and found low."""
_FAILS = re.compile(
    word_start(
        "một số|nhiều|không ít|một bộ phận|một vài|thực tế",
        r"có \d+",
        "có (?:nơi|đồng chí|chi bộ|đơn vị|cấp ủy)",
        "đáng (?:nói|tiếc|buồn)",
    )
    + r"(?: [^\s;]+){0,14}? không "
    r"(?:hoàn thành|xây dựng|tổ chức|thực hiện|chấp hành|phát huy|duy trì|tham gia|quan tâm|"
    r"chú trọng|nắm|đủ|có (?:nghị quyết|kế hoạch|chương trình|quy chế|nguồn)|"
    r"yên tâm|thiết tha|mặn mà|muốn|dám|chịu|đạt|đáp ứng|gương mẫu|"
    r"thường xuyên|nghiêm|đúng|sinh hoạt|nộp|báo cáo|\w+(?: \w+)? được)(?!\w)"
)
"""Some who do not do what they should."""
_BODY_FAILS = re.compile(
    word_start("ban thường vụ|ban chấp hành|đảng ủy|chi ủy|cấp ủy|chi bộ|thường trực")
    + r"(?: [^\s,;]+){0,6}? "
    r"không (?:ban hành|tiến hành|xây dựng|tổ chức|kiểm tra|triển khai|thực hiện|duy trì|phân công|"
    r"báo cáo|đưa|họp|lấy ý kiến|làm việc|quán triệt|nắm)(?!\w)"
)
"""A body that does not do what it should."""
_NOTHING = re.compile(
    r"đã (?:xuất hiện|manh nha) (?:biểu hiện|tình trạng|hiện tượng|tâm lý|tư tưởng)"
    r"|bắt đầu (?:xuất hiện|manh nha) (?:biểu hiện|tình trạng|hiện tượng|tâm lý|tư tưởng)"
    r"|cá biệt,? (?:vẫn )?có (?:nơi|đồng chí|chi bộ|đơn vị|cấp ủy|trường hợp)"
    r"|không phải \w+(?: \w+){0,3} nào cũng |không (?:được )?đưa ra (?:bàn|thảo luận|lấy)"
    r"|không(?<!\wkhông) có (?:biên bản|hồ sơ|kế hoạch|nghị quyết|chương trình|cuộc kiểm tra|"
    r"hoạt động|giải|nguồn|đoàn viên|quần chúng|chuyển biến|người (?:thay|kế cận|phụ trách))(?!\w)"
)
"""What should be there, or be done by all, and is not."""
_LITTLE = r"(?:(?: \w+){1,3} được (?:\d|một|hai|ba|vài|có \d)| (?:\w+ ){0,2}\d+/\d+(?! ?/))"
_NOBODY = r"(?:\w+ ){1,3}được (?:ai|người nào|đồng chí nào|quần chúng nào|trường hợp nào)"
_SHORT_OF = re.compile(
    word_start(
        rf"mới(?: chỉ)?{_LITTLE}",
        rf"chỉ{_LITTLE}",
        rf"không {_NOBODY}",
        rf"chưa {_NOBODY}",
        r"mới(?: chỉ)? đạt (?:khoảng |gần |hơn |trên )?\d[\d.,]* ?%",
        r"chỉ (?:kết nạp|phát triển|giải ngân|xử lý|tổ chức|kiểm tra|giám sát|giới thiệu) \d",
        r"chậm (?:từ |gần |hơn |tới )?\d+(?: đến \d+| - \d+|-\d+)? (?:ngày|tuần|tháng|năm)",
        r"bằng (?:một nửa|nửa|một phần \w+) (?:chỉ tiêu|kế hoạch|mục tiêu)",
    )
)
"""How much was done of what was to be done: "mới thu hút được 3/8 dự án"."""
_ONLY = re.compile(r"chỉ(?<!\wchỉ) (?:bằng|đạt|chiếm|có) (?:khoảng |gần |hơn |trên )?\d")
"""A figure told as too small."""
_STATE = re.compile(
    r"(?<!\w)(?:tình trạng|hiện tượng|biểu hiện|tệ|nạn|khiếu kiện|vụ việc|sai phạm|vi phạm)(?!\w)"
)
"""What is bad enough that it suffices to say that it spreads."""
_NAMES = re.compile(
    word_start("nêu|chỉ|chỉ ra|chỉ rõ|nhìn nhận|thừa nhận|nhận thấy|phản ánh") + r"(?: \S+){0,6}? "
    r"(?:một số|những|các|nhiều)(?: mặt)? (?:tồn tại|hạn chế|khuyết điểm|yếu kém|bất cập|thiếu sót)"
    r"(?:, \w+ \w+)? (?:của|trong|về|ở|mà)(?: \S+){2}"
)
"""A speaker names lacks of somebody."""
_NEGATED = re.compile(
    r"(?<!\w)(?:chưa|không|thiếu|chậm)(?: (?:được|có|đạt|thực sự|thật sự|phát huy|thể))* "
    r"(?:thực hiện tốt|thực hiện nghiêm|hoàn thành tốt|có chất lượng|được tăng cường|"
    r"được nâng lên|có chuyển biến|đạt kết quả|khắc phục có hiệu quả|được khắc phục|luôn)"
)
_OWNS_UP = re.compile(
    r"(?<!\w)(?:cần|phải|cũng phải|cần phải)(?: (?:thẳng thắn|nghiêm túc|cũng|thành thật))* "
    r"(?:nhìn nhận|thừa nhận|thấy rằng|thấy rõ|nhận thấy|nói rằng|khẳng định rằng)(?!\w)"
    r"|qua (?:kiểm tra|giám sát|thanh tra|rà soát)(?:, \w+ \w+)?,? (?:đã )?phát hiện(?!\w)"
)
_OWNING = "nhìn nhận", "thừa nhận", "thấy r", "nhận thấy", "rằng", "phát hiện"
"""Words of which each wording of it has one."""
_NOMINAL = re.compile(
    r"(?<!\w)(?:công tác|việc|hoạt động|kết quả|cuộc|quá trình|khả năng|năng lực|ý thức|"
    r"tinh thần|trong|né|cho|về|phương án|giải pháp|biện pháp|tính|sự|trách nhiệm|qua|"
    r"phòng|phòng,)\s$"
)
"""What makes the word of duty after it a noun: "công tác đấu tranh", "việc khắc phục"."""


_PLACES = {
    "strong": ("lack", "strong"), "weak": ("lack", "weak"), "quality": ("quality", "poor"),
    "vice": ("vice", "named"), "misdeed": ("misdeed", "told"), "spread": ("spread", "wide"),
    "contrast": ("opening", "contrast"), "place": ("opening", "place"),
    "some": ("some", "someone"), "absence": ("not_lack", "absence"),
    "order": ("not_lack", "order"), "praise": ("not_lack", "praise"),
    "harmless": ("not_lack", "harmless"),
}  # fmt: skip
"""Where the lexicon file holds the words of each pattern."""
_PLAIN = (_LOW, _NOTHING, _SHORT_OF)
_WITH_NOT = (_FAILS, _BODY_FAILS)
"""Told by "không": looked for where it stands."""
_NAMED = "tồn tại", "hạn chế", "khuyết điểm", "yếu kém", "bất cập", "thiếu sót"
"""Words of which whoever names lacks uses one."""
_SUBJECT = 90
"""Characters before "diễn ra phổ biến" within which stands what is widespread."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cues:
    """The patterns of the lexicons of lack."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    quality: re.Pattern[str]
    still: re.Pattern[str]
    vice: re.Pattern[str]
    misdeed: re.Pattern[str]
    spread: re.Pattern[str]
    contrast: re.Pattern[str]
    place: re.Pattern[str]
    some: re.Pattern[str]
    absence: re.Pattern[str]
    order: re.Pattern[str]
    praise: re.Pattern[str]
    harmless: re.Pattern[str]


@lru_cache(maxsize=4)
def cues(reference: Reference) -> Cues:
    """The patterns of the words by which a sentence states a lack."""

    def forms(group: str, code: str) -> tuple[str, ...]:
        entries = reference.lexicon(f"findings.{group}").entries
        return next(e.forms for e in entries if e.code == code)

    found = {
        name: re.compile(whole_words(forms(*place), after="không "))
        for name, place in _PLACES.items()
    }
    quality = alternation(forms("quality", "poor"))
    still = word_start("còn|vẫn|bị|rất|khá|quá|tương đối") + rf"{_DEGREE} {quality}(?!\w)"
    return Cues(still=re.compile(still), **found)


_remembered = lru_cache(maxsize=256)
"""What is asked of a sentence is asked again of its clauses, and by the statement model."""


@_remembered
def bare(key: str, words: Cues) -> str:
    """The key with harmless words of lack blanked, so that they do not count.

    So are the words by which a speaker owns up to a lack ("phải thẳng thắn nhìn nhận").
    """
    if any(word in key for word in _OWNING):
        key = _OWNS_UP.sub(lambda m: "_" * len(m[0]), key)
    return words.harmless.sub(lambda m: "_" * len(m[0]), key)


@_remembered
def first_strong(key: str, words: Cues, start: int = 0) -> re.Match[str] | None:
    """The first plain statement of a lack from `start` on, or None."""
    structures = (_NOT_YET, *_built(key), words.strong, words.still, words.vice)
    hits = [p.search(key, start) for p in structures]
    some, spread = words.some.search(key, start), words.spread.search(key, start)
    if some:
        hits += [words.quality.search(key, some.end())]
    if spread:  # what spreads stands before it
        hits += [
            p.search(key, max(start, spread.start() - _SUBJECT), spread.start())
            for p in (_STATE, words.weak, words.quality)
        ]
    return _earliest(hits)


@_remembered
def plain(key: str) -> bool:
    """Whether the lack is told by the build of the sentence, so that nothing else need tell it.

    >>> plain("số thanh niên được kết nạp giảm mạnh")
    True
    """
    return any(p.search(key) for p in _built(key))


def _built(key: str) -> Iterator[re.Pattern[str]]:
    """The builds of sentences that may tell a lack, by the words that they cannot do without."""
    yield from _PLAIN
    if "không" in key:
        yield from _WITH_NOT
    if any(word in key for word in _NAMED):
        yield _NAMES


@_remembered
def first_weak(key: str, words: Cues) -> re.Match[str] | None:
    """The first word that speaks of a lack only where the text around it does, or None."""
    return _earliest(p.search(key) for p in (_ONLY, words.weak, words.quality, words.misdeed))


def lacks(key: str, words: Cues) -> bool:
    """Whether the words speak of something that falls short or is broken."""
    return bool(first_strong(key, words) or first_weak(key, words))


@_remembered
def praises(key: str, words: Cues) -> bool:
    """Whether the words praise; "chưa thực hiện tốt" does not."""
    if not words.praise.search(key):
        return False
    return bool(words.praise.search(_NEGATED.sub(lambda m: "_" * len(m[0]), key)))


def duty(key: str, words: Cues) -> bool:
    """Whether the first word of duty or purpose stands before the first word of lack.

    A word of duty that is a noun is none ("công tác đấu tranh … chưa thẳng thắn").
    """
    return ordered_before(key, words, first_strong(key, words), first_weak(key, words))


def ordered_before(key: str, words: Cues, *lacks: re.Match[str] | None) -> bool:
    """Whether a word of duty or purpose stands before the first of the lacks found."""
    lack = _earliest(lacks)
    if lack is None:
        return False
    orders = words.order.finditer(key, 0, lack.start())
    return any(not _NOMINAL.search(key, max(0, m.start() - 16), m.start()) for m in orders)


def _earliest(hits: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return min((m for m in hits if m), key=lambda m: m.start(), default=None)
