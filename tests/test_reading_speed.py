"""PDF pages are read at no less than half the rate of the library's own pass over characters."""

import pytest

from tests.bench_reading import plain_pages, ratio


@pytest.mark.slow
def test_pages_without_tables_are_read_at_half_the_rate_of_the_bare_library() -> None:
    files = plain_pages()
    # Time of the processor, the best of three: other programs disturb it all the same.
    assert max(ratio(files) for _ in range(3)) >= 0.5
