"""A QR code as squares, which any renderer draws."""

from markupsafe import Markup

from components.drawing.marks import Drawing, Op, Shape, box_ops, rect
from components.drawing.svg import small

DARK, LIGHT = "#000000", "#fefefe"  # no colours of a scheme: readers want dark upon light
QUIET = 2  # squares of free room around a code


def code(address: str) -> Drawing:
    """A code of one unit a square, with the free room around it."""
    import segno  # loaded with the first code

    rows = [list(row) for row in segno.make(address, error="m").matrix_iter(border=QUIET)]
    ops: list[Op] = [
        op for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark for op in box_ops(x, y, 1, 1)
    ]
    side = float(len(rows))
    return Drawing(side, side, (rect(0, 0, side, side, LIGHT), Shape(tuple(ops), DARK)))


def squares(address: str) -> Markup:
    """The same as SVG: dark upon light in any scheme, as readers want it."""
    return small(code(address))
