"""Which document a mention means: look-alikes of one number are told apart, or left open."""

from datetime import date

import pytest

from extractors.citations import citations
from pipeline.records import Citation
from pipeline.reference import Reference
from tests.documents import make_doc

_HEAD = """ĐẢNG BỘ TỈNH LAM SƠN
HUYỆN ỦY ĐÔNG LÂM
*
Số 110-BC/HU

Đông Lâm, ngày {day.day} tháng {day.month} năm {day.year}

BÁO CÁO
Tổng kết công tác xây dựng Đảng

"""


def _cited(text: str, words: Reference, written: str | None = None) -> list[Citation]:
    head = _HEAD.format(day=date.fromisoformat(written)) if written else "Đảng viên học tập. "
    return list(citations(make_doc(head + text), words))


NUMBERS = [
    pytest.param(
        "Chi bộ học tập Chỉ thị số 05-CT/TW.", None,
        ("05-CT/TW", "2016-05-15", "number"), id="the one of its number",
    ),
    pytest.param(
        "Theo Quy định số 132-QĐ/TW ngày 08/3/2018 của Bộ Chính trị.", None,
        ("132-QĐ/TW", "2018-03-08", "date"), id="its date tells it from the later one",
    ),
    pytest.param(
        "Theo Quy định số 132-QĐ/TW, ngày 27-10-2023.", None,
        ("132-QĐ/TW", "2023-10-27", "date"), id="the later one by its date",
    ),
    pytest.param(
        "Đánh giá đảng viên theo Quy định số 132-QĐ/TW.", "2021-12-20",
        ("132-QĐ/TW", "2018-03-08", "document_date"), id="the later one was not yet issued",
    ),
    pytest.param(
        "Các chi bộ kiểm điểm, đánh giá, xếp loại chất lượng theo Quy định số 132-QĐ/TW.", None,
        ("132-QĐ/TW", "2018-03-08", "subject"), id="words before it say what it is about",
    ),
    pytest.param(
        "Quán triệt Quy định số 132-QĐ/TW về kiểm soát quyền lực trong hoạt động điều tra, truy tố,"
        " xét xử.", "2024-12-20",
        ("132-QĐ/TW", "2023-10-27", "subject"), id="words behind it say what it is about",
    ),
    pytest.param(
        "Thực hiện Quy định số 132-QĐ/TW.", "2024-12-20",
        (None, None, "several"), id="two of one number, nothing decides",
    ),
    pytest.param(
        "Quy định số 124-QĐ/TW về kiểm điểm, đánh giá chất lượng tổ chức đảng.", "2024-01-10",
        ("124-QĐ/TW", "2023-10-04", "subject"), id="124 on reviews, not on supervision",
    ),
    pytest.param(
        "Quy định số 124-QĐ/TW về giám sát việc tu dưỡng, rèn luyện đạo đức của người đứng đầu.",
        "2024-01-10",
        ("124-QĐ/TW", "2018-02-02", "subject"), id="124 on supervision, not on reviews",
    ),
    pytest.param(
        "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XII.", "2023-06-01",
        ("18-NQ/TW", "2017-10-25", "term"), id="the term said decides",
    ),
    pytest.param(
        "Nghị quyết số 18-NQ/TW (khóa XIII) về đất đai.", "2023-06-01",
        ("18-NQ/TW", "2022-06-16", "term"), id="a term in brackets",
    ),
    pytest.param(
        "Nghị quyết số 18-NQ/TW về sắp xếp tổ chức bộ máy tinh gọn.", "2025-06-01",
        ("18-NQ/TW", "2017-10-25", "subject"), id="18 on organisation, not on land",
    ),
    pytest.param(
        "Chỉ thị số 35-CT/TW của Bộ Chính trị về đại hội đảng bộ các cấp.", "2024-12-01",
        (None, None, "several"), id="two of one number and one subject",
    ),
    pytest.param(
        "Chỉ thị số 35-CT/TW về tiếp công dân, giải quyết khiếu nại, tố cáo.", "2020-03-01",
        ("35-CT/TW", "2014-05-26", "subject"), id="35 on petitions, not on congresses",
    ),
    pytest.param(
        "Chỉ thị số 06-CT/TW của Ban Bí thư về xây dựng gia đình.", "2022-03-01",
        ("06-CT/TW", "2021-06-24", "subject"), id="06 of three terms",
    ),
    pytest.param(
        "Chỉ thị số 50-CT/TW của Ban Bí thư.", "2025-12-01",
        ("50-CT/TW", "2025-07-23", "issuer"), id="the issuer decides",
    ),
    pytest.param(
        "Hướng dẫn số 12-HD/BTCTW về nghiệp vụ công tác đảng viên.", "2023-12-01",
        ("12-HD/BTCTW", "2022-05-17", "subject"), id="a guideline of the later term",
    ),
    pytest.param(
        "Quy định số 08-QĐ/TW về trách nhiệm nêu gương.", None,
        ("08-QĐi/TW", "2018-10-25", "number"), id="QĐ written for QĐi",
    ),
    pytest.param(
        "Chi bộ thực hiện Chỉ thị 5 CT/TW.", None,
        ("05-CT/TW", "2016-05-15", "number"), id="marks left out",
    ),
    pytest.param(
        "Nghị quyết số 21-NQ/TW về công tác dân số.", "2024-12-01",
        ("21-NQ/TW", "2017-10-25", "subject"), id="a subject of two telling words",
    ),
    pytest.param(
        "Nghị định số 90/2020/NĐ-CP của Chính phủ.", "2021-12-01",
        ("90/2020/NĐ-CP", "2020-08-13", "number"), id="a decree",
    ),
    pytest.param(
        "Quy định số 37-QĐ/TW ngày 25/11/2021.", None,
        (None, None, "other_date"), id="another day than the registry has",
    ),
    pytest.param(
        "Chỉ thị số 05-CT/TW về tăng cường quản lý các hội cựu chiến binh cơ sở.", None,
        (None, None, "other_subject"), id="a subject that is not its own",
    ),
    pytest.param(
        "Quy định số 144-QĐ/TW đã được quán triệt.", "2019-12-01",
        (None, None, "later"), id="issued after the citing document",
    ),
    pytest.param(
        "Nghị quyết số 05-NQ/HU về cải cách hành chính.", None,
        (None, None, None), id="a district's own document is not in the registry",
    ),
    pytest.param(
        "Chương trình số 05-CTr/TU của Tỉnh ủy.", None,
        (None, None, None), id="the figures of a famous one under another symbol",
    ),
]  # fmt: skip

