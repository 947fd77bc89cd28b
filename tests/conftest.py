"""Fixtures that all tests share."""

import pytest

from pipeline import reference
from pipeline.reference import Reference


@pytest.fixture(scope="session")
def words() -> Reference:
    """The project's reference data."""
    return reference.load()
