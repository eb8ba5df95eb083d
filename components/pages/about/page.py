"""About: what this is, for whom, who is behind it, what it keeps of readers, and how it can be used by everybody."""

from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from dash import html
from markupsafe import Markup, escape

from components.captions.headline import Finding, headline
from components.captions.picture import Picture
from components.captions.sources import lines
from components.markup import el
from components.pages.method import chapters
from components.pages.method.tidy_rows import texts
from components.pages.page import Parts, ShownPage

PROSE = Path(__file__).parent / "prose"


class About(ShownPage):
    """A view of what the site says of itself; the chart is the chapter."""

    @property
    def title(self) -> str:
        return self.words(f"about.title.{self.view.chart}")

    @cached_property
    def finding(self) -> Finding:
        return Finding(self.title, "", self.words(f"about.caveat.{self.view.chart}"))

    @cached_property
    def sections(self) -> list[chapters.Prose]:
        d, w = self.dataset, self.words
        told = {
            "version": d.version,
            "release": d.release,
            "contact": w("about.contact", contact=d.contact) if d.contact else w("about.no_contact"),
        }
        return chapters.sections(self.view.locale, str(self.view.chart), told, PROSE)

    def parts(self) -> Parts:
        return {
            "notice": {"html": self.notice()},
            "headline": {"html": headline(self.finding)},
            "cards": {"html": Markup("")},
            "controls": {"children": []},
            "tabs": {"children": self.tabs()},
            "stage": self.stage(),
            "chapter": {"html": self._chapter()},
            "sources": {"html": lines(self.view, self.sources, self.dataset, self.words)},
        }

    def page(self) -> html.Main:
        parts = self.parts()
        places: list[Any] = [self.static("chapter", parts, "chapter")]
        notes = html.Div([self.static("sources", parts)], className="notes")
        return html.Main([*self.head(parts), self.picture(parts, places), notes], id="main", className="wide method")

    def pictures(self) -> list[Picture]:
        return [
            Picture(f"about-{self.view.chart}-{n}", title=each.title, said=each.paragraphs)
            for n, each in enumerate(self.sections, 1)
        ]

    def _chapter(self) -> Markup:
        """The sections in columns; whom to write to is a link where it is an address."""
        return el("div", [el("section", self._linked(each.html), class_="prose") for each in self.sections],
                  class_="columns")  # fmt: skip

    def _linked(self, told: Markup) -> Markup:
        contact = self.dataset.contact
        if not contact:
            return told
        to = contact if contact.startswith("http") else f"mailto:{contact}"
        return told.replace(escape(contact), el("a", contact, href=to))

    def rows(self) -> pd.DataFrame:
        """A row for each section."""
        return texts(self.sections).assign(data_version=self.dataset.version)
