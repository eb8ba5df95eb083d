"""The chain of tests/chained.py: sums over whole windows, ratios crosswise, certain conflicts, and the window."""

import chained
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.interval import Interval
from data.queries.justice import CHAIN, COMPARED, Conflict, Justice, Ratio, chain, per_100, share
from data.vocabulary import Country, Flag, Indicator, Sex, Status

V, S, P, C = CHAIN
ARG, BOL, ESP, CHL = Country.ARG, Country.BOL, Country.ESP, Country.CHL


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return chained.dataset()


@pytest.fixture(scope="module")
def three(dataset: Dataset) -> Justice:
    return chain(dataset, (2019, 2023), 3, 2021)


@pytest.mark.parametrize(
    ("country", "indicator", "count"),
    [
        (ARG, V, (330, 330)), (ARG, S, (120, 120)), (ARG, P, (55, 59)), (ARG, C, (21, 24)),
        (BOL, V, (0, 8)), (BOL, P, (30, 30)), (BOL, C, (0, 12)), (ESP, P, (90, 90)),
    ],
)  # fmt: skip
def test_a_window_adds_the_bounds_of_all_its_years(
    three: Justice, country: Country, indicator: Indicator, count: tuple[int, int]
) -> None:
    figure = three.figure(country, indicator)
    assert (figure.cell.count, figure.missing, figure.cell.year) == (Interval(*count), (), 2021)
    assert figure.cell.status is (Status.EXACT if count[0] == count[1] else Status.RANGE)
    assert figure.cell.source == "glotip_2025_10_28"


def test_a_window_with_a_year_missing_is_not_added_and_names_it(three: Justice) -> None:
    victims, suspects = three.figure(ESP, V), three.figure(BOL, S)
    assert (victims.cell.count, victims.missing, victims.cell.status) == (None, (2020,), Status.NOT_REPORTED)
    assert victims.cell.flags == (Flag.BREAK_IN_SERIES,)  # what is known of its years stays known
    assert suspects.missing == (2019, 2020, 2021)


def test_a_window_of_one_year_is_the_published_cell(dataset: Dataset) -> None:
    one = chain(dataset, (2019, 2023), 1, 2021)
    assert one.figure(BOL, C).cell.status is Status.SUPPRESSED
    assert one.figure(ESP, V).cell.count == Interval(240, 240)
    assert list(one.window) == [2021]


def test_a_window_may_begin_before_the_data(dataset: Dataset) -> None:
    assert chain(dataset, (2019, 2023), 3, 2019).figure(ARG, V).missing == (2017, 2018)


@pytest.mark.parametrize(
    ("country", "ratio", "bounds"),
    [
        (ARG, Ratio.PROSECUTED_PER_100_SUSPECTED, (55 / 120 * 100, 59 / 120 * 100)),
        (ARG, Ratio.CONVICTED_PER_100_PROSECUTED, (21 / 59 * 100, 24 / 55 * 100)),
        (BOL, Ratio.CONVICTED_PER_100_PROSECUTED, (0, 40)),
        (ESP, Ratio.CONVICTED_PER_100_PROSECUTED, (10, 10)),
        (BOL, Ratio.CONVICTED_PER_100_VICTIMS, None),  # its victims may be none
        (ESP, Ratio.CONVICTED_PER_100_VICTIMS, None),  # a year of its victims is missing
        (CHL, Ratio.CONVICTED_PER_100_PROSECUTED, None),
    ],
)
def test_a_ratio_divides_crosswise_or_is_not_defined(
    three: Justice, country: Country, ratio: Ratio, bounds: tuple[float, float] | None
) -> None:
    found = three.ratio(country, ratio)
    assert found is None if bounds is None else found == pytest.approx(bounds)


def test_only_what_is_certainly_above_the_step_before_is_a_conflict(three: Justice) -> None:
    assert three.conflicts(ARG, range(2019, 2024)) == [
        (Conflict.PROSECUTED_ABOVE_SUSPECTED, 2021),
        (Conflict.CONVICTED_ABOVE_PROSECUTED, 2020),
    ]
    assert three.conflicts(BOL, range(2019, 2024)) == []  # in 2022 both are 0 to 4: it may be, but is not certain
    assert three.conflicts(ARG, range(2022, 2024)) == []


def test_only_countries_with_every_year_of_every_figure_are_added(three: Justice) -> None:
    assert three.complete() == (ARG, BOL)
    assert three.complete(CHAIN) == (ARG,)
    assert three.complete((P, C)) == (ARG, BOL, ESP)
    sums = [three.together(i, three.complete()) for i in COMPARED]
    assert sums == [Interval(330, 338), Interval(85, 89), Interval(21, 36)]
    with pytest.raises(ValueError, match="not reported"):
        three.together(V, ())


def test_the_window_shown_by_default_is_the_latest_that_is_well_covered(dataset: Dataset) -> None:
    # every year of 2020-2022: ARG and BOL, as of 2019-2021; of 2021-2023 nobody
    assert chain(dataset, (2019, 2023), 3).window == range(2020, 2023)
    # of one year: 2019 and 2021 all three, 2022 two, 2023 nobody
    assert chain(dataset, (2019, 2023), 1).window == range(2022, 2023)
    assert chain(dataset, (2019, 2020), 1).last == 2020
    assert chain(dataset, (2023, 2023), 1).last == 2023  # nobody anywhere: the last of the years drawn


def test_published_cells_are_counted_over_the_chain(three: Justice) -> None:
    assert (three.published(ARG, range(2019, 2023)), three.published(CHL, range(2019, 2023))) == (15, 0)


def test_a_sex_is_a_chain_of_its_own(dataset: Dataset) -> None:
    women = chain(dataset, (2019, 2023), 1, 2021, Sex.FEMALE)
    assert women.count(ARG, C) == Interval(4, 4)
    assert women.count(ARG, P) is None


def bounds() -> st.SearchStrategy[Interval]:
    return st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda two: Interval(min(two), max(two)))


@given(bounds(), bounds(), st.data())
def test_a_share_holds_whatever_the_true_figures_are(part: Interval, rest: Interval, data: st.DataObject) -> None:
    found = share(part, rest)
    if found is None:
        assert part.low == rest.low == 0
        return
    a, b = (data.draw(st.integers(int(each.low), int(each.high))) for each in (part, rest))
    assert found.low - 1e-9 <= a / (a + b) <= found.high + 1e-9


def test_a_share_is_as_narrow_as_the_bounds_allow() -> None:
    assert share(Interval(4, 4), Interval(0, 4)) == Interval(0.5, 1)
    assert share(Interval(0, 4), Interval(4, 4)) == Interval(0, 0.5)
    assert per_100(Interval(1, 1), Interval(0, 4)) is None
