"""Two years of several countries, joined by a line each: solid between two exact figures, a band where either is a
range; the earlier figure at the left, the later one and the change at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.figures.axes import OVER, apart, ticks
from components.figures.joining import Point
from components.figures.rooms import NARROW, with_rooms
from components.figures.time_series import GLYPH, Line, Look, traces
from components.theme import INK, LINE, Figure, layout
from data.interval import Interval

HEIGHT, TYPE = 430, 13
HEAD = 34  # pixels over the figures, for the years


@dataclass(frozen=True, slots=True)
class Slope:
    """One country: both figures, its look, what stands at the left and at the right in a wide and in a narrow room,
    what a pointer reads and where a click leads. Where a series breaks in between (`is_joined` False) the two are not
    joined."""

    name: str
    earlier: Interval
    later: Interval
    look: Look
    wide: tuple[str, str]
    narrow: tuple[str, str]
    said: str
    to: str
    is_joined: bool = True


def slope(drawn: Sequence[Slope], years: tuple[int, int]) -> Figure:
    """The two years as two uprights; the figures are joined as those of neighbouring years are."""
    top = ticks(max(max(each.earlier.high, each.later.high) for each in drawn))[-1]
    data = [trace for each in drawn for trace in traces(_line(each))]
    wide = _layout(drawn, years, top, [each.wide for each in drawn])
    narrow = _layout(drawn, years, top, [each.narrow for each in drawn])
    return {"data": data, "layout": with_rooms(wide, [(NARROW, narrow), (None, wide)])}


def _line(each: Slope) -> Line:
    ends = [Point(at, shown, each.said, each.to) for at, shown in enumerate((each.earlier, each.later))]
    return Line(each.name, ends, each.look, () if each.is_joined else (1,))


def _layout(drawn: Sequence[Slope], years: tuple[int, int], top: float, texts: Sequence[tuple[str, str]]) -> Figure:
    left, right = (round(max(len(text[side]) for text in texts) * TYPE * GLYPH) + 22 for side in (0, 1))
    bare = {"showticklabels": False, "ticks": "", "showgrid": False, "zeroline": False, "fixedrange": True}
    names = [note for side in (0, 1) for note in _names(drawn, top, side, [text[side] for text in texts])]
    return layout(
        height=HEIGHT,
        margin={"l": left, "r": right, "t": HEAD, "b": 12},
        xaxis=bare | {"range": [-0.03, 1.03]},
        yaxis=bare | {"range": [0, top * OVER]},
        shapes=[_rule(0, 0, 0, 1), _rule(1, 1, 0, 1), _rule(0, 1, 0, 0)],
        annotations=[*(_year(at, year) for at, year in enumerate(years)), *names],
    )


def _rule(x0: int, x1: int, y0: int, y1: int) -> Figure:
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": {"color": LINE, "width": 1}}
    return {
        "type": "line",
        "xref": "x",
        "yref": "y domain",
        "layer": "below",
        "line": {"color": LINE, "width": 1},
    } | ends


def _year(at: int, year: int) -> Figure:
    place = {"xref": "x", "yref": "y domain", "x": at, "y": 1, "yanchor": "bottom", "yshift": 8}
    return place | {"text": f"<b>{year}</b>", "showarrow": False, "font": {"size": TYPE, "color": INK}}


def _names(drawn: Sequence[Slope], top: float, side: int, texts: Sequence[str]) -> list[Figure]:
    highs = [(each.earlier, each.later)[side].high for each in drawn]
    places = apart(highs, top * OVER, HEIGHT - HEAD - 12, TYPE)
    return [
        {"xref": "x", "yref": "y", "x": side, "y": y, "text": f"<b>{text}</b>", "showarrow": False,
         "xanchor": "left" if side else "right", "yanchor": "middle", "xshift": 12 if side else -12,
         "font": {"color": each.look.hue, "size": TYPE}}
        for each, y, text in zip(drawn, places, texts, strict=True)
    ]  # fmt: skip
