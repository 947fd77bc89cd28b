"""A remedy is a task where a body above sets it, and the unit's own where it sets it itself."""

import pytest

from extractors.findings import findings
from extractors.remedy_kinds import kind
from pipeline import reference
from pipeline.records import Remedy, RemedyKind
from tests.documents import make_doc

REFERENCE = reference.load()


@pytest.mark.parametrize(
    ("rule", "doc_type", "head", "expected"),
    [
        pytest.param("remedy_zone", "news", "Huyện ủy yêu cầu:", "task", id="an order alone"),
        pytest.param(
            "remedy_zone", "news", "đảng ủy giao các chi bộ làm ba việc:", "task", id="an order"
        ),
        pytest.param(
            "remedy_zone", "news", "đáp ứng yêu cầu nhiệm vụ mới, cần:", "remedy", id="a need"
        ),
        pytest.param(
            "remedy_zone",
            "news",
            "kiện toàn bộ máy đủ sức làm việc được giao:",
            "remedy",
            id="what is given to somebody is no order",
        ),
        pytest.param(
            "remedy_zone", "plan", "huyện ủy yêu cầu:", "remedy", id="a plan is the unit's own"
        ),
        pytest.param("ordered", "directive", "", "task", id="a directive"),
    ],
)
def test_kind_of_a_remedy(rule: str, doc_type: str, head: str, expected: RemedyKind) -> None:
    assert kind(rule, doc_type, head) == expected


def test_what_a_resolution_gives_to_its_own_issuer_is_its_own_remedy() -> None:
    text = (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂN HÒA\n\nNGHỊ QUYẾT\n\n"
        "của Liên đoàn Lao động tỉnh Tân Hòa về đào tạo cán bộ\n\n"
        "III. TỔ CHỨC THỰC HIỆN\n\n"
        "1. Liên đoàn Lao động tỉnh Tân Hòa:\n\n- Xây dựng chương trình đào tạo cán bộ.\n\n"
        "2. Công đoàn cơ sở:\n\n- Chọn cử cán bộ đi đào tạo đúng kế hoạch.\n"
    )
    found = [r for r in findings(make_doc(text), REFERENCE) if isinstance(r, Remedy)]
    assert [r.kind for r in found] == ["remedy", "task"]
