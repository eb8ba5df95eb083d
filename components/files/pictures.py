"""What a page shows, drawn for a room: its figures with their keys, its tables, its sentences."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from math import inf
from typing import NamedTuple

from components.captions.picture import Picture
from components.drawing import keys
from components.drawing.colours import light
from components.drawing.figure_svg import drawing as figure_drawing
from components.drawing.figure_svg import is_to_scale, room_of
from components.drawing.marks import Drawing, lines, stacked
from components.files import table_drawing
from components.theme import INK, Figure

KEY = 330.0  # pixels of a key beside its map
MAP = 705.0  # the widest map, and the height of the tallest
BARS = 300.0  # pixels that bars beside their names need
SHORT = 12  # rows of a table that stands beside another
NARROW, GAP = 0.42, 40.0  # of a room, a map beside a table; pixels between the two
PANELS, ROWS = 0.9, 0.7  # of their own height, the least at which heads of panels and rows of bars are apart
HEADING, TITLE, SAID, NOTE = 18.0, 14.0, 12.5, 11.0


class Row(NamedTuple):
    """What stands together on a sheet: headings, the picture that they are of (or two beside each other) with the room
    of each, and what is said below. A row without pictures is headings alone."""

    heads: tuple[Picture, ...]
    shown: tuple[Picture, ...]
    rooms: tuple[float, ...]
    said: tuple[Picture, ...] = ()


def rows(shown: Sequence[Picture], room: float) -> list[Row]:
    """The pictures as they stand below each other, whoever draws them; a map and the table that follows it are beside
    each other where they have room."""
    made: list[Row] = []
    heads: list[Picture] = []  # headings that wait for what they are of
    waiting = list(shown)
    while waiting:
        picture = waiting.pop(0)
        narrow = _narrow(picture, waiting[0], room) if waiting else 0.0
        if is_heading(picture):
            heads.append(picture)
        elif made and not heads and _is_said(picture):
            made[-1] = made[-1]._replace(said=(*made[-1].said, picture))
        else:
            pair = (picture, waiting.pop(0)) if narrow else (picture,)
            made.append(Row(tuple(heads), pair, (narrow, room - narrow - GAP) if narrow else (room,)))
            heads = []
    return [*made, *([Row(tuple(heads), (), ())] if heads else [])]


def drawing(shown: Sequence[Picture], room: float) -> Drawing:
    """All pictures below each other."""
    return together(each_of(shown, room), room)


def each_of(shown: Sequence[Picture], room: float) -> list[Drawing]:
    """The rows one by one."""
    return [_row(each, room) for each in rows(shown, room)]


def _row(row: Row, room: float) -> Drawing:
    drawn = [one(each, wide) for each, wide in zip(row.shown, row.rooms, strict=True)]
    if len(drawn) > 1:
        left, right = drawn
        marks = (*left.marks, *right.moved(row.rooms[0] + GAP, 0))
        drawn = [Drawing(room, max(left.height, right.height), marks, (0.0,))]
    around = [[one(each, room) for each in named] for named in (row.heads, row.said)]
    return _glued([*around[0], *drawn, *around[1]], room)


def is_heading(picture: Picture) -> bool:
    """What stands over something: it has a name and nothing drawn."""
    return bool(picture.title) and _is_said(picture)


def _is_said(picture: Picture) -> bool:
    return not (picture.figure or picture.table or picture.key)


def _glued(drawn: Sequence[Drawing], room: float) -> Drawing:
    """Headings with what they are of, and that with what is said below it; no card ends between them."""
    if len(drawn) == 1:
        return drawn[0]
    made = stacked(drawn, 10, room)
    seams = list(accumulate(each.height + 10 for each in drawn[:-1]))
    return replace(made, cuts=tuple(cut for cut in made.cuts if all(abs(cut - seam) > 1 for seam in seams)))


def _narrow(left: Picture, right: Picture, room: float) -> float:
    """The room of the left one where a map and a table, two lists of terms or of bars stand side by side; 0 where they
    do not, or would be pressed."""
    half = (room - GAP) / 2
    if left.key or right.key:
        return 0.0
    if _is_terms(left) and _is_terms(right):
        return half
    if left.table and right.table and not (left.figure or right.figure):
        is_pressed = max(map(table_drawing.least, (left.table, right.table))) > half
        return 0.0 if is_pressed or max(map(_rows, (left, right))) > SHORT else half
    if left.figure and is_to_scale(left.figure) and right.table:
        narrow = room * NARROW
        return 0.0 if table_drawing.least(right.table) > room - narrow - GAP else narrow
    if left.figure and right.figure and _is_bars(left.figure) and _is_bars(right.figure):
        return half if half >= BARS else 0.0
    return 0.0


def _rows(picture: Picture) -> int:
    return len(picture.table.rows) if picture.table else 0


def _is_terms(picture: Picture) -> bool:
    return bool(picture.table and not picture.figure and picture.table.look == "terms")


def _is_bars(figure: Figure) -> bool:
    """Whether it is one column of bars with names (`interval_bars`), which needs no wide room."""
    return any(trace.get("name") == "names" for trace in figure["data"]) and "xaxis2" not in figure["layout"]


def together(drawn: Sequence[Drawing], room: float) -> Drawing:
    """Pictures that are drawn already, below each other."""
    return stacked(drawn, 16, room)


def one(picture: Picture, room: float, tall: float = inf) -> Drawing:
    """A picture below its title, with its key, above what is said of it; where a figure can be so small, no more than
    `tall`."""
    above = [lines(picture.title, HEADING if is_heading(picture) else TITLE, room, INK, 600)]
    below = _below(picture, room)
    if picture.figure and not picture.table:
        above.append(figure_with_key(picture, room, tall - room_above(picture, room)))
    elif picture.key:
        above.append(keys.drawing(picture.key, room))
    if picture.table:
        above.append(table_drawing.drawing(picture.table, room))
    made = stacked([*above, *below], 6, room)
    start = above[0].height + 8  # a title stays with what it is of
    return replace(made, cuts=tuple(cut for cut in made.cuts if cut == 0 or (picture.table and cut > start)))


def _below(picture: Picture, room: float) -> list[Drawing]:
    note = [lines(picture.note, NOTE, room)] if picture.note else []
    return [*(lines(each, SAID, room) for each in picture.said), *note]


def room_above(picture: Picture, room: float) -> float:
    """What the words over and under a picture take of its height."""
    title = lines(picture.title, HEADING if is_heading(picture) else TITLE, room, INK, 600)
    return sum(each.height + 6 for each in (title, *_below(picture, room)))


def figure_with_key(picture: Picture, room: float, tall: float = inf) -> Drawing:
    """A map has its key at its left, below; another figure above it."""
    figure = picture.figure or {}
    if not is_to_scale(figure):
        above = [keys.drawing(picture.key, room)] if picture.key else []
        free = tall - sum(each.height + 8 for each in above)
        return stacked([*above, figure_at(figure, room, free)], 8, room)
    drawn = figure_at(figure, room - KEY - 30 if picture.key else room, tall)
    if not picture.key:
        return replace(drawn, width=room)
    key = keys.drawing(picture.key, KEY)
    height = max(key.height, drawn.height)
    left = min(KEY + 30, room - drawn.width)
    return Drawing(room, height, (*key.moved(0, height - key.height), *drawn.moved(left, 0)))


def figure_at(figure: Figure, room: float, tall: float = inf) -> Drawing:
    """A figure as wide as its room and as tall as it says; a map as large as it may be. In less than that height rows
    and scales are pressed as far as can be read, their type is not."""
    across, up = room_of(figure)
    if is_to_scale(figure):
        scale = min(min(room, MAP) / max(across, up * 0.9), tall / up)
        return figure_drawing(figure, across * scale, up * scale, scheme=light, scale=min(1.0, scale))
    pressed = max(tall, up * (PANELS if "xaxis2" in figure["layout"] and "yaxis2" in figure["layout"] else ROWS))
    return figure_drawing(figure, room, min(up, pressed), scheme=light)
