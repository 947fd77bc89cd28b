"""An invented archive whose truth is known: units through mergers, reports over four terms.

    truth = make(seed=1, folder, planters=[...])   # writes the texts, about 2,300 short reports
    truth = draw(seed=1, planters=[...])           # the same without a folder
    fill(connection, truth)                        # its rows in a database, without reading a text

A planter is given the plan before anything is written, adds sentences to the slots of the drafts it
chooses, and returns what it planted, kept under its name in `truth.planted`:

    class Faults:
        name = "faults"
        def plant(self, plan: Plan, random: Random) -> object:
            draft = plan.drafts[0]
            return [draft.add("shortcomings", "Sinh hoạt chuyên đề còn hình thức.")]

Each planter has a random source of its own, so that planting more in one moves nothing in another.
A sentence is one paragraph of its slot, without its number or bullet: the letter writes those. It
must be unique within its report, and is found there as it stands (`truth.report(planted).text`).

`plan.of(unit.id)` are the drafts of a unit in the order of time, `plan.history(unit.id)` those of
its predecessors too, `plan.former(draft)` the same kind of report of the year before. Nothing but
planted sentences stands under shortcomings, causes, remedies, figures, oversight, ratings and
indicators; the slots `situation` and `results` begin with the usual phrases of an office.
"""

from tests.made_archive.drawing import draw, make
from tests.made_archive.model import (
    Draft,
    Event,
    Plan,
    Planted,
    Planter,
    Report,
    Slot,
    Truth,
    Unit,
)
from tests.made_archive.rows import fill

__all__ = [
    "Draft",
    "Event",
    "Plan",
    "Planted",
    "Planter",
    "Report",
    "Slot",
    "Truth",
    "Unit",
    "draw",
    "fill",
    "make",
]
