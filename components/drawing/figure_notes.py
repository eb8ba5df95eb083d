"""Shapes and annotations of a figure as marks: places by value, by share of a plot or of the whole, in plotly's way."""

from math import atan2, cos, hypot, pi, sin

from components.drawing.colours import solid
from components.drawing.figure_axes import Axis, Box
from components.drawing.fonts import OVER
from components.drawing.lettering import height, lines_of, set_lines, weight_of, width
from components.drawing.marks import Mark, Op, Shape, box_ops, line_ops
from components.drawing.symbols import dash, ellipse
from components.theme import Figure

ANCHORED = {"left": 0.5, "center": 0.0, "right": -0.5, "top": 0.5, "middle": 0.0, "bottom": -0.5}
BY_ALIGN = {"left": "start", "center": "middle", "right": "end"}


class Places:
    """Pixels of what shapes and annotations say of their place."""

    def __init__(self, axes: dict[str, Axis], box: Box) -> None:
        self._axes, self._box = axes, box

    def at(self, ref: str, letter: str, value: object) -> float | None:
        """The pixel of a value; None is beyond the axis' data."""
        name, _, domain = ref.partition(" ")
        if ref == "paper" or name not in self._axes:
            start, length = (self._box.left, self._box.width) if letter == "x" else (self._box.top, self._box.height)
        else:
            axis = self._axes[name]
            if not domain:
                number = axis.number(value)
                return None if number is None else axis.pixel(number)
            start, length = axis.start, axis.length
        share = float(str(value))
        return start + length * (share if letter == "x" else 1 - share)

    def is_seen(self, ref: str, value: object) -> bool:
        """Whether a value is within its axis."""
        axis = self._axes.get(ref)
        number = axis.number(value) if axis else None
        return axis is None or number is None or min(axis.span) <= number <= max(axis.span)

    def clip(self, xref: str, yref: str) -> tuple[float, float, float, float]:
        across, up = self._axes.get(xref.split()[0]), self._axes.get(yref.split()[0])
        left, right = (across.start, across.end) if across else (-1e4, 1e4)
        top, bottom = (up.start, up.end) if up else (-1e4, 1e4)
        return left, top, right, bottom


def shapes(layout: Figure, places: Places, *, is_below: bool) -> list[Mark]:
    found = [each for each in layout.get("shapes", ()) if (each.get("layer") == "below") == is_below]
    return [mark for each in found if each.get("visible", True) for mark in _shape(each, places)]


def _shape(shape: Figure, places: Places) -> list[Mark]:
    xref, yref = shape.get("xref", "x"), shape.get("yref", "y")
    x0, x1 = (places.at(xref, "x", shape[key]) for key in ("x0", "x1"))
    y0, y1 = (places.at(yref, "y", shape[key]) for key in ("y0", "y1"))
    if x0 is None or x1 is None or y0 is None or y1 is None:
        return []
    line = shape.get("line", {})
    stroke, strength = solid(line.get("color", "#000000"))
    thick = float(line.get("width", 2))
    kind = shape.get("type", "rect")
    ops: dict[str, tuple[Op, ...]] = {
        "line": line_ops([(x0, y0), (x1, y1)]),
        "rect": box_ops(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)),
        "circle": ellipse((x0 + x1) / 2, (y0 + y1) / 2, abs(x1 - x0) / 2, abs(y1 - y0) / 2),
    }
    fill, opacity = solid(shape.get("fillcolor", "none")) if kind != "line" else ("none", 0.0)
    share = shape.get("opacity", 1)
    is_drawn = thick and strength and stroke != "none"
    if not is_drawn and not opacity:
        return []
    return [
        Shape(
            ops[kind],
            fill if opacity else "none",
            stroke if is_drawn else "none",
            thick,
            dash(line.get("dash"), thick),
            (opacity * share, strength * share),
            clip=places.clip(xref, yref),
        )
    ]


def notes(layout: Figure, places: Places, font: Figure) -> list[Mark]:
    shown = [note for note in layout.get("annotations", ()) if note.get("visible", True) and note.get("text", "")]
    return [mark for note in shown for mark in _Note(note, places, font).marks()]


