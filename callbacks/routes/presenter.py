"""The wall and the files of the presenter's room: a deck that stands in an address by GET, one that is sent by POST.

What is made of an address is kept; what is made of a talk that was sent is answered and forgotten.
"""

from flask import Flask, Response, request

from callbacks.lanes import Lane
from callbacks.making import Making
from callbacks.public_address import mounted, root, whole
from callbacks.reply import as_file, packed, refuse, reply
from callbacks.sent_deck import NotSent, sent_deck
from components.files.deck_files import KINDS, deck_file, deck_filename
from components.pages.presenter.prepared_decks import held
from components.url.choices import Page, Prepared
from components.url.deck import Deck, Read
from components.url.view import MAX_DECK, View, is_page
from data.dataset import Dataset, Live


class Asked:
    """What is asked of a deck: in which form, how it is shown, and what of that could not be used."""

    def __init__(self, path: str, kind: str, dataset: Dataset) -> None:
        self.kind, self.dataset, self.here = kind, dataset, "" if kind == "json" else root()
        self.view, self.ignored = View.parse(path, request.query_string.decode("utf-8", "replace"))

    @property
    def key(self) -> str | None:
        """Under what the answer to a GET is kept."""
        return None if self.ignored else f"deck.{self.kind}:{self.dataset.version}:{self.here}{self.view.url}"

    def made(self, read: Read, *, is_kept: bool) -> bytes:
        """The bytes of the answer."""
        body = deck_file(self.kind, read, self.view, self.ignored, self.dataset, is_kept=is_kept, root=self.here)
        return mounted(body) if not self.kind else whole(body) if self.kind == "html" else body

    def filename(self, title: str) -> str | None:
        """What the answer is called where it is a file."""
        return deck_filename(title, self.view, self.kind, self.dataset.release) if self.kind else None


def register(server: Flask, live: Live, making: Making) -> None:
    """Answer `/{locale}/present` where a slide is asked for or a deck is sent, and its files; the room is a page as
    others."""

    @server.before_request
    def decks() -> Response | None:
        path, _, kind = request.path.partition(".")
        if request.method not in ("GET", "HEAD", "POST") or kind not in KINDS or not _is_room(path):
            return None
        if len(request.query_string) > MAX_DECK:
            return refuse(414, f"the query is longer than {MAX_DECK} characters; a longer talk is sent by POST")
        asked = Asked(path, kind, live.dataset)
        if request.method == "POST":
            return sent(asked)
        return None if not kind and asked.view.slide is None else named(asked)

    def named(asked: Asked) -> Response:
        """The deck of an address."""
        view, dataset, mimetype = asked.view, asked.dataset, KINDS[asked.kind]
        body = making.make(asked.key, Lane.DEAR, mimetype, lambda: asked.made(held(view, dataset), is_kept=False))
        title = Deck.from_text(view.slides).title if view.slides else _ready(view)
        return reply(body, mimetype, dataset.version, filename=asked.filename(title))

    def sent(asked: Asked) -> Response:
        """The deck that is sent."""
        try:
            read = sent_deck(request, asked.view.locale)
        except NotSent as refused:
            return refuse(refused.status, refused.reason, accepted=refused.accepted)
        mimetype = KINDS[asked.kind]
        body = making.make(None, Lane.DEAR, mimetype, lambda: asked.made(read, is_kept=True))
        response = packed(body, mimetype)
        response.headers["Cache-Control"] = "no-store"
        return as_file(response, asked.filename(read.deck.title), asked.dataset.version)


def _is_room(path: str) -> bool:
    return is_page(path) and path.strip("/").split("/")[-1] == Page.PRESENT


def _ready(view: View) -> str:
    """The name of a ready-made deck."""
    return str(view.country) if view.deck is Prepared.COUNTRY and view.country else str(view.deck)
