"""Citations of every habit: each mention with its kind, number, body and day, and none besides."""

import pytest

from extractors.citations import citations
from pipeline.reference import Reference
from pipeline.scoring import comparable_id
from tests import unseen
from tests.documents import make_doc

TABLES = ("citations_first", "citations_second", "citations_third", "citations_fourth")
Said = tuple[str, object, str | None, str | None]


def _said(line: str) -> Said:
    """`kind number | body | day`, "null" or "-" where the mention is silent."""
    mention, body, day = (*line.split(" | "), "-", "-")[:3]
    kind, number = mention.split(" ", 1)
    return (
        kind,
        comparable_id(None if number == "null" else number),
        None if body == "-" else body,
        None if day == "-" else day,
    )


CASES = [
    pytest.param([_said(line) for line in annotation], text, id=name)
    for table in TABLES
    for name, annotation, text in unseen.cases(table)
]


@pytest.mark.parametrize(("expected", "text"), CASES)
def test_every_mention_is_read_and_nothing_else(
    expected: list[Said], text: str, words: Reference
) -> None:
    found = [
        (c.kind, comparable_id(c.canonical_id), c.issuer, c.issued_on)
        for c in citations(make_doc("Tình hình chung.\n" + text), words)
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, expected))
