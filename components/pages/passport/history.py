"""The years of one figure: a line with its neighbours, and the same years as a table whose figures lead on."""

from components.cells import figure, hover, state
from components.figures.axes import Ground
from components.figures.joining import breaks, points
from components.figures.time_series import Line, time_series
from components.pages.passport.sections import Sheet
from components.tables.published import flagged
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from components.theme import Figure
from data.model import Cell
from data.vocabulary import Measure

HEIGHT = 220


def drawn(sheet: Sheet) -> Figure | None:
    """The published years as a line, the year of the passport shaded; None where no year is published."""
    words, cells = sheet.words, sheet.passport.cells

    def said(cell: Cell) -> str:
        return hover(cell, Measure.COUNT, words)

    def to(cell: Cell) -> str:
        return sheet.view.with_values(year=cell.year).url

    line = Line(sheet.country, points(cells, Measure.COUNT, said, to), breaks=breaks(cells))
    if not line.points:
        return None
    span = range(cells[0].year, cells[-1].year + 1)
    return time_series([line], Ground(span, words.rate_limit, tint=[sheet.year]), HEIGHT)


def years(sheet: Sheet, caption: str) -> Table:
    """Each year's figure, rate and state; a year leads to its own passport, and the one shown says so."""
    words = sheet.words
    heads = [column(words("year.label")), column(words("table.count"), "n")]
    heads += [] if sheet.is_flow else [column(words("table.rate"), "n")]
    rows = [_year(sheet, cell) for cell in reversed(sheet.passport.cells)]
    return Table(caption, [*heads, column(words("table.status"))], [rows], "years-of-figure", "years-of-figure")


def _year(sheet: Sheet, cell: Cell) -> TableRow:
    words, is_shown = sheet.words, cell.year == sheet.year
    is_left_out = sheet.is_flow and not cell.is_published and cell.year in sheet.passport.listed
    said = words("passport.left_out") if is_left_out else words(f"state.{state(cell)}")
    cells = [
        row_head(str(cell.year), href=sheet.view.with_values(year=cell.year).url, turns="year", is_current=is_shown),
        number(figure(cell, Measure.COUNT, words)),
        *([] if sheet.is_flow else [number(figure(cell, Measure.RATE, words))]),
        TableCell(said, notes=flagged(cell, words)),
    ]
    return TableRow(cells, f"is-{state(cell)}" + (" is-shown" if is_shown else ""))
