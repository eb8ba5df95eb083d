"""Bytes and the name of a file that somebody delivers -> sound rows, or every fault with its cell. It knows no server.

What is read is what the file says: a cell that could mean two things is a fault, and so is anything that would be left
out. Nothing of a file with a fault is to be used.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from data.fault import Fault
from data.records import Record, repeated
from data.registry import text_file, workbook
from data.registry.cell import value
from data.registry.grid import MOST_BYTES, Cell, Sheet, Unreadable, is_blank, letters
from data.registry.marks import Marks, decided
from data.registry.terms import COLUMN, code, near
from data.schema import NUMERIC, Table

ENOUGH = 3  # columns that a row must name to be taken for a header


class How(NamedTuple):
    """What whoever delivers may say of a file: its sheet and the marks of its numbers and days; empty: as it shows."""

    sheet: str = ""
    marks: Marks = Marks()


AS_IT_SHOWS = How()


@dataclass(frozen=True)
class Reading:
    """The sound rows of a file as text by column, and every fault of it. `heads` are the columns as the file has them:
    by code, place from 0 and name."""

    file: str
    records: list[Record]
    faults: list[Fault]
    sheet: str = ""
    heads: dict[str, tuple[int, str]] | None = None

    def located(self, faults: Iterable[Fault]) -> Iterator[Fault]:
        """Faults by row and column with the cell that they are in."""
        for fault in faults:
            place, head = (self.heads or {}).get(fault.column or "", (None, ""))
            cell = f"{letters(place)}{fault.row}" if place is not None and fault.row else ""
            yield replace(fault, file=self.file, sheet=self.sheet, cell=cell, head=head)


def read(table: Table, content: bytes, file: str, how: How = AS_IT_SHOWS) -> Reading:
    """The rows of a table from CSV as Excel writes it or from a workbook, whatever the file is called, and whatever the
    order and language of its columns; never raises for any content."""
    named = _named(table)
    try:
        found = _sheet(content, named, how)
    except Unreadable as no:
        return Reading(file, [], [Fault(file, no.row, None, no.reason, no.sheet)])
    if not found.rows:
        return Reading(file, [], [Fault(file, None, None, "holds no header and no rows", found.name)])
    (row, header), *rows = found.rows
    if not named(header):
        reason = f"names no column; the first row is to hold {', '.join(table.columns)}"
        return Reading(file, [], [Fault(file, row, None, reason, found.name)])
    places, faults = _columns(table, row, header)
    heads = {name: (place, str(header[place]).strip()) for name, place in places.items()}
    if faults:
        return _told(Reading(file, [], [], found.name, heads), faults)
    records, faults = _records(table, rows, places, how.marks, found.decimal)
    faults = sorted([*_beside(header, rows), *faults], key=lambda fault: fault.row or 0)  # too many values first
    if not records and not faults and not table.may_be_empty:
        faults = [Fault(file, None, None, "holds no rows")]
    return _told(Reading(file, records, [], found.name, heads), [*faults, *repeated(table, records)])


def _told(reading: Reading, faults: list[Fault]) -> Reading:
    """A reading with its faults; those that name their cell already keep it."""
    told = [
        replace(fault, file=reading.file, sheet=reading.sheet) if fault.cell else each
        for fault in faults
        for each in reading.located([fault])
    ]
    return replace(reading, faults=told)


def _named(table: Table) -> Callable[[Sequence[Cell]], int]:
    """How many columns of a table a row names."""
    return lambda row: len({_name(cell) for cell in row if isinstance(cell, str)} & {*table.columns})


def _name(cell: Cell) -> str:
    """The column that a cell of a header means; empty for none."""
    return (code(COLUMN, cell) or cell.strip()) if isinstance(cell, str) else ""


def _sheet(content: bytes, named: Callable[[Sequence[Cell]], int], how: How) -> Sheet:
    if not content:
        raise Unreadable("is empty")
    if len(content) > MOST_BYTES:
        raise Unreadable(f"is larger than {MOST_BYTES // 1_000_000} MB")
    if not content.startswith((workbook.ZIP, workbook.OLD)):
        return text_file.sheet(content, named)
    return _chosen(workbook.sheets(content), named, how.sheet)


def _chosen(sheets: list[Sheet], named: Callable[[Sequence[Cell]], int], asked: str) -> Sheet:
    """The sheet that is asked for, else the one whose first row names columns: of two, none is left out in silence."""
    if asked:
        known = {sheet.name: sheet for sheet in sheets}
        if asked not in known:
            raise Unreadable(f"has no sheet {asked!r}; there are {', '.join(known)}")
        return known[asked]
    candidates = [sheet for sheet in sheets if sheet.rows and named(sheet.rows[0][1]) >= ENOUGH]
    if len(candidates) > 1:
        both = " and ".join(repr(sheet.name) for sheet in candidates)
        raise Unreadable(f"sheets {both} hold rows to deliver; put them into one, or say which to read")
    if not sheets:
        raise Unreadable("holds no sheet")
    return (candidates or sheets)[0]


def _columns(table: Table, row: int, header: Sequence[Cell]) -> tuple[dict[str, int], list[Fault]]:
    """The place of each column, and what is wrong with the header."""
    places: dict[str, int] = {}
    faults = []
    for place, cell in enumerate(header):
        if is_blank(cell):
            continue
        name, at, said = _name(cell), f"{letters(place)}{row}", str(cell).strip()[:40]
        if name not in table.columns:
            hint = f"; nearest is {nearest}" if (nearest := near(COLUMN, said)) else ""
            faults.append(Fault("", row, said, f"column is unknown{hint}", cell=at))
        elif name in places:
            faults.append(Fault("", row, name, f"the same column as {letters(places[name])}{row}", cell=at, head=said))
        else:
            places[name] = place
    missing = [name for name in table.columns if name not in places]
    faults += [Fault("", row, name, "column is missing") for name in missing]
    return places, faults


def _beside(header: Sequence[Cell], rows: Iterable[tuple[int, Sequence[Cell]]]) -> list[Fault]:
    """What stands in a column without a name: it would be left out."""
    faults = []
    width = max((place for place, cell in enumerate(header) if not is_blank(cell)), default=-1) + 1
    for number, row in rows:
        for place, cell in enumerate(row):
            if is_blank(cell) or (place < len(header) and not is_blank(header[place])):
                continue
            if place >= width and isinstance(cell, str):
                many = max(at for at, each in enumerate(row, start=1) if not is_blank(each))
                reason = f"{many} values, expected {width}"
            else:
                reason = "holds a value, but its column has no name"
            faults.append(Fault("", number, None, reason, cell=f"{letters(place)}{number}"))
            break
    return faults


def _records(
    table: Table,
    rows: Sequence[tuple[int, Sequence[Cell]]],
    places: dict[str, int],
    given: Marks,
    by_separator: str,
) -> tuple[list[Record], list[Fault]]:
    def texts(*kinds: str) -> list[str]:
        having = [places[field.name] for field in table.fields if field.type in kinds]
        found = [row[place] for _, row in rows for place in having if place < len(row)]
        return [cell for cell in found if isinstance(cell, str)]

    marks = decided(texts(*NUMERIC), texts("date"), given, by_separator)
    records: list[Record] = []
    faults: list[Fault] = []
    for number, row in rows:
        cells = {name: row[place] if place < len(row) else "" for name, place in places.items()}
        found = {field.name: value(field, cells[field.name], marks) for field in table.fields}
        wrong = [Fault("", number, name, reason) for name, (_, reason) in found.items() if reason]
        faults += wrong
        if not wrong:
            records.append(Record(number, {name: text for name, (text, _) in found.items()}))
    return records, faults
