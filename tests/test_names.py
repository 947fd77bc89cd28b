"""Names of persons are masked in what leaves the archive; places, posts and history are not."""

import re

import pytest

from pipeline.names import MASK, Names
from pipeline.reference import Reference


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("đồng chí ⟦Nguyễn Văn An⟧ phát biểu", id="comrade"),
        pytest.param("Đồng chí ⟦Lan⟧ có ý kiến", id="given name only"),
        pytest.param("đ/c ⟦Trần Thị Bình⟧, Bí thư", id="short form"),
        pytest.param("Ông ⟦Lê Cường⟧ và bà ⟦Hoa⟧ vắng mặt", id="he and she"),
        pytest.param("đồng chí ⟦Phạm Dũng⟧, ⟦Vũ Em⟧ và ⟦Cao Giang⟧ họp", id="list"),
        pytest.param("Họ và tên: ⟦Đặng Thị Hạnh⟧", id="form"),
        pytest.param("TS. ⟦Hoàng Văn Khoa⟧ chủ trì", id="degree"),
        pytest.param("Người thực hiện là ⟦Bùi Quang Linh⟧ đã", id="surname and middle name"),
        pytest.param("do ⟦Tô Thị Mai⟧ lập", id="weak surname with a middle name"),
        pytest.param("T/M CHI ỦY\nBÍ THƯ\n⟦NGUYỄN VĂN NAM⟧", id="signature"),
        pytest.param("BÍ THƯ\n⟦Đỗ Oanh⟧\n", id="signature of two words"),
        pytest.param("đồng chí ⟦Ngô Văn Phúc⟧ Bí thư Đảng ủy", id="post behind"),
        pytest.param("đồng chí Bí thư Đảng ủy xã ⟦Nguyễn Văn Quý⟧ kết luận", id="post before"),
        pytest.param("đồng chí Bí thư Đảng ủy trình bày", id="post only"),
        pytest.param("các đồng chí Ủy viên Ban Thường vụ", id="members"),
        pytest.param("đồng chí Phó Chủ tịch, ông Giám đốc", id="posts after he"),
        pytest.param("đảng viên phường Trần Hưng Đạo", id="ward that bears a name"),
        pytest.param("xã Nguyễn Văn Sáu có 3 chi bộ", id="commune that bears a name"),
        pytest.param("Trường THPT Lê Thị Tám, đường Lê Lợi", id="school and street"),
        pytest.param("huyện Hoàng Mai, tỉnh Thái Bình, Hà Nội", id="places that begin as surnames"),
        pytest.param("Học tập tư tưởng, đạo đức Hồ Chí Minh", id="way of thinking"),
        pytest.param("Chủ tịch Hồ Chí Minh, Bác Hồ", id="history"),
        pytest.param("Đoàn Thanh niên Cộng sản Hồ Chí Minh", id="youth union"),
        pytest.param("tỉnh Bà Rịa - Vũng Tàu", id="place that begins as she"),
        pytest.param("ĐẢNG BỘ HUYỆN TÂN LƯƠNG", id="letterhead"),
        pytest.param("Lâm Đồng, Cao Bằng và Mai Châu", id="weak surnames in places"),
        pytest.param("Đảng bộ Trung tâm Y tế Hòa Mẫu", id="organisation"),
        pytest.param("Nghị quyết Trung ương 4 khóa XII", id="resolution"),
        pytest.param("có 12 đồng chí.\nThực hiện nghị quyết", id="figure and a new line"),
        pytest.param("có 03 đ/c. Nhà trường", id="figure and a new sentence"),
        pytest.param("", id="nothing"),
    ],
)  # fmt: skip
def test_letters_of_names_are_masked_and_nothing_else(marked: str, words: Reference) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    expected = re.sub(r"⟦(.*?)⟧", lambda m: re.sub(r"\w", MASK, m[1]), marked)
    masked = Names.of(words).masked(text)
    assert masked == expected
    assert len(masked) == len(text)
