"""The tables of one country's areas: ranked in one year, added up year by year beside what the country reported, and
by sex and age."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from components.cells import MARKS, bounds, figure, state
from components.i18n import EN_DASH, Words
from components.markup import el
from components.tables.rank import bar
from components.tables.sparks import SPARK_HEIGHT, SPARK_WIDTH, across, strokes
from data.dataset import Dataset
from data.interval import Interval, ranks
from data.model import Cell, Selection
from data.queries import areas as subnational
from data.queries.areas import AreaCell
from data.queries.observations import answer
from data.subnational_vocabulary import KINDS, UNKNOWN_AREA, AreaIndicator, AreaKind
from data.vocabulary import Age, Country, Flag, Indicator, Measure, Sex


@dataclass(frozen=True)
class Shown:
    """What the section is about: a country's indicator in one published year, by count or by rate."""

    dataset: Dataset
    country: Country
    indicator: AreaIndicator
    year: int
    measure: Measure
    words: Words

    @property
    def period(self) -> str:
        """The year as it is read: 2024, or January-June 2025."""
        return when(subnational.years(self.dataset, self.country, self.indicator)[self.year], self.words)

    @property
    def kind(self) -> AreaKind:
        """What its areas are called."""
        return KINDS.get(self.country, AreaKind.AREA)

    def national(self) -> dict[int, Cell]:
        """Detected victims that the country reported to UNODC, from the first to the last year of its areas."""
        published = subnational.years(self.dataset, self.country, self.indicator)
        asked = Selection(Indicator.VICTIMS_DETECTED, min(published), max(published))
        return {cell.year: cell for cell in answer(self.dataset, asked).over_time(self.country)}

    def cells(self, indicator: AreaIndicator | None = None) -> list[AreaCell]:
        """The areas of the year, and what names no area."""
        return subnational.by_area(self.dataset, self.country, indicator or self.indicator, self.year)


def when(period: str, words: Words) -> str:
    """A period in words."""
    if subnational.is_whole(period):
        return period
    first, last = (date.fromisoformat(f"{month}-01") for month in period.split("/"))
    return words.months(first, last)


def rank_table(shown: Shown) -> Markup:
    """Areas from high to low; what names no area stands last, and a place is a span where figures may be equal."""
    words, measure = shown.words, shown.measure
    cells = shown.cells()
    other = [each for each in subnational.indicators(shown.dataset, shown.country) if each is not shown.indicator]
    beside = {name: {each.area: each.cell for each in shown.cells(name)} for name in other}
    lines = subnational.over_time(shown.dataset, shown.country, shown.indicator)
    figures = {each.area: known for each in cells if (known := _ranked(each, measure)) is not None}
    places, top = ranks(figures), max((known.high for known in figures.values()), default=0) or 1
    has_rate = any(each.cell.rate for each in cells)
    measures = [measure, *({Measure.COUNT, Measure.RATE} - {measure} if has_rate else set())]
    heads = [
        ("place", words("rank.place")),
        ("name", words(f"areas.kind.{shown.kind}")),
        ("bar", words("rank.bar")),
        *(("n", _head(shown.indicator, each, words)) for each in measures),
        *(("n", _head(name, Measure.COUNT, words)) for name in other),
        *([("line", words("rank.line"))] if _has_line(lines) else []),
    ]
    rows = []
    for each in sorted(cells, key=lambda one: _order(one, measure, words)):
        line = lines.get(each.area, [])
        rows.append(
            el(
                "tr",
                el("td", _place(places.get(each.area)), class_="place"),
                el("th", each.name or words("areas.nowhere"), scope="row", class_="name"),
                el("td", bar(figures.get(each.area), top), class_="bar"),
                [el("td", _text(each.cell, one, words), class_="n") for one in measures],
                [el("td", _text(beside[name].get(each.area), Measure.COUNT, words), class_="n") for name in other],
                el("td", _spark(line, shown), class_="line") if _has_line(lines) else None,
                class_="is-apart" if each.area == UNKNOWN_AREA else None,
                data_area=each.area,
            )
        )
    caption = words("areas.caption", by=words(f"areas.by.{shown.kind}"), year=shown.period)
    return table(caption, heads, rows, "areas-rank")


def years_table(shown: Shown) -> Markup:
    """What the areas add up to, year by year, beside the victims that the country reported to UNODC: two counts that
    need not agree, with the breaks of the latter marked."""
    words, published = shown.words, subnational.years(shown.dataset, shown.country, shown.indicator)
    national = shown.national()
    added = {year: subnational.whole(shown.dataset, shown.country, shown.indicator, year) for year in published}
    top = max((each.count.high for each in added.values() if each), default=0) or 1
    heads = [
        ("name", words("areas.year")),
        ("bar", words("rank.bar")),
        ("n", _head(shown.indicator, Measure.COUNT, words)),
        ("n", words("areas.telling")),
        ("n", words("areas.national")),
    ]
    rows = []
    for year, period in published.items():
        each = added[year]
        rows.append(
            el(
                "tr",
                el("th", when(period, words), scope="row", class_="name"),
                el("td", bar(each.count, top) if each else None, class_="bar"),
                el("td", words.interval(each.count) if each else MARKS[state(national[year])], class_="n"),
                el("td", f"{each.telling}/{each.areas}" if each else None, class_="n"),
                el("td", _flagged(national[year], words), class_="n"),
                class_=_look(year == shown.year, national[year]),
            )
        )
    return table(words("areas.years", country=words.country(shown.country)), heads, rows, "areas-years")


