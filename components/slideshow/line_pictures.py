"""Lines over the years on a slide: the figure of the page, with thick lines and large type."""

from collections.abc import Sequence
from dataclasses import replace

from components.drawing.fonts import width
from components.figures.axes import Ground
from components.figures.time_series import GLYPH, Line, time_series
from components.slideshow.composed import Block, Chart
from components.slideshow.lettering import GAP, height, moved
from components.slideshow.picture import Room
from components.url.choices import Hall

TYPE = {Hall.NEAR: 30, Hall.DEEP: 48}  # units
THICK, MARK = 7, 20  # units: a line, and a mark
SCALE = 9  # letters of the room for the numbers of a scale, and of the gaps


def lines(drawn: Sequence[Line], ground: Ground, label: str, room: Room, below: Sequence[Block] = ()) -> list[Block]:
    """The picture: each line named at its end by its name alone, and found by its code while it is spoken of; with what
    stands `below` it."""
    size, place = TYPE[room.hall], room.place
    place = place._replace(height=place.height - (height(below) + GAP if below else 0))
    shown = [_large(line, is_named=len(drawn) > 1) for line in drawn]
    beside = SCALE + max((len(line.end) for line in shown), default=0)  # letters, left and right of the years
    figure = time_series(
        shown, replace(ground, size=size, width=place.width - beside * size * GLYPH), int(place.height)
    )
    end = max((width(line.end, size, 600) for line in shown), default=0)
    figure["layout"]["margin"]["r"] = round(end + size * (1.2 if end else 1))
    codes = {line.name: line.code or line.name for line in drawn}
    data = [trace | {"uid": f"line-{codes[trace['name']]}"} for trace in figure["data"]]
    chart = Chart(place, {"data": data, "layout": figure["layout"]}, 1, label, "lines")
    return [chart, *moved(below, place.bottom + GAP - min((each.place.top for each in below), default=0))]


def _large(line: Line, *, is_named: bool) -> Line:
    look = line.look._replace(width=THICK, size=MARK)
    return replace(line, look=look, end=line.name if is_named else "")
