"""Years across and figures up from 0: round ticks, as many years written out as have room, names kept apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from components.theme import CONTEXT, INK, LINE, SOFT, Figure

TICKS = 5  # at most so many steps from 0 to the top
ROUND = (1, 2, 2.5, 5, 10)
LEADING = 1.3
OVER = 1.03  # how far a scale goes on: plotly leaves a rule out that lies at the very end
YEAR = 3.2  # times the type size: the room of a year that is written out


@dataclass(frozen=True, slots=True)
class Ground:
    """What lines are drawn on: the years, how a number on the scale is printed, the unit over the scale, the years that
    are shaded, a value with a rule across, a second line under a year, and the type size (pixels)."""

    years: range
    show: Callable[[float], str]
    title: str = ""
    tint: Sequence[int] = ()
    rule: float | None = None
    below: Sequence[str] = ()
    size: int = 13
    width: float = 640  # pixels that the years have, at the least


def ticks(top: float) -> list[float]:
    """Round steps from 0 to the first one that is not below `top`."""
    if top <= 0:
        return [0, 1]
    rough = top / TICKS
    scale = 10.0 ** floor(log10(rough))
    step = next(each * scale for each in ROUND if each * scale >= rough * (1 - 1e-9))
    return [round(n * step, 10) for n in range(ceil(top / step - 1e-9) + 1)]


def stretches(years: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of years one after another."""
    found: list[tuple[int, int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def spread(wanted: Sequence[float], gap: float, first: float, last: float) -> list[float]:
    """Places `gap` apart or more and as near as may be to those wanted; between `first` and `last` if there is room."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = [0.0] * len(wanted)
    below = first - gap
    for i in order:
        below = placed[i] = max(wanted[i], below + gap)
    above = last + gap
    for i in reversed(order):
        above = placed[i] = round(max(min(placed[i], above - gap), first), 1)
    return placed


def apart(values: Sequence[float], top: float, tall: float, size: int) -> list[float]:
    """Where texts of a type size stand beside values on a scale from 0 to `top` that is `tall` pixels high: each at its
    value, or as near as the others leave room."""
    at = spread([(1 - value / top) * tall for value in values], size * LEADING, 0, tall)
    return [(1 - each / tall) * top for each in at]


def years_axis(ground: Ground, width: float) -> Figure:
    """The years: every one that has room in `width` pixels, counted from the last."""
    years, longest = ground.years, max([4, *map(len, ground.below)])
    step = max(1, -int(-len(years) * ground.size * YEAR * longest / 4 // width))
    shown = range(years[-1], years[0] - 1, -step)
    texts = [f"{year}<br>{ground.below[year - years[0]]}" if ground.below else str(year) for year in shown]
    return {
        "range": [years[0] - 0.5, years[-1] + 0.5],
        "tickvals": list(shown)[::-1],
        "ticktext": texts[::-1],
        "tickangle": 0,
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "linecolor": SOFT,
        "tickfont": {"color": SOFT, "size": ground.size - 1},
        "fixedrange": True,
    }


def value_axis(marks: Sequence[float], ground: Ground, tall: float) -> Figure:
    """The figures from 0 to the last of `marks`, as many as have room in `tall` pixels, in the reader's language."""
    shown = marks[:: max(1, -int(-len(marks) * ground.size * 1.5 // tall))]
    return {
        "range": [0, marks[-1] * OVER],
        "tickvals": list(shown),
        "ticktext": [ground.show(mark) for mark in shown],
        "ticks": "",
        "gridcolor": LINE,
        "zeroline": False,
        "tickfont": {"color": SOFT, "size": ground.size},
        "fixedrange": True,
    }


def grounds(ground: Ground, axis: str = "") -> list[Figure]:
    """The shaded years, and the rule."""
    area = {"type": "rect", "xref": f"x{axis}", "yref": f"y{axis} domain", "y0": 0, "y1": 1, "layer": "below"}
    made: list[Figure] = [
        area | {"x0": first - 0.5, "x1": last + 0.5, "fillcolor": CONTEXT, "line": {"width": 0}}
        for first, last in stretches(ground.tint)
    ]
    if ground.rule is not None:
        across = {"type": "line", "xref": f"x{axis} domain", "yref": f"y{axis}", "x0": 0, "x1": 1, "layer": "below"}
        made.append(across | {"y0": ground.rule, "y1": ground.rule, "line": {"color": INK, "width": 1.2}})
    return made


def upright(year: int, axis: str, hue: str = SOFT) -> Figure:
    """The dotted upright before a year in which a series breaks."""
    at = {"x0": year - 0.5, "x1": year - 0.5, "y0": 0, "y1": 1}
    dotted = {"color": hue, "width": 1.5, "dash": "dot"}
    return {"type": "line", "xref": f"x{axis}", "yref": f"y{axis} domain", "line": dotted, **at}
