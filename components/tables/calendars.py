"""What is published, at a glance: how many of the 22 by measure and year, and each country's years as marks."""

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from components.figures.key import Key, Sample
from components.i18n import Words
from components.markup import el
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from components.theme import ACCENT, BAR, SOFT
from data.queries.coverage import Calendar, Held, Mark
from data.vocabulary import SUBREGIONS, Country

MARKS = {Mark.EXACT: "■", Mark.RANGE: "◧", Mark.NOT_REPORTED: "·"}
INKS = {Mark.EXACT: BAR, Mark.RANGE: ACCENT, Mark.NOT_REPORTED: SOFT}
SHADES = 7  # classes of shade, by how many of the 22 report


Way = Callable[[Calendar, int, Country | None], str]  # where a year of a measure leads, of one country or of all


def nowhere(_: Calendar, __: int, ___: Country | None) -> str:
    """No way on."""
    return ""


def overview(calendars: Sequence[Calendar], caption: str, words: Words, to: Way = nowhere) -> Table:
    """Measure by year: how many of the 22 have anything published; a year leads `to` its figures."""
    rows = [Line(c.measure, words.label(c.measure), "", c.table) for c in calendars]
    known = {str(c.measure): c for c in calendars}

    def entry(row: Line, column: Line) -> TableCell:
        n = known[row.key].reporting(int(column.key))
        said = words("method.cell.year", measure=row.name, year=column.key, n=n, of=len(Country))
        href = to(known[row.key], int(column.key), None) if n else ""
        return TableCell(str(n) if n else "·", said, href, f"heat-{_shade(n)}" if n else "is-none")

    return matrix(rows, years(calendars[0]), entry, caption, words("method.head.measure"))


def _shade(n: int) -> int:
    return min(SHADES - 1, n * SHADES // len(Country))


def years(calendar: Calendar) -> list[Line]:
    """A column for each year, its last two digits on the head."""
    return [Line(str(year), str(year), f"’{year % 100:02}") for year in calendar.years]


def marks(calendar: Calendar, caption: str, words: Words, to: Way = nowhere) -> Table:
    """Country by year: exact, a range, or nothing, each a shape of its own; the row's sum at its end. What is published
    leads `to` its figures."""
    rows = [Line(c, words.country(c), c, group) for group, members in SUBREGIONS.items() for c in members]
    columns = [*years(calendar), Line("sum", words("method.head.years_reported"), "Σ", "sum")]

    def entry(row: Line, column: Line) -> TableCell:
        country = Country(row.key)
        if column.key == "sum":
            n = calendar.reported(country)
            return number(n, said=words("method.cell.sum", n=n, of=len(calendar.years)))
        held = calendar.cells[country, int(column.key)]
        return held_cell(calendar, held, words, to)

    return matrix(rows, columns, entry, caption, words("table.country"))


def held_cell(calendar: Calendar, held: Held, words: Words, to: Way = nowhere) -> TableCell:
    """One country-year as its mark."""
    href = "" if held.mark is Mark.NOT_REPORTED else to(calendar, held.year, held.country)
    return TableCell(MARKS[held.mark], said(calendar, held, words), href, f"held-{held.mark}")


def said(calendar: Calendar, held: Held, words: Words) -> str:
    """One country-year in words: how it is known, and how many figures that is."""
    where = f"{words.country(held.country)}, {held.year}"
    if held.mark is Mark.NOT_REPORTED:
        return f"{where}: {words('state.not_reported')}"
    counted = words.count(f"method.held.{calendar.table}", held.figures, exact=words.number(held.exact))
    return f"{where}: {words(f'method.mark.{held.mark}')}; {counted}"


def key(words: Words) -> Key:
    """What the marks mean."""
    return Key(samples=tuple(Sample(words(f"method.mark.{mark}"), sign=MARKS[mark], ink=INKS[mark]) for mark in Mark))


def twin(calendar: Calendar, caption: str, words: Words) -> Table:
    """The marks as a table of numbers: published figures of a country-year, and how many of them are exact."""
    ordered = sorted(Country, key=lambda c: words.sort_key(words.country(c)))
    rows = [
        TableRow([row_head(words.country(c)), *(_figures(calendar.cells[c, year], words) for year in calendar.years)])
        for c in ordered
    ]
    heads = [column(words("table.country")), *(column(str(year), "n") for year in calendar.years)]
    return Table(caption, heads, [rows], "over-time", "over-time")


def _figures(held: Held, words: Words) -> TableCell:
    if held.mark is Mark.NOT_REPORTED:
        return number("[x]", "is-not_reported", said=words("state.not_reported"))
    return number(f"{held.exact}/{held.figures}")


def folded(summary: str, key_: str, content: Iterable[Markup]) -> Markup:
    """Something behind its name."""
    return el("details", el("summary", summary, data_key=key_), list(content), class_="more")
