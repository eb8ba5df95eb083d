"""Flows on the map: curved arrows from the country of citizenship to the country that reports.

Direction is told by the head of the arrow, and the two ways between a pair curve apart. Where the source does not say
which way persons went there is no head: a dot marks the country that reports. The width is the figure: solid up to the
lower bound, pale up to the upper.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from components.markup import el

WIDEST, THINNEST = 15.0, 1.4  # plan units
BEND = 0.2  # of the distance, to the left of the way
HEAD = 10.0  # length of an arrow's head, plus its half width


class Arc(NamedTuple):
    """One arrow: where it starts and ends (codes), its bounds, what it says, and whether it has a direction."""

    origin: str
    target: str
    low: float
    high: float
    said: str
    directed: bool = True


def arcs(plan: Mapping[str, Any], drawn: Sequence[Arc]) -> Markup:
    """The arrows, thin ones last so that none hides another. A published zero crosses nowhere and has none."""
    ordered = sorted((arc for arc in drawn if arc.high > 0), key=lambda arc: -arc.high)
    top = max((arc.high for arc in ordered), default=1)
    return el("g", [_arrow(plan, arc, top) for arc in ordered], class_="arcs")


def _arrow(plan: Mapping[str, Any], arc: Arc, top: float) -> Markup:
    start, end = (plan["countries"][code]["label"] for code in (arc.origin, arc.target))
    width = {"low": arc.low / top * WIDEST, "high": max(THINNEST, arc.high / top * WIDEST)}
    head = HEAD + width["high"] / 2
    bend = _bend(start, end)
    neck = _toward(end, bend, head) if arc.directed else (end[0], end[1])
    look = "head" if arc.low else "head is-uncertain"
    way = f"M{_at(start)}Q{_at(bend)} {_at(neck)}"
    return el(
        "g",
        el("title", arc.said),
        el("path", class_="reach", d=way, stroke_width=round(width["high"], 1)),
        el("path", class_="sure", d=way, stroke_width=round(width["low"], 1)) if arc.low else None,
        el("path", class_=look, d=_head(end, neck, head * 0.55)) if arc.directed else _dot(end, look, head / 2),
        class_="arc",
    )


def _bend(start: Sequence[float], end: Sequence[float]) -> tuple[float, float]:
    """The control point: off the middle, to the left of the way, so that there and back are two curves."""
    (x, y), (u, v) = start, end
    return ((x + u) / 2 + (v - y) * BEND, (y + v) / 2 - (u - x) * BEND)


def _toward(end: Sequence[float], bend: Sequence[float], by: float) -> tuple[float, float]:
    distance = math.dist(end, bend) or 1
    return (end[0] + (bend[0] - end[0]) * by / distance, end[1] + (bend[1] - end[1]) * by / distance)


def _head(end: Sequence[float], neck: Sequence[float], half: float) -> str:
    length = math.dist(end, neck) or 1
    across = ((end[1] - neck[1]) / length * half, -(end[0] - neck[0]) / length * half)
    one, other = ((neck[0] + s * across[0], neck[1] + s * across[1]) for s in (1, -1))
    return f"M{_at(one)}L{_at(end)}L{_at(other)}Z"


def _dot(end: Sequence[float], look: str, radius: float) -> Markup:
    return el("circle", class_=look, cx=round(end[0], 1), cy=round(end[1], 1), r=round(radius, 1))


def _at(point: Sequence[float]) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
