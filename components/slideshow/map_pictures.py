"""The map for the wall: the page's own map with the largest figures beside it, and a frame for each year where it has
years."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from components.captions.legend import of_map, to_html
from components.cells import State, bounds, figure
from components.drawing.figure_svg import drawing, svg
from components.drawing.marks import Drawing, Shape
from components.drawing.svg import defs, drawn_marks, groups, style, together
from components.figures.choropleth import choropleth, figures, frame, ordered
from components.figures.flow_map import arcs
from components.markup import el
from components.pages.flows.page import Flows
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.slideshow.picture import ROWS, Picture, Row, bars, beside
from components.theme import Figure
from components.url.choices import Hall
from data.queries.flows import Flow
from data.vocabulary import Country

TYPE = 40  # units of the plan: the height of its figures
OVER = ("dots", "figures")  # traces that a year draws anew
BARE = {"x": [0, 1, 1, 0], "y": [0, 0, 1, 0]}  # an outline that stands for any
LOOK = ("mode", "fill", "fillcolor", "fillpattern", "line", "opacity")  # of a trace, whatever its outline
DEFAULTS = {"fill": "none", "stroke": "none", "stroke-dasharray": "none", "stroke-opacity": "1"}
SIZE = (1000, 1090)  # the plan, a pixel a unit
BESIDE = {Hall.NEAR: 7, Hall.DEEP: 3}  # bars beside the map

Looked = dict[str, Shape]


def of_counts(page: ShownPage, hall: Hall) -> Picture:
    """The map of a year with what is largest in it, and what each other year changes of both."""
    assert isinstance(page, Overview)  # noqa: S101 - told by the table in pictures.py
    first = page.ranking.published(page.year)
    left = el("div", el("div", _largest(page, page.year, hall), class_="largest"), _key(page), _note(page))
    drawn = choropleth(page.dataset.plan, page.looks(page.year), size=TYPE)
    known: Looked = {}
    frames = {
        year: {"largest": _largest(page, year, hall), **_frame(drawn, page, year, known)} for year in page.answer.years
    }
    return Picture(beside(left, _map(drawn, page)), tuple(str(c.country) for c in first), frames, page.year)


def of_flows(page: ShownPage, hall: Hall) -> Picture:
    """The map of the largest flows, and the largest of them by name."""
    assert isinstance(page, Flows)  # noqa: S101
    plan = page.dataset.plan
    drawn = choropleth(plan, page.looks(), arcs(plan, page.arrows), TYPE)
    codes = tuple(dict.fromkeys(str(f.country) for f in page.shown[:8]))
    return Picture(beside(_flows(page, hall), _map(drawn, page)), codes)


def _map(figure: Figure, page: Overview | Flows) -> Markup:
    """The map with a place for every trace that a year draws anew, if it is empty now."""
    drawn = svg(figure, *SIZE, label=page.title, role="group")
    empty = [el("g", data_trace=name) for name in OVER if f'data-trace="{name}"' not in drawn]
    return el("div", drawn.removesuffix("</svg>") + Markup("").join(empty) + Markup("</svg>"), class_="map")


def _note(page: ShownPage) -> Markup:
    """Whose opinion boundaries and names are not; a deep hall could not read it."""
    return el("p", page.words("map.note.short"), class_="more boundaries")


def _frame(whole: Figure, page: Overview, year: int, known: Looked) -> dict[str, Any]:
    """What a year changes of the drawn map, by the names of its traces: how shapes and leaders look and what they say;
    figures and dots as they are drawn, and the stripes that are named."""
    plan, looks = page.dataset.plan, page.looks(year)
    outlines = _of_year(whole, frame(plan, looks))
    seen = {trace["uid"]: _seen(trace, whole["layout"], known) for trace in outlines}
    over = {"data": figures(plan, looks, ordered(plan, looks), TYPE), "layout": whole["layout"] | {"shapes": []}}
    made = drawing(over, *SIZE)
    drawn = {trace.name: drawn_marks(marks) for trace, marks in groups(made) if trace.name}
    return {
        "defs": defs(Drawing(*SIZE, (*seen.values(), *made.marks))),
        "looks": {
            name: {key: look or DEFAULTS[key] for key, look in style(mark).items() if key in DEFAULTS}
            for name, mark in seen.items()
        },
        "said": {trace["uid"]: trace["hovertext"] for trace in outlines if trace.get("hovertext")},
        "drawn": dict.fromkeys(OVER, "") | drawn,
    }


def _of_year(whole: Figure, turned: Mapping[str, Any]) -> list[Figure]:
    """The shapes and leaders as the screen's turn changes them (`choropleth.frame`), without their outlines."""
    shapes = [trace for trace in whole["data"] if trace.get("uid", "").startswith("shape-")]
    said = [turned["texts"][trace["customdata"][0]]["said"] for trace in shapes]
    leaders = [trace for trace in whole["data"] if trace.get("uid", "").startswith("leader-")]
    return [
        *(
            trace | BARE | {"hovertext": text} | turned["styles"][patch]
            for trace, text, patch in zip(shapes, said, turned["patches"], strict=True)
        ),
        *(trace | BARE | {"opacity": opacity} for trace, opacity in zip(leaders, turned["leaders"], strict=True)),
    ]


