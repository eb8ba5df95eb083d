"""Native charts on a slide: they can be opened, read and edited there. A chart is its plot and nothing else: what is
written around it stands in boxes of text at the places that the slide has for it."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

from xlsxwriter import Workbook

from components.drawing.colours import Scheme
from components.drawing.marks import Hatch
from components.drawing.symbols import dash, hatch
from components.figures.interval_bars import HATCHED
from components.files.slide_format import POINTS, TYPE, filled, stroke
from components.files.slide_series import Bars, Line, Lines
from components.files.slide_stripes import tile
from components.i18n import Words
from components.theme import BAR, PAPER

ROOM = 12  # units around a plot, so that no mark at its edge is cut
SHEET = "Atalaya"
MARKERS = {"circle": "circle", "square": "square", "triangle-up": "triangle", "diamond": "diamond",
           "triangle-down": "star", "cross": "plus"}  # fmt: skip
CAP = 1.4  # of the size of a mark: how wide the end of a range is
SMALLEST, LARGEST = 2, 72  # points of a mark that the format knows
SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
STACKED = '<c:pictureOptions><c:pictureFormat val="stack"/></c:pictureOptions>'
NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


class Column(NamedTuple):
    """A column of the workbook: its head, and what stands below."""

    head: str
    values: Sequence[float | str | None]


class Look(NamedTuple):
    """How what is drawn `scale` units a pixel looks in the colours of a scheme; `tiled` are the colours of stripes, the
    pictures of which the chart has in this order after its workbook."""

    scale: float
    scheme: Scheme
    tiled: tuple[str, ...] = ()

    def solid(self, hue: str) -> str:
        return f"<c:spPr>{filled(self.scheme(hue))}<a:ln><a:noFill/></a:ln></c:spPr>"

    def striped(self, hue: str) -> str:
        """As many pictures behind each other as a bar is long: each as high as the bar."""
        relation = f"rId{self.tiled.index(hue) + 2}"
        stripes = f'<a:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
        return f"<c:spPr>{stripes}{stroke(self.scheme(hue), self.scale)}</c:spPr>"

    def line(self, line: Line) -> str:
        """A line with its marks; the bounds of ranges are caps that no line joins."""
        hue, wide = self.scheme(line.hue), line.width * self.scale
        if line.is_bound:
            size = self._points(line.size * CAP)
            mark = f'<c:symbol val="dash"/><c:size val="{size}"/>{self.solid(line.hue)}'
            return f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:marker>{mark}</c:marker>"
        drawn = stroke(hue, wide, [each * self.scale for each in dash(line.dash, line.width)])
        if not line.size:
            return f'<c:spPr>{drawn}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        rim = stroke(self.scheme(PAPER), self.scale)
        mark = f'<c:symbol val="{MARKERS[line.symbol]}"/><c:size val="{self._points(line.size)}"/>'
        mark += f"<c:spPr>{filled(hue)}{rim}</c:spPr>"
        return f"<c:spPr>{drawn}</c:spPr><c:marker>{mark}</c:marker>"

    def _points(self, size: float) -> int:
        return min(LARGEST, max(SMALLEST, round(size * self.scale * POINTS)))

    def reach(self, line: Line, letter: str) -> str:
        """Ranges from the lower bound up, whose lengths stand in a column of the workbook."""
        return (
            '<c:errBars><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
            f"<c:plus>{_numbers(letter, line.reach)}</c:plus>"
            f"<c:spPr>{stroke(self.scheme(line.hue), line.width * self.scale)}</c:spPr></c:errBars>"
        )


class Native(NamedTuple):
    """A chart as its part of the file, the workbook that holds its figures, and the pictures of its stripes."""

    chart: bytes
    workbook: bytes
    tiles: tuple[bytes, ...] = ()


def native(shown: Bars | Lines, scale: float, scheme: Scheme, words: Words, day: str) -> Native:
    """A chart whose figure is drawn `scale` units a pixel; `day` (ISO) is when its workbook says that it was made."""
    tiles: tuple[bytes, ...] = ()
    if isinstance(shown, Bars):
        hues = _tiled(shown)
        plot = _bar_chart(shown, words, Look(scale, scheme, hues))
        tiles = tuple(tile(_stripes(hue, scale), scheme, _thickness(shown) * scale) for hue in hues)
        columns = [Column("", shown.names), *_bar_columns(shown, words), Column(words("take.printed"), shown.printed)]
    else:
        plot = _line_chart(shown, words, Look(scale, scheme))
        columns = [Column("", [str(year) for year in shown.years]), *_line_columns(shown, words)]
    return Native(_space(plot, shown, scale), _workbook(columns, day), tiles)


def _workbook(columns: Sequence[Column], day: str) -> bytes:
    packed = BytesIO()
    with Workbook(packed, {"in_memory": True}) as book:
        book.set_properties({"created": date.fromisoformat(day)})
        sheet = book.add_worksheet(SHEET)
        for nth, column in enumerate(columns):
            sheet.write_string(0, nth, column.head)
            for row, value in enumerate(column.values, 1):
                if isinstance(value, str):
                    sheet.write_string(row, nth, value)
                elif value is not None:
                    sheet.write_number(row, nth, value)
    return packed.getvalue()


# ---- the parts of a chart ----


def _space(plot: str, shown: Bars | Lines, scale: float) -> bytes:
    left, top, right, bottom = (each * scale for each in shown.plot)
    across, up = right - left + 2 * ROOM, bottom - top + 2 * ROOM
    inner = (("x", ROOM / across), ("y", ROOM / up), ("w", 1 - 2 * ROOM / across), ("h", 1 - 2 * ROOM / up))
    laid = "".join(f'<c:{name} val="{share:.6f}"/>' for name, share in inner)
    return (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?><c:chartSpace {SPACES}>"
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout>'
        '<c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{laid}</c:manualLayout></c:layout>{plot}{NOTHING}</c:plotArea>"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{NOTHING}<c:txPr><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:pPr><a:defRPr sz="1400"><a:latin typeface="{TYPE}"/></a:defRPr></a:pPr><a:endParaRPr lang="en"/></a:p>'
        '</c:txPr><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    ).encode()


def _scales(ends: tuple[float, float], *, is_lying: bool, is_between: bool) -> str:
    """Both axes, which are not drawn: the marks around the plot say what they would."""
    low, high = sorted(ends)
    turned = "maxMin" if ends[0] > ends[1] else "minMax"
    plain = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    along, up = ("l", "b") if is_lying else ("b", "l")
    between = "between" if is_between else "midCat"
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{"maxMin" if is_lying else "minMax"}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{along}"/>{plain}<c:crossAx val="2"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="{turned}"/>'
        f'<c:max val="{high:g}"/><c:min val="{low:g}"/></c:scaling><c:delete val="1"/><c:axPos val="{up}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{plain}'
        f'<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="{between}"/></c:valAx>'
    )


def _series(
    nth: int, column: Column, look: str, names: Sequence[float | str | None], after: str = "", end: str = ""
) -> str:
    letter, last = chr(ord("B") + nth), len(names) + 1
    return (
        f'<c:ser><c:idx val="{nth}"/><c:order val="{nth}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(column.head)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{look}{after}<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{_points(names)}</c:strCache>"
        f"</c:strRef></c:cat><c:val>{_numbers(letter, column.values)}</c:val>{end}</c:ser>"
    )


def _numbers(letter: str, values: Sequence[float | str | None]) -> str:
    return (
        f"<c:numRef><c:f>{SHEET}!${letter}$2:${letter}${len(values) + 1}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{_points(values)}</c:numCache></c:numRef>"
    )


def _points(values: Sequence[float | str | None]) -> str:
    found = (
        f'<c:pt idx="{nth}"><c:v>{escape(value) if isinstance(value, str) else f"{value:.12g}"}</c:v></c:pt>'
        for nth, value in enumerate(values) if value is not None
    )  # fmt: skip
    return f'<c:ptCount val="{len(values)}"/>{"".join(found)}'


# ---- bars ----


def _bar_columns(shown: Bars, words: Words) -> list[Column]:
    reach = [Column(words("take.reach"), shown.reach)] if any(shown.reach) else []
    return [Column(words("take.low"), shown.low), *reach]


def _common(shown: Bars) -> str:
    """The colour of most bars."""
    told = [hue for hue, low in zip(shown.hues, shown.low, strict=True) if low is not None]
    return max(dict.fromkeys(told), key=told.count, default=BAR)


def _tiled(shown: Bars) -> tuple[str, ...]:
    """The colours of what is striped, that of most bars first; none where nothing is."""
    found = [hue for hue, reach in zip(shown.hues, shown.reach, strict=True) if reach]
    return tuple(dict.fromkeys([_common(shown), *found])) if found else ()


def _stripes(hue: str, scale: float) -> Hatch:
    """Those of the figure, `scale` times as large."""
    found = hatch(HATCHED["pattern"] | {"fgcolor": hue, "bgcolor": PAPER}, hue)
    assert found  # noqa: S101 - it is a pattern
    return found._replace(width=found.width * scale, step=found.step * scale)


def _thickness(shown: Bars) -> float:
    """Of a bar, in pixels of the figure."""
    _, top, _, bottom = shown.plot
    return (bottom - top) / len(shown.names) * shown.thick


def _bar_chart(shown: Bars, words: Words, look: Look) -> str:
    """Lower bounds as bars, and what reaches up to the upper bound on top of them, striped; each bar in its colour."""
    common = _common(shown)
    series = ""
    fills = ((look.solid, ""), (look.striped, STACKED))
    for nth, (column, (fill, stacked)) in enumerate(zip(_bar_columns(shown, words), fills, strict=False)):
        others = "".join(
            f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/>{fill(hue)}{stacked}</c:dPt>'
            for n, (hue, value) in enumerate(zip(shown.hues, column.values, strict=True))
            if value and hue != common
        )
        series += _series(nth, column, fill(common), shown.names, f'<c:invertIfNegative val="0"/>{stacked}{others}')
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{round((1 - shown.thick) / shown.thick * 100)}"/><c:overlap val="100"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{_scales(shown.ends, is_lying=True, is_between=True)}'
    )


# ---- lines ----


def _line_columns(shown: Lines, words: Words) -> list[Column]:
    """The figures of each line, and behind the lower bounds of ranges what reaches above each."""
    columns = []
    for line in shown.lines:
        columns.append(Column(line.name, line.values))
        columns += [Column(words("take.reach"), line.reach)] if line.reach else []
    return columns


def _line_chart(shown: Lines, words: Words, look: Look) -> str:
    """A line for the exact figures of each name, gaps stay gaps; a range reaches from bound to bound, with a cap at
    both."""
    names, columns = [str(year) for year in shown.years], _line_columns(shown, words)
    made, nth = "", 0
    for line in shown.lines:
        reach = look.reach(line, chr(ord("C") + nth)) if line.reach else ""
        made += _series(nth, columns[nth], look.line(line), names, reach, '<c:smooth val="0"/>')
        nth += 2 if line.reach else 1
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{made}<c:marker val="1"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        + _scales(shown.ends, is_lying=False, is_between=len(names) == 1)
    )
