"""Counting numbers and shares in Vietnamese text."""

from decimal import Decimal

import pytest

from extractors.numbers import counting, percent_after
from pipeline import reference
from pipeline.text import key

WORDS = reference.load().lexicon("numbers.words")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("kết nạp 07 đảng viên", [7], id="a leading zero"),
        pytest.param("4.532 cán bộ, 130 đảng viên", [4532, 130], id="thousands"),
        pytest.param("gần 4 nghìn đảng viên, hơn 2.400 người", [4000, 2400], id="nghìn"),
        pytest.param("hơn 6, 7 triệu đoàn viên", [6700000], id="a space inside a decimal"),
        pytest.param("7 vạn lao động", [70000], id="vạn"),
        pytest.param("cảnh cáo hai đảng viên, một tổ chức đảng", [2, 1], id="words"),
        pytest.param("mười hai đồng chí", [12], id="the longer word"),
        pytest.param("người dân tộc thiểu số 31 người", [31], id="thiểu số is no number sign"),
        pytest.param("tổng số 34 đồng chí", [34], id="tổng số is no number sign"),
        pytest.param("trong năm 2016 và ngày 15/5/2016", [], id="years and dates"),
        pytest.param("từ 15 - 20 cán bộ, 3-5 đảng viên", [], id="ranges"),
        pytest.param(
            "24/25 đảng viên, 105 người/8 chi bộ", [24, 105, 8], id="a part and its whole"
        ),
        pytest.param("sáng 2/9 đồng chí, năm học 2019/2020, 24/7", [], id="no part of a whole"),
        pytest.param("đạt 53,1% và 100 %", [], id="shares"),
        pytest.param("Nghị quyết số 18-NQ/TW, Quy định 123", [], id="document numbers"),
        pytest.param("khóa 12, lần thứ 4, Điều 9", [], id="ordinals"),
        pytest.param("một số đồng chí, một bộ phận cán bộ", [], id="some"),
        pytest.param("nhiệm kỳ 2020-2025", [], id="a term"),
        pytest.param("hơn 640 nghìn tỷ đồng", [], id="money in thousand milliards"),
        pytest.param("hàng trăm đảng viên", [], id="hundreds"),
    ],
)
def test_only_numbers_that_count_are_found(text: str, expected: list[int]) -> None:
    k = key(text)
    assert [n.value for n in counting(k, 0, len(k), WORDS)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12 nữ⟦⟧ (42,9%)", Decimal("42.9"), id="in a bracket"),
        pytest.param("12 nữ⟦⟧ (chiếm 33,1 %)", Decimal("33.1"), id="with chiếm"),
        pytest.param("12 nữ⟦⟧, đạt 16,15% tổng số", Decimal("16.15"), id="behind a comma"),
        pytest.param("12 nữ⟦⟧, tỷ lệ 12,5 phần trăm", Decimal("12.5"), id="in words"),
        pytest.param("12 nữ⟦⟧, tăng 5% so với năm trước", None, id="a growth is no share"),
        pytest.param("12 nữ⟦⟧; 33% là đoàn viên", None, id="another clause"),
        pytest.param("12 nữ⟦⟧ (tăng 2)", None, id="a change is no share"),
    ],
)
def test_the_share_of_a_figure_stands_behind_it(text: str, expected: Decimal | None) -> None:
    at = text.index("⟦")
    k = key(text.replace("⟦⟧", ""))
    assert percent_after(k, at, len(k)) == expected
