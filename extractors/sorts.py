"""What the codes of the lexicons of figures mean in the fields of the contract."""

from pipeline.records import (
    CountAttribute,
    CountSubject,
    Measure,
    OversightCategory,
    OversightSubject,
)

SUBJECTS: dict[str, CountSubject] = {
    "party_member": "party_member",
    "party_cell": "party_cell",
    "party_organization": "party_organization",
    "committee_member": "committee_member",
    "standing_member": "standing_member",
    "secretary": "secretary",
    "deputy_secretary": "deputy_secretary",
    "chair": "secretary",
    "deputy_chair": "deputy_secretary",
    "employee": "employee",
    "mass_organization": "mass_organization",
    "administrative_unit": "administrative_unit",
    "union_member": "other",
    "other": "other",
}
"""counts.noun and counts.body: who is counted."""

ATTRIBUTES: dict[str, CountAttribute] = {
    "female": "female",
    "male": "male",
    "ethnic_minority": "ethnic_minority",
    "religious": "religious",
    "probationary": "probationary",
    "other": "other",
    "education": "education",
    "political_theory": "political_theory",
    "rank": "rank",
    "minority": "ethnic_minority",
    "majority": "other",
}
"""counts.attribute, counts.people: what tells those counted apart."""

ACT_ATTRIBUTES: dict[str, CountAttribute] = {
    "admitted": "admitted",
    "removed": "removed",
    "transferred": "transferred",
    "planned": "planned",
    "confirmed": "other",
    "excused": "other",
    "elected": "total",
    "added": "other",
    "left": "other",
    "died": "other",
}
"""counts.act: what happened to those counted."""

CATEGORIES: dict[str, OversightCategory] = {
    "inspection": "inspection",
    "supervision": "supervision",
    "discipline": "discipline",
    "reprimand": "discipline",
    "warning": "discipline",
    "dismissal": "discipline",
    "expulsion": "discipline",
    "handled": "discipline",
    "commendation": "commendation",
    "complaint": "complaint",
}
"""oversight.act: the category of each act."""

MEASURES: dict[str, Measure] = {
    "reprimand": "reprimand",
    "warning": "warning",
    "dismissal": "dismissal",
    "expulsion": "expulsion",
}
"""oversight.act: the acts that are disciplinary measures."""

PARTIES: dict[str, OversightSubject] = {
    "organization": "organization",
    "party_member": "party_member",
    "individual": "individual",
    "case": "case",
    "event": "case",
    "petition": "case",
}
"""oversight.noun: whom an act concerns."""
