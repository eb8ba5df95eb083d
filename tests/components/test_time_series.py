"""Lines over the years: what is drawn is what is published, and nothing is joined that may not be."""

from itertools import pairwise

import plotly.graph_objects as go
import pytest
from drawn import bands, lines, told, uprights
from hypothesis import given
from hypothesis import strategies as st

from components.figures.axes import Ground
from components.figures.joining import Point, runs
from components.figures.slope import Slope, slope
from components.figures.small_multiples import Panel, small_multiples
from components.figures.time_series import LOOKS, Line, time_series
from components.i18n import NARROW, words
from components.theme import Figure
from components.url.choices import Language
from data.interval import Interval

YEARS = range(2010, 2024)
GROUND = Ground(YEARS, words(Language.ES).rate_limit, "víctimas")

counts = st.integers(0, 3000)
intervals = st.tuples(counts, st.one_of(st.just(0), st.integers(1, 60))).map(lambda t: Interval(t[0], t[0] + t[1]))


@st.composite
def series(draw: st.DrawFn) -> Line:
    published = draw(st.dictionaries(st.sampled_from(YEARS), intervals))
    drawn = [Point(y, shown, f"{y}: {shown.low}-{shown.high}", f"/{y}") for y, shown in sorted(published.items())]
    broken = sorted(draw(st.sets(st.sampled_from(YEARS), max_size=3)))
    return Line("A", drawn, LOOKS[0], broken, "A", "AAA")


def _joined(line: Line) -> set[tuple[int, int]]:
    """Pairs of years that may be joined: both published, one after the other, no break before the second."""
    known = {point.year for point in line.points}
    return {(y, y + 1) for y in known if y + 1 in known and y + 1 not in line.breaks}


@given(series())
def test_no_point_is_drawn_where_none_is_published(line: Line) -> None:
    figure = time_series([line], GROUND)
    exact = {(p.year, p.shown.high) for p in line.points if p.shown.is_exact}
    assert {place for each in lines(figure) for place in each} == exact
    ranges = [[(p.year, bound) for bound in p.shown] for p in line.points if not p.shown.is_exact]
    assert uprights(figure) == ranges


@given(series())
def test_nothing_is_joined_over_a_gap_or_a_break(line: Line) -> None:
    figure = time_series([line], GROUND)
    drawn = {(a[0], b[0]) for each in lines(figure) for a, b in pairwise(each)}
    exact = {p.year for p in line.points if p.shown.is_exact}
    assert drawn == {(a, b) for a, b in _joined(line) if {a, b} <= exact}
    for outline in bands(figure):
        years = sorted({x for x, _ in outline})
        assert set(pairwise(years)) <= _joined(line)
    assert not any(trace.get("connectgaps") for trace in figure["data"])


@given(series())
def test_every_range_that_has_a_neighbour_is_within_a_band(line: Line) -> None:
    drawn = bands(time_series([line], GROUND))
    beside = {year for pair in _joined(line) for year in pair}
    for point in line.points:
        covered = [outline for outline in drawn if {(point.year, bound) for bound in point.shown} <= set(outline)]
        assert not point.shown.is_exact or point.year in beside or not covered
        assert point.shown.is_exact or point.year not in beside or len(covered) == 1


@given(series())
def test_every_figure_is_told_once_a_mark_and_leads_on(line: Line) -> None:
    figure = time_series([line], GROUND)
    assert set(told(figure)) == {point.said for point in line.points}
    for trace in figure["data"]:
        if "fill" not in trace:
            assert all(to == (f"/{x}" if y is not None else "") for x, y, to in zip(
                trace["x"], trace["y"], trace["customdata"], strict=True))  # fmt: skip


@given(st.lists(series(), min_size=1, max_size=6))
def test_the_scale_starts_at_zero_and_holds_all_bounds(drawn: list[Line]) -> None:
    layout = time_series(drawn, GROUND)["layout"]
    low, high = layout["yaxis"]["range"]
    assert low == 0
    assert all(point.shown.high <= high for line in drawn for point in line.points)
    assert layout["yaxis"]["ticktext"][0] == "0"


@given(st.lists(series(), min_size=2, max_size=6))
def test_names_at_the_ends_do_not_cover_each_other(drawn: list[Line]) -> None:
    layout = time_series(drawn, GROUND)["layout"]
    heights = sorted(note["y"] for note in layout["annotations"] if note["text"] == "<b>A</b>")
    tall = layout["height"] - layout["margin"]["t"] - layout["margin"]["b"]
    pixels = [height / layout["yaxis"]["range"][1] * tall for height in heights]
    assert all(above - below >= 16 for below, above in pairwise(pixels))
    assert len(heights) == sum(bool(line.points) for line in drawn)


