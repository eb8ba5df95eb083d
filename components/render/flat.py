"""A drawn SVG as marks: every group, reference, transform and class resolved to paths and texts at their places."""

import math
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from fontTools.misc.transform import Identity, Transform
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from components.render.cascade import Cascade, Style, length
from components.render.fonts import weight_of
from components.render.marks import Drawing, Hatch, Mark, Op, Shape, box_ops, line_of_text, line_ops

CIRCLE = 0.5522847498  # control points of a quarter of a circle, as a share of its radius
CENTRAL = 0.36  # of the size: from the middle of the digits down to the baseline
SILENT = frozenset({"title", "defs", "pattern", "symbol", "desc"})
SHAPES = frozenset({"path", "rect", "line", "polyline", "polygon", "circle"})


class _Ground(NamedTuple):
    """What a mark stands on: where its units are, how opaque its groups are, and the style that a reference gives to
    what has no class of its own."""

    at: Transform
    opacity: float = 1.0
    given: Style | None = None


def view_box(svg: Element) -> tuple[float, float, float, float]:
    left, top, width, height = (float(n) for n in svg.get("viewbox", "0 0 100 100").split())
    return left, top, width, height


class Flat:
    """Flattens drawings of one tree; `named` are its elements by id."""

    def __init__(self, root: Element, cascade: Cascade) -> None:
        self._cascade = cascade
        self._named = {name: each for each in root.iter() if (name := each.get("id"))}

    def drawing(self, svg: Element, width: float, height: float) -> Drawing:
        """The drawing in a box: stretched where it says so, else as large as fits, in the middle."""
        left, top, wide, tall = view_box(svg)
        across, down = width / wide, height / tall
        if svg.get("preserveaspectratio") != "none":
            across = down = min(across, down)
            left -= (width / across - wide) / 2
            top -= (height / down - tall) / 2
        at = Identity.scale(across, down).translate(-left, -top)
        if "scaleX(-1)" in self._cascade.style(svg).get("transform", ""):
            at = Transform(-1, 0, 0, 1, width, 0).transform(at)
        marks: list[Mark] = []
        for child in svg:
            self._walk(child, _Ground(at), marks)
        return Drawing(width, height, tuple(marks))

    def _walk(self, element: Element, ground: _Ground, marks: list[Mark]) -> None:
        style = self._cascade.style(element)
        if ground.given is not None and element.get("class") is None:
            style = ground.given
        if element.tag in SILENT or style.get("display") == "none":
            return
        at = ground.at.transform(_transform(element.get("transform", "")))
        inner = _Ground(at, ground.opacity * float(style.get("opacity", 1)), ground.given)
        if element.tag == "use":
            target = self._named.get(element.get("href", "").removeprefix("#"))
            for each in () if target is None else target if target.tag == "symbol" else (target,):
                self._walk(each, inner._replace(given=style), marks)
        elif element.tag == "text":
            marks += self._text(element, style, inner)
        elif element.tag in SHAPES:
            shape = self._shape(element, style, inner)
            marks += [shape] if shape else []
        else:
            for child in element:
                self._walk(child, inner, marks)

    def _text(self, element: Element, style: Style, ground: _Ground) -> list[Mark]:
        said = " ".join("".join(element.itertext()).split())
        if not said:
            return []
        at = ground.at
        scale = math.sqrt(abs(at[0] * at[3] - at[1] * at[2]))
        size = length(style["font-size"]) * scale
        x, y = at.transformPoint((_number(element, "x"), _number(element, "y")))
        if style.get("dominant-baseline") in ("central", "middle"):
            y += CENTRAL * size
        colour = self._cascade.colour(style["fill"])
        rim = self._cascade.colour(style["stroke"]) if style.get("paint-order", "").startswith("stroke") else "none"
        halo = rim if rim != "none" else ""
        anchor = style.get("text-anchor", "start")
        return [line_of_text(said, x, y, size, colour, weight_of(style["font-weight"]), anchor, halo)]

    def _shape(self, element: Element, style: Style, ground: _Ground) -> Shape | None:
        ops = _ops(element, ground.at)
        fill, stroke = style.get("fill", "none"), self._cascade.colour(style.get("stroke", "none"))
        at = ground.at
        scale = math.sqrt(abs(at[0] * at[3] - at[1] * at[2]))
        hatch = self._hatch(fill, scale)
        colour = "none" if hatch or fill.startswith("url") else self._cascade.colour(fill)
        if not ops or (colour == stroke == "none" and hatch is None):
            return None
        fixed = 1.0 if style.get("vector-effect") == "non-scaling-stroke" else scale
        broken = style.get("stroke-dasharray", "none")
        dash = tuple(float(n) * fixed for n in re.findall(r"[\d.]+", broken)) if broken != "none" else ()
        opacity = (
            round(ground.opacity * float(style.get("fill-opacity", 1)), 3),
            round(ground.opacity * float(style.get("stroke-opacity", 1)), 3),
        )
        wide = length(style.get("stroke-width", "1")) * fixed
        is_round = style.get("stroke-linecap") == "round"
        return Shape(ops, colour, stroke if wide else "none", wide, dash, opacity, hatch, is_round)

    def _hatch(self, fill: str, scale: float) -> Hatch | None:
        """The stripes that a fill refers to."""
        name = re.match(r"url\([\"']?#([\w-]+)", fill)
        pattern = self._named.get(name[1]) if name else None
        if pattern is None:
            return None
        ground, line = (self._cascade.colour(self._cascade.style(each)["fill"]) for each in pattern)
        angle = float(re.findall(r"-?[\d.]+", pattern.get("patterntransform", "0"))[0])
        return Hatch(ground, line, _number(pattern[1], "width") * scale, _number(pattern, "width") * scale, angle)


