"""Lines over the years for the wall: thick, named at their ends, a band where a figure is a range, a gap where none is
known."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from components.figures.plane import MARKS, Plane, spread, ticks
from components.markup import el
from components.url.choices import Hall
from data.interval import Interval

WIDTH, HEIGHT = 1500, {Hall.NEAR: 600, Hall.DEEP: 480}
TYPE = {Hall.NEAR: 30, Hall.DEEP: 60}  # units: a fiftieth and a twenty-fifth of the picture also at 4:3
GLYPH = 0.6  # of the type size, the width of a common letter
MOST = 6  # lines that can be told apart


class Line(NamedTuple):
    """One line: name, code of the country (empty for the region), its figures by year, and the years before which the
    series breaks, over which nothing is joined."""

    name: str
    code: str
    points: Sequence[tuple[int, Interval]]
    breaks: Sequence[int] = ()


def lines(
    drawn: Sequence[Line],
    years: range,
    show: Callable[[float], str],
    label: str,
    hall: Hall,
    below: Sequence[str] = (),
) -> Markup:
    """The picture; `below` is a second line under the years, one text a year."""
    size = TYPE[hall]
    top = ticks(max((p.high for line in drawn for _, p in line.points), default=1))
    longest = max((len(line.name) for line in drawn), default=0)
    plane = Plane(
        WIDTH, HEIGHT[hall], years[0], years[-1], top[-1],
        left=int(size * GLYPH * max(len(show(t)) for t in top)) + 20,
        right=min(int(longest * size * GLYPH) + 40, WIDTH * 9 // 20) if len(drawn) > 1 else 60,
        over=size, under=int(size * (2.9 if below else 1.6)),
    )  # fmt: skip
    return el(
        "svg",
        _ground(plane, top, show, size, years, below),
        [_line(plane, place, line, size) for place, line in enumerate(drawn)],
        _names(plane, drawn, size) if len(drawn) > 1 else None,
        class_="wall-lines",
        viewBox=plane.view_box,
        role="img",
        aria_label=label,
    )


def _ground(
    plane: Plane, top: Sequence[float], show: Callable[[float], str], size: int, years: range, below: Sequence[str]
) -> Markup:
    end, floor = plane.width - plane.right, plane.height - plane.under
    every = 2 if size > TYPE[Hall.NEAR] else 1
    rules = [
        el(
            "g",
            el("line", x1=plane.left, x2=end, y1=plane.y(t), y2=plane.y(t)),
            el("text", show(t), x=plane.left - 12, y=plane.y(t) + size * 0.35, text_anchor="end"),
        )
        for t in top[:: max(every, len(top) // 5)]
    ]
    wide = (end - plane.left) / len(years)
    step = max(1, -int(-(max(4, *map(len, below or [""])) + 1) * size * GLYPH // wide))
    shown = range((len(years) - 1) % step, len(years), step)  # the last year is always named
    said = [el("text", str(years[i]), x=plane.x(years[i]), y=floor + size * 1.25, text_anchor="middle") for i in shown]
    more = [
        el("text", below[i], x=plane.x(years[i]), y=floor + size * 2.5, text_anchor="middle", class_="below")
        for i in (shown if below else ())
    ]
    return el("g", rules, said, more, class_="ground", font_size=size)


def _line(plane: Plane, place: int, line: Line, size: int) -> Markup:
    by_year = dict(line.points)
    runs: list[list[tuple[int, Interval]]] = []
    for year in sorted(by_year):
        if not runs or runs[-1][-1][0] != year - 1 or year in line.breaks:
            runs.append([])
        runs[-1].append((year, by_year[year]))
    marks = [_mark(plane, place, year, p, size) for year, p in sorted(by_year.items())]
    return el(
        "g",
        [[_band(plane, run), _strokes(plane, run)] for run in runs],
        marks,
        class_=f"line-{place}",
        data_code=line.code or None,
    )


def _band(plane: Plane, run: Sequence[tuple[int, Interval]]) -> Markup | None:
    if len(run) == 1 or all(p.is_exact for _, p in run):
        return None
    over = [f"{plane.x(y)},{plane.y(p.high)}" for y, p in run]
    under = [f"{plane.x(y)},{plane.y(p.low)}" for y, p in reversed(run)]
    return el("polygon", class_="band", points=" ".join(over + under))


def _strokes(plane: Plane, run: Sequence[tuple[int, Interval]]) -> list[Markup]:
    """Through neighbouring exact figures only: no point is drawn where none is known."""
    exact = [list(group) for is_exact, group in groupby(run, key=lambda each: each[1].is_exact) if is_exact]
    return [
        el("polyline", class_="stroke", points=" ".join(f"{plane.x(y)},{plane.y(p.low)}" for y, p in group))
        for group in exact
        if len(group) > 1
    ]


def _mark(plane: Plane, place: int, year: int, shown: Interval, size: int) -> Markup:
    x = plane.x(year)
    if shown.is_exact:
        at = f"translate({x} {plane.y(shown.low)}) scale({round(size / 16, 2)})"
        return el("path", class_="dot", d=MARKS[place], transform=at)
    low, high, cap = plane.y(shown.low), plane.y(shown.high), round(size * 0.2, 1)
    return el("path", class_="reach", d=f"M{x - cap} {high}h{2 * cap}M{x - cap} {low}h{2 * cap}M{x} {low}V{high}")


def _names(plane: Plane, drawn: Sequence[Line], size: int) -> list[Markup]:
    ended = [(place, line, max(line.points)) for place, line in enumerate(drawn) if line.points]
    wanted = [plane.y(point.high) for _, _, (_, point) in ended]
    at = spread(wanted, size * 1.15, plane.over, plane.height - plane.under)
    edge = plane.width - plane.right
    return [
        el(
            "g",
            el("line", class_="lead", x1=plane.x(year) + 10, x2=edge + 8, y1=y, y2=place_at),
            el("text", line.name, x=edge + 14, y=place_at + size * 0.35, font_size=size),
            class_=f"end line-{place}",
            data_code=line.code or None,
        )
        for (place, line, (year, _)), y, place_at in zip(ended, wanted, at, strict=True)
    ]
