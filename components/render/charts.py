"""Native charts on a slide: they can be opened, read and edited in the program that shows the slide."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.util import Emu, Pt

from components.i18n import Words
from components.render.native import Bars, Lines
from components.render.sheet import Laid

PX = 9525  # EMU in a pixel: a slide of 1280 by 720 is 13.333 by 7.5 inches
DASHES = (MSO_LINE_DASH_STYLE.SOLID, MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.ROUND_DOT,
          MSO_LINE_DASH_STYLE.DASH_DOT, MSO_LINE_DASH_STYLE.LONG_DASH, MSO_LINE_DASH_STYLE.LONG_DASH_DOT)  # fmt: skip
MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND,
           XL_MARKER_STYLE.STAR, XL_MARKER_STYLE.PLUS)  # fmt: skip
TYPE = "Arial"  # on nearly every machine, or one of the same widths


class Place(tuple[float, float, float, float]):
    """Left, top, width and height on a slide, in pixels."""

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        left, top, width, height = (Emu(round(v * PX)) for v in self)
        return left, top, width, height


def rgb(colour: str) -> Any:
    return RGBColor.from_string(colour.removeprefix("#").upper())


def bar_chart(shapes: Any, place: Place, made: Laid, shown: Bars, words: Words) -> Any:
    """Lower bounds as bars, and what reaches up to the upper bound on top of them, striped."""
    data = CategoryChartData(number_format="General")
    names = [words("take.bar", name=bar.name, figure=bar.printed) for bar in shown.bars]
    data.categories = [name.replace("   ", "\n") for name in names] if shown.is_upright else names
    data.add_series(words("take.low"), [bar.shown.low if bar.shown else None for bar in shown.bars])
    reach = [bar.shown.high - bar.shown.low if bar.shown else None for bar in shown.bars]
    data.add_series(words("take.reach"), reach)
    kind = XL_CHART_TYPE.COLUMN_STACKED if shown.is_upright else XL_CHART_TYPE.BAR_STACKED
    frame = shapes.add_chart(kind, *place.emu, data)
    chart = frame.chart
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 35, 100
    solid, striped = plot.series
    solid.format.fill.solid()
    solid.format.fill.fore_color.rgb = rgb(made.colour("bar"))
    striped.format.fill.patterned()
    striped.format.fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
    striped.format.fill.fore_color.rgb = rgb(made.colour("bar"))
    striped.format.fill.back_color.rgb = rgb(made.colour("paper"))
    chart.value_axis.minimum_scale = 0
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    chart.category_axis.reverse_order = not shown.is_upright
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _plain(chart, made, 11 if len(shown.bars) > 14 else 14)
    _legend(chart, made, is_shown=any(reach))
    return frame


def line_chart(shapes: Any, place: Place, made: Laid, shown: Lines) -> Any:
    """A line for the exact figures of each country, thin ones for the bounds of ranges; gaps stay gaps."""
    data = CategoryChartData(number_format="General")
    data.categories = [str(year) for year in shown.years]
    for line in shown.lines:
        data.add_series(line.name, line.values)
    frame = shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *place.emu, data)
    chart = frame.chart
    for line, series in zip(shown.lines, chart.plots[0].series, strict=True):
        colour = rgb(made.colour(f"hue-{line.place}"))
        series.smooth = False
        series.format.line.color.rgb = colour
        series.format.line.width = Pt(1 if line.is_bound else 2.5)
        series.format.line.dash_style = MSO_LINE_DASH_STYLE.SQUARE_DOT if line.is_bound else DASHES[line.place]
        series.marker.style = XL_MARKER_STYLE.DASH if line.is_bound else MARKERS[line.place]
        series.marker.size = 7
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour
        series.marker.format.line.color.rgb = colour
    chart.value_axis.minimum_scale = 0
    chart.value_axis.major_gridlines.format.line.color.rgb = rgb(made.colour("line"))
    chart.value_axis.format.line.fill.background()
    _plain(chart, made, 13)
    _legend(chart, made, is_shown=True)
    return frame


def _plain(chart: Any, made: Laid, size: float) -> None:
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.name = TYPE
    chart.font.color.rgb = rgb(made.colour("ink"))
    for axis in (chart.category_axis, chart.value_axis):
        axis.format.line.color.rgb = rgb(made.colour("edge"))


def _legend(chart: Any, made: Laid, *, is_shown: bool) -> None:
    chart.has_legend = is_shown
    if is_shown:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(12)
        chart.legend.font.color.rgb = rgb(made.colour("ink"))