def _number(element: Element, name: str) -> float:
    return float(element.get(name) or 0)


def _transform(text: str) -> Transform:
    made = Identity
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", text):
        values = [float(n) for n in re.findall(r"-?[\d.]+", inside)]
        if name == "translate":
            made = made.translate(values[0], values[1] if len(values) > 1 else 0)
        elif name == "scale":
            made = made.scale(values[0], values[-1])
        elif name == "rotate":
            made = made.rotate(math.radians(values[0]))
    return made


def _ops(element: Element, at: Transform) -> tuple[Op, ...]:
    return tuple((op, tuple(v for point in at.transformPoints(points) for v in point)) for op, points in _own(element))


Points = tuple[tuple[float, float], ...]


def _own(element: Element) -> tuple[tuple[str, Points], ...]:
    """The outline of a shape in its own units."""
    tag = element.tag
    if tag == "path":
        return _path(element.get("d", ""))
    if tag in ("polyline", "polygon"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", element.get("points", ""))]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        return _paired(line_ops(points, closed=tag == "polygon"))
    if tag == "line":
        return _paired(line_ops([(_number(element, f"x{i}"), _number(element, f"y{i}")) for i in (1, 2)]))
    if tag == "rect":
        x, y, w, h = (_number(element, name) for name in ("x", "y", "width", "height"))
        return _paired(box_ops(x, y, w, h)) if w and h else ()
    return _circle(*(_number(element, name) for name in ("cx", "cy", "r")))


def _paired(ops: tuple[Op, ...]) -> tuple[tuple[str, Points], ...]:
    return tuple((op, (tuple(at),) if at else ()) for op, at in ops)  # type: ignore[misc]


def _circle(x: float, y: float, r: float) -> tuple[tuple[str, Points], ...]:
    k = CIRCLE * r
    corners = [(r, 0), (0, r), (-r, 0), (0, -r), (r, 0)]
    ops: list[tuple[str, Points]] = [("M", ((x + r, y),))]
    for (a, b), (c, d) in pairwise(corners):
        first = (x + a + (c and c / r * k), y + b + (d and d / r * k))
        second = (x + c + (a and a / r * k), y + d + (b and b / r * k))
        ops.append(("C", (first, second, (x + c, y + d))))
    return (*ops, ("Z", ()))


@lru_cache(maxsize=4_000)
def _path(d: str) -> tuple[tuple[str, Points], ...]:
    pen = RecordingPen()
    parse_path(d, pen)
    names = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "Q", "closePath": "Z"}
    return tuple((names[op], tuple(points)) for op, points in pen.value if op in names)
