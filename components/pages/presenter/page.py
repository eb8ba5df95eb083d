"""The presenter's room: the deck in its order, what may be changed in it, and what leads from here into the hall."""

from functools import cached_property

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.headline import Finding, headline
from components.captions.picture import Picture
from components.captions.share import share
from components.captions.sources import of_this_machine
from components.controls.choices import Option, country, row, side_by_side
from components.custom_components import slow
from components.i18n import Words
from components.markup import el
from components.pages.page import Parts, ShownPage, Told, open_page
from components.pages.presenter.asked import asked
from components.pages.presenter.prepared_decks import FIRST, held
from components.tables.table import Table, TableCell, TableRow, number, row_head
from components.url.choices import Chart, Filters, Hall, Prepared, Reveal
from components.url.deck import LONGEST, Deck
from components.url.view import Ignored, View
from data.dataset import Dataset


class Present(ShownPage):
    """A view of the room. Its deck is in the address, or made from the current data."""

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        self.deck, unused = held(self.view, dataset)
        self.ignored += unused

    @property
    def is_own(self) -> bool:
        """Whether somebody has put the deck together."""
        return bool(self.view.slides)

    @property
    def title(self) -> str:
        w = self.words
        if self.is_own:
            return w("deck.own")
        if self.view.deck is Prepared.COUNTRY:
            return w("deck.of_country", country=w.country(self.view.country or FIRST))
        return w("deck.of_summit")

    @cached_property
    def finding(self) -> Finding:
        said = self.words.count("deck.found", len(self.deck), title=self.title)
        return Finding(said, "", self.words("deck.caveat"))

    @cached_property
    def shown(self) -> list[tuple[str, str]]:
        """The sentence and the picture's title of each slide."""
        opened = [(each, open_page(each.view, (), self.dataset)) for each in self.deck.slides]
        return [(each.title or page.found().sentence, asked(page, page.year)) for each, page in opened]

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding)},
            "cards": {"html": self._start()},
            "controls": {"children": self._controls()},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            "slides": {"html": self._slides()},
            "sources": {"html": self._files()},
        }

    def page(self) -> html.Main:
        parts = self.parts()
        notes = html.Div([self.static("sources", parts)], className="notes")
        picture = self.picture(parts, [self.static("slides", parts)])
        return html.Main([*self.head(parts), picture, notes], id="main", className="wide room")

    def rows(self) -> pd.DataFrame:
        """One row a slide: number, page, address, sentence, picture, note."""
        return pd.DataFrame(
            [
                {
                    "slide": n,
                    "page": str(each.view.page),
                    "address": each.view.url,
                    "sentence": sentence,
                    "picture": picture,
                    "note": each.note,
                    "data_version": self.dataset.version,
                }
                for n, (each, (sentence, picture)) in enumerate(zip(self.deck.slides, self.shown, strict=True), 1)
            ]
        )

    def told(self) -> list[Told]:
        """The slides of the deck, opened, with what somebody wrote for them."""
        opened = [(each, open_page(each.view, (), self.dataset)) for each in self.deck.slides]
        return [Told(page, each.title, each.note) for each, page in opened]

    def _start(self) -> Markup:
        """Into the hall: ordinary navigation, for what is there is no page of the site."""
        w, v = self.words, self.view
        return el("p", el("a", "▶ ", w("deck.start"), href=v.with_values(slide=1).url, class_="start"), class_="starts")

    def _controls(self) -> list[html.Div]:
        v, w = self.view, self.words
        decks = [Option(str(each), w.label(each)) for each in Prepared]
        folds = [country(v, "country", w)] if v.deck is Prepared.COUNTRY and not v.slides else []
        return [
            html.Div(
                [
                    side_by_side("deck", decks, "" if v.slides else str(v.deck), w("control.deck")),
                    row(v, "hall", Hall, w),
                    row(v, "filters", Filters, w),
                ],
                className="choices",
            ),
            *([html.Div(folds, className="folds")] if folds else []),
        ]

    def _with(self, deck: Deck) -> str:
        return self.view.with_values(slides=deck.to_text(), slide=None).url

    def pictures(self) -> list[Picture]:
        """The slides in their order: number, sentence, picture and note of each."""
        rows = [
            TableRow([number(n), row_head(sentence, href=each.view.url), TableCell(what), TableCell(each.note)])
            for n, (each, (sentence, what)) in enumerate(zip(self.deck.slides, self.shown, strict=True), 1)
        ]
        return [Picture("present-slides", table=Table(self.title, [], [rows], "deck", "slides"))]

    def _slides(self) -> Markup:
        item = self._edited if self.is_chart(Chart.EDIT) else self._listed
        return el("ol", [item(place) for place in range(len(self.deck))], class_="deck")

    def _listed(self, place: int) -> Markup:
        slide, (sentence, picture) = self.deck.slides[place], self.shown[place]
        to = self.view.with_values(slide=place + 1).url
        return el(
            "li",
            el("h2", el("a", sentence, href=to)),
            el("p", picture, class_="what"),
            el("p", slide.note, class_="note") if slide.note else None,
            el("p", el("a", self.words("deck.open"), href=slide.view.url), class_="take"),
        )

    def _edited(self, place: int) -> Markup:
        """Links that lead to the deck with the slide moved or removed, and a form for what is written."""
        w, last = self.words, len(self.deck) - 1
        moves = [
            self._turn(f"up-{place}", w("deck.up"), self.deck.moved(place, place - 1)) if place else None,
            self._turn(f"down-{place}", w("deck.down"), self.deck.moved(place, place + 1)) if place < last else None,
            self._turn(f"remove-{place}", w("deck.remove"), self.deck.without(place)),
        ]
        return el(
            "li",
            el("h2", self.shown[place][0]),
            el("p", self.shown[place][1], class_="what"),
            el("p", moves, class_="moves"),
            self._form(place),
        )

    def _turn(self, key: str, label: str, deck: Deck) -> Markup:
        return el("a", label, href=self._with(deck), data_turn="slides", data_key=key)

    def _form(self, place: int) -> Markup:
        """A form that leads to the address of the changed deck; it works without scripts (`routes.presenter`)."""
        w, slide = self.words, self.deck.slides[place]
        kept = self.view.with_values(slides=self.deck.to_text(), slide=None).search.lstrip("?").split("&")
        hidden = [
            el("input", type="hidden", name=name, value=value) for name, _, value in (p.partition("=") for p in kept)
        ]
        choice = [el("option", w.label(r), value=r, selected=r is slide.reveal) for r in Reveal]
        return el(
            "form",
            hidden,
            el("input", type="hidden", name="place", value=place + 1),
            el("label", w("deck.title"), el("input", type="text", name="title", value=slide.title,
                                            placeholder=self.shown[place][0], maxlength=LONGEST["title"])),
            el("label", w("deck.note"), el("textarea", slide.note, name="note", rows=2, maxlength=LONGEST["note"])),
            el("label", w("deck.reveal"), el("select", choice, name="reveal")),
            el("button", w("deck.keep"), type="submit"),
            action=self.view.path,
            method="get",
            class_="words",
        )  # fmt: skip

    def _files(self) -> Markup:
        """The deck to take along: the file for a hall without a network, and the list for another day."""
        w, v = self.words, self.view.with_values(slide=None, chart=Chart.DECK)
        offline, listed, slides, pages = (f"{v.path}.{kind}{v.search}" for kind in ("html", "json", "pptx", "pdf"))
        return el(
            "div",
            el("p", el("a", w("deck.offline"), href=offline, download=True, **slow(w)), class_="take"),
            el("p", w("deck.offline_said"), class_="what"),
            el("p", el("a", w("deck.pptx"), href=slides, download=True, **slow(w)), " · ",
               el("a", w("deck.pdf"), href=pages, download=True, **slow(w)), class_="take"),
            el("p", el("a", w("deck.json"), href=listed, download=True), class_="take"),
            share(v, w.label(v.page), w),
            of_this_machine(w),
            el("p", el("label", w("deck.import"), " ", el("input", type="file", accept=".json", data_import=v.path))),
            el("p", el("label", el("input", type="checkbox", data_keep=self.deck.to_text()), " ", w("deck.remember"))),
            class_="files",
        )  # fmt: skip
