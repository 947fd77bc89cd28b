"""Whether a cause is called subjective or objective, in its sentence or above it."""

import re
from collections.abc import Iterable

from pipeline.records import CauseKind

_ASIDE = re.compile(
    r"(?<!\w)(?:ngoài|bên cạnh|cùng với|tuy|dù|mặc dù|không chỉ|không phải|chưa kể)(?!\w)"
    r"[^,.;:]{0,40}?(?:khách|chủ)\s+quan(?!\w)[^,.;:]{0,20},"
)
"""The kind that a sentence only mentions before it comes to the other."""
_FAIR = re.compile(
    r"(?<!\w)(?:thiếu|chưa|không|tính|sự|một cách|thật|thực sự|bảo đảm|đảm bảo|công tâm,?|"
    r"công bằng,?|trung thực,?|toàn diện,?|dân chủ,?|nhìn nhận|đánh giá) khách\s+quan"
    r"|khách\s+quan,? (?:và )?(?:toàn diện|trung thực|công tâm|chính xác|công bằng|minh bạch|"
    r"vô tư|dân chủ|trong (?:đánh giá|nhận xét|xem xét))(?!\w)"
)
"""What is fair or unfair: the word names no kind of cause."""
_CARELESS = re.compile(
    r"(?<!\w)(?:tư tưởng|tâm lý|bệnh|thái độ|biểu hiện|quá|ý chí|ý muốn|nhận định|cảm tính,?|"
    r"lơ là,?|nóng vội,?|thỏa mãn,?|đánh giá|làm việc) chủ\s+quan"
    r"|chủ\s+quan,? (?:và )?(?:lơ là|thỏa mãn|nóng vội|mất cảnh giác|duy ý chí|coi nhẹ|xem nhẹ|"
    r"bằng lòng|ỷ lại|giản đơn|đơn giản|buông lỏng|nể nang|cảm tính|tự mãn|áp đặt|một chiều)(?!\w)"
)
"""Who is careless or wilful: that is what the cause is, not what kind it is called."""
_SUBJECTIVE = re.compile(
    r"chủ\s+quan(?!\w)"
    r"|(?:nguyên nhân|yếu tố|lý do|gốc rễ)(?: \S+){0,3}? (?:nội tại|(?:từ )?bên trong)(?!\w)"
)
_OBJECTIVE = re.compile(
    r"khách\s+quan(?!\w)|bất khả kháng(?!\w)"
    r"|(?:nguyên nhân|yếu tố|lý do|tác động)(?: \S+){0,3}? (?:từ )?bên ngoài(?!\w)"
)
_OPENING = 80
"""Characters within which a sentence says of what kind its cause is."""


def kind(heads: Iterable[str], key: str) -> CauseKind:
    """Subjective or objective as the sentence, the label or the heading says; else unspecified.

    However plain it is whose fault a cause is, the kind is what the text calls it. `heads`: the
    label and the headings above, nearest first.

    >>> kind(["2. nguyên nhân khách quan"], "cán bộ có tư tưởng chủ quan, thỏa mãn")
    'objective'
    >>> kind([], "ngoài nguyên nhân khách quan, chủ yếu là do chủ quan: cấp ủy chưa sát")
    'subjective'
    >>> kind([], "việc đánh giá cán bộ chưa khách quan")
    'unspecified'
    """
    opening = key[:_OPENING]
    called = (_called(words) for words in (opening, *heads))
    named = next((one for one in called if one != "unspecified"), None)
    return named or ("subjective" if _CARELESS.search(opening) else "unspecified")


def _called(words: str) -> CauseKind:
    """The one kind that the words name as such."""
    words = _CARELESS.sub(" ", _FAIR.sub(" ", _ASIDE.sub(" ", words)))
    subjective, objective = _SUBJECTIVE.search(words), _OBJECTIVE.search(words)
    if bool(subjective) == bool(objective):
        return "unspecified"
    return "subjective" if subjective else "objective"
