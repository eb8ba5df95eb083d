"""Who goes first: pages before small files, small files before dear ones.

Each lane has a budget of its own, so that nobody waits behind what takes long: a picture never stands behind a deck. A
dear work lets the others go first between two of its slides (`components.steps`), and ends there when nobody waits for
it any more.
"""

from collections.abc import Callable
from enum import StrEnum
from threading import Condition, Lock, Semaphore
from typing import TypeVar

from callbacks.flights import LOOK, Gone, IsGone
from components.steps import interrupted_by

Made = TypeVar("Made")
PATIENCE = 2.0  # seconds for which a dear work lets others go first before each slide, so that it comes to its end


class Lane(StrEnum):
    """What an answer costs: a page some hundredths of a second, a file of one view some tenths, a deck seconds."""

    PAGE = "page"
    SMALL = "small"
    DEAR = "dear"


AT_ONCE = {Lane.PAGE: 4, Lane.SMALL: 1, Lane.DEAR: 1}  # works of a process; they share one processor
MOST = {Lane.SMALL: 32, Lane.DEAR: 8}  # works of a process, those that wait included


class Busy(Exception):
    """Too much is being made already."""


class Lanes:
    """The works of a process, each in its lane."""

    def __init__(self) -> None:
        self._seats = {lane: Semaphore(AT_ONCE[lane]) for lane in Lane}
        self._works = dict.fromkeys(Lane, 0)
        self._changed = Condition(Lock())

    def run(self, lane: Lane, work: Callable[[], Made], is_left: IsGone) -> Made:
        """What the work gives, when it is its turn.

        Raises:
            Busy: the lane is full.
            Gone: nobody waits for it any more.
        """
        self._count(lane, 1)
        try:
            while not self._seats[lane].acquire(timeout=LOOK):
                _end_if(is_left)
            try:
                _end_if(is_left)
                with interrupted_by(lambda: self._between(lane, is_left)):
                    return work()
            finally:
                self._seats[lane].release()
        finally:
            self._count(lane, -1)

    def _count(self, lane: Lane, change: int) -> None:
        with self._changed:
            if change > 0 and self._works[lane] >= MOST.get(lane, self._works[lane] + 1):
                raise Busy
            self._works[lane] += change
            self._changed.notify_all()

    def _between(self, lane: Lane, is_left: IsGone) -> None:
        """What happens between two parts of a work."""
        if lane is Lane.DEAR:
            with self._changed:
                self._changed.wait_for(lambda: not self._works[Lane.PAGE] + self._works[Lane.SMALL], PATIENCE)
        _end_if(is_left)


def _end_if(is_left: IsGone) -> None:
    if is_left():
        raise Gone
