"""The units of invented provinces, and what becomes of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from pipeline.records import Level
from tests.made_archive import places
from tests.made_archive.model import Event, Lineage, Unit

_DAWN = date(2005, 1, 1)
_BLOCKS = date(2018, 10, 1)
_OFFICES = date(2025, 2, 3)
_DEPARTMENTS = date(2025, 3, 1)
_NEW_MAP = date(2025, 7, 1)
_COMMUNES = date(2020, 1, 1)

_KEPT = (
    ("syt", "Sở Y tế", "SYT"), ("sgd", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT"),
    ("stc", "Sở Tài chính", "STC"), ("sxd", "Sở Xây dựng", "SXD"),
)  # fmt: skip
_JOINED = (
    ("skh", "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT"), ("sgt", "Sở Giao thông vận tải", "Sở GTVT"),
)  # fmt: skip
_NEW = (
    ("snn", "Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT"),
    ("stn", "Sở Tài nguyên và Môi trường", "Sở TN&MT"),
)  # fmt: skip
_ROOMS = ("Văn phòng", "Phòng Kế hoạch - Tài chính", "Thanh tra")


@dataclass
class World:
    """Units by id, and events, while they are being made."""

    units: dict[str, Unit] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def add(
        self, id: str, name: str, level: Level, province: str, parent: str | None,
        since: date | None = None, halves: bool = False, short: str | None = None,
    ) -> str:  # fmt: skip
        """A new unit."""
        above = ((since or _DAWN, parent),)
        self.units[id] = Unit(id, name, level, province, above, since, None, halves, short)
        return id

    def move(self, ids: Iterable[str], parent: str, on: date, told: bool = True) -> None:
        """Put units under another parent."""
        for id in ids:
            unit = self.units[id]
            self.units[id] = replace(unit, parents=(*unit.parents, (on, parent)))
            if told:
                self.happen("moved", (id,), (parent,), on)

    def happen(
        self, kind: Lineage, sources: tuple[str, ...], targets: tuple[str, ...], on: date
    ) -> None:
        """Let an event take place; sources that are no targets end, moved ones go on."""
        self.events.append(Event(kind, sources, targets, on))
        for id in sources if kind != "moved" else ():
            if id not in targets:
                self.units[id] = replace(self.units[id], until=on)

    def redirect(self, old: str, new: str, on: date) -> None:
        """Let what moved under one unit on a day have moved under another."""
        self.events = [
            replace(e, targets=(new,)) if e.on == on and e.targets == (old,) else e
            for e in self.events
        ]

    def under(self, parent: str, on: date) -> list[str]:
        """The units right below one on a day."""
        return [u.id for u in self.units.values() if u.lives(on) and u.parent(on) == parent]


def world(random: Random, pairs: int = 1) -> World:
    """Pairs of provinces, the second of each merged into the first in 2025."""
    made, names = World(), places.names(random)
    for pair in range(pairs):
        first, second = (_Province(made, f"p{2 * pair + i}", names, random) for i in range(2))
        for province in (first, second):
            province.grow()
        _join(made, first, second)
    made.events.sort(key=lambda e: (e.on, e.sources))
    return made


def _join(made: World, first: "_Province", second: "_Province") -> None:
    """The second province becomes part of the first, and each of its bodies of that one's."""
    for tail in ("syt", "sgd", "stc", "sxd", "snm", "ks"):
        pair = f"{first.id}.{tail}", f"{second.id}.{tail}"
        for cell in made.under(pair[1], _NEW_MAP):
            made.happen("dissolved", (cell,), (), _NEW_MAP)
        made.happen("merged", pair, pair[:1], _NEW_MAP)
    hospital = made.add(
        f"{second.id}.bk", f"Đảng bộ Bệnh viện Đa khoa {second.place}", "grassroots",
        second.place, f"{first.id}.ub", _NEW_MAP,
    )  # fmt: skip
    made.happen("renamed", (f"{second.id}.bv",), (hospital,), _NEW_MAP)
    for tail in ("ub", "cq"):
        made.move(
            made.under(f"{second.id}.{tail}", _NEW_MAP), f"{first.id}.{tail}", _NEW_MAP, False
        )
        made.redirect(f"{second.id}.{tail}", f"{first.id}.{tail}", _NEW_MAP)
        made.happen("merged", tuple(f"{p.id}.{tail}" for p in (first, second)),
                    (f"{first.id}.{tail}",), _NEW_MAP)  # fmt: skip
    made.move(made.under(second.id, _NEW_MAP), first.id, _NEW_MAP, told=False)
    made.happen("merged", (first.id, second.id), (first.id,), _NEW_MAP)


