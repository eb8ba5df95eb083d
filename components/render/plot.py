"""A series as a drawing: the figure that plotly would draw (`figures.time_series`), as SVG of our own from its numbers.

Traces are lines, marks and closed bands over one or several pairs of axes; shapes are uprights; annotations are texts.
"""

from itertools import groupby
from math import ceil, floor
from re import sub
from typing import Any

from markupsafe import Markup

from components.figures.axes import spread, ticks
from components.markup import el
from components.theme import HUES, INK, LINE, SOFT

Figure = dict[str, Any]
WIDTH, HEIGHT, PANEL = 1180, 560, 150  # units; a panel of small multiples is this tall
COLUMNS = 6  # small panels beside each other
TITLE = 16  # room for what the figures are, over them
TOKENS = {INK: "var(--ink)", SOFT: "var(--soft)", LINE: "var(--line)"} | {
    hue: f"var(--hue-{i})" for i, hue in enumerate(HUES)
}
DASH = {"dash": "8 4", "dot": "2 4", "dashdot": "9 3 2 3", "longdash": "14 4", "longdashdot": "14 4 3 4"}


class _Axes:
    """One panel: where it lies in the drawing, and which years and figures it spans."""

    def __init__(self, figure: Figure, name: str, height: float) -> None:
        layout = figure["layout"]
        margin = layout.get("margin", {})
        self.x_axis, self.y_axis = layout[f"xaxis{name}"], layout[f"yaxis{name}"]
        left, top = margin.get("l", 8), margin.get("t", 8) + (TITLE if "title" in self.y_axis else 0)
        wide, tall = WIDTH - left - margin.get("r", 8), height - top - margin.get("b", 24)
        across, up = (axis.get("domain", [0, 1]) for axis in (self.x_axis, self.y_axis))
        self.x0, self.x1 = left + across[0] * wide, left + across[1] * wide
        self.y0, self.y1 = top + (1 - up[0]) * tall, top + (1 - up[1]) * tall
        mine = [t for t in figure["data"] if t.get("xaxis", "x") == f"x{name}"]
        self.highest = max((y for t in mine for y in t["y"] if y is not None), default=0) or 1
        self.first, self.last = self.x_axis["range"]
        is_bare = self.y_axis.get("visible") is False
        ceiling = self.y_axis.get("range", [0, self.highest])[1]
        self.ticks = [] if is_bare else ticks(ceiling)
        self.top = ceiling * 1.04 if is_bare else self.ticks[-1]

    def x(self, value: float) -> float:
        return round(float(self.x0 + (value - self.first) / (self.last - self.first) * (self.x1 - self.x0)), 1)

    def y(self, value: float) -> float:
        return round(float(self.y0 + value / self.top * (self.y1 - self.y0)), 1)


def plot(figure: Figure) -> Markup:
    """The drawing; `figure` is one of `components.figures.time_series` as plain data."""
    names = sorted((key.removeprefix("xaxis") for key in figure["layout"] if key.startswith("xaxis")), key=_number)
    if len(names) > COLUMNS:
        figure = _lying(figure, names)
    rows = len({tuple(figure["layout"][f"yaxis{n}"].get("domain", [0, 1])) for n in names})
    height = HEIGHT if rows == 1 and len(names) == 1 else PANEL * rows
    axes = {name: _Axes(figure, name, height) for name in names}
    return el(
        "svg",
        [_ground(each) for each in axes.values()],
        [_shape(shape, axes) for shape in figure["layout"].get("shapes", [])],
        [_trace(trace, axes[trace.get("xaxis", "x")[1:]]) for trace in figure["data"]],
        _notes(figure, axes, height),
        viewBox=f"0 0 {WIDTH} {height}",
        class_="plotted",
    )


def _number(name: str) -> int:
    return int(name or 1)


