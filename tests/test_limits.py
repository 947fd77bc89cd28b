"""A limit that is hit costs its document only, and the issue says which and how to raise it."""

import pytest

from pipeline.limits import Limits
from pipeline.reference import Reference
from pipeline.run import process
from pipeline.sources import Source, sniff
from tests.writers import PageBreak, Para, Sheet, pdf

_PAGES = pdf(Sheet((Para("Trang một."), PageBreak(), Para("Trang hai."))))


@pytest.mark.parametrize(
    ("data", "limits", "code", "message"),
    [
        pytest.param(
            _PAGES,
            Limits(pages=1),
            "too_many_pages",
            "a: has 2 pages, more than 1; split it or allow more with --page-limit.",
            id="pages",
        ),
        pytest.param(
            "Đảng ủy".encode(),
            Limits(characters=5),
            "too_long",
            "a: holds 7 characters, more than 5; split it or allow more with --text-limit.",
            id="characters",
        ),
    ],
)
def test_limit_is_named_with_the_option_that_raises_it(
    data: bytes, limits: Limits, code: str, message: str, words: Reference
) -> None:
    extraction = process(Source("0" * 16, "a", sniff("a", data), data, limits), words)
    assert [(i.code, i.message) for i in extraction.issues] == [(code, message)]
