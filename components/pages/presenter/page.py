"""The presenter's room: the deck of the address in its order, and what leads from here into the hall. Talks of the
reader's own are made in the browser (assets/talk)."""

import json
from functools import cached_property

import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.headline import Finding, headline
from components.captions.picture import Picture
from components.captions.share import share
from components.captions.sources import of_this_machine
from components.captions.talk import of_room
from components.controls.choices import Option, country, row, side_by_side
from components.custom_components import Talk, slow
from components.i18n import Words
from components.markup import el
from components.pages.page import Parts, ShownPage, open_page
from components.pages.presenter.asked import asked, not_shown
from components.pages.presenter.prepared_decks import FIRST, held
from components.tables.table import Table, TableCell, TableRow, number, row_head
from components.url.choices import HANDOUTS, Filters, Hall, Prepared, SlideKind
from components.url.deck import Slide
from components.url.deck_document import to_document
from components.url.view import Ignored, View
from data.dataset import Dataset


class Present(ShownPage):
    """A view of the room. Its deck is in the address, or made from the current data."""

    def __init__(self, view: View, ignored: tuple[Ignored, ...], dataset: Dataset, words: Words) -> None:
        super().__init__(view, ignored, dataset, words)
        self.deck, unused = held(self.view, dataset)
        self.slides = [self._opened(each) for each in self.deck.slides]
        self.ignored += [*unused, *not_shown(self.slides)]

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
        return [self._said(*each) for each in zip(self.deck.slides, self.slides, strict=True)]

    def _opened(self, slide: Slide) -> ShownPage | None:
        return open_page(slide.view, (), self.dataset) if slide.kind is SlideKind.VIEW else None

    def _said(self, slide: Slide, page: ShownPage | None) -> tuple[str, str]:
        if page is None:
            kind = self.words.label(slide.kind)
            return slide.title or kind, kind
        return slide.title or page.found().sentence, asked(page, page.year)

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding)},
            "cards": {"html": self._start()},
            "controls": {"children": self._controls()},
            "talk": {"html": self._slides(), "document": self._document()},
            "sources": {"html": self._files()},
        }

    def page(self) -> html.Main:
        parts = self.parts()
        talk = Talk(
            self.id("talk"), **{name: str(text) for name, text in parts["talk"].items()}, words=of_room(self.words)
        )
        notes = html.Div([self.static("sources", parts)], className="notes")
        stage = html.Div([talk], id=self.id("stage"))
        return html.Main([*self.head(parts), stage, notes], id="main", className="wide room")

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

    def pictures(self) -> list[Picture]:
        """The slides in their order: number, sentence, picture and note of each."""
        rows = [
            TableRow([number(n), row_head(sentence, href=each.view.url), TableCell(what), TableCell(each.note)])
            for n, (each, (sentence, what)) in enumerate(zip(self.deck.slides, self.shown, strict=True), 1)
        ]
        return [Picture("present-slides", table=Table(self.title, [], [rows], "deck", "slides"))]

    def _slides(self) -> Markup:
        return el("ol", [self._listed(place) for place in range(len(self.deck))], class_="deck")

    def _listed(self, place: int) -> Markup:
        slide, (sentence, picture) = self.deck.slides[place], self.shown[place]
        at = self.view.with_values(slide=place + 1)
        is_view = slide.kind is SlideKind.VIEW
        return el(
            "li",
            el("img", alt="", width=320, height=180, data_thumb=f"{at.file('png')}&size=thumb"),
            el("h2", el("a", sentence, href=at.url)),
            el("p", picture, class_="what") if is_view else None,
            [el("p", text, class_=kind) for kind, text in (("text", slide.text), ("note", slide.note)) if text],
            el("p", el("a", self.words("deck.open"), href=slide.view.url), class_="take") if is_view else None,
        )

    def _document(self) -> str:
        """The deck as the document of which a talk is made, with the sentence that each view says of itself."""
        found = json.loads(to_document(self.deck))
        for told, (sentence, _) in zip(found["slides"], self.shown, strict=True):
            told["said"] = sentence
        return json.dumps({"title": self.title, **found}, ensure_ascii=False, separators=(",", ":"))

    def _files(self) -> Markup:
        """The deck to take along: the file for a hall without a network, and the list for another day."""
        w, v = self.words, self.view.with_values(slide=None)

        def made(kind: str, part: str = "") -> Markup:
            href = v.file(kind) + (f"{'&' if v.search else '?'}{part}" if part else "")
            return el("a", w(f"talk.file.{part or kind}"), href=href, download=True, **slow(w))

        return el(
            "div",
            el("p", made("html"), class_="take"),
            el("p", w("deck.offline_said"), class_="what"),
            el("p", made("pptx"), " · ", made("pdf"), class_="take"),
            [el("p", made("pdf", f"handout={n}"), class_="take") for n in HANDOUTS],
            el("p", el("a", w("deck.json"), href=v.file("json"), download=True), class_="take"),
            share(v, w.label(v.page), w),
            of_this_machine(w),
            class_="files",
        )  # fmt: skip
