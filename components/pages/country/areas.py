"""A country by its states or provinces in one year: what they counted, what that is not, a map and its tables."""

from dataclasses import dataclass
from functools import cached_property

from components.captions.legend import area_legend
from components.captions.picture import Picture
from components.figures.area_map import area_looks, edges, is_tall
from components.figures.choropleth import Edges, Look, choropleth
from components.i18n import Words
from components.pages.country.area_tables import Shown, groups_table, rank_table, years_table
from components.tables.table import Table
from components.url.choices import Page
from components.url.table_filter import written
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.model import Cell
from data.places import Plan
from data.queries import areas as subnational
from data.queries.areas import AreaCell
from data.subnational_vocabulary import UNKNOWN_AREA
from data.vocabulary import Country, Measure

MOST = 3  # areas that the sentence names
SHAPES, RESIDENTS = "natural_earth_10m", "conapo"


@dataclass(frozen=True)
class Areas:
    """The areas of one country in the published year that is nearest to the one `asked` for."""

    shown: Shown
    asked: int

    @property
    def title(self) -> str:
        return self.shown.words(f"areas.title.{self.shown.indicator}")

    @property
    def caveat(self) -> str:
        """What the figures are not."""
        return self.shown.words(f"areas.caveat.{self.shown.indicator}")

    @cached_property
    def cells(self) -> list[AreaCell]:
        return self.shown.cells()

    @property
    def sheet(self) -> Plan:
        return self.shown.dataset.areas[self.shown.country]

    @cached_property
    def edges(self) -> Edges:
        """Class limits over all years."""
        lines = subnational.over_time(self.shown.dataset, self.shown.country, self.shown.indicator).values()
        told: list[Cell] = [cell for line in lines for cell in line]
        return edges(told or [each.cell for each in self.cells], self.shown.measure)

    @property
    def finding(self) -> str:
        """What the areas of the year add up to, and where most of it is."""
        shown, words = self.shown, self.shown.words
        added = subnational.whole(shown.dataset, shown.country, shown.indicator, shown.year)
        if added is None:
            return words("areas.nothing", year=shown.period)
        counts = {each.name: each.cell.count for each in self.cells if each.name and each.cell.count}
        most = sorted(counts.items(), key=lambda item: (-item[1].low, -item[1].high, words.sort_key(item[0])))
        named = [f"{name} ({words.interval(count)})" for name, count in most[:MOST] if count.low > 0]
        noun = words.count(f"areas.noun.{shown.indicator}", round(added.count.high))
        figure = words("areas.finding", year=shown.period, figure=words.interval(added.count), noun=noun)
        return f"{figure} {words('areas.most', names=words.names(named))}" if named else figure

    @property
    def notes(self) -> list[str]:
        """What to know of this year: another than asked for, half a year, zeros, what names no area, no rate."""
        shown, words = self.shown, self.shown.words
        period = subnational.years(shown.dataset, shown.country, shown.indicator)[shown.year]
        cells = [each for each in self.cells if each.area != UNKNOWN_AREA]
        added = subnational.whole(shown.dataset, shown.country, shown.indicator, shown.year)
        zeros = sum(each.cell.count == Interval(0, 0) for each in cells)
        said = []
        if shown.year != self.asked:
            said.append(words("areas.other_year", asked=self.asked, year=shown.year))
        if not subnational.is_whole(period):
            said.append(words("areas.partial", period=shown.period))
        elif not any(each.cell.rate for each in cells):
            said.append(words("areas.no_rate"))
        if added and added.nowhere:
            count = words.interval(added.nowhere)
            said.append(words("areas.unplaced", figure=count, whole=words.interval(added.count)))
        if zeros:
            said.append(words.count("areas.zeros", zeros, of=len(cells)))
        return said

    # ---- what is drawn ----

    @property
    def _unit(self) -> dict[str, str]:
        words = self.shown.words
        noun = words.count(f"areas.noun.{self.shown.indicator}", 2)
        return {"noun": noun, "unit": words(f"unit.{self.shown.measure}")}

    def looks(self) -> dict[str, Look]:
        """How each area looks, what it says, and the way to its rows."""
        return area_looks(self.cells, self.shown.measure, self.edges, self.shown.words, self._rows)

    def _rows(self, area: str) -> str:
        """The published rows of an area, month by month."""
        where = written({"country": self.shown.country, "area": area})
        return View.of(self.shown.words.locale, Page.DATA, table="subnational", where=where).url

    def map(self) -> Picture:
        shown, words = self.shown, self.shown.words
        label = words("areas.map", country=words.country(shown.country), year=shown.period, **self._unit)
        told = [each for each in self.cells if each.area != UNKNOWN_AREA]
        key = area_legend(told, shown.measure, self.edges, words("legend.title", **self._unit), words)
        drawn = choropleth(self.sheet, self.looks())
        return Picture(
            "country-areas", drawn, label=label, key=key, said=(self.caveat, *self.notes), note=words("map.note")
        )

    def tables(self) -> list[Table]:
        """Areas from high to low, their years, and sexes by ages where a wide sheet leaves room for them."""
        groups = None if is_tall(self.sheet) else groups_table(self.shown)
        return [rank_table(self.shown), years_table(self.shown), *([groups] if groups else [])]


def areas(dataset: Dataset, country: Country, year: int, words: Words, measure: Measure | None = None) -> Areas | None:
    """The areas of a country in one year, or in the nearest that is published; None where nothing is published by area.
    By rate unless `measure` is count or there is none."""
    published = subnational.indicators(dataset, country)
    if not published:
        return None
    indicator = published[0]
    nearest = subnational.nearest(subnational.years(dataset, country, indicator), year)
    has_rate = any(each.cell.rate for each in subnational.by_area(dataset, country, indicator, nearest))
    by = Measure.RATE if has_rate and measure is not Measure.COUNT else Measure.COUNT
    return Areas(Shown(dataset, country, indicator, nearest, by, words), year)


def used(dataset: Dataset, country: Country, year: int) -> list[str]:
    """Keys of the sources that the section of a country and year draws on, residents and shapes too; empty where there
    is no section."""
    names: set[str] = set()
    published = subnational.indicators(dataset, country)
    for indicator in published:
        shown = subnational.nearest(subnational.years(dataset, country, published[0]), year)
        cells = subnational.by_area(dataset, country, indicator, shown)
        names |= {each.cell.source for each in cells if each.cell.source}
        if any(each.cell.rate for each in cells):
            names.add(RESIDENTS)
    return [name for name in sorted(names | {SHAPES} if names else names) if name in dataset.sources]
