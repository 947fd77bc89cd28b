"""Sentences of running prose that answer a state of affairs, name a solution, or look ahead."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.duties import MUST, Duties, duties
from pipeline.reference import Reference

_LINKED = (
    r"[\W_]*(?:(?:chính )?(?:vì vậy|do đó|do vậy|bởi vậy|vì thế|bởi thế|theo đó|từ đó|song song|"
    r"cùng với đó|bên cạnh đó|ngoài ra|song song với đó),? )?"
)
_LED = r"(?:[^,.;:]{2,60}, )?"
"""A phrase before who acts."""
_NEAR = r"(?: [^\s,.;:]+){0,6}?"
"""Words of a name, within its clause."""
_ANSWER = 3
"""Spaces of an answer that says something."""
_LEAST = 6
"""Spaces of a sentence that says what somebody will do; a shorter one names only a time."""
_ENDS = frozenset('.;!…")*_')
"""How a sentence ends, and no headline does."""
_OWN = r"(?! (?:đại hội|số \S+tw|trung ương|của (?:đảng|trung ương|bộ chính trị|ban bí thư)))"
"""What the document of a unit itself is, not one of all the Party."""
_REST = r"(?:các |những )?(?:\w+ )?(?:tháng|quý|tuần) (?:còn lại|cuối năm|cuối cùng|tiếp theo)"
"""What is left of a year."""
_COMPARES = re.compile(
    r"[\W_]*(?:(?:rất |có )?nhiều|có|một số|không ít|hầu hết|đa số|phần lớn|một vài|tại|ở|kết quả) "
    r"(?!nên|thể)"
)
"""How a sentence begins that tells what is so elsewhere, or by now."""
_OPENING = 50
"""Characters at the start of a sentence that show whether it looks back."""
_DATED = re.compile(
    r"[\W_]*(?:(?:từ|cuối|đầu|giữa|trong|ngay từ|vào)(?: đầu| cuối)? )?(?:năm|tháng|ngày) \d|"
    r"[\W_]*thực hiện (?:nghị quyết|chỉ thị|kết luận|chủ trương|cuộc vận động)|"
    r"[^.;:]*,? năm \d{4},? "
)
"""How a sentence begins that tells what was decided once."""
_SCHEDULED = re.compile(
    r"[\W_]*(?:(?:sáng|chiều|tối|vào) )?(?:ngày )?\d{1,2}\s?[-/]\s?\d|[\W_]*ngày \d"
)
"""What is to be held on a day."""
_DUTIES = re.compile(r"(?<!\w)hoàn thành (?:\S+ ){0,3}?nhiệm vụ(?!\w)")
"""What everybody promises who is elected."""
_HAS = re.compile(r"(?<!\w)(?:đã|từng|vừa|chưa)(?!\w)")
_STRICTLY = re.compile(
    r"(?<!\w)(?:nhất thiết|bắt buộc|dứt khoát) (?:phải|không)(?! (?:có|là do))(?!\w)"
)
_WILL = re.compile(r"(?<!\w)sẽ(?!\w)")
_TARGET = re.compile(r"(?<!\w)phấn đấu (?:có |đạt )?(?:trên |hơn |ít nhất )?\d")
"""What is striven for is a figure: an indicator."""
LEARNT = re.compile(r"(?<!\w)(?:rút ra|bài học|kinh nghiệm (?:\S+ ){0,5}?(?:cho thấy|là|rút))")
"""A lesson that was learnt."""
_TAKES_LEAVE = re.compile(
    r"[\W_]*(?:với (?!việc|riêng)|tin (?:tưởng|rằng)|nhất định|chắc chắn|hy vọng|có như vậy|"
    r"làm được như)"
)
"""How an article ends on what it trusts will come."""
_IDLE = (
    r"(?!(?:nói|nói thêm|kể|thấy|thừa nhận|khẳng định|nhận|nhấn mạnh|thiết|chăng|đến|mất|chịu|chi|"
    r"thi hành|có (?:cái|sự) nhìn|hiểu|nhớ|ghi nhận|chờ|đợi|bỏ học|bỏ (?:về|dở)|mượn|nghỉ|lòng)"
    r"(?!\w))"
)
"""What follows a duty that is only a manner of speaking."""


@dataclass(frozen=True, slots=True, eq=False)
class Solutions:
    """The patterns of the lexicons of solutions.

    `answers`: "Trước thực trạng đó, …", "Để khắc phục, …". `decides`: a body decides on an act.
    `wills`: a body will do something; `plans`: it means to. `ahead`: a time to come opens the
    sentence; `period`: so does one that may be over, with a word that looks ahead. `names`: "Giải
    pháp đầu tiên là …". `bare`: a duty without a subject; `advises`: with one; `quoted`: at the
    start of what somebody says. `case`: what is to be done where something holds ("Ai vắng hai kỳ
    thì …"). `vows`: somebody promises. `aims`: a body strives for a
    time. `owes`: anything that a duty
    lies on. `papers`: a document that was issued sets an act; `thus`: a
    sentence begins "Theo đề án này, …". `soon`: an act near the
    beginning. `idle`: what comes of itself, or was reached.
    """

    duties: Duties
    answers: re.Pattern[str]
    decides: re.Pattern[str]
    wills: re.Pattern[str]
    plans: re.Pattern[str]
    ahead: re.Pattern[str]
    period: re.Pattern[str]
    names: re.Pattern[str]
    bare: re.Pattern[str]
    advises: re.Pattern[str]
    quoted: re.Pattern[str]
    case: re.Pattern[str]
    papers: re.Pattern[str]
    vows: re.Pattern[str]
    aims: re.Pattern[str]
    owes: re.Pattern[str]
    thus: re.Pattern[str]
    soon: re.Pattern[str]
    idle: re.Pattern[str]

    def given(self, key: str) -> bool:
        """Whether a sentence of an article says what is to be done, and does not tell what was."""
        if key.count(" ") < _LEAST or key[-1] not in _ENDS:
            return False
        if self.quoted.search(key) or self.looks_ahead(key) or self.promises(key):
            return True
        if self.thus.match(key):
            return " đã " not in key
        if self.bare.match(key):
            return not self.idle.search(key)
        advice = self.advises.match(key)
        if advice and not self.duties.past.search(key, 0, advice.end()):
            return not LEARNT.search(key)
        if self.duties.past.search(key) or LEARNT.search(key) or _TARGET.search(key):
            return False
        return any(pattern.match(key) for pattern in (self.names, self.papers))

    def decided(self, key: str) -> bool:
        """Whether a sentence tells what a body decides, or does about a state of affairs."""
        if key.count(" ") < _LEAST or key[-1] not in _ENDS or _DATED.match(key):
            return False
        if LEARNT.search(key) or _TARGET.search(key):
            return False
        decides = self.decides.match(key)
        if decides and not self.duties.past.search(key, 0, decides.end()):
            return True
        return bool(self.answers.match(key)) and not self.duties.past.search(key)

    def sought(self, key: str) -> bool:
        """Whether a sentence lays a duty on something, in an article that seeks what to do."""
        if key.count(" ") < _LEAST or self.duties.past.search(key) or LEARNT.search(key):
            return False
        return bool(self.owes.match(key))

    def promises(self, key: str) -> bool:
        """Whether somebody promises, or a duty is laid down without appeal."""
        if self.vows.search(key):
            return not (_HAS.search(key) or _DUTIES.search(key))
        return bool(_STRICTLY.search(key)) and not self.duties.past.search(key, 0, _OPENING)

    def looks_ahead(self, key: str) -> bool:
        """Whether a sentence looks ahead by a time to come or a word of will.

        >>> from pipeline import reference
        >>> told = solutions(reference.load())
        >>> told.looks_ahead("những tháng còn lại, đảng ủy xã cử ba tổ xuống giúp các thôn.")
        True
        """
        if key.count(" ") < _LEAST or self.idle.search(key):
            return False
        if _SCHEDULED.match(key):
            return False
        if self.plans.match(key) or self.wills.match(key):
            return not _TAKES_LEAVE.match(key)
        ahead = self.ahead.match(key) or self.period.match(key) or self.aims.search(key)
        if ahead is None or _TARGET.search(key):
            return False
        return not self.duties.past.search(key, ahead.end())

    def answers_so(self, key: str) -> bool:
        """Whether a sentence may answer what is to be done: it tells of nothing that was."""
        return key.count(" ") >= _ANSWER and key[-1] in _ENDS and not self.duties.past.search(key)

    def bids(self, key: str) -> bool:
        """Whether a sentence lays a duty on something before it looks back."""
        must = MUST.search(key)
        return must is not None and not self.duties.past.search(key, 0, must.end())

    def goes_on(self, key: str) -> bool:
        """Whether a sentence may go on with a solution: it begins with an act, soon or by duty."""
        acts = self.soon.match(key) and not _COMPARES.match(key)
        return bool(acts or MUST.search(key) or _WILL.search(key))


@lru_cache(maxsize=4)
def solutions(reference: Reference) -> Solutions:
    """The patterns, made ready once.

    >>> from pipeline import reference
    >>> told = solutions(reference.load())
    >>> told.decided("trước thực trạng đó, đảng ủy xã cử ba đảng ủy viên xuống dự họp với thôn.")
    True
    >>> told.decided("trước thực trạng đó, đảng ủy xã đã cử ba đảng ủy viên xuống dự họp với thôn.")
    False
    """
    w = reference.words
    body = rf"(?:(?:các|mỗi|từng|toàn|tập thể|cả) )?{w('requests.resolving')}"
    deed = rf"(?:{w('requests.act')}|{w('requests.bare')}|{w('requests.deed')})(?!\w)"
    acts = rf"{_LINKED}{_LED}{body}{_NEAR} "
    patterns = {
        "answers": _answers(reference, body),
        "decides": rf"{acts}(?<!việc ){w('requests.settle')} (?:\S+ ){{0,4}}?{deed}",
        "wills": rf"{acts}(?:cũng |còn |sớm )?sẽ (?!(?:\S+ ){{0,4}}?{w('requests.ceremony')}(?!\w))"
        rf"(?:\S+ ){{0,2}}?{deed}",
        "plans": rf"{acts}(?:còn |cũng |đang |hiện )+{w('requests.plan')} (?:\S+ ){{0,4}}?{deed}",
        "ahead": rf"{_LINKED}(?:trong |và |hướng tới, )?(?:{w('requests.time')}|{_REST})(?!\w)"
        rf"(?=.* (?:{deed}|sẽ(?!\w)))",
        "period": _period(reference),
        "vows": rf"{reference.word('requests.leader', 'anh|chị')}(?!\w)(?: [^\s.;:]+){{0,10}}? "
        rf"(?:hứa|cam kết|xin hứa)(?: [^\s.;:]+){{0,10}}? {deed}",
        "aims": rf"^{acts}[^.;:]*?phấn đấu (?:đến |hết |trong |cuối )+"
        r"(?:năm|quý|tháng|nhiệm kỳ)(?!\w)",
        "owes": rf"{_LINKED}(?:[^.;:]{{2,60}} thì )?(?:[^\s,.;:]+ ){{1,12}}(?:cần|phải|nên) {_IDLE}"
        rf"(?:\S+ ){{0,3}}?{deed}",
        "papers": rf"{_LINKED}(?:theo )?{w('requests.paper')}{_OWN}(?: [^\s.;:]+){{0,24}}? "
        rf"{w('requests.sets')}(?: \S+){{0,10}}? {deed}",
        "thus": rf"{_LINKED}theo {w('requests.paper')} (?:này|mới|nói trên|trên)(?!\w)",
        "names": _names(reference, deed),
        **_advice(reference, deed),
        "soon": rf"(?:[^.;:]{{2,40}}, )?(?:[^\s,.;:]+ ){{0,9}}?{deed}",
        "idle": reference.word("requests.idle", r"đạt (?:kết quả|thành tích|\d)") + r"(?!\w)",
    }
    return Solutions(duties(reference), **{name: re.compile(p) for name, p in patterns.items()})


def _answers(reference: Reference, body: str) -> str:
    """What a body does about a state of affairs that was told; what something needs."""
    return (
        rf"{_LINKED}(?:để|nhằm|muốn) [^.;]{{4,140}}? (?:cần|phải|nên) {_IDLE}\w|"
        rf"{_LINKED}(?:(?:đứng )?(?:trước|từ|xuất phát từ|nhận rõ|thấy rõ|nhận diện) "
        rf"(?:những |các |một số )?{reference.words('requests.state')}(?!\w)[^,.;:]{{0,70}},|"
        r"(?:(?:để|nhằm|với mục tiêu|muốn|quyết tâm) )?(?:từng bước |kịp thời |sớm |nhanh chóng )?"
        rf"{reference.words('requests.cure')} (?:[^.;:]{{2,140}})?,|"
        r"(?:để|nhằm|muốn) khắc phục,)"
        rf"(?: [^\s.;:]+){{0,12}}? {body}(?: \S+){{4}}"
    )


def _period(reference: Reference) -> str:
    """A term, year or quarter, which may be over, and a word that looks ahead."""
    return (
        rf"{_LINKED}(?:trong |bước vào )?(?:nhiệm kỳ|giai đoạn|năm|năm học|quý|tháng|vụ) "
        r"(?:[ivx]+(?!\w)|\d+)(?:\s?[-/]\s?\d+)?(?: này)?,"
        rf"(?: [^\s.;:]+){{1,16}}? {reference.words('requests.forward')}(?!\w)"
    )


def _names(reference: Reference, deed: str) -> str:
    """A solution that is named as one: "Lời giải mà huyện đưa ra là …"."""
    w = reference.words
    return (
        rf"{_LINKED}(?:(?:một|những|các|mấy|hai|ba|cũng là một) )?(?:"
        rf"{w('requests.solution')}(?!\w)(?: [^\s.;:]+){{0,14}}? là "
        r"(?!một trong|đúng|phù hợp|do|vì|cần thiết|ở chỗ|rất|hết sức|không)\w|"
        r"(?:cái|điều) cần(?: nhất)?(?: (?:bây giờ|hiện nay|lúc này|trước mắt|nữa))? là \w|"
        r"[^.;:]{4,90} (?:không (?:có |còn )*cách nào (?:khác|hơn)(?: hơn)?|chỉ (?:có|còn) "
        r"(?:một )?(?:cách|con đường))(?: là|,) \w|"
        r"[^.;:]{4,60} (?:nêu|chỉ ra|nhấn mạnh|đề ra|gợi mở)(?: [^\s.;:]+){0,3}? "
        rf"(?:việc|nhiệm vụ|giải pháp|biện pháp|khâu|trọng tâm)(?: [^\s.;:]+){{0,9}} là {deed}|"
        r"(?:[^.;:]{4,80} thì )?"
        rf"(?:việc|điều|bước|khâu|cái|yếu tố) (?:[^\s.;:]+ ){{0,3}}?{w('requests.first')}(?!\w)"
        rf",?(?: [^\s.;:]+){{0,10}}? là (?:[^\s.;:]+ ){{0,5}}?{deed})"
    )


def _advice(reference: Reference, deed: str) -> dict[str, str]:
    """Duties: without a subject, with one, in somebody's own words, and where something holds."""
    subject = (
        r"(?:(?:các|mỗi|từng|toàn|mọi|đội ngũ|tập thể|những) )*"
        rf"(?:{reference.words('requests.subject')}|{reference.words('requests.resolving')})"
    )
    return {
        "bare": rf"{_LINKED}(?:trước hết|trước mắt|về lâu dài|muốn vậy|muốn thế|nhất thiết|"
        rf"theo (?:tôi|chúng tôi),?)?,? ?(?:(?:phải|cần|cần phải|nên) {_IDLE}{deed}|"
        r"(?:hãy|đừng|đã đến lúc|không thể để|không thể tiếp tục|không nên|đừng để|nên chăng,?|"
        r"đòi hỏi phải) \w)",
        "advises": rf"{_LINKED}{subject}(?: [^\s,;:.]+){{0,9}},? "
        rf"(?:cần|nên|cần phải|hãy) {_IDLE}(?:\S+ ){{0,2}}?{deed}|"
        r"[\W_]*(?:mỗi|mọi|từng|tất cả) "
        r"(?!tháng|năm|kỳ|lần|khi|tuần|quý|hạn chế|nội dung|báo cáo|mục|phiếu)"
        r"(?: ?[^\s,;:.]+){1,9} "
        rf"phải {_IDLE}{deed}|"
        rf"{_LINKED}(?:[^\s,;:.]+ ){{1,9}}phải (?:là nơi |thực sự |dám |luôn |biết )\w|"
        rf"{_LINKED}{subject}(?: [^\s,;:.]+){{0,9}} cần (?!thiết|cù|mẫn|câu){_IDLE}\w",
        "quoted": rf"^[*_]*\"(?:[^\s.;:\"]+ ){{1,7}}(?:cần|phải|nên) {_IDLE}(?:\S+ ){{0,4}}?{deed}|"
        + reference.word("requests.voice")
        + r"(?: [^\s.;:\"]+){0,5}?[:,] ?\"(?:phải|cần|cần phải|nên|hãy|đừng|sắp tới|thời gian tới) "
        rf"{_IDLE}(?:\S+ ){{0,6}}?{deed}",
        "case": r"[\W_]*(?:những |các |riêng |với )?(?:[^\s,.;:]+ ){0,3}?(?:nào|ai)(?!\w)"
        r"[^.;:]{4,90} (?:thì|phải|sẽ|nên) \w|"
        r"[\W_]*(?:[^\s,.;:]+ ){0,3}?nào [^.;:]{4,90}, [^,.;:]{2,40} (?:ấy|đó|nấy) \w|"
        r"[\W_]*(?:không |[^.;:]{2,40} mà )[^.;:]{4,90} thì \w|"
        r"[\W_]*nếu [^.;:,]{3,60}, (?:\S+ ){1,8}?(?:chịu trách nhiệm|sẽ|phải)(?!\w)",
    }
