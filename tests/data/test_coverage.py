"""What is published, counted by hand on the small data set (tests/hand_made.py), and held against the real one."""

import hand_made
import pytest

from data.dataset import Dataset
from data.queries.coverage import Calendar, Held, Mark, calendar
from data.vocabulary import Country, FlowMeasure, Indicator

ARG, BOL, ESP, CHL = Country.ARG, Country.BOL, Country.ESP, Country.CHL


@pytest.fixture(scope="module")
def victims(small: Dataset) -> Calendar:
    return calendar(small, Indicator.VICTIMS_DETECTED)


def test_every_country_year_is_there_and_knows_how_it_is_known(victims: Calendar) -> None:
    assert len(victims.cells) == 22 * 5
    assert victims.years == range(2019, 2024)
    assert victims.marked(Mark.EXACT) == 10
    assert victims.marked(Mark.RANGE) == 3  # two `<5` of Bolivia, and Spain's sum of 2023
    assert victims.published == 13 == len(hand_made.VICTIMS)


def test_a_gap_is_not_a_zero(victims: Calendar) -> None:
    assert victims.cells[BOL, 2020] == Held(BOL, 2020, Mark.EXACT, 1, 1, hand_made.SOURCE)
    assert victims.cells[ARG, 2023] == Held(ARG, 2023, Mark.NOT_REPORTED)
    assert victims.cells[CHL, 2021].mark is Mark.NOT_REPORTED


def test_breakdowns_are_counted_with_their_headline(victims: Calendar) -> None:
    assert victims.cells[ARG, 2021] == Held(ARG, 2021, Mark.EXACT, 5, 5, hand_made.SOURCE)
    assert victims.cells[ESP, 2021] == Held(ESP, 2021, Mark.EXACT, 2, 1, hand_made.SOURCE)


def test_who_reports_by_year_and_by_country(victims: Calendar) -> None:
    assert {year: victims.reporting(year) for year in victims.years} == {2019: 3, 2020: 2, 2021: 3, 2022: 3, 2023: 2}
    assert [victims.reported(country) for country in (ARG, BOL, ESP, CHL)] == [4, 5, 4, 0]


def test_flows_are_a_range_as_soon_as_one_partner_is(small: Dataset) -> None:
    found = calendar(small, FlowMeasure.VICTIMS_BY_CITIZENSHIP)
    assert found.cells[ARG, 2021] == Held(ARG, 2021, Mark.RANGE, 1, 0, hand_made.SOURCE)
    assert (found.table, found.published) == ("flows", 1)
    assert calendar(small, FlowMeasure.VICTIMS_REPATRIATED).published == 0


def test_the_rows_are_the_cells(victims: Calendar) -> None:
    frame = victims.frame()
    assert len(frame) == 110
    assert (frame["mark"] != "not_reported").sum() == 13
    assert frame.loc[frame["mark"] == "not_reported", ["figures", "exact"]].sum().sum() == 0


@pytest.mark.parametrize("measure", [*Indicator, *FlowMeasure])
def test_every_published_figure_is_in_a_calendar(real: Dataset, measure: Indicator | FlowMeasure) -> None:
    found = calendar(real, measure)
    frame = real.tables[found.table]
    column = "indicator" if found.table == "observations" else "measure"
    rows = frame[frame[column] == measure]
    years = rows[["country", "year"]].drop_duplicates()
    assert found.published <= len(years)
    assert sum(held.figures for held in found.cells.values()) <= len(rows)
    if found.table == "flows":
        assert found.published == len(years)
        assert sum(held.figures for held in found.cells.values()) == len(rows)
