"""Sentences in which a leader, a body or a document asks for something to be done."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reference import Reference, word_start

_DONE = re.compile(
    r"(?<!\w)(?:đã|được) (?:\S+ ){0,40}(?:chỉ đạo|giao)(?!\w)|"
    r"(?:đề nghị|yêu cầu) (?:thi hành|xem xét,? thi hành|xử lý|khởi tố|truy tố)|"
    r"(?:đề nghị|yêu cầu|mong)(?: \S+){0,6}? (?:thẳng thắn )?nhìn (?:vào|nhận|lại)(?!\w)"
)
"""Requests told as something that was done."""
_EDITS = re.compile(
    r"(?<!\w)giao(?: [^\s,.;]+){1,8} hoàn (?:chỉnh|thiện) (?:\w+ ){0,2}?"
    r"(?:báo cáo|dự thảo|hồ sơ|văn kiện|bản|biên bản)"
)
"""What a meeting leaves to those who write its papers."""
_RULED = re.compile(
    r"(?:theo (?:quy định|điều lệ|pháp luật|hướng dẫn|luật|thông tư|nghị định)|"
    r"(?:trước đó|dịp này|cũng tại|cũng trong|"
    r"trước đây)(?!\w)|(?:trong )?(?:thời gian|những năm|các năm|năm|nhiệm kỳ|nửa nhiệm kỳ|"
    r"giai đoạn|nửa năm|\w+ tháng) (?:vừa )?qua(?!\w))"
    r"|(?:người|bác|bác hồ|chủ tịch hồ chí minh|lênin|lê-nin) (?:đã |luôn |"
    r"từng |thường |cũng )?(?:cho rằng|dạy|căn dặn|dặn|chỉ rõ|viết|khẳng định|coi)(?!\w)"
    r"|kết luận(?: \S+){0,20} (?:là )?(?:không có cơ sở|tố cáo sai|tố cáo đúng|có cơ sở)"
    r"|(?:cần|phải) (?:thẳng thắn |nghiêm túc )?(?:nhìn nhận|thừa nhận)(?: thêm)?,?"
    r"(?: rằng| việc)?(?: [^\s,;]+){1,8} (?:chưa|còn|không) "
)
_WITHIN = re.compile(
    r"(?<!\w)trong đó,? (?:yêu cầu|đề nghị|quy định rõ)(?: [^\s:]+){0,6}?: ?"
    r"(?:[^\s;]+ ){0,8}?(?:cần|phải|không)(?!\w)"
)
"""What a document that a body has issued asks for."""


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """The patterns of the lexicons of asking.

    `asks`: somebody asks for an act; `charges`: a body for any act, plainly told.
    `clause`: so does a later clause. `wishes`: a leader asks,
    whatever for. `lists`: tasks are named one by one. `stresses`: somebody says what ought to be.
    `spoken`: a leader whose speech is told says it directly.
    """

    asks: re.Pattern[str]
    charges: re.Pattern[str]
    clause: re.Pattern[str]
    wishes: re.Pattern[str]
    lists: re.Pattern[str]
    stresses: re.Pattern[str]
    spoken: re.Pattern[str]

    def plainly(self, key: str) -> bool:
        """Whether a sentence asks by a word of asking, and does not tell that it was done."""
        asks = self.asks.search(key) or self.charges.search(key)
        if asks and not (_DONE.search(asks[0]) or _EDITS.search(key)):
            return True
        return any(p.search(key) for p in (self.wishes, self.lists, _WITHIN))


@lru_cache(maxsize=4)
def asking(reference: Reference) -> Asking:
    """The patterns, made ready once."""
    leader, act = reference.word("requests.leader"), reference.words("requests.act")
    wish, not_wished = (reference.words(f"requests.{w}") for w in ("wish", "not_wished"))
    return Asking(
        asks=re.compile(_asks(reference)),
        charges=re.compile(_charges(reference, leader)),
        clause=re.compile(
            r";\s(?P<asks>(?:đồng thời,? )?(?:yêu cầu|đề nghị)(?! (?:nhiệm vụ|của)(?!\w))"
            rf"(?: [^\s;]+){{1,40}}? {act}(?!\w))"
        ),
        wishes=re.compile(
            rf"{leader}(?: [^\s,;]+){{0,6}},? (?:cũng |đã )?{wish}(?! {not_wished}(?!\w))"
            r"(?: \S+){4}"
        ),
        lists=re.compile(
            rf"{reference.word('requests.name')}(?: \S+){{0,4}} "
            rf"(?:nhiệm vụ|giải pháp|yêu cầu|biện pháp|việc)(?: [^\s:]+){{0,8}}: ?{act}(?!\w)"
        ),
        stresses=re.compile(_stresses(reference)),
        spoken=re.compile(
            rf"{reference.word('requests.speak')}(?: \S+){{0,10}}?[:,] (?:\S+ ){{0,8}}?{act}(?!\w)"
        ),
    )


def _asks(reference: Reference) -> str:
    """Who asks, a word of asking that is no noun, and what is to be done."""
    nouns = reference.lexicon("requests.not_asking").codes
    return (
        rf"(?:^[\W_]*|{reference.word('requests.leader')}(?: [^\s;]+){{0,24}}?[ ,]+"
        r"|(?<!\w)(?:đồng thời|cũng|đã),? )"
        + "".join(f"(?<!{re.escape(noun)} )" for noun in nouns)
        + reference.words("requests.ask")
        + rf"(?! {reference.words('requests.not_asked')}(?!\w))"
        + rf"(?: \S+){{0,30}}? {reference.words('requests.act')}(?!\w)"
    )


_OTHERS = word_start("chị|anh|bác")
"""Who else may ask for something."""


def _charges(reference: Reference, leader: str) -> str:
    """Who asks, which body, and an act in plain words."""
    return (
        rf"(?:{leader}|{_OTHERS})(?: [^\s.;]+){{0,16}}? "
        r"(?:yêu cầu|đề nghị|lưu ý|chỉ đạo|gợi ý|nhắc|kiến nghị|giao|mong|đề xuất) "
        r"(?:các |từng |mỗi |toàn )?"
        rf"(?!hội nghị|đại hội){reference.words('requests.resolving')}(?!\w)"
        rf"(?: [^\s.;]+){{0,10}}? {reference.words('requests.deed')}(?!\w)"
    )


def _stresses(reference: Reference) -> str:
    """Who says something, and the duty in it that is no other's."""
    return (
        rf"{reference.word('requests.say')}"
        r"(?: \S+){0,40}? (?:cần|phải|cần phải|nên|sẽ|nhiệm vụ \S+ (?:\S+ )?là) "
        r"(?!thế|bị|chịu|nhận|kể|nói|thiết|thi hành kỷ luật|xử lý kỷ luật|được nhìn|"
        r"thừa nhận|thấy|khẳng định)\w"
        r"|(?<!\w)(?:cho hay|cho biết|khẳng định), (?:\S+ ){1,8}sẽ "
        r"(?!tập hợp|tiếp thu|bầu|diễn ra|có)\w"
    )


def asking_clause(key: str, start: int, end: int, words: Asking) -> int | None:
    """Where a later clause of the sentence at `key[start:end]` begins to ask for something.

    >>> from pipeline import reference
    >>> sentence = "cảnh cáo ban thường vụ; yêu cầu đảng ủy kiểm điểm."
    >>> asking_clause(sentence, 0, 50, asking(reference.load()))
    24
    """
    m = words.clause.search(key, start, end)
    return m.start("asks") if m and not words.asks.search(key[start : m.start()]) else None


def asks_nothing(key: str) -> bool:
    """Whether a sentence quotes a rule, tells what came before or beside, or owns up to a lack.

    >>> asks_nothing("theo quy định, chi bộ phải họp mỗi tháng")
    True
    >>> asks_nothing("chi ủy cần nhìn nhận việc theo dõi chưa sát")
    True
    >>> asks_nothing("chi ủy cần nhìn nhận trách nhiệm, sửa ngay quy chế")
    False
    """
    return bool(_RULED.search(key))
