"""One country on one page: key figures, what it says itself, chain, victims, flows, cooperation, context, areas and the
quality of its data; without a country, the way to each of the 22."""

from functools import cached_property

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.headline import Finding, card_list, headline
from components.captions.picture import Picture
from components.captions.releases import news
from components.captions.sources import lines
from components.captions.ways import ways
from components.cells import figure
from components.controls.choices import country
from components.controls.definitions import what_is_counted
from components.controls.years import year
from components.i18n import Words
from components.markup import el, join
from components.pages.country import places
from components.pages.country.chooser import Chooser
from components.pages.country.figures import Figures
from components.pages.country.listing import frame, listing
from components.pages.country.movements import Movements
from components.pages.country.national import National
from components.pages.country.partners import Partners
from components.pages.country.quality import Quality
from components.pages.country.scores import Scores
from components.pages.country.section import Section
from components.pages.country.states import States
from components.pages.country.steps import Steps
from components.pages.country.victims import Victims
from components.pages.page import Parts, ShownPage
from components.tables.table import Table, to_html
from components.url.choices import Chart
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.queries.profile import Profile, profile
from data.vocabulary import Crime, Indicator, Measure

SECTIONS: tuple[type[Section], ...] = (
    Figures, National, Steps, Victims, Movements, Partners, Scores, States, Quality,
)  # fmt: skip
RESIDENTS = "wpp_2024"


