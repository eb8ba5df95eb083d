"""A slide as data: what stands where, on 1920 by 1080 units. The hall, PPTX, PDF, PNG, SVG and the handout each draw
this one; none of them lays out a slide for itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from components.theme import INK, Figure

WIDE, TALL = 1920.0, 1080.0
LEAST = TALL / 40  # units: no type that a reader is meant to read is smaller


class Place(NamedTuple):
    """A box on the slide, in units from its top left corner."""

    left: float
    top: float
    width: float
    height: float


class Role(StrEnum):
    """What a text is to its slide: a renderer takes from it the element, the placeholder or the tag."""

    TITLE = "title"
    STAMP = "stamp"
    CHOSEN = "chosen"
    CAPTION = "caption"
    TEXT = "text"
    ITEM = "item"
    FIGURE = "figure"  # one large number and what it counts
    CAVEAT = "caveat"
    REPORTING = "reporting"
    SOURCE = "source"
    NUMBER = "number"


class Words(NamedTuple):
    """Text in lines that are broken already, by the measured width of its letters; `colour` is a light value of the
    theme, `anchor` the side that the lines keep to, `name` what finds it again when a year is turned."""

    place: Place
    role: Role
    lines: tuple[str, ...]
    size: float
    colour: str = INK
    weight: int = 400
    anchor: str = "start"
    name: str = ""


class Chart(NamedTuple):
    """A plotly figure in its place: drawn `place.width / scale` by `place.height / scale` pixels, then `scale` times as
    large. `label` says it to who cannot see it, `name` finds it again when a year is turned."""

    place: Place
    figure: Figure
    scale: float
    label: str
    name: str = ""


class Cell(NamedTuple):
    """A cell of a grid: its text, its look (`tone`, the class names of `components.tables`), whether it is a head."""

    text: str
    tone: str = ""
    said: str = ""
    is_head: bool = False


class Grid(NamedTuple):
    """A table in its place, the first row its heads where `has_heads`; `columns` are the widths of all in units, `row`
    is the height of each, `size` of their type."""

    place: Place
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[float, ...]
    row: float
    size: float
    caption: str
    has_heads: bool = True


class Sampled(NamedTuple):
    """One entry of a key: a sample (its light colours) and the words beside it, at their place."""

    place: Place
    text: str
    size: float
    sample: Any  # components.figures.key.Sample


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


Block = Words | Chart | Grid | Sampled | Image | Code


@dataclass(frozen=True)
class Composed:
    """All of one slide in the order in which it is read. `codes` are the countries that "next" names one by one, `year`
    the year that is shown, `frames` what each other year changes."""

    blocks: tuple[Block, ...]
    codes: tuple[str, ...] = ()
    year: int | None = None
    frames: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
