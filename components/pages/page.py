"""What every page is: a view answered once, as a tree, as parts that replace others, and as rows to take away."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any

import dash_bootstrap_components as dbc
import pandas as pd
from dash import html, no_update
from markupsafe import Markup

from components.captions import legend
from components.captions.citation import Work, sources_of, work
from components.captions.headline import Finding
from components.captions.ignored import notice
from components.captions.picture import Picture
from components.captions.releases import banner, cited
from components.controls.choices import Option, radios
from components.controls.year_scale import in_frame
from components.custom_components import Static, attributes
from components.drawing.figure_svg import is_to_scale
from components.i18n import Words, words
from components.pages.graph import graph, heading, in_words, sentences
from components.pages.map_graph import map_graph
from components.tables.table import to_html
from components.url.choices import CHARTS, Chart, Page
from components.url.url_params import OF_EARLIER
from components.url.view import Ignored, View
from data.dataset import Dataset
from data.releases import Revised

Props = dict[str, Any]
Parts = dict[str, Props]


class ShownPage(ABC):
    """A view of one page, answered. What the data cannot show falls back, and is reported in `ignored`."""

    graphs: Sequence[str] = ()  # the places of all figures that a chart of the page may have
    tables: Sequence[str] = ()  # the places of its tables, and of sentences alone
    aside: Sequence[str] = ()  # of `graphs` those beside the picture of the view, each with a file of its own
    year: int | None = None
    turned: Sequence[int] = ()  # the years of a scale, which turns without a request; empty where there is none
    fixed: Mapping[str, Any] = MappingProxyType({})  # what the data chose, so that another release shows the same view

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        self.dataset, self.words = dataset, words
        self.span = self._span(view)
        self.ignored = list(ignored)
        self.view = self._within(view)

    def _span(self, view: View) -> tuple[int, int]:  # noqa: ARG002 - a page may let its chart decide
        """First and last year that the view may be asked for."""
        return self.dataset.years

    def _within(self, view: View) -> View:
        """The view with its period inside the data."""
        first, last = self.span
        if view.years and (view.years[0] < first or view.years[1] > last):
            self.ignored.append(Ignored("years", f"{view.years[0]}-{view.years[1]}", f"{first}-{last}"))
            return view.with_values(years=None)
        return view

    @property
    @abstractmethod
    def title(self) -> str:
        """What is shown, in words; the document's title."""

    @property
    def description(self) -> str:
        """The finding in one or two sentences."""
        found = self.found()
        return f"{found.sentence} {found.caveat}"

    def found(self) -> Finding:
        """The finding in its parts."""
        given = getattr(self, "finding", None)
        return given if isinstance(given, Finding) else Finding(self.title.rstrip("."), "", "")

    @property
    def remarks(self) -> list[str]:
        """What to know about the figures in view, a line each."""
        return []

    def cards(self) -> Markup:
        """The figures that stand beside the finding."""
        return Markup("")

    @abstractmethod
    def parts(self) -> Parts:
        """The properties that a changed control replaces."""

    @abstractmethod
    def page(self) -> html.Main:
        """The tree of a first visit: every part in its place."""

    @abstractmethod
    def rows(self) -> pd.DataFrame:
        """What is shown as tidy rows: codes, labels in the reader's language, bounds, status, flags, source."""

    def pictures(self) -> list[Picture]:
        """The figures and tables of the chart that is chosen, in reading order: what a file or a slide shows."""
        return []

    def beside(self) -> list[Picture]:
        """What a page shows beside them."""
        return []

    @cached_property
    def in_view(self) -> dict[str, Picture]:
        """The pictures by the name of their place."""
        return {picture.name: picture for picture in [*self.pictures(), *self.beside()]}

    def at(self, name: str) -> Picture:
        """The picture at a place; one without anything where none is in view."""
        return self.in_view.get(self.id(name), Picture(self.id(name)))

    def places(self) -> Parts:
        """What `pictures` puts into each place of the page. A graph that is not in view is hidden and keeps its figure;
        what else belongs to it, and a table, is empty."""
        parts: Parts = {}
        for name in self.graphs:
            picture = self.at(name)
            parts[name] = {"figure": picture.figure or no_update}
            parts[f"{name}-place"] = {
                "hidden": picture.figure is None,
                "aria-label": self.in_words(picture),
            }
            parts[f"{name}-title"] = {"html": heading(picture)}
            parts[f"{name}-key"] = {"html": self._explained(picture)}
            parts[f"{name}-said"] = {"html": sentences(picture, is_drawn=picture.figure is not None)}
        for name in self.tables:
            shown = self.at(name)
            said = heading(shown) + sentences(shown, is_drawn=not shown.title)
            parts[name] = {"html": to_html(shown.table) if shown.table else said}
        return parts

    def _explained(self, picture: Picture) -> Markup:
        """What the colours of a picture mean: over a map, or in a line."""
        look = "legend" if picture.figure and is_to_scale(picture.figure) else "key"
        return legend.to_html(picture.key, self.words, look) if picture.key else Markup("")

    def graph(self, name: str, *, is_wide: bool = False) -> html.Div:
        """The place of a figure, with the way to its file: that of the view, or one of its own."""
        picture = self.at(name)
        return graph(
            picture.name, picture.figure, self.in_words(picture), self.words,
            png=self.view.file("png"), is_alone=name in self.aside, is_wide=is_wide,
        )  # fmt: skip

    def in_words(self, picture: Picture) -> str:
        """A picture for those who do not see it: what it shows, and what it, or the page of its first, has found."""
        first = next((each for each in self.in_view.values() if each.figure), picture)
        is_of_page = first.name == picture.name and not picture.own
        found = self.found().sentence if is_of_page else next(iter(picture.said), "")
        return in_words(picture.label or picture.title, found)

    def titled(self, name: str, parts: Parts, **how: bool) -> html.Div:
        """The place of a figure below that of its title, and above that of its sentences."""
        above, below = (self.static(f"{name}-{part}", parts) for part in ("title", "said"))
        return html.Div([above, self.graph(name, **how), below], className="titled")

    def map(self, name: str = "map") -> html.Div:
        """The place of a map."""
        picture = self.at(name)
        return map_graph(picture.name, picture.figure, self.in_words(picture), self.words, self.view.file("png"))

    @property
    def sources(self) -> list[str]:
        """The keys of the sources that are named below the picture."""
        return []

    @property
    def lasting(self) -> View:
        """The view whose address gives the same figures later too."""
        return cited(self.view, self.dataset)

    def cited(self, root: str) -> Work:
        """What is cited of the view, at the scheme and host of `root`: the sources of its rows, and of their rates."""
        used = sources_of(self.rows(), self.sources)
        return work(self.title, used, self.dataset, root + self.lasting.url, self.words)

    def framed(self) -> html.Main:
        """The picture alone, to stand in another site: what it says and shows, its sources, the way to the rest."""
        whole = self.page()
        beside = ("sparks", "rank") if self.is_chart(Chart.RANK) else ()  # the ranking stands outside the stage
        full = html.A(self.words("frame.full"), href=self.view.url, className="full")
        shown = [
            *(whole[self.id(name)] for name in ("notice", "release", "headline")),
            html.Section([whole[self.id(name)] for name in ("stage", *beside)], className="picture"),
            *in_frame(self.view, self.turned, self.year, self.words),
            html.Footer([whole[self.id("sources")], full], className="notes"),
        ]
        return html.Main(shown, id="main", className=f"{getattr(whole, 'className', '')} framed".strip())

    def year_said(self, year: int) -> str:
        """A year as the range input says it."""
        return str(year)

    def frames(self) -> dict[int, Props]:
        """For each year its address, title, and the properties that change; empty where no year is turned."""
        return {}

    def changed(self) -> list[Revised]:
        """Of the figures in view, those that a later release has otherwise; a page without releases has none."""
        return []

    def until(self, last: int) -> int:
        """The last year that `changed` tells of a view that ends in `last`: where no period is chosen, the years that
        only a later release has are among what differs."""
        newest = self.dataset.newest
        return last if newest is None or self.view.years else max(last, newest.years[1])

    def since(self) -> Markup:
        """What a view of an earlier release says of itself; empty for the newest."""
        now = self.view.with_values(**{"release": None, "year": self.year or self.view.year, **self.fixed})
        return banner(now, self.dataset, self.changed(), self.words)

    def notice(self) -> Markup:
        """One line for each parameter that could not be used."""
        return notice(self.ignored, self.words)

    def tabs(self) -> list[dbc.RadioItems]:
        """One choice for each picture that the page has."""
        offered = [Option(str(chart), self.words.label(chart)) for chart in CHARTS[self.view.page]]
        return [radios("chart", offered, str(self.view.chart))]

    def id(self, part: str) -> str:
        """The id of a part, as callbacks name it: `overview-headline`."""
        return f"{self.view.page}-{part}"

    def static(self, part: str, parts: Parts, look: str = "", role: str | None = None) -> Static:
        """A part that is ready HTML, in its place."""
        return Static(self.id(part), parts[part]["html"], look, role)

    def group(self, part: str, parts: Parts, look: str = "", **marks: Any) -> html.Div:
        """A part that is made of elements, in its place."""
        return html.Div(parts[part]["children"], id=self.id(part), className=look or part, **marks)

    def head(self, parts: Parts) -> list[Any]:
        """The nodes that every page starts with."""
        return [
            self.static("notice", parts, "notice", role="status"),
            Static(self.id("release"), self.since(), "release"),
            html.Div([self.static("headline", parts), self.static("cards", parts)], className="head"),
            self.group("controls", parts, **self._labelled("controls")),
        ]

    def picture(self, parts: Parts, places: Sequence[Any]) -> html.Section:
        """The tabs and what they choose."""
        tabs = self.group("tabs", parts, **self._labelled("tabs"))
        return html.Section([tabs, self.staged(parts, places)], className="picture")

    def staged(self, parts: Parts, places: Sequence[Any]) -> html.Div:
        """The places of all pictures."""
        return html.Div(list(places), id=self.id("stage"), className=parts["stage"]["className"])

    def stage(self) -> Props:
        """The look of the stage."""
        return {"className": f"stage stage-{self.view.chart}"}

    def _labelled(self, key: str) -> Props:
        return attributes(role="group", aria_label=self.words(f"{key}.label"))

    def is_chart(self, *charts: Chart) -> bool:
        return self.view.chart in charts


PAGES: dict[Page, type[ShownPage]] = {}  # filled by the package, which knows all of them: a slide shows any page


def open_page(view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> ShownPage:
    """A view answered, in its language, from the release that it is of."""
    view, ignored = of_release(view, ignored, dataset)
    return PAGES[view.page](view, ignored, dataset.at(view.release), words(view.locale))


def of_release(view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> tuple[View, tuple[Ignored, ...]]:
    """The view with a release that the data have and the page can show: another is reported, and the newest shown."""
    known = list(dataset.releases) if view.page in OF_EARLIER else [dataset.release]
    if view.release is None or view.release in known:
        return view, ignored
    unknown = Ignored("release", view.release, ", ".join(known))
    return view.with_values(release=None), (*ignored, unknown)
