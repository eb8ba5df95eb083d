"""A deck that is sent to be drawn: read from the body of a POST and answered from memory; nothing of it is kept.

Nobody is logged in here, so a POST of another site could harm nobody; it is refused all the same, for what a reader's
browser sends is to be what the reader has put together.
"""

from io import BytesIO
from urllib.parse import urlsplit

from flask import Request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from callbacks.public_address import hosts
from components.url.choices import Locale
from components.url.deck import Read
from components.url.deck_document import BYTES, FORMAT, read_document

FIELD = "deck"  # of a form: the document as text or as a file
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")
ACCEPTED = ", ".join([*FORMS, "application/json"])
PARTS = 8  # of a form
BESIDE = 64 * 1024  # bytes of a form around its document


class NotSent(Exception):
    """What was sent is no deck to be drawn: the status of the answer, the reason and what is accepted."""

    def __init__(self, status: int, reason: str, accepted: object) -> None:
        super().__init__(reason)
        self.status, self.reason, self.accepted = status, reason, accepted


def sent_deck(request: Request, locale: Locale) -> Read:
    """The deck in the body of a request. Raises NotSent."""
    if not _is_from_here(request):
        raise NotSent(403, "a talk is drawn for pages of this site alone", sorted(hosts()))
    request.max_content_length = BYTES + BESIDE
    try:
        text = _document(request)
    except RequestEntityTooLarge:
        raise NotSent(413, f"a talk may have at most {BYTES // 1024**2} MB", BYTES) from None
    except ValueError:
        raise NotSent(400, "the form cannot be read", ACCEPTED) from None
    read = read_document(text, locale)
    if not read.deck.slides:
        raise NotSent(400, "there is no slide that could be used", [each._asdict() for each in read.ignored] or FORMAT)
    return read


def _is_from_here(request: Request) -> bool:
    """Whether no other site has sent the request: browsers say where it comes from, older ones by `Origin` alone, and
    what is no browser says nothing."""
    if came := request.headers.get("Sec-Fetch-Site"):
        return came in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc.lower() in hosts()


def _document(request: Request) -> str:
    """The text that is sent. Raises ValueError where a form cannot be read, and what werkzeug does for a large one."""
    if request.mimetype == "application/json":
        return _text(request.get_data(cache=False))
    if request.mimetype not in FORMS:
        raise NotSent(415, "a talk is sent as a form or as JSON", ACCEPTED)
    reads = FormDataParser(
        stream_factory=lambda *_, **__: BytesIO(),  # not into a file, as others do
        max_form_memory_size=BYTES,
        max_form_parts=PARTS,
        silent=False,
    )
    _, form, files = reads.parse(request.stream, request.mimetype, request.content_length, request.mimetype_params)
    return _field(form, files)


def _field(form: MultiDict[str, str], files: MultiDict[str, FileStorage]) -> str:
    if FIELD in form:
        return form[FIELD]
    return _text(files[FIELD].stream.read()) if FIELD in files else ""


def _text(body: bytes) -> str:
    return body.decode("utf-8-sig", "replace")
