"""The country by its states or provinces, where they publish."""

from functools import cached_property
from typing import Any

from dash import html
from markupsafe import Markup

from components.captions import legend
from components.custom_components import Static
from components.figures.area_map import is_tall
from components.map_graph import map_graph
from components.markup import el
from components.pages.country.area_tables import national_flags
from components.pages.country.areas import Areas, areas, used
from components.pages.country.section import Entry, Part, Section
from components.pages.placed import placed, terms
from components.picture import Picture
from components.tables.table import to_html
from data.interval import Interval
from data.queries import areas as subnational


class States(Section):
    """The map beside its ranking, the years, sexes and ages, and the numbers as rows."""

    part = Part.AREAS

    @cached_property
    def areas(self) -> Areas | None:
        p = self.profile
        return areas(p.dataset, p.country, p.year, self.words)

    def heading(self) -> str:
        return self.areas.title if self.areas else ""

    def sentence(self) -> str:
        return self.areas.finding if self.areas else ""

    def shown(self) -> list[Picture]:
        if not self.areas:
            return []
        tables = [Picture(f"country-{table.name}", table=table) for table in self.areas.tables()]
        return [self.areas.map(), *tables, *self._flags()]

    def _flags(self) -> list[Picture]:
        lines = national_flags(self.areas.shown) if self.areas else []
        return [terms("country-area-flags", self.words("table.flags"), lines)] if lines else []

    def content(self) -> list[Any]:
        if not self.areas:
            return []
        drawn, rank, years, *groups = self.drawn[0], *map(to_html, self.areas.tables())
        below, beside = (Markup(""), years) if is_tall(self.areas.sheet) else (years, Markup("").join(groups))
        caveat, *notes = drawn.said
        said = el("p", caveat, class_="caveat") + el("ul", [el("li", note) for note in notes], class_="remarks")
        look = "drawn is-tall" if is_tall(self.areas.sheet) else "drawn"
        live = map_graph(drawn.name, drawn.figure, drawn.label, self.words)
        known = Static("areas-legend", legend.to_html(drawn.key, self.words) if drawn.key else "")
        left = [html.Div([live, known], className=look), Static("areas-below", below)]
        right = [Static("areas-rank", rank), Static("areas-beside", beside)]
        columns = [html.Div(left, className="column"), html.Div(right, className="column")]
        flags = Markup("").join(placed(each) for each in self._flags())
        return [
            Static("areas-said", said),
            html.Div(columns, className="beside"),
            Static("areas-flags", flags, "national-flags"),
        ]

    @cached_property
    def sources(self) -> list[str]:
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
