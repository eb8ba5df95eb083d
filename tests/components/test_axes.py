"""Axes: round ticks, names that do not cover each other, years joined into stretches."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from components.figures.axes import spread, stretches, ticks


@given(st.floats(0.01, 1e7))
def test_ticks_start_at_zero_and_cover_the_top_in_few_steps(top: float) -> None:
    marks = ticks(top)
    assert marks[0] == 0
    assert marks[-2] < top * (1 + 1e-6)
    assert top <= marks[-1] * (1 + 1e-6)
    assert 2 <= len(marks) <= 6


def test_ticks_are_round() -> None:
    assert ticks(1590) == [0, 500, 1000, 1500, 2000]
    assert ticks(0) == [0, 1]


@given(st.lists(st.integers(20, 400), min_size=1, max_size=6))
def test_names_do_not_cover_each_other_and_stay_in_the_picture(wanted: list[int]) -> None:
    placed = spread(wanted, 17, 20, 400)
    ordered = sorted(placed)
    assert all(b - a >= 16.8 for a, b in pairwise(ordered))
    assert ordered[0] >= 20
    assert ordered[-1] <= 400
    assert [placed[i] for i in sorted(range(len(wanted)), key=lambda i: wanted[i])] == ordered


def test_names_with_room_stay_where_they_are_wanted() -> None:
    assert spread([100, 50, 300], 17, 20, 400) == [100, 50, 300]


def test_years_are_joined_into_stretches() -> None:
    assert stretches((2012, 2013, 2015, 2018, 2019)) == [(2012, 2013), (2015, 2015), (2018, 2019)]
    assert stretches(()) == []
