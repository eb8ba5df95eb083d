"""Native charts on a slide, made from the series of a figure: they can be opened, read and edited there."""

from collections.abc import Callable
from math import ceil
from typing import Any

from lxml.etree import Element
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from components.drawing.colours import Scheme, solid
from components.files.slide_series import SMALL, Bar, Bars, Columns, Lines, Panel, points_below
from components.i18n import Words
from components.theme import BAR, EDGE, INK, LINE, PAPER

PX = 9525  # EMU in a pixel: a slide of 1280 by 720 is 13.333 by 7.5 inches
TYPE = "Arial"  # on nearly every machine, or one of the same widths
GAP = 16  # pixels between two charts
BESIDE = 3  # charts in a row; four stand in two rows of two
AROUND = 80  # pixels of the name and the key of a chart of bars
YEAR = 52  # pixels of a year that is written out
TITLE = 12  # points: the name of a chart
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


def places(place: Place, count: int) -> list[Place]:
    """The rooms of so many charts, in reading order."""
    across = 2 if count == 4 else min(count, BESIDE)
    down = ceil(count / across)
    left, top, room, tall = place
    wide, high = (room - GAP * (across - 1)) / across, (tall - GAP * (down - 1)) / down
    corners = [divmod(nth, across) for nth in range(count)]
    return [Place((left + column * (wide + GAP), top + row * (high + GAP), wide, high)) for row, column in corners]


def chart(shapes: Any, place: Place, panel: Panel, scheme: Scheme, words: Words, *, is_small: bool) -> Any:
    """The chart of a panel in its place, as a frame of the slide; `is_small` where it is one of several."""
    shown = panel.shown
    if isinstance(shown, Bars):
        frame = _bar_chart(shapes, place, shown, scheme, words)
    elif isinstance(shown, Columns):
        frame = _column_chart(shapes, place, shown, scheme, words)
    else:
        assert isinstance(shown, Lines)  # noqa: S101 - a panel without a chart is no chart
        frame = _line_chart(shapes, place, shown, scheme, is_small=is_small)
    drawn = frame.chart
    drawn.font.name, drawn.font.color.rgb = TYPE, rgb(scheme(INK))
    _title(drawn, panel.head, scheme)
    for axis in (drawn.category_axis, drawn.value_axis):
        axis.format.line.color.rgb = rgb(scheme(EDGE))
    drawn.value_axis.minimum_scale = 0
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        drawn.legend.font.size, drawn.legend.font.color.rgb = Pt(SMALL if is_small else 12), rgb(scheme(INK))
    return frame


def rgb(colour: str) -> Any:
    return RGBColor.from_string(solid(colour)[0].removeprefix("#").upper())


def _title(drawn: Any, head: tuple[str, ...], scheme: Scheme) -> None:
    """What stands over the chart: its name, bold, and lines about it."""
    drawn.has_title = bool(head)
    for nth, text in enumerate(head):
        frame = drawn.chart_title.text_frame
        paragraph = frame.paragraphs[0] if nth == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text
        run.font.name, run.font.bold, run.font.color.rgb = TYPE, nth == 0, rgb(scheme(INK))
        run.font.size = Pt(TITLE if nth == 0 else SMALL + 1)
    if head:
        drawn.chart_title.include_in_layout = False


# ---- bars and columns ----


def _bar_chart(shapes: Any, place: Place, shown: Bars, scheme: Scheme, words: Words) -> Any:
    """Lower bounds as bars, and what reaches up to the upper bound on top of them, striped."""
    names = [words("take.bar", name=bar.name, figure=bar.printed) for bar in shown.bars]
    series = [(words("take.low"), [bar.low for bar in shown.bars])]
    frame = _stacked(shapes, place, XL_CHART_TYPE.BAR_STACKED, names, series, shown.bars, scheme, words)
    drawn = frame.chart
    drawn.category_axis.reverse_order = True
    drawn.font.size = Pt(min(14.0, max(SMALL, (place[3] - AROUND) / len(names) * 0.75 * 0.7)))
    _every(drawn.category_axis, 1)
    drawn.has_legend = any(bar.reach for bar in shown.bars)
    return frame


