"""The pictures of a comparison and their twins: one picture, a panel a country, two years, tables."""

from functools import partial
from operator import attrgetter

from markupsafe import Markup

from components.cells import state
from components.figures.lines import Line, lines, panel
from components.figures.plane import Plane, named, ticks
from components.figures.slope import Slope, slopes
from components.markup import el
from components.pages.compare.compared import Compared, first_capital
from components.url.choices import Scale
from data.interval import Interval
from data.vocabulary import Country, Incomparable

# Drawn twice, for a stage that is wide or narrow (assets/picture.css): names in full, or codes and fewer years.
WIDE, NARROW = (860, 430), (370, 360)
PANEL = (300, 172)
CHARACTER = 8.2  # units of width of one, at the size of the names


def series(compared: Compared, label: str) -> Markup:
    """All countries on one scale, in the looks of the card."""
    drawn = compared.lines()
    longest = max(len(_wide_end(compared, line)) for line in drawn)
    wide = _plane(compared, WIDE, right=round(longest * CHARACTER) + 16, over=36)
    narrow = _plane(compared, NARROW, left=44, right=46, over=36)
    title = first_capital(compared.unit)

    full, coded, ended = attrgetter("name"), attrgetter("code"), partial(_wide_end, compared)
    pictures = (
        ("wide", lines(wide, _ground(compared, wide, 1, title), drawn, label, full, ended)),
        ("narrow", lines(narrow, _ground(compared, narrow, 3, title), drawn, label, coded, coded)),
    )
    return el("div", [el("div", drawing, class_=look) for look, drawing in pictures])


def panels(compared: Compared, label: str) -> Markup:
    """A panel a country on a scale common to all, the others thin behind."""
    drawn = compared.lines()
    plane = _plane(compared, PANEL, left=46, right=8)
    ground = _ground(compared, plane, 4)
    each = [
        el(
            "figure",
            el("figcaption", named(line.place, line.name, el("span", _latest(line, compared), class_="latest"))),
            panel(plane, ground, drawn, line, f"{line.name}. {label}"),
        )
        for line in drawn
    ]
    return el("div", each, class_="opposed")


def _latest(line: Line, compared: Compared) -> str:
    if line.last is None:
        return compared.words("compare.none_shown")
    return f"{compared.text(Country(line.code), line.last.year)} ({line.last.year})"


def _wide_end(compared: Compared, line: Line) -> str:
    return f"{line.name} {compared.text(Country(line.code), line.last.year)}" if line.last else line.name


def _plane(compared: Compared, size: tuple[int, int], **margins: int) -> Plane:
    chosen = compared.comparison.answer.selection
    return Plane(*size, chosen.first, chosen.last, ticks(compared.top)[-1], **margins)


def _ground(compared: Compared, plane: Plane, step: int, title: str = "") -> Markup:
    """The ground; for an index with a rule at 100."""
    words, marks = compared.words, ticks(compared.top)
    digits = 0 if compared.is_indexed or marks[1] >= 1 else 2

    def show(tick: float) -> str:
        return words.number(tick, digits if tick else 0)

    ground = plane.ground(marks, show, compared.comparison.common, step, title)
    if not compared.is_indexed or not compared.top:
        return ground
    y = plane.y(100)
    return ground + el("line", class_="hundred", x1=plane.left, x2=plane.width - plane.right, y1=y, y2=y)


def slope(compared: Compared, label: str) -> Markup:
    """The first and the last year in common; whoever has no figure to show at either is told beneath."""
    ends = compared.comparison.ends
    assert ends is not None, "two years in common"  # noqa: S101 - the page asks only then
    wide, narrow = (_slopes(compared, ends, is_wide=is_wide) for is_wide in (True, False))
    if not wide:
        return el("p", compared.words("compare.no_slope"), class_="nothing")
    top = ticks(max(max(each.earlier.high, each.later.high) for each in wide))[-1]
    left, right = (round(max(len(getattr(s, side)) for s in wide) * CHARACTER) + 24 for side in ("left", "right"))
    near, far = (round(max(len(getattr(s, side)) for s in narrow) * CHARACTER) + 22 for side in ("left", "right"))
    broad = Plane(*WIDE, *ends, top, left=left, right=right, over=40, under=18)
    small = Plane(*NARROW, *ends, top, left=near, right=far, over=40, under=18)
    return el(
        "div",
        el("div", slopes(broad, ends, wide, label), class_="wide"),
        el("div", slopes(small, ends, narrow, label), class_="narrow"),
    )


def _slopes(compared: Compared, ends: tuple[int, int], *, is_wide: bool) -> list[Slope]:
    c, words, (earlier, later) = compared.comparison, compared.words, ends
    found = []
    for country, place in compared.places.items():
        one, other = compared.shown(country, earlier), compared.shown(country, later)
        if one is None or other is None:
            continue
        name = words.country(country) if is_wide else str(country)
        change = c.change(country, earlier, later)
        known = isinstance(change, Interval)
        right = f"{compared.text(country, later)}" + (f" ({compared.change_text(change)})" if known else "")
        found.append(
            Slope(
                place, one, other, f"{name} {compared.text(country, earlier)}",
                f"{name} {right}" if is_wide else right,
                f"{words.country(country)}: {compared.change_text(change)}",
                change is not Incomparable.BREAK_BETWEEN,
            )
        )  # fmt: skip
    return found


def changes_table(compared: Compared) -> Markup:
    """Twin of the slope: both figures of each country and the change between them, or why there is none."""
    c, words = compared.comparison, compared.words
    earlier, later = c.ends or (c.answer.selection.first, c.answer.selection.last)
    plain = Compared(c, Scale.ABSOLUTE, words)
    rows = [
        el(
            "tr",
            el("th", named(place, words.country(country)), scope="row"),
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
            el("th", named(place, words.country(country)), scope="row"),
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
