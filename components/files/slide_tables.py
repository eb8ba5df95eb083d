"""A table as a native one on a slide, without the bars in its cells: it can be opened, read and edited there."""

from typing import Any, NamedTuple

from lxml.etree import SubElement
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from components.drawing.colours import Scheme
from components.files.slide_charts import PX, TYPE, Place, rgb
from components.files.table_grid import Grid, Placed, column_widths, grid, lines_of, runs_of, words_of
from components.tables.table import Table
from components.theme import LINE, PAPER

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)  # px of type, the largest that fits is taken
SIDE = 4  # px left and right of a text
LEADING = 1.3
WIDER = 1.05  # the letters of the slide against those that are measured
STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "no style, no grid" of the format
ALIGNED = {"right": PP_ALIGN.RIGHT, "centre": PP_ALIGN.CENTER, "left": PP_ALIGN.LEFT}


class _Fit(NamedTuple):
    """A size of type in pixels, the widths of the columns and the heights of the rows that have room."""

    size: float
    widths: list[float]
    heights: list[float]


def table(shapes: Any, place: Place, shown: Table, scheme: Scheme) -> tuple[Any, bool]:
    """The native table, with as many rows as there is room for; and whether it is whole."""
    found = read(grid(shown))
    fits = [_fit(found, size, place) for size in SIZES]
    fit = next((each for each in fits if len(each.heights) == found.rows), fits[-1])
    rows = len(fit.heights)
    frame = shapes.add_table(rows, found.columns, *Place((*place[:2], sum(fit.widths), sum(fit.heights))).emu)
    native = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = STYLE
    native.horz_banding = False
    for column, wide in zip(native.columns, fit.widths, strict=True):
        column.width = Emu(round(wide * PX))
    for line, tall in zip(native.rows, fit.heights, strict=True):
        line.height = Emu(round(tall * PX))
        for each in line.cells:  # else an empty cell is as tall as 18 points
            each.text_frame.paragraphs[0]._p.get_or_add_endParaRPr().set("sz", str(round(fit.size * 75)))
    for cell in found.cells:
        if cell.row < rows:
            _fill(native, cell, fit.size, rows, scheme)
    return frame, rows == found.rows


def read(found: Grid) -> Grid:
    """The columns that have text of their own: one of bars has none."""
    kept = [c for c in range(found.columns) if any(_has_text(each, c, found.heads) for each in found.cells)]
    cells = []
    for each in found.cells:
        places = [place for place, column in enumerate(kept) if column in each.columns]
        if places:
            cells.append(each._replace(cell=each.cell._replace(across=len(places), marks=()), column=places[0]))
    return found._replace(cells=tuple(cells), columns=len(kept))


def _has_text(each: Placed, column: int, heads: int) -> bool:
    return each.column == column and each.cell.across == 1 and each.row >= heads and bool(words_of(each))


def _fit(found: Grid, size: float, place: Place) -> _Fit:
    """How a table is laid out in a size of type."""
    _, _, room, tall = place
    widths = [wide * WIDER for wide in column_widths(found, room / WIDER, size)]
    scale = min(room / sum(widths), 1.25)
    widths = [wide * scale for wide in widths]
    heights = [size * LEADING + 3.0] * found.rows
    for each in found.cells:
        if each.cell.down == 1:
            inner = sum(widths[c] for c in each.columns) - 2 * SIDE
            lines = len(lines_of(words_of(each), size, max(inner / WIDER, 8.0)))
            heights[each.row] = max(heights[each.row], lines * size * LEADING + 3)
    used, fitting = 0.0, 0
    for height in heights:
        used += height
        fitting += used <= tall
    return _Fit(size, widths, heights[: max(fitting, 1)])


def _fill(native: Any, each: Placed, size: float, rows: int, scheme: Scheme) -> None:
    target = native.cell(each.row, each.column)
    bottom = min(rows, each.rows.stop) - 1
    if each.cell.across > 1 or bottom > each.row:
        target.merge(native.cell(bottom, each.columns[-1]))
    target.margin_left = target.margin_right = Emu(PX * SIDE)
    target.margin_top = target.margin_bottom = Emu(0)
    target.vertical_anchor = MSO_ANCHOR.MIDDLE
    target.fill.solid()
    target.fill.fore_color.rgb = rgb(scheme(each.look.fill or PAPER))
    if each.look.edge:
        _edges(target, scheme(each.look.edge), ("a:lnL", "a:lnR", "a:lnT", "a:lnB"), 1.75)
    else:
        _edges(target, scheme(LINE), ("a:lnB",), 0.5)
    for nth, words in enumerate(words_of(each)):
        paragraph = target.text_frame.paragraphs[0] if nth == 0 else target.text_frame.add_paragraph()
        paragraph.alignment = ALIGNED[each.look.align]
        for nth_run, run_of in enumerate(runs_of(words)):
            run = paragraph.add_run()
            run.text = f" {run_of.text}" if nth_run else run_of.text
            run.font.size, run.font.name, run.font.bold = Pt(size * 0.75), TYPE, run_of.weight == 600
            run.font.color.rgb = rgb(scheme(run_of.ink))


def _edges(target: Any, colour: str, sides: tuple[str, ...], points: float) -> None:
    """Lines at sides of a cell; the format's library has no call for them. They stand before the cell's ground."""
    properties = target._tc.get_or_add_tcPr()
    for place, side in enumerate(sides):
        line = SubElement(properties, qn(side), {"w": str(Pt(points))})
        properties.insert(place, line)
        SubElement(SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), {"val": colour.removeprefix("#")})
