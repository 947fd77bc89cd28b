"""Indicators in prose, and how many targets were exceeded, met and missed."""

from decimal import Decimal

import pytest

from extractors.indicators import indicators, summaries
from pipeline.records import Indicator, IndicatorSummary
from pipeline.reference import Reference
from tests.documents import make_doc


def told(record: Indicator) -> tuple[object, ...]:
    return (record.name, record.status, record.value, record.target, record.unit)


def rows(*found: tuple[object, ...]) -> list[tuple[object, ...]]:
    return list(found)


PROSE = [
    pytest.param(
        "Đại hội thông qua các chỉ tiêu: sản lượng cá tăng bình quân 12%; 90% bản có nước sạch.",
        rows(
            ("sản lượng cá tăng bình quân 12%", "unknown", None, Decimal(12), "%"),
            ("bản có nước sạch", "unknown", None, Decimal(90), "%"),
        ),
        id="targets that a congress passes",
    ),
    pytest.param(
        "Giá trị sản xuất thủy sản tăng 4,2%, vượt chỉ tiêu đề ra (3,5%); tỷ lệ hộ nghèo giảm còn "
        "2,1%, đạt chỉ tiêu; tiêm phòng gia súc chỉ đạt 71% (giao 80%).",
        rows(
            ("Giá trị sản xuất thủy sản", "exceeded", Decimal("4.2"), Decimal("3.5"), "%"),
            ("tỷ lệ hộ nghèo", "met", Decimal("2.1"), None, "%"),
            ("tiêm phòng gia súc", "missed", Decimal(71), Decimal(80), "%"),
        ),
        id="results with their verdicts or targets behind",
    ),
    pytest.param(
        "Tổ chức sinh hoạt chuyên đề 4/4 buổi, đạt chỉ tiêu.",
        rows(("Tổ chức sinh hoạt chuyên đề", "met", Decimal(4), Decimal(4), "buổi")),
        id="a result over its target",
    ),
    pytest.param(
        "II. CHỈ TIÊU CHỦ YẾU\n1. Thu nhập bình quân đầu người đạt 85 triệu đồng.\n"
        "2. Tỷ lệ hộ nghèo: dưới 1%.",
        rows(
            ("Thu nhập bình quân đầu người", "unknown", None, Decimal(85), "triệu đồng"),
            ("Tỷ lệ hộ nghèo", "unknown", None, Decimal(1), "%"),
        ),
        id="targets under their heading",
    ),
    pytest.param(
        "Chỉ tiêu: kết nạp 3 đảng viên; 100% tổ đảng họp đủ kỳ. Phấn đấu tỷ lệ cán bộ nữ từ 20% "
        "trở lên.",
        rows(
            ("kết nạp 3 đảng viên", "unknown", None, Decimal(3), "đảng viên"),
            ("tổ đảng họp đủ kỳ", "unknown", None, Decimal(100), "%"),
            ("tỷ lệ cán bộ nữ", "unknown", None, Decimal(20), "%"),
        ),
        id="targets in a sentence and striven for",
    ),
    pytest.param(
        "Trong năm, chỉ tiêu trồng rừng tập trung chưa đạt.",
        rows(("chỉ tiêu trồng rừng tập trung", "missed", None, None, None)),
        id="a named target and its verdict",
    ),
    pytest.param(
        "Hạn chế: tỷ lệ hộ dùng nước sạch đạt thấp; số lượng sáng kiến còn "
        "thấp và chưa đạt chỉ tiêu đề ra.",
        rows(
            ("tỷ lệ hộ dùng nước sạch", "missed", None, None, None),
            ("số lượng sáng kiến", "missed", None, None, None),
        ),
        id="each clause names its own target",
    ),
    pytest.param(
        "Còn một số chỉ tiêu chưa đạt so với nghị quyết: Tỷ lệ hộ dùng nước "
        "sạch, tỷ lệ rác được thu gom...",
        rows(
            ("Tỷ lệ hộ dùng nước sạch", "missed", None, None, None),
            ("tỷ lệ rác được thu gom", "missed", None, None, None),
        ),
        id="a list takes the status of its announcement",
    ),
    pytest.param(
        "Các chỉ tiêu chưa đạt:\n\n- Thu hút đầu tư đạt 62,5%.\n\n- Xây mới "
        "trường học.\n\nPhần còn lại tốt.",
        rows(
            ("Thu hút đầu tư", "missed", Decimal("62.5"), None, "%"),
            ("Xây mới trường học", "missed", None, None, None),
        ),
        id="bullets below an announcement take its status",
    ),
    pytest.param(
        "Ba chỉ tiêu chưa đạt gồm: độ che phủ rừng 38,5% (chỉ tiêu 40%); số sáng kiến (12/20); "
        "cấp nước tập trung 61%/75%.",
        rows(
            ("độ che phủ rừng", "missed", Decimal("38.5"), Decimal(40), "%"),
            ("số sáng kiến", "missed", Decimal(12), Decimal(20), None),
            ("cấp nước tập trung", "missed", Decimal(61), Decimal(75), "%"),
        ),
        id="items that set their result beside the target",
    ),
    pytest.param(
        "Các chỉ tiêu vượt: thu thuế 112% (kế hoạch 100%); không đạt: đào ao 6 (kế hoạch 9).",
        rows(
            ("thu thuế", "exceeded", Decimal(112), Decimal(100), "%"),
            ("đào ao", "missed", Decimal(6), Decimal(9), None),
        ),
        id="a list may turn to another status",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm 2,1% (kế hoạch 2%), vượt kế hoạch.",
        rows(("Tỷ lệ hộ nghèo", "exceeded", Decimal("2.1"), Decimal("2"), "%")),
        id="a result beside its target with a verdict",
    ),
    pytest.param(
        "Tỷ lệ giải quyết đơn đúng hạn đạt 96% (chỉ tiêu 95%).",
        rows(("Tỷ lệ giải quyết đơn đúng hạn", "unknown", Decimal(96), Decimal(95), "%")),
        id="a result beside its target without a verdict",
    ),
    pytest.param(
        "Thu ngân sách trên địa bàn đạt 104% kế hoạch.",
        rows(("Thu ngân sách trên địa bàn", "exceeded", Decimal(104), None, "%")),
        id="a share of the plan tells the status",
    ),
    pytest.param(
        "Đến năm 2030 phấn đấu đạt các chỉ tiêu sau:\n\n- 100% thôn có nhà văn hóa.\n\n"
        "- Tỷ lệ che phủ rừng đạt 42%.",
        rows(
            ("thôn có nhà văn hóa", "unknown", None, Decimal(100), "%"),
            ("Tỷ lệ che phủ rừng", "unknown", None, Decimal(42), "%"),
        ),
        id="targets set for a coming period are unknown",
    ),
    pytest.param(
        "Huyện giữ vững mục tiêu tăng trưởng từ 9% trở lên trong hai năm tới.",
        rows(("tăng trưởng", "unknown", None, Decimal(9), "%")),
        id="a bound gives the bound",
    ),
    pytest.param(
        "Tỷ lệ nữ trong cấp ủy là 25%. Chất lượng sinh hoạt chưa đạt yêu cầu.",
        [],
        id="a bare statistic and a fault of quality are none",
    ),
    pytest.param(
        "Một số chỉ tiêu chủ yếu chưa đạt. Các chỉ tiêu của nghị quyết đều đạt.",
        [],
        id="a sentence that names no target gives none",
    ),
    pytest.param(
        "Trường hợp chỉ tiêu giao nộp hồ sơ không đạt thì không xét thi đua.",
        [],
        id="a rule gives none",
    ),
    pytest.param(
        "Quyết tâm hoàn thành các chỉ tiêu năm sau; tập trung để chỉ tiêu thu "
        "hút đầu tư đạt kế hoạch.",
        [],
        id="what is yet to be done gives none",
    ),
    pytest.param(
        "Có 06 chỉ tiêu vượt, 02 chỉ tiêu chưa đạt.", [], id="how many targets is another record"
    ),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_indicators_in_prose(
    text: str, expected: list[tuple[object, ...]], words: Reference
) -> None:
    document = make_doc(text)
    assert [told(r) for r in indicators(document, words)] == expected


def summed(record: IndicatorSummary) -> tuple[object, ...]:
    return (record.group, record.total, record.exceeded, record.met, record.missed)


SUMMARIES = [
    pytest.param(
        "Có 6 chỉ tiêu vượt (chiếm 40%), 7 chỉ tiêu đạt (46,7%), 2 chỉ tiêu không đạt (13,3%).",
        rows((None, None, 6, 7, 2)),
        id="shares in brackets are no parts of those met",
    ),
    pytest.param(
        "Nghị quyết có 21 chỉ tiêu; hoàn thành và vượt mức 19 chỉ tiêu, còn 2 chỉ tiêu chưa đạt.",
        rows((None, 21, None, 19, 2)),
        id="a joint figure tells those met, or more",
    ),
    pytest.param(
        "Nghị quyết đề ra 9 chỉ tiêu kinh tế có 02 chỉ tiêu vượt, 4 chỉ tiêu "
        "đạt, 03 chỉ tiêu chưa đạt.",
        rows(("kinh tế", 9, 2, 4, 3)),
        id="a total and its parts",
    ),
    pytest.param(
        "12 chỉ tiêu về văn hóa: 07 chỉ tiêu đạt; 05 chỉ tiêu vượt; 02 chỉ "
        "tiêu về đoàn thể: Vượt 02 chỉ tiêu.",
        rows(("văn hóa", 12, 5, 7, None), ("đoàn thể", 2, 2, None, None)),
        id="two groups in one sentence, the word before or behind its figure",
    ),
    pytest.param(
        "Đến nay, 12/15 chỉ tiêu đạt và vượt kế hoạch.",
        rows((None, 15, None, 12, None)),
        id="a joint figure leaves exceeded unsaid",
    ),
    pytest.param(
        "Kết quả có 5/6 chỉ tiêu đạt, 1/6 chỉ tiêu chưa đạt.",
        rows((None, 6, None, 5, 1)),
        id="figures out of a total",
    ),
    pytest.param(
        "Có 11 chỉ tiêu: vượt 2, đạt 6, chưa đạt 3.",
        rows((None, 11, 2, 6, 3)),
        id="the word for targets left out of the parts",
    ),
    pytest.param(
        "20 chỉ tiêu huyện giao: hoàn thành 16 (trong đó 06 chỉ tiêu vượt), chưa hoàn thành 04.",
        rows(("huyện giao", 20, 6, 10, 4)),
        id="those exceeded are counted out of those fulfilled",
    ),
    pytest.param("Giao 6 chỉ tiêu cho các phòng.", [], id="a total without parts is none"),
    pytest.param(
        "Nhìn lại năm năm, xã đạt và vượt 17/19 chỉ tiêu; riêng kinh tế 5/6 chỉ tiêu, xây "
        "dựng Đảng 4/4 chỉ tiêu.",
        rows(
            (None, 19, None, 17, None),
            ("kinh tế", 6, None, 5, None),
            ("xây dựng Đảng", 4, None, 4, None),
        ),
        id="groups of what was met",
    ),
    pytest.param(
        "Nhiệm kỳ vừa rồi, cả 6/6 chỉ tiêu đều hoàn thành.",
        rows((None, 6, None, 6, None)),
        id="all of them, over one another",
    ),
    pytest.param(
        "Hoàn thành 15/18 chỉ tiêu nghị quyết đề ra (đạt 83,3%).",
        rows((None, 18, None, 15, None)),
        id="those fulfilled and their share",
    ),
    pytest.param(
        "Trong 15 chỉ tiêu có 13 chỉ tiêu đạt và vượt, 2 chỉ tiêu chưa đạt.",
        rows((None, 15, None, 13, 2)),
        id="those met or more beside those missed",
    ),
    pytest.param(
        "Đảng bộ đạt 12/15 chỉ tiêu, còn 3 chỉ tiêu chưa đạt.",
        rows((None, 15, None, 12, 3)),
        id="those met and those left",
    ),
    pytest.param(
        "Đã có 14 trong 16 chỉ tiêu hoàn thành.",
        rows((None, 16, None, 14, None)),
        id="so many of so many",
    ),
    pytest.param(
        "14 trên tổng số 16 chỉ tiêu đạt và vượt kế hoạch.",
        rows((None, 16, None, 14, None)),
        id="so many of a sum",
    ),
    pytest.param(
        "Tất cả 12 chỉ tiêu đều đạt và vượt.",
        rows((None, 12, None, 12, None)),
        id="each of them",
    ),
    pytest.param(
        "Đại hội đề ra 20 chỉ tiêu, đến nay đã hoàn thành 17 chỉ tiêu, trong đó vượt 9 chỉ "
        "tiêu, còn 3 chỉ tiêu chưa đạt.",
        rows((None, 20, 9, 8, 3)),
        id="met, of which exceeded",
    ),
    pytest.param(
        "Có 18/18 chỉ tiêu hoàn thành, trong đó 6 chỉ tiêu vượt.",
        rows((None, 18, 6, 12, None)),
        id="all met, of which exceeded",
    ),
    pytest.param(
        "Có 9 chỉ tiêu vượt, 6 chỉ tiêu đạt, 2 chỉ tiêu đạt thấp.",
        rows((None, None, 9, 6, 2)),
        id="those poorly met are missed",
    ),
    pytest.param(
        "Các chỉ tiêu cơ bản hoàn thành, trong đó 5/8 chỉ tiêu vượt kế hoạch.",
        rows((None, 8, 5, None, None)),
        id="only those exceeded",
    ),
    pytest.param(
        "Dự kiến đến cuối năm hoàn thành 14/15 chỉ tiêu.",
        [],
        id="what is expected",
    ),
    pytest.param(
        "Phấn đấu hoàn thành 18/18 chỉ tiêu.",
        [],
        id="what is striven for",
    ),
    pytest.param(
        "Đại hội thông qua 18 chỉ tiêu.",
        [],
        id="targets passed",
    ),
    pytest.param(
        "Chi bộ đạt 12/15 phiếu.",
        [],
        id="votes",
    ),
    pytest.param(
        "Xã đạt 19/19 tiêu chí nông thôn mới.",
        [],
        id="criteria are no targets",
    ),
    pytest.param("Chỉ tiêu 06 đạt 95%.", [], id="a target's own number is none"),
]


@pytest.mark.parametrize(("text", "expected"), SUMMARIES)
def test_indicator_summaries(
    text: str, expected: list[tuple[object, ...]], words: Reference
) -> None:
    document = make_doc(text)
    assert [summed(r) for r in summaries(document, words)] == expected
