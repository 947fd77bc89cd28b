"""What a sentence tells of units: renamed, merged, split, moved, dissolved; and what tells none."""

import pytest

from extractors.lineage import lineage
from pipeline import reference
from tests.documents import make_doc

WORDS = reference.load()

MERGED = [
    pytest.param(
        "Đảng bộ xã An Mẫu được thành lập trên cơ sở hợp nhất Đảng bộ xã Đồi Mẫu và Đảng bộ xã "
        "Suối Mẫu kể từ ngày 01/01/2020.",
        ("Đảng bộ xã Đồi Mẫu", "Đảng bộ xã Suối Mẫu"), ("Đảng bộ xã An Mẫu",), "2020-01-01",
        id="founded on a merger",
    ),
    pytest.param(
        "Xã An Mẫu được thành lập theo Nghị quyết số 12/NQ ngày 02/11/2019 trên cơ sở sáp nhập "
        "hai xã Đồi Mẫu và Suối Mẫu từ ngày 01/01/2020.",
        ("xã Đồi Mẫu", "xã Suối Mẫu"), ("Xã An Mẫu",), "2020-01-01",
        id="places, one word for both, the day not of the paper",
    ),
    pytest.param(
        "Ngày 05/10/2018, hợp nhất Đảng bộ Khối các cơ quan tỉnh và Đảng bộ Khối doanh nghiệp tỉnh "
        "thành Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh.",
        ("Đảng bộ Khối các cơ quan tỉnh", "Đảng bộ Khối doanh nghiệp tỉnh"),
        ("Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh",), "2018-10-05",
        id="names with và inside",
    ),
    pytest.param(
        "Đảng bộ Sở Mẫu Một, Đảng bộ Sở Mẫu Hai sáp nhập thành Đảng bộ Sở Mẫu Ba tháng 3/2025.",
        ("Đảng bộ Sở Mẫu Một", "Đảng bộ Sở Mẫu Hai"), ("Đảng bộ Sở Mẫu Ba",), "2025-03",
        id="the merged first, a month",
    ),
    pytest.param(
        "Từ ngày 01/3/2025, sáp nhập Đảng bộ Sở Mẫu Một vào Đảng bộ Sở Mẫu Hai.",
        ("Đảng bộ Sở Mẫu Một",), ("Đảng bộ Sở Mẫu Hai",), "2025-03-01", id="into another",
    ),
    pytest.param(
        "Đảng bộ xã An Mẫu (hợp nhất từ Đảng bộ xã Đồi Mẫu và Đảng bộ xã Suối Mẫu năm 2020) có 12 "
        "chi bộ.",
        ("Đảng bộ xã Đồi Mẫu", "Đảng bộ xã Suối Mẫu"), ("Đảng bộ xã An Mẫu",), "2020",
        id="in brackets, a year",
    ),
    pytest.param(
        "Năm 2020, hai xã Đồi Mẫu và Suối Mẫu nhập làm một.",
        ("xã Đồi Mẫu", "xã Suối Mẫu"), (), "2020", id="the document's own unit after it",
    ),
]  # fmt: skip

