"""Stripes of a slide as small pictures that repeat: they are as wide as on the wall in every program, where the
patterns of the format are hairlines in some."""

from functools import lru_cache
from math import sqrt
from struct import pack
from zlib import crc32

from components.drawing.colours import Scheme
from components.drawing.marks import Drawing, Hatch, Mark, rect, rule
from components.files.png import png
from components.files.slide_format import EMU

FINE = 2.0  # pixels of a unit, about
METRE = 36_000_000  # EMU
HEAD = 33  # bytes of a PNG before what may tell its size


def tile(hatch: Hatch, scheme: Scheme, side: float = 0) -> bytes:
    """A square that meets itself on all sides: one stripe, or as many as fit evenly into so many units."""
    ground = hatch.ground if hatch.ground == "none" else scheme(hatch.ground)
    return _drawn(hatch._replace(ground=ground, line=scheme(hatch.line)), round(side, 2))


@lru_cache(maxsize=256)
def _drawn(hatch: Hatch, side: float) -> bytes:
    is_slanted = hatch.angle not in (0.0, 90.0)
    along = hatch.step * (sqrt(2) if is_slanted else 1)  # from stripe to stripe on a side of the square
    number = max(1, round(side / along))
    side = side or along
    pixels = max(1, round(side * FINE / number)) * number
    period = pixels / number
    width = hatch.width * period / along
    ground: list[Mark] = [] if hatch.ground == "none" else [rect(0, 0, pixels, pixels, hatch.ground)]
    stripes = (_stripe(hatch, n * period, pixels, width) for n in range(2 * number + 1 if is_slanted else number))
    return _sized(png(Drawing(pixels, pixels, (*ground, *stripes))), pixels / side)


def _stripe(hatch: Hatch, at: float, side: float, width: float) -> Mark:
    """One stripe, which reaches over the square at both ends."""
    if hatch.angle == 90.0:
        return rule(0, at + width / 2, side, at + width / 2, hatch.line, width)
    if hatch.angle == 0.0:
        return rule(at + width / 2, 0, at + width / 2, side, hatch.line, width)
    low, high = -side, 2 * side
    if hatch.angle > 0:  # rises to the right
        return rule(low, at - low, high, at - high, hatch.line, width)
    return rule(low, low + at - side, high, high + at - side, hatch.line, width)


def _sized(data: bytes, fine: float) -> bytes:
    """The picture says how large it is, in so many pixels of a unit: else a program takes it for one of a screen."""
    per_metre = round(fine * METRE / EMU)
    told = b"pHYs" + pack(">IIB", per_metre, per_metre, 1)
    return data[:HEAD] + pack(">I", 9) + told + pack(">I", crc32(told)) + data[HEAD:]
