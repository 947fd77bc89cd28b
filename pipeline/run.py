"""process(source) -> Extraction: parse, extract, and the one place that isolates failures."""

import traceback
from collections.abc import Callable, Iterator

from extractors import citations, counts, findings, header, indicators, oversight, ratings
from pipeline.errors import UnreadableError
from pipeline.model import Document, Issue, Severity
from pipeline.parse import parse
from pipeline.records import DocumentInfo, Extraction, Record
from pipeline.reference import Reference
from pipeline.sources import Source

Extractor = Callable[[Document, Reference], Iterator[Record]]

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
        source.limits.check_characters(source.name, len(document.text))
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
    """The records of a document; the same for the same text."""
    info: DocumentInfo = header.info(document, reference)
    found = (r for extractor in EXTRACTORS for r in extractor(document, reference))
    records = sorted(found, key=lambda r: (r.span, r.type))
    return Extraction(document=document, info=info, records=tuple(records), issues=document.issues)


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