def _line(*shown: tuple[int, Interval], broken: tuple[int, ...] = (), place: int = 0) -> Line:
    return Line("A", [Point(year, each) for year, each in shown], LOOKS[place], broken, "A", "AAA")


def test_a_break_is_a_dotted_upright_that_parts_the_line_and_is_named() -> None:
    whole = _line((2010, Interval(1, 1)), (2011, Interval(2, 2)), (2012, Interval(3, 3)), broken=(2012,))
    figure = time_series([whole, _line((2010, Interval(9, 9)), place=1)], GROUND)
    assert lines(figure)[:2] == [[(2010, 1), (2011, 2)], [(2012, 3)]]
    (shape,) = [each for each in figure["layout"]["shapes"] if each["line"].get("dash") == "dot"]
    assert (shape["x0"], shape["x1"], shape["line"]["color"]) == (2011.5, 2011.5, LOOKS[0].hue)
    assert [note["x"] for note in figure["layout"]["annotations"] if note["text"] == "AAA"] == [2011.5]


def test_numbers_of_the_scale_are_the_readers() -> None:
    figure = time_series([_line((2010, Interval(1590, 1590)))], GROUND)
    assert figure["layout"]["yaxis"]["ticktext"] == ["0", "500", f"1{NARROW}000", f"1{NARROW}500", f"2{NARROW}000"]


def test_years_are_written_out_as_far_as_there_is_room_the_last_for_certain() -> None:
    layout = time_series([_line((2010, Interval(1, 1)))], GROUND)["layout"]
    assert layout["xaxis"]["ticktext"] == [str(year) for year in YEARS]
    narrow = layout["meta"]["rooms"][0]
    assert (narrow["until"], narrow["layout"]["xaxis.ticktext"]) == (560, ["2011", "2015", "2019", "2023"])


def test_a_narrow_room_has_the_code_at_the_end_of_a_line() -> None:
    drawn = Line("Argentina", [Point(2010, Interval(1, 1))], end="Argentina 1", code="ARG")
    layout = time_series([drawn], GROUND)["layout"]
    last = len(layout["annotations"]) - 1
    narrow, _, wide = (room["layout"] for room in layout["meta"]["rooms"])
    assert layout["annotations"][last]["text"] == wide[f"annotations[{last}].text"] == "<b>Argentina 1</b>"
    assert narrow[f"annotations[{last}].text"] == "<b>ARG</b>"
    assert narrow["margin.r"] < wide["margin.r"]


def test_in_a_narrow_room_a_long_name_without_a_code_has_lines_of_its_own() -> None:
    drawn = [Line(name, [Point(2010, Interval(1, 1))], end=name) for name in ("Víctimas detectadas", "Condenados")]
    layout = time_series(drawn, GROUND)["layout"]
    narrow, _, wide = (room["layout"] for room in layout["meta"]["rooms"])
    said = [each["text"] for each in layout["annotations"]]
    first = said.index("<b>Víctimas detectadas</b>")
    assert narrow[f"annotations[{first}].text"] == "<b>Víctimas<br>detectadas</b>"
    assert narrow["margin.r"] < wide["margin.r"]
    places = [narrow.get(f"annotations[{i}].y", layout["annotations"][i]["y"]) for i in (first, first + 1)]
    assert places[0] != places[1]


def test_shaded_years_and_the_rule_lie_below() -> None:
    ground = Ground(YEARS, str, tint=[2012, 2013, 2020], rule=100)
    shapes = time_series([_line((2010, Interval(120, 120)))], ground)["layout"]["shapes"]
    assert [(s["x0"], s["x1"]) for s in shapes if s["type"] == "rect"] == [(2011.5, 2013.5), (2019.5, 2020.5)]
    assert [(s["y0"], s["layer"]) for s in shapes if s["type"] == "line" and s["y0"] == 100] == [(100, "below")]


@given(series())
def test_runs_part_points_without_losing_any(line: Line) -> None:
    found = runs(line.points, line.breaks)
    assert [point for run in found for point in run] == list(line.points)
    assert {(a.year, b.year) for run in found for a, b in pairwise(run)} == _joined(line)


# ---- small multiples ----


