"""Shortcomings to plant: each a topic with eight wordings, none of which repeats another's words.

Topics of one theme are each other's hard negatives: they share the theme and the habitual words of
lack, and must not be linked. `TUNING` was used to fit and tune the linker, `SCORING` only scores it.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "topics"


@dataclass(frozen=True, slots=True)
class Topic:
    """One shortcoming: a unit that has it again words it anew."""

    id: str
    theme: str
    wordings: tuple[str, ...]


def _topics(name: str) -> tuple[Topic, ...]:
    file = _FOLDER / f"{name}.yaml"
    if not file.exists():
        return ()
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(Topic(id, t["theme"], tuple(t["wordings"])) for id, t in told.items())


TUNING = _topics("tuning")
SCORING = _topics("scoring")
