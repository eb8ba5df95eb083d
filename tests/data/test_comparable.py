"""A change is told only between figures that deserve it: by hand, and for any answer."""

import pytest
from grid import SUPPRESSED, grid
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.interval import Interval, total
from data.model import Answer, Cell, Selection
from data.queries.comparable import (
    DOUBTS,
    Change,
    Part,
    Sign,
    Untold,
    between,
    change_between,
    change_since_comparable,
    doubt,
)
from data.queries.observations import answer
from data.vocabulary import (
    Country,
    Flag,
    Incomparable,
    Indicator,
    Status,
)

ARG, BOL, CHL, ESP, PRY = Country.ARG, Country.BOL, Country.CHL, Country.ESP, Country.PRY
VICTIMS = Indicator.VICTIMS_DETECTED
JUMP, BREAK, ZERO = Incomparable.SUSPICIOUS_JUMP, Incomparable.BREAK_BETWEEN, Incomparable.MAY_START_AT_ZERO
IS_TOLD = {"merged", "parts_below_total", "forms_exceed_total", "composition_incomplete", "same_as_other_indicator",
           "break_in_series", "revised", "relabelled", "repeated_figure"}  # fmt: skip


def _victims(small: Dataset, *countries: Country, first: int = 2019) -> Answer:
    return answer(small, Selection(VICTIMS, first, 2023, countries=countries))


# ---- one country ----


@pytest.mark.parametrize("flag", Flag)
def test_each_flag_forbids_a_change_or_does_not(flag: Flag) -> None:
    asked = grid({ARG: {2019: 10, 2020: 20}}, flags={(ARG, 2019): flag})
    found = change_between(asked, ARG, 2019, 2020)
    assert found == ((1.0, 1.0) if flag in IS_TOLD else Untold(DOUBTS[flag], 2019))
    assert IS_TOLD.isdisjoint(DOUBTS)


def test_what_is_there_instead_is_the_first_thing_that_forbids() -> None:
    asked = grid({ARG: {2018: 9, 2020: 7, 2021: SUPPRESSED, 2022: 8}}, 2018, 2022, {(ARG, 2020): Flag.SUSPICIOUS_JUMP})
    assert change_between(asked, ARG, 2018, 2020) == Untold(JUMP, 2020)
    assert change_between(asked, ARG, 2020, 2021) == Untold(JUMP, 2020)
    assert change_between(asked, ARG, 2018, 2019) == Untold(Incomparable.NOT_PUBLISHED, 2019)
    assert change_between(asked, ARG, 2021, 2022) == Untold(ZERO, 2021)
    assert change_between(asked, ARG, 2018, 2022) == pytest.approx((8 / 9 - 1, 8 / 9 - 1))


def test_a_withheld_figure_is_named_and_a_break_forbids_both_ways() -> None:
    asked = grid({ARG: {2018: 9, 2020: 7}, ESP: {2018: 5, 2021: 6}}, 2018, 2021, {(ESP, 2021): Flag.BREAK_IN_SERIES})
    asked.cells[ARG, 2019] = Cell(ARG, 2019, Status.WITHHELD)
    assert change_between(asked, ARG, 2019, 2020) == Untold(Incomparable.WITHHELD, 2019)
    assert change_between(asked, ESP, 2018, 2021) == change_between(asked, ESP, 2021, 2018) == Untold(BREAK, 2021)


# ---- a region ----


def test_a_change_compares_the_same_countries_and_names_those_left_out(small: Dataset) -> None:
    found = change_since_comparable(_victims(small), 2022)
    assert found is not None
    assert (found.earlier, found.countries, found.left_out) == (2021, (ARG, ESP), {BOL: Untold(JUMP, 2022)})
    assert found.sums == ((360, 360), (400, 400))
    assert found.told == pytest.approx((1 / 9, 1 / 9))
    assert found.difference == (40, 40)
    assert found.signs == {Sign.UP: 2}


@pytest.mark.parametrize(("year", "earlier", "later_sum", "earlier_sum"), [
    (2020, 2019, (110, 110), (100, 104)),
    (2021, 2020, (120, 124), (110, 110)),
])  # fmt: skip
def test_the_sums_are_those_of_all_with_a_figure_in_both_years(
    small: Dataset, year: int, earlier: int, later_sum: tuple[int, int], earlier_sum: tuple[int, int]
) -> None:
    found = change_since_comparable(_victims(small), year)
    assert found is not None
    assert (found.earlier, found.countries, found.sums) == (earlier, (ARG, BOL), (earlier_sum, later_sum))
    assert found.told == (later_sum[0] / earlier_sum[1] - 1, later_sum[1] / earlier_sum[0] - 1)


@pytest.mark.parametrize(("country", "year", "why"), [
    (ESP, 2021, Untold(BREAK, 2021)),
    (BOL, 2021, Untold(ZERO, 2020)),
    (BOL, 2022, Untold(JUMP, 2022)),
    (BOL, 2023, Untold(JUMP, 2022)),
])  # fmt: skip
def test_of_one_country_the_reason_is_its_own(small: Dataset, country: Country, year: int, why: Untold) -> None:
    found = change_since_comparable(_victims(small, country), year)
    assert found is not None
    assert found.told == why


