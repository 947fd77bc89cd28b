"""Headings that open what is to be done, as a whole and by no single word of a lexicon."""

import re

_NUMBERED = r"[\W\d_]*(?:phần (?:thứ )?\w+\W+|(?:[ivx]+|[a-hđ])[.)/-]+\s*)?"
_NUMBER = r"[\W\d_]*(?:\d|(?<!\w)(?:[ivx]+|[a-hđ]))[.)/-]+\s*"
_YEAR = r"(?:,? (?:năm )?\d{4}|\s?/\s?\d{4})?"
_MONTHS = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|những|các|mấy) tháng"
_AHEAD = (
    rf"(?:(?:trong )?(?:thời gian (?:tới|đến)|(?:tháng|quý|năm|vụ|kỳ|khóa|đợt) (?:tới|sau)|"
    r"(?:năm học|học kỳ|học kì|nhiệm kỳ|giai đoạn) (?:tới|mới|sau|tiếp theo)|những năm tới)|"
    rf"{_MONTHS} (?:cuối năm|còn lại|tiếp theo|tới)(?: (?:của|trong) năm)?{_YEAR}|"
    r"phần còn lại của (?:năm|nhiệm kỳ)|(?:từ nay|từ giờ)(?:(?: đến| tới) (?:\S+ ?){1,6})?|"
    r"sang (?:năm|quý|tháng|học kỳ|nhiệm kỳ)(?: \S+){0,2}|sắp tới|tới đây|phía trước)"
)
"""A time that has not come."""
_TIME = (
    rf"(?:{_AHEAD}|(?:tháng|quý) (?:\d+|[ivx]+){_YEAR}|năm(?: học)? \d{{4}}(?:\s?-\s?\d{{4}})?|"
    rf"học kỳ (?:\d|i+){_YEAR}|(?:nhiệm kỳ|giai đoạn) \d{{4}}\s?-\s?\d{{4}}|"
    rf"tuần(?: \S+){{1,4}}|{_MONTHS} đầu năm{_YEAR})"
)
_WORK = (
    r"(?:(?:một số |những |các )?(?:trọng tâm )?(?:công việc|việc|nhiệm vụ|kế hoạch|dự kiến|"
    r"dự kiến công tác|dự kiến công việc|chương trình(?: công tác| hoạt động| hành động)?|"
    r"kế hoạch công tác|kế hoạch hoạt động|trọng tâm(?: công tác| công việc| lãnh đạo)?|"
    r"lịch công tác|phân công(?: nhiệm vụ| công việc)?|hướng(?: tới| đi)?|dự định))"
)
_TO_DO = (
    r"(?:(?:một số |những |các |mấy |ba |bốn |năm )?(?:công việc|việc|phần việc|bước|điều|khâu)"
    r"(?: (?:tiếp theo|phải làm|sẽ làm|còn phải làm|cần làm|làm ngay|phải làm ngay|cần làm ngay|"
    r"trước mắt|cần tập trung|phải tập trung|sắp làm|nên làm|cần sửa|phải sửa|sẽ sửa|cấp bách|"
    r"cần tháo gỡ))(?: \S+){0,5}|"
    r"(?:phải |cần |sẽ |nên )(?:làm gì|sửa gì|sửa thế nào|gỡ thế nào)(?: \S+){0,6}|"
    r"làm gì(?: \S+){0,6}|cần (?:làm|sửa) (?:ngay|sớm)|"
    r"(?:đi tìm |tìm )?lời giải(?: \S+){0,8}|(?:tìm )?hướng (?:đi|gỡ|tháo gỡ|giải quyết|ra)"
    r"(?: \S+){0,6}|"
    r"(?:cách|để) (?:gỡ|tháo gỡ|chữa|trị|sửa|giải quyết)(?: \S+){0,6}|"
    r"(?:tìm|liều|phương) thuốc(?: \S+){0,6}|"
    r"(?:đề xuất|kiến nghị|gợi ý)(?:,| và)? (?:hướng|cách|phương án|chính sách)(?: \S+){0,8})"
)
_BARE = (
    r"(?:(?:các |những |một số )?(?:chủ trương|cách làm|cách thực hiện|lộ trình|phương án|"
    r"nội dung công việc|nội dung thực hiện|nội dung lãnh đạo|công việc cụ thể|việc cụ thể|"
    r"cam kết|hướng tới|sửa chữa|khắc phục))"
)
"""Words that open what is to be done only with a number before them."""
_ASKED = r"(?:kiến nghị|đề xuất|yêu cầu|đề nghị)"
_TEAM = (
    rf"(?:một số )?{_ASKED}(?:(?:,| và|, và) {_ASKED})? (?:"
    r"của (?:đoàn|tổ|ủy ban kiểm tra|cơ quan kiểm tra)(?: \S+){0,6}|"
    r"đối với (?:chi|đảng|cấp ủy|ban|tổ chức|đơn vị|tập thể|các|huyện|xã|phường)(?: \S+){0,14}|"
    r"(?:xử lý|khắc phục|chấn chỉnh|sửa chữa)(?: \S+){0,8}|"
    r"sau (?:kiểm tra|giám sát)(?: \S+){0,6})"
)
"""What those ask for who inspected a unit."""
_OPENS = re.compile(
    rf"{_NUMBERED}(?:{_AHEAD}|{_WORK}(?: (?:của|trong|cho))? {_TIME}|{_TO_DO}|{_TEAM})\W*$"
    rf"|{_NUMBER}{_BARE}\W*$"
)

_ASSIGNS = re.compile(rf"{_NUMBER}phân công(?: thực hiện| trách nhiệm| nhiệm vụ)?\W*$")


def assigns(heading: str) -> bool:
    """Whether a whole heading stands over who is to do what."""
    return bool(_ASSIGNS.match(heading))


def opens_tasks(heading: str) -> bool:
    """Whether a whole heading stands over what is to be done.

    >>> opens_tasks("ii. công việc tháng 10"), opens_tasks("i. công việc đã làm tháng 9")
    (True, False)
    """
    return bool(_OPENS.match(heading))
