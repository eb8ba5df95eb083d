"""Arrows: where they start and end, how wide they are, and what a figure that may be nothing looks like."""

import re

import pytest
from tree import classed, parse, text

from components.figures.flow_map import THINNEST, WIDEST, Arc, arcs
from data.dataset import Dataset

PLAN = {"countries": {"ARG": {"label": [100, 100]}, "BOL": {"label": [200, 100]}, "ESP": {"label": [100, 300]}}}
DRAWN = [
    Arc("BOL", "ESP", 0, 4, "Bolivia → Spain: <5"),
    Arc("BOL", "ARG", 10, 20, "Bolivia → Argentina: 10–20"),
    Arc("ARG", "BOL", 8, 8, "Argentina → Bolivia: 8"),
]


def _points(way: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", way)]


def _arrows(drawn: list[Arc]) -> dict[str, dict[str, str]]:
    """By what an arrow says: the widths and the ways of its parts, in order."""
    found = {}
    for arrow in classed(parse(arcs(PLAN, drawn)), "arc"):
        said, *parts = arrow
        found[text(said)] = {part.get("class", ""): part.get("stroke-width") or part.get("d", "") for part in parts}
    return found


def test_thick_arrows_come_first_so_that_none_hides_a_thin_one() -> None:
    assert list(_arrows(DRAWN)) == ["Bolivia → Argentina: 10–20", "Argentina → Bolivia: 8", "Bolivia → Spain: <5"]


def test_an_arrow_is_solid_to_its_lower_bound_and_pale_to_its_upper() -> None:
    arrows = _arrows(DRAWN)
    largest = arrows["Bolivia → Argentina: 10–20"]
    assert (largest["sure"], largest["reach"]) == (str(WIDEST / 2), str(WIDEST))
    exact = arrows["Argentina → Bolivia: 8"]
    assert exact["sure"] == exact["reach"] == str(8 / 20 * WIDEST)


def test_a_suppressed_figure_is_drawn_from_nothing_to_four() -> None:
    suppressed = _arrows(DRAWN)["Bolivia → Spain: <5"]
    assert suppressed["reach"] == str(4 / 20 * WIDEST)
    assert set(suppressed) == {"reach", "head is-uncertain"}  # nothing of it is certain, not even the head


def test_a_published_zero_has_no_arrow() -> None:
    assert _arrows([*DRAWN, Arc("ESP", "ARG", 0, 0, "Spain → Argentina: 0")]).keys() == _arrows(DRAWN).keys()
    assert _arrows([Arc("ESP", "ARG", 0, 0, "Spain → Argentina: 0")]) == {}


def test_the_thinnest_arrow_can_still_be_seen() -> None:
    thin = _arrows([Arc("BOL", "ARG", 9000, 9000, "many"), Arc("ARG", "BOL", 1, 1, "one")])["one"]
    assert thin["reach"] == str(THINNEST)


def test_an_arrow_leads_from_citizenship_to_the_country_that_reports() -> None:
    (said,) = classed(parse(arcs(PLAN, DRAWN[1:2])), "arc")
    way, head = _points(said[1].get("d", "")), _points(said[3].get("d", ""))
    assert way[0] == (200, 100)
    assert head[1] == (100, 100)
    assert way[-1] != head[1]  # the line ends at the neck: a thick one would hide the point


def test_there_and_back_are_two_curves() -> None:
    there, back = (_points(a[1].get("d", ""))[1] for a in classed(parse(arcs(PLAN, DRAWN[1:])), "arc"))
    assert (there[1] - 100) * (back[1] - 100) < 0


def test_no_flow_is_no_arrow(small: Dataset) -> None:
    assert [len(node) for node in classed(parse(arcs(small.plan, [])), "arcs")] == [0]


@pytest.mark.parametrize("said", ["<b>", 'a "title"'])
def test_what_an_arrow_says_is_text(said: str) -> None:
    assert list(_arrows([Arc("BOL", "ARG", 1, 1, said)])) == [said]


def test_a_line_without_direction_has_a_dot_where_it_is_reported_and_no_head() -> None:
    drawn = parse(arcs(PLAN, [Arc("ESP", "BOL", 0, 4, "<5", directed=False)]))
    (dot,) = drawn.iter("circle")
    assert (dot.get("cx"), dot.get("cy"), dot.get("class")) == ("200", "100", "head is-uncertain")
    assert [node.get("class") for node in drawn.iter("path")] == ["reach"]
    assert _points(next(iter(drawn.iter("path"))).get("d", ""))[-1] == (200, 100)
