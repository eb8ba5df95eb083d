"""The map on a slide: the page's own map with figures that are read from the last row, and beside it the largest as
bars, with the scale and how a country without a figure looks."""

from collections.abc import Sequence
from math import ceil

from components.captions.legend import of_map
from components.cells import State, bounds, figure
from components.drawing.fonts import width
from components.figures.choropleth import Look, choropleth
from components.figures.flow_map import arcs
from components.figures.key import Sample
from components.pages.flows.page import Flows
from components.pages.overview.page import Overview
from components.slideshow.composed import LEAST, Block, Box, Chart, Place, Role
from components.slideshow.lettering import GAP, QUIET, entries, entry, height, moved, text
from components.slideshow.map_figures import traces
from components.slideshow.picture import Listed, Picture, Room, Row, bars
from components.theme import Figure
from components.url.choices import Hall
from data.queries.flows import Flow
from data.vocabulary import Country

BESIDE = {Hall.NEAR: 7, Hall.DEEP: 3}  # bars beside the map, at most
STEP = 24.0  # units: the height of a step of the scale
PRINTED = 2  # traces that a map ends with: its dots and its figures


def of_counts(room: Room) -> Picture:
    """The map of a year with what is largest in it."""
    page, year = room.page, room.year
    assert isinstance(page, Overview)  # noqa: S101 - told by the table in pictures.py
    year = year or page.year
    looks = page.looks(year)
    at, scale = _place(page, room)
    shown = looks if room.hall is Hall.NEAR else {}
    map_ = _with_figures(page, looks, shown, LEAST / scale)
    beside = ranking(page, year, room, BESIDE[room.hall], _key(page, room))
    codes = tuple(str(cell.country) for cell in page.ranking.published(year))
    return Picture([*beside, Chart(at, map_, scale, page.caption(year), "map")], codes)


def of_flows(room: Room) -> Picture:
    """The map of the largest flows, and the largest of them by name."""
    page = room.page
    assert isinstance(page, Flows)  # noqa: S101
    plan = page.dataset.plan
    drawn = choropleth(plan, page.looks(), arcs(plan, page.arrows))
    at, scale = _place(page, room)
    codes = tuple(dict.fromkeys(str(f.country) for f in page.shown[:8]))
    w = page.words
    key = room.note(w("wall.arrows" if page.is_directed else "wall.dots"))
    below = [*key, *moved(_note(room), height(key))]
    shown = page.shown[: BESIDE[room.hall]]
    listed = Listed(flow_rows(page, shown), page.title, w("flows.none_listed"), name="largest")
    return Picture([*bars(listed, room, below), Chart(at, drawn, scale, page.title, "map")], codes)


def _place(page: Overview | Flows, room: Room) -> tuple[Place, float]:
    """Where the map stands, and units to one of its plan."""
    assert room.aside  # noqa: S101 - told by `pictures.shape`
    return room.aside, room.aside.height / page.dataset.plan.size[1]


def _with_figures(page: Overview, looks: dict[str, Look], shown: dict[str, Look], size: float) -> Figure:
    """The page's map with the figures of a slide in the place of its own."""
    plan = page.dataset.plan
    bare = {code: look._replace(text="") for code, look in looks.items()}
    drawn = choropleth(plan, bare)
    kept = [trace for trace in drawn["data"] if not trace.get("uid", "").startswith("leader-")]
    return {"data": [*kept[:-PRINTED], *traces(plan, shown, size)], "layout": drawn["layout"]}


def _note(room: Room) -> list[Block]:
    """Whose opinion boundaries and names are not; a deep hall says it after the caveat."""
    return room.note(room.page.words("map.note.short")) if room.hall is Hall.NEAR else []


def ranking(page: Overview, year: int, room: Room, n: int, below: Sequence[Block] = ()) -> list[Block]:
    """The countries with most, and how many more there are."""
    w, measure = page.words, page.view.measure
    if len(page.answer.panel) == 1:
        return _by_year(page, page.answer.panel[0], year, room, n, below)
    found = page.ranking.published(year)
    rows = [
        Row(w.country(c.country), bounds(c, measure), figure(c, measure, w), code=str(c.country)) for c in found[:n]
    ]
    caption = w("wall.largest", year=year, unit=w(f"unit.{measure}"))
    more = lambda n: w.count("wall.more_countries", n)  # noqa: E731
    listed = Listed(rows, caption, w("wall.nothing"), more, max(0, len(found) - n), name="largest")
    return bars(listed, room, below)


def _by_year(page: Overview, country: Country, year: int, room: Room, n: int, below: Sequence[Block]) -> list[Block]:
    """Of one country there is no order: its own years up to this one, the latest first."""
    w, measure = page.words, page.view.measure
    cells = [page.answer.cells[country, y] for y in range(year, max(page.answer.years[0] - 1, year - n), -1)]
    rows = [Row(str(c.year), bounds(c, measure), figure(c, measure, w)) for c in cells]
    caption = f"{w.country(country)}, {w(f'unit.{measure}')}"
    return bars(Listed(rows, caption, w("wall.nothing"), name="largest"), room, below)


def _key(page: Overview, room: Room) -> list[Block]:
    """The scale of colours, how a country without a figure looks, and whose boundaries these are not."""
    states = (State.WITHHELD, State.NOT_REPORTED)
    key = of_map(page.answer, page.edges, page.view.measure, "", page.words, states, has_flags=False)
    steps = _scale(key.classes, room)
    at = (room.place.left, room.place.top + height(steps) + GAP / 2)
    samples = entries([entry(each, room.small) for each in key.samples], at, room.place.width)
    return [*steps, *samples, *moved(_note(room), height([*steps, *samples]) + GAP / 2)]


def _scale(classes: Sequence[Sample], room: Room) -> list[Block]:
    """The steps side by side, the lower limit of each under its beginning; where not all limits have room, of each
    second or third, the highest among them."""
    left, top, wide, _ = room.place
    size, number = room.small, max(len(classes), 1)
    need = max([72.0, *(width(each.text, size) + size * 0.5 for each in classes)])
    step = min(need, wide / number)
    every = ceil(need / step)
    boxes = [Box(Place(left + n * step, top, step, STEP), each.fill) for n, each in enumerate(classes)]
    limits = [
        text(each.text, Role.TEXT, (left + n * step, top + STEP + 2), every * step, size, QUIET)
        for n, each in enumerate(classes)
        if (number - n) % every == 0
    ]
    return [*boxes, *limits]


def flow_rows(page: Flows, shown: list[Flow]) -> list[Row]:
    return [Row(page.pair(f), f.count, page.figure(f), code=str(f.country)) for f in shown]
