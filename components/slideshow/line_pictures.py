"""Lines over the years for the wall: the figure of the page, with thick lines and large type."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from components.drawing.figure_svg import svg
from components.figures.axes import Ground
from components.figures.time_series import GLYPH, Line, time_series
from components.url.choices import Hall

WIDTH, HEIGHT = 1500, {Hall.NEAR: 600, Hall.DEEP: 480}
TYPE = {Hall.NEAR: 30, Hall.DEEP: 60}  # units: a fiftieth and a twenty-fifth of the picture also at 4:3
THICK, MARK = 7, 20  # units: a line, and a mark
SCALE = 9  # letters of the room for the numbers of a scale, and of the gaps


def lines(drawn: Sequence[Line], ground: Ground, label: str, hall: Hall) -> Markup:
    """The picture: each line named at its end by its name alone, and found by its code while it is spoken of."""
    size = TYPE[hall]
    shown = [_large(line, is_named=len(drawn) > 1) for line in drawn]
    beside = SCALE + max((len(line.end) for line in shown), default=0)  # letters, left and right of the years
    figure = time_series(shown, replace(ground, size=size, width=WIDTH - beside * size * GLYPH), HEIGHT[hall])
    codes = {line.name: line.code or line.name for line in drawn}
    data = [trace | {"uid": f"line-{codes[trace['name']]}"} for trace in figure["data"]]
    made = svg({"data": data, "layout": figure["layout"]}, WIDTH, HEIGHT[hall], label=label)
    return Markup('<div class="wall-lines">{}</div>').format(made)


def _large(line: Line, *, is_named: bool) -> Line:
    look = line.look._replace(width=THICK, size=MARK)
    return replace(line, look=look, end=line.name if is_named else "")
