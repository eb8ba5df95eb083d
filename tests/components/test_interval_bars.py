"""Bars with ranges as figures: the certain solid, the possible hatched, each figure printed and none narrowed."""

import math
import re
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tree import parse, rows

from components.figures.interval_bars import Bar, Column, Group, interval_bars, interval_columns
from components.tables.table import to_html
from components.tables.twins import bar_table
from data.interval import Interval

BOLIVIA = Bar("Bolivia → Argentina", Interval(10, 20), "10–20", "2 of 3 years", "A caveat.", "/en/figure?country=ARG")
PARAGUAY = Bar("Paraguay → Argentina", Interval(0, 4), "<5")
ZERO, ABSENT = Bar("Bolivia → Spain", Interval(0, 0), "0"), Bar("Chile → Spain", None, "[x] not reported")
LEAST = Bar("Peru → Chile", Interval(8, math.inf), "at least 8")
BARS = [BOLIVIA, PARAGUAY, ZERO, ABSENT, LEAST]


def trace(figure: dict[str, Any], name: str, axis: str = "x") -> dict[str, Any]:
    return next(t for t in figure["data"] if t.get("name") == name and t.get("xaxis", "x") == axis)


def spans(figure: dict[str, Any], name: str, axis: str = "x") -> list[tuple[float, float, float]]:
    """Row, start and end of each bar of a trace."""
    found = trace(figure, name, axis)
    return [(y, base, base + x) for y, base, x in zip(found["y"], found["base"], found["x"], strict=True)]


def printed(figure: dict[str, Any], axis: str = "x") -> list[str]:
    return [re.sub(r"<.?b>", "", text).strip("\u00a0 ") for text in trace(figure, "printed", axis)["text"]]


def test_a_bar_is_solid_to_the_certain_and_hatched_to_the_possible() -> None:
    figure = interval_bars([Group("", BARS)])
    go.Figure(figure)  # plotly accepts every attribute
    assert spans(figure, "sure") == [(0, 0, 10), (4, 0, 8)]  # of a suppressed figure and of a zero nothing is solid
    assert spans(figure, "maybe") == [(0, 10, 20), (1, 0, 4)]
    assert trace(figure, "maybe")["marker"]["pattern"]["shape"] == "/"
    assert (trace(figure, "least")["x"], trace(figure, "least")["y"]) == ([8], [4])  # "at least" goes on: an arrow


def test_each_row_is_named_printed_told_and_leads_on() -> None:
    figure = interval_bars([Group("", BARS)])
    assert [text.strip("\u00a0") for text in trace(figure, "names")["text"]] == [bar.name for bar in BARS]
    assert printed(figure) == ["10–20  2 of 3 years", "<5", "0", "[x] not reported", "at least 8"]
    row = trace(figure, "row")
    assert row["hovertext"][0] == "Bolivia → Argentina: 10–20<br>2 of 3 years<br>A caveat."
    assert row["hovertext"][3] == "Chile → Spain: [x] not reported"
    assert row["customdata"][0] == "/en/figure?country=ARG"
    assert row["x"] == [20] * 5  # the pointer finds a row without a bar too


def test_a_mirrored_figure_is_the_same_the_other_way_round() -> None:
    plain, mirrored = interval_bars([Group("", BARS)]), interval_bars([Group("", BARS)], is_mirrored=True)
    assert mirrored["layout"]["xaxis"]["range"] == plain["layout"]["xaxis"]["range"][::-1]
    assert spans(mirrored, "maybe") == spans(plain, "maybe")
    assert {t["textposition"].split()[1] for t in mirrored["data"] if t["name"] == "printed"} == {"left"}


def test_groups_have_titles_and_a_height_for_each_row() -> None:
    one, two = interval_bars([Group("", BARS[:2])]), interval_bars([Group("A", BARS[:2]), Group("B", BARS[2:4])])
    assert trace(two, "titles")["text"] == ["<b>A</b>", "<b>B</b>"]
    assert trace(two, "names")["y"] == [1, 2, 4.5, 5.5]
    assert two["layout"]["height"] - one["layout"]["height"] == 25 * 4.5  # two rows more, two titles, a space between


