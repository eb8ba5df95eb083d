"""Lines over the years for the wall: the figure of the page, with thick lines and large type."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from components.figures.axes import Ground
from components.figures.time_series import Line, time_series
from components.render.figure_svg import svg
from components.url.choices import Hall

WIDTH, HEIGHT = 1500, {Hall.NEAR: 600, Hall.DEEP: 480}
TYPE = {Hall.NEAR: 30, Hall.DEEP: 60}  # units: a fiftieth and a twenty-fifth of the picture also at 4:3
THICK = 7


def lines(drawn: Sequence[Line], ground: Ground, label: str, hall: Hall) -> Markup:
    """The picture: each line named at its end by its name alone, and found by its code while it is spoken of."""
    size = TYPE[hall]
    shown = [_large(line, size, is_named=len(drawn) > 1) for line in drawn]
    figure = time_series(shown, replace(ground, size=size, width=WIDTH * 0.6), HEIGHT[hall])
    codes = {line.name: line.code or line.name for line in drawn}
    data = [trace | {"uid": f"line-{codes[trace['name']]}"} for trace in figure["data"]]
    made = svg({"data": data, "layout": figure["layout"]}, WIDTH, HEIGHT[hall], label=label)
    return Markup('<div class="wall-lines">{}</div>').format(made)


def _large(line: Line, size: int, *, is_named: bool) -> Line:
    look = line.look._replace(width=THICK, size=size * 0.6)
    return replace(line, look=look, end=line.name if is_named else "")
