"""The map of one country's areas: an SVG of its own sheet, styled by the classes of the map of countries."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from components.captions.legend import classes, key
from components.cells import State, bounds, figure, state
from components.figures.choropleth import DIGIT_WIDTH, TYPE_SIZES, colour
from components.figures.classes import limits, step
from components.i18n import Words
from components.markup import el
from data.interval import Interval
from data.model import Cell
from data.queries.areas import AreaCell
from data.vocabulary import Measure

Edges = tuple[float, ...]


def edges(cells: Sequence[Cell], measure: Measure) -> Edges:
    """Class limits for the cells of every year, so that the colours of two years compare."""
    return limits([shown for cell in cells if (shown := bounds(cell, measure))], is_rate=measure is Measure.RATE)


def area_map(
    sheet: Mapping[str, Any], cells: Sequence[AreaCell], measure: Measure, edges: Edges, label: str, words: Words
) -> Markup:
    """The map of one year as one picture with a label; the table beside it has every figure.

    Shapes and stripes are styled as those of the countries; `sheet` is the country's part of areas.json.
    """
    known = [each for each in cells if each.area in sheet["areas"]]
    frames = [_frame(frame) for frame in sheet["frames"]]
    return el(
        "svg",
        [_shape(each, sheet["areas"][each.area], measure, edges, words) for each in known],
        frames,
        el("g", [_figure(each, sheet["areas"][each.area], measure, edges, words) for each in known], class_="figures"),
        viewBox=" ".join(str(n) for n in sheet["view"]),
        class_="sheet",
        role="img",
        aria_label=label,
    )


def is_tall(sheet: Mapping[str, Any]) -> bool:
    """Whether a sheet is higher than wide."""
    _, _, width, height = sheet["view"]
    return bool(height > width)


def _frame(frame: Mapping[str, Any]) -> Markup:
    """The window of what is enlarged, the same part of the whole, and a line from one to the other."""
    boxes = [
        el("rect", class_="frame", x=x, y=y, width=width, height=height)
        for x, y, width, height in (frame["box"], frame["of"])
    ]
    ends = [
        (x + width / 2, y + height / 2, width / 2, height / 2) for x, y, width, height in (frame["box"], frame["of"])
    ]
    (x, y, _, _), (to_x, to_y, _, _) = ends
    starts = [_edge(end, other) for end, other in ((ends[0], (to_x, to_y)), (ends[1], (x, y)))]
    (x1, y1), (x2, y2) = starts
    return el("g", boxes, el("line", class_="frame", x1=x1, y1=y1, x2=x2, y2=y2))


def _edge(box: tuple[float, float, float, float], to: tuple[float, float]) -> tuple[float, float]:
    """Where the line from the middle of a box (x, y, half its width, half its height) towards a point leaves it."""
    x, y, half, high = box
    right, down = to[0] - x, to[1] - y
    share = min(half / abs(right) if right else 1, high / abs(down) if down else 1, 1)
    return round(x + share * right, 1), round(y + share * down, 1)


def area_legend(cells: Sequence[AreaCell], measure: Measure, edges: Edges, title: str, words: Words) -> Markup:
    """The scale, and a key for each state that the map shows."""
    shown = {state(each.cell) for each in cells}
    if any(len(set(_ends(each.cell, measure, edges) or ())) > 1 for each in cells):
        shown.add(State.RANGE)
    keys = [key(each, words) for each in State if each in shown and each is not State.VALUE]
    return el(
        "div",
        el("p", title),
        classes(edges, measure, words),
        el("ul", keys, class_="keys") if keys else None,
        class_="legend",
    )


def _ends(cell: Cell, measure: Measure, edges: Edges) -> tuple[int, int] | None:
    """Colours of the lower and the upper bound; None where nothing is published, or nothing counted."""
    shown = bounds(cell, measure)
    if shown is None or shown == Interval(0, 0):
        return None
    return colour(step(shown.low, edges), edges), colour(step(shown.high, edges), edges)


def _shape(each: AreaCell, shape: Mapping[str, Any], measure: Measure, edges: Edges, words: Words) -> Markup:
    ends = _ends(each.cell, measure, edges)
    fill = "" if ends is None else f"step-{ends[0]}" if ends[0] == ends[1] else f"span-{ends[0]}-{ends[1]}"
    marker = shape.get("marker")
    return el(
        "g",
        el("title", _reading(each, words)),
        el("path", d=shape["path"]),
        el("path", d=shape["inset_path"]) if shape.get("inset_path") else None,
        el("circle", class_="ring", cx=marker[0], cy=marker[1], r=marker[2]) if marker else None,
        class_=f"area is-{state(each.cell)} {fill}".strip(),
        data_area=each.area,
    )


def _reading(each: AreaCell, words: Words) -> str:
    """What the pointer is told: figure and rate, or what is missing."""
    if not each.cell.is_published:
        return f"{each.name}: {words(f'state.{state(each.cell)}')}"
    said = f"{each.name}: {figure(each.cell, Measure.COUNT, words)}"
    rate = each.cell.rate
    return f"{said}; {words('per_100k', rate=words.interval(rate, is_rate=True))}" if rate else said


def _figure(each: AreaCell, shape: Mapping[str, Any], measure: Measure, edges: Edges, words: Words) -> Markup | None:
    """The printed figure, where it fits into its area; what is missing is told by the stripes."""
    if not each.cell.is_published:
        return None
    text = figure(each.cell, measure, words)
    ends = _ends(each.cell, measure, edges)
    ink = f"on-{ends[1]}" if ends and ends[0] == ends[1] else "on-paper"
    sizes = [name for name, size in TYPE_SIZES.items() if len(text) * size * DIGIT_WIDTH <= shape["room"]]
    x, y = shape["label"]
    return el("g", el("text", text, x=x, y=y), class_=" ".join([ink, *sizes])) if sizes else None
