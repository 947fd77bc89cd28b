"""What a speaker, a higher body or an article says is to be done, sentence after sentence."""

import re
from dataclasses import dataclass, field

from extractors.passages import Passage
from pipeline.model import Document
from pipeline.reference import word_start

_LEADER = (
    r"(?:đồng chí|đ/c|ông|bà|bí thư|chủ tịch|thủ tướng|bộ trưởng|trưởng ban|trưởng đoàn|chủ nhiệm|"
    r"ban thường vụ|ban bí thư|ban chấp hành|bộ chính trị|ủy ban kiểm tra|ubkt|thường trực|"
    r"tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đoàn kiểm tra|đoàn giám sát|đoàn công tác|"
    r"đoàn khảo sát|ủy ban|ban tổ chức|ban chỉ đạo|hội nghị|cơ quan này|tôi|chúng tôi|giám đốc)"
)
_ACT = (
    r"(?:cần|phải|tiếp tục|tập trung|chú trọng|tăng cường|đẩy mạnh|quan tâm|đổi mới|chú ý|sớm|"
    r"thực hiện|rà soát|chỉ đạo|triển khai|xây dựng|chấn chỉnh|xử lý|khắc phục|kiểm điểm|báo cáo|"
    r"nâng cao|phát huy|chủ động|khẩn trương|kịp thời|quán triệt|bám sát|nghiên cứu|phối hợp|"
    r"tổ chức|làm tốt|làm rõ|cụ thể hóa|giữ vững|đề cao|nêu cao|nêu gương|kiện toàn|hoàn thiện|"
    r"ban hành|tham mưu|thường xuyên|đấu tranh|đánh giá|kiểm tra|giám sát|lãnh đạo|phấn đấu|"
    r"bảo đảm|đảm bảo|huy động|gương mẫu|coi trọng|không để|không được|tạo|tháo gỡ|giải quyết|"
    r"tự giác|sửa chữa|rèn luyện|lựa chọn|phân công|hướng dẫn|nhân rộng|biểu dương|hoàn chỉnh|"
    r"gắn|đôn đốc|động viên|chăm lo|siết chặt|đào tạo|bồi dưỡng|tuyên truyền|vận động|hoàn thành|"
    r"chuẩn bị|bố trí|ưu tiên|duy trì|củng cố|đoàn kết|rút kinh nghiệm|làm việc|sâu sát|lắng nghe)"
)
_ASKS = re.compile(
    rf"(?:^[\W_]*|(?<!\w){_LEADER}(?: [^\s;]+){{0,24}}?[ ,]+|(?<!\w)(?:đồng thời|cũng|đã),? )"
    r"(?<!theo )(?<!sự )(?<!ý kiến )(?<!phát biểu )(?<!lãnh đạo, )(?<!những )(?<!các )(?<!ứng )"
    r"(?<!công tác )(?<!được )(?<!đơn )(?<!nội dung, )(?<!nhiệm vụ, )(?<!mục đích, )(?<!mục tiêu, )"
    r"(?:đề nghị|yêu cầu|lưu ý|kêu gọi|mong muốn|mong|gợi ý|chỉ đạo|giao nhiệm vụ|giao|nhắc nhở|"
    r"kiến nghị)(?! (?:đại biểu|các đại biểu|hội nghị|nhiệm vụ|của|đặt ra|thực tiễn|mới|"
    r"quan trọng|công tác|cao|trên|này|khen thưởng|xếp loại|công nhận|kỷ luật|kết nạp|tặng)(?!\w))"
    rf"(?: \S+){{0,30}}? {_ACT}(?!\w)"
)
_CLAUSE = re.compile(
    r";\s(?P<asks>(?:đồng thời,? )?(?:yêu cầu|đề nghị)(?! (?:nhiệm vụ|của)(?!\w))"
    rf"(?: [^\s;]+){{1,40}}? {_ACT}(?!\w))"
)
_DONE = re.compile(
    r"(?<!\w)(?:đã|được) (?:\S+ ){0,40}(?:chỉ đạo|giao)(?!\w)|"
    r"(?:đề nghị|yêu cầu) (?:thi hành|xem xét,? thi hành|xử lý|khởi tố|truy tố)|"
    r"(?:đề nghị|yêu cầu|mong)(?: \S+){0,6}? (?:thẳng thắn )?nhìn (?:vào|nhận|lại)(?!\w)"
)
"""Requests told as something that was done."""
_STRESSES = re.compile(
    r"(?<!\w)(?:nhấn mạnh|khẳng định|cho rằng|chỉ rõ|chỉ ra|nêu rõ|phân tích|chia sẻ|cho biết|"
    r"cho hay|nói|kết luận hội nghị|lưu ý|đề xuất|xác định|thống nhất|gợi mở|định hướng)"
    r"(?: \S+){0,40}? (?:cần|phải|cần phải|nên|sẽ|nhiệm vụ \S+ (?:\S+ )?là) "
    r"(?!bị|chịu|nhận|kể|nói|thiết|thi hành kỷ luật|xử lý kỷ luật|được nhìn|"
    r"thừa nhận|thấy|khẳng định)\w"
    r"|(?<!\w)(?:cho hay|cho biết|khẳng định), (?:\S+ ){1,8}sẽ (?!tập hợp|tiếp thu|bầu|diễn ra|"
    r"có)\w"
)
_AHEAD = re.compile(
    r"(?:thời gian tới|những tháng (?:còn lại|cuối năm|tới)|năm tới|nhiệm kỳ tới|nhiệm kỳ mới|"
    r"giai đoạn tới|tới đây|sắp tới|thời gian đến|quý tới|tháng tới|"
    r"từ nay đến (?:cuối năm|cuối nhiệm kỳ|đại hội)|"
    rf"những năm tới|trước mắt|về lâu dài),?(?: \S+){{0,22}}? (?:sẽ|{_ACT})(?!\w)"
)
_WILL = re.compile(
    r"[\W_]*(?:(?:cùng với đó|bên cạnh đó|đồng thời|song song với đó),? )?"
    r"(?:các |mỗi |riêng |về phía mình, )?(?:cấp ủy|đảng ủy|đảng bộ|chi bộ|chi ủy|"
    r"ban thường vụ|ủy ban|"
    r"huyện|tỉnh|xã|phường|thị xã|thành phố|văn phòng|ban (?:tổ chức|tuyên giáo|dân vận)|cơ quan|"
    r"đơn vị|nhà trường)"
    r"(?: [^\s,.;]+){0,5}? (?:cũng )?sẽ (?!diễn ra|khai mạc|bế mạc|bầu|tham dự|kết thúc|có mặt)\w"
)
"""What a body will do, told after what it was asked or has said."""
_RULED = re.compile(
    r"[\W_]*(?:theo (?:quy định|điều lệ|pháp luật)|(?:trước đó|dịp này|cũng tại|cũng trong|"
    r"trước đây)(?!\w))"
    r"|kết luận(?: \S+){0,20} (?:là )?(?:không có cơ sở|tố cáo sai|tố cáo đúng|có cơ sở)"
)
"""Sentences that quote a rule or tell what came before or beside: they ask for nothing."""
_RESOLVES = re.compile(
    r"(?<!\w)(?:chi bộ|đảng bộ|đảng ủy|chi ủy|cấp ủy|ban thường vụ|ban chấp hành|huyện ủy|thị ủy|"
    r"quận ủy|thành ủy|"
    r"tỉnh ủy|huyện|xã|phường|thị trấn|thị xã|thôn|bản|nhà trường|bệnh viện|trung tâm|công ty|"
    r"cơ quan|ngành|chúng tôi)"
    r"(?: [^\s,.;]+){0,5}? (?:đang tính|đang bàn|đang xây dựng kế hoạch|dự kiến|dự định|"
    r"lên kế hoạch|quyết tâm|"
    r"đặt mục tiêu|đặt quyết tâm|cam kết)(?! (?:diễn ra|khai mạc|bế mạc|bầu))(?: \S+){2}"
    r"|(?<!\w)(?:năm 20\d\d|nhiệm kỳ tới|thời gian tới|quý tới|năm tới|sang năm|"
    r"sắp tới)(?: này)?,? [^.:;]{0,60}?"
    r"(?:xác định|chủ trương|đặt mục tiêu)(?!\w)(?: \S+){3}"
)
"""What a body means to do."""
_WISHES = re.compile(
    rf"(?<!\w){_LEADER}(?: [^\s,;]+){{0,6}},? (?:cũng |đã )?"
    r"(?:đề nghị|yêu cầu|lưu ý|kêu gọi|mong muốn|kỳ vọng)(?! (?:đại biểu|"
    r"các đại biểu|hội nghị|nhiệm vụ|của|đặt ra|công nhận|khen thưởng|"
    r"cung cấp|giải trình|làm rõ|xem xét|thi hành|được)(?!\w))(?: \S+){4}"
)
"""A leader who asks for something, whatever it is."""
_LISTS = re.compile(
    r"(?<!\w)(?:nhấn mạnh|nêu|chỉ ra|gợi mở|đề ra|đặt ra|quán triệt)(?: \S+){0,4} "
    rf"(?:nhiệm vụ|giải pháp|yêu cầu|biện pháp|việc)(?: [^\s:]+){{0,8}}: ?{_ACT}(?!\w)"
)
_OPINES = re.compile(
    r"[\W_]*(?:thiết nghĩ|theo (?:chúng tôi|tôi|đồng chí|ông|bà)(?: [^\s,]+){0,8}),(?: \S+){0,16}? "
    r"(?:cần|phải|nên) \w"
)
_RECOMMENDS = re.compile(rf"(?: [^\s,;:]+){{0,7}},? cần (?:\S+ ){{0,2}}{_ACT}(?!\w)")
"""After a body or people: what they ought to do."""
_STRIVES = re.compile(
    r"(?:năm 20\d\d|đến năm|cuối năm|nhiệm kỳ|đến tháng|quý)(?: \S+){0,16}? phấn đấu (?!\S+ đã)\w"
)
_SPOKEN = re.compile(
    r"(?<!\w)(?:nhấn mạnh|chỉ rõ|nêu rõ|khẳng định|xác định|chỉ đạo|kết luận|nói)"
    rf"(?: \S+){{0,10}}?[:,] (?:\S+ ){{0,8}}?{_ACT}(?!\w)"
)
"""What a leader whose speech is told says directly."""
_PURPOSE = re.compile(
    r"[\W_]*(?:(?:vì vậy|do vậy|do đó|bởi vậy|vì thế|từ thực trạng trên|theo đó), )?"
    r"(?:để|nhằm|muốn)(?: \S+){2,40}?,?(?: \S+){0,12}? (?:cần|phải|nên)(?: \S+){0,8}? "
    rf"{_ACT}(?!\w)"
)
_WITHIN = re.compile(
    r"(?<!\w)trong đó,? (?:yêu cầu|đề nghị|quy định rõ)(?: [^\s:]+){0,6}?: ?"
    r"(?:[^\s;]+ ){0,8}?(?:cần|phải|không)(?!\w)"
)
"""What a document that a body has issued asks for."""
_BARELY = re.compile(
    r"[\W_]*(?:(?:và|do đó|vì vậy|vì thế|bởi vậy),? )?(?:nên|cần|cần phải) "
    rf"(?!phải|có thể|nói){_ACT}(?!\w)"
)
"""An opinion without a subject on what ought to be done."""
_CURES = re.compile(
    r"[\W_]*(?:(?:vì vậy|do đó|bởi vậy|vì thế|rõ ràng|thiết nghĩ),? )?(?:việc )?(?:chữa|trị|"
    r"khắc phục|"
    r"chấm dứt|gỡ|tháo gỡ|giải quyết|vượt qua)(?: (?!là )[^\s,.:;]+){2,20},? "
    r"(?:cần|phải|đòi hỏi|không thể thiếu|trước hết|nên)(?: \S+){2}"
)
"""What a remedy of something needs: "Chữa bệnh hình thức cần …"."""
_ORDINAL = re.compile(
    r"(?P<first>một là|thứ nhất(?: là)?)\W*$|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\W*$|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?\W*$"
)
_LINK = re.compile(
    r"[\W_]*(?:(?:cùng với|bên cạnh|song song với|gắn với|đi đôi với) (?:đó|việc)|đồng thời|"
    r"ngoài ra|đặc biệt|trong đó|mặt khác|trước (?:hết|mắt)|về lâu dài|theo đó|tiếp đó|muốn vậy|"
    r"để làm được|hơn nữa|nhất là|qua đó|từ đó|bởi vậy|vì vậy|do đó|vì thế|cuối cùng|về |đối với |"
    r"trong công tác|riêng|hằng (?:tháng|quý|năm)|phải|cần|không (?:để|được|ngừng)|kiên quyết)"
)
_BARE = re.compile(
    r"[\W_]*(?:(?:cùng với đó|bên cạnh đó|song song|đồng thời|song song với đó|đi liền với đó|và|"
    r"tiếp theo|sau cùng|cuối cùng|trước hết|trước mắt|hằng (?:tháng|quý|năm)),? )?(?:hãy |nên )?"
    r"(?:(?:về|với|đối với|riêng|trong) [^,.:;]{3,60}, )?"
    r"(?:coi|xem|thay đổi|chia nhỏ|chọn|lựa chọn|bồi dưỡng|kết nối|nâng chất|nâng cao|rút ngắn|"
    r"giữ|mở rộng|mở|lượng hóa|"
    r"buộc|giao|sửa đổi|lập|đưa|lấy|rà soát|phân công|khơi dậy|khuyến khích|nhân rộng|phân định|"
    r"quy định|"
    r"cụ thể hóa|lồng ghép|kết hợp|thiết lập|số hóa|ứng dụng|thí điểm|trao|dành|bỏ|cắt giảm|"
    r"công khai|"
    r"luân chuyển|thay thế|tinh gọn|sắp xếp|kiện toàn|xác định rõ|nhận diện|khắc phục|mạnh dạn|"
    r"kiên trì|kiên quyết|"
    r"nắm chắc|nắm vững|chuyển mạnh|biến|tạo|xóa|gắn|lắng nghe|trọng dụng|đặt|hình thành|"
    r"thực hành)(?!\w)"
)
"""How a sentence without a subject goes on with what is to be done."""
_OPENING = 60
"""Characters at the start of a sentence that show what it tells of."""
_NARRATES = re.compile(
    r"(?<!\w)(?:hội nghị|buổi (?:lễ|làm việc|họp)|phóng viên|kết thúc|tham dự|dự hội|nhân dịp|"
    r"được biết|kể|tâm sự|"
    r"bộc bạch|cho biết|cho hay|chia sẻ|thống kê|khảo sát|tính đến|năm 20\d\d, |kết quả(?: là)?, |"
    r"nhờ (?:đó|vậy)|thực tế cho thấy|năm qua|vừa qua|thời gian qua|những năm qua|trước đây|"
    r"trước đó|tuy nhiên|song,|"
    r"tuy vậy|nhưng|thế nhưng|nguyên nhân|dịp này|trả lời|đến nay|được tặng|khen thưởng)(?!\w)"
    r"|(?<!\w)(?:xin (?:học|kính|trân|cảm|chúc)|theo (?:tinh thần|nghị quyết|quy định|hướng dẫn))"
)
"""What is told beside a request, not to explain it."""
SUBJECT = re.compile(
    r"[\W_]*(?:các |mỗi |từng |toàn |mọi |đội ngũ |tập thể |từng đồng chí |"
    r"các đồng chí |thường trực |ban chấp hành )*"
    r"(?:cấp ủy|tổ chức đảng|đảng ủy|đảng bộ|chi bộ|chi ủy|ban thường vụ|cán bộ|đảng viên|cơ quan|"
    r"đơn vị|địa phương|ngành|người đứng đầu|bí thư|ủy ban kiểm tra|ban tổ chức|ban tuyên giáo|"
    r"tỉnh|huyện|xã|trường|bộ|sở|nhà trường|đoàn thể|mặt trận|văn phòng|ban cán sự|chính quyền|"
    r"đồng chí|ủy viên|cấp trên|tổ chức)(?!\w)"
)
_SETS_OUT = re.compile(
    r"(?:đề ra|xác định|thống nhất|thông qua)(?: \S+){0,8}? (?:phương hướng|nhiệm vụ|giải pháp|"
    rf"mục tiêu)[^:]{{0,80}}: ?{_ACT}(?!\w)"
)
_ACTING = re.compile(rf"(?<!\w){_ACT}(?!\w)")
_IS = re.compile(r"(?<!\w)(?:là|có|thuộc|gồm|gần|hơn|chất lượng|công tác|vai trò|việc)(?!\w)")
"""Before the act: it is part of what is described, not what is asked."""
_MUST = re.compile(
    word_start("cần(?! thiết)", "phải(?! thi hành)", "nên|không để|không được") + r"(?!\w)"
)
_PAST = re.compile(
    word_start(
        "đã|vừa|hôm|sáng|chiều|tiếp thu|thay mặt|bày tỏ|cảm ơn|ghi nhận|biểu dương|chưa|luôn"
        "|đánh giá cao|hoan nghênh|chúc mừng|báo cáo với|kết quả cho thấy|hiện nay|còn|vẫn"
    )
    + r"(?!\w)"
)
_SPEECH = re.compile(
    r"(?<!\w)(?:phát biểu (?:chỉ đạo|kết luận|tại|với)|kết luận (?:hội nghị|buổi|cuộc|tại)|"
    r"chỉ đạo (?:tại|hội nghị|đại hội))"
)
_ANSWER = re.compile(r"(?<!\w)(?:tiếp thu|thay mặt|đáp từ|báo cáo (?:tại|với|kết quả)|tham luận)")


