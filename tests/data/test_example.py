"""Examples and the rule of thumb, on the small data set: chosen by rule, and never narrower than what is published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.interval import Interval
from data.model import Answer, Selection
from data.queries.example import around, flagged, summands
from data.queries.hidden import SUMMIT, unidentified
from data.queries.observations import answer
from data.vocabulary import Country, Indicator


@pytest.fixture(scope="module")
def victims(small: Dataset) -> Answer:
    return answer(small, Selection(Indicator.VICTIMS_DETECTED, 2019, 2023))


def test_the_summands_are_of_the_latest_year_that_has_both(victims: Answer) -> None:
    found = summands(victims)
    assert found
    assert [(cell.country, cell.year, cell.count) for cell in found] == [
        (Country.ARG, 2021, (120, 120)),
        (Country.BOL, 2021, (0, 4)),
    ]


def test_without_a_protected_figure_there_is_no_example(small: Dataset) -> None:
    assert summands(answer(small, Selection(Indicator.VICTIMS_DETECTED, 2022, 2023))) is None
    assert flagged(answer(small, Selection(Indicator.PERSONS_PROSECUTED, 2019, 2023))) is None


def test_a_break_tells_more_than_a_jump(victims: Answer) -> None:
    cell = flagged(victims)
    assert cell
    assert (cell.country, cell.year) == (Country.ESP, 2021)
    assert [(each.year, each.is_published) for each in around(victims, cell, 1)] == [
        (2020, False),
        (2021, True),
        (2022, True),
    ]


@given(st.integers(0, 10_000), st.integers(0, 500))
def test_the_rule_keeps_both_bounds_and_their_order(low: int, width: int) -> None:
    ruled = unidentified(Interval(low, low + width))
    assert ruled == (low * SUMMIT.at_least, (low + width) * SUMMIT.at_least)
