"""The map for the wall: the page's own map with the largest figures beside it, and a frame for each year where it has
years."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from components.captions.legend import classes
from components.cells import bounds, figure
from components.custom_components import Map
from components.figures.choropleth import DIGIT_WIDTH, choropleth
from components.markup import el, to_html
from components.pages.flows.page import Flows
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.slideshow.picture import Picture, Row, bars, beside
from components.url.choices import Hall
from data.interval import Interval
from data.model import Cell
from data.queries.flows import Flow
from data.vocabulary import Country

TYPE = 40  # plan units, as in assets/hall/slides.css
BESIDE = {Hall.NEAR: 7, Hall.DEEP: 4}  # bars beside the map


def map_of(page: ShownPage) -> Map | None:
    """The map of a page's picture, wherever it stands in it."""
    return next((node for node in _nodes(page.parts()["stage"]["children"]) if isinstance(node, Map)), None)


def _nodes(tree: Any) -> Iterator[Any]:
    if isinstance(tree, (list, tuple)):
        for each in tree:
            yield from _nodes(each)
    elif tree is not None and not isinstance(tree, (str, int, float)):
        yield tree
        yield from _nodes(getattr(tree, "children", None))


def atlas(page: ShownPage, hall: Hall) -> Picture | None:
    """The map of a page, with what is largest in it; None where the page draws none."""
    drawn = map_of(page)
    if drawn is None:
        return None
    shape = to_html(drawn)
    if isinstance(page, Overview):
        first = ranked(page, page.year)
        left = el("div", el("div", _largest(page, page.year, hall), class_="largest"), _key(page))
        looks = {year: _roomy(page, page.cells(year)) for year in page.answer.years}
        frames = {year: {"largest": _largest(page, year, hall), "cells": cells} for year, cells in looks.items()}
        label = page.words("map.label", caption=page.caption(page.year))
        shape = el("div", choropleth(page.dataset.plan, looks[page.year], label), class_="map")
        return Picture(beside(left, shape), tuple(str(c.country) for c in first), frames, page.year)
    if isinstance(page, Flows):
        return Picture(beside(_flows(page, hall), shape), tuple(dict.fromkeys(f.country for f in page.shown[:8])))
    return Picture(el("div", shape, class_="alone"))


def _roomy(page: Overview, cells: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The looks of a year without the figures that have no room at the hall's size of type."""
    shapes = page.dataset.plan["countries"]

    def look(code: str, cell: Mapping[str, str]) -> dict[str, str]:
        is_cut = "fits-" in cell["ink"] and len(cell["figure"]) * TYPE * DIGIT_WIDTH > shapes[code]["room"]
        return {**cell, "ink": "is-empty"} if is_cut else dict(cell)

    return {code: look(code, cell) for code, cell in cells.items()}


def ranked(page: Overview, year: int) -> list[Cell]:
    """The published cells of the panel, largest first."""
    measure, words = page.view.measure, page.words
    shown = [cell for cell in page.answer.reporting(year) if bounds(cell, measure)]

    def order(cell: Cell) -> tuple[float, float, str]:
        found = bounds(cell, measure) or Interval(0, 0)
        return (-found.high, -found.low, words.sort_key(words.country(cell.country)))

    return sorted(shown, key=order)


def _largest(page: Overview, year: int, hall: Hall) -> Markup:
    return ranking(page, year, BESIDE[hall])


def ranking(page: Overview, year: int, n: int) -> Markup:
    """The countries with most, and how many more there are."""
    w, measure = page.words, page.view.measure
    if len(page.answer.panel) == 1:
        return _by_year(page, page.answer.panel[0], year, n)
    found = ranked(page, year)
    rows = [
        Row(w.country(c.country), bounds(c, measure), figure(c, measure, w), code=str(c.country)) for c in found[:n]
    ]
    caption = w("wall.largest", year=year, unit=w(f"unit.{measure}"))
    more = w.count("wall.more_countries", len(found) - n) if len(found) > n else ""
    return el("div", bars(rows, caption, w("wall.nothing")), el("p", more, class_="more") if more else None)


def _by_year(page: Overview, country: Country, year: int, n: int) -> Markup:
    """Of one country there is no order: its own years up to this one, the latest first."""
    w, measure = page.words, page.view.measure
    cells = [page.answer.cells[country, y] for y in range(year, max(page.answer.years[0] - 1, year - n), -1)]
    rows = [Row(str(c.year), bounds(c, measure), figure(c, measure, w)) for c in cells]
    return bars(rows, f"{w.country(country)}, {w(f'unit.{measure}')}", w("wall.nothing"))


def _key(page: Overview) -> Markup:
    """The scale of colours, and how a country without a figure looks."""
    w = page.words
    missing = el("svg", el("rect", class_="is-not_reported", width=24, height=16), viewBox="0 0 24 16")
    absent = el("p", missing, w("legend.not_reported"), class_="absent")
    return el("div", classes(page.edges, page.view.measure, w), absent, class_="wall-legend")


def _flows(page: Flows, hall: Hall) -> Markup:
    caption, w = page.title, page.words
    rows = flow_rows(page, [f for f in page.shown if f.partner in set(Country)][: BESIDE[hall]])
    key = w("wall.arrows" if page.is_directed else "wall.dots")
    return el("div", bars(rows, caption, w("flows.none_listed")), el("p", key, class_="more"))


def flow_rows(page: Flows, shown: list[Flow]) -> list[Row]:
    return [Row(page.pair(f), f.count, page.figure(f), code=str(f.country)) for f in shown]
