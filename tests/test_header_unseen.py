"""The document record of openings of every habit; what is still misread is named."""

from dataclasses import asdict

import pytest

from extractors.header import info
from pipeline.reference import Reference
from pipeline.scoring import DOCUMENT_FIELDS, equal
from tests import unseen
from tests.documents import make_doc

TABLES = (
    "openings_first",
    "openings_second",
    "openings_third",
    "openings_fourth",
    "openings_fifth",
    "openings_sixth",
    "openings_seventh",
    "openings_eighth",
    "openings_ninth",
    "openings_tenth",
    "openings_news",
)
# A region's provinces are no party organisation, yet an article may be about nothing else.
MISREAD = {
    ("an article on cadres of a region", "unit"),
    ("an article on cadres of a region", "level"),
}

CASES = [
    pytest.param(name, dict(line.split(": ", 1) for line in annotation), text, id=name)
    for table in TABLES
    for name, annotation, text in unseen.cases(table)
]


@pytest.mark.parametrize(("name", "expected", "text"), CASES)
def test_document_record_is_read(
    name: str, expected: dict[str, str], text: str, words: Reference
) -> None:
    found = asdict(info(make_doc(text), words))
    wrong = {f for f in DOCUMENT_FIELDS if not equal(expected.get(f), found[f])}
    assert {(name, f) for f in wrong} == {m for m in MISREAD if m[0] == name}
