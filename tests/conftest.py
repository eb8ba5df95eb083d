"""Data sets and readers' languages that tests share; made once a session, for nothing changes them."""

from collections.abc import Callable
from pathlib import Path

import hand_made
import pytest
from hypothesis import settings

from components.i18n import Words, words
from components.pages.overview.page import Overview
from components.url.choices import Language
from components.url.view import View
from data.dataset import CURATED, Dataset, load

settings.register_profile("atalaya", deadline=None, max_examples=40)  # a busy machine is no failure
settings.load_profile("atalaya")


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The curated data that the project ships."""
    return load(CURATED)


@pytest.fixture(scope="session")
def small(real: Dataset) -> Dataset:
    """Three countries made by hand (tests/hand_made.py), on the true map."""
    return Dataset(hand_made.tables(), real.plan, "small-1", hand_made.RELEASE, shapes=real.shapes)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small data set on disk."""
    return hand_made.write(tmp_path / "data")


@pytest.fixture(scope="session")
def en() -> Words:
    return words(Language.EN)


@pytest.fixture(scope="session")
def es() -> Words:
    return words(Language.ES)


@pytest.fixture(scope="session")
def pt() -> Words:
    return words(Language.PT)


@pytest.fixture(scope="session")
def overview(small: Dataset) -> Callable[[str], Overview]:
    """The overview of an address on the small data set, `/en/overview` without a language."""

    def opened(search: str = "", language: Language = Language.EN) -> Overview:
        view, ignored = View.parse(f"/{language}/overview", search)
        return Overview(view, ignored, small, words(language))

    return opened
