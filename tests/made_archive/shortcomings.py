"""Shortcomings to plant: each a topic with five to thirteen wordings.

Topics of one theme are each other's hard negatives: they share the theme and the habitual words of
lack, and must not be linked. `TUNING` was used to tune the linker, `SCORING` only scores it.
"""

from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from tests.made_archive.model import Plan, Planted

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


STRAYS: dict[str, tuple[str, ...]] = {
    theme: tuple(words)
    for theme, words in yaml.safe_load(
        (_FOLDER / "strays.yaml").read_text(encoding="utf-8")
    ).items()
}
"""Shortcomings that come once: of the themes of the topics, in the same habitual words."""


@dataclass(frozen=True, slots=True)
class Told:
    """A planted shortcoming and its topic; a stray is a topic of its own."""

    planted: Planted
    topic: str


@dataclass(frozen=True, slots=True)
class Faults:
    """Plants topics: each family of units has a few that come back, term after term."""

    topics: tuple[Topic, ...]
    name: str = "faults"

    def plant(self, plan: Plan, random: Random) -> list[Told]:
        """Two to four shortcomings a report, most of them the unit's lasting ones, none twice."""
        lasting: dict[str, list[Topic]] = {}
        strays = [w for words in STRAYS.values() for w in words]
        out: list[Told] = []
        for draft in plan.drafts:
            root = min(plan.ancestry(draft.unit.id))
            own = lasting.setdefault(root, random.sample(self.topics, 3))
            chosen = random.sample(own, random.randint(1, 2)) + random.sample(self.topics, 1)
            for topic in dict.fromkeys(chosen):
                words = random.choice(topic.wordings)
                out.append(Told(draft.add("shortcomings", f"{words}."), topic.id))
            if strays and random.random() < 0.02:
                words = strays.pop(random.randrange(len(strays)))
                out.append(Told(draft.add("shortcomings", f"{words}."), words))
        return out
