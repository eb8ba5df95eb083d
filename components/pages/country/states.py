"""The country by its states or provinces, where they publish."""

from functools import cached_property

from markupsafe import Markup

from components.pages.country.areas import areas_section, used
from components.pages.country.section import Entry, Part, Section
from data.interval import Interval
from data.queries import areas as subnational


class States(Section):
    """The section of areas as every page has it, and its numbers as rows."""

    part = Part.AREAS

    def pictures(self) -> list[Markup]:
        p = self.profile
        drawn = areas_section(p.dataset, p.country, p.year, self.words)
        return [drawn] if drawn else []

    def html(self) -> Markup:
        """It brings its own heading and sources."""
        return Markup("").join(self.pictures())

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