_ASKING = (
    "đề nghị", "yêu cầu", "lưu ý", "kêu gọi", "mong", "gợi ý", "chỉ đạo", "giao", "nhắc nhở",
    "kiến nghị", "kỳ vọng",
)  # fmt: skip
_SAYING = (
    "nhấn mạnh", "khẳng định", "cho rằng", "chỉ r", "nêu rõ", "phân tích", "chia sẻ", "cho ", "nói",
    "kết luận", "lưu ý", "đề xuất", "xác định", "thống nhất", "gợi mở", "định hướng",
)  # fmt: skip
_MEANING = (
    "đang ", "dự kiến", "dự định", "lên kế hoạch", "quyết tâm", "mục tiêu", "cam kết", "xác định",
    "chủ trương",
)  # fmt: skip
_COMING = (" tới", "tới ", "tháng", "nhiệm kỳ", "thời gian đến", "từ nay", "trước mắt", "lâu dài")
CUES: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {
    "asks": (_ASKS, _ASKING), "wishes": (_WISHES, _ASKING), "stresses": (_STRESSES, _SAYING),
    "ahead": (_AHEAD, _COMING), "past": (_PAST, ("",)), "must": (_MUST, ("",)),
    "resolves": (_RESOLVES, _MEANING),
}  # fmt: skip
"""Patterns that tell of a request, by name, for those who only weigh them; and words of which
each needs one."""
_GAP = 2
"""Sentences without a request that may stand between two of one speech."""


