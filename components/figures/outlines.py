"""Outlines as short texts. A map has thousands of points, the same in every answer: written once, as steps in tenths of
a unit from each point to the next, they are sent in two thirds of the room and without being printed number by number.

A figure has such a text in the place of the list that plotly takes; whoever draws it reads it (here; assets/graph.js).
"""

from collections.abc import Iterable
from functools import lru_cache

from components.theme import Figure
from data.places import Outline

KEPT = 1_024  # lines as read: two for each shape of the sheets
GAP = "_"  # between two rings; the next step starts from 0


def written(values: Iterable[float | None]) -> str:
    """Coordinates in units, of which no more than a tenth is kept; None is a gap."""
    steps, at = [], 0
    for value in values:
        if value is None:
            steps.append(GAP)
            at = 0
        else:
            to = round(value * 10)
            steps.append(str(to - at))
            at = to
    return " ".join(steps)


@lru_cache(maxsize=KEPT)
def line(outline: Outline) -> Figure:
    """The trace of an outline, without its look."""
    return {"type": "scatter", "x": written(outline.xs), "y": written(outline.ys)}


def joined(texts: Iterable[str]) -> str:
    """Several as one, with a gap after each."""
    return " ".join(f"{text} {GAP}" for text in texts)


def spelled(trace: Figure) -> Figure:
    """A trace with its coordinates as numbers."""
    return {**trace, "x": read(trace["x"]), "y": read(trace["y"])} if isinstance(trace.get("x"), str) else trace


@lru_cache(maxsize=KEPT)
def read(text: str) -> tuple[float | None, ...]:
    """The coordinates of a text."""
    values: list[float | None] = []
    at = 0
    for step in text.split():
        if step == GAP:
            values.append(None)
            at = 0
        else:
            at += int(step)
            values.append(at / 10)
    return tuple(values)
