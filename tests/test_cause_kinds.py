"""The kind of a cause is what the text calls it, not whose fault it plainly is."""

import pytest

from extractors.cause_kinds import kind
from pipeline import text as unicode_text
from pipeline.records import CauseKind


@pytest.mark.parametrize(
    ("heads", "sentence", "expected"),
    [
        pytest.param([], "Về khách quan, đường vào bản xa.", "objective", id="at the head"),
        pytest.param(
            [], "Còn chủ quan, một số chi ủy chưa sát việc.", "subjective", id="in turn to it"
        ),
        pytest.param(
            ["b) Chủ quan:", "3. Nguyên nhân"], "Chi ủy ít họp.", "subjective", id="a label"
        ),
        pytest.param(
            ["3. Nguyên nhân khách quan và chủ quan"],
            "Mưa lũ kéo dài.",
            "unspecified",
            id="a heading over both",
        ),
        pytest.param(
            [],
            "Ngoài lý do khách quan, phải nói đến nguyên nhân chủ quan là ngại khó.",
            "subjective",
            id="the other one is only mentioned",
        ),
        pytest.param(
            [], "Nguyên nhân nội tại là cán bộ ít được học.", "subjective", id="from within"
        ),
        pytest.param([], "Đó là lý do bất khả kháng.", "objective", id="beyond control"),
        pytest.param(
            [], "Nhận xét cán bộ có nơi chưa khách quan.", "unspecified", id="unfair is no kind"
        ),
        pytest.param(
            [],
            "Việc xem xét thiếu khách quan, công tâm.",
            "unspecified",
            id="unfair is no kind before its pair either",
        ),
        pytest.param(
            ["1. Nguyên nhân khách quan"],
            "Người dân có tâm lý chủ quan với dịch.",
            "objective",
            id="careless is no kind where a heading names one",
        ),
        pytest.param(
            [], "Do tư tưởng chủ quan, thỏa mãn.", "subjective", id="careless where nothing else is"
        ),
        pytest.param(
            ["Nguyên nhân"],
            "Một số cấp ủy nhận thức chưa đầy đủ.",
            "unspecified",
            id="a plain fault that is not called so",
        ),
    ],
)
def test_kind_of_a_cause(heads: list[str], sentence: str, expected: CauseKind) -> None:
    assert kind(map(unicode_text.key, heads), unicode_text.key(sentence)) == expected
