"""The figures of a figure as plain series, for native charts: read from its traces, with the place of their plot.

Lying bars with names are their bounds. Over years, exact figures join into lines with gaps, another after each break of
the series, and a range reaches from its lower bound to its upper one. Whatever else there is in a figure (words, rules,
bands, the lines of others) is left for marks to draw.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor
from re import sub
from typing import Any, NamedTuple

from components.drawing.figure_axes import Axis, axes_of, plot_box
from components.drawing.fonts import pieces
from components.i18n import Words
from components.theme import BAR, Figure

FIRST_YEAR = 1000  # what stands on an axis below is no year: `slope` counts its two ends
BOUND = "line-ew"  # the mark at both ends of a range
EVEN = 0.01  # of a row: how far a bar may be from its place among even rows

Plot = tuple[float, float, float, float]  # left, top, right, bottom in pixels of the figure
Values = tuple[float | None, ...]


class Bars(NamedTuple):
    """Rows from the top: what each is called and how it is printed, lower bound (None where none is known) and what
    reaches above it (None where nothing does), colour; the share of a row that a bar takes, and the ends of the scale
    from left to right."""

    plot: Plot
    names: tuple[str, ...]
    printed: tuple[str, ...]
    low: Values
    reach: Values
    hues: tuple[str, ...]
    thick: float
    ends: tuple[float, float]


class Line(NamedTuple):
    """A name and a figure or None for each year. `symbol` and `dash` are plotly's names, sizes are in pixels of the
    figure. Ranges have a line for their lower bounds, with what `reach`es above each, and one for the upper."""

    name: str
    values: Values
    hue: str
    width: float
    dash: str = "solid"
    symbol: str = ""
    size: float = 0
    is_bound: bool = False
    reach: Values = ()


class Lines(NamedTuple):
    """Lines over years, the first of which lies at the left of the plot and the last at its right."""

    plot: Plot
    years: tuple[int, ...]
    lines: tuple[Line, ...]
    ends: tuple[float, float]


class Charted(NamedTuple):
    """The charts of a figure, and the same figure without what they show."""

    charts: tuple[Bars | Lines, ...]
    rest: Figure


def charted(figure: Figure, width: float, height: float, words: Words) -> Charted:
    """A figure of so many pixels; no chart where it has none that says the same."""
    traces, layout = figure["data"], figure["layout"]
    if "scaleanchor" in layout.get("yaxis", {}) or not all("range" in layout.get(name, {}) for name in _axes(traces)):
        return Charted((), figure)
    axes = axes_of(figure, plot_box(layout, width, height))
    for axis in axes.values():
        axis.find_span(())
    found: list[Bars | Lines] = []
    shown: list[int] = []
    for x, y in dict.fromkeys((trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in traces):
        mine = {nth: t for nth, t in enumerate(traces) if (t.get("xaxis", "x"), t.get("yaxis", "y")) == (x, y)}
        named = [trace for trace in traces if trace.get("name") == "names"] if axes[y].name == "y" else []
        of_bars = {nth: trace for nth, trace in mine.items() if trace.get("name") in ("sure", "maybe")}
        is_bars = any(trace.get("name") == "printed" for trace in mine.values())
        of_lines = {nth: trace for nth, trace in mine.items() if _is_over_years(trace)}
        made = _bars(list(mine.values()), named, axes[x], axes[y]) if is_bars else None
        if made:
            found.append(made)
            shown += of_bars
        elif of_lines:
            found.append(_lines(list(of_lines.values()), axes[x], axes[y], words))
            shown += of_lines
    rest = [trace for nth, trace in enumerate(traces) if nth not in shown]
    return Charted(tuple(found), figure | {"data": rest})


def _axes(traces: Sequence[Figure]) -> set[str]:
    return {trace.get(f"{letter}axis", letter).replace(letter, f"{letter}axis") for trace in traces for letter in "xy"}


def plain(text: str) -> str:
    """A text without its marks; `<5` is none."""
    return " ".join(pieces(sub("</?[a-z][^>]*>", "", text.replace("<br>", " ")).replace("\u00a0", " ")))


# ---- bars ----


def _bars(traces: Sequence[Figure], named: Sequence[Figure], x: Axis, y: Axis) -> Bars | None:
    """Rows at even heights; None where they are not. A row without a bar is a zero where a figure is printed (in bold,
    `interval_bars`), else a figure that is not known."""
    texts = {name: _at([t for t in traces if t.get("name") == name], "text") for name in ("names", "printed")}
    names = _at(named, "text")
    bars = {name: [t for t in traces if t.get("name") == name] for name in ("sure", "maybe")}
    sure, maybe = (_at(bars[name], "x") for name in ("sure", "maybe"))
    least = _at([t for t in traces if t.get("name") == "least"], "x")
    places = sorted({*texts["printed"], *sure, *maybe})
    step = min((after - before for before, after in pairwise(places)), default=1.0)
    rows = [places[0] + n * step for n in range(round((places[-1] - places[0]) / step) + 1)]
    if any(min(abs(row - at) for row in rows) > EVEN for at in places):
        return None
    hues = {
        y: hue for t in (*bars["sure"], *bars["maybe"]) for y, hue in zip(t["y"], t["marker"]["color"], strict=True)
    }
    thick = next((t["width"][0] for t in (*bars["sure"], *bars["maybe"])), step / 2)
    found = [_row(row, step, names, texts["printed"], sure, maybe, least) for row in rows]
    edges = [y.pixel(rows[0] - step / 2), y.pixel(rows[-1] + step / 2)]
    said, told, low, reach = (tuple(column) for column in zip(*found, strict=True))
    shown = tuple(hues.get(_near(row, hues, step / 4), BAR) for row in rows)
    return Bars((x.start, edges[0], x.end, edges[1]), said, told, low, reach, shown, thick / step, x.span)


def _row(
    row: float, step: float, names: dict[float, str], printed: dict[float, str], sure: dict[float, float],
    maybe: dict[float, float], least: dict[float, float],
) -> tuple[str, str, float | None, float | None]:  # fmt: skip
    """Name, printed figure, lower bound and reach of a row; a row of a head is empty."""
    at = _near(row, printed, step / 4)
    if at is None:
        return "", "", None, None
    name = names[min(names, key=lambda each: abs(each - at))] if names else ""
    known = at in sure or at in maybe or at in least or "<b>" in printed[at]
    return plain(name), plain(printed[at]), sure.get(at, 0.0) if known else None, maybe.get(at)


def _near(row: float, found: dict[float, Any], within: float) -> Any:
    """The height at which something is, next to that of a row."""
    at = min(found, key=lambda each: abs(each - row), default=None)
    return at if at is not None and abs(at - row) <= within else None


def _at(traces: Sequence[Figure], key: str) -> dict[float, Any]:
    """The values of traces by their height."""
    return {y: value for trace in traces for y, value in zip(trace["y"], trace[key], strict=True)}


# ---- over years ----


def _is_over_years(trace: Figure) -> bool:
    """A line of the figure's own: neither a band nor one of others behind, nor one that steps."""
    return bool(
        trace.get("type") == "scatter"
        and "fill" not in trace
        and "opacity" not in trace
        and "text" not in trace.get("mode", "")
        and trace.get("line", {}).get("shape", "linear") == "linear"
        and all(isinstance(x, int) and x >= FIRST_YEAR for x in trace["x"])
    )


