"""Native charts of slides: they have the figures of the page's figure, and lie where the slide has them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image, ImageChops, ImageColor
from slides_opened import packed, shapes_of, texts

from components.drawing.colours import light
from components.drawing.marks import Hatch, Shape
from components.figures.axes import Ground
from components.figures.interval_bars import Bar, Group, interval_bars
from components.figures.joining import Point
from components.figures.time_series import LOOKS, Line, time_series
from components.files.slide_charts import ROOM
from components.files.slide_format import EMU
from components.files.slide_series import Bars, Lines, charted
from components.files.slide_stripes import tile
from components.i18n import Words as Say
from components.slideshow.composed import Chart, Place
from components.slideshow.slide_drawing import marks
from components.theme import ACCENT, BAR, PAPER, Figure
from data.dataset import Dataset
from data.interval import Interval

WIDE, SCALE = 1776.0, 2.4
NEARLY = 48  # of 255: what smoothed edges differ by, and no step of a stripe
NAMES = st.text("abcdefghij", min_size=1, max_size=6)


def charts(shapes: Sequence[Any]) -> list[Any]:
    return [shape.chart for shape in shapes if shape.has_chart]


def drawn(figure: Figure, tall: float = 700) -> Chart:
    return Chart(Place(72, 220, WIDE, tall), figure, SCALE, "What it says", "bars")


def of_bars(*bars: Bar) -> Chart:
    figure = interval_bars([Group("", bars)])
    return drawn(figure, figure["layout"]["height"] * SCALE)


def of_lines(*lines: Line, years: range = range(2015, 2024)) -> Chart:
    return drawn(time_series(lines, Ground(years, lambda mark: f"{mark:g}")))


def test_bars_are_lower_bounds_and_striped_what_reaches_above_them(small: Dataset) -> None:
    """Nothing published is no zero, and a zero is one."""
    shapes = shapes_of(
        small,
        of_bars(
            Bar("Bolivia", Interval(50, 50), "50"), Bar("Spain", Interval(30, 34), "30–34"),
            Bar("Chile", Interval(0, 4), "<5"), Bar("Cuba", None, "not published"),
            Bar("Peru", Interval(0, 0), "0", hue=ACCENT),
        ),
    )  # fmt: skip
    (frame,) = (shape for shape in shapes if shape.has_chart)
    chart = frame.chart
    low, reach = chart.plots[0].series
    assert list(chart.plots[0].categories) == ["Bolivia", "Spain", "Chile", "Cuba", "Peru"]
    assert list(low.values) == [50, 30, 0, None, 0]
    assert list(reach.values) == [None, 4, 4, None, None]
    assert f"#{low.format.fill.fore_color.rgb}".lower() == BAR
    (relation,) = reach._element.xpath("c:spPr/a:blipFill/a:blip/@r:embed")
    assert reach._element.xpath("c:pictureOptions/c:pictureFormat/@val") == ["stack"]
    stripes = Image.open(BytesIO(chart.part.related_part(relation).blob))
    told = set(zip(*[iter(stripes.convert("RGB").tobytes())] * 3, strict=True))
    assert {ImageColor.getrgb(BAR), ImageColor.getrgb(PAPER)} <= told
    row = (frame.height / EMU - 2 * ROOM) / 5
    high = stripes.height / stripes.info["dpi"][1] * 144
    assert high == pytest.approx(row / (1 + chart.plots[0].gap_width / 100), rel=0.03)  # as high as the bar
    assert {"50", "30–34", "<5", "not published", "0", "Bolivia", "Spain", "Chile", "Cuba", "Peru"} <= set(
        texts(shapes)
    )


@given(st.sampled_from([45.0, -45.0, 90.0, 0.0]), st.integers(6, 30), st.sampled_from([0.0, 41.0, 70.0]))
@settings(max_examples=12)
def test_a_tile_of_stripes_meets_itself_on_all_sides(angle: float, step: int, side: float) -> None:
    """Along a stripe, and from each edge on at the other, nothing changes."""
    drawn = Image.open(BytesIO(tile(Hatch(PAPER, BAR, step * 0.3, step, angle), light, side))).convert("L")
    x, y = {45.0: (1, -1), -45.0: (1, 1), 90.0: (1, 0), 0.0: (0, 1)}[angle]
    along = ImageChops.difference(drawn, ImageChops.offset(drawn, x, y))
    assert max(along.tobytes()) < NEARLY
    assert max(drawn.tobytes()) - min(drawn.tobytes()) > 2 * NEARLY  # there are stripes


def test_each_picture_of_stripes_has_a_name_of_its_own_in_the_file(small: Dataset) -> None:
    """Two colours in a chart, and another height of bars on the next slide, which shows one of the first again."""
    both = of_bars(Bar("Chile", Interval(0, 4), "<5"), Bar("Peru", Interval(1, 4), "1–4", hue=ACCENT))
    taller = both._replace(place=both.place._replace(height=both.place.height * 1.2), scale=both.scale * 1.2)
    names = ZipFile(BytesIO(packed(small, [both, taller], [both]))).namelist()
    assert len(names) == len(set(names))
    assert len([name for name in names if "/media/" in name]) == 4


def test_the_figures_of_a_chart_are_in_its_workbook_with_what_is_printed(small: Dataset, es: Say) -> None:
    (chart,) = charts(shapes_of(small, of_bars(Bar("Chile", Interval(0, 4), "<5"), Bar("Perú", Interval(7, 7), "7"))))
    sheet = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["", es("take.low"), es("take.reach"), es("take.printed")],
        ["Chile", 0, 4, "<5"],
        ["Perú", 7, None, "7"],
    ]


def test_lines_keep_gaps_begin_anew_after_a_break_and_have_bounds_for_ranges(small: Dataset, es: Say) -> None:
    spain = [Point(2015, Interval(10, 10)), Point(2016, Interval(20, 20)), Point(2018, Interval(30, 40)),
             Point(2019, Interval(35, 35)), Point(2020, Interval(50, 50))]  # fmt: skip
    peru = [Point(year, Interval(year - 2000, year - 2000)) for year in range(2016, 2021)]
    chart = of_lines(Line("Spain", spain, LOOKS[0], (2020,)), Line("Peru", peru, LOOKS[1]), years=range(2015, 2021))
    (found,) = charts(shapes_of(small, chart))
    assert list(found.plots[0].categories) == [str(year) for year in range(2015, 2021)]
    assert {series.name: list(series.values) for series in found.plots[0].series} == {
        "Spain": [10, 20, None, None, 35, None],
        es("take.since", name="Spain", year=2020): [None, None, None, None, None, 50],
        es("take.lower", name="Spain"): [None, None, None, 30, None, None],
        es("take.upper", name="Spain"): [None, None, None, 40, None, None],
        "Peru": [None, 16, 17, 18, 19, 20],
    }
    assert found._chartSpace.xpath(".//c:dispBlanksAs/@val") == ["gap"]
    assert [v.text for v in found._chartSpace.xpath(".//c:errBars/c:plus//c:v")] == ["10"]


bounds = st.tuples(st.integers(0, 5000), st.integers(0, 300)).map(lambda pair: Interval(pair[0], sum(pair)))


@given(st.lists(st.tuples(NAMES, st.none() | bounds), min_size=1, max_size=14), st.sampled_from([0, 24]))
def test_a_chart_of_bars_has_the_bounds_of_each_row(
    en: Say, rows: list[tuple[str, Interval | None]], near: int
) -> None:
    bars = [Bar(name, shown, "-" if shown is None else en.interval(shown)) for name, shown in rows]
    figure = interval_bars([Group("", bars)], beside=near)
    ((shown,), rest) = charted(figure, 700, figure["layout"]["height"], en)
    assert isinstance(shown, Bars)
    assert list(shown.names) == [name for name, _ in rows]
    assert list(shown.low) == [None if known is None else known.low for _, known in rows]
    assert list(shown.reach) == [(known.high - known.low or None) if known else None for _, known in rows]
    assert {trace["name"] for trace in rest["data"]} <= {"row", "names", "printed"}


@given(st.dictionaries(st.integers(2010, 2020), bounds, min_size=1), st.sets(st.integers(2011, 2020)))
def test_a_chart_of_lines_has_every_figure_once_and_joins_nothing_over_a_break(
    en: Say, known: dict[int, Interval], broken: set[int]
) -> None:
    points = [Point(year, known[year]) for year in sorted(known)]
    figure = time_series([Line("Peru", points, breaks=sorted(broken))], Ground(range(2010, 2021), str))
    ((shown,), _) = charted(figure, 700, 430, en)
    assert isinstance(shown, Lines)
    exact = [line for line in shown.lines if not line.is_bound]
    told = [(year, v) for line in exact for year, v in zip(shown.years, line.values, strict=True) if v is not None]
    assert sorted(told) == [(year, each.low) for year, each in sorted(known.items()) if each.is_exact]
    for line in exact:
        years = [year for year, value in zip(shown.years, line.values, strict=True) if value is not None]
        assert not any(year in broken and year - 1 in years for year in years)
    for nth, bound in enumerate(line for line in shown.lines if line.is_bound):
        ends = {year: value for year, value in zip(shown.years, bound.values, strict=True) if value is not None}
        assert ends == {year: each[nth] for year, each in known.items() if not each.is_exact}


def test_a_bar_of_a_chart_lies_where_the_slide_has_it(small: Dataset) -> None:
    """The plot within its frame, in units: the bars of the drawing begin and end there."""
    block = of_bars(Bar("Bolivia", Interval(50, 50), "50"), Bar("Spain", Interval(25, 25), "25"))
    frame = next(shape for shape in shapes_of(small, block) if shape.has_chart)
    x, y, w, h = (float(v) for v in frame.chart._chartSpace.xpath(
        ".//c:plotArea/c:layout/c:manualLayout/*[self::c:x or self::c:y or self::c:w or self::c:h]/@val"))  # fmt: skip
    low, high = (float(frame.chart._chartSpace.xpath(f".//c:valAx//c:{end}/@val")[0]) for end in ("min", "max"))
    left, wide = frame.left / EMU + x * frame.width / EMU, w * frame.width / EMU
    solid = [mark for mark in marks(block) if isinstance(mark, Shape) and mark.fill == BAR]
    assert left + (0 - low) / (high - low) * wide == pytest.approx(solid[0].box[0], abs=1)
    assert left + (50 - low) / (high - low) * wide == pytest.approx(solid[0].box[2], abs=1)
    top, tall = frame.top / EMU + y * frame.height / EMU, h * frame.height / EMU
    assert top + tall / 4 == pytest.approx((solid[0].box[1] + solid[0].box[3]) / 2, abs=1)
