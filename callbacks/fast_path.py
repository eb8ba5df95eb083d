"""A request that was answered before is answered again before Flask sees it: from the same kept bytes, under the same
headers.

Flask, its hooks and reading the address take twenty times the processor that this takes. What says exactly the same is
found by all of it that an answer can depend on; anything else takes the long way, which alone decides what
may be answered so. What other sites write into a query to count readers is gone before either way is taken.
"""

import hashlib
import io
from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from flask import Flask

from callbacks.answer_cache import AnswerCache
from callbacks.reply import KEPT
from callbacks.security_headers import MAX_BODY
from components.url.tracking import untracked
from data.dataset import Live

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MOST = 1_000  # requests that are known, of some 2 KB each; the body is only in the cache
# What the answers depend on that `reply.packed` marks; another header that one comes to depend on has to stand here.
SAID = (
    "REQUEST_METHOD", "wsgi.url_scheme", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING",
    "HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING", "CONTENT_TYPE",
)  # fmt: skip
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_TRANSFER_ENCODING")  # with these the long way is taken
OK = "200 OK"
LENGTH = "Content-Length"
ANEW = (LENGTH, "Date")  # what is said of each answer for itself


class _Known(NamedTuple):
    """How a request was answered: by which version of the data, from which key of the cache, under which headers."""

    version: str
    key: str
    headers: list[tuple[str, str]]


class FastPath:
    """A WSGI application around another that answers from `cache` what it has seen the other answer from there."""

    def __init__(self, answer: "WSGIApplication", live: Live, cache: AnswerCache) -> None:
        self._answer, self._live, self._cache = answer, live, cache
        self._known: dict[bytes, _Known] = {}
        self._lock = Lock()

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        environ["QUERY_STRING"] = untracked(environ.get("QUERY_STRING", ""))
        said = _said(environ)
        if said is None:
            return self._answer(environ, start)
        version = self._live.dataset.version
        known = self._known.get(said)
        if known and known.version == version and (body := self._cache.get(known.key)) is not None:
            start(OK, [*known.headers, (LENGTH, str(len(body)))])
            return [body]

        def started(status: str, headers: list[tuple[str, str]], /, *failure: object) -> object:
            if status == OK and (key := environ.get(KEPT)):
                self._learn(said, _Known(version, key, [each for each in headers if each[0] not in ANEW]))
            return start(status, headers, *failure)  # type: ignore[arg-type]

        return self._answer(environ, started)  # type: ignore[arg-type]

    def _learn(self, said: bytes, known: _Known) -> None:
        with self._lock:
            self._known.pop(said, None)
            self._known[said] = known
            if len(self._known) > MOST:
                del self._known[next(iter(self._known))]


def register(server: Flask, live: Live, cache: AnswerCache) -> None:
    """Answer what was answered before without Flask. To be registered last."""
    server.wsgi_app = FastPath(server.wsgi_app, live, cache)  # type: ignore[assignment, method-assign]


def _said(environ: "WSGIEnvironment") -> bytes | None:
    """The digest of what a request says, its body included, which can be read again after; None where it is to take
    the long way."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MAX_BODY or any(name in environ for name in CONDITIONS):
        return None
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = io.BytesIO(body)
    return hashlib.blake2b(repr((*map(environ.get, SAID), body)).encode(), digest_size=20).digest()
