"""The pictures of a comparison and their twins: one picture, a panel a country, two years, tables."""

from markupsafe import Markup

from components.cells import state
from components.figures.axes import Ground, ticks
from components.figures.slope import Slope, slope
from components.figures.small_multiples import Panel, small_multiples
from components.figures.time_series import LOOKS, Line, time_series
from components.markup import el
from components.pages.compare.compared import Compared, first_capital
from components.tables.swatches import named
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
        is_joined=change is not Incomparable.BREAK_BETWEEN,
    )  # fmt: skip


def changes_table(compared: Compared) -> Markup:
    """Twin of the slope: both figures of each country and the change between them, or why there is none."""
    c, words = compared.comparison, compared.words
    earlier, later = c.ends or (c.answer.selection.first, c.answer.selection.last)
    plain = Compared(c, Scale.ABSOLUTE, words)
    rows = [
        el(
            "tr",
            el("th", named(LOOKS[place], words.country(country)), scope="row"),
            [el("td", plain.text(country, year), class_="n") for year in (earlier, later)],
            el("td", compared.change_text(c.change(country, earlier, later)), class_="n"),
        )
        for country, place in compared.places.items()
    ]
    heads = [str(earlier), str(later), words("compare.change")]
    head = el(
        "tr", el("th", words("table.country"), scope="col"), [el("th", h, scope="col", class_="n") for h in heads]
    )
    caption = first_capital(
        words("compare.changes", noun=compared.noun(), unit=plain.unit, earlier=earlier, later=later)
    )
    table = el("table", el("caption", caption), el("thead", head), el("tbody", rows), class_="changes")
    return _scroll(table, caption, "changes")


def index_table(compared: Compared, caption: str) -> Markup:
    """Twin of an indexed series: countries by years, a mark for what is missing, a word where no index is defined."""
    c, words = compared.comparison, compared.words
    undefined = words("compare.undefined")
    rows = [
        el(
            "tr",
            el("th", named(LOOKS[place], words.country(country)), scope="row"),
            [_index(compared, country, year, undefined) for year in c.answer.years],
        )
        for country, place in compared.places.items()
    ]
    heads = [el("th", words("table.country"), scope="col")]
    heads += [el("th", str(year), scope="col", class_="n") for year in c.answer.years]
    table = el("table", el("caption", caption), el("thead", el("tr", heads)), el("tbody", rows), class_="over-time")
    return _scroll(table, caption, "over-time")


def _index(compared: Compared, country: Country, year: int, undefined: str) -> Markup:
    cell = compared.comparison.answer.cells[country, year]
    text = compared.text(country, year)
    shown = compared.shown(country, year)
    look = f"n is-{state(cell)}"
    if shown is not None:
        return el("td", text, class_=look)
    if compared.comparison.figure(country, year) is None:
        return el("td", el("abbr", text, title=compared.words(f"state.{state(cell)}")), class_=look)
    return el("td", el("abbr", undefined, title=text), class_=look)


def _scroll(table: Markup, caption: str, name: str) -> Markup:
    return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key=name)
