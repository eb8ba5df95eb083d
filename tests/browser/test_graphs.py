"""Graphs stand on their page always: an answer changes what they show and leaves the plot, its zoom and the way to its
file where they are."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from visit import Visit

from data.dataset import Dataset

pytestmark = pytest.mark.browser
WINDOW = """(graph) => {
    const {xaxis, yaxis} = graph._fullLayout;
    return [...xaxis.range, ...yaxis.range];
}"""
WHOLE = [0, 1000, 1090, 0]


@pytest.fixture
def map_(visit: Visit) -> Locator:
    visit.open("/es/overview")
    visit.page.evaluate("() => { window.first = document.querySelector('#overview-map .js-plotly-plot'); }")
    return visit.page.locator("#overview-map .js-plotly-plot")


def _window(map_: Locator) -> Any:
    """What is seen of the map, in units of its sheet; the plot is the one that was there first."""
    assert map_.evaluate("(graph) => graph === window.first")
    return map_.evaluate(WINDOW)


def test_plotly_draws_the_outlines_of_the_plan(map_: Locator, real: Dataset) -> None:
    drawn = map_.evaluate("({data}) => Object.fromEntries(data.map(({uid, x, y}) => [uid, [x, y]]))")
    cuba = real.plan.shapes["CUB"].outline
    assert None in cuba.xs  # of more than one ring
    assert drawn["shape-CUB"] == [[*cuba.xs], [*cuba.ys]]


def _enlarge(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Ampliar el mapa").click()
    visit.still()


def test_a_zoom_outlasts_an_answer_another_chart_a_year_and_a_theme(visit: Visit, map_: Locator) -> None:
    _enlarge(visit)
    shown = _window(map_)
    assert shown == pytest.approx([250, 750, 817.5, 272.5])
    charts = ("chart-series", "chart-table", "chart-map")
    for key in ("indicator-persons_convicted", "measure-rate", *charts, "theme-dark"):
        visit.choose(key)
        visit.still()
        assert _window(map_) == shown, key
    visit.expect_years()
    visit.page.wait_for_load_state("networkidle")
    visit.asked.clear()
    visit.page.locator("#overview-previous").click()
    visit.still()
    assert (_window(map_), visit.asked) == (shown, [])
    visit.page.get_by_role("button", name="Ver todo el mapa").click()
    visit.still()
    assert _window(map_) == WHOLE


def test_figures_stay_upon_their_countries_and_the_map_is_dragged_where_it_is_enlarged(
    visit: Visit, map_: Locator
) -> None:
    peru, bolivia = visit.country("PER"), visit.country("BOL")
    visit.page.get_by_role("button", name="Reducir el mapa").click()
    visit.still()
    assert _window(map_) == WHOLE
    _enlarge(visit)
    apart = {}
    for code, option in (("PER", peru), ("BOL", bolivia)):
        x, y = visit.point_at(code)
        box = option.bounding_box()
        assert box is not None
        assert abs(box["x"] + box["width"] / 2 - x) < 120
        assert abs(box["y"] + box["height"] / 2 - y) < 120
        apart[code] = box
    x, y = visit.point_at("BOL")
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move(x - 60, y, steps=4)
    visit.page.mouse.up()
    visit.still()
    for code, option in (("PER", peru), ("BOL", bolivia)):
        box = option.bounding_box()
        assert box is not None
        assert box["x"] - apart[code]["x"] == pytest.approx(-60, abs=2)


def test_what_is_not_in_view_is_drawn_once_it_is(visit: Visit, map_: Locator) -> None:
    assert map_.count() == 1
    expect(visit.page.locator(".js-plotly-plot")).to_have_count(1)
    expect(visit.page.locator("[hidden]:visible")).to_have_count(0)
    visit.choose("chart-series")
    series = visit.page.locator("#overview-series .js-plotly-plot")
    expect(series).to_be_visible()
    expect(visit.page.locator(".upright i")).to_have_count(22)
    box = visit.page.locator("#overview-series .point").first.bounding_box()
    assert box is not None
    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(visit.page.locator("#overview-series .hoverlayer text").first).to_be_visible()
    width = series.evaluate("(graph) => graph._fullLayout.width - graph.clientWidth")
    assert abs(width) <= 1
    visit.choose("chart-rank")
    expect(series).to_be_hidden()
    expect(visit.page.locator(".upright")).to_be_hidden()


def test_plotly_is_fetched_with_the_first_figure_in_view(visit: Visit) -> None:
    visit.arrive("/es/overview?chart=table")
    assert not fetched(visit)
    visit.choose("chart-series")
    visit.expect_drawn()
    expect(visit.page.locator("#overview-series .point").first).to_be_visible()
    visit.choose("chart-map")
    visit.expect_drawn()
    visit.click_country("PER")
    visit.expect_address("/es/overview?countries=PER")
    assert len(fetched(visit)) == 1


def fetched(visit: Visit) -> list[str]:
    return [each for each in visit.asked if "plotly" in each]


def test_the_way_to_the_file_follows_choices_and_years(visit: Visit, map_: Locator) -> None:
    place = visit.page.locator("#overview-map-place")
    link, corner = place.get_by_role("link", name="Esta vista en PNG"), place.locator(".camera")
    expect(corner).to_have_css("opacity", "0")
    link.focus()
    expect(corner).to_have_css("opacity", "1")
    expect(link).to_have_attribute("href", "/es/overview.png")
    visit.choose("measure-rate")
    expect(link).to_have_attribute("href", "/es/overview.png?measure=rate")
    visit.expect_years()
    visit.page.locator("#overview-previous").click()
    expect(link).to_have_attribute("href", "/es/overview.png?year=2021&measure=rate")
    map_.hover()
    with visit.page.expect_download() as waiting:
        link.click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")


EMPTY = """window.empty = 0;
new MutationObserver(() => {
    const place = document.querySelector(".place:not([hidden]):has(.dash-graph)");
    if (!place || document.getElementById("first")) return;
    if (!place.querySelector(".stand-in, .main-svg")) window.empty += 1;
    window.stood = window.stood || Boolean(place.querySelector(".stand-in"));
}).observe(document, {childList: true, subtree: true});"""


@pytest.mark.parametrize("address", ["/es/overview", "/es/justice"])
def test_the_drawn_picture_stands_until_plotly_has_drawn(visit: Visit, address: str) -> None:
    visit.page.add_init_script(EMPTY)
    visit.page.goto(visit.root + address)
    expect(visit.page.locator(".place:not([hidden]) .main-svg").first).to_be_visible()
    expect(visit.page.locator(".stand-in")).to_have_count(0)
    assert visit.page.evaluate("() => [window.stood, window.empty]") == [True, 0]
