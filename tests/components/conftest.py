"""The small data set with the flows and the record of cooperation of tests/recorded.py."""

import pytest
import recorded

from data.dataset import Dataset


@pytest.fixture(scope="session")
def record(small: Dataset) -> Dataset:
    return recorded.beside(small)
