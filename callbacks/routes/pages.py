"""Pages by GET: the locale at `/` and of other tags, the document of a view, its rows as CSV, its citation."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from flask import Flask, Response, g, redirect, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as BaseResponse

from callbacks.answer_cache import AnswerCache
from callbacks.answers import stamp
from callbacks.asked import Asked
from callbacks.dash_routes import JSON, LAYOUT
from callbacks.public_address import mounted, root
from callbacks.reply import of_data, refuse, reply
from callbacks.security_headers import allow_frames
from callbacks.site import Site
from components.captions.citation import Work, bibtex, ris
from components.captions.share import ROOT
from components.document.shell import missing
from components.files.csv import EXCEL, FOR, csv_for_excel, csv_for_readers, filename, stamped
from components.i18n import Words, words
from components.url.choices import Locale
from components.url.locales import preferred, renamed
from components.url.view import View, is_page, longest
from data.dataset import Live

FOR_EXCEL = f"{FOR}={EXCEL}"  # beside the keys of a page, of its CSV alone
Make = Callable[[Asked], bytes]


def register(app: Site, live: Live, cache: AnswerCache) -> None:
    """Answer pages, and the files of their rows and citations."""
    server: Flask = app.server
    server.register_error_handler(404, _not_found)

    def document(asked: Asked) -> bytes:
        g.asked = asked
        body = str(app.index())  # type: ignore[no-untyped-call]
        if key := asked.key(LAYOUT):  # wanted next, and the page is here
            cache.keep(key, mounted(app.serve_layout().get_data()), JSON)  # type: ignore[no-untyped-call]
        return mounted(body.replace(ROOT, root()).encode())

    kinds: dict[str, tuple[str, Make]] = {
        "": ("text/html", document),
        "bib": ("application/x-bibtex", _citation(bibtex)),
        "ris": ("application/x-research-info-systems", _citation(ris)),
        "csv": ("text/csv", _rows),
    }

    @server.before_request
    def pages() -> BaseResponse | None:
        if request.method not in ("GET", "HEAD"):
            return None
        if elsewhere := _elsewhere():
            return elsewhere
        path, dot, kind = request.path.partition(".")
        if (kind or dot) not in kinds or not is_page(path):
            return None
        query, is_for_excel = _query(kind)
        asked = Asked.of(f"{path}?{query}", live.dataset)
        if asked is None:
            return refuse(414, f"the query is longer than {longest(path)} characters")
        return answered(kind, asked, is_for_excel=is_for_excel)

    def answered(kind: str, asked: Asked, *, is_for_excel: bool) -> Response:
        mimetype, make = kinds[kind] if not is_for_excel else ("text/csv", _rows_for_excel)
        if asked.is_framed and not kind:
            allow_frames()
        key = asked.key(FOR_EXCEL if is_for_excel else kind or "document", "" if kind == "csv" else root())
        body = cache.serve(key, mimetype, lambda: make(asked))
        name = filename(asked.view, kind) if kind else None
        answer = reply(body, mimetype, asked.dataset.version, filename=name, key=key)
        return of_data(answer, asked.dataset.at(asked.view.release)) if kind else answer


def _elsewhere() -> BaseResponse | None:
    """The way from `/` and from another tag of a locale to a page."""
    if request.path == "/":
        response = redirect(f"/{_spoken()}/")
        response.vary.add("Accept-Language")
        return response
    if own := renamed(request.path):
        query = request.query_string.decode("utf-8", "replace")
        return redirect(f"{quote(own)}{'?' if query else ''}{query}", 308)
    return None


def _query(kind: str) -> tuple[str, bool]:
    """The query of a page, and whether its rows are asked for as Excel reads them."""
    query = request.query_string.decode("utf-8", "replace")
    pairs = query.split("&")
    if kind != "csv" or FOR_EXCEL not in pairs:
        return query, False
    return "&".join(pair for pair in pairs if pair != FOR_EXCEL), True


def _rows(asked: Asked) -> bytes:
    page = asked.page()
    return csv_for_readers(stamped(page.rows(), page.dataset))


def _rows_for_excel(asked: Asked) -> bytes:
    page = asked.page()
    return csv_for_excel(stamped(page.rows(), page.dataset), page.words.decimal)


def _citation(form: Callable[[Work, Words], str]) -> Make:
    def make(asked: Asked) -> bytes:
        page = asked.page()
        cited = page.cited(root())
        return form(replace(cited, title=stamp(page) + cited.title), page.words).encode()

    return make


def _spoken() -> Locale:
    """The language and place that the reader's browser asks for; Spanish where it asks for none of ours."""
    return preferred(request.accept_languages.values())


def _not_found(_: NotFound) -> Response:
    if not request.accept_mimetypes.accept_html or request.path.startswith("/api/"):
        return refuse(404, "there is nothing at this address")
    first = request.path.split("/")[1]
    view = View(Locale(first) if first in set(Locale) else _spoken())
    return Response(mounted(missing(view, words(view.locale)).encode()), status=404, mimetype="text/html")
