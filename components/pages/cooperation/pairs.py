"""The gap of a view: the part of the cooperation page that tells, counts and lists the pairs, of one country or all."""

from collections.abc import Callable
from functools import cached_property

import pandas as pd

from components.captions.headline import Finding
from components.captions.picture import Picture
from components.i18n import EN_DASH, Words
from components.pages.cooperation.gap import gap_list, gap_matrix, ordered, row
from components.pages.table_pictures import listed
from components.url.view import View
from data.dataset import Dataset
from data.interval import is_first_largest
from data.queries.gap import Gap, Pair, gap
from data.queries.means import Event

Card = tuple[str, str]


class Pairs:
    """Need and means of the pairs that a view asks for, from `first` to `last` year: with a country, its own alone."""

    def __init__(self, view: View, dataset: Dataset, words: Words, years: tuple[int, int]) -> None:
        self.view, self.dataset, self.words, self.mine = view, dataset, words, view.country
        self.first, self.last = years

    @cached_property
    def gap(self) -> Gap:
        return gap(self.dataset, self.first, self.last)

    @cached_property
    def asked(self) -> list[Pair]:
        """The pairs of the country chosen, or all, the largest need first."""
        return self.gap.by_need(self.mine)

    @property
    def when(self) -> str:
        return f"{self.first}{EN_DASH}{self.last}"

    @cached_property
    def finding(self) -> Finding:
        """How many pairs have a certain need, how many of these have no means, and which of them is
        certainly the largest, if any is."""
        w, needy = self.words, [pair for pair in self.asked if pair.is_needed]
        without = [pair for pair in needy if pair.is_gap]
        caveat, told = w("gap.caveat", when=self.when), {"without": w.number(len(without))}
        if not needy:
            return Finding(self._said("nothing"), "", caveat)
        is_sure = is_first_largest([pair.need for pair in without if pair.need])
        change = w("gap.largest", pair=self._named(without[0])) if is_sure else ""
        if self.mine:
            said = w.count("gap.mine.found", len(needy), country=w.country(self.mine), **told)
        else:
            said = w.count("gap.all.found", len(needy), **told)
        return Finding(said, change, caveat)

    def cards(self, happened: list[Event], figures: int) -> list[Card]:
        """Pairs with a need and pairs with means, then the events and the number of published figures shown; of the
        country chosen its own pairs, the events that list it and the figures of it or with it."""
        w, asked = self.words, self.asked
        scope = w.label(self.view.scope).lower()
        return [
            (f"{sum(pair.is_needed for pair in asked)}/{len(asked)}", self._said("pairs_with_need")),
            (f"{sum(pair.means.is_direct for pair in asked)}/{len(asked)}", self._said("pairs_with_means")),
            (w.number(len(happened)), self._said("events")),
            (w.number(figures), self._said("statements", scope=scope)),
        ]

    def pictures(self, to: Callable[[Pair], str]) -> list[Picture]:
        """The matrix and the list of pairs; of one country its pairs first. A pair leads `to` what is known of it."""
        w, v = self.words, self.view
        table = gap_list(ordered(self.gap, v.sort, self.mine), self.mine, self._caption, w, name="pairs")
        caption = w("gap.caption", when=self.when)
        found = [
            Picture("cooperation-matrix", table=gap_matrix(self.gap, v.sort, self.mine, caption, w, to)),
            listed("cooperation-pairs", table, self._caption, w("gap.none_listed")),
        ]
        first, second = found[::-1] if self.mine else found
        return [first, second._replace(said=(*second.said, w("gap.legend")))]

    def rows(self) -> pd.DataFrame:
        return pd.DataFrame([row(pair) for pair in self.asked])

    def _said(self, what: str, **told: str) -> str:
        """What is said of all pairs, or its twin about the country chosen."""
        if self.mine:
            return self.words(f"gap.mine.{what}", country=self.words.country(self.mine), **told)
        return self.words(f"gap.all.{what}", **told)

    def _named(self, pair: Pair) -> str:
        """A pair with its need; of a country its partner."""
        w = self.words
        ends = [pair.other(self.mine)] if self.mine else [pair.a, pair.b]
        need = w.interval(pair.need) if pair.need else ""
        return f"{EN_DASH.join(w.country(each) for each in ends)} ({need})"

    @property
    def _caption(self) -> str:
        w = self.words
        return w("gap.with_whom", country=w.country(self.mine)) if self.mine else w("gap.list")