def test_there_is_nothing_to_compare_with(small: Dataset) -> None:
    assert change_since_comparable(_victims(small), 2019) is None
    assert change_since_comparable(_victims(small, first=2022), 2022) is None
    assert change_since_comparable(_victims(small, ARG), 2023) is None  # not published


def test_fewer_than_half_that_can_be_compared_carry_no_change() -> None:
    flags = {(ARG, 2020): Flag.SUSPICIOUS_JUMP, (BOL, 2020): Flag.TOTAL_BELOW_PART}
    figures = {c: {2019: 10, 2020: 20} for c in (ARG, BOL, CHL)}
    found = between(grid(figures, flags=flags), 2019, 2020)
    assert found is not None
    assert (found.is_carried, found.told) == (False, Untold(Incomparable.TOO_FEW, 2019))
    found = between(grid(figures, flags={(ARG, 2020): Flag.SUSPICIOUS_JUMP}), 2019, 2020)
    assert found is not None
    assert (found.countries, found.told) == ((BOL, CHL), (1.0, 1.0))


def test_a_year_in_which_fewer_than_half_reported_is_passed_over_but_not_one_that_is_doubted() -> None:
    figures = {c: {2018: 5, 2020: 10} for c in (ARG, BOL)} | {ESP: {2020: 10}}
    figures[ARG] |= {2019: 1}
    found = change_since_comparable(grid(figures), 2020)
    assert found is not None
    assert (found.earlier, found.countries, found.told) == (2018, (ARG, BOL), (1.0, 1.0))
    asked = grid({PRY: {2018: 9, 2019: 7, 2020: 75}}, flags={(PRY, 2019): Flag.SUSPICIOUS_JUMP})
    found = change_since_comparable(asked, 2020)
    assert found is not None
    assert (found.earlier, found.told) == (2019, Untold(JUMP, 2019))


@pytest.mark.parametrize(("earlier", "is_found"), [(2015, True), (2014, False)])
def test_no_comparison_looks_back_further_than_five_years(earlier: int, is_found: bool) -> None:
    assert (change_since_comparable(grid({ARG: {2020: 2, earlier: 1}}), 2020) is not None) == is_found


def test_the_largest_part_is_larger_than_any_other_can_be() -> None:
    def change(*later: int | tuple[int, int]) -> Change:
        figures = {c: {2019: 10, 2020: n} for c, n in zip((ARG, BOL, CHL), later, strict=True)}
        found = between(grid(figures), 2019, 2020)
        assert found is not None
        return found

    made = change(30, 12, (5, 9))
    assert made.largest == Part(ARG, Interval(10, 10), Interval(30, 30))
    assert made.without(ARG) == ((12 + 5) / 20 - 1, (12 + 9) / 20 - 1)
    assert made.difference == (17, 21)
    assert change(30, 12, (25, 30)).largest is None  # 20 and 15 to 20: either may be the larger
    assert change(30, 0, 10).largest == made.largest
    assert change(20, 0, 10).largest is None  # ten up, ten down
    assert change(10, (8, 12), 9).signs == {Sign.DOWN: 1, Sign.EQUAL: 1, Sign.UNCLEAR: 1}


BOUNDS = st.one_of(st.none(), st.just(SUPPRESSED), st.integers(0, 30),
                   st.tuples(st.integers(0, 30), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair))))  # fmt: skip
FLAGS = st.dictionaries(
    st.tuples(st.sampled_from([ARG, BOL, CHL, ESP]), st.integers(2018, 2020)), st.sampled_from(Flag), max_size=3
)


@given(st.lists(st.tuples(BOUNDS, BOUNDS, BOUNDS), min_size=4, max_size=4), FLAGS)
def test_the_parts_add_up_to_the_change_and_none_has_a_doubtful_end(
    drawn: list[tuple[object, ...]], flags: dict[tuple[Country, int], Flag]
) -> None:
    named = zip((ARG, BOL, CHL, ESP), drawn, strict=True)
    figures = {c: {2018 + i: n for i, n in enumerate(row) if n is not None} for c, row in named}
    asked = grid(figures, 2018, 2020, flags)  # type: ignore[arg-type]  # bounds as drawn
    found = change_since_comparable(asked, 2020)
    if found is None:
        return
    assert not set(found.countries) & set(found.left_out)
    for part in found.parts:
        assert [doubt(asked.cells[part.country, year]) for year in (found.earlier, 2020)] == [None, None]
        own = change_between(asked, part.country, found.earlier, 2020)
        assert isinstance(own, Interval) or own.why is ZERO
    if found.parts:
        low, high = (sum(part.difference[end] for part in found.parts) for end in (0, 1))
        assert found.difference == (low, high)
        assert sum(found.signs.values()) == len(found.parts)
    if found.largest and found.is_carried:
        rest = [part for part in found.parts if part is not found.largest]
        assert found.largest.size.low > max(part.size.high for part in rest)
        sums = [total([part[end] for part in rest]) for end in (1, 2)]
        share = found.without(found.largest.country)
        assert (share is None) == (sums[0].low <= 0)
