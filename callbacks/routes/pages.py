"""Pages by GET: the language at `/`, the document of a view, its parts with a frame for each year, its CSV."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dash import Dash, html
from dash.dependencies import ClientsideFunction, Input
from dash.development.base_component import Component
from flask import Flask, Response, abort, g, redirect, request
from plotly.utils import PlotlyJSONEncoder
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as BaseResponse

from callbacks.answer_cache import Desk
from callbacks.routes.reply import refuse, reply
from callbacks.security_headers import allow_frames, is_for_frames
from components.captions.citation import Work, bibtex, ris
from components.captions.snippets import ROOT
from components.figures.choropleth import shapes
from components.i18n import Words, words
from components.pages import of_release, open_page
from components.pages.page import ShownPage
from components.render.first_paint import to_html
from components.render.tidy_rows import csv, filename, stamped
from components.shell import Head, Served, around, band, document, header, missing
from components.url.choices import Language
from components.url.view import FRAME, Ignored, View, asks_for_frame, is_page, longest
from data.dataset import Dataset, Live

FILES = ("csv", "bib", "ris")
CLIENT = (
    ("open", Input("page", "id")),
    ("slide", Input("year", "value")),
    ("play", Input("play", "n_clicks")),
    ("step_back", Input("previous", "n_clicks")),
    ("step_on", Input("next", "n_clicks")),
    ("pick", Input("map", "picked")),
)  # functions of assets/client.js, by what calls them


HOST = re.compile(r"https?://[A-Za-z0-9.:\[\]_-]+")


class Site(Dash):
    """Dash, with the document that this project sends instead of an empty page."""

    def interpolate_index(self, **made: str) -> str:  # type: ignore[override]
        if "opened" not in g:
            abort(404)
        page: ShownPage = g.opened
        is_framed = is_for_frames()
        head = Head(page.view, _stamp(page) + page.title, page.description, root(), is_framed)
        tree: list[Component] = [page.framed()] if is_framed else [header(page.view, page.words), page.page()]
        if page.dataset.synthetic:
            tree.insert(0, band(page.words))
        served = Served(made["config"], made["scripts"], made["renderer"], made["css"])
        return document(head, to_html(tree), _json(tree), shapes(page.dataset.plan), served)


def _json(value: Any) -> str:
    return json.dumps(value, cls=PlotlyJSONEncoder, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def parts(page: ShownPage) -> bytes:
    """Everything a changed control replaces, and what each year replaces, as JSON."""
    answer = {
        "url": page.view.url,
        "title": page.title,
        "stamp": _stamp(page),
        "theme": page.view.theme,
        "year": page.year,
        "parts": page.parts() | {"release": {"html": page.since()}} | around(page.view, page.words),
        "frames": page.frames(),
    }
    return _json(answer).encode()


def _stamp(page: ShownPage) -> str:
    """What stands before every title while the registry is made up."""
    return f"{page.words('synthetic.stamp')} · " if page.dataset.synthetic else ""


def root() -> str:
    """Scheme and host by which the reader came, for what is to be copied elsewhere; empty where they could be anything
    else."""
    came = request.host_url.rstrip("/")
    return came if HOST.fullmatch(came) else ""


def _rooted(body: bytes) -> bytes:
    return body.replace(ROOT.encode(), root().encode())


def _as_csv(page: ShownPage) -> bytes:
    return csv(stamped(page.rows(), page.dataset))


def _as_citation(form: Callable[[Work, Words], str]) -> Callable[[ShownPage], bytes]:
    def make(page: ShownPage) -> bytes:
        cited = page.cited(root())
        return form(replace(cited, title=_stamp(page) + cited.title), page.words).encode()

    return make


def register(app: Site, live: Live, desk: Desk) -> None:
    """Answer pages and what belongs to them; name the functions of the browser's side."""
    app.layout = html.Div(html.Div(id="page"))
    for name, called_by in CLIENT:
        app.clientside_callback(ClientsideFunction("client", name), called_by)  # type: ignore[no-untyped-call]
    app.server.register_error_handler(404, _not_found)

    def as_document(page: ShownPage) -> bytes:
        g.opened = page
        return _rooted(str(app.index()).encode())  # type: ignore[no-untyped-call]

    kinds: dict[str, tuple[str, Callable[[ShownPage], bytes]]] = {
        "": ("text/html", as_document),
        FRAME: ("text/html", as_document),
        "bib": ("application/x-bibtex", _as_citation(bibtex)),
        "ris": ("application/x-research-info-systems", _as_citation(ris)),
        "parts": ("application/json", lambda page: _rooted(parts(page))),
        "csv": ("text/csv", _as_csv),
    }

    server: Flask = app.server

    @server.before_request
    def pages() -> BaseResponse | None:
        if request.method not in ("GET", "HEAD"):
            return None
        if request.path == "/":
            return redirect(f"/{_spoken()}/")
        path, _, kind = request.path.partition(".")
        if kind not in kinds or kind == FRAME or not is_page(path):
            return None
        if len(request.query_string) > (most := longest(path)):
            return refuse(414, f"the query is longer than {most} characters")
        search = request.query_string.decode("utf-8", "replace")
        view, ignored = View.parse(path, search)
        if kind == "" and asks_for_frame(search):
            allow_frames()
            kind = FRAME
        dataset = live.dataset
        return answered(kind, *of_release(view, ignored, dataset), dataset)

    def answered(kind: str, view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> Response:
        mimetype, make = kinds[kind]
        host = "" if kind == "csv" else root()
        asked = f"{host}{view.url}" + "".join(f" {i.parameter}={i.value}" for i in ignored)
        body = desk.serve(kind or "page", dataset.version, asked, lambda: make(open_page(view, ignored, dataset)))
        return reply(body, mimetype, dataset.version, filename=filename(view, kind) if kind in FILES else None)


def _spoken() -> Language:
    """The language that the reader's browser asks for; Spanish where it asks for none of ours."""
    return Language(request.accept_languages.best_match(list(Language), Language.ES))


def _not_found(_: NotFound) -> Response:
    if not request.accept_mimetypes.accept_html or request.path.startswith("/api/"):
        return refuse(404, "there is nothing at this address")
    first = request.path.split("/")[1]
    view = View(Language(first) if first in set(Language) else _spoken())
    return Response(missing(view, words(view.language)), status=404, mimetype="text/html")
