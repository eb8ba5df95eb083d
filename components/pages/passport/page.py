"""The passport of one figure: a country's count of a year, with all that is known about where it comes from."""

from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions import citation
from components.captions.headline import Finding, card_list, headline
from components.captions.picture import Picture
from components.captions.releases import cited
from components.captions.sources import lines
from components.cells import figure, state
from components.controls.choices import breakdowns, row, which
from components.controls.years import year
from components.i18n import EN_DASH, Words
from components.markup import el
from components.pages.page import Parts, ShownPage
from components.pages.passport.history import drawn, years
from components.pages.passport.sections import Sheet
from components.tables.table import to_html
from components.url.choices import Chart, Page
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.queries.passport import Asked, Passport, passport
from data.releases import Key, Revised
from data.vocabulary import (
    FLAG_SEPARATOR,
    Age,
    Country,
    Crime,
    Exploitation,
    FlowMeasure,
    Indicator,
    Measure,
    Partner,
    Sex,
    Status,
)

OF_FLOWS = {  # what a row of flows.csv has no say in
    "crime": Crime.TRAFFICKING,
    "indicator": Indicator.VICTIMS_DETECTED,
    "sex": Sex.TOTAL,
    "age": Age.TOTAL,
    "exploitation": Exploitation.TOTAL,
}
ABSENT = {Status.NOT_APPLICABLE: "passport.absent.not_applicable", Status.WITHHELD: "passport.absent.withheld"}


