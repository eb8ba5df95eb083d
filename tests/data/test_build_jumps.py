"""Jumps and repeats within one series: hand-computed cases, and laws that hold for any."""

import math
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.build.jumps import MONTHS, YEARS, Limits, jumps, least_change, repeated, usual
from data.interval import Interval, overlaps

FEW = Interval(0, 4)
intervals = st.tuples(st.integers(0, 500), st.integers(0, 50)).map(lambda pair: Interval(pair[0], sum(pair)))
series = st.dictionaries(st.integers(2000, 2015), intervals, min_size=2, max_size=12)


def exact(*counts: int, first: int = 2010) -> dict[int, Interval]:
    """One figure a year."""
    return {first + at: Interval(count, count) for at, count in enumerate(counts)}


@pytest.mark.parametrize(
    ("counts", "marked"),
    [
        ((1228, 1054, 35, 101, 66), {2012}),  # 1,055/36 is 29 times and 1,019 less: the first of a new level
        ((61, 62, 62, 13, 190, 246), {2014}),  # 63/14 is 4.5 times, no jump; 191/14 is 13.6 times and 177 more
        ((17, 131, 7, 79, 7, 7), {2011, 2012, 2013}),  # each leaps away from both its neighbours; 17 and 7 do not
        ((286, 9, 2, 25, 3), {2010}),  # the two that follow agree against the first
        ((77, 80, 7, 91, 88), {2012}),  # 81/8 is 10 times and 73 less; the way back is no jump
        ((10, 100, 1000, 990), {2011, 2012}),  # two steps the same way
        ((10, 49, 9, 50), set()),  # 50/10 is five times, but 40 more; 51/10 is 41 more
        ((300, 800, 1400, 900), set()),  # 801/301 is 2.7 times
        ((25, 721), {2011}),  # of two the later
        ((0, 49, 0), set()),
        ((0, 50, 0), {2011}),  # 51/1 and 50 more
    ],
)  # fmt: skip
def test_what_jumps(counts: tuple[int, ...], marked: set[int]) -> None:
    assert jumps(exact(*counts), YEARS) == marked


def test_bounds_are_honoured() -> None:
    before = exact(10, 10)
    assert jumps(before | {2012: Interval(59, 70)}, YEARS) == set()  # 60/11 is 5.5 times, but only 49 more
    assert jumps(before | {2012: Interval(60, 70)}, YEARS) == {2012}
    assert jumps({2010: FEW, 2011: FEW, 2012: Interval(53, 53)}, YEARS) == set()  # 49 more than the 4 that may be
    assert jumps({2010: FEW, 2011: FEW, 2012: Interval(54, 54)}, YEARS) == {2012}


def test_a_gap_of_two_years_is_bridged_and_no_longer_one() -> None:
    level = exact(463, 450)
    assert jumps(level | {2014: FEW}, YEARS) == {2014}
    assert jumps(level | {2015: FEW}, YEARS) == set()


def test_months_scatter_more() -> None:
    assert jumps(exact(58, 2, 42), MONTHS) == set()  # 59/3 is 19.7 times
    assert jumps(exact(59, 2, 42), MONTHS) == {2011}
    assert jumps(exact(0, 279, 1, 0), MONTHS) == {2011}
    assert jumps({2010: Interval(0, 0), 2012: Interval(279, 279)}, MONTHS) == set()  # a month without a figure


@pytest.mark.parametrize(
    ("counts", "marked"),
    [
        ((53, 53, 53), {2010, 2011, 2012}),
        ((9, 10, 10, 10, 10, 8), {2011, 2012, 2013, 2014}),
        ((53, 53, 52, 53), set()),
        ((9, 9, 9, 9), set()),
        ((12, 12, 12, 30, 31, 31, 31), {2010, 2011, 2012, 2014, 2015, 2016}),
    ],
)
def test_what_repeats(counts: tuple[int, ...], marked: set[int]) -> None:
    assert repeated(exact(*counts)) == marked


def test_a_gap_or_a_range_ends_a_repeat() -> None:
    assert repeated(exact(53, 53) | {2013: Interval(53, 53)}) == set()
    assert repeated({year: Interval(50, 54) for year in range(2010, 2015)}) == set()
    assert repeated(exact(53, 53) | {2012: Interval(53, 57)}) == set()


def test_the_smallest_change_that_bounds_allow() -> None:
    assert least_change(Interval(9, 9), FEW) == pytest.approx(math.log(2))
    assert least_change(FEW, Interval(9, 9)) == pytest.approx(-math.log(2))
    assert least_change(Interval(4, 4), FEW) == 0


@given(intervals, intervals, st.data())
def test_no_pair_of_figures_changes_less(later: Interval, earlier: Interval, data: st.DataObject) -> None:
    after = data.draw(st.integers(int(later.low), int(later.high)))
    before = data.draw(st.integers(int(earlier.low), int(earlier.high)))
    assert abs(least_change(later, earlier)) <= abs(math.log1p(after) - math.log1p(before)) + 1e-12


@given(series, st.randoms(use_true_random=False))
def test_the_order_of_figures_is_none_of_a_rules_business(points: dict[int, Interval], random: Random) -> None:
    shuffled = list(points.items())
    random.shuffle(shuffled)
    assert jumps(dict(shuffled), YEARS, usual(dict(shuffled))) == jumps(points, YEARS, usual(points))
    assert repeated(dict(shuffled)) == repeated(points)


@given(series)
def test_what_may_equal_all_that_it_is_held_against_never_jumps(points: dict[int, Interval]) -> None:
    moments = sorted(points)
    for moment in jumps(points, YEARS, usual(points)):
        at = moments.index(moment)
        near = [*moments[max(at - 1, 0) : at], *moments[at + 1 : at + 2]]
        assert any(not overlaps(points[moment], points[other]) for other in near)


@given(series, st.integers(2000, 2015))
def test_hiding_a_figure_makes_no_jump_of_it(points: dict[int, Interval], hidden: int) -> None:
    """Bounds that hold every figure of the series say nothing, so nothing is said of them."""
    assume(hidden in points)
    widest = Interval(0, max(count.high for count in points.values()))
    assert hidden not in jumps(points | {hidden: widest}, YEARS)


@given(series, st.integers(2, 9))
def test_scaled_down_with_its_limits_a_series_jumps_alike(points: dict[int, Interval], by: int) -> None:
    """Ten times the persons under ten times the limits is the same, but for the one that is added because of zeros."""
    above = {moment: Interval(10_000 + low * 100, 10_000 + high * 100) for moment, (low, high) in points.items()}
    scaled = {moment: Interval(low * by, high * by) for moment, (low, high) in above.items()}
    near = Limits(2 * (1 + 1e-3), 50, 3), Limits(2 * (1 - 1e-3), 50, 3)  # either side of what the 1 may change
    assume(jumps(above, near[0]) == jumps(above, near[1]))
    assert jumps(above, Limits(2, 50, 3)) == jumps(scaled, Limits(2, 50 * by, 3))


@given(series)
def test_marked_figures_explain_every_large_change(points: dict[int, Interval]) -> None:
    """Of two neighbours that leap apart one at least is marked, and nothing is marked where none do."""
    moments, marked = sorted(points), jumps(points, YEARS)
    apart = [{a, b} for a, b in pairwise(moments) if jumps({a: points[a], b: points[b]}, YEARS) == {b}]
    assert all(pair & marked for pair in apart)
    assert marked <= {moment for pair in apart for moment in pair}
