"""What a picture on a slide is, and the two that most are: bars with names, and a grid of marks or figures.

A picture is laid out in the room that its slide leaves to it. Of what has no room there, at the smallest type that is
read from the last row, there are fewer, and how many more there are is said.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from components.figures.interval_bars import BARS as LEAST_BARS
from components.figures.interval_bars import Bar, Group, interval_bars
from components.figures.key import Sample
from components.i18n import Words
from components.pages.page import ShownPage
from components.slideshow.composed import LEAST, Block, Chart, Place, Role
from components.slideshow.lettering import GAP, SMALL, entries, entry, height, moved, text
from components.tables.matrix import Line
from components.tables.table import Table, TableCell, TableRow
from components.theme import ACCENT, BAR, SIZE, Figure
from components.url.choices import Hall
from data.interval import Interval

TYPE = {Hall.NEAR: (32.0, 27.0), Hall.DEEP: (60.0, 44.0)}  # units: of bars, the largest and the smallest
FEW, LARGER = 4, 1.7  # rows that leave room for larger type
LONGEST = 64  # letters of a name that stands beside its bar
BARS = 0.3  # of the width: what is left to the bars, at the least
WHOLE = 1400.0  # units: from here on a picture has the slide to itself
ABOVE = 0.4  # of the room that few bars leave, the part above them
GAP_LOOK = "is-gap"
ACROSS = 9  # rows and columns of a square of pairs
ROWS = {Hall.NEAR: 12, Hall.DEEP: 5}  # bars of a whole slide, at most


class Room(NamedTuple):
    """What a picture is drawn for: the page answered, the hall, its place, and the year where years turn."""

    page: ShownPage
    hall: Hall
    place: Place
    year: int | None = None
    chosen: str = ""  # what the slide says over it
    aside: Place | None = None  # the place of what is tall

    @property
    def small(self) -> float:
        """The size of what is said around a picture."""
        return SMALL[self.hall]

    def part(self, left: float, width: float) -> "Room":
        """A part of the room across."""
        return self._replace(place=self.place._replace(left=self.place.left + left, width=width))

    def note(self, said: str) -> list[Block]:
        """A sentence below a picture."""
        return [text(said, Role.TEXT, self.place[:2], self.place.width, self.small)] if said else []


class Picture(NamedTuple):
    """The blocks of a picture, and the codes of the countries that "next" names one by one."""

    blocks: Sequence[Block]
    codes: tuple[str, ...] = ()


class Row(NamedTuple):
    """A named figure: its bounds (None where there is none), as printed, what else to say, whose it is, its look."""

    name: str
    shown: Interval | None
    text: str
    note: str = ""
    code: str = ""
    look: str = ""


More = Callable[[int], str]  # how many more there are, in words


class Listed(NamedTuple):
    """Rows of which as many are shown as have room: what they are, what is said where there is none, how many more than
    these there are (`unseen`) and how that is said; the figure at a full bar."""

    rows: Sequence[Row]
    caption: str = ""
    nothing: str = ""
    more: More | None = None
    unseen: int = 0
    top: float = 0
    name: str = "bars"


def bars(listed: Listed, room: Room, below: Sequence[Block] = ()) -> list[Block]:
    """Bars with their ranges below their caption, as large as the room allows, with what stands `below` them (laid out
    from the top) at the bottom of the room."""
    place, hall = room.place, room.hall
    if not listed.rows:
        return [*room.note(listed.nothing), *_last(below, place)]
    is_said = hall is Hall.DEEP or room.chosen.startswith(listed.caption) or room.aside
    head = [] if is_said else room.note(listed.caption)
    top = place.top + (height(head) + GAP if head else 0)
    end = place.bottom - (height(below) + GAP * 1.5 if below else 0)
    largest, least = TYPE[hall]

    def more(n: int) -> list[Block]:
        """What is said of those that are not shown, in as many lines as that takes."""
        return room.note(listed.more(_more(listed, n))) if listed.more and _more(listed, n) else []

    def free(n: int) -> float:
        """Units left to so many bars."""
        said = more(n)
        return end - top - (height(said) + GAP if said else 0)

    n, figure = _fitting(listed, place.width / least * SIZE, lambda n: free(n) / least * SIZE)
    is_whole = place.width > WHOLE
    size = largest * (LARGER if n <= FEW and hall is Hall.NEAR and is_whole else 1)
    size = min(size, free(n) / figure["layout"]["height"] * SIZE, place.width / _least(figure) * SIZE)
    # where not even one bar has room its type gives way, down to what the last row reads
    low = max(LEAST, min(least, (free(n) + GAP) / figure["layout"]["height"] * SIZE))
    scale = max(low, size) / SIZE
    tall = figure["layout"]["height"] * scale
    at = Place(place.left, top + max(0.0, free(n) - tall) * ABOVE * is_whole, place.width, tall)
    label = f"{listed.caption}: {'; '.join(f'{r.name}: {r.text}' for r in listed.rows[:n])}"
    chart = Chart(at, figure, scale, label.removeprefix(": "), listed.name)
    said = _under(more(n), at.bottom)
    has_room = height(said) <= place.bottom - height(below) - at.bottom - GAP
    return [*head, chart, *(said if has_room else []), *_last(below, place)]


def _last(blocks: Sequence[Block], place: Place) -> list[Block]:
    """Blocks at the bottom of a place, from wherever they were laid out: it is the same whatever stands above."""
    return moved(blocks, place.bottom - max(each.place.bottom for each in blocks)) if blocks else []


def _under(blocks: Sequence[Block], bottom: float) -> list[Block]:
    """Blocks below a height, from wherever they were laid out."""
    return moved(blocks, bottom + GAP - min(each.place.top for each in blocks)) if blocks else []


def _more(listed: Listed, n: int) -> int:
    return len(listed.rows) - n + listed.unseen


def _fitting(listed: Listed, wide: float, tall: Callable[[int], float]) -> tuple[int, Figure]:
    """As many rows as have room at the smallest type, and their figure; `wide` and `tall` in its pixels."""
    for n in range(len(listed.rows), 0, -1):
        figure = _figure(listed, listed.rows[:n], wide)
        if figure["layout"]["height"] <= tall(n):
            break
    return n, figure


def _figure(listed: Listed, rows: Sequence[Row], wide: float) -> Figure:
    """The bars with their names beside them, or above where that leaves too little; what is said beside the figures
    gives way before type would be too small."""
    told, plain = ([Group("", [_bar(row) for row in each])] for each in (rows, [r._replace(note="") for r in rows]))
    tried = [(told, LONGEST, BARS), (told, 0, 0), (plain, LONGEST, BARS / 2), (plain, 0, 0)]
    for shown, beside, left in tried:
        figure = interval_bars(shown, top=listed.top, beside=int(beside))
        if _least(figure) - LEAST_BARS + wide * left <= wide and _least(figure) <= wide:
            break
    return _by_row(figure, [row.code for row in rows])


def _least(figure: Figure) -> float:
    return float(figure["layout"]["meta"]["least"])


def _bar(row: Row) -> Bar:
    return Bar(row.name, row.shown, row.text, row.note, hue=ACCENT if row.look == GAP_LOOK else BAR)


def _by_row(figure: Figure, codes: Sequence[str]) -> Figure:
    """The figure with traces of its own for each row, which are found by the row's code."""
    seen = [trace for trace in figure["data"] if trace["name"] != "row"]  # that one is for a pointer
    data = [
        _points(trace, at, len(trace["y"])) | {"uid": f"row-{code}" if code else ""}
        for row, code in enumerate(codes)
        for trace in seen
        if (at := [i for i, y in enumerate(trace["y"]) if round(y) == row])
    ]
    return figure | {"data": data}


