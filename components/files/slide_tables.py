"""A grid as a native table of the slide: it can be opened, read and edited there."""

from components.files.slide_format import emu, filled
from components.files.slide_shapes import LINE_BOX, Pen, Run
from components.slideshow.composed import Cell, Grid
from components.theme import EDGE, PAPER

STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # "no style, no grid" of the format
SIDES = ("L", "R", "T", "B")
APART, FRAME, RULE = 2.0, 4.0, 3.0  # units: of the seams between cells, of a frame, of a rule over a group
WITHIN = 0.97  # of a row, the most that the line of its text may take: a row of the format grows with what does not fit


def table(pen: Pen, grid: Grid) -> str:
    """The table as a frame of the slide."""
    columns = "".join(f'<a:gridCol w="{emu(wide)}"/>' for wide in grid.columns)
    rows = "".join(
        f'<a:tr h="{emu(grid.row)}">{"".join(_cell(pen, grid, cell, nth in grid.apart) for cell in row)}</a:tr>'
        for nth, row in enumerate(grid.rows)
    )
    looks = f'<a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{STYLE}</a:tableStyleId></a:tblPr>'
    content = f"<a:tbl>{looks}<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    return pen.frame(grid.place, "table", grid.caption, "table", content)


def _cell(pen: Pen, grid: Grid, cell: Cell, is_apart: bool) -> str:
    size = cell.size or grid.size
    said = pen.paragraph(
        [[Run(cell.text, cell.weight)]], size, cell.ink, min(grid.row * WITHIN, size * LINE_BOX), cell.anchor
    )
    fill = filled(pen.scheme(cell.fill)) if cell.fill else "<a:noFill/>"
    edges = "".join(_edge(pen, side, cell, is_apart=is_apart and side == "T") for side in SIDES)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{said}</a:txBody>"
        f'<a:tcPr marL="0" marR="0" marT="0" marB="0" anchor="ctr">{edges}{fill}</a:tcPr></a:tc>'
    )


def _edge(pen: Pen, side: str, cell: Cell, *, is_apart: bool) -> str:
    colour, wide = (EDGE, RULE) if is_apart else (cell.edge, FRAME) if cell.edge else (PAPER, APART)
    return f'<a:ln{side} w="{emu(wide)}">{filled(pen.scheme(colour))}</a:ln{side}>'
