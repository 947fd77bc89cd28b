"""Invented names of places."""

from collections.abc import Iterator
from random import Random

_FIRST = (
    "Đông", "Nam", "Tân", "Hòa", "An", "Phú", "Lam", "Minh", "Thạch", "Xuân", "Hồng", "Kim",
    "Khánh", "Thanh", "Vĩnh", "Yên", "Bình", "Long", "Sơn", "Hưng", "Đại", "Trung", "Thượng",
    "Cẩm", "Mai",
)  # fmt: skip
_SECOND = (
    "Lĩnh", "Khê", "Trạch", "Hạ", "Phong", "Lộc", "Mỹ", "Thịnh", "Lương", "Châu", "Điền", "Nghĩa",
    "Vân", "Đồng", "Lâm", "Thủy", "Hậu", "Tiến", "Cương", "Đạo", "Quế", "Phượng", "Tường",
    "Kiều", "Dương",
)  # fmt: skip
_SHARED = "Tân Lập"
_REAL = {"Đông Hưng", "Hòa Dương", "Bình Dương", "Lam Đồng", "Hưng Dương", "Hòa Mỹ", "Lâm Đồng"}


def names(random: Random) -> Iterator[str]:
    """Names that no two places share, without end to speak of."""
    pairs = [f"{a} {b}" for a in _FIRST for b in _SECOND]
    found = [p for p in pairs if p not in _REAL and p != _SHARED]
    random.shuffle(found)
    yield from found
    yield from (f"{name} {b}" for name in found for b in _SECOND if not name.endswith(b))


def communes(random: Random, names: Iterator[str], count: int) -> list[str]:
    """The communes of a district, one of them the name that every district has."""
    found = [next(names) for _ in range(count - 1)]
    found.insert(random.randrange(2, count), _SHARED)
    return found