def groups_table(shown: Shown) -> Markup | None:
    """Sexes by age groups in one year, all areas together; None where the source tells neither."""
    words = shown.words
    added = {
        (sex, age): subnational.whole(shown.dataset, shown.country, shown.indicator, shown.year, sex, age)
        for sex in Sex
        for age in Age
    }
    sexes = [sex for sex in Sex if any(added[sex, age] for age in Age)]
    ages = [age for age in Age if any(added[sex, age] for sex in Sex)]
    if (sexes, ages) == ([Sex.TOTAL], [Age.TOTAL]):
        return None
    sexes, ages = [*sexes[1:], Sex.TOTAL], [*ages[1:], Age.TOTAL]
    rows = [
        el(
            "tr",
            el("th", words("areas.unknown") if sex is Sex.UNKNOWN else words.label(sex), scope="row", class_="name"),
            [
                el("td", words.interval(each.count) if (each := added[sex, age]) else words("none"), class_="n")
                for age in ages
            ],
        )
        for sex in sexes
    ]
    heads = [
        ("name", words("areas.sex")),
        *(("n", words("areas.unknown") if age is Age.UNKNOWN else words.label(age)) for age in ages),
    ]
    return table(words("areas.groups", year=shown.period), heads, rows, "areas-groups")


def table(caption: str, heads: Sequence[tuple[str, str]], rows: list[Markup], name: str) -> Markup:
    """A table that scrolls by itself where it is wider than the page."""
    made = el(
        "table",
        el("caption", caption),
        el("thead", el("tr", [el("th", text, scope="col", class_=look) for look, text in heads])),
        el("tbody", rows),
        class_=name,
    )
    return el("div", made, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key=name)


def _ranked(each: AreaCell, measure: Measure) -> Interval | None:
    return None if each.area == UNKNOWN_AREA else bounds(each.cell, measure)


def _order(each: AreaCell, measure: Measure, words: Words) -> tuple[bool, float, float, str]:
    known = bounds(each.cell, measure) or Interval(-1, -1)
    return (each.area == UNKNOWN_AREA, -known.high, -known.low, words.sort_key(each.name))


def _head(indicator: AreaIndicator, measure: Measure, words: Words) -> str:
    return words("areas.rate") if measure is Measure.RATE else words(f"areas.short.{indicator}")


def _place(place: tuple[int, int] | None) -> str:
    if place is None:
        return ""
    best, worst = place
    return str(best) if best == worst else f"{best}{EN_DASH}{worst}"


def _text(cell: Cell | None, measure: Measure, words: Words) -> Markup | str:
    """The printed figure; a mark is spelt out for those who do not see it."""
    if cell is None:
        return words("none")
    text = figure(cell, measure, words)
    if text not in MARKS.values():
        return text
    meaning = words("state.not_applicable" if cell.is_published else f"state.{state(cell)}")
    return el("abbr", text, el("span", meaning, class_="spoken"), title=meaning)


def _flagged(cell: Cell, words: Words) -> list[Markup | str]:
    shown: list[Markup | str] = [_text(cell, Measure.COUNT, words)]
    if cell.flags:
        said = " ".join(words(f"flag.{flag}") for flag in cell.flags)
        shown.append(el("abbr", "⚑", el("span", said, class_="spoken"), title=said, class_="flag"))
    return shown


def _look(is_shown: bool, national: Cell) -> str | None:
    """The year shown, and the first year of a new series."""
    named = [
        name for name, holds in (("is-shown", is_shown), ("is-break", Flag.BREAK_IN_SERIES in national.flags)) if holds
    ]
    return " ".join(named) or None


def flag_list(shown: Shown) -> Markup | None:
    """What to know of the figures that the country reported, year by year."""
    said = [
        el(
            "li",
            el("b", f"{shown.words('areas.national')}, {year}"),
            ": ",
            " ".join(shown.words(f"flag.{f}") for f in cell.flags),
        )
        for year, cell in shown.national().items()
        if cell.flags
    ]
    return el("ul", said, class_="flags") if said else None


def _has_line(lines: dict[str, list[Cell]]) -> bool:
    return any(len(cells) > 2 for cells in lines.values())


def _spark(cells: list[Cell], shown: Shown) -> Markup | None:
    """The line of an area's whole years, with a mark at the year shown where that is one of them."""
    if not cells:
        return None
    first, last = cells[0].year, cells[-1].year
    x = across(shown.year, first, last)
    return el(
        "svg",
        el("line", class_="now", x1=x, x2=x, y1=0, y2=SPARK_HEIGHT) if first <= shown.year <= last else None,
        strokes(cells, shown.measure),
        viewBox=f"0 0 {SPARK_WIDTH} {SPARK_HEIGHT}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
