"""What each year changes of a slide, for the hall: text and bars as HTML, and of the map how its countries look and
what they say, without their outlines."""

import json
from collections.abc import Mapping
from typing import Any

from components.drawing.figure_svg import drawing
from components.drawing.marks import Drawing, Shape
from components.drawing.svg import Shared, defs, drawn_marks, groups, style, together
from components.slideshow.composed import Chart, Composed
from components.slideshow.slide_html import OVER, Sheet
from components.theme import Figure

BARE = {"x": [0, 1, 1, 0], "y": [0, 0, 1, 0]}  # an outline that stands for any
LOOK = ("mode", "fill", "fillcolor", "fillpattern", "line", "opacity")  # of a trace, whatever its outline
DEFAULTS = {"fill": "none", "stroke": "none", "stroke-dasharray": "none", "stroke-opacity": "1", "fill-opacity": "1"}

Looked = dict[str, Shape]


def year_data(composed: Composed, head: str, shared: Shared) -> str:
    """The years of a slide as JSON that no closing tag can leave; empty where none is turned."""
    if composed.turned is None:
        return ""
    slides = {year: composed.turned(year) for year in composed.years}
    known: Looked = {}
    written = {year: _year(slide, head, shared, known) for year, slide in slides.items()}
    changing = _changing([each["html"] for each in written.values()])
    for each in written.values():
        each["html"] = {name: html for name, html in each["html"].items() if name in changing}
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _year(slide: Composed, head: str, shared: Shared, known: Looked) -> dict[str, Any]:
    made: dict[str, Any] = {"html": Sheet(slide, head, shared).inner()}
    maps = [each for each in slide.blocks if isinstance(each, Chart) and each.name == "map"]
    return made | ({"map": _map(maps[0], shared, known)} if maps else {})


def _changing(every: list[Mapping[str, str]]) -> set[str]:
    """The names of what is not the same in all years."""
    return {name for each in every for name in each if any(other.get(name) != each[name] for other in every)}


def _map(chart: Chart, shared: Shared, known: Looked) -> dict[str, Any]:
    """Of a map how shapes look and what they say, and its figures with their lines as they are drawn."""
    figure, size = chart.figure, (chart.place.width / chart.scale, chart.place.height / chart.scale)
    shapes = [trace for trace in figure["data"] if trace.get("uid", "").startswith("shape-")]
    seen = {trace["uid"]: _seen(trace, figure["layout"], known, size) for trace in shapes}
    defs(Drawing(*size, tuple(seen.values())), shared)
    over = [trace for trace in figure["data"] if trace.get("uid") in OVER]
    made = drawing({"data": over, "layout": figure["layout"] | {"shapes": []}}, *size)
    drawn = {trace.name: drawn_marks(marks, shared) for trace, marks in groups(made) if trace.name}
    return {
        "looks": {
            name: {key: look or DEFAULTS[key] for key, look in style(mark).items() if key in DEFAULTS}
            for name, mark in seen.items()
        },
        "said": {trace["uid"]: trace["hovertext"] for trace in shapes if trace.get("hovertext")},
        "drawn": dict.fromkeys(OVER, "") | drawn,
    }


def _seen(trace: Figure, layout: Figure, known: Looked, size: tuple[float, float]) -> Shape:
    """How a shape is drawn: few looks stand for those of all years."""
    look = {key: trace[key] for key in LOOK if key in trace}
    name = repr(look)
    if name not in known:
        made = drawing({"data": [BARE | look | {"uid": name}], "layout": layout | {"shapes": []}}, *size)
        marks = next(together(marks) for trace, marks in groups(made) if trace.name)
        known[name] = next(mark for mark in marks if isinstance(mark, Shape))
    return known[name]
