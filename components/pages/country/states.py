"""The country by its states or provinces, where they publish."""

from functools import cached_property

from markupsafe import Markup

from components.captions.picture import Picture
from components.figures.area_map import is_tall
from components.markup import el
from components.pages.country.area_tables import flag_lines
from components.pages.country.areas import Areas, areas, used
from components.pages.country.section import Entry, Part, Section
from components.pages.table_pictures import placed, terms
from components.tables.table import Table, to_html
from data.interval import Interval
from data.queries import areas as subnational


class States(Section):
    """The map beside its ranking, the years, sexes and ages, and the numbers as rows."""

    part = Part.AREAS

    @cached_property
    def areas(self) -> Areas | None:
        p = self.profile
        return areas(p.dataset, p.country, p.year, self.words)

    @cached_property
    def tables(self) -> list[Table]:
        return self.areas.tables() if self.areas else []

    def heading(self) -> str:
        return self.areas.title if self.areas else ""

    def sentence(self) -> str:
        return self.areas.finding if self.areas else ""

    def shown(self) -> list[Picture]:
        if not self.areas:
            return []
        tables = [Picture(f"country-{table.name}", table=table) for table in self.tables]
        return [self.areas.map(), *tables, *self._flags()]

    def _flags(self) -> list[Picture]:
        lines = flag_lines(self.areas.shown) if self.areas else []
        return [terms("country-area-flags", self.words("table.flags"), lines)] if lines else []

    def content(self) -> dict[str, Markup]:
        if not self.areas:
            return {}
        rank, years, *groups = map(to_html, self.tables)
        caveat, *notes = self.drawn[0].said
        remarks = el("ul", [el("li", note) for note in notes], class_="remarks") if notes else Markup("")
        return {
            "areas-text": el("p", caveat, class_="caveat") + remarks,
            "areas-below": Markup("") if self.is_tall else years,
            "areas-rank": rank,
            "areas-beside": years if self.is_tall else Markup("").join(groups),
            "areas-flags": Markup("").join(map(placed, self._flags())),
        }

    @property
    def is_tall(self) -> bool:
        """Whether the years stand beside the map."""
        return self.areas is not None and is_tall(self.areas.sheet)

    def drawn_from(self) -> list[str]:
        return used(self.profile.dataset, self.profile.country, self.profile.year)

    def entries(self) -> list[Entry]:
        p, w = self.profile, self.words
        found = []
        for indicator in subnational.indicators(p.dataset, p.country)[:1]:
            periods = subnational.years(p.dataset, p.country, indicator)
            what = w(f"areas.title.{indicator}")
            for year, period in periods.items():
                for each in subnational.by_area(p.dataset, p.country, indicator, year):
                    name = each.name or w("areas.nowhere")
                    entry = self.of_cell(str(indicator), what, each.cell, each.area, name)._replace(period=period)
                    found.append(entry)
                    if each.cell.rate:
                        text = w.interval(each.cell.rate, is_rate=True)
                        rate = Interval(*each.cell.rate)
                        found.append(entry._replace(bounds=rate, text=text, unit="rate_per_100k"))
        return found
