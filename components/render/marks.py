"""Marks: what every drawing is made of. A path or a line of text, at its place, with its colours; nothing else.

Units are pixels from the top left corner; a text's place is the left end of its baseline.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from components.render.fonts import ASCENT, printable, width

Op = tuple[str, tuple[float, ...]]  # M, L, C, Q or Z, and its coordinates


class Hatch(NamedTuple):
    """Stripes: a ground, lines of a colour, how wide they are, how far apart, and their angle in degrees."""

    ground: str
    line: str
    width: float
    step: float
    angle: float

    @property
    def name(self) -> str:
        return f"h{self.ground[1:]}{self.line[1:]}{self.width:g}x{self.step:g}a{self.angle:g}".replace(".", "_")


@dataclass(frozen=True, slots=True)
class Shape:
    """A path with its fill and stroke; colours are #rrggbb or none."""

    ops: tuple[Op, ...]
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: tuple[float, float] = (1.0, 1.0)  # of fill and stroke
    hatch: Hatch | None = None
    round_cap: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of its points."""
        xs = [v for _, at in self.ops for v in at[::2]]
        ys = [v for _, at in self.ops for v in at[1::2]]
        return (min(xs), min(ys), max(xs), max(ys)) if xs else (0, 0, 0, 0)

    def moved(self, dx: float, dy: float, scale: float) -> "Shape":
        ops = tuple((op, tuple(v * scale + (dy if i % 2 else dx) for i, v in enumerate(at))) for op, at in self.ops)
        dash = tuple(d * scale for d in self.dash)
        hatch = self.hatch and self.hatch._replace(width=self.hatch.width * scale, step=self.hatch.step * scale)
        return replace(self, ops=ops, stroke_width=self.stroke_width * scale, dash=dash, hatch=hatch)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `halo` is the colour of a rim that sets it off, or empty."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    weight: int = 400
    halo: str = ""
    turned: float = 0  # degrees

    @property
    def width(self) -> float:
        return width(self.text, self.size, self.weight)

    @property
    def box(self) -> tuple[float, float, float, float]:
        down = self.size * (1 - ASCENT)
        if self.turned:
            return (self.x - self.size * ASCENT, self.y - self.width, self.x + down, self.y)
        return (self.x, self.y - self.size * ASCENT, self.x + self.width, self.y + down)

    def moved(self, dx: float, dy: float, scale: float) -> "Text":
        return replace(self, x=self.x * scale + dx, y=self.y * scale + dy, size=self.size * scale)


Mark = Shape | Text


@dataclass(frozen=True)
class Drawing:
    """Marks in their order, in a box from 0,0 to width,height; `cuts` are heights at which a page may end."""

    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    cuts: tuple[float, ...] = field(default=())

    def moved(self, dx: float, dy: float, scale: float = 1) -> list[Mark]:
        return [mark.moved(dx, dy, scale) for mark in self.marks]

    @property
    def texts(self) -> list[Text]:
        return [mark for mark in self.marks if isinstance(mark, Text)]


def line_of_text(
    text: str, x: float, y: float, size: float, colour: str, weight: int = 400, anchor: str = "start", halo: str = ""
) -> Text:
    """A line at x by its start, middle or end; `y` is the baseline."""
    shown = printable(text)
    back = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width(shown, size, weight)
    return Text(shown, x - back, y, size, colour, weight, halo)


def rect(x: float, y: float, w: float, h: float, fill: str, stroke: str = "none", stroke_width: float = 1) -> Shape:
    return Shape(box_ops(x, y, w, h), fill, stroke, stroke_width)


def box_ops(x: float, y: float, w: float, h: float) -> tuple[Op, ...]:
    return (("M", (x, y)), ("L", (x + w, y)), ("L", (x + w, y + h)), ("L", (x, y + h)), ("Z", ()))


def rule(x: float, y: float, u: float, v: float, colour: str, stroke_width: float = 1) -> Shape:
    return Shape(line_ops([(x, y), (u, v)]), "none", colour, stroke_width)


def line_ops(points: Sequence[tuple[float, float]], *, closed: bool = False) -> tuple[Op, ...]:
    ops: list[Op] = [("L" if i else "M", point) for i, point in enumerate(points)]
    return (*ops, ("Z", ())) if closed else tuple(ops)


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
