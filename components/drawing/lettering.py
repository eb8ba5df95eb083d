"""The text of a figure as lines: plotly's few tags (`<b>`, `<br>`) read, and each line set in its place."""

import re
from collections.abc import Sequence
from html import unescape
from math import cos, radians, sin

from components.drawing.colours import solid
from components.drawing.fonts import OVER, UNDER, printable
from components.drawing.fonts import width as measured
from components.drawing.marks import Text
from components.theme import Figure

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"(<[^<>]+>)")
LEADING = 1.3  # from one line to the next, of the size
BOLD = ("bold", "600", "700", "800", "900")

Line = tuple[tuple[str, int], ...]  # stretches of letters with their weight


def lines_of(text: object, weight: int = 400) -> list[Line]:
    """The lines of a text of a figure. What is empty has one line without letters."""
    is_bold = 0
    found: list[Line] = []
    for line in re.split(BREAK, str(text)):
        parts: list[tuple[str, int]] = []
        for piece in re.split(TAG, line):
            if TAG.fullmatch(piece):
                is_bold += {"<b>": 1, "<strong>": 1, "</b>": -1, "</strong>": -1}.get(piece.lower(), 0)
            elif piece:
                parts.append((printable(unescape(piece)), 600 if is_bold else weight))
        found.append(tuple(parts))
    return found


def weight_of(font: Figure) -> int:
    return 600 if str(font.get("weight", "")) in BOLD else 400


def width(lines: Sequence[Line], size: float) -> float:
    """Of the longest line."""
    return max((sum(measured(text, size, weight) for text, weight in line) for line in lines), default=0)


def height(lines: Sequence[Line], size: float) -> float:
    """From the top of the box of the first line to the bottom of that of the last."""
    return round(OVER * size) + round(UNDER * size) + (len(lines) - 1) * LEADING * size


def set_lines(
    lines: Sequence[Line], x: float, y: float, font: Figure, anchor: str = "start", turned: float = 0
) -> list[Text]:
    """Lines below each other, the baseline of the first at y. `turned` degrees turns them about x and y."""
    size = float(font["size"])
    colour, opacity = solid(font["color"])
    halo = str(font.get("halo") or "")
    angle = radians(turned)
    made = []
    for number, line in enumerate(lines):
        letters = "".join(text for text, _ in line)
        if not letters.strip() or not opacity:
            continue
        down = number * LEADING * size
        at = (x - down * sin(angle), y + down * cos(angle))
        parts = line if len(line) > 1 else ()
        made.append(Text(letters, *at, size, colour, line[0][1], halo, turned, anchor, parts))
    return made
