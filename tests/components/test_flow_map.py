"""Arrows: where they start and end, how wide they are, and what a figure that may be nothing looks like."""

import math

import pytest

from components import theme
from components.figures.choropleth import choropleth
from components.figures.flow_map import PALE, SOLID, THINNEST, WIDEST, Arc, arcs
from data.dataset import Dataset
from data.places import Outline, Plan, Shape

PLAN = Plan(shapes={code: Shape(code, Outline(), at, 0) for code, at in
                    {"ARG": (100, 100), "BOL": (200, 100), "ESP": (100, 300)}.items()})  # fmt: skip
DRAWN = [
    Arc("BOL", "ESP", 0, 4, "Bolivia → Spain: <5"),
    Arc("BOL", "ARG", 10, 20, "Bolivia → Argentina: 10–20", to="/en/figure"),
    Arc("ARG", "BOL", 8, 8, "Argentina → Bolivia: 8"),
]


def arrows(drawn: list[Arc]) -> dict[str, list[theme.Figure]]:
    """The traces by what they say, in order."""
    found: dict[str, list[theme.Figure]] = {}
    for trace in arcs(PLAN, drawn):
        found.setdefault(trace["hovertext"], []).append(trace)
    return found


def width(band: theme.Figure) -> float:
    """Across the band at its start: the outline goes along one side and comes back along the other."""
    points = list(zip(band["x"], band["y"], strict=True))
    return math.dist(points[0], points[-2])


def start(band: theme.Figure) -> tuple[float, float]:
    return ((band["x"][0] + band["x"][-2]) / 2, (band["y"][0] + band["y"][-2]) / 2)


def test_thick_arrows_come_first_so_that_none_hides_a_thin_one() -> None:
    assert list(arrows(DRAWN)) == ["Bolivia → Argentina: 10–20", "Argentina → Bolivia: 8", "Bolivia → Spain: <5"]


def test_an_arrow_is_solid_to_its_lower_bound_and_pale_to_its_upper() -> None:
    reach, sure, head = arrows(DRAWN)["Bolivia → Argentina: 10–20"]
    assert (reach["fillcolor"], sure["fillcolor"], head["fillcolor"]) == (SOLID, SOLID, SOLID)
    assert [part.get("opacity") for part in (reach, sure, head)] == [PALE, None, None]
    assert (width(reach), width(sure)) == pytest.approx((WIDEST, WIDEST / 2), abs=0.2)
    exact = arrows(DRAWN)["Argentina → Bolivia: 8"]
    assert width(exact[0]) == width(exact[1]) == pytest.approx(8 / 20 * WIDEST, abs=0.2)


def test_a_suppressed_figure_is_drawn_from_nothing_to_four() -> None:
    reach, head = arrows(DRAWN)["Bolivia → Spain: <5"]  # nothing of it is certain, not even the head
    assert width(reach) == pytest.approx(4 / 20 * WIDEST, abs=0.2)
    assert (head["fillcolor"], head["line"]["color"]) == (theme.PAPER, SOLID)


def test_a_published_zero_has_no_arrow() -> None:
    zero = Arc("ESP", "ARG", 0, 0, "Spain → Argentina: 0")
    assert arrows([*DRAWN, zero]).keys() == arrows(DRAWN).keys()
    assert arrows([zero]) == {}


def test_the_thinnest_arrow_can_still_be_seen() -> None:
    thin = arrows([Arc("BOL", "ARG", 9000, 9000, "many"), Arc("ARG", "BOL", 1, 1, "one")])["one"]
    assert width(thin[0]) == pytest.approx(THINNEST, abs=0.2)


def test_an_arrow_leads_from_citizenship_to_the_country_that_reports() -> None:
    reach, _, head = arrows(DRAWN)["Bolivia → Argentina: 10–20"]
    assert start(reach) == pytest.approx((200, 100), abs=0.2)
    assert (head["x"][1], head["y"][1]) == (100, 100)
    assert (100, 100) not in zip(reach["x"], reach["y"], strict=True)  # a thick line would hide the point


def test_there_and_back_are_two_curves() -> None:
    there, back = (arrows(DRAWN)[said][0] for said in ("Bolivia → Argentina: 10–20", "Argentina → Bolivia: 8"))
    middle = len(there["y"]) // 4
    assert (there["y"][middle] - 100) * (back["y"][middle] - 100) < 0


def test_an_arrow_says_its_figure_and_leads_to_it() -> None:
    assert {trace["customdata"][0] for trace in arrows(DRAWN)["Bolivia → Argentina: 10–20"]} == {"/en/figure"}


def test_arrows_lie_above_the_shapes_and_below_the_figures(small: Dataset) -> None:
    drawn = choropleth(small.plan, {}, arcs(small.plan, DRAWN))["data"]
    places = [place for place, trace in enumerate(drawn) if trace.get("hovertext") in arrows(DRAWN)]
    assert 0 < places[0] <= places[-1] < len(drawn) - 2


def test_a_line_without_direction_has_a_dot_where_it_is_reported_and_no_head() -> None:
    reach, dot = arcs(PLAN, [Arc("ESP", "BOL", 0, 4, "<5", directed=False)])
    assert (min(dot["x"]) + max(dot["x"])) / 2 == pytest.approx(200, abs=0.1)
    assert dot["fillcolor"] == theme.PAPER
    tip = len(reach["x"]) // 2
    assert math.dist((reach["x"][tip], reach["y"][tip]), (200, 100)) < WIDEST
