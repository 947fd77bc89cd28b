"""Marked source text -> plain text, and the true records that its marks state.

A mark is `{code arguments|words}` and may stand inside another. Codes:

    n SUBJECT.ATTRIBUTE   count              x STATUS            indicator
    z                     indicator_summary  s THEMES, d THEMES  shortcoming, difficulty
    cs, co, cu            cause              r THEMES, t THEMES  remedy, task
    q                     citation           o CATEGORY.SUBJECT[.MEASURE]   oversight
    g SUBJECT.GRADE       rating             -                   no record, only a tag

`#tag` puts the words into a group of sources/groups.yaml. `key=value` states a field (`_` for a
space, `-` for null); figures, dates and document numbers that the words show are read off them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

STATEMENTS: dict[str, tuple[str, str]] = {
    "s": ("shortcoming", "shortcoming"),
    "d": ("shortcoming", "difficulty"),
    "cs": ("cause", "subjective"),
    "co": ("cause", "objective"),
    "cu": ("cause", "unspecified"),
    "r": ("remedy", "remedy"),
    "t": ("remedy", "task"),
}
SHORT = {
    "pm": "party_member", "pc": "party_cell", "po": "party_organization",
    "cm": "committee_member", "sm": "standing_member", "se": "secretary",
    "ds": "deputy_secretary", "em": "employee", "mo": "mass_organization",
    "au": "administrative_unit", "ot": "other",
    "org": "organization", "ind": "individual",
}  # fmt: skip
ATTRIBUTES = {
    "t": "total", "f": "female", "male": "male", "e": "ethnic_minority", "r": "religious",
    "b": "probationary", "a": "admitted", "x": "removed", "tr": "transferred", "pl": "planned",
    "ed": "education", "th": "political_theory", "rk": "rank", "ot": "other",
}  # fmt: skip
KINDS = {
    "nghị quyết": "resolution", "nq": "resolution", "chỉ thị": "directive", "ct": "directive",
    "kết luận": "conclusion", "kl": "conclusion", "quy định": "regulation",
    "quyết định": "decision", "qđ": "decision", "hướng dẫn": "guideline", "hd": "guideline",
    "kế hoạch": "plan", "kh": "plan", "thông báo": "notice", "công văn": "dispatch",
    "nghị định": "decree", "luật": "law", "thông tư": "circular", "chương trình": "program",
    "đề án": "scheme", "điều lệ": "charter", "cương lĩnh": "charter", "báo cáo": "report",
}  # fmt: skip
_NUMBER = re.compile(
    r"\d+(?:/\d{4})?\s*[-/]\s*[A-ZĐ][\wĐđ]*(?:[-/][A-ZĐ][\wĐđ]*)+|\d+/[A-ZĐ][\w-]+"
)
_INTEGER = re.compile(r"(?<![\d,.])(\d{1,3}(?:\.\d{3})+|\d+)(?![\d.]*[,/]\d)(?!\s*%)(?!\d)")
_PERCENT = re.compile(r"(\d+(?:,\d+)?)\s*%")
_CHANGE = re.compile(r"(tăng|giảm)\s+(\d+)")
_DATE = re.compile(r"(\d{1,2})\s*(?:/|-|\s*tháng\s*)(\d{1,2})\s*(?:/|-|\s*năm\s*)(\d{4})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of one paragraph: where it began, code and arguments, plain words."""

    start: int
    head: str
    words: str


