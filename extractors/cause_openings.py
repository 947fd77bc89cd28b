"""Sentences that begin to tell the causes of what fell short."""

import re

_CAUSE_TOLD = re.compile(
    r"(?P<says>[^.:;]{0,90}(?:cho rằng|cho biết|chỉ rõ|chỉ ra|nêu rõ|khẳng định|xác định|nhận định|"
    r"phân tích|thừa nhận|cho thấy|có thể thấy|có thể nói|nhận thấy)[,:]? )?"
    r"(?:những\s+|một số\s+|các\s+|trong đó,?\s+)?nguyên\s+nhân(?!\w)"
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
    r"(?:là|nằm ở|ở chỗ|do)(?!\w)"
    r"|(?:những|các) (?:biểu hiện|tình trạng|hạn chế|chuyện|điều)(?: \S+){0,3}? (?:có|đều có) "
    r"(?:gốc rễ|căn nguyên|nguyên do|lý do|cái gốc)(?!\w)"
    r"|[^.:;]{0,60} cho rằng,? (?:cái )?lỗi (?:trước hết |chủ yếu )?thuộc về "
    r"|(?:lỗi|trách nhiệm) (?:ấy|đó|này) (?:trước hết|chủ yếu) (?:ở|thuộc về) "
    r"|(?:những|các)\s+(?:việc|vấn đề|biểu hiện)[^.:;]{0,50}?\s(?:trên|trên đây|đó|này)\s"
    r"(?:có\s+nguyên\s+nhân|bắt nguồn|xuất phát)(?!\w)"
)


def cause_told(key: str) -> re.Match[str] | None:
    """How a sentence begins to tell causes, or None; the group `says` is who tells them.

    >>> bool(cause_told("nguyên nhân của những hạn chế trên là do ngại khó"))
    True
    """
    return _CAUSE_TOLD.match(key)
