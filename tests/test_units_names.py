"""A name as written: its kind, its body, the places after it, its level."""

import pytest

from pipeline import reference
from pipeline.registry.labels import own_name
from pipeline.registry.names import Name, Names
from pipeline.registry.slips import near

NAMES = Names(reference.load())

SAME = [
    pytest.param(
        ("Đảng bộ Sở Y tế", "ĐẢNG ỦY SỞ Y TẾ", "Đảng uỷ Sở Y tế", "ĐB SYT", "Đảng ủy SYT",
         "Ban Chấp hành Đảng bộ Sở Y tế", "ĐB Sở  Y tế."),
        Name("party", "sở y tế"), id="a department",
    ),
    pytest.param(
        ("Đảng bộ Sở Giáo dục và Đào tạo", "Đảng ủy Sở GD&ĐT", "ĐU Sở GDĐT"),
        Name("party", "sở giáo dục và đào tạo"), id="a department with and",
    ),
    pytest.param(
        ("Huyện ủy Tân Mẫu", "Đảng bộ huyện Tân Mẫu", "Ban Thường vụ Huyện ủy Tân Mẫu"),
        Name("party", "huyện tân mẫu"), id="a district",
    ),
    pytest.param(
        ("Đảng bộ Sở Y tế tỉnh Hà Mẫu", "Đảng ủy Sở Y tế, tỉnh Hà Mẫu"),
        Name("party", "sở y tế", (("tỉnh", "hà mẫu"),)), id="with its province",
    ),
    pytest.param(
        ("Đảng bộ Khối các cơ quan tỉnh", "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH"),
        Name("party", "khối các cơ quan", (("tỉnh", None),)), id="of the province, unnamed",
    ),
    pytest.param(
        ("Đảng bộ xã An Mẫu, huyện Tân Mẫu", "Đảng ủy xã An Mẫu huyện Tân Mẫu"),
        Name("party", "xã an mẫu", (("huyện", "tân mẫu"),)), id="a commune of a district",
    ),
    pytest.param(
        ("Chi bộ Trường THCS An Mẫu", "CHI BỘ TRƯỜNG TRUNG HỌC CƠ SỞ AN MẪU"),
        Name("cell", "trường trung học cơ sở an mẫu"), id="a school",
    ),
    pytest.param(
        ("Chi bộ Văn phòng", "Chi bô Văn phòng"), Name("cell", "văn phòng"), id="a slip in the head"
    ),
    pytest.param(
        ("Đảng ủy Khối doanh nghiệp tinh", "Đảng bộ Khối doanh nghiệp tỉnh"),
        Name("party", "khối doanh nghiệp", (("tỉnh", None),)), id="a slip in the tier",
    ),
    pytest.param(
        ("Đảng bộ xã Khánh Phượng", "Đảng ủy xã Khánh Phượng"), Name("party", "xã khánh phượng"),
        id="Phượng is no phường",
    ),
    pytest.param(
        ("Đảng ủy Sở Y tế tinh Hà Mẫu",), Name("party", "sở y tế", (("tỉnh", "hà mẫu"),)),
        id="a slip in the tier before its name",
    ),
    pytest.param(("Đảng bộ xã Phú Xá",), Name("party", "xã phú xá"), id="nor is Xá a xã"),
    pytest.param(("Đảng bộ xã Kim Tinh",), Name("party", "xã kim tinh"), id="nor Tinh a tỉnh"),
    pytest.param(
        ("Đảng bộ Sở Lao động - Thương binh và Xã hội",),
        Name("party", "sở lao động - thương binh và xã hội"), id="xã hội is no commune",
    ),
    pytest.param(
        ("Chi bộ Hợp tác xã An Mẫu",), Name("cell", "hợp tác xã an mẫu"), id="nor is hợp tác xã"
    ),
    pytest.param(("Đảng ủy xã", "Đảng bộ xã"), Name("party", "xã", generic=True), id="no name"),
    pytest.param(("Đảng ủy", "Đảng bộ"), Name("party", "", generic=True), id="nothing at all"),
    pytest.param(
        ("Ban Tuyên giáo Huyện ủy Tân Mẫu", "UBKT Huyện ủy Tân Mẫu"),
        Name("party", "huyện tân mẫu"), id="what works for a committee",
    ),
    pytest.param(
        ("Chi bộ Văn phòng Huyện ủy Tân Mẫu",),
        Name("cell", "văn phòng huyện ủy tân mẫu"), id="but not its cell",
    ),
    pytest.param(
        ("Ban Quản lý dự án",), Name("other", "ban quản lý dự án"), id="no party organisation"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("written", "name"), SAME)
def test_names_of_one_organisation_read_alike(written: tuple[str, ...], name: Name) -> None:
    assert [NAMES.read(w) for w in written] == [name] * len(written)


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("Chi bộ Văn phòng", "cell"), ("Đảng bộ xã An Mẫu", "grassroots"),
        ("Đảng bộ Sở Y tế tỉnh Hà Mẫu", "grassroots"), ("Đảng bộ thị trấn Mẫu", "grassroots"),
        ("Huyện ủy Tân Mẫu", "superior"), ("Đảng ủy Khối các cơ quan tỉnh", "superior"),
        ("Đảng ủy UBND tỉnh", "superior"), ("Đảng ủy UBND xã An Mẫu", "grassroots"),
        ("Tỉnh ủy Hà Mẫu", "province"), ("Tỉnh ủy", "province"), ("Thành ủy Hà Nội", "province"),
        ("Thành ủy Mẫu", "superior"), ("Đảng bộ Chính phủ", "central"), ("Sở Y tế", None),
    ],
)  # fmt: skip
def test_name_tells_the_level(written: str, level: str | None) -> None:
    assert NAMES.level(NAMES.read(written)) == level


def test_name_that_a_person_settled_reads_as_the_other() -> None:
    names = Names(reference.load(), {"ĐB CĐYT": "Đảng bộ Trường Cao đẳng Y tế"})
    assert names.read("đảng bộ CĐYT") == names.read("Đảng ủy Trường Cao đẳng Y tế")


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("Huyện ủy Tân Mẫu", "Đảng bộ huyện Tân Mẫu"), ("Thành ủy Mẫu", "Đảng bộ thành phố Mẫu"),
        ("TỈNH ỦY HÀ MẪU", "ĐẢNG BỘ TỈNH HÀ MẪU"), ("Chi ủy Văn phòng", "Chi bộ Văn phòng"),
        ("Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương"), ("Sở Y tế", "Sở Y tế"),
    ],
)  # fmt: skip
def test_own_name_stands_for_that_of_the_committee(written: str, own: str) -> None:
    assert own_name(written) == own


@pytest.mark.parametrize(
    ("a", "b", "close"),
    [
        ("tê", "tế", True), ("truờng", "trường", True), ("giáo", "giáo", False),
        ("dụ", "dục", True), ("quna", "quan", True), ("sở", "xã", False), ("thanh", "tha", False),
    ],
)  # fmt: skip
def test_slip_is_one_letter(a: str, b: str, close: bool) -> None:
    assert near(a, b) == close == near(b, a)
