"""Native charts on a slide, made from the traces of a figure: they can be opened, read and edited there.

Bars with names are stacked bars: what is certain, and striped what reaches up to what is possible. Lines over years are
lines: exact figures join, both bounds of ranges are thin lines of their own, a break begins another. Whatever else a
figure is (several scales, more lines than can be told apart, a map) has no such chart.
"""

from collections.abc import Sequence
from math import ceil, floor
from re import sub
from typing import Any, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.util import Emu, Pt

from components.drawing.colours import Scheme, solid
from components.i18n import Words
from components.theme import BAR, DASHES, EDGE, HUES, INK, LINE, PAPER, SOFT, SYMBOLS, Figure

PX = 9525  # EMU in a pixel: a slide of 1280 by 720 is 13.333 by 7.5 inches
TYPE = "Arial"  # on nearly every machine, or one of the same widths
LISTED, TOLD_APART = 24, len(HUES)  # bars and lines of one slide
STYLES = {
    "solid": MSO_LINE_DASH_STYLE.SOLID, "dash": MSO_LINE_DASH_STYLE.DASH, "dot": MSO_LINE_DASH_STYLE.ROUND_DOT,
    "dashdot": MSO_LINE_DASH_STYLE.DASH_DOT, "longdash": MSO_LINE_DASH_STYLE.LONG_DASH,
    "longdashdot": MSO_LINE_DASH_STYLE.LONG_DASH_DOT,
}  # fmt: skip
MARKERS = {
    "circle": XL_MARKER_STYLE.CIRCLE, "square": XL_MARKER_STYLE.SQUARE, "triangle-up": XL_MARKER_STYLE.TRIANGLE,
    "diamond": XL_MARKER_STYLE.DIAMOND, "triangle-down": XL_MARKER_STYLE.STAR, "cross": XL_MARKER_STYLE.PLUS,
}  # fmt: skip


class Place(tuple[float, float, float, float]):
    """Left, top, width and height on a slide, in pixels."""

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        left, top, width, height = (Emu(round(v * PX)) for v in self)
        return left, top, width, height


class Bar(NamedTuple):
    """A name, the figure as it is printed, its lower bound and what reaches above it; None where none is known."""

    name: str
    printed: str
    low: float | None
    reach: float | None
    hue: str


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


class Lines(NamedTuple):
    years: tuple[int, ...]
    lines: tuple[Line, ...]


def native(figure: Figure, words: Words) -> Bars | Lines | None:
    """The chart that says the same as a figure; None where there is no such chart."""
    traces, layout = figure["data"], figure["layout"]
    named = {trace.get("name", ""): trace for trace in traces}
    if "scaleanchor" in layout.get("yaxis", {}) or not traces:
        return None
    if "names" in named:
        return None if "xaxis2" in layout else _bars(named, layout)
    drawn = [trace for trace in traces if trace.get("type") == "scatter" and "fill" not in trace]
    is_over_years = all(_is_of_years(layout[f"xaxis{trace['xaxis'][1:]}"]) for trace in drawn)
    if not is_over_years or any(trace not in drawn and "fill" not in trace for trace in traces):
        return None
    names = {(trace["xaxis"], trace["name"]) for trace in drawn}
    is_readable = 0 < len(names) <= TOLD_APART and len(names) == len({name for _, name in names})
    return _lines(drawn, layout, words) if is_readable else None


def _is_of_years(axis: Figure) -> bool:
    """Whether an axis has years: two that face each other (`slope`) have none printed at their places."""
    return bool(axis.get("showticklabels", True) or axis.get("matches"))


# ---- bars ----


def _bars(named: dict[str, Figure], layout: Figure) -> Bars | None:
    """Each named row with its bar. The rows that are there for a pointer (`row`) are no figures; a figure that is only
    a minimum, and bars to the left, have no such chart."""
    start, end = layout["xaxis"]["range"]
    rows = _at(named["names"], "text")
    if "least" in named or start > end or not 0 < len(rows) <= LISTED or set(named) - KNOWN:
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


KNOWN = frozenset({"names", "printed", "sure", "maybe", "row", "titles"})


def _at(trace: Figure, key: str) -> dict[float, Any]:
    """The values of a trace by their height."""
    return dict(zip(trace["y"], trace[key], strict=True))


def _hues(trace: Figure) -> dict[float, str]:
    return dict(zip(trace["y"], trace["marker"]["color"], strict=True))


def _is_figure(printed: str) -> bool:
    """A figure is printed in bold, what is missing is not (`interval_bars`): a bar of zero has no length."""
    return "<b>" in printed


def _plain(text: str) -> str:
    return " ".join(sub("<[^>]+>", "", text.replace("<br>", " ")).replace("\u00a0", " ").split())


# ---- lines ----


