"""Bar traces as marks: grouped, stacked or laid over each other, lying or upright, with reaches and texts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from components.drawing.colours import solid
from components.drawing.figure_axes import Axis, Extreme
from components.drawing.figure_traces import COLOURS, each, values_of
from components.drawing.fonts import OVER
from components.drawing.lettering import LEADING, height, lines_of, set_lines, weight_of, width
from components.drawing.marks import Mark, Shape, box_ops, line_ops
from components.drawing.symbols import hatch
from components.theme import Figure

TEXT_PAD = 3  # px between a bar's end and its text
CAP = 4  # px: half the end of a reach


class Bar(NamedTuple):
    """From `low` to `high` across, and from `base` to `top` along its value; `nth` is its place in the trace."""

    low: float
    high: float
    base: float
    top: float
    nth: int


class Bars(NamedTuple):
    """The bars of one trace with the axes of their places and of their values."""

    trace: Figure
    place: int
    places: Axis
    values: Axis
    bars: list[Bar]
    size: float


def is_lying(trace: Figure) -> bool:
    return bool(trace.get("orientation", "v") == "h")


def bars_of(traces: Sequence[tuple[int, Figure, Axis, Axis]], layout: Figure, size: float) -> list[Bars]:
    """The bars of all traces (place among the traces, trace, x axis, y axis) of one pair of axes; `size` is that of the
    type."""
    shown = [item for item in traces if item[1].get("visible", True) is True]
    if not shown:
        return []
    sets = [
        Bars(trace, place, y if is_lying(trace) else x, x if is_lying(trace) else y, [], size)
        for place, trace, x, y in shown
    ]
    mode = layout.get("barmode", "group")
    step = _step(sets, mode)
    many = 1 if mode in ("stack", "relative", "overlay") else len(sets)
    whole = step * (1 - layout.get("bargap", 0.2))
    room = whole / many
    thick = room * (1 - layout.get("bargroupgap", 0))
    reached: dict[tuple[float, bool], float] = defaultdict(float)
    for order, each_set in enumerate(sets):
        shift = -whole / 2 + (order if many > 1 else 0) * room + (room - thick) / 2
        _fill(each_set, shift, thick, reached if mode in ("stack", "relative") else None, step)
    return sets


def _step(sets: Sequence[Bars], mode: str) -> float:
    """The least distance of two places."""
    at = sorted({n for each_set in sets for n in _places(each_set) if n is not None})
    step = min((b - a for a, b in pairwise(at)), default=1.0)
    for each_set in sets:
        if each_set.places.kind != "category" and mode != "overlay":
            each_set.places.given = each_set.places.given | {"bar_step": step, "bar_start": at[0] if at else 0}
    return step


def _places(each_set: Bars) -> list[float | None]:
    axis = each_set.places
    return [axis.number(value) for value in values_of(each_set.trace, axis.letter)]


def _fill(own: Bars, shift: float, thick: float, reached: dict[tuple[float, bool], float] | None, step: float) -> None:
    trace, axis = own.trace, own.values
    for i, (place, value) in enumerate(zip(_places(own), values_of(trace, axis.letter), strict=False)):
        size = axis.number(value)
        if place is None or size is None:
            continue
        wide = float(each(trace.get("width"), i, thick))
        offset = trace.get("offset")
        low = place + (shift + (thick - wide) / 2 if offset is None else float(each(offset, i, 0)))
        base = each(trace.get("base"), i)
        if base is None:
            base = reached[place, size < 0] if reached is not None else 0.0
            if reached is not None:
                reached[place, size < 0] = base + size
        own.bars.append(Bar(low, low + wide, float(base), float(base) + size, i))
    own.places.given = own.places.given | {"bar_half": step / 2, "has_places": True}
    own.values.given = own.values.given | {"has_fill": True}


def extremes(own: Bars, axis: Axis) -> Iterator[Extreme]:
    """What bars need of an axis: their whole width of one, and room over their ends of the other."""
    if axis is own.places:
        half = axis.given.get("bar_half", 0.5)
        for place in _places(own):
            if place is not None:
                yield from (Extreme(place - half), Extreme(place + half))
        for bar in own.bars:
            if own.trace.get("width") is not None or own.trace.get("offset") is not None:
                yield from (Extreme(bar.low), Extreme(bar.high))
        return
    if any(own.trace.get("base") is None for _ in own.bars):
        yield Extreme(0, is_floor=True)
    for bar in own.bars:
        yield Extreme(bar.base, is_padded=bar.base != 0, is_floor=bar.base == 0)
        yield Extreme(bar.top, _room_for_text(own, bar), is_padded=True)
        for end in _reach(own, bar):
            yield Extreme(end, is_padded=True)


def _room_for_text(own: Bars, bar: Bar) -> float:
    """The pixels that plotly leaves over an upright bar for the text outside."""
    if own.values.letter == "x" or each(own.trace.get("textposition"), bar.nth, "none") != "outside":
        return 0.0
    lines = lines_of(each(own.trace.get("text"), bar.nth, ""))
    size = own.trace.get("textfont", {}).get("size", own.size)
    return TEXT_PAD + LEADING * len(lines) * float(each(size, bar.nth, own.size))


def _reach(own: Bars, bar: Bar) -> list[float]:
    error = own.trace.get(f"error_{own.values.letter}")
    if not error or not error.get("visible", True):
        return []
    above = each(error.get("array"), bar.nth, 0) or 0
    below = above if error.get("symmetric", "arrayminus" not in error) else each(error.get("arrayminus"), bar.nth, 0)
    return [bar.top - (below or 0), bar.top + above]


def drawn(own: Bars, font: Figure) -> list[Mark]:
    marks: list[Mark] = []
    for bar in own.bars:
        marks += _bar(own, bar)
    for bar in own.bars:
        marks += _error(own, bar)
    for bar in own.bars:
        marks += _text(own, bar, font)
    return marks


def _box(own: Bars, bar: Bar) -> tuple[float, float, float, float]:
    """Left, top, width, height in pixels."""
    along = sorted((own.values.pixel(bar.base), own.values.pixel(bar.top)))
    across = sorted((own.places.pixel(bar.low), own.places.pixel(bar.high)))
    (left, right), (top, bottom) = (along, across) if own.values.letter == "x" else (across, along)
    return left, top, right - left, bottom - top


def _bar(own: Bars, bar: Bar) -> list[Mark]:
    left, top, wide, tall = _box(own, bar)
    if not wide or not tall:
        return []
    marker = own.trace.get("marker", {})
    edge = marker.get("line", {})
    colour, opacity = solid(_hue(own, bar))
    opacity *= own.trace.get("opacity", 1) * each(marker.get("opacity"), bar.nth, 1)
    rim = float(each(edge.get("width"), bar.nth, 0))
    pattern = {name: each(value, bar.nth) for name, value in marker.get("pattern", {}).items()}
    return [
        Shape(
            box_ops(left, top, wide, tall),
            colour,
            solid(each(edge.get("color"), bar.nth) or "#444444")[0] if rim else "none",
            rim,
            opacity=(opacity, opacity),
            hatch=hatch(pattern, colour),
        )
    ]


def _hue(own: Bars, bar: Bar) -> str:
    return str(each(own.trace.get("marker", {}).get("color"), bar.nth) or COLOURS[own.place % len(COLOURS)])


def _error(own: Bars, bar: Bar) -> list[Mark]:
    ends = _reach(own, bar)
    if not ends or ends[0] == ends[1]:
        return []
    error: dict[str, Any] = own.trace[f"error_{own.values.letter}"]
    cap, thick = float(error.get("width", CAP)), float(error.get("thickness", 2))
    colour, opacity = solid(error.get("color") or _hue(own, bar))
    across = own.places.pixel((bar.low + bar.high) / 2)
    low, high = (own.values.pixel(end) for end in ends)
    lines = [[(high, across), (low, across)]]
    lines += [[(end, across - cap), (end, across + cap)] for end in (low, high)]
    if own.values.letter == "y":
        lines = [[(b, a) for a, b in line] for line in lines]
    ops = tuple(op for line in lines for op in line_ops(line))
    return [Shape(ops, "none", colour, thick, opacity=(1, opacity))]


def _text(own: Bars, bar: Bar, font: Figure) -> list[Mark]:
    """The text at a bar's end, outside; or inside it where the trace says so."""
    text = each(own.trace.get("text"), bar.nth, "")
    position = each(own.trace.get("textposition"), bar.nth, "none")
    if position == "none" or not str(text).strip():
        return []
    if position == "auto":
        raise KeyError("textposition auto: say inside or outside, it would depend on the reader's type")
    own_font = font | own.trace.get("textfont", {}) | own.trace.get(f"{position}textfont", {})
    look = own_font | {key: each(own_font[key], bar.nth, font[key]) for key in ("size", "color")}
    lines = lines_of(text, weight_of(look))
    left, top, wide, tall = _box(own, bar)
    long, high = width(lines, look["size"]), height(lines, look["size"])
    is_up = (bar.top >= bar.base) != (own.values.span[0] > own.values.span[1])
    sign = 1 if is_up else -1
    pad = TEXT_PAD if position == "outside" else -TEXT_PAD
    if own.values.letter == "x":
        x = (left + wide if is_up else left) + sign * pad
        anchor = "start" if (position == "outside") == is_up else "end"
        y = top + tall / 2 - high / 2
    else:
        x, anchor = left + wide / 2, "middle"
        end = (top if is_up else top + tall) - sign * pad
        y = end - high if (position == "outside") == is_up else end
    if position == "inside" and own.trace.get("insidetextanchor") == "middle":
        x, y, anchor = left + wide / 2, top + tall / 2 - high / 2, "middle"
    if position == "inside" and (long > wide or high > tall):
        raise KeyError("textposition inside: a text is larger than its bar and would be shrunk")
    return [*set_lines(lines, x, y + round(OVER * look["size"]), look, anchor)]
