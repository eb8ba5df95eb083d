"""A drawing as PNG, drawn by resvg with the bundled fonts and no others."""

import resvg_py

from components.drawing.fonts import FAMILY, FILES
from components.drawing.marks import Drawing
from components.drawing.svg import svg

MOST = 16_000  # pixels: no side of a picture is longer


def png(drawing: Drawing, scale: float = 1) -> bytes:
    """The pixels of a drawing, `scale` to a unit."""
    scale = min(scale, MOST / drawing.width, MOST / drawing.height)
    made: bytes = resvg_py.svg_to_bytes(
        svg_string=svg(drawing, "", "", "en", fonts=False),
        skip_system_fonts=True,
        font_files=[str(path) for path in FILES.values()],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        width=round(drawing.width * scale),
    )
    return bytes(made)
