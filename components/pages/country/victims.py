"""Who the detected victims are: by sex, age, form of exploitation and citizenship, each of the latest year told."""

from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup

from components.captions.picture import Picture
from components.figures.interval_bars import Bar, Group, interval_bars
from components.i18n import Words
from components.pages.country.section import Entry, Part, Section
from components.pages.table_pictures import told
from data.model import Cell
from data.queries.profile import Citizenship, Dimension, Makeup
from data.vocabulary import Age, Exploitation, Indicator, Sex


class Victims(Section):
    """Four small groups of bars on a scale each; never a share of a sum."""

    part = Part.VICTIMS

    @cached_property
    def makeups(self) -> list[Makeup]:
        return [self.profile.makeup(dimension) for dimension in Dimension]

    def sentence(self) -> str:
        """Which years are told, where they are not the year asked for."""
        other = sorted({found.year for found in self.makeups if found.year and found.year != self.profile.year})
        if not other:
            return ""
        years = self.words.names([str(year) for year in other])
        return self.words("profile.other_years", year=self.profile.year, years=years)

    def shown(self) -> list[Picture]:
        return [self._shown(found) for found in self.makeups]

    def content(self) -> dict[str, Markup]:
        return {}

    def _shown(self, found: Makeup) -> Picture:
        """The parts as bars; whether they may be all, and what to know about each."""
        w = self.words
        title, name = w(f"profile.by.{found.dimension}"), f"country-by-{found.dimension}"
        if found.year is None:
            return Picture(name, title=title, said=(w("profile.no_parts"),))
        bars = [
            Bar(named(word, w), cell.count, self.cell_text(cell), "⚑" if cell.flags else "", self._flags(cell))
            for word, cell in found.parts
        ]
        flags = [f"⚑ {named(word, w)}: {self._flags(cell)}" for word, cell in found.parts if cell.flags]
        title = f"{title}, {found.year}"
        return Picture(
            name, interval_bars([Group("", bars)]), title=title, label=title, said=told(self._sum(found), *flags)
        )

    def _flags(self, cell: Cell) -> str:
        return " ".join(self.words(f"flag.{flag}") for flag in cell.flags)

    def _sum(self, found: Makeup) -> str:
        """Whether the parts may be all: what they add up to beside the year's total."""
        added = found.sum
        if added is None or found.headline is None or found.headline.count is None:
            return ""
        key = "profile.adds_up" if found.adds_up else "profile.does_not_add_up"
        return self.words(key, sum=self.words.interval(added), whole=self.cell_text(found.headline))

    def drawn_from(self) -> Iterable[str]:
        return (cell.source for found in self.makeups for _, cell in found.parts)

    def entries(self) -> list[Entry]:
        what = self.words.label(Indicator.VICTIMS_DETECTED)
        return [entry for found in self.makeups for entry in self._of(found, what)]

    def _of(self, found: Makeup, what: str) -> list[Entry]:
        name = f"{what}, {self.words(f'profile.by.{found.dimension}').lower()}"
        return [
            self.of_cell(f"victims_by_{found.dimension}", name, cell, str(word), named(word, self.words))
            for word, cell in found.parts
        ]


def named(word: object, words: Words) -> str:
    """What a part is called."""
    if isinstance(word, Citizenship):
        return words(f"profile.{word}")
    if isinstance(word, (Sex, Age, Exploitation)):
        return words.label(word)
    raise TypeError(f"no name for {word!r}")