FIGURES = [
    pytest.param(
        "Đẩy mạnh thực hiện Chỉ thị 05 của Bộ Chính trị.", None,
        ("05-CT/TW", "2016-05-15", "issuer"), id="figures and issuer",
    ),
    pytest.param(
        "Quy định 37 về những điều đảng viên không được làm.", None,
        ("37-QĐ/TW", "2021-10-25", "subject"), id="figures and subject",
    ),
    pytest.param(
        "Thực hiện Chỉ thị 05 trong toàn đảng bộ.", None,
        (None, None, None), id="figures alone may be any body's",
    ),
    pytest.param(
        "Chỉ thị 05 của Ban Thường vụ Tỉnh ủy về trồng rừng.", None,
        (None, None, None), id="figures of a province",
    ),
    pytest.param(
        "Nghị quyết 20 về bảo vệ, chăm sóc sức khỏe nhân dân.", "2023-01-01",
        ("20-NQ/TW", "2017-10-25", "subject"), id="20 on health, not on cooperatives",
    ),
]  # fmt: skip

PLENUMS = [
    pytest.param(
        "Nghị quyết Trung ương 4 khóa XII về tăng cường xây dựng, chỉnh đốn Đảng.",
        ("04-NQ/TW", "2016-10-30", "subject"), id="one of three resolutions of a plenum",
    ),
    pytest.param(
        "Nghị quyết Trung ương 4 khóa XII.",
        (None, None, "several"), id="a plenum of several resolutions",
    ),
    pytest.param(
        "Nghị quyết Trung ương 9 khóa XI.",
        ("33-NQ/TW", "2014-06-09", "plenum"), id="the only one of its plenum",
    ),
    pytest.param(
        "Nghị quyết Đại hội XIII của Đảng.",
        ("NQĐH/XIII", "2021-02-01", "number"), id="a national congress",
    ),
    pytest.param(
        "Nghị quyết Đại hội Đảng bộ tỉnh Lam Sơn lần thứ XIII.",
        (None, None, None), id="a province's congress of the same ordinal",
    ),
]  # fmt: skip

