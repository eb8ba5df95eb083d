"""Text on a slide: broken by its measured letters, at a size that has room, never cut."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from components.drawing.fonts import even, printable, width, wrap
from components.drawing.keys import sample as drawn
from components.figures.key import Sample
from components.slideshow.composed import LEAST, Block, Place, Role, Sampled, Words
from components.theme import INK, SOFT
from components.url.choices import Hall

LEADING = 1.25  # of the size, from one line to the next
SAMPLE = 2.3  # of the size: from the start of an entry to its words
SMALL = {Hall.NEAR: LEAST, Hall.DEEP: 44.0}  # units: the type of what stands around a picture
GAP = 14.0  # units between what stands below each other
TINY = 0.01  # widths are sums


class Look(NamedTuple):
    """How a text is set: its colour by the light value, its weight, the side that its lines keep to."""

    colour: str = INK
    weight: int = 400
    anchor: str = "start"


QUIET = Look(SOFT)


def text(
    said: str, role: Role, at: tuple[float, float], room: float, size: float, look: Look = QUIET, name: str = ""
) -> Words:
    """A text in as many lines as it needs, from its top left corner."""
    lines = tuple(even(printable(said), size, look.weight, room + TINY)) or ("",)
    place = Place(*at, room, len(lines) * size * LEADING)
    return Words(place, role, lines, size, *look, name)


def sized(said: Iterable[str], sizes: Sequence[float], weight: int, room: float, most: int) -> float | None:
    """The largest size at which each of some texts takes so many lines; None where none is so small."""
    texts = [printable(each) for each in said]
    fits = (size for size in sizes if all(len(wrap(each, size, weight, room)) <= most for each in texts))
    return next(fits, None)


def height(blocks: Iterable[Block]) -> float:
    """From the top of the highest block to the bottom of the lowest."""
    places = [each.place for each in blocks]
    return max(p.bottom for p in places) - min(p.top for p in places) if places else 0.0


def moved(blocks: Iterable[Block], down: float) -> list[Block]:
    """The same blocks further down."""
    return [each._replace(place=each.place._replace(top=each.place.top + down)) for each in blocks]


def entries(samples: Sequence[Sampled], at: tuple[float, float], room: float) -> list[Block]:
    """The entries of a key beside each other as far as they go, then below."""
    made: list[Block] = []
    x = y = 0.0
    for each in samples:
        wide, tall = each.place.width, each.place.height
        if x and x + wide > room:
            x, y = 0.0, y + tall
        made.append(each._replace(place=Place(at[0] + x, at[1] + y, wide, tall)))
        x += wide + each.size
    return made


def entry(sample: Sample, size: float) -> Sampled:
    """An entry of a key, not yet in its place: its sign stands before its words, or is what it looks like."""
    said = printable(f"{sample.sign} {sample.text}".strip() if drawn(sample) else sample.text)
    return Sampled(Place(0, 0, SAMPLE * size + width(said, size) + 1, size * LEADING), said, size, sample)
