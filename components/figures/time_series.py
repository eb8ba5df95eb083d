"""Lines over the years as one figure: a band where a figure is a range, a gap where none is published, a dotted upright
where a series breaks, and each line's name at its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from textwrap import wrap
from typing import NamedTuple

from components.figures.axes import OVER, Ground, apart, grounds, ticks, upright, value_axis, years_axis
from components.figures.joining import Point, is_band, runs
from components.figures.rooms import NARROW, WIDE, with_rooms
from components.theme import DASHES, HUES, PAPER, SOFT, SYMBOLS, Figure, layout
from data.interval import Interval

HEIGHT = 430
GLYPH = 0.62  # of the type size, the width of a common letter
NEAR = 2  # years between two breaks whose names would meet
SMALL, MIDDLE = 170, 380  # pixels that years have in a narrow room, and in one that is neither narrow nor wide
FOLDED = 12  # letters of a line of a name in a narrow room, where it has no code


class Look(NamedTuple):
    """How a line is told from others: colour, dash and mark; its width and the size of its marks (0: none), pixels."""

    hue: str
    dash: str
    symbol: str
    width: float = 2.4
    size: float = 8
    shape: str = "linear"


LOOKS = tuple(Look(*each) for each in zip(HUES, DASHES, SYMBOLS, strict=True))


@dataclass(frozen=True, slots=True)
class Line:
    """A series: its name, its figures in the order of years, its look, the years before which it breaks, and what
    stands at its end in a wide and in a narrow room (empty: nothing)."""

    name: str
    points: Sequence[Point]
    look: Look = LOOKS[0]
    breaks: Sequence[int] = ()
    end: str = ""
    code: str = ""


def time_series(lines: Sequence[Line], ground: Ground, height: int = HEIGHT) -> Figure:
    """All lines in one picture on one scale from 0."""
    marks = ticks(highest(lines))
    narrow, middle, wide = (
        _layout(lines, ground, marks, height, across, is_narrow=is_narrow)
        for across, is_narrow in ((SMALL, True), (min(MIDDLE, ground.width), False), (ground.width, False))
    )
    data = [trace for line in lines for trace in traces(line)]
    least = max(NARROW, wide["margin"]["l"] + wide["margin"]["r"] + MIDDLE)  # long names leave the years too little
    return {"data": data, "layout": with_rooms(wide, [(least, narrow), (max(WIDE, least), middle), (None, wide)])}


def highest(lines: Sequence[Line]) -> float:
    """The highest bound of any line; 0 where there is none."""
    return max((point.shown.high for line in lines for point in line.points), default=0)


# ---- traces ----


def traces(line: Line, axis: str = "") -> list[Figure]:
    """Band, line and uprights of one series. Gaps and breaks are rows without a figure, so that nothing joins them."""
    joined = runs(line.points, line.breaks)
    place = {"type": "scatter", "xaxis": f"x{axis}", "yaxis": f"y{axis}", "name": line.name, "cliponaxis": False}
    bands = [run for run in joined if is_band(run)]
    ranges = [point for point in line.points if not point.shown.is_exact]
    made = [_band(bands, line.look)] if bands else []
    made += [_stroke(joined, line.look)] if len(ranges) < len(line.points) else []
    made += [_uprights(ranges, line.look)] if ranges else []
    return [place | each for each in made]


def _band(bands: list[list[Point]], look: Look) -> Figure:
    """The area between the bounds of each stretch."""
    x: list[int] = []
    y: list[float | None] = []
    for run in bands:
        ends = _stepped(run) if look.shape == "hv" else [(point.year, point.shown) for point in run]
        years = [year for year, _ in ends]
        x += [*([x[-1]] if x else []), *years, *years[::-1]]
        y += [*([None] if y else []), *(shown.high for _, shown in ends), *(shown.low for _, shown in reversed(ends))]
    drawn = {"mode": "lines", "fill": "toself", "fillcolor": look.hue, "opacity": 0.28, "hoverinfo": "skip"}
    return {"x": x, "y": y, "line": {"width": 0, "color": look.hue}, **drawn}


def _stepped(run: list[Point]) -> list[tuple[int, Interval]]:
    """Each figure on to the year of the next: an outline that goes there and back has no one step shape."""
    onward = [[(before.year, before.shown), (after.year, before.shown)] for before, after in pairwise(run)]
    return [*chain.from_iterable(onward), (run[-1].year, run[-1].shown)]


def _stroke(joined: list[list[Point]], look: Look) -> Figure:
    """The exact figures, joined where they may be."""
    rows: list[tuple[int, float | None, str, str]] = []
    for run in joined:
        if rows:
            rows.append((run[0].year, None, "", ""))
        rows += [(p.year, p.shown.high, p.said, p.to) if p.shown.is_exact else (p.year, None, "", "") for p in run]
    mark = {"size": look.size, "symbol": look.symbol, "color": look.hue, "line": {"color": PAPER, "width": 1}}
    line = {"color": look.hue, "dash": look.dash, "width": look.width, "shape": look.shape}
    mode = "lines+markers" if look.size else "lines"
    return _columns(rows) | {"mode": mode, "line": line, "marker": mark, "connectgaps": False}


def _uprights(ranges: list[Point], look: Look) -> Figure:
    """Each range from bound to bound, with a cap at both: there is no point in between."""
    rows: list[tuple[int, float | None, str, str]] = []
    for point in ranges:
        rows += [(point.year, bound, point.said, point.to) for bound in point.shown] + [(point.year, None, "", "")]
    cap = {"symbol": "line-ew-open", "size": max(look.size, 4), "color": look.hue}
    cap["line"] = {"color": look.hue, "width": look.width * 0.8}
    line = {"color": look.hue, "width": look.width * 0.8}
    return _columns(rows[:-1]) | {"mode": "lines+markers", "line": line, "marker": cap, "connectgaps": False}


def _columns(rows: list[tuple[int, float | None, str, str]]) -> Figure:
    x, y, said, to = (list(column) for column in zip(*rows, strict=True))
    return {"x": x, "y": y, "hovertext": said, "hoverinfo": "text" if any(said) else "skip", "customdata": to}


# ---- layout ----


def _layout(
    lines: Sequence[Line], ground: Ground, marks: Sequence[float], height: int, across: float, *, is_narrow: bool
) -> Figure:
    size = ground.size
    named = [line for line in lines if line.end and line.points]
    longest = max((len(part) for line in named for part in _end(line, is_narrow=is_narrow)), default=0)
    margin = {
        "l": round(max(len(ground.show(mark)) for mark in marks) * size * GLYPH) + 12,
        "r": round(longest * size * GLYPH + size * 1.4) if named else size,
        "t": round(size * (2.9 if ground.title else 1.4)),
        "b": round(size * (3.6 if ground.below else 2.2)),
    }
    tall = height - margin["t"] - margin["b"]
    ends, leads = _ends(named, ground, marks[-1] * OVER, tall, is_narrow=is_narrow)
    broken = _breaks(lines)
    return layout(
        height=height,
        margin=margin,
        xaxis=years_axis(ground, across),
        yaxis=value_axis(marks, ground, tall),
        shapes=[*grounds(ground), *(upright(year, "", hue) for year, (_, hue) in broken.items()), *leads],
        annotations=[*_title(ground, margin["l"]), *_named_breaks(broken, ground, len(lines)), *ends],
    )


def _end(line: Line, *, is_narrow: bool) -> list[str]:
    """The lines of what stands at a line's end."""
    if not is_narrow:
        return [line.end]
    return [line.code] if line.code else wrap(line.end, FOLDED, break_long_words=False)


