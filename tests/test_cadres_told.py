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
        "Có 3 bí thư, 7 phó bí thư huyện ủy là nữ.",
        [("secretary", "female", 3), ("deputy_secretary", "female", 7)],
        id="what all of a list are",
    ),
    pytest.param("Toàn huyện có 412 cán bộ kê khai tài sản.", [], id="declarations of assets"),
    pytest.param(
        "Cả phòng 13 người chỉ có mình tôi là nữ.", [], id="a crowd of which one is a woman"
    ),
    pytest.param(
        "Cuối năm 2003, các tỉnh có 9.312 cán bộ chủ chốt xã, phường, thị trấn; số cán bộ là "
        "người dân tộc tại chỗ 2.418 người.",
        [("employee", "total", 9312), ("employee", "ethnic_minority", 2418)],
        id="peoples of the place",
    ),
    pytest.param(
        "Cán bộ người dân tộc thiểu số của tỉnh có 4.215 người, trong đó: công tác ở cấp tỉnh"
        " 612 người; ở cấp huyện 1.490 người.",
        [
            ("employee", "ethnic_minority", 4215),
            ("employee", "ethnic_minority", 612),
            ("employee", "ethnic_minority", 1490),
        ],
        id="by where they work",
    ),
    pytest.param(
        "Trong số cán bộ chủ chốt cấp xã, có 42% trình độ trung cấp (412 đồng chí), 31% trình"
        " độ đại học (304 đồng chí).",
        [("employee", "education", 412), ("employee", "education", 304)],
        id="a bracket behind what it counts",
    ),
    pytest.param(
        "Về độ tuổi: dưới 30 tuổi 41 người, từ 30 đến dưới 45 tuổi 210 người, từ 45 tuổi trở "
        "lên 151 người trong tổng số 402 cán bộ xã.",
        [
            ("employee", "other", 41),
            ("employee", "other", 210),
            ("employee", "other", 151),
            ("employee", "total", 402),
        ],
        id="the whole behind its parts",
    ),
    pytest.param(
        "Số cán bộ chưa qua đào tạo về lý luận chính trị là 1.210 người, chưa qua bồi dưỡng "
        "quản lý nhà nước là 2.340 người.",
        [("employee", "political_theory", 1210), ("employee", "other", 2340)],
        id="the untaught",
    ),
    pytest.param(
        "Ngành giáo dục huyện Lộc Thượng: 1.512 cán bộ, giáo viên; 702 đảng viên (46,4%).",
        [("employee", "total", 1512), ("party_member", "total", 702)],
        id="a workplace and a colon",
    ),
    pytest.param(
        "Hiện 98% trong số 1.512 giáo viên đạt chuẩn.",
        [("employee", "total", 1512)],
        id="what is said of a share",
    ),
    pytest.param(
        "Riêng cán bộ nữ có 312 đồng chí (21,4%); cán bộ trẻ có 145 đồng chí.",
        [("employee", "female", 312), ("employee", "other", 145)],
        id="women and the young, each by name",
    ),
    pytest.param(
        "Trong 184 bí thư, chủ tịch xã có nhiều đồng chí trưởng thành từ cơ sở.",
        [],
        id="two posts at once are none",
    ),
    pytest.param(
        "Vùng cao có 23 dân tộc cùng sinh sống.", [], id="peoples living together are none"
    ),
    pytest.param(
        "Luân chuyển 56 cán bộ, gồm 13 từ tỉnh về huyện, 17 từ huyện về xã.",
        [
            ("employee", "transferred", 56),
            ("employee", "transferred", 13),
            ("employee", "transferred", 17),
        ],
        id="where those moved came from",
    ),
    pytest.param(
        "Biên chế của huyện là 1.120, thực có 1.078.",
        [("employee", "total", 1120), ("employee", "total", 1078)],
        id="posts given and filled",
    ),
    pytest.param(
        "Tổng số cán bộ diện Ban Thường vụ Thành ủy quản lý: 612 đồng chí.",
        [("employee", "total", 612)],
        id="\nthose whom a committee manages",
    ),
    pytest.param(
        "Đã quy hoạch 312 cán bộ, trong đó nữ 96, dân tộc thiểu số 41.",
        [("employee", "planned", 312), ("employee", "planned", 96), ("employee", "planned", 41)],
        id="kinds of those planned",
    ),
    pytest.param(
        "Toàn huyện có 61 cán bộ đoàn thể chuyên trách, nữ 34 người.",
        [("employee", "total", 61), ("employee", "female", 34)],
        id="staff of the unions",
    ),
    pytest.param(
        "Dân tộc Thái có 612 cán bộ, dân tộc Mông có 204 cán bộ.",
        [("employee", "ethnic_minority", 612), ("employee", "ethnic_minority", 204)],
        id="\na people that has so many",
    ),
    pytest.param(
        "Có 702 cán bộ dưới 35 tuổi, chiếm 24%; 1.302 cán bộ từ 35 đến 50 tuổi, chiếm 44%.",
        [("employee", "other", 702), ("employee", "other", 1302)],
        id="ages behind those counted",
    ),
    pytest.param(
        "Cán bộ cấp xã là người dân tộc thiểu số chiếm 61,2% (1.612/2.634), cán bộ nữ chiếm "
        "15,1% (398/2.634).",
        [("employee", "ethnic_minority", 1612), ("employee", "female", 398)],
        id="a part and its whole in brackets",
    ),
    pytest.param(
        "Tỷ lệ cán bộ xã đạt chuẩn là 61,2% với 1.612 người.",
        [("employee", "other", 1612)],
        id="a share, and those it stands for",
    ),
    pytest.param(
        "Số cán bộ có trình độ chuyên môn từ trung cấp trở lên ở tỉnh Sơn Hà là 612, tỉnh Bắc"
        " Khê là 702.",
        [("employee", "education", 612), ("employee", "education", 702)],
        id="schooling, then the place",
    ),
    pytest.param(
        "Số cán bộ xã có trình độ trung cấp trở lên tăng từ 1.204 người năm 2001 lên 3.412 "
        "người năm 2006.",
        [("employee", "education", 1204), ("employee", "education", 3412)],
        id="schooling then and now, by years",
    ),
    pytest.param(
        "Đội ngũ bí thư, phó bí thư, chủ tịch, phó chủ tịch xã có 3.120 người.",
        [("employee", "total", 3120)],
        id="those of several posts",
    ),
    pytest.param("Trường có 45 em tốt nghiệp đại học.", [], id="pupils who graduated"),
    pytest.param(
        "Hội Sinh viên Việt Nam trường mở 4 lớp.", [], id="a name that holds the word for men"
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_staff_and_members_are_counted_by_what_tells_them_apart(
    text: str, expected: list[Told], words: Reference
) -> None:
    found = counts(make_doc(text), words)
    assert [(c.subject, c.attribute, c.value) for c in found] == expected
