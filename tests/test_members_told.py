"""Counts of members and committees told by what they are, beside others or before."""

import pytest

from extractors.counts import counts
from pipeline.reference import Reference
from tests.documents import make_doc

Told = tuple[str, str, int]

CASES = [
    pytest.param(
        "Nữ cấp ủy viên cấp huyện: 83 người (18,9%); cấp cơ sở: 1.146 người.",
        [("committee_member", "female", 83), ("committee_member", "female", 1146)],
        id="women of committees, level by level",
    ),
    pytest.param(
        "Nữ trong Ban Chấp hành Đảng bộ huyện: 9 người (17,3%).",
        [("committee_member", "female", 9)],
        id="women of a committee",
    ),
    pytest.param(
        "Cán bộ người dân tộc thiểu số tham gia ban chấp hành đảng bộ tỉnh có 17 đồng chí, "
        "ban thường vụ có 4 đồng chí.",
        [("committee_member", "ethnic_minority", 17), ("standing_member", "ethnic_minority", 4)],
        id="a kind in the committee and its presidium",
    ),
    pytest.param(
        "Toàn Đảng bộ có 1.204 đảng viên; nữ chiếm 34,5% (415 đồng chí), dân tộc thiểu số "
        "chiếm 12% (144 đồng chí).",
        [
            ("party_member", "total", 1204),
            ("party_member", "female", 415),
            ("party_member", "ethnic_minority", 144),
        ],
        id="members by share and number",
    ),
    pytest.param(
        "Dự đại hội có 41 trong tổng số 43 đảng viên của chi bộ, gồm 40 đảng viên chính thức "
        "và 3 đảng viên dự bị.",
        [
            ("party_member", "total", 43),
            ("party_member", "other", 40),
            ("party_member", "probationary", 3),
        ],
        id="the whole of those who attend",
    ),
    pytest.param(
        "Đại hội bầu chi ủy ba đồng chí.",
        [("committee_member", "total", 3)],
        id="a committee in words",
    ),
    pytest.param(
        "Huyện Kim Sơn Hạ: thêm 45 đảng viên",
        [("party_member", "admitted", 45)],
        id="members added",
    ),
    pytest.param(
        "Trong nhiệm kỳ, đảng bộ phát triển 84 đảng viên, nâng tổng số đảng viên lên 612 đồng chí.",
        [("party_member", "admitted", 84), ("party_member", "total", 612)],
        id="members gained, and how many there are now",
    ),
    pytest.param(
        "Bốn tháng qua, thành phố kết nạp 93 đảng viên. Bệnh viện Đa khoa (9 đảng viên), "
        "Trường Cao đẳng Nghề (7 đảng viên) là những nơi kết nạp được nhiều.",
        [
            ("party_member", "admitted", 93),
            ("party_member", "admitted", 9),
            ("party_member", "admitted", 7),
        ],
        id="places that admitted most",
    ),
    pytest.param(
        "Đảng bộ có 17 đảng viên 50 năm tuổi Đảng trở lên.",
        [("party_member", "other", 17)],
        id="long in the Party",
    ),
    pytest.param(
        "Trong 3 năm, đảng bộ có 21 đảng viên, chuyển đi 14 đảng viên, 3 đảng viên từ trần.",
        [
            ("party_member", "total", 21),
            ("party_member", "transferred", 14),
            ("party_member", "other", 3),
        ],
        id="each act its own figure",
    ),
    pytest.param("Hết năm, huyện giữ nguyên mức kết nạp 210 đảng viên.", [], id="a target kept"),
    pytest.param("Nhiệm kỳ tới kết nạp 40 đảng viên.", [], id="a target of the term to come"),
    pytest.param(
        "Đảng bộ Tổng công ty có 5.412 đảng viên trong tổng số 31.200 lao động, sinh hoạt tại"
        " 38 tổ chức cơ sở đảng.",
        [
            ("party_member", "total", 5412),
            ("employee", "total", 31200),
            ("party_organization", "total", 38),
        ],
        id="members beside the labour of a firm",
    ),
    pytest.param(
        "Đảng viên là người dân tộc Mông có 1.204 đồng chí, người Dao có 812 đồng chí; đảng "
        "viên theo đạo Tin lành có 96 đồng chí.",
        [
            ("party_member", "ethnic_minority", 1204),
            ("party_member", "ethnic_minority", 812),
            ("party_member", "religious", 96),
        ],
        id="peoples and faiths of members",
    ),
    pytest.param(
        "Toàn đảng bộ có 3.120 đảng viên, trong đó đảng viên là công nhân 312 đồng chí, nông "
        "dân 1.102 đồng chí.",
        [
            ("party_member", "total", 3120),
            ("party_member", "other", 312),
            ("party_member", "other", 1102),
        ],
        id="members by what they are",
    ),
    pytest.param(
        "Ban Chấp hành Đảng bộ khóa XII có 41 đồng chí (khuyết 2), Ban Thường vụ 13 đồng chí.",
        [("committee_member", "total", 41), ("standing_member", "total", 13)],
        id="a vacancy beside a committee",
    ),
    pytest.param(
        "Trong 11 đồng chí chi ủy viên có 4 nữ.",
        [("committee_member", "total", 11), ("committee_member", "female", 4)],
        id="a committee and its women",
    ),
    pytest.param(
        "Số cấp ủy viên trẻ dưới 40 tuổi cấp xã là 812 đồng chí.",
        [("committee_member", "other", 812)],
        id="the young of committees",
    ),
    pytest.param(
        "Chi đoàn có 34 đoàn viên, trong đó nữ 12 đoàn viên, 5 đoàn viên là đảng viên, 2 đoàn"
        " viên là đảng viên dự bị.",
        [
            ("other", "total", 34),
            ("other", "female", 12),
            ("party_member", "total", 5),
            ("party_member", "probationary", 2),
        ],
        id="the young who are members",
    ),
    pytest.param(
        "Nếu năm 2005 cả xã mới có 112 đảng viên thì nay đã có 198 đồng chí.",
        [("party_member", "total", 112), ("party_member", "total", 198)],
        id="then and now",
    ),
    pytest.param(
        "Trong 612 bí thư chi bộ thôn, có 214 đồng chí kiêm trưởng thôn, 96 đồng chí là nữ.",
        [("secretary", "total", 612), ("secretary", "other", 214), ("secretary", "female", 96)],
        id="two offices in one hand",
    ),
    pytest.param(
        "Đảng ủy lãnh đạo 14 chi bộ trực thuộc với 176 đảng viên thực hiện nhiệm vụ.",
        [("party_cell", "total", 14), ("party_member", "total", 176)],
        id="members of cells that do their work",
    ),
    pytest.param("Cứ 100 đảng viên thì có nhiều người cao tuổi.", [], id="one in so many"),
    pytest.param(
        "Đoàn kiểm tra đã làm việc với Đảng ủy xã và 03 chi bộ trực thuộc.",
        [],
        id="whom a delegation met",
    ),
    pytest.param("Văn phòng cấp ủy chỉ có một người kiêm nhiệm.", [], id="a single clerk"),
    pytest.param(
        "Huyện giao kết nạp 12 đảng viên, đến nay mới được 4.",
        [("party_member", "admitted", 4)],
        id="what has been reached of a target",
    ),
    pytest.param(
        "Số đảng viên mới là 84, trong đó phụ nữ 31, người có đạo 5.",
        [
            ("party_member", "admitted", 84),
            ("party_member", "admitted", 31),
            ("party_member", "admitted", 5),
        ],
        id="new members parted",
    ),
    pytest.param(
        "Trong 1.204 đảng viên mới, có 612 nữ, 145 người Mông, 98 giáo dân, 34 chủ doanh nghiệp.",
        [
            ("party_member", "admitted", 1204),
            ("party_member", "admitted", 612),
            ("party_member", "admitted", 145),
            ("party_member", "admitted", 98),
            ("party_member", "admitted", 34),
        ],
        id="new members by people and trade",
    ),
    pytest.param(
        "Năm nay, số người vào Đảng của huyện đạt 312, cao hơn năm trước 24.",
        [("party_member", "admitted", 312)],
        id="those who entered the Party",
    ),
    pytest.param(
        "Đại hội bầu 41 ủy viên khóa mới, 12 người trong số đó là nữ.",
        [("committee_member", "total", 41), ("committee_member", "female", 12)],
        id="of a committee, how many are women",
    ),
    pytest.param(
        "Cấp ủy khóa mới 15 người; trẻ nhất 28 tuổi.",
        [("committee_member", "total", 15)],
        id="a committee of the new term",
    ),
    pytest.param(
        "Trong 33 ủy viên, 7 người là nữ, 5 người dưới 40 tuổi, 30 người có bằng đại học trở lên.",
        [
            ("committee_member", "total", 33),
            ("committee_member", "female", 7),
            ("committee_member", "other", 5),
            ("committee_member", "education", 30),
        ],
        id="an age behind the number",
    ),
    pytest.param(
        "Số đảng viên chuyển đến trong năm: 02; chuyển đi: 01.",
        [("party_member", "transferred", 2), ("party_member", "transferred", 1)],
        id="by label, those who come and go",
    ),
    pytest.param(
        "Công tác kết nạp đưa số đảng viên toàn huyện lên 5.612.",
        [("party_member", "total", 5612)],
        id="raised to so many",
    ),
    pytest.param(
        "Toàn tỉnh kết nạp 1.204 đảng viên. Nhiều nhất là Đảng bộ huyện Sơn Khê (204), Đảng "
        "bộ thành phố (187), ít nhất là Đảng bộ Khối Doanh nghiệp (12).",
        [
            ("party_member", "admitted", 1204),
            ("party_member", "admitted", 204),
            ("party_member", "admitted", 187),
            ("party_member", "admitted", 12),
        ],
        id="the organisations that admitted most and least",
    ),
    pytest.param(
        "Đảng bộ xã có 23 chi bộ; chi bộ đông nhất 96 đảng viên, chi bộ ít nhất 7 đảng viên.",
        [("party_cell", "total", 23), ("party_member", "total", 96), ("party_member", "total", 7)],
        id="the largest and the smallest cell",
    ),
    pytest.param(
        "Riêng đội ngũ bí thư đảng ủy xã: trình độ đại học có 61 đồng chí, trung cấp 52 đồng chí.",
        [("secretary", "education", 61), ("secretary", "education", 52)],
        id="\nwhose schooling a colon tells",
    ),
    pytest.param(
        "Tỷ lệ nữ cấp ủy viên đạt 21,3% (87 đồng chí), tỷ lệ cấp ủy viên trẻ đạt 10,5% (43 "
        "đồng chí).",
        [("committee_member", "female", 87), ("committee_member", "other", 43)],
        id="women of committees by share",
    ),
    pytest.param(
        "Cấp ủy cấp huyện có 412 đồng chí, cơ cấu: nữ 61 (14,8%), trẻ 45 (10,9%), dân tộc "
        "thiểu số 96 (23,3%).",
        [
            ("committee_member", "total", 412),
            ("committee_member", "female", 61),
            ("committee_member", "other", 45),
            ("committee_member", "ethnic_minority", 96),
        ],
        id="the young of a committee",
    ),
    pytest.param(
        "Đảng bộ có 4.160 đảng viên; 1.204 đảng viên (29%) có trình độ đại học trở lên.",
        [("party_member", "total", 4160), ("party_member", "education", 1204)],
        id="schooling behind a share in brackets",
    ),
    pytest.param(
        "Đảng viên ở nông thôn có 2.120 đồng chí, ở đô thị 1.204 đồng chí.",
        [("party_member", "total", 2120), ("party_member", "total", 1204)],
        id="members of a place",
    ),
    pytest.param(
        "Số đảng viên là chủ doanh nghiệp, chủ trang trại có 41 đồng chí.",
        [("party_member", "other", 41)],
        id="members of two trades",
    ),
    pytest.param(
        "Có 12 đảng viên vượt khó làm giàu, 45 đảng viên có thu nhập trên 100 triệu đồng.",
        [],
        id="what some members do",
    ),
    pytest.param(
        "Toàn huyện có 204 trưởng thôn, trong đó 145 người là đảng viên.",
        [],
        id="heads of hamlets that are members",
    ),
    pytest.param(
        "Trên địa bàn có 5.612 doanh nghiệp với 96.000 lao động; mới có 61 tổ chức đảng.",
        [("party_organization", "total", 61)],
        id="firms of a province and their labour",
    ),
    pytest.param(
        "Bộ có 21 vụ, cục; 14 đơn vị sự nghiệp trực thuộc; 5.120 công chức, viên chức.",
        [
            ("administrative_unit", "total", 21),
            ("administrative_unit", "total", 14),
            ("employee", "total", 5120),
        ],
        id="departments by pairs",
    ),
    pytest.param(
        "Ban Thường vụ có 1 Bí thư, 2 Phó Bí thư và 8 ủy viên.",
        [
            ("secretary", "total", 1),
            ("deputy_secretary", "total", 2),
            ("standing_member", "total", 8),
        ],
        id="\nposts of a presidium",
    ),
    pytest.param(
        "UBKT Tỉnh ủy có 11 ủy viên.", [("other", "total", 11)], id="members of a commission"
    ),
    pytest.param(
        "Đảng bộ cơ quan có 61 đảng viên, trong đó có 2 đồng chí là ủy viên Ban Chấp hành "
        "Đảng bộ tỉnh.",
        [("party_member", "total", 61), ("party_member", "other", 2)],
        id="members who sit elsewhere",
    ),
    pytest.param(
        "Số lượng cấp ủy viên cơ sở được bầu là 3.120 đồng chí; tái cử 2.214 đồng chí; tham "
        "gia lần đầu 906 đồng chí.",
        [
            ("committee_member", "total", 3120),
            ("committee_member", "other", 2214),
            ("committee_member", "other", 906),
        ],
        id="those elected anew and for the first time",
    ),
    pytest.param(
        "Cả nhiệm kỳ 3 đồng chí ủy viên chuyển công tác, 2 đồng chí nghỉ hưu; đã bầu bổ sung "
        "4 đồng chí.",
        [
            ("committee_member", "transferred", 3),
            ("committee_member", "other", 2),
            ("committee_member", "other", 4),
        ],
        id="those who left a committee",
    ),
    pytest.param(
        "Số chi bộ có chi ủy là 14, số chi bộ chưa có chi ủy là 3.",
        [("party_cell", "total", 14)],
        id="cells that lack something",
    ),
    pytest.param(
        "Số lượng ủy viên ban chấp hành xác định cho Đảng bộ tỉnh A là 50 đồng chí.",
        [],
        id="how many a committee is to have",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_members_and_committees_are_counted_in_many_wordings(
    text: str, expected: list[Told], words: Reference
) -> None:
    found = counts(make_doc(text), words)
    assert [(c.subject, c.attribute, c.value) for c in found] == expected
