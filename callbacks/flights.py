"""What is asked for by several at the same moment is made once, for all of them; it ends early only when none waits."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillFlying
from threading import Lock

LOOK = 0.25  # seconds after which who waits looks whether its client is still there

IsGone = Callable[[], bool]


class Gone(Exception):
    """Nobody waits for the answer any more."""


def never() -> bool:
    """Whether a client has left of whom that cannot be known."""
    return False


class _Flight:
    """Something being made, and for whom."""

    def __init__(self) -> None:
        self.made: Future[bytes] = Future()
        self.askers: list[IsGone] = []

    def is_left(self) -> bool:
        """Whether all who asked have gone."""
        return all(is_gone() for is_gone in self.askers)

    def wait(self, is_gone: IsGone) -> bytes:
        while True:
            try:
                return self.made.result(LOOK)
            except StillFlying:
                if is_gone():
                    raise Gone from None


class Flights:
    """What is being made now, by key."""

    def __init__(self) -> None:
        self._flights: dict[str, _Flight] = {}
        self._lock = Lock()

    def once(self, key: str, make: Callable[[IsGone], bytes], is_gone: IsGone = never) -> bytes:
        """What `make` gives, called once for all who ask while it runs; it is handed what tells whether all of them
        have gone, and may then raise Gone. What it raises is raised for each, but a Gone that others' leaving caused.
        """
        while True:
            with self._lock:
                flight, is_mine = self._flights.get(key), key not in self._flights
                if flight is None:
                    flight = self._flights[key] = _Flight()
                flight.askers.append(is_gone)
            if is_mine:
                return self._fly(key, flight, make)
            try:
                return flight.wait(is_gone)
            except Gone:
                if is_gone():
                    raise  # else it ended in the moment in which this one joined: once more

    def _fly(self, key: str, flight: _Flight, make: Callable[[IsGone], bytes]) -> bytes:
        try:
            made = make(flight.is_left)
        except BaseException as failure:
            self._land(key)
            flight.made.set_exception(failure)
            raise
        self._land(key)
        flight.made.set_result(made)
        return made

    def _land(self, key: str) -> None:
        with self._lock:
            del self._flights[key]