class _Note:
    """One annotation: its text in a box, and the arrow that leads from the box to its place."""

    def __init__(self, note: Figure, places: Places, font: Figure) -> None:
        self.note, self.places = note, places
        self.font = font | note.get("font", {})
        size = float(self.font["size"])
        self.lines = lines_of(note["text"], weight_of(self.font))
        self.border = float(note.get("borderwidth", 1)) + float(note.get("borderpad", 1))
        self.text_width = width(self.lines, size)
        self.inner = float(note.get("width", self.text_width)), float(note.get("height", height(self.lines, size)))
        self.wide, self.tall = (round(each + 2 * self.border) for each in self.inner)
        self.angle = float(note.get("textangle", 0))
        self.has_arrow = bool(note.get("showarrow", True))

    def marks(self) -> list[Mark]:
        note = self.note
        for letter in "xy":
            if not self.places.is_seen(str(note.get(f"{letter}ref", letter)), note[letter]):
                return []
        found = [self._middle(letter) for letter in "xy"]
        (x, head_x), (y, head_y) = found
        if x is None or y is None or head_x is None or head_y is None:
            return []
        marks: list[Mark] = [*self._box(x, y), *self._text(x, y)]
        return self._arrow(x, y, head_x, head_y) + marks if self.has_arrow else marks

    def _middle(self, letter: str) -> tuple[float | None, float | None]:
        """The middle of the text's box along one axis, and the place that is meant."""
        note = self.note
        ref = str(note.get(f"{letter}ref", letter))
        base = self.places.at(ref, letter, note[letter])
        if base is None:
            return None, None
        turn = self.angle * pi / 180
        across, up = (cos(turn), sin(turn)) if letter == "x" else (sin(turn), cos(turn))
        size = abs(self.wide * across) + abs(self.tall * up)
        share = float(note[letter]) if ref == "paper" or "domain" in ref else 0.5
        share = share if letter == "x" else 1 - share
        shift = float(note.get(f"{letter}shift", 0)) * (1 if letter == "x" else -1)
        anchor = note.get(f"{letter}anchor", "auto")
        if self.has_arrow:
            tail = base + float(note.get(f"a{letter}", -10 if letter == "x" else -30))
            return tail + size * _anchored(0.5, anchor, letter) + shift, base + shift
        return base + size * _anchored(share, anchor, letter) + shift, base

    def _box(self, x: float, y: float) -> list[Mark]:
        fill, opacity = solid(self.note.get("bgcolor", "none"))
        rim, strength = solid(self.note.get("bordercolor", "none"))
        thick = float(self.note.get("borderwidth", 1))
        if not opacity and not (strength and thick):
            return []
        ops = box_ops(
            x - self.wide / 2 + thick / 2, y - self.tall / 2 + thick / 2, self.wide - thick, self.tall - thick
        )
        return [Shape(ops, fill if opacity else "none", rim if thick else "none", thick, opacity=(opacity, strength))]

    def _text(self, x: float, y: float) -> list[Mark]:
        size = float(self.font["size"])
        align = self.note.get("align", "center")
        left = round(x - self.wide / 2) + self.border
        across = left + {"left": 0.0, "center": 0.5, "right": 1.0}[align] * self.inner[0]
        spare = (self.inner[1] - height(self.lines, size)) / 2
        down = round(y - self.tall / 2) + self.border + spare + round(OVER * size)
        if self.angle:
            turn = self.angle * pi / 180
            dx, dy = across - x, down - y
            across, down = x + dx * cos(turn) - dy * sin(turn), y + dx * sin(turn) + dy * cos(turn)
        return [*set_lines(self.lines, across, down, self.font, BY_ALIGN[align], self.angle)]

    def _arrow(self, x: float, y: float, head_x: float, head_y: float) -> list[Mark]:
        """From the edge of the box to the place, with a point."""
        note = self.note
        tail_x, tail_y = (
            place + float(note.get(f"a{letter}", default))
            for letter, place, default in (("x", head_x, -10), ("y", head_y, -30))
        )
        long = hypot(head_x - tail_x, head_y - tail_y)
        if not long:
            return []
        across, down = (head_x - tail_x) / long, (head_y - tail_y) / long
        inside = _leaving(tail_x - x, tail_y - y, across, down, self.wide / 2, self.tall / 2)
        if inside >= long:
            return []
        thick = float(note.get("arrowwidth", 2))
        colour, opacity = solid(note.get("arrowcolor") or self.font["color"])
        scale = thick * float(note.get("arrowsize", 1))
        has_head = bool(note.get("arrowhead", 1))
        back = float(note.get("standoff", 0)) + (0.6 * scale if has_head else 0)
        end = (head_x - across * back, head_y - down * back)  # of the point; the line goes on below it
        start = (tail_x + across * inside, tail_y + down * inside)
        marks: list[Mark] = [Shape(line_ops([start, (head_x, head_y)]), "none", colour, thick, opacity=(1, opacity))]
        if has_head:
            turn = atan2(down, across)
            corners = [(-2.4, -3.0), (-2.4, 3.0), (0.6, 0.0)]
            points = [
                (end[0] + scale * (a * cos(turn) - b * sin(turn)), end[1] + scale * (a * sin(turn) + b * cos(turn)))
                for a, b in corners
            ]
            marks.append(Shape(line_ops(points, closed=True), colour, opacity=(opacity, 1)))
        return marks


def _anchored(share: float, anchor: str, letter: str) -> float:
    """How many of its sizes a box is off its place."""
    if anchor == "auto":
        names = ("left", "center", "right") if letter == "x" else ("top", "middle", "bottom")
        anchor = names[0 if share < 1 / 3 else 2 if share > 2 / 3 else 1]
    return ANCHORED[anchor]


def _leaving(x: float, y: float, across: float, down: float, half_width: float, half_height: float) -> float:
    """How far a line goes inside a box around 0,0 that starts at x, y; 0 where it starts outside."""
    if abs(x) > half_width or abs(y) > half_height:
        return 0.0
    ways = [((half_width if across > 0 else -half_width) - x) / across] if across else []
    ways += [((half_height if down > 0 else -half_height) - y) / down] if down else []
    return min(ways)