@dataclass(slots=True)
class Requests:
    """Reads the sentences of news, speeches and articles in order.

    `speaks`: a leader's speech is being told. `open_as`: the rule that the sentences now follow.
    `acts`: the list being read began with something to be done. `told`: each sentence of the
    paragraph so far says what is to be done, so that the next explains it.
    """

    document: Document
    speaks: bool = False
    open_as: str | None = None
    acts: bool = False
    missed: int = 0
    block: int = field(default=-1)
    told: bool = False

    def rule(self, key: str, passage: Passage) -> str | None:
        """The rule by which the sentence says what is to be done, or None."""
        fresh = passage.block.span.start != self.block
        self.told = self.told and not fresh
        self.block = passage.block.span.start
        self._hear(key)
        if passage.heading or passage.zone.kind not in ("open", "praise"):
            self.open_as = None
            return None
        found = self._opens(key, passage)
        if _RULED.search(key):
            self.open_as = None
        if found is None and self.open_as and (_goes_on(key) or (self.told and _explains(key))):
            found = self.open_as
        self.told = found is not None if fresh else self.told and found is not None
        self._keep(found, key, fresh)
        return found if not passage.announces else None

    def _keep(self, found: str | None, key: str, fresh: bool) -> None:
        """Keeps the requests open over a few sentences between them that tell nothing done."""
        if found:
            self.open_as, self.missed = found, 0
        elif fresh:
            self.missed += 1
            if self.missed > _GAP or _PAST.search(key):
                self.open_as = None

    def _hear(self, key: str) -> None:
        if _SPEECH.search(key):
            self.speaks = True
        elif _ANSWER.search(key):
            self.speaks = False

    def _opens(self, key: str, passage: Passage) -> str | None:
        """The rule that a sentence opens by itself."""
        if _looks_back(key):
            return None
        if _RULED.search(key):
            return None
        if _SETS_OUT.search(key) or (_RESOLVES.search(key) and not _PAST.search(key[:40])):
            return "set_out"
        asks = _ASKS.search(key)
        if asks and not _DONE.search(asks[0]):
            return "said_to_be_done"
        if _WISHES.search(key) or _LISTS.search(key) or _WITHIN.search(key):
            return "said_to_be_done"
        if _STRESSES.search(key):
            return "said_to_be_done" if not re.search(r"(?<!\w)sẽ(?!\w)", key) else "set_out"
        spoken = _SPOKEN.search(key) if self.speaks else None
        if spoken and " là " not in spoken[0] and not _PAST.search(key):
            return "said_to_be_done"
        if self.speaks and SUBJECT.match(key) and _MUST.search(key) and not _PAST.search(key):
            return "said_to_be_done"
        if _AHEAD.search(key):
            return "said_to_be_done" if self.speaks else "set_out"
        if _ought(key):
            return "said_to_be_done" if self.speaks else "set_out"
        return "listed" if self._lists(key, passage) else None

    def _lists(self, key: str, passage: Passage) -> bool:
        """Whether the sentence opens an item ("Hai là, …") of a list that began with an act."""
        start = passage.span.start
        ordinal = _ORDINAL.search(self.document.key, max(0, start - 16), start)
        if not (passage.marker and ordinal and passage.zone.kind == "open"):
            return False
        act = _ACTING.search(key[:60])
        begins = bool(act and (act.start() <= 4 or _MUST.search(key))) and not _PAST.search(key)
        if ordinal["first"]:
            self.acts = begins
        return self.acts and act is not None


