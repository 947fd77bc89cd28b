"""Questions of an article or an interview, and what they open."""

import re

from extractors.zones import ZoneKind

_ASKED: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
    (
        re.compile(
            r"(?<!\w)(?:gỡ|bắt đầu|khởi đầu|chữa|sửa|khắc phục|đổi mới|giải quyết|làm)"
            r"(?: [^\s?]+){0,4}? từ đâu(?: [^\s?]+){0,6}\s?\?"
        ),
        "remedy",
    ),
    (
        re.compile(
            r"(?:vì sao|tại sao|do đâu|bởi đâu|từ đâu|nguyên nhân (?:là|nào)|lý do (?:là )?gì|"
            r"lý do nào|"
            r"đâu là nguyên nhân)(?! (?:không|chưa) ),?(?: [^\s?]+){0,14}\s?\?"
        ),
        "cause",
    ),
    (
        re.compile(
            r"(?:làm gì|làm (?:thế nào|sao|cách nào)|giải pháp (?:nào|gì|ra sao)|(?:gỡ|khắc phục|"
            r"giải quyết|"
            r"xử lý|làm|hành động|chuẩn bị)(?: \S+){0,8}? (?:ra sao|thế nào|như thế nào|"
            r"bằng cách nào|những gì)|"
            r"(?:giải pháp|định hướng|nhiệm vụ|kế hoạch|ưu tiên)(?: \S+){0,14}? (?:gì|nào|ra sao|"
            r"thế nào))"
            r"(?: [^\s?]+){0,10}\s?\?"
        ),
        "remedy",
    ),
    (
        re.compile(
            r"(?:hạn chế|khó khăn|khó nhất|trăn trở|băn khoăn|chưa hài lòng|chưa (?:được|làm được)|"
            r"tồn tại|"
            r"vướng mắc|bất cập|lo (?:nhất|lắng)|(?:gì|đâu|nào|còn) (?:còn )?(?:vướng|khó|trở "
            r"ngại|yếu)|"
            r"(?:vướng|khó|yếu|nghẽn) (?:nhất|ở (?:đâu|khâu nào|chỗ nào)))(?: [^\s?]+){0,12}\s?\?"
        ),
        "shortcoming",
    ),
)


def asked_for(question: str) -> ZoneKind | None:
    """What a question opens, or None.

    >>> asked_for("vì sao chi bộ chưa họp đều?")
    'cause'
    """
    return next((kind for asks, kind in _ASKED if asks.search(question)), None)