def _seen(trace: Figure, layout: Figure, known: Looked) -> Shape:
    """How a shape or a leader is drawn: few looks stand for those of all years."""
    look = {key: trace[key] for key in LOOK if key in trace}
    name = repr(look)
    if name not in known:
        made = drawing({"data": [BARE | look | {"uid": name}], "layout": layout | {"shapes": []}}, *SIZE)
        marks = next(together(marks) for trace, marks in groups(made) if trace.name)
        known[name] = next(mark for mark in marks if isinstance(mark, Shape))
    return known[name]


def _largest(page: Overview, year: int, hall: Hall) -> Markup:
    return ranking(page, year, BESIDE[hall], hall, is_half=True)


def ranking(page: Overview, year: int, n: int, hall: Hall, *, is_half: bool = False) -> Markup:
    """The countries with most, and how many more there are."""
    w, measure = page.words, page.view.measure
    if len(page.answer.panel) == 1:
        return _by_year(page, page.answer.panel[0], year, hall, is_half=is_half)
    found = page.ranking.published(year)
    rows = [
        Row(w.country(c.country), bounds(c, measure), figure(c, measure, w), code=str(c.country)) for c in found[:n]
    ]
    caption = w("wall.largest", year=year, unit=w(f"unit.{measure}"))
    more = w.count("wall.more_countries", len(found) - n) if len(found) > n else ""
    drawn = bars(rows, caption, w("wall.nothing"), hall, is_half=is_half)
    return el("div", drawn, el("p", more, class_="more") if more else None, class_="with-key")


def _by_year(page: Overview, country: Country, year: int, hall: Hall, *, is_half: bool) -> Markup:
    """Of one country there is no order: its own years up to this one, the latest first."""
    w, measure = page.words, page.view.measure
    n = BESIDE[hall] if is_half else ROWS[hall]
    cells = [page.answer.cells[country, y] for y in range(year, max(page.answer.years[0] - 1, year - n), -1)]
    rows = [Row(str(c.year), bounds(c, measure), figure(c, measure, w)) for c in cells]
    return bars(rows, f"{w.country(country)}, {w(f'unit.{measure}')}", w("wall.nothing"), hall, is_half=is_half)


def _key(page: Overview) -> Markup:
    """The scale of colours, and how a country without a figure looks."""
    states = (State.WITHHELD, State.NOT_REPORTED)
    key = of_map(page.answer, page.edges, page.view.measure, "", page.words, states, has_flags=False)
    return to_html(key, page.words, "wall-legend")


def _flows(page: Flows, hall: Hall) -> Markup:
    caption, w = page.title, page.words
    rows = flow_rows(page, page.shown[: BESIDE[hall]])
    key = w("wall.arrows" if page.is_directed else "wall.dots")
    drawn = bars(rows, caption, w("flows.none_listed"), hall, is_half=True)
    return el("div", drawn, el("p", key, class_="more"), _note(page), class_="with-key")


def flow_rows(page: Flows, shown: list[Flow]) -> list[Row]:
    return [Row(page.pair(f), f.count, page.figure(f), code=str(f.country)) for f in shown]
