"""Where a sentence turns away from what the ones before it told."""

import re

from extractors.passages import Passage

_LEAVES = re.compile(
    r"(?:để |nhờ |dù |mặc dù |tuy nhiên|tuy vậy|bên cạnh những (?:kết quả|mặt được|ưu điểm)|"
    r"những năm qua|trong những năm qua|từ thực (?:tiễn|tế)|năm 20\d\d,|kinh nghiệm |"
    r"rút kinh nghiệm|"
    r"từ kinh nghiệm|hiện nay,|trước (?:tình hình|thực trạng)|"
    r"từ những|kết luận hội nghị|phát biểu (?:tại|chỉ đạo|kết luận)|tại hội nghị|sau hội nghị|"
    r"hội nghị|đồng chí|nhân dịp|cũng tại|trên cơ sở|kết luận (?:cuộc|buổi|tại)|được biết|dịp này|"
    r"theo quy định|sinh thời)"
)
_AHEAD = re.compile(r"(?<!\w)(?:thời gian tới|nhiệm kỳ tới|năm tới)(?!\w)")


def leaves(key: str, passage: Passage) -> bool:
    """Whether a sentence turns away from the causes or lacks that one before it began to tell."""
    zone = passage.zone
    if zone.kind not in ("cause", "shortcoming", "difficulty") or passage.marker or zone.label:
        return False
    return bool(_AHEAD.search(key) or (not zone.sure and _LEAVES.match(key)))
