"""Irregular movement as context of the smuggling of migrants: encounters, deaths, transits, each in a panel with an
axis, a source, a file and a sentence on what it is not. Nothing is added between panels."""

import math
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from itertools import chain
from urllib.parse import urlencode

from dash import html
from markupsafe import Markup

from components.captions.picture import Own, Picture
from components.custom_components import attributes
from components.figures.interval_bars import Bar, Group, interval_bars
from components.i18n import Words
from components.markup import el
from components.pages.page import Parts, ShownPage
from components.tables.calendars import folded
from components.tables.table import Table, TableCell, TableRow, column, number, row_head, to_html
from components.translated import told
from data.context_vocabulary import Area, ContextMeasure
from data.dataset import Dataset
from data.interval import total
from data.queries.context import Context, Figure, context
from data.vocabulary import Country

ENCOUNTERS, DEATHS = ContextMeasure.ENCOUNTERS_BY_CITIZENSHIP, ContextMeasure.DEATHS_EN_ROUTE
TRANSITS = ContextMeasure.TRANSITS_DARIEN
PANELS = {  # the places of the graphs of each
    ENCOUNTERS: ("by-year", "by-citizenship"),
    DEATHS: tuple(f"deaths-{area}" for area in Area),
    TRANSITS: ("darien",),
}
GRAPHS = tuple(chain.from_iterable(PANELS.values()))
READ = (*(f"about-{measure}" for measure in PANELS), "printed")
FULL_DAY = 10  # characters of a day that is printed in full


def parts(shown: "Movement | None") -> Parts:
    """What is read in the panels; nothing while another crime is shown."""
    read = shown.read() if shown else dict.fromkeys(READ, Markup(""))
    return {"movement": {"hidden": shown is None}} | {name: {"html": markup} for name, markup in read.items()}


def places(page: ShownPage, parts: Parts) -> html.Div:
    """The heading and the panels with all their places."""
    w, panels = page.words, []
    for measure, names in PANELS.items():
        placed = [page.static(f"about-{measure}", parts, "about"), *(page.titled(name, parts) for name in names)]
        placed += [page.static("printed", parts)] if measure is TRANSITS else []
        panels.append(html.Article(placed, className=f"movement is-{measure}"))
    head = [html.H2(w("context.title"), id="movement-title"), html.P(w("context.said"), className="said")]
    content = [*head, html.Div(panels, className="movements")]
    section = html.Section(content, **attributes(aria_labelledby="movement-title"))
    return html.Div(section, id=page.id("movement"), className="beside", hidden=parts["movement"]["hidden"])