class _Province:
    """One province, its districts, departments and cells."""

    def __init__(self, made: World, id: str, names: Iterator[str], random: Random) -> None:
        self.made, self.id, self.names, self.random = made, id, names, random
        self.place = next(names)

    def grow(self) -> None:
        """All its units and what becomes of them, in the order of time."""
        self._add("", f"Đảng bộ tỉnh {self.place}", "province", None)
        self._add("kc", "Đảng bộ Khối các cơ quan tỉnh", "superior", "")
        self._add("kd", "Đảng bộ Khối doanh nghiệp tỉnh", "superior", "")
        self._departments()
        self._others()
        districts = [self._district(i) for i in range(2)]
        self._blocks()
        self._communes(districts)
        self._offices()
        self._end_of_districts(districts)

    def _id(self, tail: str) -> str:
        return f"{self.id}.{tail}" if tail else self.id

    def _add(
        self, tail: str, name: str, level: Level, parent: str | None, since: date | None = None,
        halves: bool = False, short: str | None = None,
    ) -> str:  # fmt: skip
        above = None if parent is None else self._id(parent)
        return self.made.add(self._id(tail), name, level, self.place, above, since, halves, short)

    def _departments(self) -> None:
        for tail, body, short in (*_KEPT, *_JOINED, *_NEW):
            self._add(tail, f"Đảng bộ {body}", "grassroots", "kc", short=short)
        for tail, _, _ in _KEPT:
            for i, room in enumerate(self.random.sample(_ROOMS, 2)):
                self._add(f"{tail}.c{i}", f"Chi bộ {room}", "cell", tail, halves=True)

    def _others(self) -> None:
        place = self.place
        self._add("bv", "Đảng bộ Bệnh viện Đa khoa tỉnh", "grassroots", "kc", short="BVĐK tỉnh")
        self._add("cd", f"Đảng bộ Trường Cao đẳng Sư phạm {place}", "grassroots", "kc")
        self._add("dp", "Đảng bộ Trung tâm Y tế dự phòng tỉnh", "grassroots", "kc")
        self._add("cn", f"Đảng bộ Công ty Cổ phần Cấp nước {place}", "grassroots", "kd")
        self._add("mt", f"Đảng bộ Công ty Môi trường đô thị {place}", "grassroots", "kd")
        self._add("cd.c0", "Chi bộ Khoa Tiểu học - Mầm non", "cell", "cd", halves=True)

    def _district(self, number: int) -> str:
        tail, name = f"d{number}", next(self.names)
        self._add(tail, f"Đảng bộ huyện {name}", "superior", "")
        self._add(f"{tail}.yt", f"Đảng bộ Trung tâm Y tế huyện {name}", "grassroots", tail,
                  short=f"TTYT huyện {name}")  # fmt: skip
        for i, commune in enumerate(places.communes(self.random, self.names, 5)):
            self._add(f"{tail}.x{i}", f"Đảng bộ xã {commune}", "grassroots", tail)
            school = f"Chi bộ Trường {self.random.choice(('THCS', 'Tiểu học'))} {commune}"
            if i != 4 or commune == "Tân Lập":
                self._add(f"{tail}.x{i}.t", school, "cell", f"{tail}.x{i}", halves=i % 2 == 0)
        for i in range(2):
            self._add(f"{tail}.x{i}.o", "Chi bộ thôn Đồng Trước", "cell", f"{tail}.x{i}",
                      halves=True)  # fmt: skip
        return tail

    def _blocks(self) -> None:
        """The two blocks merge; a centre changes its name."""
        both = self._id("kc"), self._id("kd")
        new = self._add(
            "kn", "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh", "superior", "", _BLOCKS
        )
        self.made.move([u for b in both for u in self.made.under(b, _BLOCKS)], new, _BLOCKS, False)
        self.made.happen("merged", both, (new,), _BLOCKS)
        renamed = date(2019, 7, 1)
        self._add("ks", "Đảng bộ Trung tâm Kiểm soát bệnh tật tỉnh", "grassroots", "kn", renamed)
        self.made.happen("renamed", (self._id("dp"),), (self._id("ks"),), renamed)
        renamed = date(2022, 1, 1)
        self._add("ct", f"Đảng bộ Trường Cao đẳng {self.place}", "grassroots", "kn", renamed)
        self.made.move([self._id("cd.c0")], self._id("ct"), renamed, told=False)
        self.made.happen("renamed", (self._id("cd"),), (self._id("ct"),), renamed)
        self.made.happen("dissolved", (self._id("mt"),), (), date(2021, 4, 1))

    def _communes(self, districts: list[str]) -> None:
        """Two communes of each district merge; of the first district another splits."""
        for tail in districts:
            both = self._id(f"{tail}.x0"), self._id(f"{tail}.x1")
            new = self._add(f"{tail}.xm", f"Đảng bộ xã {next(self.names)}", "grassroots", tail,
                            _COMMUNES)  # fmt: skip
            schools = [f"{b}.t" for b in both]
            for cell in (f"{b}.o" for b in both):
                self.made.happen("dissolved", (cell,), (), _COMMUNES)
            self.made.move(schools, new, _COMMUNES, told=False)
            self.made.happen("merged", both, (new,), _COMMUNES)
        last, split = f"{districts[0]}.x4", date(2016, 5, 1)
        parts = [
            self._add(f"{last}{p}", f"Đảng bộ {kind} {next(self.names)}", "grassroots",
                      districts[0], split)
            for p, kind in (("a", "xã"), ("b", "thị trấn"))
        ]  # fmt: skip
        self.made.move(self.made.under(self._id(last), split), parts[0], split, told=False)
        self.made.happen("split", (self._id(last),), tuple(parts), split)

    def _offices(self) -> None:
        """The block ends, its units go under the two new committees; departments merge."""
        new = self._add("ub", "Đảng bộ Ủy ban nhân dân tỉnh", "superior", "", _OFFICES)
        self._add("cq", "Đảng bộ các cơ quan Đảng tỉnh", "superior", "", _OFFICES)
        self.made.move(self.made.under(self._id("kn"), _OFFICES), new, _OFFICES)
        self.made.happen("dissolved", (self._id("kn"),), (), _OFFICES)
        for (gone, _, _), kept in zip(_JOINED, ("stc", "sxd"), strict=True):
            pair = self._id(gone), self._id(kept)
            self.made.happen("merged", pair, pair[1:], _DEPARTMENTS)
        both = self._id("snn"), self._id("stn")
        self._add(
            "snm", "Đảng bộ Sở Nông nghiệp và Môi trường", "grassroots", "ub", _DEPARTMENTS,
            short="Sở NN&MT",
        )  # fmt: skip
        self.made.happen("merged", both, (self._id("snm"),), _DEPARTMENTS)

    def _end_of_districts(self, districts: list[str]) -> None:
        """Districts end; their communes merge into larger ones right under the province."""
        for tail in districts:
            left = [u for u in self.made.under(self._id(tail), _NEW_MAP) if ".x" in u]
            self._enlarge(left[0], left[1])
            new = self._add(f"{tail}.n", f"Đảng bộ xã {next(self.names)}", "grassroots", "",
                            _NEW_MAP)  # fmt: skip
            self._absorb(tuple(left[2:]), new)
            self.made.move([self._id(f"{tail}.yt")], self._id("ub"), _NEW_MAP)
            self.made.happen("dissolved", (self._id(tail),), (), _NEW_MAP)

    def _enlarge(self, kept: str, gone: str) -> None:
        """One commune takes in another and keeps its name."""
        self.made.move([kept], self._id(""), _NEW_MAP, told=False)
        self._absorb((kept, gone), kept)

    def _absorb(self, group: tuple[str, ...], new: str) -> None:
        for unit in group:
            cells = [c for c in self.made.under(unit, _NEW_MAP) if unit != new]
            self.made.move(cells, new, _NEW_MAP, told=False)
        self.made.happen("merged", group, (new,), _NEW_MAP)
