"""The axes of a figure: the pixels of each value, found from domains, margins and ranges by plotly's own rules."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

from components.drawing.figure_ticks import Tick, ticks
from components.theme import Figure

MARGIN = {"l": 80.0, "r": 80.0, "t": 100.0, "b": 80.0}
LEAST = 0.1  # of an axis: more room than the rest is never given to marks at its ends


class Box(NamedTuple):
    """Where the figure's plots are, in pixels."""

    left: float
    top: float
    width: float
    height: float


def plot_box(layout: Figure, width: float, height: float) -> Box:
    margin = MARGIN | layout.get("margin", {})
    across, up = margin["l"] + margin["r"], margin["t"] + margin["b"]
    if across > width - 1:
        margin["l"], margin["r"] = (int(margin[side] * (width - 1) / across) for side in "lr")
    if up > height - 1:
        margin["t"], margin["b"] = (int(margin[side] * (height - 1) / up) for side in "tb")
    left, top = round(margin["l"]), round(margin["t"])
    return Box(left, top, width - left - round(margin["r"]), height - top - round(margin["b"]))


class Extreme(NamedTuple):
    """A value that an axis must show, the pixels it needs around itself, and whether a twentieth of the axis too."""

    value: float
    pad: float = 0
    is_padded: bool = False
    is_floor: bool = False  # zero for bars: never padded


class Axis:
    """One axis: `start` is the pixel of its left or top, `length` its pixels, `span` the values at its ends, left to
    right or bottom to top."""

    def __init__(self, name: str, layout: Figure, box: Box, values: Iterable[Any]) -> None:
        self.name, self.letter = name, name[0]
        self.given: Figure = layout.get(f"{self.letter}axis{name[1:]}", {})
        self.separators = layout.get("separators", ".,")
        self.domain = list(self.given.get("domain", (0, 1)))
        self.kind = self.given.get("type") or "linear"
        self.categories: list[Any] = []
        if self.kind == "category" or "type" not in self.given:
            self._name_categories(list(values))
        self._place(box)
        self.span = (0.0, 1.0)

    def _name_categories(self, values: list[Any]) -> None:
        texts = [each for each in values if isinstance(each, str)]
        if self.kind != "category" and not any(not _is_number(each) for each in texts):
            return
        self.kind = "category"
        asked = list(self.given.get("categoryarray", ()))
        self.categories = list(dict.fromkeys([*asked, *(each for each in values if each is not None)]))

    def _place(self, box: Box) -> None:
        first, last = self.domain
        if self.letter == "x":
            self.start: float = box.left + box.width * first
            self.length: float = box.width * (last - first)
        else:
            self.start, self.length = box.top + box.height * (1 - last), box.height * (last - first)

    @property
    def end(self) -> float:
        return self.start + self.length

    def number(self, value: Any) -> float | None:
        """A value of the data as a number of the axis; None is a gap."""
        if value is None or value != value:
            return None
        if self.kind == "category":
            return float(self.categories.index(value)) if value in self.categories else _number(value)
        return _number(value)

    def pixel(self, value: float) -> float:
        first, last = self.span
        share = (value - first) / (last - first) if last != first else 0.5
        return self.start + share * self.length if self.letter == "x" else self.end - share * self.length

    def pixels(self, values: Iterable[Any]) -> list[float | None]:
        """The pixels of values of the data; None is a gap. Outlines of a map are thousands of plain numbers."""
        first, last = self.span
        if last == first:
            return [None if (n := self.number(value)) is None else self.pixel(n) for value in values]
        at, length = (self.start, self.length) if self.letter == "x" else (self.end, -self.length)
        is_plain = self.kind != "category"
        found: list[float | None] = []
        for value in values:
            number = value if is_plain and type(value) is float and value == value else self.number(value)
            found.append(None if number is None else at + (number - first) / (last - first) * length)
        return found

    @property
    def scale(self) -> float:
        """Pixels of a unit."""
        return self.length / abs(self.span[1] - self.span[0])

    def find_span(self, extremes: Iterable[Extreme]) -> None:
        given = self.given.get("range")
        if given is not None and not self.given.get("autorange") and None not in given:
            self.span = (self._end(given[0]), self._end(given[1]))
            return
        self.span = fitting(list(extremes), self.length, is_from_zero=self.given.get("rangemode") == "tozero")
        if given is not None and None in given:
            low, high = self.span
            self.span = (
                low if given[0] is None else self._end(given[0]),
                high if given[1] is None else self._end(given[1]),
            )
        if self.given.get("autorange") == "reversed":
            self.span = self.span[::-1]

    def _end(self, value: Any) -> float:
        return self.categories.index(value) if isinstance(value, str) and value in self.categories else float(value)

    def ticks(self) -> list[Tick]:
        if "overlaying" in self.given and not {"tickmode", "tickvals"} & set(self.given):
            raise KeyError(f"{self.name}: say its tickmode, or plotly lays its ticks on those below")
        if self.kind == "category" and self.given.get("tickvals") is None:
            low, high = min(self.span), max(self.span)
            return [Tick(i, str(name)) for i, name in enumerate(self.categories) if low - 1e-9 <= i <= high + 1e-9]
        given = self.given
        if self.kind == "category":
            given = given | {"tickvals": [self.number(value) for value in given["tickvals"]]}
        return ticks(given, self.span, self.length, self.letter, self.separators)


