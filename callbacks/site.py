"""The page of the address that asks: as Dash's layout, and as the document that stands there before any script."""

from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component
from flask import abort, g

from callbacks.answers import shown, stamp
from callbacks.asked import Asked
from callbacks.clientside import TURN_YEARS
from callbacks.public_address import fixed, is_local, root
from components.captions.linked_data import linked
from components.captions.ways import with_whom
from components.controls.as_links import as_links
from components.document.first_paint import to_html
from components.document.shell import Head, Served, band, document, footer, header
from components.pages.page import ShownPage


class Site(Dash):
    """Dash, with the document that this project sends instead of an empty page."""

    def interpolate_index(self, **made: str) -> str:  # type: ignore[override]
        if "asked" not in g:
            abort(404)
        asked: Asked = g.asked
        page, tree = opened()
        title, said, period = page.title, page.description, page.span
        about = linked(page.lasting, title, said, page.sources, period, page.dataset, page.words, root())
        finding = page.found().sentence
        here = root()
        head = Head(
            page.view, stamp(page) + title, said, here, fixed(), finding,
            asked.is_framed, asked.is_listed, is_local(here), about,
        )  # fmt: skip
        served = Served(made["config"], made["scripts"], made["renderer"], made["css"])
        return document(head, to_html(as_links(tree, page.view)), served)


def opened() -> tuple[ShownPage, list[Component]]:
    """The page that is asked for and its tree, made once in a request: a document's layout is wanted next."""
    if "opened" not in g:
        asked: Asked = g.asked
        page = asked.page()
        tree: list[Component] = (
            [page.framed()]
            if asked.is_framed
            else [
                header(page.view, page.words, with_whom(page.view, page.dataset)),
                page.page(),
                footer(page.view, page.words),
            ]
        )
        if page.dataset.synthetic:
            tree.insert(0, band(page.words))
        g.opened = page, tree
    found: tuple[ShownPage, list[Component]] = g.opened
    return found


def layout() -> html.Div:
    """The whole page, so that nothing is left for a first callback. Of who hides the address nothing is known: the
    drawn page stays, and its links work."""
    if g.get("asked") is None:
        return html.Div()
    page, tree = opened()
    return html.Div([*([] if g.asked.is_framed else state(page)), *tree], id="page")


def state(page: ShownPage) -> list[Component]:
    """The address, what is asked for, what is shown; where years are turned, their frames, which come later."""
    view = page.view
    kept: dict[str, Any] = {"asked": view.url, "chosen": {}, "landed": {}}
    kept |= {page.id("shown"): shown(page), page.id("choices"): None}
    if view.page in TURN_YEARS:  # whatever its chart: a store that is missing would stop its callback
        kept |= {page.id("wanted"): "", page.id("frames"): {}}
    address = dcc.Location(id="address", refresh=False, pathname=view.path, search=view.search)
    return [address, *(dcc.Store(id=name, data=data) for name, data in kept.items())]
