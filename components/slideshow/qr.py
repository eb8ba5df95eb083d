"""A QR code, for any renderer. What draws it is loaded with the first one, for who reads pages needs none."""

from typing import Any

from markupsafe import Markup

from components.drawing.marks import Drawing, Op, Shape, box_ops, rect

DARK, LIGHT = "#000000", "#fefefe"  # no colours of a scheme: readers want dark upon light
QUIET = 2  # squares of free room around a code


def code(address: str) -> Drawing:
    """A code of one unit a square, with the free room around it."""
    rows = [list(row) for row in _made(address).matrix_iter(border=QUIET)]
    ops: list[Op] = [
        op for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark for op in box_ops(x, y, 1, 1)
    ]
    side = float(len(rows))
    return Drawing(side, side, (rect(0, 0, side, side, LIGHT), Shape(tuple(ops), DARK)))


def squares(address: str) -> Markup:
    """The same as SVG: dark upon light in any scheme, as readers want it."""
    return Markup(_made(address).svg_inline(border=QUIET, omitsize=True, dark="#000", light="#fff"))


def _made(address: str) -> Any:
    import segno

    return segno.make(address, error="m", micro=False)