def _lines(drawn: Sequence[Figure], layout: Figure, words: Words) -> Lines | None:
    found = [x for trace in drawn for x in trace["x"]]
    ends = layout["xaxis"].get("range") or (min(found), max(found))
    years = tuple(range(ceil(ends[0]), floor(ends[1]) + 1))
    made: list[Line] = []
    for trace, looking in zip(drawn, _told_apart(drawn), strict=True):
        if _is_range(trace):
            made += _bounds(looking, years, words)
        else:
            made += _exact(looking, _breaks(trace, layout), years, words)
    return Lines(years, tuple(made)) if made and years else None


def _told_apart(drawn: Sequence[Figure]) -> list[Figure]:
    """The traces, in looks of their own where panels of one look come together."""
    names = list(dict.fromkeys(trace["name"] for trace in drawn))
    if len({trace["line"]["color"] for trace in drawn}) == len(names):
        return list(drawn)
    found = []
    for trace in drawn:
        nth = names.index(trace["name"])
        line = trace["line"] | {"color": HUES[nth], "dash": DASHES[nth]}
        is_range = _is_range(trace)
        found.append(trace | {"line": line, "marker": trace["marker"] if is_range else {"symbol": SYMBOLS[nth]}})
    return found


def _is_range(trace: Figure) -> bool:
    return str(trace["marker"].get("symbol", "")).startswith("line-")


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


# ---- on a slide ----


def chart(shapes: Any, place: Place, shown: Bars | Lines, scheme: Scheme, words: Words) -> Any:
    """The chart in its place, as a frame of the slide."""
    if isinstance(shown, Bars):
        frame = _bar_chart(shapes, place, shown, scheme, words)
    else:
        frame = _line_chart(shapes, place, shown, scheme)
    drawn = frame.chart
    drawn.has_title = False
    drawn.font.name, drawn.font.color.rgb = TYPE, rgb(scheme(INK))
    for axis in (drawn.category_axis, drawn.value_axis):
        axis.format.line.color.rgb = rgb(scheme(EDGE))
    drawn.value_axis.minimum_scale = 0
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        drawn.legend.font.size, drawn.legend.font.color.rgb = Pt(12), rgb(scheme(INK))
    return frame


def rgb(colour: str) -> Any:
    return RGBColor.from_string(solid(colour)[0].removeprefix("#").upper())


def _bar_chart(shapes: Any, place: Place, shown: Bars, scheme: Scheme, words: Words) -> Any:
    """Lower bounds as bars, and what reaches up to the upper bound on top of them, striped."""
    data = CategoryChartData(number_format="General")
    data.categories = [words("take.bar", name=bar.name, figure=bar.printed) for bar in shown.bars]
    data.add_series(words("take.low"), [bar.low for bar in shown.bars])
    data.add_series(words("take.reach"), [bar.reach for bar in shown.bars])
    frame = shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place.emu, data)
    drawn, plot = frame.chart, frame.chart.plots[0]
    plot.gap_width, plot.overlap = 35, 100
    certain, possible = plot.series
    _filled(certain.format.fill, scheme(BAR))
    _striped(possible.format.fill, scheme(BAR), scheme(PAPER))
    for nth, bar in enumerate(shown.bars):
        if bar.hue != BAR:
            _filled(certain.points[nth].format.fill, scheme(bar.hue))
            _striped(possible.points[nth].format.fill, scheme(bar.hue), scheme(PAPER))
    drawn.value_axis.has_major_gridlines, drawn.value_axis.visible = False, False
    drawn.category_axis.reverse_order = True
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    drawn.font.size = Pt(11 if len(shown.bars) > 14 else 14)
    drawn.has_legend = any(bar.reach for bar in shown.bars)
    return frame


def _filled(fill: Any, colour: str) -> None:
    fill.solid()
    fill.fore_color.rgb = rgb(colour)


def _striped(fill: Any, colour: str, ground: str) -> None:
    fill.patterned()
    fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = rgb(colour), rgb(ground)


def _line_chart(shapes: Any, place: Place, shown: Lines, scheme: Scheme) -> Any:
    """A line for the exact figures of each name, thin ones for the bounds of ranges; gaps stay gaps."""
    data = CategoryChartData(number_format="General")
    data.categories = [str(year) for year in shown.years]
    for line in shown.lines:
        data.add_series(line.name, line.values)
    frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *place.emu, data)
    drawn = frame.chart
    for line, series in zip(shown.lines, drawn.plots[0].series, strict=True):
        colour = rgb(scheme(line.hue))
        series.smooth = False
        series.format.line.color.rgb = colour
        series.format.line.width = Pt(1 if line.is_bound else 2.5)
        series.format.line.dash_style = MSO_LINE_DASH_STYLE.SQUARE_DOT if line.is_bound else STYLES[line.dash]
        series.marker.style, series.marker.size = MARKERS.get(line.symbol, XL_MARKER_STYLE.DASH), 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = series.marker.format.line.color.rgb = colour
    drawn.value_axis.major_gridlines.format.line.color.rgb = rgb(scheme(LINE))
    drawn.value_axis.format.line.fill.background()
    drawn.font.size = Pt(13)
    drawn.has_legend = True
    return frame
