"""Sentences that tell what became of units."""

from collections.abc import Mapping
from datetime import date
from random import Random

from tests.made_archive.model import Event, Unit

NEW_MAP = date(2025, 7, 1)
"""From then on two provinces are one, so that names in it may be those of either."""

_TOLD = {
    "merged": (
        "{target} được thành lập trên cơ sở hợp nhất {sources} kể từ ngày {day}.",
        "Từ ngày {day}, hợp nhất {sources} thành {target}.",
        "Thực hiện quyết định của cấp trên, {sources} sáp nhập thành {target} từ ngày {day}.",
        "Ngày {day}, công bố quyết định về việc sáp nhập {sources} để thành lập {target}.",
    ),
    "joined": (
        "Từ ngày {day}, sáp nhập {gone} vào {target}.",
        "{gone} được sáp nhập vào {target} từ ngày {day}.",
        "Kể từ ngày {day}, {target} được thành lập trên cơ sở hợp nhất {sources}.",
    ),
    "renamed": (
        "Từ ngày {day}, {source} đổi tên thành {target}.",
        "{target} (trước đây là {source}) hoạt động theo tên gọi mới từ ngày {day}.",
        "{source} (nay là {target}) đã sắp xếp lại các chi bộ trực thuộc.",
        "{target} được đổi tên từ {source} kể từ ngày {day}.",
    ),
    "split": (
        "Từ ngày {day}, {source} được chia tách thành {targets}.",
        "Ngày {day}, thành lập {targets} trên cơ sở chia tách {source}.",
    ),
    "moved": (
        "Từ ngày {day}, chuyển giao {source} từ {former} về trực thuộc {target}.",
        "{source} được chuyển về trực thuộc {target} từ ngày {day}.",
        "Từ ngày {day}, {target} tiếp nhận {source} từ {former}.",
    ),
    "dissolved": (
        "{source} kết thúc hoạt động từ ngày {day}.",
        "Từ ngày {day}, giải thể {source}.",
        "{source} chấm dứt hoạt động kể từ ngày {day} theo quyết định của cấp có thẩm quyền.",
    ),
}


def tidings(event: Event, units: Mapping[str, Unit], told_on: date, random: Random) -> str:
    """A sentence that tells of the event on a day, of a wording drawn by lot."""
    kind = "joined" if event.kind == "merged" and event.targets[0] in event.sources else event.kind
    names = {id: full(units[id], event, units, told_on) for id in (*event.sources, *event.targets)}
    gone = [names[s] for s in event.sources if s not in event.targets]
    targets = [names[t] for t in event.targets]
    former = units[event.sources[0]].parent(date.fromordinal(event.on.toordinal() - 1))
    words = random.choice(_TOLD[kind]).format(
        sources=listed([names[s] for s in event.sources]),
        source=names[event.sources[0]],
        targets=listed(targets),
        target=targets[0] if targets else "",
        gone=listed(gone),
        former=units[former].name if former else "",
        day=f"{event.on:%d/%m/%Y}",
    )
    return words[0].upper() + words[1:]


def full(unit: Unit, event: Event, units: Mapping[str, Unit], told_on: date) -> str:
    """Its name, with its province or district where it would be taken for another of the name."""
    same = [units[i] for i in (*event.sources, *event.targets) if units[i].name == unit.name]
    twins = [u for u in units.values() if u.name == unit.name and u.id != unit.id]
    if len({u.id for u in same}) < 2 and not (twins and told_on >= NEW_MAP):
        return unit.name
    above = unit.parents[0][1]
    if " xã " in unit.name and above is not None:
        return f"{unit.name}, {units[above].name.removeprefix('Đảng bộ ')}"
    if unit.level == "cell" or unit.name.endswith(unit.province):
        return unit.name
    return f"{unit.name.removesuffix(' tỉnh')} tỉnh {unit.province}"


def listed(names: list[str]) -> str:
    """`A, B và C`."""
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
