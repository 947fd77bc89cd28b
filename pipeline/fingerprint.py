"""The version of what reads documents: changed code or reference data means reading again."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipeline.reference import REFERENCE_DIR
from pipeline.schema import OF_DOCUMENTS

_LIBRARIES = (
    "lxml", "numpy", "openpyxl", "pdfplumber", "pillow", "pypdfium2", "readability-lxml", "spacy",
    "underthesea", "xlrd",
)  # fmt: skip
_MODULES = (
    "classifier", "decoding", "directives", "fingerprint", "keywords", "lineage", "model",
    "number_repair", "offsets", "precision", "reading", "records", "reference", "repair", "resolve",
    "rows", "run", "sources", "spacing_repair", "spelling", "structure", "symbol_repair", "text",
    "vocabulary", "word_repair",
)  # fmt: skip


_ACROSS = frozenset({"matters.yaml", "recurrence.json"})
"""Reference data that links what was read, and changes nothing of it."""


def extractor_version() -> str:
    """A hash of everything that decides what is read out of a document."""
    digest = hashlib.sha256()
    for file in _files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for name in _LIBRARIES:
        digest.update(_library(name).encode() + b"\0")
    return digest.hexdigest()[:12]


def _files() -> Iterator[Path]:
    pipeline = Path(__file__).parent
    yield from (pipeline / "schema" / f"{part}.sql" for part in OF_DOCUMENTS)
    yield from (pipeline / f"{name}.py" for name in _MODULES)
    yield from sorted((pipeline / "parse").rglob("*.py"))
    yield from sorted((pipeline.parent / "extractors").rglob("*.py"))
    told = (*REFERENCE_DIR.rglob("*.yaml"), *(REFERENCE_DIR / "models").glob("*.json"))
    yield from sorted(file for file in told if file.name not in _ACROSS)


def _library(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
