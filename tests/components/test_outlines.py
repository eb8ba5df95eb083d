"""Outlines as texts: nothing of them is lost on the way to whoever draws them."""

from hypothesis import given
from hypothesis import strategies as st

from components.figures.outlines import joined, read, spelled, written

TENTHS = st.integers(-20_000, 20_000).map(lambda n: n / 10)
LINES = st.lists(st.none() | TENTHS).map(tuple)


def test_a_step_is_from_point_to_point_in_tenths_and_starts_anew_after_a_gap() -> None:
    assert written((1.5, 2, None, None, 0.1)) == "15 5 _ _ 1"


@given(LINES)
def test_what_is_written_is_read_again(line: tuple[float | None, ...]) -> None:
    assert read(written(line)) == line


@given(st.lists(LINES.filter(bool)))
def test_joined_lines_are_read_one_after_another_with_a_gap_after_each(lines: list[tuple[float | None, ...]]) -> None:
    assert read(joined(map(written, lines))) == tuple(each for line in lines for each in (*line, None))


def test_a_trace_is_spelled_out_where_it_has_a_text() -> None:
    assert spelled({"x": "10 5", "y": "20 -1", "name": "n"}) == {"x": (1, 1.5), "y": (2, 1.9), "name": "n"}
    assert spelled({"x": [1], "y": [2]}) == {"x": [1], "y": [2]}
    assert spelled({"y": [2]}) == {"y": [2]}
