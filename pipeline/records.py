"""The record types of the contract, and what one document yields."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, ClassVar, Literal

from pipeline.model import Document, Issue, Severity, Span

DocType = Literal[
    "self_review_report", "summary_report", "political_report", "plan", "conclusion_notice",
    "resolution", "directive", "guideline", "regulation", "speech", "news", "form", "other",
]  # fmt: skip
Level = Literal["cell", "grassroots", "superior", "province", "central"]
CountSubject = Literal[
    "party_member", "party_cell", "party_organization", "committee_member", "standing_member",
    "secretary", "deputy_secretary", "employee", "mass_organization", "administrative_unit",
    "other",
]  # fmt: skip
CountAttribute = Literal[
    "total", "female", "male", "ethnic_minority", "religious", "probationary", "admitted",
    "removed", "transferred", "planned", "education", "political_theory", "rank", "other",
]  # fmt: skip
Status = Literal["exceeded", "met", "missed", "unknown"]
ShortcomingKind = Literal["shortcoming", "difficulty"]
CauseKind = Literal["subjective", "objective", "unspecified"]
RemedyKind = Literal["remedy", "task"]
CitationKind = Literal[
    "resolution", "directive", "conclusion", "regulation", "decision", "guideline", "plan",
    "notice", "dispatch", "decree", "law", "circular", "program", "scheme", "charter", "report",
    "other",
]  # fmt: skip
Resolution = Literal[
    "number", "date", "term", "issuer", "subject", "document_date", "in_force", "plenum",
    "same_document", "several", "undated", "other_date", "other_subject", "later",
]  # fmt: skip
"""What decided which document a citation means; the last five leave it open."""
OversightCategory = Literal["inspection", "supervision", "discipline", "commendation", "complaint"]
OversightSubject = Literal["party_member", "organization", "individual", "case"]
Measure = Literal["reprimand", "warning", "dismissal", "expulsion"]
RatingSubject = Literal["party_member", "party_organization", "committee", "individual"]
Grade = Literal["excellent", "good", "completed", "failed", "strong"]
Theme = Literal[
    "ideology", "exemplary", "self_criticism", "unity", "organization", "cadre", "party_member",
    "cell_activity", "inspection", "discipline", "anticorruption", "mass_mobilization",
    "leadership_method", "admin_reform", "professional", "resources", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One extracted fact: a span of the document, and the rule that fired."""

    type: ClassVar[str]
    table: ClassVar[str]
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Record):
    type: ClassVar[str] = "count"
    table: ClassVar[str] = "counts"
    subject: CountSubject
    attribute: CountAttribute
    value: int
    percent: Decimal | None = None
    change: int | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """`name` is the words of `name_span`, which may stand apart from the span's other words."""

    type: ClassVar[str] = "indicator"
    table: ClassVar[str] = "indicators"
    name: str
    status: Status
    value: Decimal | None = None
    target: Decimal | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSummary(Record):
    type: ClassVar[str] = "indicator_summary"
    table: ClassVar[str] = "indicator_summaries"
    group: str | None = None
    total: int | None = None
    exceeded: int | None = None
    met: int | None = None
    missed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcoming(Record):
    type: ClassVar[str] = "shortcoming"
    table: ClassVar[str] = "shortcomings"
    kind: ShortcomingKind
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause(Record):
    type: ClassVar[str] = "cause"
    table: ClassVar[str] = "causes"
    kind: CauseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy(Record):
    type: ClassVar[str] = "remedy"
    table: ClassVar[str] = "remedies"
    kind: RemedyKind
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Record):
    """What the mention says; what the registry or another mention adds stands in `resolved_*`."""

    type: ClassVar[str] = "citation"
    table: ClassVar[str] = "citations"
    kind: CitationKind
    canonical_id: str | None = None
    issuer: str | None = None
    issued_on: str | None = None
    resolved_id: str | None = None
    resolved_issuer: str | None = None
    resolved_issued_on: str | None = None
    resolution: Resolution | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight(Record):
    type: ClassVar[str] = "oversight"
    table: ClassVar[str] = "oversight_figures"
    category: OversightCategory
    subject: OversightSubject
    value: int
    measure: Measure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    type: ClassVar[str] = "rating"
    table: ClassVar[str] = "ratings"
    subject: RatingSubject
    grade: Grade
    value: int | None = None
    percent: Decimal | None = None


RECORD_TYPES: tuple[type[Record], ...] = (
    Count, Indicator, IndicatorSummary, Shortcoming, Cause, Remedy, Citation, Oversight, Rating,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that a field of the document record rests on."""

    field: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInfo:
    """The document record; fields as the contract has them, None where the text does not say."""

    doc_type: DocType = "other"
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    unit: str | None = None
    parent_unit: str | None = None
    level: Level | None = None
    term: str | None = None
    period: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A document and what was found in it; records in the order of their spans."""

    document: Document
    info: DocumentInfo
    records: tuple[Record, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def status(self) -> Literal["ok", "partial", "failed"]:
        """`failed`: nothing was read; `partial`: a warning or error stands beside what was read."""
        if not self.document.text:
            return "failed"
        wrong = any(i.severity is not Severity.INFO for i in self.issues)
        return "partial" if wrong else "ok"


def own_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a record type's own, in the order of the contract (not span and rule)."""
    return tuple(f.name for f in fields(kind) if f.name not in ("span", "rule"))


def stated_fields(kind: type[Record]) -> tuple[str, ...]:
    """Its own fields that a document states: not those that the registry adds."""
    return tuple(name for name in own_fields(kind) if not name.startswith("resol"))


def to_json(document: Document, record: Record) -> dict[str, Any]:
    """The record in the contract's JSON form, `type` first, the quote derived from its span."""
    out: dict[str, Any] = {"type": record.type}
    out |= {name: _plain(getattr(record, name)) for name in own_fields(type(record))}
    out["quote"] = document.quote(record.span)
    out["start"], out["end"] = record.span.start, record.span.end
    out["page"] = document.page_at(record.span.start)
    out["section"] = list(document.headings_at(record.span.start))
    out["rule"] = record.rule
    out["doubtful"] = document.doubtful(record.span)
    return out


def info_json(info: DocumentInfo) -> dict[str, Any]:
    """The document record in the contract's JSON form."""
    names = (f.name for f in fields(info) if f.name != "evidence")
    return {"type": "document"} | {name: getattr(info, name) for name in names}


def lines(extraction: Extraction) -> Iterator[dict[str, Any]]:
    """The document record, then every record, in the contract's JSON form."""
    yield info_json(extraction.info)
    for record in extraction.records:
        yield to_json(extraction.document, record)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
