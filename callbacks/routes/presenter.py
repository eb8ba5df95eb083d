"""The wall and the files of the presenter's room: a deck that stands in an address by GET, one that is sent by POST.

What is made of an address is kept; what is made of a talk that was sent is answered and forgotten.
"""

from flask import Flask, Response, request

from callbacks.file_query import beside
from callbacks.lanes import Lane
from callbacks.making import Making
from callbacks.public_address import mounted, root, whole
from callbacks.reply import as_file, packed, refuse, reply
from callbacks.sent_deck import NotSent, sent_deck
from components.files.deck_files import KINDS, OFFERED, PICTURES, TOLD, Wanted, amiss, deck_file, deck_filename
from components.pages.presenter.prepared_decks import held
from components.url.choices import Page, Prepared
from components.url.deck import Deck, Read
from components.url.view import MAX_DECK, Ignored, View, is_page
from data.dataset import Dataset, Live

FILES = frozenset(KINDS) - {"", "room"}
UNROOTED = frozenset({"json", "room"})  # in which no address begins with scheme and host


class NotAccepted(Exception):
    """What is asked of a file of a deck and cannot be had."""

    def __init__(self, found: Ignored) -> None:
        super().__init__(found)
        self.found = found


class Asked:
    """What is asked of a deck: in which form, how it is shown, and what of that could not be used."""

    def __init__(self, path: str, kind: str, dataset: Dataset) -> None:
        query = request.query_string.decode("utf-8", "replace")
        self._beside, query, unused = beside(query, OFFERED.get(kind, {}))
        self.view, ignored = View.parse(path, query)
        self._ignored = (*ignored, *unused)
        self.kind, self.dataset, self._here = kind, dataset, "" if kind in UNROOTED else root()

    @property
    def key(self) -> str | None:
        """Under what the answer to a GET is kept."""
        asked = f"{self._here}{self.view.url} {sorted(self._beside.items())}"
        return None if self._ignored else f"deck.{self.kind}:{self.dataset.version}:{asked}"

    @property
    def lane(self) -> Lane:
        """One slide, or none drawn, before what has all of them."""
        return Lane.SMALL if self.kind in (*PICTURES, *UNROOTED) else Lane.DEAR

    def made(self, read: Read, *, is_kept: bool) -> bytes:
        """The bytes of the answer.

        Raises:
            NotAccepted: something that is asked of a file cannot be had, and no file would say so.
        """
        for no in () if self.kind in TOLD else (*self._ignored, *amiss(read, self.view)):
            raise NotAccepted(no)
        wanted = Wanted(self.kind, self.view, self._ignored, self._here, is_kept, **self._beside)
        body = deck_file(read, wanted, self.dataset)
        return mounted(body) if not self.kind else whole(body) if self.kind == "html" else body

    def filename(self, title: str) -> str | None:
        """What the answer is called where it is a file."""
        part = str(self.view.slide or 1) if self.kind in PICTURES else ""
        if each := self._beside.get("handout"):
            part = f"handout-{each}"
        return deck_filename(title, self.view, self.kind, self.dataset.release, part) if self.kind in FILES else None


def register(server: Flask, live: Live, making: Making) -> None:
    """Answer `/{locale}/present` where a slide is asked for or a deck is sent, and its files; the room is a page as
    others."""

    @server.errorhandler(NotAccepted)
    def not_accepted(refused: NotAccepted) -> Response:
        no = refused.found
        return refuse(400, "parameter not accepted", parameter=no.parameter, value=no.value, accepted=no.accepted)

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
        body = making.make(asked.key, asked.lane, mimetype, lambda: asked.made(held(view, dataset), is_kept=False))
        title = Deck.from_text(view.slides).title if view.slides else _ready(view)
        return reply(body, mimetype, dataset.version, filename=asked.filename(title))

    def sent(asked: Asked) -> Response:
        """The deck that is sent."""
        try:
            read = sent_deck(request, asked.view.locale)
        except NotSent as refused:
            return refuse(refused.status, refused.reason, accepted=refused.accepted)
        mimetype = KINDS[asked.kind]
        body = making.make(None, asked.lane, mimetype, lambda: asked.made(read, is_kept=True))
        response = packed(body, mimetype)
        response.headers["Cache-Control"] = "no-store"
        return as_file(response, asked.filename(read.deck.title), asked.dataset.version)


def _is_room(path: str) -> bool:
    return is_page(path) and path.strip("/").split("/")[-1] == Page.PRESENT


def _ready(view: View) -> str:
    """The name of a ready-made deck."""
    return str(view.country) if view.deck is Prepared.COUNTRY and view.country else str(view.deck)
