"""Where something long may be interrupted: between its parts, as between two slides of a deck."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Part = TypeVar("Part")


def _go_on() -> None:
    """Nobody wants to interrupt."""


_between: ContextVar[Callable[[], None]] = ContextVar("between", default=_go_on)


def steps(parts: Iterable[Part]) -> Iterator[Part]:
    """The same parts. Before each, whoever has the work done may let something else go first, or end it by raising."""
    for part in parts:
        _between.get()()
        yield part


@contextmanager
def interrupted_by(pause: Callable[[], None]) -> Iterator[None]:
    """Have `pause` called between the parts of all that is done within."""
    before = _between.set(pause)
    try:
        yield
    finally:
        _between.reset(before)
