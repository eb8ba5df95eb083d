"""The figures of a figure as plain series, for native charts: read from its traces, whichever page has it.

Bars with names are their bounds. Over years, one name alone is columns; several are lines: exact figures join, both
bounds of ranges are thin lines of their own, a break begins another. Small panels are a chart each. Whatever else a
figure is (several scales, more lines or panels than can be told apart, a map) has no such series.
"""

from collections.abc import Sequence
from math import ceil, floor
from re import sub
from typing import Any, NamedTuple

from components.drawing.fonts import pieces, width
from components.figures.axes import OVER
from components.i18n import Words
from components.theme import BAR, HUES, SOFT, Figure

LISTED, TOLD_APART = 24, len(HUES)  # bars of one chart; lines of one, and panels of one slide
KNOWN = frozenset({"names", "printed", "sure", "maybe", "row", "titles"})  # traces of bars with names
FIRST_YEAR = 1000  # what stands on an axis below is no year: `slope` counts its two ends


SMALL = 9  # points: the smallest type on a slide
ENDS = 40  # pixels of a chart beside its columns


class Bar(NamedTuple):
    """A name, the figure as it is printed, its lower bound and what reaches above it; None where none is known."""

    name: str
    printed: str
    low: float | None
    reach: float | None
    hue: str = BAR


class Line(NamedTuple):
    """A name, a figure or None for each year, its colour, dash and mark, and whether it is only a bound."""

    name: str
    values: tuple[float | None, ...]
    hue: str
    dash: str
    symbol: str
    is_bound: bool = False


class Bars(NamedTuple):
    bars: tuple[Bar, ...]


class Columns(NamedTuple):
    """A column a year; `stretches` are what each stretch between breaks is called and where in the years it starts."""

    bars: tuple[Bar, ...]
    stretches: tuple[tuple[str, int], ...]


class Lines(NamedTuple):
    """`top` is the end of the scale where it is common to several charts, else 0."""

    years: tuple[int, ...]
    lines: tuple[Line, ...]
    top: float = 0


class Panel(NamedTuple):
    """One chart of a figure with what stands above it; no chart where its panel is empty."""

    head: tuple[str, ...]
    shown: Bars | Columns | Lines | None


def panels(figure: Figure, words: Words, room: float) -> tuple[Panel, ...]:
    """The charts that say the same as a figure on a slide of so many pixels; none where there are no such charts."""
    traces, layout = figure["data"], figure["layout"]
    named = {trace.get("name", ""): trace for trace in traces}
    if "scaleanchor" in layout.get("yaxis", {}) or not traces:
        return ()
    if "names" in named:
        bars = None if "xaxis2" in layout else _bars(named)
        return (Panel((), bars),) if bars else ()
    axes = [name.replace("axis", "") for name in layout if name.startswith("xaxis")]
    drawn = [trace for trace in traces if "fill" not in trace and "opacity" not in trace]  # neither bands nor context
    if len(axes) > TOLD_APART or not all(_is_over_years(trace) for trace in drawn):
        return ()
    of_axis = {axis: [trace for trace in drawn if trace["xaxis"] == axis] for axis in axes}
    named_by_axis = [{trace["name"] for trace in found} for found in of_axis.values()]
    if not any(named_by_axis) or any(len(names) > TOLD_APART or "" in names for names in named_by_axis):
        return ()
    if len(axes) == 1:
        columns = _columns(drawn, layout, words) if len(named_by_axis[0]) == 1 else None
        is_told = columns and all(bar.printed for bar in columns.bars) and points_below(columns.bars, room) >= SMALL
        return (Panel((), columns if is_told else _lines(drawn, layout, 0, words)),)
    tops = {layout[axis.replace("x", "yaxis")]["range"][1] / OVER for axis in axes}
    top = tops.pop() if len(tops) == 1 else 0
    return tuple(
        Panel(_head(axis, layout), _lines(found, layout, top, words) if found else None)
        for axis, found in of_axis.items()
    )


def _is_over_years(trace: Figure) -> bool:
    return trace.get("type") == "scatter" and all(isinstance(x, int) and x >= FIRST_YEAR for x in trace["x"])


def _head(axis: str, layout: Figure) -> tuple[str, ...]:
    """What stands over a small panel: its name, and what is said of it."""
    across, up = (layout[axis.replace("x", f"{way}axis")].get("domain") for way in "xy")
    if not across or not up:
        return ()
    over = [each for each in layout.get("annotations", ()) if (each.get("x"), each.get("y")) == (across[0], up[1])]
    return tuple(_plain(each["text"]) for each in over)


# ---- bars ----


def _bars(named: dict[str, Figure]) -> Bars | None:
    """Each named row with its bar. The rows that are there for a pointer (`row`) are no figures; a figure that is only
    a minimum has no such chart."""
    rows = _at(named["names"], "text")
    if "least" in named or not 0 < len(rows) <= LISTED or set(named) - KNOWN:
        return None
    printed = _at(named["printed"], "text")
    sure, maybe = (_at(named[name], "x") if name in named else {} for name in ("sure", "maybe"))
    hues = {y: hue for name in ("sure", "maybe") if name in named for y, hue in _hues(named[name]).items()}
    bars = []
    for y, name in rows.items():
        near = min(printed, key=lambda each: abs(each - y))
        known = near in sure or near in maybe or _is_figure(printed[near])
        low, reach = (sure.get(near, 0.0), maybe.get(near, 0.0)) if known else (None, None)
        bars.append(Bar(_plain(name), _plain(printed[near]), low, reach, hues.get(near, BAR)))
    return Bars(tuple(bars))


