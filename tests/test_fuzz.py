"""A short run of the fuzzer; `make fuzz` is the long one."""

import pytest

from tests.fuzz import fuzz


@pytest.mark.slow
def test_mutated_files_end_read_or_with_a_typed_issue() -> None:
    assert fuzz(inputs=300, seed=7, workers=2).wrong == ()
