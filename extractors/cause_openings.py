"""Sentences that begin to tell the causes of what fell short."""

import re

_ADVERB = (
    r"(?:,? (?:chủ yếu|trước hết|trước tiên|phần lớn|phần nhiều|một phần|có phần|phần nào|chính|"
    r"cơ bản|vẫn|"
    r"đều|cũng|suy cho cùng|xét cho cùng|nói cho cùng|thực ra|trực tiếp|đầu tiên|đa phần|có lẽ|"
    r"theo \w+ \w+|"
    r"theo chúng tôi))*,?"
)
_BECAUSE = (
    r"(?: là)? (?:do(?! (?:đó|vậy|thế)(?!\w))|(?:vì|bởi)(?! (?:vậy|thế)(?!\w))|tại vì|bắt nguồn|"
    r"xuất phát|có (?:cả )?(?:nguyên nhân|gốc rễ|căn nguyên|nguồn gốc)|"
    r"(?:ở|tại) chỗ|nằm ở)(?!\w)"
)
_WELL = (
    r"(?!(?:\S+ ){0,5}?(?:kết quả|thành tích|thành công|thành tựu|chuyển biến|tiến bộ|tăng "
    r"trưởng|phát triển|"
    r"đổi thay|thay đổi|khởi sắc|đoàn kết|đồng thuận|ưu điểm)(?!\w))"
)
"""Not said of what went well."""
_BACK = r"(?:này|đó|ấy|trên|trên đây|nêu trên|kể trên|vừa nêu|như vậy|như thế)"
_ANAPHORIC = (
    rf"{_WELL}(?:(?:sự|nạn|cảnh|nỗi|tình trạng|tình hình|thực trạng|hiện tượng|con số)"
    rf"(?: [^\s,.;:]+){{0,6}}? {_BACK}{_ADVERB}{_BECAUSE}"
    r"|(?:việc|chuyện|điều|những|các)"
    rf"(?: [^\s,.;:]+){{0,6}}? {_BACK}(?: (?!do )[^\s,.;:]+){{0,3}}?(?!{_ADVERB} do "
    rf"){_ADVERB}{_BECAUSE})"
)
"""What was told, taken up again: "Sự sụt giảm ấy trước hết là vì …"."""
_EXISTS = (
    rf"(?:sở dĩ )?(?:có|xảy ra|để xảy ra|để|dẫn đến|dẫn tới|nảy sinh) {_WELL}(?:tình hình|tình "
    rf"trạng|thực trạng|"
    rf"hiện tượng|những|các|hạn chế|sự|chuyện)(?: [^\s,.;:]+){{0,7}}?{_ADVERB}{_BECAUSE}"
)
"""That it came about: "Có tình hình trên là vì …"."""
_POORLY = (
    r"(?:chậm|yếu|thấp|thiếu|khó|vướng|hụt|kém|trễ|muộn|giảm|chưa đạt|không đạt|đạt thấp|lỡ hẹn|"
    r"được ít|"
    r"(?:chưa|không)(?: [^\s,.;:]+){1,3} được)(?: (?:như vậy|như thế|thế|vậy|tiến độ|chỉ tiêu|kế "
    r"hoạch|này|ấy|"
    rf"đó))?{_ADVERB}{_BECAUSE}"
)
"""A lack named in a word: "Chậm trước hết vì …"."""
_CAUSES_NAMED = re.compile(
    r"(?P<says>[^.:;]{0,90}(?:cho rằng|cho biết|chỉ rõ|chỉ ra|nêu rõ|khẳng định|xác định|nhận định|"
    r"phân tích|thừa nhận|cho thấy|có thể thấy|có thể nói|nhận thấy)[,:]? )?"
    r"(?:(?:thêm|và|nhưng|còn|cũng là)\s+)?(?:những\s+|một số\s+|các\s+|trong đó,?\s+|một\s+|"
    r"một trong (?:những|các|số các)\s+)?(?:nguyên\s+nhân|nguyên\s+do)(?!\w)"
)
"""That causes are told, in the word; `says`: who tells them."""
_CAUSE_TOLD = re.compile(
    r"(?P<says>(?!))?(?:một (?:trong những )?lý do(?: khác| nữa)?(?:,| là| khiến)"
    r"|(?:có|do|từ) (?:rất )?(?:nhiều|một số|những) nguyên\s+nhân(?!\w)"
    r"|có thể (?:kể|nêu|chỉ) ra (?:mấy|một số|nhiều|những|vài) (?:lý do|nguyên nhân)(?!\w)"
    r"|lý giải (?:về |cho )?(?:điều|việc|tình trạng|thực trạng|chuyện) (?:này|đó|ấy|trên)(?!\w)"
    r"|(?:tình hình|thực trạng|thực tế|những chuyện|những điều) (?:này|đó|ấy|trên) (?:chủ yếu |"
    r"trước hết |một phần )?(?:bắt nguồn|xuất phát|là do|do(?! đó))(?!\w)"
    r"|sở dĩ\s|(?:điều|tình trạng|việc) (?:này|đó|trên) (?:chủ yếu |một phần |trước hết )?"
    r"(?:là do|do|bắt nguồn|xuất phát)"
    r"|(?:những|các)\s+(?:hạn chế|khuyết điểm|tồn tại|yếu kém|thiếu sót|khó khăn)[^.:;]{0,60}?\s"
    r"(?:(?:có|do)\s[^.:;]{0,20}?nguyên\s+nhân|là do|bắt nguồn|xuất phát từ)"
    r"|(?:những|các)\s+(?:hạn chế|khuyết điểm|tồn tại|yếu kém|thiếu sót)[^.:;]{0,50}?\s"
    r"(?:trên|trên đây|đó|này)\s(?:(?:chủ yếu|trước hết|phần lớn|một phần|cơ bản)\s)?"
    r"do(?! đó)(?!\w)"
    r"|(?:để )?(?:vi phạm|sai phạm|khuyết điểm|tình trạng|hạn chế|việc)(?: \S+){0,8}? (?:xảy ra )?"
    r"(?:này|đó|trên|nêu trên|xảy ra|như vậy|như thế),? (?:chủ yếu |trước hết |một phần |"
    r"phần lớn )?"
    r"(?:là do|là vì|là bởi|do(?! đó)|bởi)(?!\w)"
    r"|(?:theo [^,.;]{3,50}, |[^.:;]{0,60} cho rằng,? )?"
    r"(?:cái gốc|gốc rễ|gốc|căn nguyên|cội nguồn|nguồn cơn|lý do)"
    r"(?: (?:của|sâu xa|chính|chủ yếu|ở đây|vấn đề|vướng mắc|này|đó|\w+)){0,6}? (?:vẫn |chính )?"
    r"(?:là|nằm ở|ở chỗ|do|cũng (?:là |chỉ )?(?:vì|do|bởi)|vì|bởi)(?!\w)"
    r"|(?:những|các) (?:biểu hiện|tình trạng|hạn chế|chuyện|điều)(?: \S+){0,3}? (?:có|đều có) "
    r"(?:gốc rễ|căn nguyên|nguyên do|lý do|cái gốc)(?!\w)"
    r"|[^.:;]{0,60} cho rằng,? (?:cái )?lỗi (?:trước hết |chủ yếu )?thuộc về "
    r"|(?:lỗi|trách nhiệm) (?:ấy|đó|này) (?:trước hết|chủ yếu) (?:ở|thuộc về) "
    r"|(?:những|các)\s+(?:việc|vấn đề|biểu hiện)[^.:;]{0,50}?\s(?:trên|trên đây|đó|này)\s"
    r"(?:có\s+nguyên\s+nhân|bắt nguồn|xuất phát)(?!\w)"
    r"|(?:giải trình|lý giải|lý do|giải thích|giải trình (?:nguyên nhân|lý do|"
    r"việc)[^:]{0,40})\s?:(?=\s?\S)"
    rf"|{_ANAPHORIC}|{_EXISTS}|{_POORLY})"
)


def cause_told(key: str) -> re.Match[str] | None:
    """How a sentence begins to tell causes, or None; the group `says` is who tells them.

    >>> bool(cause_told("nguyên nhân của những hạn chế trên là do ngại khó"))
    True
    """
    named = _CAUSES_NAMED.match(key) if "nguyên" in key else None
    return named or _CAUSE_TOLD.match(key)
