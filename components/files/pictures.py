"""What a page shows, drawn for a room: its figures with their keys, its tables, its sentences."""

from collections.abc import Sequence
from dataclasses import replace

from components.captions.picture import Picture
from components.drawing import keys
from components.drawing.colours import light
from components.drawing.figure_svg import drawing as figure_drawing
from components.drawing.figure_svg import is_to_scale, room_of
from components.drawing.fonts import width, wrap
from components.drawing.marks import Drawing, line_of_text, stacked
from components.files import table_drawing
from components.theme import INK, SOFT, Figure

KEY = 330.0  # pixels of a key beside its map
MAP = 705.0  # the widest map, and the height of the tallest
NARROW, GAP = 0.42, 40.0  # of a room, a map beside a table; pixels between the two
LEADING = 1.3
HEADING, TITLE, SAID = 18.0, 14.0, 12.5


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


def drawing(shown: Sequence[Picture], room: float) -> Drawing:
    """All pictures below each other. A page may end between two, or between two rows of a table."""
    return together(each_of(shown, room), room)


def each_of(shown: Sequence[Picture], room: float) -> list[Drawing]:
    """The pictures one by one; a map and the table that follows it are one, where they have room beside each other."""
    made: list[Drawing] = []
    heads: list[Drawing] = []  # headings that wait for what they are of
    waiting = list(shown)
    while waiting:
        picture = waiting.pop(0)
        pair = _beside(picture, waiting[0], room) if waiting else None
        drawn = pair or one(picture, room)
        if pair:
            waiting.pop(0)
        if _is_heading(picture):
            heads.append(drawn)
        else:
            made.append(_glued([*heads, drawn], room))
            heads = []
    return [*made, *heads]


def _is_heading(picture: Picture) -> bool:
    return not (picture.figure or picture.table or picture.key)


def _glued(drawn: Sequence[Drawing], room: float) -> Drawing:
    """Headings with what they are of; no page ends between them."""
    if len(drawn) == 1:
        return drawn[0]
    made = stacked(drawn, 10, room)
    start = made.height - drawn[-1].height
    return replace(made, cuts=(0.0, *(cut for cut in made.cuts if cut > start + 1)))


def _beside(left: Picture, right: Picture, room: float) -> Drawing | None:
    """A map and a table, two lists of terms or of bars, side by side; None where they are not, or would be pressed."""
    if left.key or right.key:
        return None
    if _is_terms(left) and _is_terms(right):
        narrow = (room - GAP) / 2
    elif not left.figure:
        return None
    elif is_to_scale(left.figure) and right.table:
        narrow = room * NARROW
        if table_drawing.least(right.table) > room - narrow - GAP:
            return None
    elif right.figure and _is_bars(left.figure) and _is_bars(right.figure):
        narrow = (room - GAP) / 2
    else:
        return None
    drawn, beside = one(left, narrow), one(right, room - narrow - GAP)
    marks = (*drawn.marks, *beside.moved(narrow + GAP, 0))
    return Drawing(room, max(drawn.height, beside.height), marks, (0.0,))


def _is_terms(picture: Picture) -> bool:
    return bool(picture.table and not picture.figure and picture.table.look == "terms")


def _is_bars(figure: Figure) -> bool:
    """Whether it is one column of bars with names (`interval_bars`), which needs no wide room."""
    return any(trace.get("name") == "names" for trace in figure["data"]) and "xaxis2" not in figure["layout"]


def together(drawn: Sequence[Drawing], room: float) -> Drawing:
    """Pictures that are drawn already, below each other."""
    return stacked(drawn, 16, room)


def one(picture: Picture, room: float) -> Drawing:
    """A picture below its title, with its key, above what is said of it."""
    parts = [lines(picture.title, HEADING if _is_heading(picture) else TITLE, room, INK, 600)]
    if picture.figure and not picture.table:
        parts.append(_with_key(picture, picture.figure, room))
    elif picture.key:
        parts.append(keys.drawing(picture.key, room))
    if picture.table:
        parts.append(table_drawing.drawing(picture.table, room))
    parts += [lines(each, SAID, room) for each in picture.said]
    made = stacked(parts, 6, room)
    start = parts[0].height + 8  # a title stays with what it is of
    return replace(made, cuts=tuple(cut for cut in made.cuts if cut == 0 or (picture.table and cut > start)))


def _with_key(picture: Picture, figure: Figure, room: float) -> Drawing:
    """A map has its key at its left, below; another figure above it."""
    if not is_to_scale(figure):
        above = [keys.drawing(picture.key, room)] if picture.key else []
        return stacked([*above, figure_at(figure, room)], 8, room)
    drawn = figure_at(figure, room - KEY - 30 if picture.key else room)
    if not picture.key:
        return replace(drawn, width=room)
    key = keys.drawing(picture.key, KEY)
    height = max(key.height, drawn.height)
    left = min(KEY + 30, room - drawn.width)
    return Drawing(room, height, (*key.moved(0, height - key.height), *drawn.moved(left, 0)))


def figure_at(figure: Figure, room: float) -> Drawing:
    """A figure as wide as its room and as tall as it says; a map as large as it may be."""
    across, up = room_of(figure)
    if is_to_scale(figure):
        scale = min(room, MAP) / max(across, up * 0.9)
        return figure_drawing(figure, across * scale, up * scale, scheme=light, scale=min(1.0, scale))
    return figure_drawing(figure, room, up, scheme=light)
