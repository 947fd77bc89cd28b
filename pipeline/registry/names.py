"""A name as written -> what it names: kind, body, and the places that say where it belongs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from pipeline.records import Level
from pipeline.reference import Reference
from pipeline.resolve import unit_key
from pipeline.text import fold, key

Kind = Literal["cell", "party", "other"]
Tier = Literal["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"]

PROVINCES: tuple[Tier, ...] = ("tỉnh", "thành phố")
DISTRICTS: tuple[Tier, ...] = ("huyện", "quận", "thị xã", "thành phố")
COMMUNES: tuple[Tier, ...] = ("xã", "phường", "thị trấn")


@dataclass(frozen=True, slots=True)
class Name:
    """What a name says. `body` is what follows "Đảng bộ" or "Chi bộ", without the places after it.

    `places` are those: ("huyện", "tân mẫu"), or ("tỉnh", None) where the place is not named.
    """

    kind: Kind
    body: str
    places: tuple[tuple[Tier, str | None], ...] = ()
    generic: bool = False
    """Whether it says of what kind the organisation is, not which one: "Đảng ủy xã"."""

    @property
    def place(self) -> tuple[Tier, str] | None:
        """The place whose organisation it is: "xã An Mẫu"; None for one of an office."""
        m = _OWN_PLACE.fullmatch(self.body)
        return (_tier(m["tier"]), m["name"]) if m and self.kind == "party" else None

    @property
    def tier(self) -> Tier | None:
        """The tier it says it belongs to: "Khối các cơ quan tỉnh"."""
        return self.places[0][0] if self.places else None


_TIERS = "|".join(sorted(get_args(Tier), key=len, reverse=True))
_NO_PLACE = r"(?!\s+(?:hội|viên|đội|ủy|đoàn)\b)"
_OWN_PLACE = re.compile(rf"(?P<tier>{_TIERS})\s+(?P<name>.+)")
_WHERE = re.compile(
    rf"(?P<head>.*\w),?\s+(?:thuộc\s+)?(?P<tier>(?<!thị )(?<!hợp tác )(?:{_TIERS}))(?!\w)"
    rf"{_NO_PLACE}"
    r"(?:\s+(?P<name>[^,]+?))?"
)
_EDGES = " .,;:-\"'()*"


def _tier(words: str) -> Tier:
    found: Tier = next(t for t in get_args(Tier) if t == words)
    return found


class Names:
    """Reads names, with the short forms of the field."""

    def __init__(self, reference: Reference, aliases: Mapping[str, str] | None = None) -> None:
        """`aliases`: names that a person said are another's, and that other name."""
        told = reference.data.get("unit_names") or {}
        self._short = {key(s): key(e["full"]) for s, e in (told.get("short") or {}).items()}
        self._generic = frozenset(told.get("generic") or ())
        self._central = frozenset(told.get("central_cities") or ())
        longest = sorted(self._short, key=lambda s: (-len(s), s))
        pattern = "|".join(map(re.escape, longest)) or "(?!)"
        parts = "|".join(
            reference.lexicon(f"document.{g}").alternation for g in ("body", "name_word", "place")
        )
        self._common = re.compile(rf"(?:(?:{parts}|và|các|của|số|\d+)(?!\w)[\s,&-]*)+")
        self._pattern = re.compile(rf"(?<![\w&])(?:{pattern})(?![\w&])")
        told_same = (aliases or {}).items()
        self._aliases: dict[str, str] = {}
        self._aliases = {self.spelled(a): self.spelled(b) for a, b in told_same}
        self.read = lru_cache(maxsize=200_000)(self._read)

    def _read(self, words: str) -> Name:
        whole = self.spelled(words)
        kind, body = _kind(whole)
        if kind == "party" and body in self._central:
            body = f"thành phố {body}"
        m = _SLIPPED_INSIDE.fullmatch(body)
        if m is not None and self.common(m["office"]):
            body = f"{m['office']} {_SLIPPED[m['tier']]} {m['name']}"
        body, places = _places(body)
        bare = body if not places else f"{body} {places[0][0]}"
        generic = kind != "other" and (body in self._generic or not body or bare in self._generic)
        return Name(kind, body, places, generic)

    def spelled(self, words: str) -> str:
        """The name as a key, short forms written out, under its own head.

        "Đảng ủy SYT" and "ĐB Sở Y tế" are "đảng bộ sở y tế", and "Văn phòng Huyện ủy Tân Mẫu"
        is "đảng bộ huyện tân mẫu".
        """
        whole = " ".join(key(words).split()).strip(_EDGES)
        whole = self._pattern.sub(lambda m: self._short[m[0]], whole)
        whole = _CITY_TWICE.sub(r"\1", whole)
        whole = _STAFF.sub("", whole, count=1) if _STAFF.match(whole) else whole
        found = unit_key(_mended(" ".join(whole.replace(" & ", " và ").split())))
        return self._aliases.get(found, found)

    def common(self, body: str) -> bool:
        """Whether many places have such an organisation: its name holds no word of its own.

        So "sở y tế" and "văn phòng", but not "trường tiểu học an mẫu".
        """
        return self._common.fullmatch(body) is not None

    def level(self, name: Name) -> Level | None:
        """The level that a name tells; None for one that is no party organisation's."""
        if name.kind == "cell":
            return "cell"
        if name.kind == "other":
            return None
        if place := name.place:
            return self._of_place(*place)
        if name.generic and name.body in get_args(Tier):
            return self._of_place(_tier(name.body), "")
        return _of_body(name)

    def _of_place(self, tier: Tier, name: str) -> Level:
        if tier in COMMUNES:
            return "grassroots"
        if tier == "tỉnh" or (tier == "thành phố" and name in self._central):
            return "province"
        return "superior"


