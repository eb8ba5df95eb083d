"""The choropleth: an SVG of Ibero-America drawn for itself, styled by classes so that theme and print need no redraw.

Shapes are defined once a document (`shapes`); every map of them only refers (`choropleth`). Turning the year
changes classes and texts (`looks`), never geometry.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from components.cells import State, bounds, figure, reading, state
from components.figures.classes import STEPS, step
from components.i18n import Words
from components.markup import el
from data.model import Cell
from data.vocabulary import Country, Measure

FLAG_BELOW = 19  # plan units under the figure's middle
DIGIT_WIDTH = 0.62  # of the type size, for the tabular sans figures on the map
TYPE_SIZES = {"fits-small": 22, "fits-large": 30}  # plan units, as in assets/picture.css


def shapes(plan: Mapping[str, Any]) -> Markup:
    """The document's hidden definitions: 22 shapes (and their enlargements), context land, hatches."""
    defined = [el("path", id=f"shape-{code}", d=shape["path"]) for code, shape in plan["countries"].items()]
    defined += [
        el("path", id=f"inset-{code}", d=shape["inset_path"])
        for code, shape in plan["countries"].items()
        if shape.get("inset_path")
    ]
    context = el("g", [el("path", d=land["path"]) for land in plan["context"]], id="context")
    return el("svg", el("defs", defined, context, _hatches()), class_="definitions", aria_hidden="true")


def _hatches() -> list[Markup]:
    """Stripes for what is missing, and two-coloured ones for a range that spans classes."""
    pairs = [(low, high) for low in range(STEPS) for high in range(low + 1, STEPS)]
    return [_stripes("missing", "missing-ground", "missing-line", 1.6, turned=45)] + [
        _stripes(f"span-{low}-{high}", f"fill-{low}", f"fill-{high}", 4, turned=90) for low, high in pairs
    ]


def _stripes(name: str, ground: str, line: str, width: float, *, turned: int) -> Markup:
    return el(
        "pattern",
        el("rect", width=8, height=8, class_=ground),
        el("rect", width=width, height=8, class_=line),
        id=name,
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({turned})",
    )


def choropleth(
    plan: Mapping[str, Any], cells: Mapping[str, Mapping[str, str]], label: str, over: Markup | None = None
) -> Markup:
    """The map of one year; `cells` as `looks` makes them, `over` what is drawn above the countries. Countries are
    options of a list box: arrow keys walk, Enter chooses (assets/parts.js)."""
    frames = [
        el("rect", class_="frame", x=x, y=y, width=w, height=h)
        for x, y, w, h in (frame["box"] for frame in plan["frames"])
    ]
    countries = [_country(code, plan["countries"][code], cells[code]) for code in plan["countries"]]
    figures = [_figure(code, plan["countries"][code], cells[code]) for code in plan["countries"]]
    return el(
        "svg",
        el("g", frames, class_="frames"),
        el("use", href="#context", class_="context"),
        el("g", countries, role="listbox", aria_multiselectable="true", aria_label=label),
        over,
        el("g", figures, class_="figures", aria_hidden="true"),
        viewBox=" ".join(str(n) for n in plan["view"]),
        preserveAspectRatio="xMaxYMid meet",  # what room is left goes to the legend
        class_="drawing",
    )


def _country(code: str, shape: Mapping[str, Any], look: Mapping[str, str]) -> Markup:
    marker = shape.get("marker")
    return el(
        "g",
        el("use", href=f"#shape-{code}"),
        el("use", href=f"#inset-{code}") if shape.get("inset_path") else None,
        [
            el("circle", class_="target", cx=marker[0], cy=marker[1], r=marker[2]),
            el("circle", class_="marker", cx=marker[0], cy=marker[1], r=marker[2] / 2),
        ]
        if marker
        else None,
        role="option",
        tabindex=0 if code == Country.ARG else -1,
        class_=look["class"],
        data_code=code,
        data_key=f"map-{code}",
        aria_selected="true" if "is-chosen" in look["class"] else "false",
        aria_label=look["title"].replace("\n", ". "),
    )


def _figure(code: str, shape: Mapping[str, Any], look: Mapping[str, str]) -> Markup:
    """The printed figure in its shape, or beside it with a thin leader."""
    x, y = shape.get("callout") or shape["label"]
    return el(
        "g",
        [el("path", d="M" + "L".join(f"{a} {b}" for a, b in shape["leader"]))] if shape.get("leader") else None,
        el("text", look["figure"], x=x, y=y),
        el("circle", class_="flagged", cx=x, cy=y + FLAG_BELOW, r=4),
        class_=look["ink"],
        data_figure=code,
    )


def looks(
    cells: list[Cell],
    measure: Measure,
    edges: tuple[float, ...],
    chosen: tuple[Country, ...],
    plan: Mapping[str, Any],
    words: Words,
    noun: str,
) -> dict[str, dict[str, str]]:
    """What each country looks like and says in one year: CSS classes, the printed figure where it fits, the
    tooltip's lines."""
    return {
        str(cell.country): {
            "class": " ".join(_classes(cell, measure, edges, chosen)),
            "ink": _ink(cell, measure, edges, plan["countries"][cell.country], figure(cell, measure, words)),
            "figure": figure(cell, measure, words) if cell.is_published else "",
            "title": reading(cell, words, noun),
        }
        for cell in cells
    }


def _classes(cell: Cell, measure: Measure, edges: tuple[float, ...], chosen: tuple[Country, ...]) -> list[str]:
    named = ["country", f"is-{state(cell)}"]
    ends = _ends(cell, measure, edges)
    if ends and state(cell) is not State.ZERO:
        low, high = ends
        named.append(f"step-{low}" if low == high else f"span-{low}-{high}")
    if chosen:
        named.append("is-chosen" if cell.country in chosen else "is-quiet")
    return named


def _ends(cell: Cell, measure: Measure, edges: tuple[float, ...]) -> tuple[int, int] | None:
    shown = bounds(cell, measure)
    return None if shown is None else (colour(step(shown.low, edges), edges), colour(step(shown.high, edges), edges))


def colour(of_step: int, edges: tuple[float, ...]) -> int:
    """The colour of a class: few classes still use the whole scale from light to dark."""
    return round(of_step * (STEPS - 1) / len(edges)) if edges else 0


def _ink(cell: Cell, measure: Measure, edges: tuple[float, ...], shape: Mapping[str, Any], text: str) -> str:
    """The ink that stands out from the fill, at which type sizes the figure has room (where it has none, the tooltip
    and the ranking have it), and whether there is something to know about it."""
    if not text or not cell.is_published:
        return "is-empty"
    flagged = ["is-flagged"] if cell.flags else []
    if shape.get("callout"):
        return " ".join(["is-outside", *flagged])
    ends = _ends(cell, measure, edges)
    ink = f"on-{ends[1]}" if ends and ends[0] == ends[1] and state(cell) is not State.ZERO else "on-paper"
    return " ".join([ink, *fits(text, shape["room"]), *flagged])


def fits(text: str, room: float) -> list[str]:
    """The type sizes at which a figure has room in its shape (`room`: width in plan units)."""
    return [name for name, size in TYPE_SIZES.items() if len(text) * size * DIGIT_WIDTH <= room]