class CountryProfile(ShownPage):
    """A view of one country. The year is the one chosen, or the latest with detected victims of that country."""

    graphs = places.GRAPHS

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        if self.view.year and not self.span[0] <= self.view.year <= self.span[1]:
            self.ignored.append(Ignored("year", str(self.view.year), f"{self.span[0]}-{self.span[1]}"))
            self.view = self.view.with_values(year=None)
        mine = self.view.country
        self.profile: Profile | None = profile(dataset, mine, self.view.year) if mine else None

    @cached_property
    def chooser(self) -> Chooser:
        return Chooser(self.dataset, self.view, self.words)

    @cached_property
    def sections(self) -> list[Section]:
        """The sections of the country; none without one."""
        return [kind(self.profile, self.view, self.words) for kind in SECTIONS] if self.profile else []

    @property
    def title(self) -> str:
        w = self.words
        if self.profile is None:
            return w("profile.choose")
        return w("profile.page", country=w.country(self.profile.country), year=self.profile.year)

    @cached_property
    def finding(self) -> Finding:
        """How many victims were detected, and how many of the five are published; or how many countries publish all."""
        w, p = self.words, self.profile
        if p is None:
            return Finding(w("profile.chooser", n=self.chooser.complete, of=len(self.chooser.published)), "",
                           w("profile.chooser_caveat"))  # fmt: skip
        cell = p.key(Indicator.VICTIMS_DETECTED).cell
        name = w.country(p.country)
        key = "profile.indicators" if p.published < len(Indicator) else "profile.all_indicators"
        told = w(key, n=p.published, of=len(Indicator))
        if cell.count is None:
            return Finding(w("profile.no_victims", country=name, year=p.year), told, w("profile.caveat"))
        noun = w.count("noun.victims_detected", round(cell.count.high))
        counted = f"{figure(cell, Measure.COUNT, w)} {noun}"
        return Finding(w("profile.headline", country=name, year=p.year, counted=counted), told, w("profile.caveat"))

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {
                "html": headline(self.finding)
                + ways(self.view, self.dataset, self.words)
                + (news(self.view, self.dataset, self.words) if self.profile else "")
            },
            "cards": {"html": self.cards()},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs() if self.profile else []},
            "stage": self.stage(),
            **self.places(),
            **{name: {"html": markup} for name, markup in self._read().items()},
            "areas-drawn": {"className": f"drawn{' is-tall' * self._is_tall}"},
            "sources": {"html": self._named() + lines(self.view, self.sources, self.dataset, self.words)},
        }

    @property
    def remarks(self) -> list[str]:
        """The official name, and that at the United Nations where it is another, for who has to write it."""
        if self.profile is None:
            return []
        w, mine = self.words, self.profile.country
        said = [w("official.note", name=w.official(mine))]
        if f"official.un.{mine}" in w:
            said.append(w("official.un", name=w(f"official.un.{mine}")))
        return [" ".join(said)]

    def _named(self) -> Markup:
        return join([el("p", line, class_="official") for line in self.remarks])

    def page(self) -> html.Main:
        parts = self.parts()
        notes = html.Div([self.static("sources", parts)], className="notes")
        return html.Main(
            [*self.head(parts), self.picture(parts, places.places(self, parts)), notes],
            id="main",
            className="wide profile",
        )

    def _controls(self) -> list[html.Div]:
        v, p = self.view, self.profile
        folds = [country(v, "country", self.words), what_is_counted(v, Indicator, self.words)]
        if p:
            folds.append(year(v, range(p.years[-1], p.years[0] - 1, -1), p.year, self.words, self.words("year.label")))
        return [html.Div(folds, className="folds")]

    def cards(self) -> Markup:
        p, w = self.profile, self.words
        if p is None:
            return Markup("")
        of_victims = p.answers[Indicator.VICTIMS_DETECTED].over_time(p.country)
        told = sum(cell.is_published for cell in of_victims)
        key = p.key(Indicator.VICTIMS_DETECTED)
        rate = w.interval(key.cell.rate, is_rate=True) if key.cell.rate else w("none")
        return card_list(
            [
                (rate, w("profile.card.rate")),
                (f"{told}/{len(p.years)}", w("profile.card.years", first=p.years[0], last=p.years[-1])),
            ]
        )

    def pictures(self) -> list[Picture]:
        if self.profile is None:
            return self.chooser.pictures()
        if self.is_chart(Chart.TABLE):
            return [Picture("country-listing", table=self._listing())]
        return [picture for section in self.sections for picture in section.pictures()]

    def _listing(self) -> Table:
        return listing(self.sections, self.title)

    def _read(self) -> dict[str, Markup]:
        """What is read in each place; nothing where the chart or the country has none."""
        found = dict.fromkeys(places.READ, Markup(""))
        if self.profile is None:
            return found | {"names": self.chooser.names()}
        if self.is_chart(Chart.TABLE):
            return found | {"listing": to_html(self._listing())}
        found |= {"leaf-1": self._leaf(1), "leaf-2": self._leaf(2), "contents": self._contents()}
        return found | {name: markup for section in self.sections for name, markup in section.html().items()}

    def _contents(self) -> Markup:
        """The way to each section that has something to show."""
        links = [el("a", each.heading(), href=f"#part-{each.part}") for each in self.sections if each.drawn]
        listed = el("ul", [el("li", link) for link in links])
        return el("nav", listed, class_="sections", aria_label=self.words("profile.contents"))

    @property
    def _is_tall(self) -> bool:
        return any(isinstance(section, States) and section.is_tall for section in self.sections)

    def _leaf(self, n: int) -> Markup:
        """The line at the head of a printed sheet: what it is, of which data, at which address."""
        said = self.words("profile.sheet", title=self.title, version=self.dataset.version, n=n, of=2)
        return el("p", el("b", said), " ", el("span", self.view.url, data_address=True), class_=f"leaf leaf-{n}")

    @property
    def sources(self) -> list[str]:
        if self.profile is None:
            found = self.dataset.tables["observations"]
            return sorted(set(found.loc[found["crime"] == Crime.TRAFFICKING, "source"]))
        return sorted({name for section in self.sections for name in section.sources} | {RESIDENTS})

    def rows(self) -> pd.DataFrame:
        found = frame(self.sections) if self.profile else self.chooser.frame()
        return found.assign(data_version=self.dataset.version)