_SUPERIOR = re.compile(
    r"(?:các )?(?:khối|cơ quan đảng)\b|các cơ quan\b"
    r"|(?:đại học quốc gia|đại học huế|đại học đà nẵng)"
)
_SUPERIOR_OF_PROVINCE = re.compile(
    r"(?:bộ chỉ huy quân sự|ủy ban nhân dân|hội đồng nhân dân|quân sự|công an|bộ đội biên phòng"
    r"|biên phòng)"
)
_CENTRAL = re.compile(
    r"(?:chính phủ|quốc hội|trung ương|bộ (?!chỉ huy|đội)|ngoài nước|quân đội|công an trung ương)"
)


def _of_body(name: Name) -> Level:
    if _SUPERIOR.match(name.body):
        return "superior"
    if _SUPERIOR_OF_PROVINCE.match(name.body) and name.tier in PROVINCES:
        return "superior"
    return "central" if _CENTRAL.match(name.body) else "grassroots"


_HEADS: Mapping[str, str] = {
    "dang bo": "đảng bộ", "dang uy": "đảng bộ", "chi bo": "chi bộ", "chi uy": "chi bộ",
    "tinh uy": "đảng bộ tỉnh", "thanh uy": "đảng bộ thành phố", "huyen uy": "đảng bộ huyện",
    "quan uy": "đảng bộ quận", "thi uy": "đảng bộ thị xã",
}  # fmt: skip


_CITY_TWICE = re.compile(r"(thành ủy|thành phố) thành phố(?= \w)")
"""What "Thành ủy TP. X" becomes when its short form is written out."""

_STAFF = re.compile(
    r"(?:cơ quan )?(?:ban tổ chức|ban tuyên giáo(?: và dân vận)?|ban dân vận|ban nội chính"
    r"|ủy ban kiểm tra|văn phòng) (?=(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\b)"
)
"""What works for a committee: its documents are the committee's."""

_SLIPPED: Mapping[str, str] = {
    "tinh": "tỉnh", "huyen": "huyện", "huyên": "huyện", "xa": "xã", "phuong": "phường",
}  # fmt: skip
"""Only spellings without the mark: "Phú Xá" and "Đông Phượng" are names of places."""


_SLIPPED_INSIDE = re.compile(
    rf"(?P<office>.+) (?P<tier>{'|'.join(_SLIPPED)}) (?P<name>\w+(?: \w+){{0,3}})"
)


def _mended(whole: str) -> str:
    """The name with slips mended in the two words of its head and in the word of its tier.

    >>> _mended("chi bô văn phòng"), _mended("đảng bộ huyên an mẫu"), _mended("đảng ủy khối a tinh")
    ('chi bộ văn phòng', 'đảng bộ huyện an mẫu', 'đảng ủy khối a tỉnh')
    """
    head, rest = " ".join(whole.split()[:2]), whole.split()[2:]
    right = _HEADS.get(fold(head))
    if right is None:
        return whole
    if rest:
        rest[0] = _SLIPPED.get(rest[0], rest[0])
    if rest and rest[-1] == "tinh" and rest[0] not in get_args(Tier):
        rest[-1] = "tỉnh"
    return " ".join([head if head in _COMMON else right, *rest])


_COMMON = frozenset(
    ("đảng bộ", "đảng ủy", "chi bộ", "chi ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy",
     "thị ủy")
)  # fmt: skip


def _kind(whole: str) -> tuple[Kind, str]:
    for head, kind in (("đảng bộ", "party"), ("chi bộ", "cell")):
        if whole == head or whole.startswith(f"{head} "):
            body = whole.removeprefix(head).strip()
            return ("cell" if kind == "cell" else "party"), _without_class(body)
    return "other", whole


def _without_class(body: str) -> str:
    """ "bộ phận Khoa Nội", "cơ sở Sở Y tế": the words of its class left off."""
    return re.sub(r"^(?:bộ phận|cơ sở) (?=\w+ \w)", "", body)


def _places(body: str) -> tuple[str, tuple[tuple[Tier, str | None], ...]]:
    """The body without the places that follow it, and those, the nearest first."""
    found: list[tuple[Tier, str | None]] = []
    while m := _WHERE.fullmatch(body):
        name = m["name"].strip(_EDGES) if m["name"] else None
        if name is not None and len(name.split()) > 4:
            break
        found.insert(0, (_tier(m["tier"]), name))
        body = m["head"].strip(_EDGES)
    return body, tuple(found)