def _is_number(text: Any) -> bool:
    try:
        float(text)
    except (TypeError, ValueError):
        return False
    return True


def _number(value: Any) -> float | None:
    return float(value) if _is_number(value) else None


def fitting(extremes: Sequence[Extreme], length: float, *, is_from_zero: bool = False) -> tuple[float, float]:
    """The span that shows every value with the room around it."""
    if not extremes:
        return (-1.0, 6.0) if length else (0.0, 1.0)
    lows, highs = _outer(extremes, -1), _outer(extremes, 1)
    low, high = min(each.value for each in lows), max(each.value for each in highs)
    if low == high:
        return _around(low, max(_room(each, length) for each in extremes), length, is_from_zero=is_from_zero)
    least, most, slope = _steepest(lows, highs, length)
    if is_from_zero:
        least = Extreme(0) if least.value >= 0 else least
        most = Extreme(0) if most.value <= 0 else most
        slope = (most.value - least.value) / (length - _room(least, length) - _room(most, length))
    return least.value - slope * _room(least, length), most.value + slope * _room(most, length)


def _room(each: Extreme, length: float) -> float:
    return 0.0 if each.is_floor else each.pad + (0.05 * length if each.is_padded else 0)


def _outer(extremes: Sequence[Extreme], sign: int) -> list[Extreme]:
    """Of each kind of room the value that reaches furthest."""
    best: dict[tuple[float, bool, bool], Extreme] = {}
    for each in extremes:
        key = each[1:]
        if key not in best or sign * each.value > sign * best[key].value:
            best[key] = each
    return list(best.values())


def _steepest(lows: Sequence[Extreme], highs: Sequence[Extreme], length: float) -> tuple[Extreme, Extreme, float]:
    best = (lows[0], highs[0], 0.0)
    for low in lows:
        for high in highs:
            reach = high.value - low.value
            room = length - _room(low, length) - _room(high, length)
            if reach > 0 and room > LEAST * length and reach / room > best[2]:
                best = (low, high, reach / room)
            elif reach > 0 and room <= LEAST * length and reach / length > best[2]:
                best = (Extreme(low.value), Extreme(high.value), reach / length)
    return best


def _around(value: float, pad: float, length: float, *, is_from_zero: bool) -> tuple[float, float]:
    if not is_from_zero:
        return value - 1, value + 1
    if not value:
        return 0.0, 1.0
    end = value / (1 - min(0.5, pad / length))
    return (0.0, end) if value > 0 else (end, 0.0)


def keep_scale(axes: dict[str, Axis]) -> None:
    """Axes that are to have as many pixels a unit as another."""
    for axis in axes.values():
        other = axes.get(axis.given.get("scaleanchor", ""))
        if other is None:
            continue
        ratio = float(axis.given.get("scaleratio", 1))
        wanted = min(other.scale, axis.scale / ratio)
        _shrink(other, wanted)
        _shrink(axis, wanted * ratio)


def _shrink(axis: Axis, scale: float) -> None:
    """Fewer pixels a unit: a smaller axis, or more units on it."""
    first, last = axis.span
    if axis.given.get("constrain", "range") == "domain":
        length = abs(last - first) * scale
        toward = axis.given.get("constraintoward", "center" if axis.letter == "x" else "middle")
        share = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}[toward]
        axis.start += (axis.length - length) * share
        axis.length = length
        return
    middle, half = (first + last) / 2, (axis.length / scale) / 2 * (1 if last > first else -1)
    axis.span = (middle - half, middle + half)


def axes_of(figure: Figure, box: Box) -> dict[str, Axis]:
    """The axes that traces use, and the first pair."""
    used = {"x": [], "y": []} | {t.get(f"{letter}axis", letter): [] for t in figure["data"] for letter in "xy"}
    for trace in figure["data"]:
        for letter in "xy":
            used[trace.get(f"{letter}axis", letter)].append(trace.get(letter) or ())
    return {name: Axis(name, figure["layout"], box, chain.from_iterable(lists)) for name, lists in used.items()}
