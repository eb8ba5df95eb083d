"""Regional figures: sums that say who is in them, and changes that compare the same countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.interval import Interval
from data.model import Answer, Cell, Selection
from data.queries.observations import answer
from data.queries.region import coverage, default_year, region
from data.vocabulary import Country, Indicator, Panel, Sex, Status

ARG, BOL, ESP = Country.ARG, Country.BOL, Country.ESP


def _victims(small: Dataset, *countries: Country, first: int = 2019, panel: Panel = Panel.ALL) -> Answer:
    return answer(small, Selection(Indicator.VICTIMS_DETECTED, first, 2023, countries=countries, panel=panel))


@pytest.mark.parametrize(
    ("year", "count", "reporting", "suppressed"),
    [
        (2019, (300, 304), (ARG, BOL, ESP), 1),
        (2020, (110, 110), (ARG, BOL), 0),
        (2021, (360, 364), (ARG, BOL, ESP), 1),
        (2022, (440, 440), (ARG, BOL, ESP), 0),
        (2023, (80, 84), (BOL, ESP), 1),
    ],
)
def test_a_sum_adds_bounds_and_says_who_is_in_it(
    small: Dataset, year: int, count: Interval, reporting: tuple[Country, ...], suppressed: int
) -> None:
    shown = region(_victims(small), year)
    assert (shown.year, shown.count) == (year, count)
    assert (shown.reporting, shown.suppressed) == (reporting, suppressed)


def test_a_rate_divides_by_the_residents_of_those_who_report(small: Dataset) -> None:
    assert region(_victims(small), 2021).rate == pytest.approx((0.36, 0.364))
    assert region(_victims(small), 2020).rate == pytest.approx((0.22, 0.22))  # 40 and 10 million, without Spain


def test_a_rate_is_missing_where_one_of_those_who_report_has_no_denominator(small: Dataset) -> None:
    assert region(_victims(small), 2023).rate is None
    assert region(answer(small, Selection(Indicator.VICTIMS_DETECTED, 2021, 2021, sex=Sex.OTHER)), 2021).rate is None


def test_nobody_reporting_is_not_zero(small: Dataset) -> None:
    nobody = region(_victims(small, ARG), 2023)
    assert (nobody.count, nobody.rate, nobody.reporting, nobody.suppressed) == (None, None, (), 0)


def test_coverage_counts_the_panel(small: Dataset) -> None:
    assert coverage(_victims(small)) == {2019: 3, 2020: 2, 2021: 3, 2022: 3, 2023: 2}
    assert coverage(_victims(small, panel=Panel.CONSTANT)) == dict.fromkeys(range(2019, 2024), 1)


def _grid(published: dict[tuple[Country, int], int], first: int, last: int) -> Answer:
    """An answer of exact figures."""
    cells = {}
    for country in Country:
        for year in range(first, last + 1):
            n = published.get((country, year))
            known = Cell(country, year, Status.EXACT, Interval(n, n)) if n is not None else None
            cells[country, year] = known or Cell(country, year, Status.NOT_REPORTED)
    return Answer(Selection(Indicator.VICTIMS_DETECTED, first, last), cells)


def test_the_year_shown_first_is_the_latest_well_covered_one(small: Dataset) -> None:
    assert default_year(_victims(small)) == 2022  # 2023 has 2 of 3, below three quarters
    assert default_year(_victims(small, ARG)) == 2022  # whoever is chosen, a reader stays in the year
    assert default_year(_grid({(ARG, 2012): 1, (BOL, 2012): 1}, 2010, 2015)) == 2012


def test_without_any_figure_the_last_year_is_shown(small: Dataset) -> None:
    assert default_year(answer(small, Selection(Indicator.PERSONS_CONVICTED, 2019, 2023))) == 2023


@given(st.data())
def test_a_regional_sum_is_never_below_what_is_in_it(real: Dataset, data: st.DataObject) -> None:
    chosen = tuple(sorted(data.draw(st.sets(st.sampled_from(Country)))))
    indicator, panel = data.draw(st.sampled_from(Indicator)), data.draw(st.sampled_from(Panel))
    asked = answer(real, Selection(indicator, 2010, 2023, countries=chosen, panel=panel))
    for year in asked.years:
        shown = region(asked, year)
        members = [cell.count for cell in asked.reporting(year) if cell.count is not None]
        assert (shown.count is None) == (not members)
        if shown.count is not None:
            assert shown.count == (sum(m.low for m in members), sum(m.high for m in members))
            assert all(m.low <= shown.count.low and m.high <= shown.count.high for m in members)


@given(st.sampled_from(Indicator), st.integers(2003, 2023), st.integers(2003, 2023))
def test_a_constant_panel_is_part_of_all_and_grows_as_the_period_shrinks(
    real: Dataset, indicator: Indicator, a: int, b: int
) -> None:
    first, last = sorted((a, b))
    constant = answer(real, Selection(indicator, first, last, panel=Panel.CONSTANT)).panel
    everyone = answer(real, Selection(indicator, first, last)).panel
    longer = answer(real, Selection(indicator, 2003, 2023, panel=Panel.CONSTANT)).panel
    assert set(longer) <= set(constant) <= set(everyone) == set(Country)