def asking_clause(key: str, start: int, end: int) -> int | None:
    """Where a later clause of the sentence at `key[start:end]` begins to ask for something.

    >>> asking_clause("cảnh cáo ban thường vụ; yêu cầu đảng ủy kiểm điểm.", 0, 50)
    24
    """
    m = _CLAUSE.search(key, start, end)
    return m.start("asks") if m and not _ASKS.search(key[start : m.start()]) else None


def _ought(key: str) -> bool:
    """Whether a sentence gives an opinion on what ought to be done, or what is striven for."""
    cures = _CURES.match(key) or _BARELY.match(key)
    if _PURPOSE.match(key) or _OPINES.match(key) or (cures and not _PAST.search(key)):
        return True
    if _PAST.search(key):
        return False
    subject = SUBJECT.match(key)
    return bool(subject and _RECOMMENDS.match(key, subject.end())) or bool(_STRIVES.search(key))


def _looks_back(key: str) -> bool:
    """Whether a sentence tells of lacks or of what was done, not of what is to be done."""
    return bool(
        re.search(r"(?<!\w)(?:còn|vẫn|chưa) (?:\S+ ){0,3}(?:chưa|hạn chế|thấp|tốt|cao)", key)
    )


def _explains(key: str) -> bool:
    """Whether a sentence of a paragraph may explain what the one before it asked for."""
    narrates = _NARRATES.search(key, 0, _OPENING) or key.endswith("?")
    return not (narrates or _PAST.search(key) or _RULED.search(key))


def _goes_on(key: str) -> bool:
    """Whether a sentence goes on with what the one before it asked for."""
    if _RULED.search(key):
        return False
    if _BARE.match(key) and not _PAST.search(key):
        return True
    act = _ACTING.search(key)
    if _WILL.match(key):
        return True
    if SUBJECT.match(key) and _MUST.search(key) and not _PAST.search(key):
        return True
    if act is None:
        return False
    if _PAST.search(key, 0, max(act.start(), min(60, len(key)))):
        return False
    if act.start() <= 4 or _MUST.search(key):
        return True
    if _IS.search(key, 0, act.start()):
        return False
    link = _LINK.match(key)
    at = link.end() if link else 0
    subject = SUBJECT.match(key, at)
    reach = 60 if subject else 14
    return bool(link or subject) and act.start() - (subject.end() if subject else at) <= reach
