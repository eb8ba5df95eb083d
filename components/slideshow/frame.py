"""What stands around the picture of every slide: the title above, and below what must never be lost: the caveat, who
reports, the sources. It leaves the same room to the picture of each year that may be turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from components.drawing.fonts import even, printable, width
from components.slideshow.composed import WIDE, Block, Box, Place, Role, Words
from components.slideshow.lettering import GAP, LEADING, SMALL, Look, sized, text
from components.theme import ACCENT, INK, LINE, PANEL, SOFT
from components.url.choices import Hall

EDGE, TOP, FOOT = 72.0, 46.0, 1046.0  # units: the margins beside, where a title begins, where the last line ends
ROOM = WIDE - 2 * EDGE
TITLES = {Hall.NEAR: (54.0, 50.0, 46.0, 42.0), Hall.DEEP: (66.0, 60.0, 54.0)}
LONG = {Hall.NEAR: (48.0, 45.0, 42.0, 38.0, 34.0), Hall.DEEP: (54.0, 50.0, 46.0)}  # of what has more than two lines
TITLE_LEADING = 1.16
TURNS = 180.0  # units at the right of the foot: the number, and above it what turns the slides
RULE = 2.5
MOST = 2  # lines of the sources
BETWEEN = 48.0  # units between what is tall and all else
UNDER = 8.0  # units between the title and what was chosen


class Texts(NamedTuple):
    """What a slide says around its picture; any but the title may be empty. Of `sources` the first has the room that is
    told in two lines, or else the last."""

    title: str
    chosen: str = ""
    caveat: str = ""
    reporting: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frame:
    """The blocks around a picture, the place that is left to it, and the tall one at its right where there is one."""

    above: tuple[Block, ...]
    below: tuple[Block, ...]
    stage: Place
    aside: Place | None = None

    def around(self, picture: Sequence[Block]) -> tuple[Block, ...]:
        """All of a slide, in the order in which it is read."""
        return (*self.above, *picture, *self.below)


def framed(said: Texts, years: Sequence[Texts], hall: Hall, number: str, stamp: str = "", shape: float = 0) -> Frame:
    """The frame of a slide that says `said` now, with room for what it says in each of its `years`. What is tall, as
    its `shape` says (width to height), stands at the right from the top, and all else beside it."""
    every = [said, *years]
    reach = max(width(printable(each.reporting), SMALL[hall], 600) for each in every)
    feet = [_foot(each, hall, number, min(reach, (ROOM - TURNS) / 2)) for each in every]
    top = min(foot[0].place.top for foot in feet)
    foot = [_raised(each, top) for each in feet[0]]
    bottom = top - 1.5 * GAP
    aside = _aside(bottom, SMALL[hall] * LEADING + GAP if stamp else TOP, shape)
    room = ROOM - (aside.width + BETWEEN if aside else 0)
    above, end = _above(said, every, hall, room)
    stage = Place(EDGE, end + GAP, room, bottom - end - GAP)
    return Frame((*stamped(stamp, SMALL[hall]), *above), tuple(foot), stage, aside)


def _aside(bottom: float, top: float, shape: float) -> Place | None:
    tall = bottom - top
    return Place(EDGE + ROOM - tall * shape, top, tall * shape, tall) if shape else None


def _above(said: Texts, every: Sequence[Texts], hall: Hall, room: float) -> tuple[list[Block], float]:
    """The title and what was chosen, and where they end in any year."""
    size = _title_size([each.title for each in every], hall, room)
    end = TOP + max(_title(each.title, size, room).place.height for each in every)
    made: list[Block] = [_title(said.title, size, room)]
    chosen = [_chosen(each.chosen, end + UNDER, hall, room) for each in every if each.chosen]
    if said.chosen:
        made.append(_chosen(said.chosen, end + UNDER, hall, room))
    return made, max([end, *(each.place.bottom for each in chosen)])


def _title_size(titles: Sequence[str], hall: Hall, room: float) -> float:
    """The largest that takes two lines over the whole slide, or a line more; beside something tall one more."""
    more = room < ROOM
    two = sized(titles, TITLES[hall], 600, room, 2 + more)
    return two or sized(titles, LONG[hall], 600, room, 3 + more) or LONG[hall][-1]


def _title(said: str, size: float, room: float) -> Words:
    lines = tuple(even(printable(said), size, 600, room)) or ("",)
    place = Place(EDGE, TOP, room, len(lines) * size * TITLE_LEADING)
    return Words(place, Role.TITLE, lines, size, INK, 600, name="title")


def stamped(said: str, size: float) -> list[Block]:
    """What marks training data, on a ground of its own at the upper edge."""
    if not said:
        return []
    wide = width(printable(said), size, 600) + 1
    place = Place(WIDE - EDGE - wide - 24, 0, wide + 24, size * LEADING)
    words = Words(place, Role.STAMP, (printable(said),), size, PANEL, 600, "middle")
    return [Box(place, ACCENT), words]


def _chosen(said: str, top: float, hall: Hall, room: float) -> Words:
    return text(said, Role.CHOSEN, (EDGE, top), room, SMALL[hall], name="chosen")


def _foot(said: Texts, hall: Hall, number: str, reach: float) -> list[Block]:
    """From the rule down: the caveat, and beside each other who reports (`reach` across), the sources, the number."""
    size, room = SMALL[hall], ROOM - TURNS
    last = _last(said, size, room, reach)
    tall = max((each.place.height for each in last), default=size * LEADING)
    caveat = [text(said.caveat, Role.CAVEAT, (EDGE, 0), room, size, Look(INK), "caveat")] if said.caveat else []
    top = FOOT - tall - (caveat[0].place.height if caveat else 0)
    rule = Box(Place(EDGE, top - GAP, ROOM, RULE), LINE)
    at = Place(WIDE - EDGE - TURNS, FOOT - size * LEADING, TURNS, size * LEADING)
    shown = Words(at, Role.NUMBER, (number,), size, SOFT, 400, "end")
    return [
        rule,
        *(each._replace(place=each.place._replace(top=top)) for each in caveat),
        *(each._replace(place=each.place._replace(top=FOOT - tall)) for each in last),
        *([shown] if number else []),
    ]


def _raised(block: Block, top: float) -> Block:
    """The rule and the caveat where the longest caveat of all years begins; what stands at the bottom stays there."""
    if isinstance(block, Box):
        return block._replace(place=block.place._replace(top=top))
    if isinstance(block, Words) and block.role is Role.CAVEAT:
        return block._replace(place=block.place._replace(top=top + GAP))
    return block


def _last(said: Texts, size: float, room: float, reach: float) -> list[Words]:
    """Who reports and the sources, side by side; where nothing reports the sources have the room."""
    found = [text(said.reporting, Role.REPORTING, (EDGE, 0), reach, size, Look(INK, 600), "reporting")] * bool(reach)
    left = reach + size * 0.6 if reach else 0.0
    for sources in said.sources:
        named = text(sources, Role.SOURCE, (EDGE + left, 0), room - left, size)
        if len(named.lines) <= MOST or sources == said.sources[-1]:
            return [*found, named]
    return found
