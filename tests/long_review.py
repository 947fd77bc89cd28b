"""A self-review of some forty pages with footnotes inside its sentences, and what it states.

Every statement bears a number of its own, by which a test finds the page that it is printed on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, cycle

from tests.sheets import Heading, Letterhead, Para, Part, Sheet

UNITS = (
    "Chi bộ Khoa Nội", "Chi bộ Khoa Ngoại", "Chi bộ Khoa Nhi", "Chi bộ Phòng Tổ chức",
    "Chi bộ Khoa Dược", "Chi bộ Khoa Khám bệnh", "Chi bộ Phòng Tài chính", "Chi bộ Trạm Y tế",
    "Chi bộ Khoa Xét nghiệm", "Chi bộ Đội Cấp cứu",
)  # fmt: skip
RESULTS = (
    "{unit} đã tổ chức {n} buổi học tập nghị quyết, 100% đảng viên tham gia đầy đủ, nghiêm túc.",
    "Trong kỳ, {unit} hoàn thành {n} đầu việc theo chương trình công tác năm, bảo đảm tiến độ.",
    "Cấp ủy phân công từng đồng chí theo dõi, {n} ý kiến của quần chúng được tiếp thu, trả lời.",
    "Công tác phối hợp giữa chuyên môn và đoàn thể được giữ vững, {n} lượt người được khen.",
)
LACKS = (
    "{unit} mới sinh hoạt chuyên đề được {n} lượt[^{note}], chưa đạt yêu cầu của Đảng ủy.",
    "Việc ghi sổ nghị quyết của {unit} còn sơ sài, {n} mục để trống[^{note}] qua nhiều tháng.",
    "Công tác kiểm tra đảng viên ở {unit} còn hình thức[^{note}], {n} việc không có kết luận.",
    "Một số đảng viên của {unit} ngại góp ý, {n} phiếu nhận xét ghi chung chung[^{note}].",
)
NOTES = (
    "Theo biên bản số {n}-BB/CB của chi bộ.",
    "Riêng quý {q} vẫn còn {n} việc chưa được phân công người phụ trách.",
    "Số liệu do Văn phòng Đảng ủy tổng hợp, mã {n}.",
)
CAUSES = (
    "Cấp ủy viên kiêm nhiệm {n} đầu việc, chưa dành thời gian cho công tác đảng[^{note}].",
    "Quy chế phối hợp số {n} chưa được sửa đổi kịp thời.",
)
REMEDIES = (
    "Tổ chức lại sinh hoạt chuyên đề theo kế hoạch {n}, mỗi quý một kỳ[^{note}], rõ người làm.",
    "Kiểm tra sổ nghị quyết {n} ngày một lần và báo cáo Đảng ủy.",
)
_STATING = NOTES[1]


@dataclass
class Review:
    """The sheet, and (type, words, its number) of each statement in the order of the text."""

    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    stated: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def sheet(self) -> Sheet:
        return Sheet(tuple(self.parts), tuple(self.notes), header="Lưu hành nội bộ")


def review(sections: int) -> Review:
    """A review of so many sections, each of some two pages."""
    out, numbers = Review(), count(1001, 7)
    left = ("ĐẢNG BỘ SỞ Y TẾ", "ĐẢNG ỦY BỆNH VIỆN HÒA LẠC")
    out.parts.append(Letterhead(left, ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hòa Lạc, ngày 05/12/2022")))
    out.parts.append(Para("BÁO CÁO", "center", bold=True))
    out.parts.append(Para("kiểm điểm tập thể Ban Chấp hành Đảng bộ năm 2022", "center", bold=True))
    for number, unit in zip(range(1, sections + 1), cycle(UNITS)):
        _section(out, numbers, number, unit)
    return out


def _section(out: Review, numbers: Iterator[int], number: int, unit: str) -> None:
    out.parts.append(Heading(f"{_roman(number)}. {unit.upper()}", 1))
    out.parts.append(Heading("1. Kết quả đạt được", 2))
    for _ in range(2):
        told = " ".join(t.format(unit=unit, n=next(numbers)) for t in RESULTS)
        out.parts.append(Para(told))
    for title, kind, texts in (
        ("2. Hạn chế, khuyết điểm", "shortcoming", LACKS),
        ("3. Nguyên nhân chủ quan", "cause", CAUSES),
        ("4. Biện pháp khắc phục", "remedy", REMEDIES),
    ):
        out.parts.append(Heading(title, 2))
        for text in texts:
            _statement(out, numbers, kind, text, unit)


def _statement(out: Review, numbers: Iterator[int], kind: str, text: str, unit: str) -> None:
    n, note = next(numbers), len(out.notes) + 1
    out.parts.append(Para("- " + text.format(unit=unit, n=n, note=note)))
    words = text.replace("[^{note}]", "({note})").format(unit=unit, n=n, note=note)
    out.stated.append((kind, words, str(n)))
    if "[^" in text:
        told = NOTES[note % len(NOTES)]
        own = next(numbers)
        out.notes.append(told.format(n=own, q=note % 4 + 1))
        if told == _STATING and kind == "shortcoming":
            out.stated.append((kind, out.notes[-1], str(own)))


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
