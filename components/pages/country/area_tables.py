"""The tables of one country's areas: ranked in one year, added up year by year beside what the country reported, and
by sex and age."""

from dataclasses import dataclass
from datetime import date

from components.cells import MARKS, bounds, state
from components.i18n import Words
from components.tables.cell_marks import Spark, bar, spark
from components.tables.published import place, published
from components.tables.table import Table, TableCell, TableRow, column, number, pictured, row_head
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


def rank_table(shown: Shown) -> Table:
    """Areas from high to low; what names no area stands last, and a place is a span where figures may be equal."""
    words, measure, cells = shown.words, shown.measure, shown.cells()
    other = [each for each in subnational.indicators(shown.dataset, shown.country) if each is not shown.indicator]
    beside = [{each.area: each.cell for each in shown.cells(name)} for name in other]
    lines = subnational.over_time(shown.dataset, shown.country, shown.indicator)
    has_line = any(len(line) > 2 for line in lines.values())
    figures = {each.area: known for each in cells if (known := _ranked(each, measure)) is not None}
    places, top = ranks(figures), max((known.high for known in figures.values()), default=0) or 1
    has_rate = any(each.cell.rate for each in cells)
    measures = [measure, *({Measure.COUNT, Measure.RATE} - {measure} if has_rate else set())]

    def row(each: AreaCell) -> TableRow:
        told = [
            TableCell(place(places.get(each.area), words), tone="place"),
            row_head(each.name or words("areas.nowhere"), "name"),
            pictured(bar(figures.get(each.area), top)),
            *(_text(each.cell, one, words) for one in measures),
            *(_text(found.get(each.area), Measure.COUNT, words) for found in beside),
            *([pictured(_line(lines.get(each.area, []), shown), "line")] if has_line else []),
        ]
        return TableRow(told, "is-apart" if each.area == UNKNOWN_AREA else "", area=each.area)

    heads = [
        column(words("rank.place"), "place"),
        column(words(f"areas.kind.{shown.kind}"), "name"),
        column(words("rank.bar"), "bar"),
        *(column(_head(shown.indicator, each, words), "n") for each in measures),
        *(column(_head(each, Measure.COUNT, words), "n") for each in other),
        *([column(words("rank.line"), "line")] if has_line else []),
    ]
    caption = words("areas.caption", by=words(f"areas.by.{shown.kind}"), year=shown.period)
    rows = [row(each) for each in sorted(cells, key=lambda one: _order(one, measure, words))]
    return Table(caption, heads, [rows], "areas-rank", "areas-rank")


def years_table(shown: Shown) -> Table:
    """What the areas add up to, year by year, beside the victims that the country reported to UNODC: two counts that
    need not agree, with the breaks of the latter marked."""
    words, published_ = shown.words, subnational.years(shown.dataset, shown.country, shown.indicator)
    national = shown.national()
    added = {year: subnational.whole(shown.dataset, shown.country, shown.indicator, year) for year in published_}
    top = max((each.count.high for each in added.values() if each), default=0) or 1

    def row(year: int, period: str) -> TableRow:
        each = added[year]
        cells = [
            row_head(when(period, words), "name"),
            pictured(bar(each.count, top) if each else ()),
            number(words.interval(each.count) if each else MARKS[state(national[year])]),
            number(f"{each.telling}/{each.areas}" if each else ""),
            _text(national[year], Measure.COUNT, words),
        ]
        return TableRow(cells, _look(year == shown.year, national[year]))

    heads = [
        column(words("areas.year"), "name"),
        column(words("rank.bar"), "bar"),
        column(_head(shown.indicator, Measure.COUNT, words), "n"),
        column(words("areas.telling"), "n"),
        column(words("areas.national"), "n"),
    ]
    rows = [row(year, period) for year, period in published_.items()]
    return Table(
        words("areas.years", country=words.country(shown.country)), heads, [rows], "areas-years", "areas-years"
    )


def groups_table(shown: Shown) -> Table | None:
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

    def named(part: Sex | Age) -> str:
        return words("areas.unknown") if part in (Sex.UNKNOWN, Age.UNKNOWN) else words.label(part)

    rows = []
    for sex in sexes:
        told = [words.interval(each.count) if (each := added[sex, age]) else words("none") for age in ages]
        rows.append(TableRow([row_head(named(sex), "name"), *map(number, told)]))
    heads = [column(words("areas.sex"), "name"), *(column(named(age), "n") for age in ages)]
    return Table(words("areas.groups", year=shown.period), heads, [rows], "areas-groups", "areas-groups")


def _ranked(each: AreaCell, measure: Measure) -> Interval | None:
    return None if each.area == UNKNOWN_AREA else bounds(each.cell, measure)


def _order(each: AreaCell, measure: Measure, words: Words) -> tuple[bool, float, float, str]:
    known = bounds(each.cell, measure) or Interval(-1, -1)
    return (each.area == UNKNOWN_AREA, -known.high, -known.low, words.sort_key(each.name))


def _head(indicator: AreaIndicator, measure: Measure, words: Words) -> str:
    return words("areas.rate") if measure is Measure.RATE else words(f"areas.short.{indicator}")


def _text(cell: Cell | None, measure: Measure, words: Words) -> TableCell:
    """The printed figure with its flags, or that there is none. A rate has the flags of its count, which stands beside
    it."""
    if cell is None:
        return number(words("none"))
    shown = published(cell, measure, words, tone="n")
    return shown if measure is Measure.COUNT else shown._replace(notes=())


def _look(is_shown: bool, national: Cell) -> str:
    """The year shown, and the first year of a new series."""
    named = (("is-shown", is_shown), ("is-break", Flag.BREAK_IN_SERIES in national.flags))
    return " ".join(name for name, holds in named if holds)


def flag_lines(shown: Shown) -> list[tuple[str, str]]:
    """What to know of the figures: of the areas in the year shown, and of what the country reported year by year."""
    told = [(f"{each.name or shown.words('areas.nowhere')}, {shown.period}", each.cell) for each in shown.cells()]
    told += [(f"{shown.words('areas.national')}, {year}", cell) for year, cell in shown.national().items()]
    return [(whose, " ".join(shown.words(f"flag.{flag}") for flag in cell.flags)) for whose, cell in told if cell.flags]


def _line(cells: list[Cell], shown: Shown) -> tuple[Spark, ...]:
    """The line of an area's whole years, with a mark at the year shown where that is one of them."""
    is_within = bool(cells) and cells[0].year <= shown.year <= cells[-1].year
    return spark(cells, shown.measure, shown.year if is_within else None)
