"""Counts of staff and members by place, people, age and schooling, as articles tell them."""

import pytest

from extractors.counts import counts
from pipeline.reference import Reference
from tests.documents import make_doc

Told = tuple[str, str, int]

CASES = [
    pytest.param(
        "Hiện toàn vùng có 12.456 cán bộ, công chức cấp xã, trong đó: Đắk Mê 3.412, Gia Khê "
        "4.120, Lâm Hà 2.944.",
        [
            ("employee", "total", 12456),
            ("employee", "total", 3412),
            ("employee", "total", 4120),
            ("employee", "total", 2944),
        ],
        id="by place",
    ),
    pytest.param(
        "Cấp tỉnh có 412 cán bộ người dân tộc thiểu số, cấp huyện 1.120, cấp xã 3.870.",
        [
            ("employee", "ethnic_minority", 412),
            ("employee", "ethnic_minority", 1120),
            ("employee", "ethnic_minority", 3870),
        ],
        id="by level, where the first is a part too",
    ),
    pytest.param(
        "Toàn tỉnh có 3.629 cán bộ xã. Về thành phần dân tộc: Kinh 1.512 người, Thái 820 "
        "người, Mông 312 người, các dân tộc khác 102 người.",
        [
            ("employee", "total", 3629),
            ("employee", "other", 1512),
            ("employee", "ethnic_minority", 820),
            ("employee", "ethnic_minority", 312),
            ("employee", "ethnic_minority", 102),
        ],
        id="peoples in a list",
    ),
    pytest.param(
        "Ở Sơn La Thượng, số cán bộ người dân tộc Thái là 1.204, người Mông là 312, người Khơ"
        " Mú là 45.",
        [
            ("employee", "ethnic_minority", 1204),
            ("employee", "ethnic_minority", 312),
            ("employee", "ethnic_minority", 45),
        ],
        id="peoples named in full",
    ),
    pytest.param(
        "Huyện có 96 cán bộ, trong đó 41 người dân tộc Tày, 12 người Dao.",
        [
            ("employee", "total", 96),
            ("employee", "ethnic_minority", 41),
            ("employee", "ethnic_minority", 12),
        ],
        id="a people behind the number",
    ),
    pytest.param(
        "Huyện có 2.901 cán bộ, công chức. Độ tuổi dưới 30 chiếm 12,1% (352 người); từ 31 đến"
        " 40 tuổi chiếm 34% (988 người); trên 50 tuổi: 551 người.",
        [
            ("employee", "total", 2901),
            ("employee", "other", 352),
            ("employee", "other", 988),
            ("employee", "other", 551),
        ],
        id="ages with the share first",
    ),
    pytest.param(
        "Trong tổng số 1.873 cán bộ chủ chốt cấp xã, số người dưới 35 tuổi là 231 đồng chí "
        "(12,3%), 36 - 45 tuổi: 702 đồng chí (37,5%), trên 55 tuổi: 140 đồng chí.",
        [
            ("employee", "total", 1873),
            ("employee", "other", 231),
            ("employee", "other", 702),
            ("employee", "other", 140),
        ],
        id="ages as bands",
    ),
    pytest.param(
        "Toàn tỉnh có 2.990 cán bộ chuyên trách cấp xã. Trình độ học vấn: cấp I: 210 người "
        "(7%); cấp II: 980 người (32,8%); cấp III: 1.800 người.",
        [
            ("employee", "total", 2990),
            ("employee", "education", 210),
            ("employee", "education", 980),
            ("employee", "education", 1800),
        ],
        id="schools of old",
    ),
    pytest.param(
        "Toàn huyện có 190 cán bộ xã; tốt nghiệp cấp 3 có 171 người.",
        [("employee", "total", 190), ("employee", "education", 171)],
        id="schools of old by digits",
    ),
    pytest.param(
        "Vùng này có 2.971 cán bộ cơ sở. Về chuyên môn, 34,5% (1.025 người) có trình độ đại "
        "học; 22% (653 người) cao đẳng, trung cấp.",
        [
            ("employee", "total", 2971),
            ("employee", "education", 1025),
            ("employee", "education", 653),
        ],
        id="schooling behind the bracket of a share",
    ),
    pytest.param(
        "Trong đội ngũ này, có 12 tiến sĩ, 145 thạc sĩ.",
        [("employee", "education", 12), ("employee", "education", 145)],
        id="titles of scholars without a head",
    ),
    pytest.param(
        "Tỷ lệ cán bộ có trình độ đại học tăng từ 23% lên 41%; số có trình độ thạc sĩ tăng từ"
        " 12 lên 45 người.",
        [("employee", "education", 12), ("employee", "education", 45)],
        id="from then to now, the noun behind the second",
    ),
    pytest.param(
        "Tổng số cán bộ, công chức xã, phường, thị trấn của vùng năm 2002 là 10.214 người, "
        "năm 2012 là 14.870 người.",
        [("employee", "total", 10214), ("employee", "total", 14870)],
        id="a list of places within the noun",
    ),
    pytest.param(
        "Cán bộ lãnh đạo, quản lý cấp huyện có 1.240 người: dân tộc Kinh 890 người, dân tộc "
        "Tày 201 người.",
        [
            ("employee", "total", 1240),
            ("employee", "other", 890),
            ("employee", "ethnic_minority", 201),
        ],
        id="a kind and a level between noun and number",
    ),
    pytest.param(
        "Số cán bộ nữ trong hệ thống chính trị cấp xã là 2.145 người.",
        [("employee", "female", 2145)],
        id="women among those of a place",
    ),
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
        "Có 3 bí thư, 7 phó bí thư huyện ủy là nữ.",
        [("secretary", "female", 3), ("deputy_secretary", "female", 7)],
        id="what all of a list are",
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
    pytest.param("Toàn huyện có 412 cán bộ kê khai tài sản.", [], id="declarations of assets"),
    pytest.param(
        "Cả phòng 13 người chỉ có mình tôi là nữ.", [], id="a crowd of which one is a woman"
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_staff_and_members_are_counted_by_what_tells_them_apart(
    text: str, expected: list[Told], words: Reference
) -> None:
    found = counts(make_doc(text), words)
    assert [(c.subject, c.attribute, c.value) for c in found] == expected