class Movement:
    """The three panels for the citizenships chosen (empty: all of the 22) and a span of years (None: all there are)."""

    def __init__(
        self, dataset: Dataset, countries: tuple[Country, ...], years: tuple[int, int] | None, words: Words
    ) -> None:
        self.dataset, self.countries, self.years, self.words = dataset, countries, years, words
        self.found = {measure: self._within(found) for measure, found in context(dataset, None, PANELS).items()}

    def _within(self, found: Context) -> Context:
        """The figures of the years and, where they are told apart by one of the 22, of the countries chosen."""
        first, last = self.years or (0, math.inf)
        by_citizenship = found.measure is ENCOUNTERS and self.countries
        kept = [
            figure
            for figure in found.figures
            if first <= figure.year <= last and (not by_citizenship or figure.country in self.countries)
        ]
        return Context(found.measure, tuple(kept))

    def pictures(self) -> list[Picture]:
        """The graphs of the panels that have something to draw or to say."""
        return [*self._encounters(), *self._deaths(), *self._transits()]

    def read(self) -> dict[str, Markup]:
        """What is read of each panel, and every printed figure, by the name of its place."""
        about = {f"about-{measure}": self._about(measure) for measure in PANELS}
        figures, printed = self.found[TRANSITS].figures, Markup("")
        if figures:
            printed = folded(self.words("context.printed"), "fold-printed", [to_html(self._printed(figures))])
        return about | {"printed": printed}

    def _about(self, measure: ContextMeasure) -> Markup:
        w, found = self.words, self.found[measure]
        sources = [self.dataset.sources[name] for name in found.sources if name in self.dataset.sources]
        about = [
            el("h3", w.label(measure)),
            el("p", self._not(measure), class_="not"),
            *(el("p", _source(source, w), class_="source") for source in sources),
            self._file(measure) if found.figures else "",
        ]
        return Markup("").join(about)

    def _not(self, measure: ContextMeasure) -> str:
        return self.words(f"context.not.{self.found[measure].scale.family}")

    def _file(self, measure: ContextMeasure) -> Markup:
        """The link to the rows behind a panel."""
        asked = {"measure": str(measure)}
        if measure is ENCOUNTERS and self.countries:
            asked["country"] = ",".join(self.countries)
        if self.years:
            asked["year"] = f"{self.years[0]}-{self.years[1]}"
        link = el("a", self.words("context.take"), href=f"/api/v1/context.csv?{urlencode(asked, safe=',')}",
                  download=True)  # fmt: skip
        return el("p", link, class_="take")

    def _encounters(self) -> list[Picture]:
        """The citizenships chosen added, year by year, and each of them in the last whole year."""
        w, figures = self.words, self.found[ENCOUNTERS].figures
        by_year, by_citizenship = PANELS[ENCOUNTERS]
        whole = [figure for figure in figures if figure.is_whole_year]
        years = sorted({figure.year for figure in whole})
        added = [self._added([f for f in whole if f.year == year], str(year)) for year in years]
        parts = [figure for figure in figures if not figure.is_whole_year]
        part = [self._part(self._period(parts[0]), self._added(parts, "").text)] if parts else []
        drawn = [self._drawn(ENCOUNTERS, by_year, w("context.by_year"), added, part)]
        if years:
            latest = sorted((f for f in whole if f.year == years[-1]), key=_largest)
            title = w("context.by_citizenship", year=years[-1])
            drawn.append(self._drawn(ENCOUNTERS, by_citizenship, title, self._bars(latest, by_name=True)))
        return drawn

    def _drawn(
        self, measure: ContextMeasure, name: str, title: str, bars: list[Bar], parts: Iterable[str] = ()
    ) -> Picture:
        """Bars of whole years, or that there are none, and what is said of a part of a year."""
        own = Own(self._title(measure), self._not(measure), self.found[measure].sources)
        nothing = () if bars else (self.words("context.nothing"),)
        figure = interval_bars([Group("", bars)]) if bars else None
        return Picture(f"overview-{name}", figure, title=title, said=(*nothing, *parts), own=own)

    def _title(self, measure: ContextMeasure) -> str:
        """What a file says that it counts, and of whom."""
        w, of = self.words, self.countries if measure is ENCOUNTERS else ()
        return f"{w.label(measure)}: {w.names([w.country(c) for c in of])}" if of else w.label(measure)

    def _added(self, figures: Iterable[Figure], name: str) -> Bar:
        """Citizenships of one year added, each as the range that it is, and how many they are."""
        known = [figure.bounds for figure in figures if figure.bounds]
        count = total(known)
        return Bar(name, count, self.words.interval(count), self.words.count("context.listed", len(known)))

    def _bars(self, figures: Iterable[Figure], *, by_name: bool = False) -> list[Bar]:
        """A bar for each figure, named by its year or by its country; what is only a minimum is drawn up to it."""
        w = self.words
        return [
            Bar(
                w.country(f.country) if by_name else str(f.year),
                f.bounds,
                self._text(f),
                "⚑" if f.conflict else "",
                w("context.contradicts") if f.conflict else "",
            )
            for f in figures
            if f.bounds
        ]

    def _deaths(self) -> list[Picture]:
        found, drawn = self.found[DEATHS], []
        for name, area in zip(PANELS[DEATHS], Area, strict=True):
            whole = [figure for figure in found.of(area) if figure.is_whole_year]
            parts = [self._part(self._period(f), self._text(f)) for f in found.of(area) if not f.is_whole_year]
            drawn.append(self._drawn(DEATHS, name, self.words.label(area), self._bars(whole), parts))
        return drawn

    def _part(self, period: str, text: str) -> str:
        """A figure on a part of a year."""
        return self.words("context.part", period=period, figure=text)

    def _transits(self) -> list[Picture]:
        whole = [figure for figure in self.found[TRANSITS].figures if figure.is_whole_year and not figure.partner]
        (name,) = PANELS[TRANSITS]
        return [self._drawn(TRANSITS, name, self.words("context.darien"), self._bars(whole))]

    def _printed(self, figures: Iterable[Figure]) -> Table:
        """Every printed figure with who printed it, folded away: a part of a year has no bar beside a whole one."""
        w = self.words
        names = ("period", "citizenship", "figure", "publisher")
        heads = [column(w(f"context.{name}"), "n" if name == "figure" else "") for name in names]
        rows = [
            TableRow(
                [
                    row_head(self._period(f)),
                    TableCell(w.country(f.partner) if f.partner else w("context.all")),
                    number(self._text(f)),
                    TableCell(told(asdict(f), "publisher", w), href=f.url or ""),
                ]
            )
            for f in sorted(figures, key=lambda f: (f.year, f.period_end, f.partner))
        ]
        return Table(w("context.printed"), heads, [rows], "printed", "printed", is_caption_spoken=True)

    def _text(self, figure: Figure) -> str:
        """The figure as printed: plain, both ends of a range, or at least."""
        if figure.bounds is None:
            return self.words("none")
        if math.isinf(figure.bounds.high):
            return self.words("context.at_least", n=self.words.number(figure.bounds.low))
        return self.words.interval(figure.bounds)

    def _period(self, figure: Figure) -> str:
        if figure.is_whole_year:
            return str(figure.year)
        if len(figure.period_end) < FULL_DAY:
            return self.words("context.undated", year=figure.year)
        day = self.words.date(date.fromisoformat(figure.period_end))
        return self.words("context.to", day=day)


def _largest(figure: Figure) -> tuple[float, str]:
    return (-figure.bounds.high if figure.bounds else 0, figure.country)


def _source(source: dict[str, str], words: Words) -> list[Markup | str]:
    title, publisher = told(source, "title", words), told(source, "publisher", words)
    link = el("a", title, href=source["url"], rel="external noopener") if source["url"] else title
    if not source["release"]:
        return [f"{publisher}, ", link, "."]
    released = words("source.release", day=words.date(date.fromisoformat(source["release"])))
    return [f"{publisher}, ", link, f", {released}."]
