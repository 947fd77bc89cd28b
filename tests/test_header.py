"""The document record: letterheads, titles and leads of every habit, whole records compared."""

from dataclasses import asdict

import pytest

from extractors.header import info
from pipeline.reference import Reference
from tests.documents import make_doc

CELL_PLAN = """ĐẢNG BỘ SỞ CÔNG THƯƠNG
CHI BỘ TRUNG TÂM KHUYẾN CÔNG
*

ĐẢNG CỘNG SẢN VIỆT NAM

Số 14-KH/CB

Thị xã Bến Sông, ngày 09 tháng 12 năm 2022

KẾ HOẠCH

kiểm điểm, xếp loại tổ chức đảng và đảng viên năm 2022

-----

Căn cứ Hướng dẫn số 21-HD/ĐU, ngày 01/12/2022 của Đảng ủy Sở Công Thương, chi bộ đề ra lịch
làm việc.
"""

CASES = [
    pytest.param(
        CELL_PLAN,
        {
            "doc_type": "plan",
            "number": "14-KH/CB",
            "issued_on": "2022-12-09",
            "issuer": "CHI BỘ TRUNG TÂM KHUYẾN CÔNG",
            "unit": "CHI BỘ TRUNG TÂM KHUYẾN CÔNG",
            "parent_unit": "ĐẢNG BỘ SỞ CÔNG THƯƠNG",
            "level": "cell",
            "period": "2022",
        },
        id="a party letterhead gives number, date, issuer and the organisation above",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_document_record(text: str, expected: dict[str, str], words: Reference) -> None:
    found = asdict(info(make_doc(text), words))
    del found["evidence"]
    assert {k: v for k, v in found.items() if v is not None} == expected
