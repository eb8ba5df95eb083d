"""What happened when: one row each on a scale of years, a bar from the first to the last day, a mark of its kind.

A period is drawn as long as its source says, never longer: a day is a mark, a year a bar over the year, and one whose
beginning is not told has only its end, open to the left. What has no date at all is not on the line.
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from math import ceil, floor
from typing import NamedTuple

from components.theme import FONT, HUES, INK, LINE, SOFT, SYMBOLS, Figure, layout

ROW, TOP, BOTTOM = 21, 6, 26  # pixels
DAYS = 365.25
THICK = 0.4  # of a row
OPEN = "triangle-left"


class Happening(NamedTuple):
    """Its group, its name, its first and last day as published (year, month or day; empty where not told), what the
    pointer reads, and where it leads."""

    group: str
    name: str
    start: str
    end: str
    said: str
    href: str = ""

    @property
    def span(self) -> tuple[float | None, float]:
        """The period in years: where it starts (None where that is not told), and where it ends."""
        start = _first(self.start) if self.start else None
        return start, _last(self.end or self.start)


def timeline(happenings: Sequence[Happening]) -> Figure:
    """The dated ones, group by group and in each by their beginning; as tall as they are many (`layout.height`)."""
    groups = list(dict.fromkeys(each.group for each in happenings))
    dated = [each for each in happenings if each.start or each.end]
    rows = sorted(dated, key=lambda each: (groups.index(each.group), each.span[0] or each.span[1], each.name))
    ends = [year for each in rows for year in each.span if year is not None]
    first, last = (floor(min(ends)), ceil(max(ends))) if ends else (0, 1)
    spread: list[tuple[float, Happening]] = []
    titles: list[tuple[float, str]] = []
    y = 0
    for group in groups:
        mine = [each for each in rows if each.group == group]
        if mine:
            titles.append((y, group))
            spread += [(y + 1 + nth, each) for nth, each in enumerate(mine)]
            y += len(mine) + 1
    drawn = [_traces([(at, each) for at, each in spread if each.group == g], i) for i, g in enumerate(groups)]
    data = [trace for traces in drawn for trace in traces]
    data += [_names(spread, (first + last) / 2), _titles(titles, first)] if spread else []
    return {"data": data, "layout": _layout(first, last, y)}


def _first(day: str) -> float:
    """Where a day, month or year begins, in years."""
    year, month, of_month = (*map(int, day.split("-")), 1, 1)[:3]
    return year + (date(year, month, of_month) - date(year, 1, 1)).days / DAYS


def _last(day: str) -> float:
    """Where it ends."""
    year, *rest = map(int, day.split("-"))
    month = rest[0] if rest else 12
    of_month = rest[1] if len(rest) > 1 else monthrange(year, month)[1]
    return year + (date(year, month, of_month) - date(year, 1, 1)).days / DAYS


def _traces(rows: Sequence[tuple[float, Happening]], nth: int) -> list[Figure]:
    """The bars of one group, and the marks at their beginnings."""
    if not rows:
        return []
    hue, symbol = HUES[nth % len(HUES)], SYMBOLS[nth % len(SYMBOLS)]
    told = {"hovertext": [each.said for _, each in rows], "hoverinfo": "text"}
    told["customdata"] = [each.href for _, each in rows]
    spans = [(end if start is None else start, end) for _, each in rows for start, end in [each.span]]
    bars = {
        "type": "bar", "orientation": "h", "name": rows[0][1].group, "marker": {"color": hue}, "width": THICK,
        "y": [y for y, _ in rows], "base": [start for start, _ in spans], "x": [end - start for start, end in spans],
    }  # fmt: skip
    marks = {
        "type": "scatter", "mode": "markers", "name": "marks", "y": bars["y"], "x": bars["base"],
        "marker": {"color": hue, "size": 9, "symbol": [OPEN if not each.start else symbol for _, each in rows]},
    }  # fmt: skip
    return [bars | told, marks | told]


def _names(rows: Sequence[tuple[float, Happening]], middle: float) -> Figure:
    """Names beside the bars, on the side that has room."""
    places = [(y, each.name, end if (start or end) < middle else start or end, (start or end) < middle)
              for y, each in rows for start, end in [each.span]]  # fmt: skip
    return {
        "type": "scatter", "mode": "text", "name": "names", "hoverinfo": "skip", "cliponaxis": False,
        "x": [x for _, _, x, _ in places], "y": [y for y, *_ in places],
        "text": [f"\u00a0\u00a0{name}" if is_right else f"{name}\u00a0\u00a0" for _, name, _, is_right in places],
        "textposition": ["middle right" if is_right else "middle left" for *_, is_right in places],
        "textfont": FONT | {"color": INK, "size": 12},
    }  # fmt: skip


def _titles(titles: Sequence[tuple[float, str]], first: int) -> Figure:
    return {
        "type": "scatter", "mode": "text", "name": "titles", "hoverinfo": "skip", "cliponaxis": False,
        "x": [first] * len(titles), "y": [y for y, _ in titles], "text": [f"<b>{title}</b>" for _, title in titles],
        "textposition": "middle right", "textfont": FONT | {"color": INK},
    }  # fmt: skip


def _layout(first: int, last: int, rows: int) -> Figure:
    years = list(range(first, last + 1))
    return layout(
        height=TOP + BOTTOM + ROW * max(rows, 1), margin={"l": 8, "r": 16, "t": TOP, "b": BOTTOM}, barmode="overlay",
        xaxis={"range": [first, last], "tickangle": 0, "tickvals": years, "ticktext": [str(year) for year in years],
               "gridcolor": LINE, "tickfont": {"color": SOFT, "size": 12}, "fixedrange": True, "zeroline": False},
        yaxis={"range": [rows - 0.5, -0.5], "visible": False, "fixedrange": True},
    )  # fmt: skip
