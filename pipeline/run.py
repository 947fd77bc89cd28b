"""process(source) -> Extraction: parse, extract, and the one place that isolates failures."""

import re
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from extractors import citations, counts, findings, header, indicators, oversight, ratings
from pipeline.errors import UnreadableError
from pipeline.model import Document, Issue, Severity
from pipeline.parse import parse
from pipeline.records import DocumentInfo, Evidence, Extraction, Record
from pipeline.reference import Reference
from pipeline.repair import Reading, issues, reading
from pipeline.sources import Source

T = TypeVar("T", Record, Evidence)
Extractor = Callable[[Document, Reference], Iterator[Record]]

_WORD = re.compile(r"\w")
"""A record is words of the document: a lone bullet or dash under a heading is none."""

EXTRACTORS: tuple[Extractor, ...] = (
    counts.counts,
    indicators.indicators,
    indicators.summaries,
    findings.findings,
    citations.citations,
    oversight.oversight,
    ratings.ratings,
)

_NO_MEMORY = "needs more memory than one document may take; allow more with --memory-limit."
_TOO_DEEP = "holds parts nested too deep to be a report; save it anew as DOCX or PDF."


def process(source: Source, reference: Reference) -> Extraction:
    """The document of the source and its records; what goes wrong is an issue, never raised."""
    try:
        document = parse(source)
        source.limits.check_text(source.name, document.text)
        if not document.text.strip():
            raise UnreadableError(
                "empty", f"{source.name}: holds no text; check the file and send it again."
            )
        return extract(document, reference)
    except UnreadableError as error:
        return failed(source, error.code, str(error))
    except MemoryError:
        return failed(source, "out_of_memory", f"{source.name}: {_NO_MEMORY}")
    except RecursionError:
        return failed(source, "too_deep", f"{source.name}: {_TOO_DEEP}")
    except Exception as error:
        return failed(source, "bug", f"{source.name}: {_stumble(error)}")


def extract(document: Document, reference: Reference) -> Extraction:
    """The records of a document, a damaged one read through repairs; the same for the same text."""
    read = reading(document, reference)
    told = (*document.issues, *issues(document, read))
    if read is None:
        return replace(as_written(document, reference), issues=told)
    found = as_written(read.document, reference)
    info = replace(found.info, evidence=tuple(_back(e, read) for e in found.info.evidence))
    records = sorted((_back(r, read) for r in found.records), key=lambda r: (r.span, r.type))
    return Extraction(
        document=document,
        info=info,
        records=tuple(records),
        issues=told,
    )


def as_written(document: Document, reference: Reference) -> Extraction:
    """The records of a document without repairs."""
    info: DocumentInfo = header.info(document, reference)
    found = (r for extractor in EXTRACTORS for r in extractor(document, reference))
    worded = (r for r in found if _WORD.search(document.text, r.span.start, r.span.end))
    records = sorted(worded, key=lambda r: (r.span, r.type))
    return Extraction(document=document, info=info, records=tuple(records), issues=document.issues)


def _back(found: T, read: Reading) -> T:
    """A record or evidence with its span where it stands in the document itself."""
    return replace(found, span=read.back(found.span))


def failed(source: Source, code: str, message: str) -> Extraction:
    """The extraction of a document that could not be read, with the one issue that says why."""
    issue = Issue(code, Severity.ERROR, message)
    document = Document(source.id, source.name, source.format, text="", issues=(issue,))
    return Extraction(document=document, info=DocumentInfo(), records=(), issues=(issue,))


def _stumble(error: Exception) -> str:
    """Where the program failed; never the error's own words, which may be a document's."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"
    return (
        f"the program stumbled ({type(error).__name__} at {place}); "
        "please report this line as a bug and keep the file."
    )
