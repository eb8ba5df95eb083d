"""A slide as data: what stands where, on 1920 by 1080 units. The hall, PPTX, PDF, PNG, SVG and the handout each draw
this one; none of them lays out a slide for itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from components.drawing.fonts import OVER, UNDER
from components.figures.key import Sample
from components.theme import INK, Figure

WIDE, TALL = 1920.0, 1080.0
LEAST = TALL / 40  # units: no type that a reader is meant to read is smaller


class Place(NamedTuple):
    """A box on the slide, in units from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


class Role(StrEnum):
    """What a text is to its slide: a renderer takes from it the element, the placeholder or the tag."""

    TITLE = "title"
    STAMP = "stamp"
    CHOSEN = "chosen"
    CAPTION = "caption"
    TEXT = "text"
    ITEM = "item"
    FIGURE = "figure"  # one large number; the TEXT after it says what it counts
    CAVEAT = "caveat"
    REPORTING = "reporting"
    SOURCE = "source"
    NUMBER = "number"


class Words(NamedTuple):
    """Text in lines that are broken already, by the measured width of its letters; `colour` is a light value of the
    theme, `anchor` (start, middle, end) the side that the lines keep to, `name` what finds it again when a year is
    turned. The lines share the height of the place."""

    place: Place
    role: Role
    lines: tuple[str, ...]
    size: float
    colour: str = INK
    weight: int = 400
    anchor: str = "start"
    name: str = ""

    @property
    def step(self) -> float:
        """From one line to the next."""
        return self.place.height / len(self.lines)

    def baseline(self, line: int) -> float:
        """Where the letters of a line (from 0) stand: as a browser sets them, in the middle of its step."""
        return self.place.top + (line + 0.5) * self.step + (OVER - UNDER) / 2 * self.size


class Box(NamedTuple):
    """A ground, a rule or a step of a scale of colours, in a light colour."""

    place: Place
    fill: str


class Chart(NamedTuple):
    """A plotly figure in its place: drawn `place.width / scale` by `place.height / scale` pixels, then `scale` times as
    large. `label` says it to who cannot see it, `name` finds it again when a year is turned."""

    place: Place
    figure: Figure
    scale: float
    label: str
    name: str = ""


class Cell(NamedTuple):
    """A cell of a grid: its text in its look (light colours; `edge` is the colour of a frame), what is said of it to
    who cannot see it, whether it is a head."""

    text: str
    ink: str = INK
    fill: str = ""
    edge: str = ""
    weight: int = 400
    anchor: str = "middle"
    said: str = ""
    is_head: bool = False
    size: float = 0  # of its type, where that is not the grid's


class Grid(NamedTuple):
    """A table in its place, the first row its heads; `columns` are the widths of all in units, `row` is the height of
    each, `size` of their type. A rule in the colour of edges stands over each of the rows in `apart`."""

    place: Place
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[float, ...]
    row: float
    size: float
    caption: str
    apart: frozenset[int] = frozenset()


class Sampled(NamedTuple):
    """One entry of a key: a sample (its light colours) and the words beside it in one line, at their place."""

    place: Place
    text: str
    size: float
    sample: Sample


class Image(NamedTuple):
    """A picture of one's own: its bytes, as PNG or JPEG, and the text that stands for it."""

    place: Place
    data: bytes
    mime: str
    alt: str


class Code(NamedTuple):
    """A QR code that leads to an address."""

    place: Place
    address: str


Block = Words | Box | Chart | Grid | Sampled | Image | Code


@dataclass(frozen=True)
class Composed:
    """All of one slide in the order in which it is read. `codes` are the countries that "next" names one by one, `year`
    the year that is shown; `turned` composes it at another of its `years`, where it has any: the same names, in places
    of the same size."""

    blocks: tuple[Block, ...]
    codes: tuple[str, ...] = ()
    year: int | None = None
    years: tuple[int, ...] = ()
    turned: Callable[[int], "Composed"] | None = None
