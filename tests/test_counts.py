"""How large an organisation, its committee or its workforce is, and how it is made up."""

from decimal import Decimal

import pytest

from extractors.counts import counts
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()

# (subject, attribute, value, percent, change)
CASES = [
    pytest.param(
        "Đảng bộ Bệnh viện Sông Trúc có 9 chi bộ trực thuộc (tăng 2 chi bộ); 84 đảng viên (giảm 3 "
        "đảng viên). Trong đó 40 đảng viên nữ (chiếm 47,6%); 5 đảng viên người dân tộc thiểu số.",
        [
            ("party_cell", "total", 9, None, 2),
            ("party_member", "total", 84, None, -3),
            ("party_member", "female", 40, Decimal("47.6"), None),
            ("party_member", "ethnic_minority", 5, None, None),
        ],
        id="an organisation with its changes and shares",
    ),
    pytest.param(
        "Ban Chấp hành Đảng bộ gồm có 13 đồng chí, trong đó có 04 đảng viên nữ (30,8%). Trình độ "
        "sau đại học 06 đồng chí; chuyên viên chính 02 đồng chí; Cao cấp chính trị 05 đồng chí.",
        [
            ("committee_member", "total", 13, None, None),
            ("committee_member", "female", 4, Decimal("30.8"), None),
            ("committee_member", "education", 6, None, None),
            ("committee_member", "rank", 2, None, None),
            ("committee_member", "political_theory", 5, None, None),
        ],
        id="the make-up of a committee",
    ),
    pytest.param(
        "Đại hội đã bầu Ban Chấp hành gồm có 9 đồng chí (01 đ/c Bí thư, 01 đ/c Phó Bí thư, 02 đ/c "
        "BTV, 05 đ/c ủy viên).",
        [
            ("committee_member", "total", 9, None, None),
            ("secretary", "total", 1, None, None),
            ("deputy_secretary", "total", 1, None, None),
            ("standing_member", "total", 2, None, None),
            ("committee_member", "total", 5, None, None),
        ],
        id="posts in a bracket",
    ),
    pytest.param(
        "Chi bộ có 25 đảng viên (12 nữ, 02 dự bị).",
        [
            ("party_member", "total", 25, None, None),
            ("party_member", "female", 12, None, None),
            ("party_member", "probationary", 2, None, None),
        ],
        id="attributes bare in a bracket",
    ),
    pytest.param(
        "Trong nhiệm kỳ, chi bộ đã kết nạp 12 đảng viên mới, chuyển đảng chính thức cho 10 đồng "
        "chí; xóa tên 1 đảng viên.",
        [
            ("party_member", "admitted", 12, None, None),
            ("party_member", "other", 10, None, None),
            ("party_member", "removed", 1, None, None),
        ],
        id="admitted, confirmed and removed",
    ),
    pytest.param(
        "Đại hội đã bầu 03 đồng chí vào cấp ủy khóa mới.",
        [("committee_member", "total", 3, None, None)],
        id="elected into the committee",
    ),
    pytest.param(
        "Sở hiện có 1.210 cán bộ, công chức, viên chức và người lao động; 06 chi đoàn; 07 công "
        "đoàn cơ sở.",
        [
            ("employee", "total", 1210, None, None),
            ("mass_organization", "total", 6, None, None),
            ("mass_organization", "total", 7, None, None),
        ],
        id="staff and mass organisations",
    ),
    pytest.param(
        "Tổng số đảng viên: 130; trong đó nữ: 69; dự bị: 4.",
        [
            ("party_member", "total", 130, None, None),
            ("party_member", "female", 69, None, None),
            ("party_member", "probationary", 4, None, None),
        ],
        id="labels before bare numbers",
    ),
    pytest.param(
        "Bổ sung quy hoạch 04 đồng chí Ủy viên BCH; quy hoạch 02 đ/c chức danh Bí thư Đảng ủy.",
        [
            ("committee_member", "planned", 4, None, None),
            ("secretary", "planned", 2, None, None),
        ],
        id="planned for posts",
    ),
    pytest.param(
        "Hiện Đảng bộ tỉnh có khoảng trên 61.000 đảng viên, sinh hoạt ở 512 tổ chức cơ sở đảng.",
        [
            ("party_member", "total", 61000, None, None),
            ("party_organization", "total", 512, None, None),
        ],
        id="approximate numbers",
    ),
    pytest.param(
        "Công đoàn có hơn 1, 2 triệu đoàn viên và gần 9 nghìn cán bộ công đoàn.",
        [("other", "total", 1200000, None, None), ("employee", "total", 9000, None, None)],
        id="thousands and millions",
    ),
    pytest.param(
        "Đảng bộ phường có 21 chi bộ (gồm 15 chi bộ khu dân cư, 06 chi bộ cơ quan) với "
        "612 đảng viên.",
        [
            ("party_cell", "total", 21, None, None),
            ("party_cell", "total", 15, None, None),
            ("party_cell", "total", 6, None, None),
            ("party_member", "total", 612, None, None),
        ],
        id="kinds of cells",
    ),
    pytest.param(
        "Toàn Đảng bộ có 24 tổ chức cơ sở đảng (20 ở xã, 4 ở thị trấn) với 2.314 đảng viên.",
        [
            ("party_organization", "total", 24, None, None),
            ("party_organization", "total", 20, None, None),
            ("party_organization", "total", 4, None, None),
            ("party_member", "total", 2314, None, None),
        ],
        id="where they stand",
    ),
    pytest.param(
        "Ban Chấp hành Đảng bộ có 15 đồng chí. Nữ 4 đồng chí, chiếm 26,7%. Trình độ "
        "chuyên môn: thạc sĩ 5, đại học 10. Lý luận chính trị: cao cấp 12, trung cấp 3.",
        [
            ("committee_member", "total", 15, None, None),
            ("committee_member", "female", 4, Decimal("26.7"), None),
            ("committee_member", "education", 5, None, None),
            ("committee_member", "education", 10, None, None),
            ("committee_member", "political_theory", 12, None, None),
            ("committee_member", "political_theory", 3, None, None),
        ],
        id="schooling by its topic",
    ),
    pytest.param(
        "Nhà trường có 98 cán bộ, giáo viên, nhân viên; trong đó nữ 60 người, "
        "dân tộc thiểu số 31 người; đảng viên là 45 đồng chí.",
        [
            ("employee", "total", 98, None, None),
            ("employee", "female", 60, None, None),
            ("employee", "ethnic_minority", 31, None, None),
            ("party_member", "total", 45, None, None),
        ],
        id="staff of a school",
    ),
    pytest.param(
        "Năm 2023, toàn Đảng bộ kết nạp được 112 đảng viên, đạt 112% kế hoạch, trong đó "
        "có 60 đảng viên là nữ (53,6%), 12 đồng chí là người dân tộc thiểu số, 5 chủ "
        "doanh nghiệp.",
        [
            ("party_member", "admitted", 112, None, None),
            ("party_member", "admitted", 60, Decimal("53.6"), None),
            ("party_member", "admitted", 12, None, None),
            ("party_member", "admitted", 5, None, None),
        ],
        id="the list of the admitted",
    ),
    pytest.param(
        "Trong nhiệm kỳ, chuyển sinh hoạt đảng đi 3 đồng chí; luân chuyển 2 cán bộ.",
        [
            ("party_member", "transferred", 3, None, None),
            ("employee", "transferred", 2, None, None),
        ],
        id="moved",
    ),
    pytest.param(
        "Quy hoạch cấp ủy nhiệm kỳ 2025-2030: 22 đồng chí; quy hoạch Ban Thường vụ: 8 "
        "đồng chí; Bí thư: 3 đồng chí.",
        [
            ("committee_member", "planned", 22, None, None),
            ("standing_member", "planned", 8, None, None),
            ("secretary", "planned", 3, None, None),
        ],
        id="planned by labels",
    ),
    pytest.param(
        "Đại hội bầu Ban Chấp hành khóa mới gồm 7 đồng chí và bầu 3 đồng chí vào Ban Thường vụ.",
        [
            ("committee_member", "total", 7, None, None),
            ("standing_member", "total", 3, None, None),
        ],
        id="elected",
    ),
    pytest.param(
        "Tổng số cán bộ, viên chức, người lao động: 212 người, trong đó: nữ 140 người (66%).",
        [
            ("employee", "total", 212, None, None),
            ("employee", "female", 140, Decimal("66"), None),
        ],
        id="a label with commas",
    ),
    pytest.param(
        "Bộ máy gồm 3 phòng, 4 khoa và 10 trạm y tế xã với 180 cán bộ, viên chức.",
        [
            ("administrative_unit", "total", 3, None, None),
            ("administrative_unit", "total", 4, None, None),
            ("administrative_unit", "total", 10, None, None),
            ("employee", "total", 180, None, None),
        ],
        id="units and their staff",
    ),
    pytest.param(
        "Đội ngũ cán bộ, công chức có 87 người, trong đó 35 đảng viên.",
        [
            ("employee", "total", 87, None, None),
            ("party_member", "total", 35, None, None),
        ],
        id="a staff and its members",
    ),
    pytest.param(
        "| Nội dung | Số lượng |\n|---|---|\n| Tổng số đảng viên | 130 |\n| Trong đó: nữ | 69 |\n"
        "| Số chi bộ trực thuộc | 16 |\n| Đảng viên bị kỷ luật | 2 |\n| Tỷ lệ đảng viên nữ | 53 |",
        [
            ("party_member", "total", 130, None, None),
            ("party_member", "female", 69, None, None),
            ("party_cell", "total", 16, None, None),
        ],
        id="rows of a table",
    ),
    pytest.param(
        "Tổng số đảng viên: 130 đồng chí, trong đó:\n\n- Nữ: 69 đồng chí;\n\n- Trình độ lý luận "
        "chính trị:\n\n+ Trung cấp: 30 đồng chí.",
        [
            ("party_member", "total", 130, None, None),
            ("party_member", "female", 69, None, None),
            ("party_member", "political_theory", 30, None, None),
        ],
        id="items below a total",
    ),
    pytest.param(
        "Trong nhiệm kỳ kết nạp 112 đảng viên (nữ 60, đoàn viên 98), vượt 5 đảng viên.",
        [
            ("party_member", "admitted", 112, None, None),
            ("party_member", "admitted", 60, None, None),
            ("party_member", "admitted", 98, None, None),
        ],
        id="bare numbers of the admitted; a surplus is none",
    ),
    pytest.param(
        "Nhiệm kỳ 2020-2025 phấn đấu kết nạp 50 đảng viên, kết quả đã kết nạp 62 đảng viên.",
        [("party_member", "admitted", 62, None, None)],
        id="the result, not the target",
    ),
    pytest.param(
        "Hội nghị đã bầu bổ sung 2 đồng chí vào Ban Chấp hành, 1 đồng chí giữ chức Phó Bí thư.",
        [
            ("committee_member", "other", 2, None, None),
            ("deputy_secretary", "other", 1, None, None),
        ],
        id="elected in addition",
    ),
    pytest.param(
        "Tổng số đảng viên đầu nhiệm kỳ là 120 đồng chí, cuối nhiệm kỳ 135 đồng chí (tăng 15 đồng "
        "chí).",
        [
            ("party_member", "total", 120, None, None),
            ("party_member", "total", 135, None, 15),
        ],
        id="the same at two times",
    ),
    pytest.param(
        "Ban Chấp hành do Đại hội bầu 13 đồng chí, Ban Thường vụ 05 đồng chí. Trong nhiệm kỳ có 02 "
        "đồng chí chuyển công tác, 01 đồng chí nghỉ hưu, bổ sung 02 đồng chí; hiện có 12 đồng chí.",
        [
            ("committee_member", "total", 13, None, None),
            ("standing_member", "total", 5, None, None),
            ("committee_member", "transferred", 2, None, None),
            ("committee_member", "other", 1, None, None),
            ("committee_member", "other", 2, None, None),
            ("committee_member", "total", 12, None, None),
        ],
        id="what became of a committee",
    ),
    pytest.param(
        "Đảng viên nữ 1.208 đồng chí, chiếm 36%; từ 35 tuổi trở xuống 917 đồng chí.",
        [
            ("party_member", "female", 1208, Decimal("36"), None),
            ("party_member", "other", 917, None, None),
        ],
        id="members by age",
    ),
    pytest.param(
        "Các huyện đã đào tạo 4.120 cán bộ có trình độ trung cấp, 870 cao đẳng; 2.300 cán bộ đạt "
        "chuẩn, 415 chưa đạt chuẩn.",
        [
            ("employee", "education", 4120, None, None),
            ("employee", "education", 870, None, None),
            ("employee", "other", 2300, None, None),
            ("employee", "other", 415, None, None),
        ],
        id="staff trained, by level",
    ),
    pytest.param(
        "Dự Đại hội có 120 đại biểu, thay mặt 231 đảng viên. Kết nạp 14/20 đảng viên.",
        [
            ("party_member", "total", 231, None, None),
            ("party_member", "admitted", 14, None, None),
        ],
        id="members stood for, a part of a plan",
    ),
    pytest.param(
        "Vùng có 9.480 cán bộ cấp xã, trong đó: Sơn Bình: 2.405, Lâm Hà: 3.732. Biên chế được giao "
        "152 người, hiện có 147 người. Ủy ban Kiểm tra Đảng ủy gồm 05 đồng chí.",
        [
            ("employee", "total", 9480, None, None),
            ("employee", "total", 2405, None, None),
            ("employee", "total", 3732, None, None),
            ("employee", "total", 152, None, None),
            ("employee", "total", 147, None, None),
            ("other", "total", 5, None, None),
        ],
        id="parts by place, posts given and filled, a commission",
    ),
    pytest.param(
        "Năm năm qua kết nạp 08/07 đảng viên, nâng tổng số đảng viên lên 412 đồng chí.",
        [
            ("party_member", "admitted", 8, None, None),
            ("party_member", "total", 412, None, None),
        ],
        id="more than planned, raised to a total",
    ),
    pytest.param(
        "Về học vấn: tiểu học 120 người, trung học cơ sở 832 người. Về chuyên môn: chưa qua đào "
        "tạo 240 người, sơ cấp 31 người. Cấp xã có 64 bí thư, 80 phó bí thư.",
        [
            ("employee", "education", 120, None, None),
            ("employee", "education", 832, None, None),
            ("employee", "education", 240, None, None),
            ("employee", "education", 31, None, None),
            ("secretary", "total", 64, None, None),
            ("deputy_secretary", "total", 80, None, None),
        ],
        id="staff by schooling, posts of many units",
    ),
    pytest.param(
        "Đảng bộ gồm 412 đảng viên (trong đó 65 đảng viên sinh viên). Trường có 145 tiến sĩ. Đại "
        "biểu đại diện cho 412 đảng viên của 24 chi bộ.",
        [
            ("party_member", "total", 412, None, None),
            ("party_member", "other", 65, None, None),
            ("employee", "education", 145, None, None),
            ("party_member", "total", 412, None, None),
            ("party_cell", "total", 24, None, None),
        ],
        id="some of the members, a school's own staff, cells stood for",
    ),
]

