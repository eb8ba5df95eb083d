"""The wall and the files of the presenter's room: a deck as slides, as one file that needs no network, as a list."""

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from callbacks.answer_cache import AnswerCache
from callbacks.public_address import mounted, root, whole
from callbacks.reply import refuse, reply
from components.pages.presenter.page import changed
from components.pages.presenter.prepared_decks import held
from components.slideshow.offline import drawn
from components.url.choices import Page
from components.url.deck import LONGEST
from components.url.deck_document import to_document
from components.url.view import MAX_DECK, Ignored, View, is_page
from data.dataset import Dataset, Live

KINDS = {"": "text/html", "html": "text/html", "json": "application/json"}
WRITTEN = 9 * (
    LONGEST["title"] + LONGEST["note"]
)  # characters of a form beside the deck: a letter may take nine (%E2%80%93)


def register(server: Flask, live: Live, cache: AnswerCache) -> None:
    """Answer `/{locale}/present` where a slide is asked for, `.html` and `.json`; the room is a page as others."""

    @server.before_request
    def hall() -> BaseResponse | None:
        path, _, kind = request.path.partition(".")
        if request.method not in ("GET", "HEAD") or kind not in KINDS or not _is_room(path):
            return None
        is_form = not kind and "place" in request.args
        if len(request.query_string) > (most := MAX_DECK + WRITTEN * is_form):
            return refuse(414, f"the query is longer than {most} characters")
        query = request.query_string.decode("utf-8", "replace")
        view, ignored = View.parse(path, query)
        if is_form:
            return redirect(changed(view, request.args.to_dict(), live.dataset).url)
        return None if not kind and view.slide is None else taken(kind, view, ignored, live.dataset)

    def taken(kind: str, view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> Response:
        here = "" if kind == "json" else root()
        key = None if ignored else f"deck.{kind}:{dataset.version}:{here}{view.url}"
        body = cache.serve(key, KINDS[kind], lambda: _made(kind, view, ignored, dataset))
        filename = f"atalaya-deck-{view.locale}.{kind}" if kind else None
        return reply(body, KINDS[kind], dataset.version, filename=filename)


def _is_room(path: str) -> bool:
    return is_page(path) and path.strip("/").split("/")[-1] == Page.PRESENT


def _made(kind: str, view: View, ignored: tuple[Ignored, ...], dataset: Dataset) -> bytes:
    """The deck of a view as the wall, as one file, or as its list of slides."""
    if kind == "json":
        return to_document(held(view, dataset).deck).encode()
    document = drawn(view, ignored, dataset, is_whole=kind == "html", root=root()).encode()
    return whole(document) if kind else mounted(document)
