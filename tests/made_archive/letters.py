"""Drafts as texts, in the habits of offices."""

from random import Random

from tests.made_archive.model import Draft, Slot
from tests.made_archive.naming import committee

_SYMBOLS = {"cell": "CB", "grassroots": "ĐU", "superior": "ĐU", "province": "TU", "central": "TW"}
_KINDS = {"self_review_report": "BC", "summary_report": "BC", "plan": "KH"}
_SECTIONS: tuple[tuple[tuple[Slot, ...], str], ...] = (
    (("situation",), "ĐẶC ĐIỂM, TÌNH HÌNH"),
    (("results", "oversight", "ratings"), "KẾT QUẢ THỰC HIỆN NHIỆM VỤ"),
    (("indicators",), "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"),
    (("shortcomings",), "HẠN CHẾ, KHUYẾT ĐIỂM"),
    (("causes",), "NGUYÊN NHÂN CỦA HẠN CHẾ, KHUYẾT ĐIỂM"),
    (("remedies",), "BIỆN PHÁP KHẮC PHỤC"),
)
_LISTS = ("shortcomings", "causes", "remedies", "indicators")
_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_RESULTS = (
    "Cấp ủy duy trì nền nếp sinh hoạt, phân công nhiệm vụ rõ người, rõ việc.",
    "Các nhiệm vụ chính trị được giao cơ bản hoàn thành theo tiến độ.",
    "Việc học tập Chỉ thị số 05-CT/TW được tổ chức gắn với công việc hằng ngày.",
    "Nghị quyết của cấp trên được quán triệt kịp thời đến từng đảng viên.",
    "Đoàn kết nội bộ được giữ vững, quy chế làm việc được thực hiện đầy đủ.",
)


def begin(draft: Draft, random: Random) -> None:
    """Put the usual phrases of an office into a draft's slots."""
    if draft.told:
        for words in draft.told:
            draft.add("situation", words)
    for words in random.sample(_RESULTS, 1 + random.randrange(2)):
        draft.add("results", words)


def letter(draft: Draft, random: Random) -> str:
    """The text of the report."""
    parts = [_letterhead(draft, random), _title(draft)]
    if opening := _opening(draft):
        parts.append(opening)
    filled = [(slots, head) for slots, head in _SECTIONS if any(draft.slots.get(s) for s in slots)]
    for label, (slots, head) in zip(_ROMAN, filled, strict=False):
        parts.append(f"{label}. {head}")
        parts += [line for slot in slots for line in _lines(draft, slot)]
    parts.append(_signature(draft))
    return "\n\n".join(parts) + "\n"


def _lines(draft: Draft, slot: Slot) -> list[str]:
    words = draft.slots.get(slot, [])
    if slot not in _LISTS:
        return list(words)
    return [f"{i}. {line}" for i, line in enumerate(words, 1)]


def _letterhead(draft: Draft, random: Random) -> str:
    as_said = draft.open or random.random() < 0.3
    own = (draft.written if as_said else committee(draft.unit.name)).upper()
    symbol = f"{_KINDS[draft.kind]}/{_SYMBOLS[draft.unit.level]}"
    day = draft.issued_on
    dated = f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
    return "\n".join(
        [
            *([draft.above] if draft.above else []),
            own,
            "*",
            f"Số {random.randint(1, 320):02d}-{symbol}",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            f"{draft.place}, {dated}" if draft.place else dated.capitalize(),
        ]
    )


def _title(draft: Draft) -> str:
    organ = "" if draft.unit.level == "cell" else "tập thể Ban Thường vụ "
    if draft.written.startswith("Đảng bộ"):
        organ = "tập thể Ban Chấp hành "
    if draft.kind == "plan":
        return f"KẾ HOẠCH\nkhắc phục hạn chế, khuyết điểm sau kiểm điểm năm {draft.period}"
    if draft.kind == "summary_report":
        return (
            f"BÁO CÁO\nsơ kết công tác xây dựng Đảng 6 tháng đầu năm {draft.period}, "
            "nhiệm vụ 6 tháng cuối năm"
        )
    if draft.period == draft.term:
        years = draft.term.replace("-", " - ")
        return f"BÁO CÁO KIỂM ĐIỂM\n{organ}{draft.written} nhiệm kỳ {years}"
    return f"BÁO CÁO KIỂM ĐIỂM\n{organ}{draft.written} năm {draft.period}"


def _opening(draft: Draft) -> str | None:
    """The first sentence; it may say the term."""
    years = draft.term.replace("-", " - ")
    stated = f", nhiệm kỳ {years}" if draft.states_term and draft.period != draft.term else ""
    return f"{draft.written}{stated} báo cáo như sau:"


def _signature(draft: Draft) -> str:
    if draft.unit.level == "cell":
        return "T/M CHI BỘ\nBÍ THƯ"
    return "T/M BAN THƯỜNG VỤ\nBÍ THƯ"