NOTHING = [
    pytest.param("Bình quân mỗi chi bộ có 21 đảng viên.", id="a mean"),
    pytest.param("Nhà trường có 12 giáo viên giỏi cấp huyện.", id="titles won"),
    pytest.param("Tổng số đảng viên dự: 25/27 đồng chí.", id="those attending of all"),
    pytest.param("Sáp nhập 02 chi bộ; 3/11 chi bộ họp muộn.", id="merged, a part of them"),
    pytest.param("Có 4 chi bộ nhiều năm không kết nạp được ai.", id="what some did not do"),
    pytest.param("Kết nạp đảng viên 30 đồng chí (nghị quyết 35).", id="the value of a target"),
    pytest.param("Nhắc nhở 5 đảng viên, phê bình 3 đảng viên.", id="members reminded"),
    pytest.param("Đảng ủy biểu dương Chi bộ 2, Chi bộ 3.", id="numbered cells"),
    pytest.param("Đoàn kiểm tra gồm 05 đồng chí.", id="a team"),
    pytest.param("Chi bộ có dưới 9 đảng viên chính thức không lập chi ủy.", id="a rule"),
    pytest.param("Mở 12 lớp bồi dưỡng cho 1.200 cấp ủy viên.", id="people trained"),
    pytest.param("Thành phần dự họp: 12 đồng chí ủy viên Ban Chấp hành.", id="a meeting"),
    pytest.param("Tại Đại hội có 145/150 đại biểu được triệu tập.", id="delegates"),
    pytest.param("Có 15 đảng viên viết bản tự kiểm điểm.", id="what members did"),
    pytest.param("Trao 120 suất quà cho 120 đoàn viên khó khăn.", id="gifts"),
    pytest.param("Kết quả xếp loại: HTXSNV: 12 đảng viên (20%).", id="a rating"),
    pytest.param("Cử 05 đảng viên tham gia lớp bồi dưỡng.", id="sent to a class"),
    pytest.param("Có 24/25 đảng viên tham dự đại hội.", id="attendance"),
    pytest.param("Tham dự Đại hội có 45 đảng viên thuộc chi bộ.", id="attendance behind"),
    pytest.param("Phấn đấu kết nạp 05 đảng viên.", id="a pledge"),
    pytest.param("Hằng năm giới thiệu từ 15 - 20 cán bộ, đảng viên đi học.", id="a range"),
    pytest.param("Khen thưởng 05 đảng viên, kiểm tra 3 chi bộ.", id="oversight"),
    pytest.param("Doanh nghiệp có từ 300 đảng viên trở lên.", id="a bound"),
    pytest.param("Đơn vị có 12 phòng học và 200 giường bệnh.", id="rooms and beds"),
    pytest.param("Trình độ văn hóa THPT đạt 100%.", id="a share alone"),
    pytest.param("Đảng bộ huyện tổ chức 06 hội nghị trong 5 năm.", id="meetings and years"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_counts_are_read_with_their_subject_and_attribute(
    text: str, expected: list[tuple[str, str, int, Decimal | None, int | None]]
) -> None:
    found = counts(make_doc(text), REFERENCE)
    assert [(r.subject, r.attribute, r.value, r.percent, r.change) for r in found] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_count_is_none(text: str) -> None:
    assert list(counts(make_doc(text), REFERENCE)) == []
