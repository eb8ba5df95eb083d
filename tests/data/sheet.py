"""What is drawn on the sheet, read back: SVG path data -> polygons, independently of the module that wrote it."""

import re
from itertools import accumulate

import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

RING = re.compile(r"M([^Ml]+)l([^z]+)z")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def rings(path: str) -> list[list[tuple[float, float]]]:
    """The corners of each ring, in units; nothing but rings may stand in the path."""
    assert RING.sub("", path) == ""
    return [_corners(start, steps) for start, steps in RING.findall(path)]


def _corners(start: str, steps: str) -> list[tuple[float, float]]:
    numbers = [float(text) for text in NUMBER.findall(f"{start} {steps}")]
    xs, ys = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return [(round(x, 1), round(y, 1)) for x, y in zip(xs, ys, strict=True)]


def drawn(path: str) -> BaseGeometry:
    """The painted area, in units: rings inside rings are holes, as SVG's even-odd rule has it."""
    area: BaseGeometry = Polygon()
    for ring in rings(path):
        area = area.symmetric_difference(shapely.make_valid(Polygon(ring)))
    return area
