"""Pictures and slides to take away: the files of a view, each made once for a data version and an address.

Making one takes a second or so of a processor, so a process makes one at a time and lets few wait: there is always a
thread left for pages. Whoever finds no seat is told to come again.
"""

from collections.abc import Callable, Sequence
from threading import Lock, Semaphore

from flask import Flask, Response, request

from callbacks.answer_cache import AnswerCache
from callbacks.file_query import beside
from callbacks.public_address import root
from callbacks.reply import of_data, refuse, reply
from components.files.csv import filename
from components.files.file_exports import FILES, SIZES, take
from components.pages import PAGES, of_release, open_page
from components.url.view import View, is_page, longest
from data.dataset import Live

KEPT_BYTES = 64 * 1024 * 1024  # of each process; a file has up to a megabyte
SEATS = 3  # of the four threads of a process: one makes, two wait
AGAIN = 3  # seconds


class Busy(Exception):
    """There is no seat left."""


class Bench:
    """One file is made at a time; a few more wait."""

    def __init__(self) -> None:
        self._seats, self._making = Semaphore(SEATS), Lock()

    def make(self, work: Callable[[], bytes]) -> bytes:
        """What the work gives. Raises Busy where too many wait already."""
        if not self._seats.acquire(blocking=False):
            raise Busy
        try:
            with self._making:
                return work()
        finally:
            self._seats.release()


def register(server: Flask, live: Live, cache: AnswerCache) -> None:
    """Answer `/{locale}/{page}.{svg|png|pdf|pptx}` with the query of the page; `size` and `place` are for a PNG."""
    bench = Bench()

    @server.before_request
    def files() -> Response | None:
        path, _, kind = request.path.partition(".")
        if request.method not in ("GET", "HEAD") or kind not in FILES or not is_page(path):
            return None
        if len(request.query_string) > longest(path):
            return refuse(414, f"the query is longer than {longest(path)} characters")
        dataset, here = live.dataset, root()
        asked, query, unused = beside(request.query_string.decode("utf-8", "replace"), _offered(path, kind))
        view, ignored = View.parse(path, query)
        view, ignored = of_release(view, (*ignored, *unused), dataset)
        key = None if ignored else f"{kind}:{dataset.version}:{here}{view.url} {sorted(asked.items())}"

        def made() -> bytes:
            return take(open_page(view, ignored, dataset), kind, here, **asked)

        try:
            body = key and cache.get(key)
            body = body or bench.make(lambda: cache.serve(key, FILES[kind], made))
        except Busy:
            answer = refuse(503, "too many files are being made; ask again in a moment")
            answer.headers["Retry-After"] = str(AGAIN)
            return answer
        answer = reply(body, FILES[kind], dataset.version, filename=filename(view, kind))
        return of_data(answer, dataset.at(view.release))


def _offered(path: str, kind: str) -> dict[str, Sequence[str]]:
    """What may be asked of a file: of a PNG its size, and which of the figures beside the picture alone."""
    page = View.from_url(path).page
    aside = [f"{page}-{name}" for name in PAGES[page].aside]
    return {} if kind != "png" else {"size": tuple(SIZES), **({"place": aside} if aside else {})}