class Figure(ShownPage):
    """A view of one figure. Without a country the first by name is shown; without a year the latest published one. With
    a partner the figure is a flow, and what only counts without a partner falls back."""

    graphs, tables = ("history",), ("years",)

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        self._keep_to(OF_FLOWS if self.view.partner else {"flow": FlowMeasure.VICTIMS_BY_CITIZENSHIP})
        v = self.view
        first = min(Country, key=lambda c: words.sort_key(words.country(c)))
        self.asked = Asked(
            v.country or first, v.crime, v.indicator, v.sex, v.age, v.exploitation, v.flow, self._partner(v)
        )
        self.sheet = Sheet(self.passport, self._shown_year(), self._resolved(), dataset, words)

    def _span(self, view: View) -> tuple[int, int]:
        return self.dataset.years_of.get(view.crime, self.dataset.years)

    def _keep_to(self, only: dict[str, Any]) -> None:
        for name, value in only.items():
            if getattr(self.view, name) is not value:
                self.ignored.append(Ignored(name, str(getattr(self.view, name)), str(value)))
        self.view = self.view.with_values(**only)

    @staticmethod
    def _partner(view: View) -> str | None:
        """The partner as tables have it: of its own citizens a country says `own`."""
        return str(Partner.OWN) if view.partner and view.partner == view.country else view.partner

    @cached_property
    def passport(self) -> Passport:
        return passport(self.dataset, self.asked)

    def _shown_year(self) -> int:
        known, asked = self.passport.years, self.view.year
        if asked is not None and asked in known:
            return asked
        if asked is not None:
            self.ignored.append(Ignored("year", str(self.view.year), f"{known[0]}-{known[-1]}"))
            self.view = self.view.with_values(year=None)
        return self.passport.published[-1] if self.passport.published else known[-1]

    def _resolved(self) -> View:
        return self.view.with_values(country=self.asked.country, partner=self.asked.partner)

    @property
    def lasting(self) -> View:
        """The view whose address gives this figure again, whatever years or releases come later."""
        return cited(self.sheet.view.with_values(year=self.sheet.year), self.dataset)

    @property
    def sources(self) -> list[str]:
        return self.sheet.used

    def cited(self, root: str) -> citation.Work:
        return citation.work(self.title, self.sources, self.dataset, root + self.lasting.url, self.words)

    @property
    def title(self) -> str:
        noun = self.sheet.noun(2)
        return f"{noun[:1].upper()}{noun[1:]}: {self.sheet.country}, {self.sheet.year}"

    @cached_property
    def finding(self) -> Finding:
        """The figure as one would say it, or that it is not published and which years are."""
        sheet, cell = self.sheet, self.sheet.cell
        where = f"{sheet.country}, {sheet.year}: "
        if cell.count is None:
            absent = sheet.noun(2)
            key = ABSENT.get(cell.status, "passport.absent")
            return Finding(where + self.words(key, noun=absent), "", f"{sheet.status} {sheet.absence()}")
        return Finding(f"{where}{sheet.printed} {sheet.noun(cell.count.high)}", "", sheet.status)

    def _sheet(self) -> Markup:
        """The sections on the page; what the figure means leads on to the chapters on method."""
        more = {"meaning": self._chapters()}
        made = [
            el("section", el("h2", each.title), to_html(each.table) if each.table.groups[0] else None,
               el("p", each.said) if each.said else None, more.get(each.name), class_=f"of-{each.name}")
            for each in self.sheet.sections()
        ]  # fmt: skip
        return el("div", made, class_="passport-sheet")

    def _chapters(self) -> Markup:
        """Ways to the chapters on method that say more."""
        to = [
            el("a", self.words.label(chart), href=View.of(
                self.view.locale, Page.METHOD, chart=chart, theme=self.view.theme).url)
            for chart in (Chart.DEFINITIONS, Chart.READING, Chart.RULES)
        ]  # fmt: skip
        return el("p", self.words("passport.more"), " ", Markup(", ").join(to), class_="more")

    def changed(self) -> list[Revised]:
        """Of the years of the series, those that a later release has otherwise."""
        mine = Key.of(self.asked.table, {**self.asked.key, "year": 0})
        return [each for each in self.dataset.revised if each.key._replace(year=0) == mine]

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {
                "html": el("div", el("p", self.words("passport.passport"), class_="kicker"), headline(self.finding))
            },
            "cards": {"html": self.cards()},
            "controls": {"children": self._controls()},
            "stage": self.stage(),
            "sheet": {"html": self._sheet()},
            "references": {"html": self._references()},
            **self.places(),
            "sources": {"html": lines(self.lasting, self.sources, self.dataset, self.words, self.title)},
        }

    def page(self) -> html.Main:
        parts = self.parts()
        return html.Main(
            [
                *self.head(parts),
                html.Section([self.staged(parts, self._places(parts))], className="picture"),
                html.Div([self.static("sources", parts)], className="notes"),
            ],
            id="main",
            className="passport",
        )

    def pictures(self) -> list[Picture]:
        """What is known, and the years as a line and as a table."""
        words, published = self.words, self.passport.published
        caption = words("passport.years", country=self.sheet.country, noun=self.sheet.noun(2))
        label = f"{caption} {published[0]}{EN_DASH}{published[-1]}" if published else ""
        said = () if published else (words("passport.no_year"),)
        known = [
            Picture(f"figure-of-{each.name}", table=each.table if each.table.rows else None, title=each.title,
                    said=(each.said,) if each.said else ())
            for each in self.sheet.sections()
        ]  # fmt: skip
        return [
            *known,
            Picture("figure-history", drawn(self.sheet), label=label, said=said),
            Picture("figure-years", table=years(self.sheet, caption)),
        ]

    def _places(self, parts: Parts) -> list[Any]:
        head = html.H2(self.words("passport.section.years"))
        history = [self.graph("history"), *(self.static(n, parts) for n in ("history-said", "years", "references"))]
        return [self.static("sheet", parts), html.Section([head, *history], className="beside-sheet")]

    def _references(self) -> Markup:
        """The citation in all its forms, and where the row is had."""
        words = self.words
        cited = self.cited("")
        forms = [
            el("details",
               el("summary", name, data_key=f"cite-{kind}"),
               el("pre", _absolute(said, self.lasting.url), tabindex=0, role="region", aria_label=name),
               el("p", el("a", words("citation.file", form=name), href=self.lasting.file(kind), download=True)))
            for name, kind, said in (
                ("BibTeX", "bib", citation.bibtex(cited, words)), ("RIS", "ris", citation.ris(cited, words)),
            )
        ]  # fmt: skip
        api = [el("a", name.upper(), href=self.sheet.api(name)) for name in ("csv", "json")]
        return el(
            "div",
            el("h2", words("passport.section.citation")),
            el(
                "p",
                citation.text(cited, words),
                " ",
                el("span", self.lasting.url, class_="address", data_address=self.lasting.url),
            ),
            forms,
            el("p", words("passport.api"), " ", Markup(" · ").join(api)),
            el("p", el("code", self.sheet.api("csv")), class_="api"),
            class_="references",
        )

    def cards(self) -> Markup:
        sheet, published = self.sheet, self.passport.published
        rate = figure(sheet.cell, Measure.RATE, self.words) if sheet.cell.rate else self.words("none")
        cards = [(sheet.printed, sheet.noun(2))]
        if not sheet.is_flow:
            cards.append((rate, self.words("unit.rate")))
        cards.append((f"{len(published)}/{len(self.passport.cells)}", self.words("passport.card.years")))
        return card_list(cards)

    def _controls(self) -> list[html.Div]:
        v, words = self.sheet.view, self.words
        folds = [
            which(v, words),
            year(v, self.passport.years, self.sheet.year, words, words("year.label")),
        ]
        if self.sheet.is_flow:
            return [
                html.Div([row(v, "flow", FlowMeasure, words)], className="choices"),
                html.Div(folds, className="folds"),
            ]
        if v.crime is Crime.SMUGGLING_OF_MIGRANTS:
            return [html.Div(folds, className="folds")]
        folds += breakdowns(v, words)
        return [
            html.Div([row(v, "indicator", Indicator, words)], className="choices"),
            html.Div(folds, className="folds"),
        ]

    def rows(self) -> pd.DataFrame:
        """A row a year: the series that the figure is of, with raw rows."""
        key = self.asked.key
        frame = pd.DataFrame(
            [
                {
                    **{name: word for name, word in key.items() if name == "country"},
                    "year": cell.year,
                    **{name: word for name, word in key.items() if name != "country"},
                    "low": cell.count and int(cell.count.low),
                    "high": cell.count and int(cell.count.high),
                    "status": str(cell.status),
                    "rate_per_100k_low": cell.rate and cell.rate.low,
                    "rate_per_100k_high": cell.rate and cell.rate.high,
                    "persons": cell.persons,
                    "flags": FLAG_SEPARATOR.join(cell.flags),
                    "source": cell.source,
                    "raw_rows": FLAG_SEPARATOR.join(map(str, self.passport.rows.get(cell.year, ()))),
                    "country_label": self.sheet.country,
                    "status_label": self.words(f"state.{state(cell)}"),
                    "data_version": self.dataset.version,
                }
                for cell in self.passport.cells
            ]
        )
        return frame.astype({"low": "Int64", "high": "Int64", "persons": "Int64"})


def _absolute(said: str, address: str) -> list[object]:
    """A text with its address marked, which the browser writes out with scheme and host."""
    before, found, after = said.partition(address)
    return [before, el("span", found, data_address=address), after]
