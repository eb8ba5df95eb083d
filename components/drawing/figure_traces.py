"""Scatter traces as marks: fills, lines, points and texts, in plotly's order and places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import cos, radians, sin
from typing import Any

from components.drawing.colours import solid
from components.drawing.figure_axes import Axis, Extreme
from components.drawing.lettering import LEADING, lines_of, set_lines, weight_of
from components.drawing.marks import Mark, Op, Shape, line_ops
from components.drawing.symbols import STROKES, dash, hatch, symbol
from components.theme import Figure

COLOURS = ("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf")
FEW = 20  # points: a trace that has more is drawn as a line alone where it does not say how
SIDES = {"left": ("end", -1), "center": ("middle", 0), "right": ("start", 1)}
LEVELS = {"top": -1, "middle": 0, "bottom": 1}

Point = tuple[float, float]
CORNERS: dict[str, Callable[[Point, Point], list[Point]]] = {
    "hv": lambda a, b: [(b[0], a[1])],
    "vh": lambda a, b: [(a[0], b[1])],
    "hvh": lambda a, b: [((a[0] + b[0]) / 2, a[1]), ((a[0] + b[0]) / 2, b[1])],
}


def each(value: Any, index: int, default: Any = None) -> Any:
    """One point's share of a property that a trace gives once or point by point."""
    if isinstance(value, (list, tuple)):
        return value[index] if index < len(value) else default
    return default if value is None else value


def mode_of(trace: Figure) -> str:
    default = "lines+markers" if len(trace.get("y", ())) < FEW and not trace.get("fill") else "lines"
    return str(trace.get("mode", default))


def hue_of(trace: Figure, place: int) -> str:
    line, marker = trace.get("line", {}), trace.get("marker", {})
    colour = marker.get("color")
    return line.get("color") or (colour if isinstance(colour, str) else None) or COLOURS[place % len(COLOURS)]


def extremes(trace: Figure, axis: Axis) -> Iterator[Extreme]:
    """What a scatter needs of an axis."""
    mode, fill = mode_of(trace), trace.get("fill", "none")
    is_padded = axis.letter == "y" or "markers" in mode or "text" in mode
    size = trace.get("marker", {}).get("size", 6)
    for index, value in enumerate(values_of(trace, axis.letter)):
        number = axis.number(value)
        if number is not None:
            pad = max(each(size, index, 6) / 1.6, 3 if isinstance(size, (list, tuple)) else 0)
            yield Extreme(number, pad if "markers" in mode and is_padded else 0, is_padded)
    if fill == f"tozero{axis.letter}":
        yield Extreme(0, is_floor=True)


def values_of(trace: Figure, letter: str) -> Sequence[Any]:
    """The values along an axis; where a trace has none, its points are counted."""
    values = trace.get(letter)
    if values is None:
        return range(len(trace.get("y" if letter == "x" else "x", ())))
    return list(values)


def scatter(trace: Figure, x: Axis, y: Axis, place: int, font: Figure) -> list[Mark]:
    """The marks of a scatter trace; `place` is its place among the traces, for a colour where it has none."""
    if trace.get("visible", True) is not True:
        return []
    points = _points(trace, x, y)
    mode, hue = mode_of(trace), hue_of(trace, place)
    marks: list[Mark] = [*_fill(trace, points, y, hue)]
    if "lines" in mode:
        marks += _line(trace, points, hue)
    if "markers" in mode:
        marks += _markers(trace, points, hue)
    if "text" in mode:
        marks += _texts(trace, points, font, has_markers="markers" in mode)
    return marks


def _points(trace: Figure, x: Axis, y: Axis) -> list[Point | None]:
    across, up = (axis.pixels(values_of(trace, axis.letter)) for axis in (x, y))
    return [None if a is None or b is None else (a, b) for a, b in zip(across, up, strict=False)]


def _stretches(points: Iterable[Point | None], *, is_joined: bool) -> list[list[Point]]:
    if is_joined:
        return [[point for point in points if point]]
    return [[p for p in group if p] for is_gap, group in groupby(points, lambda p: p is None) if not is_gap]


def _shaped(points: Sequence[Point], shape: str) -> list[Point]:
    """Points of a line with the corners of its steps. Raises KeyError for a shape that is not drawn."""
    if shape == "linear":
        return list(points)
    found = [points[0]]
    for a, b in pairwise(points):
        found += [*CORNERS[shape](a, b), b]
    return found