@given(st.integers(1, 22), st.integers(1, 6))
def test_panels_do_not_touch_in_any_room(n: int, columns: int) -> None:
    panels = [Panel(f"P{i}", "", [_line((2010, Interval(i, i)))], 10) for i in range(n)]
    layout = small_multiples(panels, GROUND, columns)["layout"]
    for room in layout["meta"]["rooms"]:
        placed = layout | {"height": room["height"]}

        def domain(axis: str, room: Figure = room, placed: Figure = placed) -> list[float]:
            return list(room["layout"].get(f"{axis}.domain", placed[axis]["domain"]))

        axes = [str(i + 1) if i else "" for i in range(n)]
        boxes = [(*domain(f"xaxis{a}"), *domain(f"yaxis{a}")) for a in axes]
        for i, (left, right, bottom, top) in enumerate(boxes):
            assert 0 <= left < right <= 1
            assert 0 <= bottom < top <= 1
            for other in boxes[:i]:
                assert left >= other[1] or right <= other[0] or top <= other[2] - 30 / room["height"]


def test_a_title_has_the_room_of_its_panel() -> None:
    panels = [Panel("República Dominicana", "", [_line((2010, Interval(1, 1)))], 1) for _ in range(22)]
    rooms = small_multiples(panels, GROUND, 5)["layout"]["meta"]["rooms"]
    across = [len({tuple(v) for k, v in r["layout"].items() if k.startswith("xaxis") and k.endswith("domain")})
              for r in rooms]  # fmt: skip
    assert across == [2, 2, 3, 4, 5]
    assert [room["until"] for room in rooms] == [324, 486, 648, 810, None]  # a panel has 162 pixels, or small type


def test_others_stand_behind_thin_and_silent() -> None:
    mine, other = _line((2010, Interval(1, 1)), (2011, Interval(2, 2))), _line((2010, Interval(3, 3)), place=1)
    figure = small_multiples([Panel("P", "", [mine], 5, [other])], GROUND, 3, marks=[0, 5])
    behind, front = figure["data"]
    assert (behind["hoverinfo"], behind["mode"]) == ("skip", "lines")
    assert (front["line"]["color"], front["hoverinfo"]) == (LOOKS[0].hue, "skip")
    assert figure["layout"]["yaxis"]["ticktext"] == ["0", "5"]


# ---- slope ----


def _slope(one: Interval, other: Interval, *, is_joined: bool = True) -> Slope:
    return Slope("A", one, other, LOOKS[0], ("A 1", "A 2"), ("A", "2"), "said", "/a", is_joined)


@pytest.mark.parametrize(
    ("drawn", "joined", "areas", "ends"),
    [
        (_slope(Interval(1, 1), Interval(2, 2)), [[(0, 1), (1, 2)]], 0, 0),
        (_slope(Interval(0, 4), Interval(2, 2)), [[(1, 2)]], 1, 1),
        (_slope(Interval(0, 4), Interval(2, 5)), [], 1, 2),
        (_slope(Interval(1, 1), Interval(2, 2), is_joined=False), [[(0, 1)], [(1, 2)]], 0, 0),
        (_slope(Interval(0, 4), Interval(2, 2), is_joined=False), [[(1, 2)]], 0, 1),
    ],
)
def test_a_slope_is_a_line_between_exact_figures_and_a_band_where_either_is_a_range(
    drawn: Slope, joined: list[list[tuple[int, int]]], areas: int, ends: int
) -> None:
    figure = slope([drawn], (2010, 2020))
    assert lines(figure) == joined
    assert (len(bands(figure)), len(uprights(figure))) == (areas, ends)
    assert set(told(figure)) == {"said"}
    assert figure["layout"]["yaxis"]["range"][1] >= max(drawn.earlier.high, drawn.later.high)
    assert [n["text"] for n in figure["layout"]["annotations"]] == [
        "<b>2010</b>", "<b>2020</b>", "<b>A 1</b>", "<b>A 2</b>",
    ]  # fmt: skip


@given(st.lists(series(), min_size=1, max_size=4))
def test_plotly_accepts_every_attribute(drawn: list[Line]) -> None:
    go.Figure(time_series(drawn, GROUND))
    go.Figure(small_multiples([Panel("P", "n", [line], 3000, drawn) for line in drawn], GROUND, marks=[0, 3000]))


def test_names_of_breaks_that_are_near_stand_away_from_each_other() -> None:
    points = [Point(year, Interval(5, 5)) for year in YEARS]
    shown = [Line("A", points, LOOKS[0], (2021,), "A", "A"), Line("B", points, LOOKS[1], (2012, 2022), "B", "B")]
    named = {note["text"]: note["xanchor"] for note in time_series(shown, GROUND)["layout"]["annotations"][1:3]}
    assert named == {"B": "center", "A": "right"}
    assert time_series(shown, GROUND)["layout"]["annotations"][3]["xanchor"] == "left"