def _title(ground: Ground, left: int) -> list[Figure]:
    """The unit, over the numbers of the scale."""
    if not ground.title:
        return []
    at = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
    look = {"showarrow": False, "font": {"size": ground.size - 1, "color": SOFT}}
    return [{"text": ground.title, "xshift": 2 - left, "yshift": round(ground.size * 1.2), **at, **look}]


def _ends(
    named: list[Line], ground: Ground, top: float, tall: float, *, is_narrow: bool
) -> tuple[list[Figure], list[Figure]]:
    """The names at the right edge, kept apart, and a thin lead from where each line ends to its name."""
    edge, lasts = ground.years[-1] + 0.5, [line.points[-1] for line in named]
    said = [_end(line, is_narrow=is_narrow) for line in named]
    places = apart([last.shown.high for last in lasts], top, tall, ground.size * max(map(len, said), default=1))
    plain = {"xref": "x", "yref": "y", "x": edge, "xanchor": "left", "yanchor": "middle", "showarrow": False}
    ends = [
        plain | {"y": y, "text": f"<b>{'<br>'.join(lines)}</b>", "xshift": round(ground.size * 0.5), "align": "left",
                 "font": {"color": line.look.hue, "size": ground.size}}
        for line, lines, y in zip(named, said, places, strict=True)
    ]  # fmt: skip
    leads = [
        {"type": "line", "xref": "x", "yref": "y", "x0": last.year, "x1": edge, "y0": last.shown.high, "y1": y,
         "layer": "below", "opacity": 0.55, "line": {"color": line.look.hue, "width": 1}}
        for line, last, y in zip(named, lasts, places, strict=True)
    ]  # fmt: skip
    return ends, leads


def _breaks(lines: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """For each year before which a series breaks: whose, and in which colour."""
    found: dict[int, tuple[str, str]] = {}
    for line in lines:
        for year in line.breaks:
            whose = line.code or line.name
            found[year] = (f"{found[year][0]}, {whose}", SOFT) if year in found else (whose, line.look.hue)
    return dict(sorted(found.items()))


def _named_breaks(broken: dict[int, tuple[str, str]], ground: Ground, n: int) -> list[Figure]:
    """Whose series breaks, over its upright, away from one that is near; of one line alone there is no question, and
    names that take half of the years, in a hall, are left to the colour."""
    at = {"xref": "x", "yref": "y domain", "y": 1, "yanchor": "bottom", "showarrow": False}
    return [
        at
        | {
            "x": year - 0.5,
            "text": whose,
            "font": {"color": hue, "size": ground.size - 2},
            "xanchor": _away(year, broken),
        }
        for year, (whose, hue) in broken.items()
        if n > 1 and len(whose) * ground.size * GLYPH < ground.width / 2
    ]


def _away(year: int, broken: Iterable[int]) -> str:
    """The side of a name that stands at its upright."""
    if any(0 < other - year <= NEAR for other in broken):
        return "right"
    return "left" if any(0 < year - other <= NEAR for other in broken) else "center"
