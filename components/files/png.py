"""A drawing as PNG, drawn by typst with the bundled fonts and no others. typst is loaded with the first picture."""

from dataclasses import replace

from components.drawing.marks import Drawing
from components.drawing.svg import svg

MOST = 16_000  # pixels: no side of a picture is longer


def png(drawing: Drawing, scale: float = 1) -> bytes:
    """The pixels of a drawing, `scale` to a unit."""
    from components.files.typeset import pixels

    scale = min(scale, MOST / drawing.width, MOST / drawing.height)
    wide, tall = round(drawing.width * scale), round(drawing.height * scale)
    whole = replace(drawing, width=wide / scale, height=tall / scale)  # else letters would be drawn between pixels
    return pixels(svg(whole, "", "", "en", fonts=False), wide, tall)