OTHERS = [
    pytest.param(
        "Từ ngày 01/7/2019, Đảng bộ Trung tâm Mẫu tỉnh đổi tên thành Đảng bộ Trung tâm Phòng Mẫu "
        "tỉnh theo Quyết định số 3 ngày 25/6/2019.",
        "renamed", ("Đảng bộ Trung tâm Mẫu tỉnh",), ("Đảng bộ Trung tâm Phòng Mẫu tỉnh",),
        "2019-07-01", id="renamed",
    ),
    pytest.param(
        "Đảng bộ Trường Cao đẳng Mẫu (trước đây là Đảng bộ Trường Trung cấp Mẫu) có 9 chi bộ.",
        "renamed", ("Đảng bộ Trường Trung cấp Mẫu",), ("Đảng bộ Trường Cao đẳng Mẫu",), None,
        id="formerly",
    ),
    pytest.param(
        "Đảng ủy Khối các cơ quan tỉnh (nay là Đảng ủy UBND tỉnh) đã quan tâm chỉ đạo.",
        "renamed", ("Đảng ủy Khối các cơ quan tỉnh",), ("Đảng ủy UBND tỉnh",), None, id="now",
    ),
    pytest.param(
        "Ngày 01/5/2016, thành lập Đảng bộ xã Đồi Mẫu và Đảng bộ thị trấn Suối Mẫu trên cơ sở chia "
        "tách Đảng bộ xã An Mẫu, huyện Tân Mẫu.",
        "split", ("Đảng bộ xã An Mẫu, huyện Tân Mẫu",),
        ("Đảng bộ xã Đồi Mẫu", "Đảng bộ thị trấn Suối Mẫu"), "2016-05-01", id="split",
    ),
    pytest.param(
        "Từ ngày 03/02/2025, chuyển giao Đảng bộ Sở Mẫu từ Đảng bộ Khối các cơ quan tỉnh về trực "
        "thuộc Đảng bộ Ủy ban nhân dân tỉnh.",
        "moved", ("Đảng bộ Sở Mẫu",), ("Đảng bộ Ủy ban nhân dân tỉnh",), "2025-02-03", id="moved",
    ),
    pytest.param(
        "Đảng bộ huyện Tân Mẫu kết thúc hoạt động từ ngày 01/7/2025.",
        "dissolved", ("Đảng bộ huyện Tân Mẫu",), (), "2025-07-01", id="ended",
    ),
    pytest.param(
        "Tháng 4/2021 giải thể Đảng bộ Công ty Mẫu.",
        "dissolved", ("Đảng bộ Công ty Mẫu",), (), "2021-04", id="dissolved",
    ),
]  # fmt: skip

LOOK_ALIKES = [
    pytest.param("Dự kiến sáp nhập Đảng bộ xã Đồi Mẫu và Đảng bộ xã Suối Mẫu.", id="planned"),
    pytest.param("Đề xuất phương án hợp nhất Đảng bộ Sở Một và Đảng bộ Sở Hai.", id="proposed"),
    pytest.param("Đảng bộ xã An Mẫu không sáp nhập Chi bộ thôn Một vào Chi bộ thôn Hai.", id="not"),
    pytest.param("Đã sáp nhập 04 phòng chuyên môn thành 02 phòng.", id="rooms without names"),
    pytest.param("Chi bộ trực thuộc Đảng bộ xã An Mẫu, huyện Tân Mẫu.", id="under another"),
    pytest.param("Giải thể 02 tổ hợp tác hoạt động kém hiệu quả ở xã An Mẫu.", id="groups"),
    pytest.param(
        "Đảng viên của Đảng bộ Sở Mẫu được chuyển về Đảng bộ xã An Mẫu sinh hoạt.", id="members"
    ),
    pytest.param("Công tác kết nạp được giao cho Đảng bộ Sở Mẫu thực hiện.", id="a task given"),
]


def told(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]:
    """What the text tells."""
    document = make_doc(f"BÁO CÁO\n\n{text}\n")
    return [(t.kind, t.sources, t.targets, t.day) for t in lineage(document, WORDS)]


@pytest.mark.parametrize(("text", "sources", "targets", "day"), MERGED)
def test_merger_is_told_with_all_its_units(
    text: str, sources: tuple[str, ...], targets: tuple[str, ...], day: str
) -> None:
    assert told(text) == [("merged", sources, targets, day)]


@pytest.mark.parametrize(("text", "kind", "sources", "targets", "day"), OTHERS)
def test_what_became_of_a_unit_is_told(
    text: str, kind: str, sources: tuple[str, ...], targets: tuple[str, ...], day: str | None
) -> None:
    assert told(text) == [(kind, sources, targets, day)]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_it_tells_nothing(text: str) -> None:
    assert told(text) == []
