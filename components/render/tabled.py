"""A table of a page as a native one on a slide, without its bars: it can be opened, read and edited there."""

from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from lxml.etree import SubElement
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from components.render.cascade import length
from components.render.charts import PX, TYPE, Place, rgb
from components.render.fonts import weight_of, wrap
from components.render.grids import Cell, Grid, columns, grid
from components.render.sheet import Laid
from components.render.tree import text_of

SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)  # px of type, the largest that fits is taken
SIDE = 4  # px left and right of a text
LEADING = 1.3
STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "no style, no grid" of the format


class _Fit(NamedTuple):
    """A size of type in pixels, the widths of the columns and the heights of the rows that have room."""

    size: float
    widths: list[float]
    heights: list[float]


def table(shapes: Any, place: Place, made: Laid, element: Element) -> tuple[Any, bool]:
    """The native table, with as many rows as there is room for; and whether it is whole."""
    found = grid(made.boxes, element)
    kept = [i for i in range(found.columns) if _is_read(found, i)]
    cells = [(cell, _columns(cell, kept)) for cell in found.cells]
    fits = [_fit(found, kept, made, size, place) for size in SIZES]
    fit = next((each for each in fits if len(each.heights) == len(found.rows)), fits[-1])
    rows = len(fit.heights)
    frame = shapes.add_table(rows, len(kept), *Place((*place[:2], sum(fit.widths), sum(fit.heights))).emu)
    native = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = STYLE
    native.horz_banding = False
    for column, wide in zip(native.columns, fit.widths, strict=True):
        column.width = Emu(round(wide * PX))
    for line, tall in zip(native.rows, fit.heights, strict=True):
        line.height = Emu(round(tall * PX))
    for line in native.rows:
        for each in line.cells:  # else an empty cell is as tall as 18 points
            each.text_frame.paragraphs[0]._p.get_or_add_endParaRPr().set("sz", str(round(fit.size * 75)))
    for cell, span in cells:
        if cell.row < rows and span:
            _fill(native, cell, span, made, fit.size, rows)
    return frame, rows == len(found.rows)


def _is_read(found: Grid, column: int) -> bool:
    """Whether a column has text of its own; one of bars has none."""
    return any(text_of(cell.element) for cell in found.cells if cell.column == column and cell.span == 1 and cell.row)


def _columns(cell: Cell, kept: list[int]) -> list[int]:
    """The places that a cell takes among the columns kept."""
    return [place for place, column in enumerate(kept) if cell.column <= column < cell.column + cell.span]


def _fit(found: Grid, kept: list[int], made: Laid, size: float, place: Place) -> _Fit:
    """How a table is laid out in a size of type."""
    _, _, room, tall = place
    shrunk = size / _type(found, made)
    natural = columns(made.boxes, found, max(room / shrunk, 1.0))
    widths = [natural[i] * shrunk for i in kept]
    scale = min(room / sum(widths), 1.25)
    widths = [wide * scale for wide in widths]
    heights = [size * LEADING + 3.0] * len(found.rows)
    for cell in found.cells:
        places = _columns(cell, kept)
        if places and cell.down == 1:
            inner = sum(widths[i] for i in places) - 2 * SIDE
            lines = len(wrap(text_of(cell.element), size, _weight(cell, made), max(inner, 8.0)))
            heights[cell.row] = max(heights[cell.row], lines * size * LEADING + 3)
    used, fitting = 0.0, 0
    for height in heights:
        used += height
        fitting += used <= tall
    return _Fit(size, widths, heights[:fitting])


def _type(found: Grid, made: Laid) -> float:
    """The size of type that most cells have on screen."""
    sizes = sorted(length(made.boxes.style(cell.element)["font-size"]) for cell in found.cells)
    return sizes[len(sizes) // 2]


def _weight(cell: Cell, made: Laid) -> int:
    return (
        600 if "is-gap" in cell.element.get("class", "") else weight_of(made.boxes.style(cell.element)["font-weight"])
    )


def _fill(native: Any, cell: Cell, span: list[int], made: Laid, size: float, rows: int) -> None:
    target = native.cell(cell.row, span[0])
    bottom = min(rows, cell.row + cell.down) - 1
    if len(span) > 1 or bottom > cell.row:
        target.merge(native.cell(bottom, span[-1]))
    style = made.boxes.style(cell.element)
    target.margin_left = target.margin_right = Emu(PX * SIDE)
    target.margin_top = target.margin_bottom = Emu(0)
    target.vertical_anchor = MSO_ANCHOR.MIDDLE
    ground = made.cascade.colour(style.get("background", "none"))
    target.fill.solid()
    target.fill.fore_color.rgb = rgb(ground if ground.startswith("#") else made.colour("paper"))
    if "outline" in style:
        _edges(target, made.colour("accent"), ("a:lnL", "a:lnR", "a:lnT", "a:lnB"), 1.75)
    else:
        _edges(target, made.colour("line"), ("a:lnB",), 0.5)
    paragraph = target.text_frame.paragraphs[0]
    paragraph.alignment = {"right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}.get(style.get("text-align", ""))
    said = text_of(cell.element)
    if not said:
        return
    run = paragraph.add_run()
    run.text = said
    run.font.size = Pt(size * 0.75)
    run.font.name = TYPE
    run.font.bold = _weight(cell, made) == 600
    ink = made.cascade.colour(style["color"])
    run.font.color.rgb = rgb(ink if ink.startswith("#") else made.colour("ink"))


def _edges(target: Any, colour: str, sides: tuple[str, ...], points: float) -> None:
    """Lines at sides of a cell; the format's library has no call for them. They stand before the cell's ground."""
    properties = target._tc.get_or_add_tcPr()
    for place, side in enumerate(sides):
        line = SubElement(properties, qn(side), {"w": str(Pt(points))})
        properties.insert(place, line)
        SubElement(SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), {"val": colour.removeprefix("#")})
