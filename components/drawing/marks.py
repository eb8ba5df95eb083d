"""Marks: what every drawing is made of: a path, a line of text or a picture of pixels, at its place; nothing else.

Units are pixels from the top left corner; a text's place is the left end of its baseline. A picture has hundreds of
marks, each changed a few times on its way: they are tuples, which is five times as fast as frozen data classes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import cos, radians, sin
from re import sub
from typing import NamedTuple

from components.drawing.fonts import ASCENT, OVER, UNDER, printable, width, wrap
from components.theme import SOFT

LEADING = 1.3  # from one line to the next, of the size
BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # share of a line that is left of its place
Op = tuple[str, tuple[float, ...]]  # M, L, C, Q or Z, and its coordinates
CLOSE: Op = ("Z", ())


class Hatch(NamedTuple):
    """Stripes: a ground, lines of a colour, how wide they are, how far apart, and their angle in degrees."""

    ground: str
    line: str
    width: float
    step: float
    angle: float

    @property
    def name(self) -> str:
        written = f"h{self.ground}{self.line}{self.width:g}x{self.step:g}a{self.angle:g}"
        return sub(r"[^\w-]", "_", written)


class Named(NamedTuple):
    """Of which trace a mark is, where it has a name; and what that says."""

    name: str = ""
    said: str = ""


NAMELESS = Named()


class Shape(NamedTuple):
    """A path with its fill and stroke; colours are #rrggbb or none."""

    ops: tuple[Op, ...]
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: tuple[float, float] = (1.0, 1.0)  # of fill and stroke
    hatch: Hatch | None = None
    round_cap: bool = False
    clip: tuple[float, float, float, float] | None = None  # left, top, right, bottom: what lies beyond is not shown
    trace: Named = NAMELESS

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of its points."""
        xs = [v for _, at in self.ops for v in at[::2]]
        ys = [v for _, at in self.ops for v in at[1::2]]
        return (min(xs), min(ys), max(xs), max(ys)) if xs else (0, 0, 0, 0)

    def moved(self, dx: float, dy: float, scale: float) -> "Shape":
        if (dx, dy, scale) == (0, 0, 1):
            return self
        ops = tuple((op, tuple(v * scale + (dy if i % 2 else dx) for i, v in enumerate(at))) for op, at in self.ops)
        dash = tuple(d * scale for d in self.dash)
        hatch = self.hatch and self.hatch._replace(width=self.hatch.width * scale, step=self.hatch.step * scale)
        clip = self.clip and (self.clip[0] * scale + dx, self.clip[1] * scale + dy,
                              self.clip[2] * scale + dx, self.clip[3] * scale + dy)  # fmt: skip
        return self._replace(ops=ops, stroke_width=self.stroke_width * scale, dash=dash, hatch=hatch, clip=clip)


class Text(NamedTuple):
    """One line of text; `halo` is the colour of a rim that sets it off, or empty; `anchor` says what of the line is at
    x: start, middle or end; `parts` are its stretches where they differ in weight."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    weight: int = 400
    halo: str = ""
    turned: float = 0  # degrees, about x and y
    anchor: str = "start"
    parts: tuple[tuple[str, int], ...] = ()
    trace: Named = NAMELESS

    @property
    def width(self) -> float:
        if self.parts:
            return sum(width(letters, self.size, weight) for letters, weight in self.parts)
        return width(self.text, self.size, self.weight)

    @property
    def left(self) -> float:
        """Where the line starts, before it is turned."""
        return self.x - BEFORE[self.anchor] * self.width

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of its letters."""
        return self._turned(self.size * ASCENT, self.size * (1 - ASCENT))

    @property
    def ink(self) -> tuple[float, float, float, float]:
        """The box that a browser gives to the line, with the room over and under its letters."""
        return self._turned(round(self.size * OVER), round(self.size * UNDER))

    def _turned(self, up: float, down: float) -> tuple[float, float, float, float]:
        left = self.left - self.x
        angle = radians(self.turned)
        corners = [(a, b) for a in (left, left + self.width) for b in (-up, down)]
        xs = [self.x + a * cos(angle) - b * sin(angle) for a, b in corners]
        ys = [self.y + a * sin(angle) + b * cos(angle) for a, b in corners]
        return (min(xs), min(ys), max(xs), max(ys))

    def moved(self, dx: float, dy: float, scale: float) -> "Text":
        return self._replace(x=self.x * scale + dx, y=self.y * scale + dy, size=self.size * scale)


class Raster(NamedTuple):
    """A picture of pixels in its box: its bytes, as PNG or JPEG. It has no colours of a scheme."""

    data: bytes
    mime: str
    box: tuple[float, float, float, float]  # left, top, right, bottom
    trace: Named = NAMELESS

    def moved(self, dx: float, dy: float, scale: float) -> "Raster":
        left, top, right, bottom = (each * scale for each in self.box)
        return self._replace(box=(left + dx, top + dy, right + dx, bottom + dy))


Mark = Shape | Text | Raster


@dataclass(frozen=True)
class Drawing:
    """Marks in their order, in a box from 0,0 to width,height; `cuts` are heights at which a part of it may end."""

    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    cuts: tuple[float, ...] = field(default=())

    def moved(self, dx: float, dy: float, scale: float = 1) -> list[Mark]:
        return [mark.moved(dx, dy, scale) for mark in self.marks]

    def coloured(self, scheme: Callable[[str], str]) -> "Drawing":
        """The same in the colours of a scheme (`components.drawing.colours`)."""
        return replace(self, marks=tuple(_coloured(mark, scheme) for mark in self.marks))

    @property
    def texts(self) -> list[Text]:
        return [mark for mark in self.marks if isinstance(mark, Text)]


def _coloured(mark: Mark, scheme: Callable[[str], str]) -> Mark:
    if isinstance(mark, Raster):
        return mark
    if isinstance(mark, Text):
        return mark._replace(colour=scheme(mark.colour), halo=scheme(mark.halo) if mark.halo else "")
    hatch = mark.hatch and mark.hatch._replace(ground=scheme(mark.hatch.ground), line=scheme(mark.hatch.line))
    return mark._replace(fill=scheme(mark.fill), stroke=scheme(mark.stroke), hatch=hatch)


def line_of_text(
    text: str, x: float, y: float, size: float, colour: str, weight: int = 400, anchor: str = "start", halo: str = ""
) -> Text:
    """A line at x by its start, middle or end; `y` is the baseline."""
    return Text(printable(text), x, y, size, colour, weight, halo, anchor=anchor)


def lines(
    text: str, size: float, room: float, colour: str = SOFT, weight: int = 400, most: int | None = None
) -> Drawing:
    """Text in lines; of more than `most` the last ends with dots."""
    found = wrap(text, size, weight, room)
    if most and len(found) > most:
        found = found[:most]
        while found[-1] and width(found[-1] + "…", size, weight) > room:
            found[-1] = found[-1].rpartition(" ")[0]
        found[-1] += "…"
    step = size * LEADING
    marks = [line_of_text(line, 0, i * step + size * 0.98, size, colour, weight) for i, line in enumerate(found)]
    return Drawing(room, step * len(found), tuple(marks))


def rect(x: float, y: float, w: float, h: float, fill: str, stroke: str = "none", stroke_width: float = 1) -> Shape:
    return Shape(box_ops(x, y, w, h), fill, stroke, stroke_width)


def box_ops(x: float, y: float, w: float, h: float) -> tuple[Op, ...]:
    return (("M", (x, y)), ("L", (x + w, y)), ("L", (x + w, y + h)), ("L", (x, y + h)), CLOSE)


def rule(x: float, y: float, u: float, v: float, colour: str, stroke_width: float = 1) -> Shape:
    return Shape(line_ops([(x, y), (u, v)]), "none", colour, stroke_width)


def line_ops(points: Sequence[tuple[float, float]], *, closed: bool = False) -> tuple[Op, ...]:
    ops: list[Op] = [("L" if i else "M", point) for i, point in enumerate(points)]
    return (*ops, CLOSE) if closed else tuple(ops)


def stacked(drawings: Iterable[Drawing], gap: float, width_: float) -> Drawing:
    """Drawings one below another."""
    marks: list[Mark] = []
    cuts: list[float] = []
    y = 0.0
    for each in drawings:
        if not each.height:
            continue
        y += gap if y else 0
        cuts += [y, *(y + cut for cut in each.cuts)]
        marks += each.moved(0, y)
        y += each.height
    return Drawing(width_, y, tuple(marks), tuple(cuts))