def _runs(trace: Figure, points: Iterable[Point | None]) -> list[list[Point]]:
    shape = trace.get("line", {}).get("shape", "linear")
    return [_shaped(run, shape) for run in _stretches(points, is_joined=bool(trace.get("connectgaps"))) if run]


def _fill(trace: Figure, points: Sequence[Point | None], y: Axis, hue: str) -> list[Mark]:
    """The area inside a line, or between it and zero."""
    kind = trace.get("fill", "none")
    if kind == "none":
        return []
    if kind not in ("toself", "tozeroy"):
        raise KeyError(kind)
    ops: list[Op] = []
    for run in _runs(trace, points):
        if kind == "tozeroy":
            zero = y.pixel(0)
            run = [(run[0][0], zero), *run, (run[-1][0], zero)]
        ops += line_ops(run, closed=True)
    colour, opacity = solid(trace["fillcolor"]) if "fillcolor" in trace else (solid(hue)[0], 0.5)
    pattern = hatch(trace.get("fillpattern"), colour)
    if not ops or (not opacity and not pattern):
        return []
    share = opacity * trace.get("opacity", 1)
    return [Shape(tuple(ops), colour, opacity=(share, 1), hatch=pattern)]


def _line(trace: Figure, points: Sequence[Point | None], hue: str) -> list[Mark]:
    line = trace.get("line", {})
    width = float(line.get("width", 2))
    colour, opacity = solid(line.get("color") or hue)
    ops = [op for run in _runs(trace, points) if len(run) > 1 for op in line_ops(run)]
    if not width or not opacity or not ops:
        return []
    share = opacity * trace.get("opacity", 1)
    return [Shape(tuple(ops), "none", colour, width, dash(line.get("dash"), width), (1, share))]


def _markers(trace: Figure, points: Sequence[Point | None], hue: str) -> list[Mark]:
    """The points, those of one look in one path."""
    marker = trace.get("marker", {})
    edge = marker.get("line", {})
    looked: list[tuple[tuple[Any, ...], tuple[Op, ...]]] = []
    for i, point in enumerate(points):
        if point is None:
            continue
        name = str(each(marker.get("symbol"), i, "circle"))
        colour, opacity = solid(each(marker.get("color"), i) or hue)
        opacity *= each(marker.get("opacity"), i, 1) * trace.get("opacity", 1)
        width = float(each(edge.get("width"), i, 1 if name.endswith("-open") or name in STROKES else 0))
        rim = solid(each(edge.get("color"), i) or ("#444444" if width and not name.endswith("-open") else colour))[0]
        if name.endswith("-open"):
            colour, rim = "none", colour
        angle, off = float(each(marker.get("angle"), i, 0)), float(each(marker.get("standoff"), i, 0))
        x, y = point[0] - off * sin(radians(angle)), point[1] + off * cos(radians(angle))
        ops = symbol(name, x, y, float(each(marker.get("size"), i, 6)) / 2, angle)
        if opacity:
            looked.append(((colour, rim if width else "none", width, opacity), ops))
    return [
        Shape(tuple(op for _, ops in group for op in ops), fill, rim, width, opacity=(opacity, opacity))
        for (fill, rim, width, opacity), group in groupby(looked, lambda pair: pair[0])
    ]


def _texts(trace: Figure, points: Sequence[Point | None], font: Figure, *, has_markers: bool) -> list[Mark]:
    own = font | trace.get("textfont", {})
    marks: list[Mark] = []
    size_of_marker = trace.get("marker", {}).get("size", 6)
    for i, point in enumerate(points):
        lines = lines_of(each(trace.get("text"), i, ""))
        if point is None:
            continue
        size = float(each(own["size"], i, font["size"]))
        level, side = str(each(trace.get("textposition"), i, "middle center")).split()
        anchor, right = SIDES[side]
        radius = each(size_of_marker, i, 6) / 2 / 0.8 + 1 if has_markers else 0
        rows = (len(lines) - 1) * LEADING + 1
        down = size * 0.75 + LEVELS[level] * radius + (LEVELS[level] - 1) * rows * size / 2
        look = own | {"size": size, "color": each(own["color"], i, font["color"]), "halo": halo(own, i)}
        lines = [tuple((text, weight_of(own) if w == 400 else w) for text, w in line) for line in lines]
        marks += set_lines(lines, point[0] + right * radius, point[1] + down, look, anchor)
    return marks


def halo(font: Figure, index: int) -> str:
    """The colour of the rim that a text's shadow makes: the last word of its last colour."""
    shadow = str(each(font.get("shadow"), index, "none") or "none")
    return "" if shadow in ("none", "auto") else shadow.split(",")[-1].split()[-1]