def _lines(traces: Sequence[Figure], x: Axis, y: Axis, words: Words) -> Lines:
    low, high = sorted(x.span)
    years = tuple(range(ceil(low), floor(high) + 1))
    made: list[Line] = []
    for trace in traces:
        is_range = str(trace.get("marker", {}).get("symbol", "")).startswith(BOUND)
        made += _ranges(trace, years, words) if is_range else _exact(trace, years, words)
    return Lines((x.pixel(years[0]), y.start, x.pixel(years[-1]), y.end), years, tuple(made), y.span)


def _exact(trace: Figure, years: tuple[int, ...], words: Words) -> list[Line]:
    """The figures of one name; another line begins where two years in a row are not joined: the series breaks."""
    stretches: list[dict[int, float]] = [{}]
    last: int | None = None
    for year, value in zip(trace["x"], trace["y"], strict=True):
        if value is None:
            is_joined = False
            continue
        if stretches[-1] and not is_joined and year == last + 1 if last is not None else False:
            stretches.append({})
        stretches[-1][year], last, is_joined = value, year, True
    line, marker = trace["line"], trace.get("marker", {})
    look = (line["color"], line.get("width", 2), line.get("dash", "solid"))
    mark = (marker.get("symbol", "circle"), marker.get("size", 6)) if "markers" in trace.get("mode", "") else ("", 0)
    name = plain(trace.get("name", ""))
    return [
        Line(words("take.since", name=name, year=min(known)) if nth else name, _over(known, years), *look, *mark)
        for nth, known in enumerate(stretches) if known
    ]  # fmt: skip


def _ranges(trace: Figure, years: tuple[int, ...], words: Words) -> list[Line]:
    """Both bounds of ranges, which stand one after the other in the trace."""
    known: dict[int, list[float]] = {}
    for year, value in zip(trace["x"], trace["y"], strict=True):
        if value is not None:
            known.setdefault(year, []).append(value)
    line, size, name = trace["line"], trace["marker"].get("size", 6), plain(trace.get("name", ""))
    low, high = (_over({year: bound(ends) for year, ends in known.items()}, years) for bound in (min, max))
    reach = _over({year: max(ends) - min(ends) for year, ends in known.items()}, years)
    look = (line["color"], line.get("width", 2), "solid", "", size, True)
    return [Line(words("take.lower", name=name), low, *look, reach), Line(words("take.upper", name=name), high, *look)]


def _over(known: dict[int, float], years: tuple[int, ...]) -> Values:
    return tuple(known.get(year) for year in years)