def _points(told: Figure, at: Sequence[int], of: int) -> Figure:
    """What a trace tells of some of its points."""
    return {
        key: _points(value, at, of)
        if isinstance(value, dict)
        else [value[i] for i in at]
        if isinstance(value, list) and len(value) == of
        else value
        for key, value in told.items()
    }


def part(table: Table, rows: Sequence[Line], columns: Sequence[Line]) -> Table:
    """Some of the rows and columns of a matrix, in an order of their own."""
    places = {head.text: place for place, head in enumerate(table.heads)}
    lines = {row.cells[0].text: row.cells for row in table.rows}

    def picked(cells: Sequence[TableCell]) -> list[TableCell]:
        kept = [cells[0], *(cells[places[each.short]] for each in columns)]
        return [cell._replace(tone=cell.tone.replace("new-group", "")) for cell in kept]

    return replace(
        table, heads=picked(table.heads), groups=[[TableRow(picked(lines[r.name]), code=r.key) for r in rows]]
    )


def largest(found: Mapping[tuple[str, str], Interval], n: int, words: Words) -> tuple[list[Line], list[Line]]:
    """The rows and the columns with most: as many of each as can be read from the last row of a hall."""

    def lines(side: int) -> list[Line]:
        reach: dict[str, float] = {}
        for key, counted in found.items():
            reach[key[side]] = reach.get(key[side], 0) + counted.high
        ordered = sorted((c for c in reach if reach[c]), key=lambda c: (-reach[c], words.sort_key(words.country(c))))
        return [Line(c, words.country(c), c) for c in ordered[:n]]

    return lines(0), lines(1)


def keys(samples: Sequence[Sample], room: Room) -> list[Block]:
    """What the looks of a picture mean: a sample of each, and its words."""
    return entries([entry(each, room.small) for each in samples], room.place[:2], room.place.width)


def halves(room: Room, gap: float = 60.0) -> tuple[Room, Room]:
    """The left and the right half of a room."""
    wide = (room.place.width - gap) / 2
    return room.part(0, wide), room.part(wide + gap, wide)
