"""A printed figure becomes bounds that say no more than the print does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.build.figure import Figure, figure
from data.cooperation_vocabulary import FigureStatus


@pytest.mark.parametrize(
    ("printed", "low", "high", "status"),
    [
        ("30", 30, 30, FigureStatus.EXACT),
        ("0", 0, 0, FigureStatus.EXACT),
        ("<5", 0, 4, FigureStatus.RANGE),
        (">300", 301, None, FigureStatus.AT_LEAST),
        ("~50", 50, 50, FigureStatus.APPROXIMATE),
    ],
)
def test_counts(printed: str, low: float, high: float | None, status: FigureStatus) -> None:
    assert figure(printed) == Figure(low, high, status)


@pytest.mark.parametrize(
    ("printed", "low", "high", "status"),
    [
        ("16.39", 16.39, 16.39, FigureStatus.EXACT),
        ("<5", 0, 5, FigureStatus.RANGE),
        (">5", 5, None, FigureStatus.AT_LEAST),
    ],
)
def test_a_share_is_not_a_whole_number_so_its_bound_is_the_printed_one(
    printed: str, low: float, high: float | None, status: FigureStatus
) -> None:
    assert figure(printed, is_share=True) == Figure(low, high, status)


@pytest.mark.parametrize("printed", ["", "many", "1,186", "12-15", "<0", "-3", "1.5", "5%", "< 5", "٣"])
def test_anything_else_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r"not a figure|whole number|nothing that"):
        figure(printed)


@given(st.integers(1, 10**6), st.integers(0, 2 * 10**6))
def test_bounds_hold_exactly_the_counts_that_the_print_allows(n: int, count: int) -> None:
    below, above = figure(f"<{n}"), figure(f">{n}")
    assert below.high is not None
    assert (below.low <= count <= below.high) == (count < n)
    assert (above.low <= count) == (count > n)
