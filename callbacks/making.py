"""Files are made in lanes, once for all who ask at the same moment, kept, and for nobody once nobody waits."""

from collections.abc import Callable
from threading import Semaphore

from flask import Flask, Response, request

from callbacks.answer_cache import AnswerCache
from callbacks.flights import Gone, never
from callbacks.lanes import Busy, Lane, Lanes
from callbacks.reply import refuse

IS_GONE = "waitress.client_disconnected"  # in the WSGI environment: whether the client has closed its connection
WAITING = 120  # askers of a process who may wait for files: of its 160 threads pages always have some left
AGAIN = 3  # seconds


class Making:
    """What makes the files of a process; they lie in `cache`, and take their turn in `lanes`."""

    def __init__(self, server: Flask, cache: AnswerCache, lanes: Lanes) -> None:
        self._cache, self._lanes, self._seats = cache, lanes, Semaphore(WAITING)
        server.register_error_handler(Busy, _come_again)
        server.register_error_handler(Gone, lambda _: Response(status=499))  # which nobody reads

    def make(
        self, key: str | None, lane: Lane, mimetype: str, work: Callable[[], bytes], *, largest: int | None = None
    ) -> bytes:
        """What is kept under a key, or else what the work gives in its lane, as `answer_cache.packed_as` leaves it;
        without a key it is made for this asker alone. `largest` as in `AnswerCache.serve`.

        Raises:
            Busy: too much is being made; the asker is told to come again.
            Gone: nobody waits for it any more.
        """
        kept = self._cache.get(key) if key else None
        if kept is not None:
            return kept
        if not self._seats.acquire(blocking=False):
            raise Busy
        try:
            is_gone = request.environ.get(IS_GONE, never)
            return self._cache.answer(
                key, mimetype, lambda is_left: self._lanes.run(lane, work, is_left), is_gone, largest=largest
            )
        finally:
            self._seats.release()


def _come_again(_: Busy) -> Response:
    answer = refuse(503, "too many files are being made; ask again in a moment")
    answer.headers["Retry-After"] = str(AGAIN)
    return answer
