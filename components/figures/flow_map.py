"""Flows on the map: curved arrows from the country of citizenship to the country that reports, as traces of a figure.

Direction is told by the head of the arrow, and the two ways between a pair curve apart. Where the source does not say
which way persons went there is no head: a dot marks the country that reports. The width is the figure: solid up to the
lower bound, pale up to the upper. Arrows are filled shapes in the plan's units, so that they grow with it.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from components import theme
from components.figures.choropleth import circle
from components.theme import Figure
from data.places import Dot, Plan

WIDEST, THINNEST = 15.0, 1.4  # units
BEND = 0.2  # of the distance, to the left of the way
HEAD = 10.0  # length of an arrow's head, plus its half width
STEPS = 24  # straight pieces of a curve
PALE, SOLID = 0.35, theme.ACCENT


class Arc(NamedTuple):
    """One arrow: where it starts and ends (codes), its bounds, what it says, whether it has a direction, and where a
    click on it leads."""

    origin: str
    target: str
    low: float
    high: float
    said: str
    directed: bool = True
    to: str = ""


def arcs(plan: Plan, drawn: Sequence[Arc]) -> list[Figure]:
    """The arrows' traces, thin ones last so that none hides another. A published zero crosses nowhere and has none."""
    ordered = sorted((arc for arc in drawn if arc.high > 0), key=lambda arc: -arc.high)
    top = max((arc.high for arc in ordered), default=1)
    return [trace for arc in ordered for trace in _arrow(plan, arc, top)]


def _arrow(plan: Plan, arc: Arc, top: float) -> list[Figure]:
    """As far as it may be, pale; as far as it is certain, solid; and its head, hollow where nothing is certain."""
    start, end = plan.shapes[arc.origin].label, plan.shapes[arc.target].label
    high, low = max(THINNEST, arc.high / top * WIDEST), arc.low / top * WIDEST
    head = HEAD + high / 2
    bend = _bend(start, end)
    neck = _toward(end, bend, head) if arc.directed else end
    curve = _curve(start, bend, neck)
    told: Figure = {
        "type": "scatter", "mode": "lines", "fill": "toself", "hoveron": "fills", "hoverinfo": "none",
        "hovertext": arc.said, "customdata": [arc.to], "name": f"{arc.origin}-{arc.target}",
    }  # fmt: skip
    clear = {"width": 0, "color": SOLID}
    rim = {"width": 1, "color": theme.PAPER} if arc.low else {"width": 1.5, "color": SOLID}
    tip = _head(end, neck, head * 0.55) if arc.directed else circle(end, head / 2)
    parts = [
        {**_ring(_band(curve, high)), "fillcolor": SOLID, "opacity": PALE, "line": clear},
        *([{**_ring(_band(curve, low)), "fillcolor": SOLID, "line": clear}] if arc.low else []),
        {**_ring(tip), "fillcolor": SOLID if arc.low else theme.PAPER, "line": rim},
    ]
    return [{**told, **part} for part in parts]


def _bend(start: Dot, end: Dot) -> Dot:
    """The control point: off the middle, to the left of the way, so that there and back are two curves."""
    (x, y), (u, v) = start, end
    return ((x + u) / 2 + (v - y) * BEND, (y + v) / 2 - (u - x) * BEND)


def _toward(end: Dot, bend: Dot, by: float) -> Dot:
    distance = math.dist(end, bend) or 1
    return (end[0] + (bend[0] - end[0]) * by / distance, end[1] + (bend[1] - end[1]) * by / distance)


def _curve(start: Dot, bend: Dot, end: Dot) -> list[Dot]:
    """Points of the quadratic Bézier curve."""
    shares = [n / STEPS for n in range(STEPS + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * (1 - t) * t * bend[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * (1 - t) * t * bend[1] + t**2 * end[1],
        )
        for t in shares
    ]


def _band(curve: Sequence[Dot], width: float) -> list[Dot]:
    """The outline of a curve that is `width` wide: along its left side, and back along its right."""
    sides: tuple[list[Dot], list[Dot]] = ([], [])
    for n, (x, y) in enumerate(curve):
        (x0, y0), (x1, y1) = curve[max(n - 1, 0)], curve[min(n + 1, len(curve) - 1)]
        length = math.dist((x0, y0), (x1, y1)) or 1
        across = ((y1 - y0) / length * width / 2, -(x1 - x0) / length * width / 2)
        for side, sign in zip(sides, (1, -1), strict=True):
            side.append((x + sign * across[0], y + sign * across[1]))
    return [*sides[0], *reversed(sides[1])]


def _head(end: Dot, neck: Dot, half: float) -> list[Dot]:
    length = math.dist(end, neck) or 1
    across = ((end[1] - neck[1]) / length * half, -(end[0] - neck[0]) / length * half)
    one, other = ((neck[0] + s * across[0], neck[1] + s * across[1]) for s in (1, -1))
    return [one, end, other]


def _ring(points: Sequence[Dot]) -> Figure:
    closed = [*points, points[0]]
    return {"x": [round(x, 1) for x, _ in closed], "y": [round(y, 1) for _, y in closed]}
