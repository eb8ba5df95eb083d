"""Countries on one clock: years in common, the base of an index, changes, and what cannot be told apart, by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.interval import Interval
from data.model import Answer, Cell, Selection
from data.queries.comparable import Untold
from data.queries.compare import Comparison, alike, most_published
from data.queries.observations import answer
from data.vocabulary import Country, Flag, Incomparable, Indicator, Measure, Status

ARG, BOL, ESP = Country.ARG, Country.BOL, Country.ESP
ALL = (ARG, BOL, ESP)


def compare(
    small: Dataset,
    countries: tuple[Country, ...] = ALL,
    indicator: Indicator = Indicator.VICTIMS_DETECTED,
    measure: Measure = Measure.COUNT,
    years: tuple[int, int] = (2019, 2023),
) -> Comparison:
    return Comparison(answer(small, Selection(indicator, *years, countries=countries)), countries, measure)


def test_the_years_in_common_are_those_that_every_country_publishes(small: Dataset) -> None:
    assert compare(small).common == (2019, 2021, 2022)  # ESP lacks 2020, ARG 2023
    assert compare(small, (ARG, BOL)).common == (2019, 2020, 2021, 2022)
    assert compare(small, (ARG, Country.CHL)).common == ()
    assert compare(small).ends == (2019, 2022)
    assert compare(small, years=(2022, 2023)).ends is None


def test_a_year_without_residents_is_in_common_for_counts_but_not_for_rates(small: Dataset) -> None:
    assert 2023 in compare(small, (BOL, ESP)).common
    assert 2023 not in compare(small, (BOL, ESP), measure=Measure.RATE).common


def test_a_record_says_what_a_country_publishes(small: Dataset) -> None:
    record = compare(small).records[ESP]
    assert record.published == (2019, 2021, 2022, 2023)
    assert (record.ranges, record.rated, record.breaks) == (1, 3, (2021,))
    assert record.flags == {Flag.MERGED: (2023,), Flag.BREAK_IN_SERIES: (2021,), Flag.REVISED: (2023,)}
    assert record.sources == ("glotip_2025_10_28",)
    assert compare(small).records[BOL].ranges == 2
    assert compare(small, (ARG, Country.CHL)).records[Country.CHL].published == ()


def test_the_base_is_the_first_year_in_common_without_a_figure_that_may_be_zero(small: Dataset) -> None:
    assert compare(small, (BOL, ESP)).base == 2023  # BOL is <5 in 2019 and 2021, and jumps in 2022
    assert compare(small).base == 2019  # no year is for all: the first of those with most
    assert compare(small, (ARG, ESP)).base == 2019
    assert compare(small, (ARG, Country.CHL)).base is None
    assert compare(small, (BOL, Country.CHL)).base is None


def test_an_index_divides_crosswise_and_never_over_a_break(small: Dataset) -> None:
    c = compare(small, (BOL, ESP))
    assert [c.index(country, 2023) for country in (BOL, ESP)] == [(100, 100), (100, 100)]
    assert c.index(BOL, 2021) == (0, 8)
    assert c.index(ESP, 2022) == pytest.approx((25_000 / 34, 25_000 / 30))
    assert c.index(ESP, 2019) == Untold(Incomparable.BREAK_BETWEEN, 2021)
    assert c.index(BOL, 2022) == Untold(Incomparable.SUSPICIOUS_JUMP, 2022)
    assert compare(small).index(ARG, 2022) == (150, 150)
    assert compare(small).index(ARG, 2023) == Untold(Incomparable.NOT_PUBLISHED, 2023)
    nothing = compare(small, (ARG, Country.CHL)).index(ARG, 2019)
    assert nothing == Untold(Incomparable.NO_YEAR_IN_COMMON, 2019)


def test_there_is_no_index_where_the_base_may_be_zero(small: Dataset) -> None:
    c = compare(small, years=(2019, 2021))
    assert c.index(ARG, 2021) == (120, 120)
    assert [c.index(BOL, year) for year in (2019, 2020)] == [Untold(Incomparable.MAY_START_AT_ZERO, 2019)] * 2


def test_an_index_of_rates_follows_the_residents_too(small: Dataset) -> None:
    c = compare(small, (ARG, BOL), measure=Measure.RATE)
    assert c.figure(ARG, 2019) == (0.25, 0.25)  # 100 of 40 million
    assert c.index(ARG, 2022) == pytest.approx((150, 150))  # residents do not change by hand


def test_a_change_is_a_range_or_a_reason(small: Dataset) -> None:
    c = compare(small)
    assert c.change(ARG, 2019, 2022) == (0.5, 0.5)
    assert c.change(BOL, 2019, 2022) == Untold(Incomparable.SUSPICIOUS_JUMP, 2022)
    assert c.change(BOL, 2019, 2023) == Untold(Incomparable.MAY_START_AT_ZERO, 2019)
    assert c.change(ESP, 2019, 2022) == Untold(Incomparable.BREAK_BETWEEN, 2021)
    assert c.change(ESP, 2021, 2022) == pytest.approx((1 / 24, 1 / 24))  # after the break
    assert c.change(ARG, 2019, 2023) == Untold(Incomparable.NOT_PUBLISHED, 2023)
    prosecuted = compare(small, indicator=Indicator.PERSONS_PROSECUTED)
    assert prosecuted.change(ARG, 2021, 2022) == pytest.approx((-0.2, 0.2))
    assert prosecuted.change(BOL, 2021, 2022) == pytest.approx((0.1, 0.3))


def test_figures_that_may_be_equal_are_not_told_apart() -> None:
    figures = {ARG: Interval(8, 12), BOL: Interval(11, 13), ESP: Interval(12.5, 20), Country.CHL: Interval(30, 30)}
    assert alike(figures) == [(ARG, BOL), (BOL, ESP)]
    assert alike({ARG: Interval(10, 10), BOL: Interval(10, 10)}) == [(ARG, BOL)]
    assert alike({ARG: Interval(10, 10)}) == []


def test_without_a_choice_those_with_most_figures_are_shown(small: Dataset) -> None:
    whole = answer(small, Selection(Indicator.VICTIMS_DETECTED, 2019, 2023))
    assert most_published(whole, Measure.COUNT, 1) == (BOL,)  # five figures; ARG and ESP have four
    assert most_published(whole, Measure.COUNT, 2) == (ARG, BOL)  # among equals the first by code
    assert most_published(whole, Measure.COUNT, 4) == (Country.AND, ARG, BOL, ESP)  # nobody else publishes


ranges = st.tuples(st.integers(1, 500), st.integers(0, 50)).map(lambda pair: Interval(pair[0], pair[0] + pair[1]))


@given(ranges, ranges, st.data())
def test_the_index_of_every_possible_pair_lies_in_the_bounds(
    base: Interval, later: Interval, data: st.DataObject
) -> None:
    def cell(country: Country, year: int, count: Interval) -> Cell:
        return Cell(country, year, Status.EXACT if count.is_exact else Status.RANGE, count)

    cells = {(c, year): cell(c, year, count) for c in (ARG, BOL) for year, count in ((2020, base), (2021, later))}
    c = Comparison(Answer(Selection(Indicator.VICTIMS_DETECTED, 2020, 2021), cells), (ARG, BOL), Measure.COUNT)
    index = c.index(ARG, 2021)
    assert isinstance(index, Interval)
    was = data.draw(st.integers(int(base.low), int(base.high)))
    is_now = data.draw(st.integers(int(later.low), int(later.high)))
    assert index.low * (1 - 1e-9) <= is_now / was * 100 <= index.high * (1 + 1e-9)
    assert c.index(ARG, 2020) == (100, 100)
