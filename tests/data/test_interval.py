"""Laws of interval arithmetic: the true figure is always inside, and nothing is told apart that may be equal."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.interval import PER_100K, Interval, change, is_first_largest, overlaps, ranks, rate_per_100k, ratio, total

ROUNDING = 1e-12  # of a division in floating point, relative

counts = st.integers(min_value=0, max_value=10**6)
intervals = st.tuples(counts, counts).map(lambda pair: Interval(min(pair), max(pair)))


@st.composite
def with_a_member(draw: st.DrawFn) -> tuple[Interval, int]:
    """An interval, and a figure that may be the true one."""
    bounds = draw(intervals)
    return bounds, draw(st.integers(int(bounds.low), int(bounds.high)))


@given(st.lists(with_a_member(), min_size=1, max_size=8))
def test_a_sum_contains_every_sum_of_members(parts: list[tuple[Interval, int]]) -> None:
    added = total([bounds for bounds, _ in parts])
    assert added.low <= sum(member for _, member in parts) <= added.high


@given(st.lists(intervals, min_size=1, max_size=8))
def test_a_sum_is_no_wider_than_its_parts(parts: list[Interval]) -> None:
    added = total(parts)
    assert added == (sum(part.low for part in parts), sum(part.high for part in parts))
    assert added.is_exact == all(part.is_exact for part in parts)


def test_a_sum_of_nothing_is_refused_and_not_zero() -> None:
    with pytest.raises(ValueError, match="not reported, not zero"):
        total([])


@given(with_a_member(), st.integers(1, 10**9))
def test_a_rate_contains_the_rate_of_every_member(known: tuple[Interval, int], persons: int) -> None:
    bounds, member = known
    rate = rate_per_100k(bounds, persons)
    true = float(Fraction(member) * PER_100K / persons)
    assert rate.low * (1 - ROUNDING) <= true <= rate.high * (1 + ROUNDING)


@given(intervals, intervals, st.integers(1, 10**9))
def test_a_rate_grows_with_the_count(a: Interval, b: Interval, persons: int) -> None:
    first, second = rate_per_100k(a, persons), rate_per_100k(b, persons)
    assert (first.low <= second.low) == (a.low <= b.low)
    assert (first.high <= second.high) == (a.high <= b.high)


def test_a_rate_is_per_hundred_thousand_residents() -> None:
    assert rate_per_100k(Interval(0, 4), 10_000_000) == (0, 0.04)
    assert rate_per_100k(Interval(80, 80), 20_000_000) == (0.4, 0.4)  # rounded once: files print no 0.39999999999999997


@pytest.mark.parametrize("persons", [0, -1, float("nan")])
def test_a_rate_without_residents_is_refused(persons: float) -> None:
    with pytest.raises(ValueError, match="population must be above 0"):
        rate_per_100k(Interval(1, 1), persons)


@given(with_a_member(), with_a_member())
def test_a_ratio_contains_the_ratio_of_every_pair_of_members(
    above: tuple[Interval, int], below: tuple[Interval, int]
) -> None:
    assume(below[0].low > 0)
    bounds = ratio(above[0], below[0])
    assert bounds is not None
    assert bounds.low <= above[1] / below[1] <= bounds.high


@given(intervals, counts)
def test_a_ratio_to_what_may_be_zero_is_undefined(dividend: Interval, high: int) -> None:
    assert ratio(dividend, Interval(0, high)) is None
    assert change(dividend, Interval(0, high)) is None


@given(with_a_member(), with_a_member())
def test_a_change_contains_the_change_of_every_pair_of_members(
    later: tuple[Interval, int], earlier: tuple[Interval, int]
) -> None:
    assume(earlier[0].low > 0)
    bounds = change(later[0], earlier[0])
    assert bounds is not None
    assert bounds.low <= later[1] / earlier[1] - 1 <= bounds.high


def test_a_change_divides_crosswise() -> None:
    assert change(Interval(30, 60), Interval(20, 40)) == (30 / 40 - 1, 60 / 20 - 1)


@given(intervals, intervals)
def test_two_figures_overlap_exactly_when_some_figure_is_in_both(a: Interval, b: Interval) -> None:
    assert overlaps(a, b) == overlaps(b, a) == (max(a.low, b.low) <= min(a.high, b.high))


@given(st.dictionaries(st.text(max_size=3), with_a_member(), max_size=8))
def test_a_rank_span_holds_the_rank_of_every_member(known: dict[str, tuple[Interval, int]]) -> None:
    spans = ranks({key: bounds for key, (bounds, _) in known.items()})
    for key, (_, member) in known.items():
        higher = sum(other > member for _, other in known.values())
        equal = sum(other == member for _, other in known.values())
        best, worst = spans[key]
        assert best <= higher + 1
        assert higher + equal <= worst


@given(st.dictionaries(st.text(max_size=3), intervals, max_size=8))
def test_ranks_are_apart_exactly_when_figures_do_not_overlap(figures: dict[str, Interval]) -> None:
    spans = ranks(figures)
    for a in figures:
        assert 1 <= spans[a][0] <= spans[a][1] <= len(figures)
        for b in figures:
            apart = spans[a][1] < spans[b][0] or spans[b][1] < spans[a][0]
            assert not (apart and overlaps(figures[a], figures[b]))


@given(st.sets(counts, max_size=12))
def test_distinct_exact_figures_are_ranked_one_by_one(figures: set[int]) -> None:
    spans = ranks({str(n): Interval(n, n) for n in figures})
    ordered = sorted(figures, reverse=True)
    assert [spans[str(n)] for n in ordered] == [(place, place) for place in range(1, len(figures) + 1)]
    assert all(spans[str(a)] < spans[str(b)] for a, b in pairwise(ordered))


def test_what_may_be_equal_shares_a_span_of_ranks() -> None:
    figures = {"a": Interval(10, 10), "b": Interval(0, 4), "c": Interval(2, 2), "d": Interval(0, 0)}
    assert ranks(figures) == {"a": (1, 1), "b": (2, 4), "c": (2, 3), "d": (3, 4)}


@given(st.lists(with_a_member(), min_size=1, max_size=5))
def test_what_is_called_the_largest_is_so_whatever_the_true_figures_are(known: list[tuple[Interval, int]]) -> None:
    if is_first_largest([bounds for bounds, _ in known]):
        assert all(known[0][1] > member for _, member in known[1:])


def test_what_may_be_equal_is_not_called_the_largest() -> None:
    assert is_first_largest([Interval(6, 8), Interval(0, 5)])
    assert not is_first_largest([Interval(6, 6), Interval(6, 6)])
    assert not is_first_largest([Interval(0, 12), Interval(6, 6)])
    assert not is_first_largest([])
