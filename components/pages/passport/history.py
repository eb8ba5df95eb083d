"""The years of one figure: a line with its neighbours, and the same years as a table whose figures lead on."""

from markupsafe import Markup

from components.cells import figure, hover, state
from components.figures.axes import Ground
from components.figures.joining import breaks, points
from components.figures.time_series import Line, time_series
from components.markup import el
from components.pages.passport.sections import Sheet
from components.tables.twins import table
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


def years(sheet: Sheet, caption: str) -> Markup:
    """Each year's figure, rate and state; a year leads to its own passport, and the one shown says so."""
    words = sheet.words
    heads: list[tuple[str, str | None]] = [(words("year.label"), None), (words("table.count"), "n")]
    if not sheet.is_flow:
        heads.append((words("table.rate"), "n"))
    heads.append((words("table.status"), None))
    rows = [_year(sheet, cell) for cell in reversed(sheet.passport.cells)]
    return table(caption, heads, rows, "years-of-figure")


def _year(sheet: Sheet, cell: Cell) -> Markup:
    words, is_shown = sheet.words, cell.year == sheet.year
    to = sheet.view.with_values(year=cell.year).url
    year = el("a", cell.year, href=to, data_turn="year", data_key=f"row-{cell.year}",
              aria_current="true" if is_shown else None)  # fmt: skip
    flags = " ".join(words(f"flag.{flag}") for flag in cell.flags)
    mark = el("abbr", " ⚑", el("span", flags, class_="spoken"), title=flags, class_="flag") if flags else None
    is_left_out = sheet.is_flow and not cell.is_published and cell.year in sheet.passport.listed
    said = words("passport.left_out") if is_left_out else words(f"state.{state(cell)}")
    rate = [] if sheet.is_flow else [el("td", figure(cell, Measure.RATE, words), class_="n")]
    return el(
        "tr",
        el("th", year, scope="row"),
        el("td", figure(cell, Measure.COUNT, words), class_="n"),
        rate,
        el("td", said, mark),
        class_=f"is-{state(cell)}" + (" is-shown" if is_shown else ""),
    )
