"""Bars of what became of requests, and how their figures and years are printed."""

import pytest

from components.i18n import Words
from components.pages.cooperation.corridors import spans
from components.pages.cooperation.tallies import Saying, outcomes
from components.tables.cell_marks import Strip
from data.interval import Interval
from data.queries.requests import Sum
from data.registry_vocabulary import Tally


def _widths(strips: tuple[Strip, ...]) -> dict[str, tuple[float, float]]:
    return {box.look: (box.start, box.size) for strip in strips for box in strip.boxes}


def test_a_bar_tells_what_is_certain_what_is_hidden_and_what_may_be() -> None:
    """Of 34 to 38 requests at least 18 are answered, 5 pending and 6 refused; the outcome of 5 is hidden."""
    counts = dict(zip(Tally, [Interval(34, 38), Interval(18, 22), Interval(5, 14), Interval(6, 15)], strict=True))
    assert _widths(outcomes(Sum(counts, None, 0, ()), top=50)) == {
        "part-answered": (0, 36),
        "part-pending": (36, 10),
        "part-refused": (46, 12),
        "part-untold": (58, 10),
        "part-maybe": (68, 8),
    }


def test_a_hidden_count_is_only_a_possibility() -> None:
    hidden = dict.fromkeys(Tally, Interval(0, 4))
    assert _widths(outcomes(Sum(hidden, None, 0, ()), top=4)) == {"part-maybe": (0, 100)}


@pytest.mark.parametrize(
    ("years", "said"),
    [([2015], "2015"), ([2015, 2016, 2017], "2015–2017"), ([2015, 2017, 2018], "2015, 2017–2018"), ([], "")],
)
def test_years_are_said_as_spans(years: list[int], said: str) -> None:
    assert spans(years) == said


def test_a_count_below_the_threshold_is_printed_so(en: Words) -> None:
    assert [Saying(en, 3).figure(b) for b in (Interval(0, 2), Interval(0, 4), Interval(7, 7))] == ["<3", "<5", "7"]
