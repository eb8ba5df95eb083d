"""The looks that plotly has names for: marks, dashes and patterns, as it draws them."""

from collections.abc import Sequence
from math import cos, radians, sin, sqrt

from components.drawing.colours import solid
from components.drawing.marks import CLOSE, Drawing, Hatch, Op, Shape, line_ops
from components.figures.time_series import Look
from components.theme import PAPER, Figure

SWATCH = (30.0, 14.0)  # pixels of the look of a line
BEND = 0.5523  # of a radius: how far the handles of a quarter of a circle reach
ANGLES = {"/": 45.0, "\\": -45.0, "-": 90.0, "|": 0.0}
TURNED = {"triangle-up": 0, "triangle-right": 90, "triangle-down": 180, "triangle-left": 270}


def symbol(name: str, x: float, y: float, radius: float, angle: float = 0) -> tuple[Op, ...]:
    """A mark around a point, turned by `angle` degrees. Raises KeyError for one that is not drawn."""
    name = name.removesuffix("-open")
    if name == "circle":
        return ellipse(x, y, radius, radius)
    turn = radians(angle + TURNED.get(name, 0))
    across, up = cos(turn), sin(turn)
    points = [
        (x + radius * (a * across - b * up), y + radius * (a * up + b * across))
        for a, b in OUTLINES["triangle-up" if name in TURNED else name]
    ]
    return line_ops(points, closed=name not in STROKES)


def ellipse(x: float, y: float, a: float, b: float) -> tuple[Op, ...]:
    """An ellipse about a point; `a` and `b` are its half-axes, across and down."""
    k, m = a * BEND, b * BEND
    return (
        ("M", (x + a, y)),
        ("C", (x + a, y + m, x + k, y + b, x, y + b)),
        ("C", (x - k, y + b, x - a, y + m, x - a, y)),
        ("C", (x - a, y - m, x - k, y - b, x, y - b)),
        ("C", (x + k, y - b, x + a, y - m, x + a, y)),
        CLOSE,
    )


def _plus(arm: float, half: float) -> list[tuple[float, float]]:
    """The outline of a cross: its arms reach `arm`, and are twice `half` thick."""
    quarter = [(half, -arm), (half, -half), (arm, -half)]
    found = []
    for _ in range(4):
        found += quarter
        quarter = [(-b, a) for a, b in quarter]
    return found


def _saltire() -> list[tuple[float, float]]:
    d = 0.8 / sqrt(2)
    steps = [(0, d), (d, 2 * d), (2 * d, d), (d, 0), (2 * d, -d), (d, -2 * d), (0, -d), (-d, -2 * d), (-2 * d, -d),
             (-d, 0), (-2 * d, d), (-d, 2 * d)]  # fmt: skip
    return [(float(a), float(b)) for a, b in steps]


WIDE = 2 / sqrt(3)
OUTLINES: dict[str, Sequence[tuple[float, float]]] = {
    "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "diamond": [(1.3, 0), (0, 1.3), (-1.3, 0), (0, -1.3)],
    "triangle-up": [(-WIDE, 0.5), (WIDE, 0.5), (0, -1)],
    "cross": _plus(1.2, 0.4),
    "x": _saltire(),
    "line-ns": [(0, -1.4), (0, 1.4)],
    "line-ew": [(-1.4, 0), (1.4, 0)],
}
STROKES = frozenset({"line-ns", "line-ew"})


def dash(name: object, width: float) -> tuple[float, ...]:
    """The lengths of a dash, from its name or its own list (`5px,3px`)."""
    text = str(name or "solid")
    long = max(width, 3)
    named = {
        "solid": (),
        "dot": (long,) * 2,
        "dash": (3 * long,) * 2,
        "longdash": (5 * long,) * 2,
        "dashdot": (3 * long, long, long, long),
        "longdashdot": (5 * long, 2 * long, long, 2 * long),
    }
    if text in named:
        return named[text]
    return tuple(float(each.strip().removesuffix("px")) for each in text.replace(" ", ",").split(",") if each)


def hatch(pattern: Figure | None, ground: str) -> Hatch | None:
    """The stripes of a fill; `ground` is the fill's own colour. Raises KeyError for a pattern that is not drawn."""
    shape = (pattern or {}).get("shape")
    if not pattern or not shape:
        return None
    size, share = float(pattern.get("size", 8)), float(pattern.get("solidity", 0.3))
    line = pattern.get("fgcolor") or (ground if pattern.get("fillmode", "replace") == "replace" else "#444444")
    behind = pattern.get("bgcolor") or ("none" if pattern.get("fillmode", "replace") == "replace" else ground)
    return Hatch(solid(behind)[0], solid(line)[0], size * share, size, ANGLES[shape])


def swatch(look: Look) -> Drawing:
    """A line with its mark."""
    across, down = SWATCH
    ends = line_ops([(1, down / 2), (across - 1, down / 2)])
    line = Shape(ends, "none", look.hue, look.width, dash(look.dash, look.width))
    return Drawing(*SWATCH, (line, Shape(symbol(look.symbol, across / 2, down / 2, 4), look.hue, PAPER, 1)))
