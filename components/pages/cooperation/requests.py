"""Published requests: the part of the cooperation page that shows what is published at all, by country and year, on a
map, a calendar, and figure by figure."""

from functools import cached_property

import pandas as pd
from dash import html

from components import theme
from components.captions.headline import Finding
from components.captions.legend import unscaled
from components.captions.picture import Picture
from components.controls.choices import any_of, country, fold
from components.controls.years import period
from components.figures.choropleth import HATCH, Look, choropleth
from components.i18n import EN_DASH, Words
from components.pages.cooperation.statements import (
    MARKS,
    calendar,
    covered,
    description,
    grade,
    measured,
    rows_of,
    span,
    statement_tables,
)
from components.url.choices import Scope
from components.url.view import View
from data.cooperation_vocabulary import Direction, RequestKind
from data.dataset import Dataset
from data.once import once
from data.queries.means import published
from data.vocabulary import Country

FIRST_YEAR_SHOWN = 2010
STEP_OF_GRADE = {1: 1, 2: 3, 3: 5}  # classes of the map's scale, light to dark
TOLD = 6  # figures that a tooltip names


@once
def known_years(dataset: Dataset) -> tuple[int, int]:
    """First and last year that the calendar may show; a figure is known by the days of its period."""
    frames = [published(dataset, all_crimes=either) for either in (False, True)]
    known = [years for frame in frames for row in rows_of(frame) if (years := span(row))]
    return FIRST_YEAR_SHOWN, max((years[1] for years in known), default=dataset.years[1])


class Requests:
    """The published figures that a view asks for: scope, kind, direction, period; and those of its country alone."""

    def __init__(self, view: View, dataset: Dataset, words: Words) -> None:
        self.view, self.dataset, self.words = view, dataset, words

    @cached_property
    def in_scope(self) -> pd.DataFrame:
        """Of every country: these crimes or all crimes, never both."""
        return published(self.dataset, all_crimes=self.view.scope is Scope.ALL_CRIMES)

    @cached_property
    def everywhere(self) -> pd.DataFrame:
        """Those in scope of the kind, direction and period chosen. One whose source gives no period stays: it may be
        of any year."""
        v, frame = self.view, self.in_scope
        for name in ("kind", "direction"):
            if (chosen := getattr(v, name)) is not None:
                frame = frame[frame[name] == chosen]
        if v.years and not frame.empty:
            known = [span(row) for row in rows_of(frame)]
            frame = frame[[s is None or (s[0] <= v.years[1] and s[1] >= v.years[0]) for s in known]]
        return frame

    @cached_property
    def figures(self) -> pd.DataFrame:
        """What is listed: of one country, and of others with it, if one is chosen."""
        frame, mine = self.everywhere, self.view.country
        return frame if mine is None else frame[(frame["country"] == mine) | frame["partner"].str.contains(mine)]

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of the calendar and of the periods' tracks."""
        return self.view.years or known_years(self.dataset)

    @cached_property
    def finding(self) -> Finding:
        w, frame = self.words, self.figures
        scope, caveat = w.label(self.view.scope).lower(), w("statements.caveat")
        if frame.empty:
            return Finding(w("statements.found_none", scope=scope), "", caveat)
        if mine := self.view.country:
            said = w.count("statements.found_mine", len(frame), scope=scope, country=w.country(mine))
        else:
            said = w.count("statements.found", len(frame), scope=scope, countries=len(covered(frame)))
        n = int(((frame["kind"] == "requests") & (frame["unit"] == "requests")).sum())
        if n == len(frame):
            return Finding(said, w.count("statements.all_requests", n), caveat)
        return Finding(said, w.count("statements.of_requests", n) if n else w("statements.no_requests"), caveat)

    def controls(self) -> list[html.Details]:
        v, w = self.view, self.words
        kinds = [kind for kind in RequestKind if (self.in_scope["kind"] == kind).any()]
        return [
            country(v, "country", w),
            any_of(v, "kind", kinds, w),
            any_of(v, "direction", (Direction.SENT, Direction.RECEIVED), w),
            fold(v, "scope", Scope, w),
            period(v, known_years(self.dataset), self.years, w),
        ]

    @cached_property
    def pictures(self) -> list[Picture]:
        """Map and calendar, then every figure."""
        w, (first, last) = self.words, self.years
        label = w("statements.map", scope=w.label(self.view.scope), when=f"{first}{EN_DASH}{last}")
        caption, legend = w("statements.calendar", scope=w.label(self.view.scope)), w("statements.legend")
        table = calendar(self.figures, first, last, caption, w, self._of_year)
        return [
            Picture(
                "cooperation-map",
                choropleth(self.dataset.plan, self.looks),
                title=label,
                label=label,
                key=unscaled(w, missing=w("statements.none")),
                note=w("map.note"),
            ),
            Picture("cooperation-calendar", table=table, said=(legend,)),
            *self._statements(),
        ]

    def _statements(self) -> list[Picture]:
        if self.figures.empty:
            return [Picture("cooperation-statements", said=(self.words("statements.nothing"),))]
        tables = statement_tables(self.figures, *self.years, self.words)
        return [Picture(f"cooperation-{each.name}", table=each) for each in tables]

    def _of_year(self, country: Country, year: int) -> str:
        """What one country publishes of one year."""
        return self.view.with_values(country=country, years=(year, year)).url

    @property
    def looks(self) -> dict[str, Look]:
        """How each country looks on the map, and what it says there."""
        return {str(each): self._look(each) for each in Country}

    def _look(self, each: Country) -> Look:
        """A country on the map: the best evidence as shade and mark, how many figures as text, the first of them on its
        card."""
        w, mine = self.words, rows_of(self.everywhere[self.everywhere["country"] == each])
        chosen = each is self.view.country
        quiet = self.view.country is not None and not chosen
        if not mine:
            said = f"{w.country(each)}\n{w('statements.none')}"
            return Look(said, theme.MISSING_GROUND, HATCH, chosen=chosen, quiet=quiet)
        best = max(grade(row) for row in mine)
        step = STEP_OF_GRADE[best]
        lines = [f"{measured(row, w)}: {description(row, w)}" for row in mine[:TOLD]]
        more = [w.count("statements.more", len(mine) - TOLD)] if len(mine) > TOLD else []
        said = "\n".join([w.country(each), w.count("statements.of_country", len(mine)), *lines, *more])
        text = f"{MARKS[best]} {w.number(len(mine))}"
        return Look(said, theme.STEPS[step], text=text, ink=step, chosen=chosen, quiet=quiet)
