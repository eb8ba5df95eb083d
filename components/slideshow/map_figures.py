"""The figures on a map, at a size that is read from the last row: each within its country, or beside it with a line to
it, and none over another."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, pi, sin
from typing import NamedTuple

from components import theme
from components.drawing.fonts import width
from components.figures.choropleth import Look, escaped
from components.theme import Figure
from data.places import Dot, Plan, Shape

TALL = 0.76  # of the size: the height of figures
FREE = 1.12  # of the room in a country: a figure may reach as far over its borders
TURNS = 24  # directions in which a place beside a country is tried
STEPS = (0.9, 1.3, 1.8, 2.4, 3.1, 4.0, 5.0, 6.2)  # of the size: how far
CLEAR = 0.2  # of the size, between two figures


class Rect(NamedTuple):
    """Left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rect") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Rect") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


class Printed(NamedTuple):
    """A figure at its middle; its colour, whether it has a rim, and where its line leads (None: it stands inside)."""

    text: str
    at: Dot
    ink: str
    has_rim: bool
    lead: Dot | None = None


def traces(plan: Plan, looks: Mapping[str, Look], size: float) -> list[Figure]:
    """The lines and the figures of a map, as two traces."""
    shown = placed(plan, looks, size)
    leads = [(printed.at, printed.lead) for printed in shown if printed.lead]
    lines: Figure = {
        "x": [x for (a, _), (b, _) in leads for x in (a, b, None)][:-1],
        "y": [y for (_, a), (_, b) in leads for y in (a, b, None)][:-1],
        "mode": "lines", "line": {"color": theme.SOFT, "width": 1.5}, "hoverinfo": "skip", "uid": "leads",
    }  # fmt: skip
    figures: Figure = {
        "x": [printed.at[0] for printed in shown],
        "y": [printed.at[1] for printed in shown],
        "mode": "text", "text": [f"<b>{escaped(printed.text)}</b>" for printed in shown], "hoverinfo": "skip",
        "uid": "figures",
        "textfont": {
            "size": size,
            "color": [printed.ink for printed in shown],
            "shadow": [f"0 0 3px {theme.PAPER}" if printed.has_rim else "none" for printed in shown],
        },
    }  # fmt: skip
    return [lines, figures]


def placed(plan: Plan, looks: Mapping[str, Look], size: float) -> list[Printed]:
    """Each figure in its place: first those that have room in their country, then the others, from the largest."""
    told = {code: plan.shapes[code] for code in plan.shapes if code in looks and looks[code].text}
    inside = {code for code, shape in told.items() if _has_room(looks[code].text, shape, size)}
    made: dict[str, Printed] = {}
    taken: list[Rect] = []
    for code in sorted(told, key=lambda each: (each not in inside, -told[each].room)):
        look, shape = looks[code], told[code]
        box = _box(look.text, shape.label, size)
        if code in inside and not any(box.meets(each) for each in taken):
            ink = theme.INK if look.ink is None else theme.ON_STEPS[look.ink]
            made[code] = Printed(look.text, shape.label, ink, has_rim=look.ink is None)
        else:
            at, lead = _beside(look.text, shape, size, plan, taken)
            made[code] = Printed(look.text, at, theme.INK, has_rim=True, lead=lead)
        taken.append(_box(look.text, made[code].at, size))
    return [made[code] for code in told]


def _has_room(text: str, shape: Shape, size: float) -> bool:
    return shape.callout is None and width(text, size, 600) <= shape.room * FREE


def _box(text: str, at: Dot, size: float, clear: float = 0) -> Rect:
    wide, tall = width(text, size, 600) / 2 + clear * size, size * TALL / 2 + clear * size
    return Rect(at[0] - wide, at[1] - tall, at[0] + wide, at[1] + tall)


def _beside(text: str, shape: Shape, size: float, plan: Plan, taken: Sequence[Rect]) -> tuple[Dot, Dot | None]:
    """The nearest free place for a figure that has no room in its country, and where its line leads."""
    for at in _tried(text, shape, size):
        box = _box(text, at, size, CLEAR)
        if _is_within(_box(text, at, size), plan) and not any(box.meets(each) for each in taken):
            return at, None if at == shape.label else _end(shape)
    return shape.text, None


def _tried(text: str, shape: Shape, size: float) -> Iterator[Dot]:
    """Where the plan has its figure, upon itself, and around it further and further away."""
    if shape.callout is not None:
        yield shape.callout
    elif shape.room:
        yield shape.label
    x, y = shape.label
    half = width(text, size, 600) / 2
    for step in STEPS:
        for turn in range(TURNS):
            angle = pi + 2 * pi * turn / TURNS  # to the left first, where most have the sea
            yield x + cos(angle) * (half + step * size * 0.6), y + sin(angle) * step * size


def _end(shape: Shape) -> Dot:
    return shape.leader or shape.label


def _is_within(box: Rect, plan: Plan) -> bool:
    """Whether a figure stands on the sheet, and wholly in or out of each of its windows."""
    (x, y, wide, high), *windows = (window.box for window in plan.windows)
    if not Rect(x, y, x + wide, y + high).holds(box):
        return False
    for left, top, across, down in windows:
        edge = Rect(left, top, left + across, top + down)
        if edge.meets(box) and not Rect(left - 14, top - 4, left + across + 14, top + down + 4).holds(box):
            return False
    return True