def _at(trace: Figure, key: str) -> dict[float, Any]:
    """The values of a trace by their height."""
    return dict(zip(trace["y"], trace[key], strict=True))


def _hues(trace: Figure) -> dict[float, str]:
    return dict(zip(trace["y"], trace["marker"]["color"], strict=True))


def _is_figure(printed: str) -> bool:
    """A figure is printed in bold, what is missing is not (`interval_bars`): a bar of zero has no length."""
    return "<b>" in printed


def _plain(text: str) -> str:
    """A text without its marks; `<5` is none."""
    return " ".join(pieces(sub("</?[a-z][^>]*>", "", text.replace("<br>", " ")).replace("\u00a0", " ")))


# ---- over years ----


def _years(drawn: Sequence[Figure], layout: Figure) -> tuple[int, ...]:
    found = [x for trace in drawn for x in trace["x"]]
    ends = layout["xaxis"].get("range") or (min(found), max(found))
    return tuple(range(ceil(ends[0]), floor(ends[1]) + 1))


def points_below(bars: Sequence[Bar], room: float) -> float:
    """Points at which each figure has room below its column. Without figures below, nothing would tell a zero from a
    year without one."""
    widest = max(max(width(bar.name, 1), width(bar.printed, 1)) for bar in bars)
    return (room - ENDS) / len(bars) * 0.94 / widest * 0.75


def _columns(drawn: Sequence[Figure], layout: Figure, words: Words) -> Columns:
    """Each year of one name with its figure as a pointer reads it."""
    known: dict[int, list[float]] = {}
    printed: dict[int, str] = {}
    for trace in drawn:
        for x, y, said in zip(trace["x"], trace["y"], trace["hovertext"], strict=True):
            if y is not None:
                known.setdefault(x, []).append(y)
                printed[x] = _plain(said.partition("<br>")[0]).rpartition(": ")[2]
    years, hue = _years(drawn, layout), drawn[0]["line"]["color"]
    broken = sorted({at for trace in drawn for at in _breaks(trace, layout)})
    starts = [0, *(nth for nth, year in enumerate(years) if any(year - 1 < at < year for at in broken))]
    hues = [hue, *(each for each in HUES if each != hue)]
    bars = []
    for nth, year in enumerate(years):
        ends = known.get(year)
        look = hues[(sum(start <= nth for start in starts) - 1) % len(hues)]
        low, reach = (min(ends), max(ends) - min(ends)) if ends else (None, None)
        bars.append(Bar(str(year), printed.get(year, words("none")), low, reach, look))
    name = drawn[0]["name"]
    called = [words("take.since", name=name, year=years[start]) if start else name for start in starts]
    return Columns(tuple(bars), tuple(zip(called, starts, strict=True)))


def _lines(drawn: Sequence[Figure], layout: Figure, top: float, words: Words) -> Lines:
    years = _years(drawn, layout)
    made: list[Line] = []
    for trace in drawn:
        if str(trace["marker"].get("symbol", "")).startswith("line-"):
            made += _bounds(trace, years, words)
        else:
            made += _exact(trace, _breaks(trace, layout), years, words)
    return Lines(years, tuple(made), top)


def _breaks(trace: Figure, layout: Figure) -> list[float]:
    """Where the series of a trace breaks: at the dotted uprights of its panel in its colour, or in that of several."""
    found = []
    for shape in layout.get("shapes", ()):
        line = shape.get("line", {})
        if line.get("dash") == "dot" and shape["xref"] == trace["xaxis"]:
            found += [shape["x0"]] if line["color"] in (SOFT, trace["line"]["color"]) else []
    return sorted(found)


def _exact(trace: Figure, broken: Sequence[float], years: tuple[int, ...], words: Words) -> list[Line]:
    """The figures of one name; another line begins after each break."""
    told: dict[int, dict[int, float]] = {}
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if y is not None:
            told.setdefault(sum(at < x for at in broken), {})[x] = y
    stretches = [told[nth] for nth in sorted(told)]
    look = (trace["line"]["color"], trace["line"].get("dash", "solid"), trace["marker"].get("symbol", "circle"))
    name = trace["name"]
    return [
        Line(words("take.since", name=name, year=min(known)) if nth else name, _over(known, years), *look)
        for nth, known in enumerate(stretches)
    ]


def _bounds(trace: Figure, years: tuple[int, ...], words: Words) -> list[Line]:
    """Both bounds of ranges, each a line; they stand one after the other in the trace."""
    known: dict[int, list[float]] = {}
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if y is not None:
            known.setdefault(x, []).append(y)
    look = (trace["line"]["color"], "dot", "line-ew")
    return [
        Line(words(f"take.{key}", name=trace["name"]), _over({x: y[end] for x, y in known.items()}, years), *look, True)
        for end, key in enumerate(("lower", "upper"))
    ]


def _over(known: dict[int, float], years: tuple[int, ...]) -> tuple[float | None, ...]:
    return tuple(known.get(year) for year in years)