def _lying(figure: Figure, names: list[str]) -> Figure:
    """The same small panels in more columns, for a picture is wider than a page's column."""
    layout = dict(figure["layout"])
    rows = -(-len(names) // COLUMNS)
    notes = [dict(note) for note in layout["annotations"]]
    for i, name in enumerate(names):
        left, bottom = (i % COLUMNS) / COLUMNS, 1 - (i // COLUMNS + 1) / rows
        across, up = [left + 0.012, left + 1 / COLUMNS - 0.012], [bottom + 0.2 / rows, bottom + 0.7 / rows]
        layout[f"xaxis{name}"] = layout[f"xaxis{name}"] | {"domain": across}
        layout[f"yaxis{name}"] = layout[f"yaxis{name}"] | {"domain": up}
        for note in notes[2 * i : 2 * i + 2]:  # a panel has its name, and how high it reaches
            note |= {"x": across[0], "y": up[1]}
    return {"data": figure["data"], "layout": layout | {"annotations": notes}}


def _colour(value: str) -> str:
    return TOKENS.get(value, value)


def _ground(axes: _Axes) -> list[Markup]:
    """Rules and numbers of the figures, and the years: every one that has room, the last for certain."""
    drawn = [
        el("line", x1=axes.x0, x2=axes.x1, y1=axes.y(tick), y2=axes.y(tick), stroke=_colour(SOFT if not tick else LINE))
        for tick in axes.ticks or [0]
    ]
    drawn += [_label(f"{tick:g}", axes.x0 - 8, axes.y(tick) + 4, 13, "end") for tick in axes.ticks]
    title = axes.y_axis.get("title", {}).get("text")
    if title:
        drawn.append(_label(title, 4, axes.y1 - 14, 12))
    first, last = ceil(axes.first), floor(axes.last)
    if axes.x_axis.get("tickvals"):
        drawn.append(_label(str(first), axes.x0, axes.y0 + 14, 11))
        if last > first:
            drawn.append(_label(str(last), axes.x1, axes.y0 + 14, 11, "end"))
        return drawn
    step = max(1, -(-44 * (last - first + 1) // int(axes.x1 - axes.x0)))
    return drawn + [_label(str(y), axes.x(y), axes.y0 + 18, 12, "middle") for y in range(last, first - 1, -step)]


def _label(text: str, x: float, y: float, size: float, anchor: str = "start", colour: str = SOFT) -> Markup:
    return el("text", text, x=x, y=y, fill=_colour(colour), font_size=size, text_anchor=anchor)


def _shape(shape: Figure, axes: dict[str, _Axes]) -> Markup:
    """A line, or a shaded area; a reference to a domain is from end to end."""
    at, line = axes[shape["xref"].split()[0][1:]], shape["line"]
    x0, x1 = (at.x0, at.x1) if "domain" in shape["xref"] else (at.x(shape["x0"]), at.x(shape["x1"]))
    y0, y1 = (at.y0, at.y1) if "domain" in shape["yref"] else (at.y(shape["y0"]), at.y(shape["y1"]))
    if shape["type"] == "rect":
        return el("rect", x=x0, y=y1, width=round(x1 - x0, 1), height=round(y0 - y1, 1), fill="var(--context)")
    return el(
        "line", x1=x0, x2=x1, y1=y0, y2=y1, stroke=_colour(line["color"]), stroke_width=line["width"],
        stroke_dasharray=DASH.get(line.get("dash", ""), "none"),
    )  # fmt: skip


def _trace(trace: Figure, axes: _Axes) -> list[Markup]:
    points = [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True)]
    if trace.get("fill") == "toself":
        parts = [list(group) for is_gap, group in groupby(points, key=lambda p: p[1] is None) if not is_gap]
        outlines = [" ".join(f"{axes.x(x)},{axes.y(y)}" for x, y in part) for part in parts]
        fill = _colour(trace["fillcolor"])
        return [el("polygon", points=at, fill=fill, fill_opacity=trace["opacity"]) for at in outlines]
    line = trace["line"]
    look = {"fill": "none", "stroke": _colour(line["color"]), "stroke_width": line["width"]}
    look["stroke_dasharray"] = DASH.get(line.get("dash", ""), "none")
    stretches: list[list[str]] = [[]]
    level: float | None = None
    for x, y in points:
        if y is None:
            stretches.append([])
            level = None
            continue
        if level is not None and line.get("shape") == "hv":
            stretches[-1].append(f"{axes.x(x)},{axes.y(level)}")
        stretches[-1].append(f"{axes.x(x)},{axes.y(y)}")
        level = y
    drawn = [el("polyline", points=" ".join(each), **look) for each in stretches if len(each) > 1]
    size = trace["marker"]["size"] / 2 + 0.5 if "markers" in trace["mode"] else 0
    is_cap = trace.get("marker", {}).get("symbol") == "line-ew-open"
    dots = [] if is_cap else [(x, y) for x, y in points if y is not None and size]
    fill = _colour(trace.get("marker", {}).get("color", line["color"]))
    return drawn + [el("circle", cx=axes.x(x), cy=axes.y(y), r=size, fill=fill) for x, y in dots]


def _plain(text: str) -> str:
    return sub("<[^<>]+>", "", text)


def _notes(figure: Figure, axes: dict[str, _Axes], height: float) -> list[Markup]:
    """Names over the panels, or at the ends of lines, where they are kept apart."""
    notes = figure["layout"].get("annotations", [])
    ends = [note for note in notes if note.get("xref") != "paper" and "domain" not in note["yref"]]
    places = spread([axes[""].y(n["y"]) for n in ends], 17, 8, height - 24) if ends else []
    drawn = [
        _label(_plain(n["text"]), axes[""].x(n["x"]) + n.get("xshift", 8), y + 4, 13, colour=n["font"]["color"])
        for n, y in zip(ends, places, strict=True)
    ]
    margin = figure["layout"].get("margin", {})
    left, top = margin.get("l", 8), margin.get("t", 8)
    wide, tall = WIDTH - left - margin.get("r", 8), height - top - margin.get("b", 24)
    for note in notes:
        if note.get("xref") == "paper":
            x, y = left + note["x"] * wide, top + (1 - note["y"]) * tall - note.get("yshift", 0) - 4
            is_bold, said = note["text"].startswith("<b>"), _plain(note["text"])
            size = note["font"]["size"] + 2
            colour = _colour(note["font"].get("color", INK))
            weight = 600 if is_bold else 400
            drawn.append(el("text", said, x=x, y=y, fill=colour, font_size=size, font_weight=weight))
    return drawn
