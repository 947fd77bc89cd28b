"""Sentences that speak of a lack and state none: they concede, rule, teach or look back."""

import re

from pipeline.reference import word_start

_CONCEDES = re.compile(
    r"(?<!\w)(?:mặc dù|mặc dầu|dù|trong điều kiện|trong bối cảnh|trước)(?: \S+){0,5} "
    r"(?:khó khăn|thách thức|hạn chế|vướng mắc)"
    r"|(?<!\w)(?:trong|trước) (?:bối cảnh|điều kiện|tình hình)(?: \S+){0,20} (?:phức tạp|khó lường|"
    r"khó khăn|thách thức)"
)
_COUNTS = re.compile(r"\d+(?:/\d+)? chỉ tiêu(?: \S+){0,3} (?:vượt|đạt|chưa đạt)")
_GENERAL = re.compile(
    r", thì(?!\w)|(?<!\w)(?:nơi|việc|chi bộ|đơn vị|ở đâu|khi|ai|đồng chí|cấp ủy|xã|"
    r"đảng viên|cán bộ|người|tổ chức|cơ quan|cá nhân|địa phương|đảng bộ|trường hợp) nào (?!đó|cũng)"
    r"(?:[^\s;]+ ){1,16}?thì(?!\w)|(?<!\w)(?:hễ|một khi) |kinh nghiệm(?: \S+){0,6} cho thấy"
)
"""What holds whenever something is so, not what is so."""
_RESOLVED = re.compile(
    r"(?:^|(?<=, )|(?<=; ))(?:đã )?(?:xử lý|giải quyết|khắc phục|chấn chỉnh)(?: \S+){0,2}? "
    r"(?:dứt điểm|xong|triệt để)(?!\w)|(?<!chưa )(?<!không )được đưa ra (?:mổ xẻ|bàn|"
    r"kiểm điểm)(?!\w)"
)
"""What a unit has done about a lack."""
_OVERCOME = re.compile(
    word_start("gỡ được|giải quyết được|xử lý được|khắc phục được|xóa được|khơi thông được")
    + r"(?! (?:bao nhiêu|mấy|\d|một|vài))(?!\w)"
)
_GONE = re.compile(
    word_start(
        "đã lùi vào|đã thuộc về|đã là chuyện",
        r"bớt (?:dần|hẳn)",
        r"lùi (?:dần|hẳn)",
        r"vãn (?:dần|hẳn)",
        r"dứt (?:dần|hẳn)",
        r"hết (?:dần|hẳn)",
        r"giảm (?:dần|hẳn)",
        r"không còn(?: nữa)?\W*$",
        r"không để (?:\w+ ){1,5}kéo dài",
    )
    + r"(?!\w)"
)
"""What is over."""
_WRITTEN = re.compile(
    r"(?:phần|mục|báo cáo|bản kiểm điểm|bản báo cáo|mỗi|từng|dự thảo|nội dung|khi)(?: "
    r"[^\s,;]+){0,7} "
    r"(?:cần|phải|nên|không được) (?:\w+ ){0,2}?(?:chỉ|nêu|nói|kèm|ghi|phân tích|đánh giá|xác định|"
    r"làm rõ|rõ|liên hệ|tránh|đi thẳng|gắn|viết|trình bày)(?!\w)"
    r"|.*(?<!\w)(?:không nên|nên tránh|chớ nên|chớ|đừng) (?!\w+ rằng)"
)
"""How something is to be written or done."""
_TEACHES = re.compile(
    r"(?:.{0,60}(?<!\w)(?:bác hồ|bác|hồ chí minh|lênin|lê-nin|c\. ?mác|ăngghen|ăng-ghen|tổng bí "
    r"thư)|người|"
    r"điều lệ(?: đảng)?|quy định|câu nói ấy)(?: (?:đã|từng|luôn|cũng|thường|\w+ \w+))? "
    r"(?:dạy|căn dặn|dặn|nhắc|nhắc nhở|viết|chỉ rõ|chỉ ra|phê bình|nhấn mạnh|nói|coi|ví|khẳng "
    r"định|cảnh báo|"
    r"phê phán|gọi|nêu rõ|ghi rõ|quy định)(?!\w)"
)
"""What the classics and the rules say of lacks is said of none in particular."""
_RULES_SAY = re.compile(
    r"(?:đáp\s?: ?)?(?:trường hợp (?!của|ông|bà|đồng chí|này|đó|anh|chị)|"
    r"(?!.*(?<!\w)(?:nhưng|song|tuy nhiên|thực tế|trong khi|lại)(?!\w))"
    r"(?:theo|căn cứ)(?: khoản \d+,?| điều \d+,?)* (?:điều lệ|quy định|hướng dẫn|quy chế|luật)"
    r"[^,;.]{0,70}, )"
)
"""What the rules provide for."""
_UNDAUNTED = (
    "nhờ ", "có được ", "thay vì ", "không đầu hàng", "không cam chịu", "không bó tay",
    "không nản", "quyết không", "không lùi bước", "vượt lên",
)  # fmt: skip
"""How a sentence begins that tells what was done in spite of something."""
_DEFINES = re.compile(
    r"(?!.*(?:còn|chưa|một số|nhiều|không ít|hiện nay))[^,.;:]{5,90} là (?:việc|hành vi|trường "
    r"hợp|hình thức|"
    r"một trong (?:những|các)|kẻ thù|giặc|nguyên tắc|quy luật|vũ khí|biện pháp|phương pháp|cách|"
    r"bệnh|căn bệnh|"
    r"nguy cơ|điều (?:cấm|tối kỵ))(?!\w)"
    r"|.*(?<!\w)(?:bị|áp dụng|xử lý|kỷ luật)(?: hình thức)? (?:khiển trách|cảnh cáo|cách chức|"
    r"khai trừ|kỷ luật)"
    r"(?: [^\s,;]+){0,4},? (?:khi|nếu|trong các trường hợp|một trong)(?!\w)"
)
"""What something is, or when it is punished."""
_EASES = re.compile(
    word_start(
        "hộ nghèo|thất nghiệp|tội phạm|vi phạm|tai nạn|đơn thư|khiếu kiện|khiếu nại|tố cáo|tệ"
        "|nạn|bệnh"
        "|tiêu cực|tình trạng|hiện tượng|biểu hiện|nợ|tồn đọng|phiền hà|hủ tục|tảo hôn|vụ|yếu kém"
        "|trung bình|không hoàn thành"
    )
    + r"(?: (?!chưa|không|chậm|ít)[^\s,;]+){0,7} (?:giảm|bớt|vãn|vơi|thưa|vắng|lùi|hiếm)"
    r"(?:,|\W*$| (?!sút|chậm|không|ít|chưa|thiểu))"
)
"""What there is happily less of."""
_BEFORE = re.compile(
    r"(?:trước đây|trước kia|những năm trước|ngày trước|hồi (?:đó|ấy)|ngày ấy|ngày xưa|thuở|"
    r"khi mới|từng )|.*(?<!chưa )(?<!chưa bao giờ )(?<!đã )(?<!\w)từng (?:bị|là|mang tiếng|có "
    r"thời|vướng|lơ)"
)


def excuses(key: str) -> bool:
    """Whether a sentence only concedes a difficulty, counts targets, rules or looks back.

    >>> excuses("đảng viên nào bỏ sinh hoạt ba tháng thì chi bộ xem xét")
    True
    """
    if _CONCEDES.search(key) or _COUNTS.search(key) or _BEFORE.match(key):
        return True
    if key.startswith(_UNDAUNTED) or _TEACHES.match(key) or _RULES_SAY.match(key):
        return True
    if _WRITTEN.match(key) or _EASES.search(key) or _DEFINES.match(key):
        return True
    return bool(_GENERAL.search(key) or _RESOLVED.search(key)) or _over(key)


def _over(key: str) -> bool:
    """Whether what is spoken of has been overcome or is gone."""
    if _GONE.search(key):
        return True
    done = _OVERCOME.search(key)
    return done is not None and not key[: done.start()].endswith(("chưa ", "không "))
