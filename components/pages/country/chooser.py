"""Where no country is chosen: the 22 on the map and by name, each with how much it publishes of its latest year."""

from functools import cached_property

import pandas as pd
from markupsafe import Markup

from components.captions.legend import legend
from components.captions.picture import Picture
from components.figures.choropleth import Look, choropleth, look
from components.figures.key import Key
from components.i18n import Words
from components.markup import el
from components.tables.table import Table, TableCell, TableRow, row_head
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.model import Cell
from data.queries.profile import published
from data.vocabulary import Country, Indicator, Measure, Status

EDGES = tuple(map(float, range(1, len(Indicator) + 1)))  # a class for each number of indicators


class Chooser:
    """The map, clickable, and 22 links."""

    def __init__(self, dataset: Dataset, view: View, words: Words) -> None:
        self.dataset, self.view, self.words = dataset, view, words

    @cached_property
    def published(self) -> dict[Country, tuple[int, int]]:
        """Latest year and number of indicators, in the reader's alphabet."""
        found = published(self.dataset)
        return {c: found[c] for c in sorted(found, key=lambda c: self.words.sort_key(self.words.country(c)))}

    @property
    def complete(self) -> int:
        """How many countries publish all of them of their latest year."""
        return sum(n == len(Indicator) for _, n in self.published.values())

    def pictures(self) -> list[Picture]:
        w = self.words
        label = w("profile.map")
        drawn = choropleth(self.dataset.plan, self.looks())
        rows = [TableRow([row_head(w.country(c), href=self._to(c)), TableCell(self.said(c))]) for c in self.published]
        names = Table(w("profile.choose"), [], [rows], "terms", "names")
        return [
            Picture("country-map", drawn, label=label, key=self._key(label), note=w("map.note")),
            Picture("country-names", table=names),
        ]

    def _key(self, title: str) -> Key:
        return legend(EDGES, Measure.COUNT, title, self.words, (), has_flags=False)

    def _to(self, country: Country) -> str:
        return self.view.with_values(country=country).url

    def looks(self) -> dict[str, Look]:
        """How each country looks on the map, and what it says there."""
        return {str(country): self._look(country) for country in Country}

    def _look(self, country: Country) -> Look:
        year, n = self.published[country]
        cell = Cell(country, year, Status.EXACT, Interval(n, n))
        said = f"{self.words.country(country)}\n{self.said(country)}"
        return look(cell, Measure.COUNT, EDGES, self.words, said)

    def said(self, country: Country) -> str:
        year, n = self.published[country]
        return self.words("profile.publishes", n=n, of=len(Indicator), year=year)

    def names(self) -> Markup:
        """A link for each country, with its number and year."""
        items = [
            el(
                "li",
                el(
                    "a", self.words.country(country), href=self._to(country),
                    data_turn="country", data_key=f"profile-{country}",
                ),
                " ",
                el("span", self.said(country)),
            )
            for country in self.published
        ]  # fmt: skip
        return el("nav", el("h2", self.words("profile.choose")), el("ul", items), class_="names",
                  aria_label=self.words("profile.choose"))  # fmt: skip

    def frame(self) -> pd.DataFrame:
        """One row a country: its latest year, and how many of the indicators it publishes of it."""
        rows = [
            {"country": str(c), "year": year, "indicators_published": n, "country_label": self.words.country(c)}
            for c, (year, n) in self.published.items()
        ]
        return pd.DataFrame(rows)
