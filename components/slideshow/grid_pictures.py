"""A matrix of short cells as a grid: as wide as its place, its rows as high as there is room, and no type too
small for the last row."""

from collections.abc import Sequence

from components.drawing.fonts import printable, width
from components.slideshow.composed import LEAST, Block, Cell, Grid, Place
from components.slideshow.lettering import GAP, height, moved
from components.slideshow.picture import Room
from components.tables.looks import look_of
from components.tables.table import Table, TableCell, TableRow
from components.theme import CONTEXT

ROW = (64.0, 27.6)  # units of a row: the highest, and the lowest at the smallest type
TYPE = (32.0, LEAST)
PAD = 10.0  # units at each side of a text


def grid(table: Table, room: Room, below: Sequence[Block] = ()) -> list[Block]:
    """The table in the room, with what stands `below` it."""
    place = room.place
    lines = [TableRow(table.heads), *table.rows]
    free = place.height - (height(below) + GAP if below else 0)
    row = min(ROW[0], free / len(lines))
    size = max(TYPE[1], min(TYPE[0], row * 0.62))
    rows = tuple(tuple(_cell(cell, line, is_head=not n) for cell in line.cells) for n, line in enumerate(lines))
    apart = frozenset(n for n, line in enumerate(lines) if "new-group" in line.tone.split())
    columns = _columns(rows, size, place.width)
    at = Place(place.left, place.top, sum(columns), row * len(lines))
    made = Grid(at, rows, columns, row, size, table.caption, apart)
    return [made, *moved(below, at.bottom + GAP - min((each.place.top for each in below), default=0))]


def _columns(rows: Sequence[Sequence[Cell]], size: float, room: float) -> tuple[float, ...]:
    """The first column as wide as its names; the others share what is left, alike where that holds their texts."""
    first, *others = (
        max(width(cell.text, size, cell.weight) for cell in column) + PAD for column in zip(*rows, strict=True)
    )
    share = (room - first) / len(others)
    spare = (room - first - sum(others)) / len(others)
    return (first, *(share if max(others) <= share else wide + spare for wide in others))


def _cell(cell: TableCell, row: TableRow, *, is_head: bool) -> Cell:
    look = look_of(cell, row, is_matrix=True, is_head=is_head)
    is_name = cell.head == "row" or (is_head and "corner" in cell.tone)
    fill = look.fill or ("" if cell.head or is_head else CONTEXT)
    anchor = "start" if is_name else "middle"
    return Cell(printable(cell.text), look.ink, fill, look.edge, look.weight, anchor, cell.said, bool(cell.head))