def strip(marked: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks in the order in which they open."""
    out: list[str] = []
    length, open_marks, marks = 0, [], []
    for part in re.split(r"(\{[^{}|]*\||\})", marked):
        if part.startswith("{"):
            open_marks.append((length, part[1:-1]))
        elif part == "}":
            start, head = open_marks.pop()
            words = " ".join("".join(out)[start:].split())
            if "[^" in words:
                raise ValueError(f"a footnote marker stands inside a mark: {words}")
            marks.append(Mark(start, head, words))
        else:
            out.append(part)
            length += len(part)
    if open_marks:
        raise ValueError(f"a mark is not closed: {open_marks[-1][1]} in {marked[:60]}")
    return "".join(out), sorted(marks, key=lambda m: (m.start, -len(m.words)))


def records(marks: list[Mark]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """The true record of each mark with its tags; a mark that is only a tag has an empty record."""
    for i, mark in enumerate(marks):
        code, *args = mark.head.split()
        tags = [a[1:] for a in args if a.startswith("#")]
        fields = dict(a.split("=", 1) for a in args if "=" in a)
        plain = [a for a in args if not a.startswith("#") and "=" not in a]
        if code in ("-", "="):
            if tags:
                yield {"quote": mark.words}, tags
            continue
        inside = [m.words for m in marks[i + 1 :] if m.head == "=" and m.words in mark.words]
        record = _record(code, plain, mark.words, inside)
        names = _SUMMARY if code == "z" else _FIELDS
        record |= {names.get(k, k): _value(v, k == "id") for k, v in fields.items()}
        yield record | {"quote": mark.words}, tags


_FIELDS = {
    "v": "value", "p": "percent", "d": "detail", "c": "change", "i": "issuer", "on": "issued_on",
    "id": "canonical_id", "k": "kind", "t": "target", "u": "unit", "g": "group",
}  # fmt: skip
_SUMMARY = {"g": "group", "t": "total", "e": "exceeded", "m": "met", "x": "missed"}


def _value(text: str, is_id: bool = False) -> Any:
    if text == "-":
        return None
    if is_id:
        return text.replace("_", " ")
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d+,\d+", text):
        return float(text.replace(",", "."))
    return text.replace("_", " ")


def _record(code: str, plain: list[str], words: str, inside: list[str]) -> dict[str, Any]:
    if code in STATEMENTS:
        kind, value = STATEMENTS[code]
        return {"type": kind, "kind": value} | ({} if kind == "cause" else {"themes": plain})
    if code == "n":
        subject, attribute = plain[0].split(".")
        record: dict[str, Any] = {"type": "count", "subject": SHORT.get(subject, subject)}
        own = {"attribute": ATTRIBUTES[attribute], "change": _change(words), "detail": None}
        return record | own | _figures(words)
    if code == "o":
        category, subject, *measure = plain[0].split(".")
        record = {"type": "oversight", "category": category, "subject": SHORT.get(subject, subject)}
        measures = {"measure": measure[0] if measure else None}
        return record | measures | {"value": _figures(words)["value"]}
    if code == "g":
        subject, grade = plain[0].split(".")
        record = {"type": "rating", "subject": SHORT.get(subject, subject), "grade": grade}
        return record | _figures(words)
    if code == "x":
        name = (inside[0] if inside else words).rstrip(" .;,")
        record = {"type": "indicator", "name": name, "status": plain[0]}
        return record | dict.fromkeys(("value", "target", "unit"))
    if code == "z":
        return {"type": "indicator_summary"} | dict.fromkeys(_SUMMARY.values())
    if code == "q":
        return _citation(words)
    raise ValueError(f"unknown mark: {code}")


def _figures(words: str) -> dict[str, Any]:
    whole, share = _INTEGER.search(words), _PERCENT.search(words)
    return {
        "value": int(whole[1].replace(".", "")) if whole else None,
        "percent": _value(share[1]) if share else None,
    }


def _change(words: str) -> int | None:
    m = _CHANGE.search(words)
    return None if m is None else int(m[2]) * (1 if m[1] == "tăng" else -1)


def _citation(words: str) -> dict[str, Any]:
    low = words.lower()
    kind = next((k for w, k in KINDS.items() if re.match(rf"{w}\b", low)), "other")
    number, date = _NUMBER.search(words), _DATE.search(words)
    issuer = re.search(r" của ((?:[^,;(“\"]|\(khóa)+)", words)
    return {
        "type": "citation",
        "kind": kind,
        "canonical_id": re.sub(r"\s+", "", number[0]) if number else None,
        "issuer": issuer[1].strip() if issuer else None,
        "issued_on": f"{date[3]}-{int(date[2]):02}-{int(date[1]):02}" if date else None,
    }
