"""A table as cells in their places: the column and row of each, how it looks, how wide columns are, what flows where.

What draws a table (`table_drawing`) and what makes a native one (`slide_tables`) begin here.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from components.drawing.fonts import pieces, width, wrap
from components.tables.cell_marks import Spark, Strip
from components.tables.looks import CellLook, look_of
from components.tables.table import Table, TableCell, TableRow
from components.theme import ACCENT, SOFT

PAD = 6.0  # pixels left and right of what a cell says; in a matrix less
TIGHT = 3.0
MARKED = {Strip: (70.0, 170.0), Spark: (80.0, 130.0)}  # least and natural width of a column of marks
LONGEST = 380.0  # what a column of bars may have of the room that is left
FOLDS = range(12, 1, -1)  # lines into which the longest text of a column may be folded, so that others have room
RAGGED = 1.12  # of the length of a text: with what is free at the ends of its lines
SAMPLE = 36.0  # of the look of a line, with the gap to its name


class Placed(NamedTuple):
    """A cell at its row and column; `is_apart` where a group of columns begins."""

    cell: TableCell
    row: int
    column: int
    look: CellLook
    is_apart: bool

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.cell.down)

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.cell.across)


class Grid(NamedTuple):
    """`rows` and `columns` are how many there are, `heads` the rows above the first; `apart` the rows that begin a
    group, `pad` the room beside what a cell says."""

    cells: tuple[Placed, ...]
    rows: int
    columns: int
    heads: int
    apart: frozenset[int]
    pad: float


def grid(table: Table) -> Grid:
    """The cells of all rows in their places; what one covers is left out by the rows below it."""
    lines = [TableRow(table.heads)] if table.heads else []
    heads, starts = len(lines), {len(lines)}
    for group in table.groups:
        lines += group
        starts.add(len(lines))
    lines += [table.foot] if table.foot else []
    aligned: dict[int, str] = {}
    placed: list[Placed] = []
    taken: set[tuple[int, int]] = set()
    is_matrix = "matrix" in table.look.split()
    for row, line in enumerate(lines):
        column = 0
        for cell in (each for each in line.cells if not each.is_way):
            while (row, column) in taken:
                column += 1
            look = look_of(cell, line, is_matrix=is_matrix, is_head=row < heads)
            if row >= heads and cell.across == 1 and cell.text:
                aligned.setdefault(column, look.align)
            placed.append(Placed(cell, row, column, look, "new-group" in cell.tone.split()))
            taken |= {(r, c) for r in placed[-1].rows for c in placed[-1].columns}
            column += cell.across
    apart = {row for row, line in enumerate(lines) if "new-group" in line.tone.split()} | starts
    columns = max((each.columns.stop for each in placed), default=0)
    cells = tuple(_under(each, aligned) if each.row < heads else each for each in placed)
    return Grid(cells, len(lines), columns, heads, frozenset(apart - {0}), TIGHT if is_matrix else PAD)


def _under(head: Placed, aligned: dict[int, str]) -> Placed:
    """A head stands as the cells below it."""
    if head.cell.across > 1:
        return head
    return head._replace(look=replace(head.look, align=aligned.get(head.column, head.look.align)))


# ---- what a cell says, as it flows ----


class Word(NamedTuple):
    text: str
    ink: str
    weight: int


def words_of(placed: Placed) -> list[list[Word]]:
    """The words of a cell, in paragraphs: its text with signs and what is said beside it, then what is listed. What
    explains the head of a column is left out: it would be taller than the rows."""
    cell, look = placed.cell, placed.look
    first = [Word(each, look.ink, look.weight) for each in pieces(cell.text)]
    first += [Word(note.sign, ACCENT, 400) for note in cell.notes]
    first += [Word(each, SOFT, 400) for each in pieces("" if cell.head == "col" else cell.beside)]
    listed = [[Word(each, look.ink, 400) for each in pieces(f"• {text}")] for text in cell.listed]
    return [each for each in (first, *listed) if each]


def runs_of(words: Sequence[Word]) -> list[Word]:
    """Neighbours of one look as one."""
    found: list[Word] = []
    for word in words:
        if found and found[-1][1:] == word[1:]:
            found[-1] = word._replace(text=f"{found[-1].text} {word.text}")
        else:
            found.append(word)
    return found


def lines_of(paragraphs: Sequence[Sequence[Word]], size: float, room: float) -> list[list[Word]]:
    """Words in lines of at most `room`; one that is longer is broken."""
    lines: list[list[Word]] = []
    space = width(" ", size)
    room += 0.01  # widths are sums
    for words in paragraphs:
        line: list[Word] = []
        used = 0.0
        for word in words:
            for part in _parts(word, size, room):
                wide = width(part.text, size, part.weight)
                if line and used + space + wide > room:
                    lines.append(line)
                    line, used = [], 0.0
                used += wide + (space if line else 0)
                line.append(part)
        lines.append(line)
    return lines


def _parts(word: Word, size: float, room: float) -> list[Word]:
    if width(word.text, size, word.weight) <= room:
        return [word]
    return [word._replace(text=part) for part in wrap(word.text, size, word.weight, max(room, size))]


# ---- how wide columns are ----


def column_widths(found: Grid, room: float, size: float, *, is_stretched: bool = True) -> list[float]:
    """The columns as wide as what they say, where that has room; else the widest give way, as far as that makes the
    table lower. Where words would have to be broken the table is wider than the room."""
    least, natural = _of_single_cells(found, size, first=0)
    if sum(natural) > room:
        least, natural = _of_single_cells(found, size, first=found.heads)
    for each in found.cells:
        if each.cell.across > 1:
            narrow, wide = _needs(each, size, found.pad)
            for widths, needed in ((least, narrow), (natural, min(wide, room))):
                missing = (needed - sum(widths[c] for c in each.columns)) / each.cell.across
                for c in each.columns if missing > 0 else ():
                    widths[c] += missing
    natural = [max(pair) for pair in zip(least, natural, strict=True)]
    if sum(natural) <= room:
        strips = {each.column for each in found.cells if each.cell.marks and "bar" in each.cell.tone.split()}
        spare = min(LONGEST, (room - sum(natural)) / max(len(strips), 1)) if is_stretched else 0.0
        return [wide + spare if column in strips else wide for column, wide in enumerate(natural)]
    if sum(least) >= room:
        return least
    floors = [[max(pair) for pair in zip(least, (wide / n for wide in natural), strict=True)] for n in FOLDS]
    made = [_sharing(floor, natural, room) for floor in (least, *floors) if sum(floor) <= room]
    texts = [
        (each.row, each.column, _needs(each, size, found.pad)[1])
        for each in found.cells
        if each.row >= found.heads and each.cell.across == each.cell.down == 1
    ]
    return min(made, key=lambda widths: _lines(texts, widths, 2 * found.pad))


def _sharing(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """The room shared out: columns above one width give way, down to their least."""
    low, high = 0.0, max(natural)
    while high - low > 0.5:
        cap = (low + high) / 2
        low, high = (cap, high) if sum(_capped(least, natural, cap)) <= room else (low, cap)
    return _capped(least, natural, low)


def _lines(texts: Sequence[tuple[int, int, float]], widths: Sequence[float], pad: float) -> int:
    """About how many lines all rows have, of texts with their row, column and natural width."""
    most: dict[int, int] = {}
    for row, column, natural in texts:
        is_whole = natural <= widths[column] + 0.5
        lines = 1 if is_whole else ceil((natural - pad) * RAGGED / max(widths[column] - pad, 1.0))
        most[row] = max(most.get(row, 1), lines)
    return sum(most.values())


def _of_single_cells(found: Grid, size: float, *, first: int) -> tuple[list[float], list[float]]:
    """The least and the natural width of each column; heads above the `first` row ask for their longest word only: a
    long head is broken once a sheet, a long cell in each row."""
    least, natural = [size] * found.columns, [size] * found.columns
    for each in found.cells:
        if each.cell.across == 1:
            narrow, wide = _needs(each, size, found.pad)
            least[each.column] = max(least[each.column], narrow)
            natural[each.column] = max(natural[each.column], narrow if each.row < first else wide)
    return least, natural


def _capped(least: Sequence[float], natural: Sequence[float], cap: float) -> list[float]:
    return [max(narrow, min(wide, cap)) for narrow, wide in zip(least, natural, strict=True)]


def _needs(placed: Placed, size: float, pad: float) -> tuple[float, float]:
    """The width of the longest word, and that of the whole in one line."""
    space = width(" ", size)
    paragraphs = words_of(placed)
    longest = max((width(w.text, size, w.weight) for words in paragraphs for w in words), default=0)
    whole = max((sum(width(w.text, size, w.weight) + space for w in words) - space for words in paragraphs), default=0)
    beside = 0.0
    for mark in placed.cell.marks:
        narrow, wide = MARKED.get(type(mark), (0.0, 0.0))
        longest, whole = max(longest, narrow), max(whole, wide)
        beside = SAMPLE if not isinstance(mark, (Strip, Spark)) else beside
    return min(longest, 160.0) + beside + 2 * pad, whole + beside + 2 * pad + 0.1


def marks_over(cell: TableCell) -> list[Strip | Spark]:
    """Marks that take the width of the cell; the look of a line stands beside its text."""
    return [mark for mark in cell.marks if isinstance(mark, (Strip, Spark))]