def test_figures_side_by_side_share_the_scale_that_is_given() -> None:
    assert interval_bars([Group("", [PARAGUAY])], top=400)["layout"]["xaxis"]["range"][1] == pytest.approx(
        400, rel=0.02
    )


def test_columns_have_their_own_scales_or_one_and_figures_in_their_own_column() -> None:
    columns = [Column("Suspected", [[BOLIVIA], [ZERO]]), Column("Convicted", [[PARAGUAY], [ABSENT]], 0.5)]
    own = interval_columns(["A", "B"], columns)
    go.Figure(own)
    assert (printed(own), printed(own, "x2")) == (["10–20  2 of 3 years", "0"], ["<5", "[x] not reported"])
    assert own["layout"]["xaxis2"]["range"][1] * 5 == own["layout"]["xaxis"]["range"][1]
    assert [note["text"] for note in own["layout"]["annotations"]] == ["<b>Suspected</b>", "<b>Convicted</b>"]
    assert own["layout"]["xaxis2"]["domain"][0] > own["layout"]["xaxis"]["domain"][1]
    one = interval_columns(["A", "B"], columns, is_one_scale=True)
    assert one["layout"]["xaxis2"]["range"] == one["layout"]["xaxis"]["range"]


def test_two_figures_of_a_row_stand_below_each_other_inside_it() -> None:
    figure = interval_columns(["A", "B"], [Column("By sex", [[BOLIVIA, PARAGUAY], [ZERO]])], per_row=2)
    row = trace(figure, "row")
    assert row["y"] == [-0.25, 0.25, 1]
    assert all(width <= 0.5 for width in row["width"][:2])


COUNTS = st.integers(0, 10**6)


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=9))
def test_no_range_is_narrowed_and_every_figure_is_in_the_table_twin(drawn: list[tuple[int, int]]) -> None:
    bars = [Bar(f"Row {i}", Interval(low, low + more), f"{low}–{low + more}") for i, (low, more) in enumerate(drawn)]
    figure = interval_bars([Group("", bars)])
    shown: dict[float, tuple[float, float]] = {}
    for name in ("sure", "maybe"):
        for y, start, end in spans(figure, name) if any(t["name"] == name for t in figure["data"]) else []:
            low, _ = shown.get(y, (start, 0))
            shown[y] = (low, end)
    for i, bar in enumerate(bars):
        assert bar.bounds
        assert shown.get(i, (0, 0))[1] == bar.bounds.high
    assert all(t.get("type") == "bar" or t["mode"] == "text" for t in figure["data"])  # never a point
    twin = parse(to_html(bar_table("Rows", ("Row", "Count", "Note"), bars, "rows")))
    assert [row[2] for row in rows(twin)] == printed(figure)


def test_the_twin_has_the_figures_notes_and_ways_of_the_bars() -> None:
    drawn = parse(to_html(bar_table("Flows", ("Pair", "Count", "Known"), BARS, "pairs")))
    assert next(iter(rows(drawn))) == ["Bolivia → Argentina", "", "10–20", "2 of 3 years; A caveat."]
    assert [link.get("href") for link in drawn.iter("a")] == ["/en/figure?country=ARG"]
    assert [row.get("class") for row in drawn.iterfind(".//tbody/tr")] == [None, None, None, "is-unknown", None]


def test_a_title_fits_the_share_of_its_column_and_no_word_of_it_is_broken() -> None:
    title = "Condenados por 100 processados"
    columns = [
        Column(title, [[BOLIVIA]]),
        Column(title, [[BOLIVIA]], 0.7),
        Column("Extraordinariamente", [[ZERO]], 0.7),
    ]
    said = [
        each["text"][3:-4].split("</b><br><b>") for each in interval_columns(["A"], columns)["layout"]["annotations"]
    ]
    assert said == [
        ["Condenados por", "100 processados"],
        ["Condenados", "por 100", "processados"],
        ["Extraordinariamente"],
    ]
