"""What the pages count: each figure's name in the views, and the records that it counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboards.data import Figure

FIGURES: Mapping[str, Figure] = {
    "shortcomings": Figure(type="shortcoming"),
    "causes": Figure(type="cause"),
    "remedies": Figure(type="remedy"),
    "indicators": Figure(type="indicator"),
    "missed": Figure(type="indicator", code="missed"),
    "citations": Figure(type="citation"),
    "discipline": Figure(type="oversight", code="discipline"),
}
"""Column of the views `unit_terms`, `term_totals` and `overview` -> the records it counts."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Records of one kind by a code: `field` of the figure takes it, `groups` hold its words."""

    name: str
    figure: Figure
    field: str
    groups: tuple[str, ...]


THEMES = Breakdown("themes", Figure(type="shortcoming"), "theme", ("themes",))
CAUSES = Breakdown("causes", Figure(type="cause"), "code", ("kinds",))
REMEDIES = Breakdown("remedies", Figure(type="remedy"), "theme", ("themes",))
STATUSES = Breakdown("statuses", Figure(type="indicator"), "code", ("statuses",))
OVERSIGHT = Breakdown("categories", Figure(type="oversight"), "code", ("categories",))
MEASURES = Breakdown(
    "measures", Figure(type="oversight", code="discipline"), "detail", ("measures", "subjects")
)
BREAKDOWNS = (THEMES, CAUSES, REMEDIES, STATUSES, OVERSIGHT, MEASURES)
