"""The level of a party organisation, by the words of its name."""

import re

from extractors.organizations import Organization
from pipeline.model import Document, Span
from pipeline.records import Level
from pipeline.reference import Reference


def level(document: Document, organization: Organization, reference: Reference) -> Level | None:
    """Where the organisation stands in the hierarchy, None where its name does not tell."""
    core = document.key[organization.core.start : organization.core.end]
    tail = core.split(" ", 2)[2] if core.count(" ") >= 2 else ""
    match organization.kind:
        case "cell":
            return "cell"
        case "province":
            return "province"
        case "district":
            return "superior"
        case "city":
            return _of_city(tail, reference)
        case "ministry_party":
            return _of_party_group(tail)
        case "central":
            return "central"
        case "committee":
            return _of_committee(tail, reference)
        case "state":
            return _of_state(core, reference)
        case "union":
            return _of_union(core)
        case _:
            return _of_staff(core)


def level_of_place(document: Document, place: Span, reference: Reference) -> Level:
    """Where the organisation of a place stands: "huyện X", "xã Y", "thành phố Z"."""
    words = " ".join(document.key[place.start : place.end].split())
    return _of_committee(words, reference) or "grassroots"


def _of_party_group(tail: str) -> Level:
    """A ministry's is central; that of a department or court, of a province's council is not."""
    tail = re.sub(r"^(?:sự\s+)?(?:đảng\s+)?", "", tail)
    if re.match(
        r"(?:sở|tòa án|viện kiểm sát|cục|ban quản lý)\b(?!.*\b(?:tối cao|cấp cao)\b)", tail
    ):
        return "grassroots"
    return "superior" if re.search(r"\b(?:tỉnh|thành phố)\b", tail) else "central"


def _of_city(tail: str, reference: Reference) -> Level:
    """A city's committee is a province's where the city stands under the centre."""
    central = reference.lexicon("document.place_no_marker")
    bare = re.sub(r"^(?:thành phố|tp\.?)\s*", "", tail)
    return "province" if not bare or central.first(tail) else "superior"


def _of_committee(tail: str, reference: Reference) -> Level | None:
    """ "tỉnh Y", "huyện Y", "Khối …", "Sở …", "xã Y": the first word of the name decides."""
    if not tail:
        return None
    if _OFFICES_OF_DISTRICT.match(tail):
        return "grassroots"
    if re.match(
        r"(?:các )?(?:khối|ubnd (?:tỉnh|thành phố)|cơ quan đảng"
        r"|đại học quốc gia|đhqg|đại học huế|đại học đà nẵng|đại học thái nguyên|tập đoàn|tổng cục"
        r"|quân khu|quân đoàn|binh chủng|quân chủng|sư đoàn|học viện chính trị quốc gia)",
        tail,
    ):
        return "superior"
    if re.match(r"(?:ủy ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành phố)", tail):
        return "superior"
    if re.match(
        r"(?:(?:bộ chỉ huy )?quân sự|công an|(?:bộ chỉ huy )?(?:bộ đội )?biên phòng)"
        r" (?:tỉnh|thành phố)",
        tail,
    ):
        return "superior"
    if re.match(r"(?:huyện|quận|thị xã)\b", tail):
        return "superior"
    if re.match(r"tỉnh\b", tail):
        return "province"
    if re.match(r"(?:thành phố|tp\b)", tail):
        return _of_city(tail, reference)
    if re.match(
        r"(?:chính phủ|quốc hội|trung ương|bộ (?!chỉ huy)|ngoài nước|quân đội"
        r"|công an trung ương|mặt trận)",
        tail,
    ):
        return "central"
    if reference.lexicon("document.place_no_marker").first(tail, 0, 20) and len(tail) < 20:
        return "province"
    return "grassroots"


_OFFICES_OF_DISTRICT = re.compile(
    r"(?:các )?(?:khối|cơ quan)(?!.*\b(?:tỉnh|trung ương)\b).* (?:huyện|quận|thị xã)\b"
)
"""The offices of a district, whose organisation is a grassroots one under the district's."""


_COUNCIL = r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)"


def _of_state(core: str, reference: Reference) -> Level:
    core = " ".join(core.split())
    if re.match(r"(?:bộ|thủ tướng|chính phủ|quốc hội|tổng cục)\b", core):
        return "central"
    if council := re.match(rf"{_COUNCIL} (?:(tỉnh)|thành phố|tp)", core):
        return "province" if council[1] else _of_city(core[council.end() :].strip(". "), reference)
    return "superior" if re.match(rf"{_COUNCIL} (?:huyện|quận|thị xã)", core) else "grassroots"


def _of_union(core: str) -> Level:
    if re.match(r"(?:liên )?chi (?:đoàn|hội)|phân đoàn", core):
        return "cell"
    if re.match(r"tổng liên đoàn", core) or re.search(r"\btrung ương\b", core):
        return "central"
    if re.search(r"trường|công ty|bệnh viện|sở|xã|phường|trung tâm|cơ quan", core):
        return "grassroots"
    if re.match(r"(?:tỉnh đoàn|thành đoàn)", core) or re.search(r"\b(?:tỉnh|thành phố)\b", core):
        return "province"
    if re.search(r"\b(?:huyện|quận|thị xã)\b|^(?:huyện|quận) đoàn", core):
        return "superior"
    return "central" if core.endswith("việt nam") else "grassroots"


def _of_staff(core: str) -> Level | None:
    """A commission or an inspection commission stands where its committee does."""
    for words, found in (
        (r"trung ương|tw\b|chính phủ|quốc hội|chủ tịch nước", "central"),
        (r"tỉnh ủy|\btỉnh\b", "province"),
        (r"thành ủy|\bthành phố\b", "province"),
        (r"đảng ủy (?:các )?khối", "superior"),
        (r"huyện|quận|thị", "superior"),
        (r"\bxã\b|phường|thị trấn|đảng ủy", "grassroots"),
    ):
        if re.search(words, core):
            return found  # type: ignore[return-value]
    return None
