"""Statements in tables, footnotes, questions and plans that mend; what looks like them."""

import pytest

from extractors.findings import findings
from pipeline import reference
from pipeline.parse import parse
from pipeline.sources import Source
from tests.documents import make_doc
from tests.sheets import Grid, Heading, Para, Sheet
from tests.writers import docx

KNOWN = reference.load()
REPORT = "BÁO CÁO\nKiểm điểm tập thể Chi ủy Trạm Thú y Hòa Lạc năm 2022\n"
PLAN = "KẾ HOẠCH\nKhắc phục hạn chế, khuyết điểm sau kiểm điểm năm 2022\n"
NEWS = "Chuyện ở Đảng bộ xã Bến Cát Đông\nXã có 11 chi bộ.\n"


def said(text: str) -> list[str]:
    """`type: words` of each finding of a text, in the order of the text."""
    document = make_doc(text)
    found = sorted(findings(document, KNOWN), key=lambda f: f.span)
    return [f"{f.type}: {document.quote(f.span)}" for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            PLAN + "1. Công tác tư tưởng\n- Hạn chế: Chưa nắm chắc tâm tư viên chức trẻ.\n"
            "- Biện pháp: Mỗi tháng chi ủy gặp viên chức trẻ một lần.\n",
            [
                "shortcoming: Chưa nắm chắc tâm tư viên chức trẻ.",
                "remedy: Mỗi tháng chi ủy gặp viên chức trẻ một lần.",
            ],
            id="a plan that mends says both",
        ),
        pytest.param(
            "KẾ HOẠCH\nKiểm điểm, đánh giá cuối năm 2022\nBáo cáo gồm:\n"
            "- Hạn chế, khuyết điểm: nêu rõ biểu hiện.\n- Biện pháp: ghi rõ thời gian.\n",
            [],
            id="a plan of a review says how to write",
        ),
        pytest.param(
            REPORT + "I. KẾT QUẢ\nTiêm phòng đạt 96% kế hoạch. "
            "Việc ghi sổ theo dõi dịch của tổ cơ động còn sơ sài. "
            "Một số vụ việc tồn đọng được giải quyết dứt điểm.\n",
            ["shortcoming: Việc ghi sổ theo dõi dịch của tổ cơ động còn sơ sài."],
            id="a lack among results, and what was dealt with",
        ),
        pytest.param(
            REPORT + "III. NHỮNG ĐIỀU CÒN VƯỚNG\n- Kho lạnh hỏng từ tháng 5.\n"
            "IV. VÌ SAO\n- Kinh phí cấp theo đợt.\n"
            "V. TỪ NAY ĐẾN CUỐI NHIỆM KỲ\n- Trạm mượn kho của huyện, hợp đồng từng quý.\n",
            [
                "shortcoming: Kho lạnh hỏng từ tháng 5.",
                "cause: Kinh phí cấp theo đợt.",
                "remedy: Trạm mượn kho của huyện, hợp đồng từng quý.",
            ],
            id="headings in words of their own",
        ),
        pytest.param(
            NEWS + "Phóng viên: Theo đồng chí, vì sao việc cấp giấy chậm?\n"
            "Bí thư Đảng ủy: Hồ sơ cũ thất lạc sau hai lần chia tách.\n"
            "Phóng viên: Cảm ơn đồng chí?\nBí thư Đảng ủy: Chào nhà báo.\n",
            ["cause: Bí thư Đảng ủy: Hồ sơ cũ thất lạc sau hai lần chia tách."],
            id="an answer to why is a cause, until the next question",
        ),
        pytest.param(
            NEWS + "Cái khó nhất hiện nay là quần chúng trẻ đi làm xa.\n",
            ["shortcoming: Cái khó nhất hiện nay là quần chúng trẻ đi làm xa."],
            id="a difficulty that is called one",
        ),
        pytest.param(
            NEWS + "Ngày ấy, đường chưa có, cán bộ còn thiếu, nhiều hộ còn đói.\n",
            [],
            id="history",
        ),
        pytest.param(
            NEWS + "Song, thực tế cũng cho thấy không ít bất cập. "
            "Sổ nghị quyết ở ba chi bộ ghi sơ sài.\nChiều về, nắng nhạt trên bến.\n",
            ["shortcoming: Sổ nghị quyết ở ba chi bộ ghi sơ sài."],
            id="what a turn opens ends with its paragraph",
        ),
        pytest.param(
            NEWS + "Nơi nào cấp ủy buông lỏng thì chi bộ nơi đó khó mạnh.\n", [], id="a truth"
        ),
        pytest.param(
            "HƯỚNG DẪN\nKiểm điểm, xếp loại chất lượng năm 2022\nIII. TỔ CHỨC THỰC HIỆN\n"
            "1. Các chi bộ hoàn thành kiểm điểm trước 15/12.\n",
            [],
            id="the steps of a review are no tasks",
        ),
    ],
)
def test_statements_by_where_they_stand(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def in_docx(*parts: object, notes: tuple[str, ...] = ()) -> list[str]:
    """`type rule: words` of each finding of a DOCX file."""
    sheet = Sheet((Heading("BÁO CÁO KIỂM ĐIỂM", 1), *parts), notes)  # type: ignore[arg-type]
    document = parse(Source("0" * 16, "a.docx", "docx", docx(sheet)))
    found = sorted(findings(document, KNOWN), key=lambda f: f.span)
    return [f"{f.type} {f.rule}: {document.quote(f.span)}" for f in found]


def test_columns_over_lacks_causes_and_remedies_hold_them() -> None:
    grid = Grid(
        (
            ("STT", "Hạn chế, khuyết điểm", "Nguyên nhân", "Biện pháp khắc phục", "Thời gian"),
            ("1", "Chi bộ Kho bỏ họp tháng 8", "Bí thư đi học", "Cử phó bí thư chủ trì", "Quý I"),
            ("2", "Không có", "", "", ""),
        )
    )
    assert in_docx(grid) == [
        "shortcoming shortcoming_zone: Chi bộ Kho bỏ họp tháng 8",
        "cause cause_zone: Bí thư đi học",
        "remedy remedy_column: Cử phó bí thư chủ trì",
    ]


def test_a_column_of_tasks_beside_no_lacks_is_the_steps_of_a_plan() -> None:
    grid = Grid(
        (("STT", "Nhiệm vụ, giải pháp", "Thời gian"), ("1", "In tài liệu học tập", "Quý I"))
    )
    assert in_docx(grid) == []


def test_a_footnote_to_a_lack_states_one_only_where_it_says_so() -> None:
    found = in_docx(
        Heading("II. HẠN CHẾ", 1),
        Para("Thu hút đầu tư không đạt mục tiêu[^1]."),
        Para("Quy hoạch cán bộ nữ đạt tỷ lệ thấp[^2]."),
        notes=("Mới thu hút được 2/9 dự án.", "Theo báo cáo của Ban Tổ chức."),
    )
    assert found == [
        "shortcoming shortcoming_zone: Thu hút đầu tư không đạt mục tiêu(1).",
        "shortcoming lack_in_footnote: Mới thu hút được 2/9 dự án.",
        "shortcoming shortcoming_zone: Quy hoạch cán bộ nữ đạt tỷ lệ thấp(2).",
    ]
