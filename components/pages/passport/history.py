"""The years of one figure: a line with its neighbours, and the same years as a table whose figures lead on."""

from markupsafe import Markup

from components.cells import figure, state
from components.figures.lines import Line, Point, panel
from components.figures.plane import Plane, ticks
from components.markup import el
from components.pages.passport.sections import Sheet
from components.tables.published import flagged
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from data.interval import Interval
from data.model import Cell
from data.vocabulary import Flag, Measure

WIDE, NARROW = (560, 230), (360, 240)  # drawn twice, for a stage that is wide or narrow (assets/picture.css)


def drawn(sheet: Sheet, label: str) -> Markup:
    """The published years as a line: a band where a figure is a range, a gap where none is published, the year of the
    passport marked."""
    cells = sheet.passport.cells
    shown = [count for cell in cells if (count := cell.count)]
    if not shown:
        return el("p", sheet.words("passport.no_year"), class_="nothing")
    marks = ticks(max(count.high for count in shown))
    breaks = tuple(cell.year for cell in cells if Flag.BREAK_IN_SERIES in cell.flags)
    line = Line(0, sheet.country, "", _runs(sheet), breaks, sheet.words(f"flag.{Flag.BREAK_IN_SERIES}"))
    pictures = []
    for look, size, step in (("wide", WIDE, 4), ("narrow", NARROW, 5)):
        plane = Plane(*size, cells[0].year, cells[-1].year, marks[-1], right=14, over=12)
        ground = plane.ground(marks, sheet.words.number, [sheet.year], step)
        pictures.append(el("div", panel(plane, ground, [line], line, label), class_=look))
    return el("div", pictures)


def _runs(sheet: Sheet) -> list[list[Point]]:
    """Stretches of years that may be joined: published, one after another, no break in between."""
    found: list[list[Point]] = []
    for cell in sheet.passport.cells:
        if cell.count is None:
            continue
        point = Point(cell.year, Interval(*cell.count), f"{cell.year}: {figure(cell, Measure.COUNT, sheet.words)}")
        if found and found[-1][-1].year == cell.year - 1 and Flag.BREAK_IN_SERIES not in cell.flags:
            found[-1].append(point)
        else:
            found.append([point])
    return found


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