NAMES = [
    pytest.param(
        "Thực hiện Luật Đất đai, công tác giải phóng mặt bằng có tiến bộ.", "2020-12-01",
        ("45/2013/QH13", "2013-11-29", "in_force"), id="the law in force on the day of writing",
    ),
    pytest.param(
        "Thực hiện Luật Đất đai, công tác giải phóng mặt bằng có tiến bộ.", "2025-12-01",
        ("31/2024/QH15", "2024-01-18", "in_force"), id="its successor later",
    ),
    pytest.param(
        "Thực hiện Luật Đất đai năm 2013.", "2025-12-01",
        ("45/2013/QH13", "2013-11-29", "date"), id="the year said goes first",
    ),
    pytest.param(
        "Thực hiện Luật Đất đai năm 2003.", "2006-12-01",
        (None, None, None), id="a law of a year that the registry lacks",
    ),
    pytest.param(
        "Thực hiện Luật Đất đai.", None,
        (None, None, "undated"), id="the day of writing is not known",
    ),
    pytest.param(
        "Chấp hành Quy định những điều đảng viên không được làm.", "2015-12-01",
        ("47-QĐ/TW", "2011-11-01", "in_force"), id="a rule by its name",
    ),
    pytest.param(
        "Chấp hành Luật Giao thông đường bộ.", "2015-12-01",
        (None, None, None), id="a law that the registry does not hold",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "expected"), [*NUMBERS, *FIGURES, *NAMES])
def test_mention_means(
    text: str,
    written: str | None,
    expected: tuple[str | None, str | None, str | None],
    words: Reference,
) -> None:
    (found,) = _cited(text, words, written)
    assert (found.resolved_id, found.resolved_issued_on, found.resolution) == expected


@pytest.mark.parametrize(("text", "expected"), PLENUMS)
def test_plenum_or_congress_means(
    text: str, expected: tuple[str | None, str | None, str | None], words: Reference
) -> None:
    (found,) = _cited(text, words)
    assert (found.resolved_id, found.resolved_issued_on, found.resolution) == expected


def test_a_plenum_issues_for_the_central_committee_even_where_its_document_is_open(
    words: Reference,
) -> None:
    (found,) = _cited("Thực hiện Nghị quyết Trung ương 4 khóa XII.", words)
    assert (found.issuer, found.resolved_issuer) == (None, "Ban Chấp hành Trung ương")


def test_another_mention_tells_what_the_document_means(words: Reference) -> None:
    text = (
        "Thực hiện Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị.\n"
        "Kết quả theo Quy định số 124-QĐ/TW được công khai.\nQuy định 124 được nhắc lại."
    )
    assert [(c.resolved_issued_on, c.resolution) for c in _cited(text, words)] == [
        ("2023-10-04", "date"), ("2023-10-04", "same_document"), ("2023-10-04", "same_document"),
    ]  # fmt: skip


def test_mentions_that_disagree_tell_nothing_of_a_third(words: Reference) -> None:
    text = (
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022.\n"
        "Thực hiện Nghị quyết số 18-NQ/TW."
    )
    assert [c.resolution for c in _cited(text, words)] == ["date", "date", "several"]


def test_local_document_gets_body_and_day_from_its_fuller_mention(words: Reference) -> None:
    text = (
        "Thực hiện Nghị quyết số 09-NQ/HU ngày 12/5/2021 của Huyện ủy Đông Lâm.\n"
        "Nghị quyết số 09-NQ/HU được cụ thể hóa. Nghị quyết 09 đi vào cuộc sống."
    )
    assert [(c.issuer, c.resolved_id, c.resolved_issuer, c.resolved_issued_on, c.resolution)
            for c in _cited(text, words)] == [
        ("Huyện ủy Đông Lâm", None, None, None, None),
        (None, None, "Huyện ủy Đông Lâm", "2021-05-12", "same_document"),
        (None, "09-NQ/HU", "Huyện ủy Đông Lâm", "2021-05-12", "same_document"),
    ]  # fmt: skip
