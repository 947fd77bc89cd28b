"""How offices write the name of an organisation: its own, its committee's, shortened, misspelt."""

from random import Random

from tests.made_archive.model import Unit

_BODIES = ("Đảng bộ tỉnh ", "Đảng bộ huyện ", "Đảng bộ ", "Chi bộ ")
_COMMITTEES = {"Đảng bộ tỉnh ": "Tỉnh ủy ", "Đảng bộ huyện ": "Huyện ủy ", "Đảng bộ ": "Đảng ủy ",
               "Chi bộ ": "Chi bộ "}  # fmt: skip
_SLIPS = (("Y tế", "Y tê"), ("các cơ quan", "các cơ quân"), ("xã ", "xa "), ("Trường", "Truờng"),
          ("Giáo dục", "Giáo dụ"), ("tỉnh", "tinh"), ("Phòng", "Phòn g"), ("huyện", "huyên"),
          ("Sở", "Sờ"), ("Chi bộ", "Chi bô"))  # fmt: skip
_RATE_OF_SLIPS = 0.006


def committee(name: str) -> str:
    """The name of the committee that leads it: `Đảng ủy Sở Y tế`."""
    head = _head(name)
    return _COMMITTEES[head] + name.removeprefix(head)


def written(unit: Unit, random: Random) -> str:
    """The unit as a report writes it in running text."""
    name = unit.name if random.random() < 0.5 else committee(unit.name)
    if random.random() < 0.1:
        name = name.replace("ủy", "uỷ")
    if unit.short and random.random() < 0.06:
        name = random.choice(("Đảng bộ ", "Đảng ủy ", "ĐB ")) + unit.short
    elif _of_the_province(unit) and random.random() < 0.2:
        name = f"{name.removesuffix(' tỉnh')} tỉnh {unit.province}"
    return _misspelt(name, random) if random.random() < _RATE_OF_SLIPS else name


def above(parent: Unit, random: Random) -> str:
    """The organisation above as a letterhead writes it."""
    name = parent.name if random.random() < 0.5 else committee(parent.name)
    if parent.level == "superior" and _of_the_province(parent) and random.random() < 0.3:
        name = f"{name.removesuffix(' tỉnh')} tỉnh {parent.province}"
    return name.upper()


def _of_the_province(unit: Unit) -> bool:
    """Whether its name may be followed by the province's: not a place, not one that has it."""
    whole = unit.name.endswith(unit.province) or unit.level in ("cell", "province")
    return not whole and not any(f" {w} " in unit.name for w in ("xã", "huyện", "thị trấn"))


def _misspelt(name: str, random: Random) -> str:
    found = [(right, wrong) for right, wrong in _SLIPS if right in name]
    return name.replace(*random.choice(found), 1) if found else name


def _head(name: str) -> str:
    return next(b for b in _BODIES if name.startswith(b))
