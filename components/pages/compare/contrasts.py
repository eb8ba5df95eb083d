"""The pictures of a comparison and their twins: one picture, a panel a country, two years, tables."""

from components.cells import state
from components.figures.axes import Ground, ticks
from components.figures.slope import Slope, slope
from components.figures.small_multiples import Panel, small_multiples
from components.figures.time_series import LOOKS, Line, time_series
from components.pages.compare.compared import Compared, first_capital
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from components.theme import Figure
from components.url.choices import Scale
from data.interval import Interval
from data.vocabulary import Country, Incomparable

COLUMNS, TALL = 3, 130  # panels beside each other, and the height of one in pixels


def series(compared: Compared) -> Figure:
    """All countries on one scale, in the looks of the card."""
    return time_series(compared.lines(), _ground(compared))


def panels(compared: Compared) -> Figure:
    """A panel a country on a scale common to all, the others thin behind."""
    drawn, marks = compared.lines(), ticks(compared.top)
    made = [
        Panel(line.name, _latest(line, compared), [line], marks[-1], [other for other in drawn if other is not line])
        for line in drawn
    ]
    return small_multiples(made, _ground(compared), min(COLUMNS, len(made)), TALL, marks)


def _latest(line: Line, compared: Compared) -> str:
    if not line.points:
        return compared.words("compare.none_shown")
    year = line.points[-1].year
    return f"{compared.text(Country(line.code), year)} ({year})"


def _ground(compared: Compared) -> Ground:
    """The years in common are shaded; an index has a rule at 100."""
    rule = 100 if compared.is_indexed and compared.top else None
    c = compared.comparison
    return Ground(c.answer.years, compared.words.rate_limit, first_capital(compared.unit), c.common, rule)


def slopes(compared: Compared) -> Figure | None:
    """The first and the last year in common; None where nobody has a figure to show at both."""
    ends = compared.comparison.ends
    drawn = [made for country in compared.places if ends and (made := _slope(compared, country, ends))]
    return slope(drawn, ends) if ends and drawn else None


def _slope(compared: Compared, country: Country, ends: tuple[int, int]) -> Slope | None:
    (earlier, later), words = ends, compared.words
    one, other = compared.shown(country, earlier), compared.shown(country, later)
    if one is None or other is None:
        return None
    name, change = words.country(country), compared.comparison.change(country, earlier, later)
    said = compared.change_text(change)
    left, right = (compared.text(country, year) for year in ends)
    right += f" ({said})" if isinstance(change, Interval) else ""
    return Slope(
        name, one, other, LOOKS[compared.places[country]],
        wide=(f"{name} {left}", f"{name} {right}"),
        narrow=(f"{country} {left}", right),
        said=f"{compared.said(country, earlier)}<br>{compared.said(country, later)}<br>{name}: {said}",
        to=compared.to(compared.comparison.answer.cells[country, later]),
        is_joined=isinstance(change, Interval) or change.why is Incomparable.MAY_START_AT_ZERO,
    )  # fmt: skip


def changes_table(compared: Compared) -> Table:
    """Twin of the slope: both figures of each country and the change between them, or why there is none."""
    c, words = compared.comparison, compared.words
    earlier, later = c.ends or (c.answer.selection.first, c.answer.selection.last)
    plain = Compared(c, Scale.ABSOLUTE, words)
    rows = [
        TableRow(
            [
                _named(compared, country),
                *(number(plain.text(country, year)) for year in (earlier, later)),
                number(compared.change_text(c.change(country, earlier, later))),
            ]
        )
        for country in compared.places
    ]
    heads = [column(text, "n") for text in (str(earlier), str(later), words("compare.change"))]
    caption = words("compare.changes", noun=compared.noun(), unit=plain.unit, earlier=earlier, later=later)
    return Table(first_capital(caption), [column(words("table.country")), *heads], [rows], "changes", "changes")


def index_table(compared: Compared, caption: str) -> Table:
    """Twin of an indexed series: countries by years, a mark for what is missing, a word where no index is defined."""
    years, words = compared.comparison.answer.years, compared.words
    rows = [
        TableRow([_named(compared, country), *(_index(compared, country, year) for year in years)])
        for country in compared.places
    ]
    heads = [column(words("table.country")), *(column(str(year), "n") for year in years)]
    return Table(caption, heads, [rows], "over-time", "over-time")


def _named(compared: Compared, country: Country) -> TableCell:
    """A country in the colour of its line."""
    return row_head(compared.words.country(country), f"line-{compared.places[country]}")


def _index(compared: Compared, country: Country, year: int) -> TableCell:
    cell, words = compared.comparison.answer.cells[country, year], compared.words
    text, look = compared.text(country, year), f"is-{state(cell)}"
    if compared.shown(country, year) is not None:
        return number(text, look)
    if compared.comparison.figure(country, year) is None:
        return number(text, look, said=words(f"state.{state(cell)}"))
    return number(words("compare.undefined"), look, said=text)
