"""Class limits: round numbers, six or fewer, that every figure of an answer falls between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.figures.classes import STEPS, limits, step
from data.interval import Interval


def _exact(*figures: float) -> list[Interval]:
    return [Interval(n, n) for n in figures]


def test_limits_of_counts_climb_by_one_two_five() -> None:
    assert limits(_exact(*range(1, 101)), is_rate=False) == (1, 2, 5, 10, 20, 50)
    assert limits(_exact(1000), is_rate=False) == (20, 50, 100, 200, 500, 1000)


def test_limits_of_rates_climb_by_one_two_and_a_half_five() -> None:
    assert limits(_exact(0.6), is_rate=True) == (0.01, 0.025, 0.05, 0.1, 0.25, 0.5)


def test_counts_have_no_class_below_one() -> None:
    assert limits(_exact(3), is_rate=False) == (1, 2)
    assert limits([Interval(0, 4)], is_rate=False) == (1, 2)


def test_without_a_figure_above_zero_there_is_one_limit() -> None:
    assert limits([], is_rate=False) == limits(_exact(0, 0), is_rate=False) == (1,)


def test_the_highest_twentieth_does_not_stretch_the_scale() -> None:
    assert limits(_exact(*range(1, 100), 10**6), is_rate=False) == (1, 2, 5, 10, 20, 50)
    assert limits(_exact(*[1] * 90, *[1000] * 10), is_rate=False) == (20, 50, 100, 200, 500, 1000)


@given(st.lists(st.floats(1e-6, 1e7), min_size=1), st.booleans())
def test_limits_are_round_ascending_and_at_most_six(highs: list[float], is_rate: bool) -> None:
    edges = limits(_exact(*highs), is_rate=is_rate)
    assert list(edges) == sorted(set(edges))
    assert len(edges) <= STEPS - 1
    for edge in edges:
        digits = f"{edge:e}".split("e")[0].rstrip("0").rstrip(".")
        assert digits in (("1", "2.5", "5") if is_rate else ("1", "2", "5"))


@pytest.mark.parametrize(("value", "of"), [(0, 0), (0.9, 0), (1, 1), (1.5, 1), (2, 2), (5, 3), (10**9, 3)])
def test_a_value_on_a_limit_belongs_to_the_class_above(value: float, of: int) -> None:
    assert step(value, (1.0, 2.0, 5.0)) == of
