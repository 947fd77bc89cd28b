"""Builds of sentences by which a lack is told, without a single word that would tell it."""

import re
from functools import lru_cache

from pipeline.reference import word_start

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
_BAD = (
    r"(?:nghèo|thất nghiệp|tội phạm|vi phạm|sai phạm|tử vong|tai nạn|đơn|đơn thư|khiếu|khiếu nại|"
    r"tố cáo|kỷ luật|tệ|nạn|bệnh|tiêu cực|tình trạng|hiện tượng|biểu hiện|nợ|tồn đọng|phiền|"
    r"thủ tục|hủ tục|chi phí|tảo hôn|hồ|sông|rừng|giấy|yếu|kém|xóa tên|bỏ)"
)
"""What it is good to have less of."""
_WANES = re.compile(
    word_start(
        "nguồn|con số này|con số ấy|tỷ lệ|tỉ lệ|kết nạp|lớp kế cận|lớp trẻ|lực lượng|đội ngũ"
        "|phong trào"
        "|khí thế|nhiệt tình|sinh hoạt|hoạt động|không khí|lòng tin|niềm tin|quần chúng|hội viên"
        "|đoàn viên|đảng viên|thanh niên|chi đoàn|người vào đảng|mô hình|câu lạc bộ|tổ chức đảng"
        "|thu ngân sách|nguồn thu|sản lượng|doanh thu|năng suất|giá trị sản xuất|vốn",
        "số (?:đảng viên|quần chúng|người|kết nạp|hội viên|đoàn viên|thanh niên|được|vào)",
    )
    + rf"(?! {_BAD}(?!\w))(?: (?!{_BAD}(?!\w))[^\s;.]+){{0,16}}? "
    r"(?:(?:thưa|cạn|vơi|mỏng|hiếm|teo|lụi|nhạt|nguội|phai|lắng|lặng|chìm|vắng|ít|khan|hao|sút|sụt|"
    r"giảm|rời rạc|già|lùi|tụt) (?:dần|hẳn|qua từng|theo từng|sâu)"
    r"|(?:giảm|sụt|tụt|hụt) (?:mạnh|gần một nửa|gần nửa|quá nửa|hơn một nửa|một nửa|phân nửa|"
    r"liên tục|liên tiếp|(?:tới |hơn |gần |trên )?\d[\d.,]* ?%)"
    r"|(?:ngày càng|ngày một|mỗi năm một|năm sau) (?:ít|thưa|hiếm|khan hiếm|mỏng|vắng|cạn|teo|già|"
    r"yếu|giảm|nhạt|sa sút|khó|thấp hơn|ít hơn|kém)|teo tóp|khan hiếm|cạn kiệt|già hóa|già cỗi)"
    r"(?!\w)"
)
"""What there should be more of, and is ever less."""
_SOME = "một số|nhiều|không ít|một bộ phận|một vài|thực tế|vài|mấy|đa số|phần đông|phần lớn|hầu hết"
_FAILS = re.compile(
    word_start(
        _SOME,
        r"có \d+",
        r"có (?:nơi|đồng chí|chi bộ|đơn vị|cấp ủy|xã|thôn|đảng ủy|cơ quan|người|cán bộ)",
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
    word_start(
        "ban thường vụ|ban chấp hành|đảng ủy|chi ủy|cấp ủy|chi bộ|thường trực|huyện ủy|quận ủy"
        "|thành ủy|tỉnh ủy|ủy ban kiểm tra|mặt trận|đoàn thể|văn phòng|chính quyền"
    )
    + r"(?: [^\s,;]+){0,6}?,? "
    r"không (?:ban hành|tiến hành|xây dựng|tổ chức|kiểm tra|triển khai|thực hiện|duy trì|phân công|"
    r"báo cáo|đưa|họp|lấy ý kiến|làm việc|quán triệt|nắm|theo dõi|đôn đốc|nhắc nhở|lập|gửi|"
    r"niêm yết|"
    r"trả lời|giải quyết|đủ|kịp|có (?:ý kiến gì|người|lấy|nguồn|kinh phí|hoạt động)|biết (?!ơn)|"
    r"hề|dám|chịu|thấy|mở|tham mưu)(?!\w)"
)
"""A body that does not do what it should."""
_PEOPLE_FAIL = re.compile(
    word_start(
        "cán bộ|đảng viên|bí thư|quần chúng|dân|người dân|bà con|hội viên|đoàn viên|thanh niên"
    )
    + r"(?: [^\s,;]+){0,8}? không (?:biết (?:dùng|làm|viết|cách|phải|mình)|nắm|đọc|dự|muốn|dám|"
    r"chịu|"
    r"thiết|mặn mà|tha thiết|màng|tin|nghe|hiểu|thuộc|được (?:biết|nghe|bàn|hỏi|bồi dưỡng|"
    r"đào tạo)|thấy (?:trả lời|ai|đâu|gì|kết quả|chuyển))(?!\w)"
)
"""People who do not what they should, or do not get it."""
_NOTHING = re.compile(
    r"đã (?:xuất hiện|manh nha) (?:biểu hiện|tình trạng|hiện tượng|tâm lý|tư tưởng)"
    r"|bắt đầu (?:xuất hiện|manh nha) (?:biểu hiện|tình trạng|hiện tượng|tâm lý|tư tưởng)"
    r"|cá biệt,? (?:vẫn )?có (?:nơi|đồng chí|chi bộ|đơn vị|cấp ủy|trường hợp|thủ trưởng|cán bộ)"
    r"|không phải \w+(?: \w+){0,3} nào cũng |không (?:được )?đưa ra (?:bàn|thảo luận|lấy)"
    r"|không(?<!\wkhông) có (?:biên bản|hồ sơ|kế hoạch|nghị quyết|chương trình|cuộc kiểm tra|"
    r"hoạt động|giải|nguồn|đoàn viên|quần chúng|chuyển biến|bài mới|việc làm|lấy một|"
    r"người (?:thay|kế cận|phụ trách|theo dõi|làm|kế tục|trực|nối))(?!\w)"
    r"|không(?<!\wkhông) (?:thêm|lập|kết nạp|mở|họp|tìm)(?: \w+)? (?:được )?(?:lấy )?một "
    r"(?:\w+ ){1,3}nào(?!\w)"
    r"|không(?<!\wkhông) (?:mang lại|đem lại|thu được|thấy|đi đến|có) (?:một )?(?:kết quả|tác dụng|"
    r"hiệu quả|đâu|kết quả gì|kết luận)(?! (?:nếu|khi))(?!\w)"
)
"""What should be there, or be done by all, and is not."""
_NOBODY_DOES = re.compile(
    r"(?:không|chẳng)(?<!\wkhông)(?<!\wchẳng) (?:thấy |có |còn )?(?:ai|người nào)(?: \w+)? "
    r"(?:nộp|trả lời|nhận|sửa|làm|nghe|chịu|lo|đứng ra|nói|bàn|đọc|theo dõi|phụ trách|nhắc|dự|hỏi|"
    r"giúp|thay|biết|tham gia|đăng ký|quan tâm|dám|muốn|để ý)(?! (?:\w+ )?(?:muộn|chậm|trễ|thiếu|"
    r"sai))"
    r"(?!\w)"
)
_CANNOT = re.compile(
    r"(?:không|chẳng|chưa)(?<!\wkhông)(?<!\wchẳng)(?<!\wchưa)(?: [^\s,;]+){1,3} nổi"
    r"(?! (?:bật|lên|cộm|tiếng|trội|danh))(?!\w)"
)
"""What they do not bring about."""
_TOO = re.compile(
    r"quá(?<!\wquá)(?<!không quá)(?<!nên quá)(?<!được quá)(?<!để quá)(?<!trải quá) (?:lâu|muộn|"
    r"chậm|"
    r"ít|mỏng|cũ|thấp|sát (?:giờ|ngày|kỳ)|nhiều việc|sơ sài|dài dòng|nặng về|yếu|xa (?:dân|rời)|"
    r"nhỏ lẻ|hạn hẹp|già|đông việc)(?!\w)"
)
"""What is too much, or too little."""
_LEFT = re.compile(
    r"(?:xong|rồi)(?<!\wxong)(?<!\wrồi)(?: là| thì| lại| cũng)? (?:để (?:đấy|đó|quên|không)|cất|"
    r"bỏ (?:đó|đấy|không|quên|xó|dở)|lặng|im |thôi(?!\w)|chìm|quên)"
    r"|để(?<!\wđể) (?:quá lâu|lâu ngày|lâu mới|cả (?:năm|tháng|quý)|hàng (?:năm|tháng)|dồn|trống|"
    r"hoang|"
    r"quá hạn|dây dưa|mặc(?!\w)|đấy(?!\w)|tồn|đọng)"
)
"""What was begun and left lying."""
_AGING = re.compile(
    r"(?:trẻ nhất|ít tuổi nhất)(?: \w+){0,3} (?:đã|cũng|nay)(?: \w+){0,2} [3-9]\d(?: tuổi)?"
    r"|(?:bình quân|trung bình)(?: \w+){0,5}? (?:ngoài|trên|hơn|gần|quá|xấp xỉ) [56]\d tuổi"
    r"|(?:tuổi|tuổi đời)(?: [^\s,;]+){0,8}? (?:ngoài|trên|hơn|quá) (?:[67]\d|sáu mươi|bảy mươi)"
    r"|người (?:đã |cũng |nay )*(?:ngoài|trên|hơn|quá) (?:[678]\d|sáu mươi|bảy mươi|tám mươi)(?!\w)"
)
"""Members who are too old."""
_RARELY = re.compile(
    r"(?:ít|chẳng mấy|không mấy)(?<!\wít)(?<!không ít)(?<!chẳng ít)(?: khi)? (?:được |"
    r"chịu )?(?:chạm|"
    r"xuống|dự|bàn|đi |gặp|dám|nghe|đọc|kiểm tra|họp|đối thoại|gần |phát biểu|nhắc|góp ý|tham gia|"
    r"sinh hoạt|có mặt|lui tới|dành|bồi dưỡng|đào tạo|quan tâm|chú ý|chú trọng|sâu sát|đổi mới|"
    r"thiết tha|mặn mà|trao đổi|kiến nghị|đề xuất|tự phát hiện|làm việc với|liên hệ|đoái hoài)"
)
"""What is done too seldom."""
_FEW_DO = re.compile(
    r"ít(?<=\w ít)(?<!không ít) (?:ai|người|nơi|đơn vị|chi bộ|đảng viên)(?: \w+)? (?:dự|mở|đọc|"
    r"hỏi|kiểm|làm|"
    r"chịu|dám|biết|nghĩ|quan tâm|tham gia|đến|theo|nhắc|bàn|góp|phát biểu|hưởng ứng|mặn mà)"
    r"|(?:xem|coi)(?<!\wxem)(?<!\wcoi) (?:\w+ ){1,6}?là (?:việc|chuyện|phần việc|trách nhiệm)(?: "
    r"riêng)? của "
    r"(?!mình|toàn|cả|mọi|chung|từng|mỗi)"
    r"|dồn(?<!\wdồn) (?:hết )?(?:vào|sang) (?:quý|tháng|cuối)"
    r"|cũng không (?:hay|biết|nắm)(?!\w)"
)
"""What few do, or leave to others and to the last."""
_SHOWS = re.compile(
    r"biểu hiện(?<!\wbiểu hiện)(?: [^\s,.;:]+){0,6}? (?:là|ở chỗ|qua việc)(?!\w)(?! (?:sự|tinh "
    r"thần|rõ))"
    r"|(?:bệnh|căn bệnh|thói|tệ|nạn|tình trạng|hiện tượng|tâm lý)(?: [^\s,.;:]+){0,8}? "
    r"(?:lan (?:nhanh|rộng|ra|tràn)|lây lan|ngấm|ăn sâu|bám rễ|trầm trọng|nặng thêm|chưa dứt)(?!\w)"
)
"""How a vice shows, and that it spreads."""
_YET = re.compile(
    r"(?:có nơi|có chỗ|có khi|nhiều|mấy|không ít|một số|hai|ba|bốn|năm|sáu|\d+) [^.;:]{0,90}?"
    r"(?<!\w)mà(?: vẫn| cũng)? (?:không|chưa|chẳng)(?! (?:phải|cần|những|chỉ|gây|ai phải)(?!\w))"
    r"|cả (?:năm|quý|nhiệm kỳ|tháng)(?: [^\s,.;]+){0,5}? chỉ(?: [^\s,.;]+){1,4} (?:một|hai|ba|"
    r"vài|\d) "
    r"(?:bận|lần|buổi|cuộc|kỳ|chuyến|người|dự án|đồng chí)"
)
"""What is done over and over and comes to nothing."""
_SHARE = (
    r"(?:quá nửa|già nửa|non nửa|nửa|một nửa|phân nửa|một phần (?:ba|tư|năm|mười)|vài|lèo tèo|"
    r"lác đác|loe hoe)"
)
_LITTLE = r"(?:(?: \w+){1,3} được (?:\d|một|hai|ba|vài|có \d)| (?:\w+ ){0,2}\d+/\d+(?! ?/))"
_NOBODY = r"(?:\w+ ){1,3}được (?:ai|người nào|đồng chí nào|quần chúng nào|trường hợp nào)"
_SHORT_OF = re.compile(
    word_start(
        rf"mới(?: chỉ)?{_LITTLE}",
        rf"chỉ{_LITTLE}",
        rf"không {_NOBODY}",
        rf"chưa {_NOBODY}",
        rf"chỉ (?:\w+ ){{0,3}}?{_SHARE}(?! (?:ngày|giờ|tháng|năm))",
        rf"mới(?: chỉ)? (?:\w+ ){{0,3}}?{_SHARE}(?! (?:ngày|giờ|tháng|năm))",
        r"chỉ có (?:\d+|một|hai|ba|bốn|vài) (?:\w+ )?(?:người|em|đồng chí|hộ|chi bộ|học viên) "
        r"(?:theo học|dự|đăng ký|tham gia|kiêm|nộp|đến|làm|phụ trách|trụ lại)",
        r"quanh năm(?: \w+){0,2} chỉ có (?:một|hai|\d) người",
        r"v(?:ẻn vẹn|ỏn vẹn) (?:chỉ )?(?:có )?(?:\d+|một|hai|ba|bốn) (?:đảng viên|người|đồng chí|"
        r"hộ|chi bộ|em)",
        r"mới(?: chỉ)? đạt (?:khoảng |gần |hơn |trên )?\d[\d.,]* ?%",
        r"chỉ (?:kết nạp|phát triển|giải ngân|xử lý|tổ chức|kiểm tra|giám sát|giới thiệu) \d",
        r"chậm (?:từ |gần |hơn |tới )?\d+(?: đến \d+| - \d+|-\d+)? (?:ngày|tuần|tháng|năm)",
        r"bằng (?:một nửa|nửa|một phần \w+) (?:chỉ tiêu|kế hoạch|mục tiêu)",
        r"không đủ (?:người|điều kiện|kỳ|số|kinh phí|quân số|chỗ|cán bộ|đảng viên|phòng|lớp|"
        r"số buổi)",
        r"hụt(?: \w+){0,3} (?:\d|hai|ba|bốn|năm|chỉ tiêu|thu|một thế hệ|so với)",
        r"hẫng (?:một|hai|hẳn|cả)",
    )
)
"""How much was done of what was to be done: "mới thu hút được 3/8 dự án"."""
_DRAGS = re.compile(
    word_start(
        "dự án|vụ việc|vụ án|đơn thư|đơn của|thủ tục|công trình|hồ sơ|nợ|tranh chấp|khiếu kiện"
        "|thi công|việc giải quyết|việc xử lý|mất đoàn kết|giải phóng mặt bằng|quy hoạch"
    )
    + r"(?: [^\s,;]+){0,8}? kéo dài(?! (?:thời|đến hết))(?!\w)"
)
"""What drags on, and should not."""
_OVERDUE = re.compile(
    r"(?:trả lời|giải quyết|nộp|gửi|trả|hoàn thành|báo cáo|xử lý|hồ sơ|thanh toán|thẩm định|"
    r"phê duyệt|"
    r"ban hành|văn bản|bàn giao|cập nhật)(?: (?!không)[^\s,;]+){0,4} (?:quá hạn|trễ hạn|muộn|"
    r"trễ)(?!\w)"
)
_LEAVING = re.compile(
    r"(?:lần lượt|nối nhau|liên tiếp|ồ ạt|ùn ùn|đồng loạt)(?: \w+)? (?:xin (?:nghỉ|thôi|chuyển|"
    r"ra)|bỏ |"
    r"nghỉ việc|thôi việc)|bỏ (?:việc|nghề|nhiệm sở)(?! làm)(?!\w)|(?:thay|thay đổi|biến động|"
    r"xáo trộn) "
    r"liên tục(?!\w)"
)
"""People who leave or change too often."""
_TARGET = re.compile(
    r"(?:chỉ tiêu|mục tiêu)(?: [^\s,;]+){1,14}? (?:không đạt|không hoàn thành|hụt|bị bỏ lỡ|lỡ hẹn)"
    r"(?: (?:do|vì|bởi|vướng)(?!\w)|[,;])"
)
"""A target that was missed, and why."""
_NAMES = re.compile(
    word_start("nêu|chỉ|chỉ ra|chỉ rõ|nhìn nhận|thừa nhận|nhận thấy|phản ánh") + r"(?: \S+){0,6}? "
    r"(?:một số|những|các|nhiều)(?: mặt)? (?:tồn tại|hạn chế|khuyết điểm|yếu kém|bất cập|thiếu sót)"
    r"(?:, \w+ \w+)? (?:của|trong|về|ở|mà)(?: \S+){2}"
)
"""A speaker names lacks of somebody."""

_Words = frozenset[str]
_BUILDS: tuple[tuple[_Words, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (frozenset(words.split()), needed, build)
    for words, needed, build in (
        ("không thấp mỏng yếu kém giảm", (), _LOW),
        ("không xuất nha cá", (), _NOTHING),
        ("mới chỉ không chưa quanh vẹn chậm bằng hụt hẫng", (), _SHORT_OF),
        (
            "dần hẳn từng sâu giảm sụt tụt hụt ít thưa hiếm khan mỏng vắng cạn teo già yếu nhạt sa"
            " khó thấp kém",
            (),
            _WANES,
        ),
        ("không", (), _FAILS),
        ("không", (), _BODY_FAILS),
        ("không", (), _PEOPLE_FAIL),
        ("không", (), _NOBODY_DOES),
        ("nổi", (), _CANNOT),
        ("quá", (), _TOO),
        ("để rồi xong", (), _LEFT),
        ("tuổi mươi ngoài", (" tuổi", "tuổi ", " mươi", "người ngoài", "đã ngoài"), _AGING),
        ("ít mấy", (), _RARELY),
        ("ít của dồn cũng", ("ít ", "của ", "dồn ", "cũng không"), _FEW_DO),
        ("hiện bệnh thói tệ nạn trạng tượng lý", (), _SHOWS),
        ("mà cả", (), _YET),
        ("dài", ("kéo dài",), _DRAGS),
        ("hạn trễ muộn", ("quá hạn", "trễ", "muộn"), _OVERDUE),
        ("xin bỏ thay tục nghỉ thôi", (), _LEAVING),
        ("tiêu", ("chỉ tiêu", "mục tiêu"), _TARGET),
        ("tại chế điểm kém cập sót", (), _NAMES),
    )
)
"""The builds behind single words, and stretches, of which each cannot do without one."""
_WORD = re.compile(r"\w+")
_NEEDED = frozenset[str]().union(*(words for words, _, _ in _BUILDS))


@lru_cache(maxsize=2048)
def built(key: str) -> tuple[re.Pattern[str], ...]:
    """The builds of sentences that may tell a lack in this key."""
    behind = _behind(_NEEDED.intersection(_WORD.findall(key)))
    return tuple(p for needed, p in behind if not needed or any(n in key for n in needed))


@lru_cache(maxsize=2048)
def _behind(words: _Words) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """The builds behind some words, each with the stretches of which it needs one."""
    return tuple((needed, build) for some, needed, build in _BUILDS if words & some)
