"""The archive drawn from a seed: the plan, what planters add, the texts."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.made_archive.drafts import drafts
from tests.made_archive.letters import begin, letter
from tests.made_archive.model import Draft, Plan, Planter, Report, Truth
from tests.made_archive.world import world


def draw(seed: int = 1, planters: Sequence[Planter] = (), pairs: int = 1) -> Truth:
    """An archive of so many pairs of provinces (one pair: about 2,300 reports)."""
    made = world(Random(f"{seed} world"), pairs)
    plan = Plan(made.units, made.events, drafts(made, Random(f"{seed} drafts")))
    usual = Random(f"{seed} usual")
    for draft in plan.drafts:
        begin(draft, usual)
    planted = {p.name: p.plant(plan, Random(f"{seed} {p.name}")) for p in planters}
    numbers = Random(f"{seed} numbers")
    return Truth(plan, tuple(_report(d, numbers) for d in plan.drafts), planted)


def make(seed: int, folder: Path, planters: Sequence[Planter] = (), pairs: int = 1) -> Truth:
    """The same, with its texts written below the folder."""
    truth = draw(seed, planters, pairs)
    for report in truth.reports:
        path = folder / report.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(report.text.encode())
    return truth


def _report(draft: Draft, numbers: Random) -> Report:
    text = letter(draft, numbers)
    id = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Report(draft, f"{draft.year}/{draft.id}.txt", text, id)