def _column_chart(shapes: Any, place: Place, shown: Columns, scheme: Scheme, words: Words) -> Any:
    """The same upright, year beside year, each stretch between breaks in a series and a colour of its own."""
    bars, starts = shown.bars, [start for _, start in shown.stretches]
    ends = [*starts[1:], len(bars)]
    series = [
        (name, [bar.low if start <= nth < end else None for nth, bar in enumerate(bars)])
        for (name, start), end in zip(shown.stretches, ends, strict=True)
    ]
    names = [f"{bar.name}\n{bar.printed}" for bar in bars]
    frame = _stacked(shapes, place, XL_CHART_TYPE.COLUMN_STACKED, names, series, bars, scheme, words)
    frame.chart.font.size = Pt(min(14.0, points_below(bars, place[2])))
    frame.chart.has_legend = len(starts) > 1 or any(bar.reach for bar in bars)
    return frame


def _stacked(
    shapes: Any, place: Place, kind: Any, names: list[str], series: list[tuple[str, list[float | None]]],
    bars: tuple[Bar, ...], scheme: Scheme, words: Words,
) -> Any:  # fmt: skip
    """Series of lower bounds, and on top of them one of what reaches up, each bar in its colour."""
    data = CategoryChartData(number_format="General")
    data.categories = names
    for name, values in series:
        data.add_series(name, values)
    if any(bar.reach for bar in bars):
        data.add_series(words("take.reach"), [bar.reach for bar in bars])
    frame = shapes.add_chart(kind, *place.emu, data)
    drawn, plot = frame.chart, frame.chart.plots[0]
    plot.gap_width, plot.overlap = 35, 100
    shown = list(plot.series)
    for each, (_, values) in zip(shown, series, strict=False):
        _coloured(each, [bar.hue if value is not None else "" for bar, value in zip(bars, values, strict=True)],
                  lambda fill, hue: _filled(fill, scheme(hue)))  # fmt: skip
    for each in shown[len(series) :]:
        _coloured(each, [bar.hue if bar.reach else "" for bar in bars],
                  lambda fill, hue: _striped(fill, scheme(hue), scheme(PAPER)))  # fmt: skip
    drawn.value_axis.has_major_gridlines, drawn.value_axis.visible = False, False
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    return frame


def _coloured(series: Any, hues: list[str], fill: Callable[[Any, str], None]) -> None:
    """A series in its most common hue, what has another in its own; a bar without one is none."""
    common = max(dict.fromkeys(filter(None, hues)), key=hues.count, default=BAR)
    fill(series.format.fill, common)
    for nth, hue in enumerate(hues):
        if hue and hue != common:
            fill(series.points[nth].format.fill, hue)


def _filled(fill: Any, colour: str) -> None:
    fill.solid()
    fill.fore_color.rgb = rgb(colour)


def _striped(fill: Any, colour: str, ground: str) -> None:
    fill.patterned()
    fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = rgb(colour), rgb(ground)


# ---- lines ----


def _line_chart(shapes: Any, place: Place, shown: Lines, scheme: Scheme, *, is_small: bool) -> Any:
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
        series.marker.style, series.marker.size = MARKERS.get(line.symbol, XL_MARKER_STYLE.DASH), 5 if is_small else 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = series.marker.format.line.color.rgb = colour
    drawn.value_axis.major_gridlines.format.line.color.rgb = rgb(scheme(LINE))
    drawn.value_axis.format.line.fill.background()
    if shown.top:
        drawn.value_axis.maximum_scale = shown.top
    drawn.font.size = Pt(SMALL if is_small else 13)
    _every(drawn.category_axis, ceil(len(shown.years) * YEAR / place[2]))
    drawn.has_legend = not is_small or len(shown.lines) > 1
    return frame


def _every(axis: Any, step: int) -> None:
    """One row or year in so many is named, none turned or left out; the format's library has no call for that."""
    skip = Element(qn("c:tickLblSkip"), {"val": str(step)})
    axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
