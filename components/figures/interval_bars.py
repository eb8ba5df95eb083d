"""Bars with names, each with its range: solid up to what is certain, hatched up to what is possible, the figure printed
at the end. One column, which may be mirrored to face another, or several with the same rows.

A range has no point and no middle; where nothing is known there is no bar, but what is missing in words.
"""

import math
import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from components.theme import BAR, FONT, INK, LINE, Figure, layout
from data.interval import Interval

ROW, TALL_ROW, HEAD, BETWEEN = 25, 35, 24, 1.0  # pixels of a row, of one below its name, of a head; rows between groups
ABOVE, LINE_HEIGHT = 36, 16  # characters of a line of a name above its bar, and its pixels
BESIDE = 24  # characters of the longest name that has room beside its bar; longer ones stand above
LETTER, BOLD = 7.2, 8.4  # pixels of a letter at the size of a name, and of one of a printed figure, at most
THICK = 0.56  # of a row
BARS = 60  # pixels of the longest bar at the least: a narrower room goes on sideways (drawn_graphs.js)
AIR = 0.012  # of the scale, between a bar and what is printed
HATCHED: Figure = {"pattern": {"shape": "/", "size": 6, "solidity": 0.3}, "line": {"width": 1}}
TEXT, MOST = 0.5, 0.8  # of a column of several, the part that is left to printed figures, and at most
LEAST = 980  # pixels of all columns, at the least (`.is-wide` of assets/picture.css)
HEADLINE, SMALL = 15, 12  # letters of a line over a whole column, and the size of that type (pixels)


class Bar(NamedTuple):
    """A named figure: its bounds (None where there is none), as printed, what else is printed beside it, what the
    pointer reads besides, where it leads, and its colour."""

    name: str
    bounds: Interval | None
    text: str
    note: str = ""
    more: str = ""
    href: str = ""
    hue: str = BAR

    @property
    def printed(self) -> str:
        """What stands at the end of the bar."""
        text = f"<b>{self.text}</b>" if self.bounds else self.text
        is_open = self.bounds is not None and not _is_closed(self.bounds)  # its arrow needs room
        return "\u00a0\u00a0" * is_open + (f"{text}  {self.note}" if self.note else text)

    @property
    def said(self) -> str:
        """What the pointer reads."""
        return "<br>".join(filter(None, [f"{self.name}: {self.text}", self.note, self.more]))


class Group(NamedTuple):
    """Bars below a title; a group without one has no head."""

    title: str
    bars: Sequence[Bar]


class Column(NamedTuple):
    """One figure of each row, or several below each other; `title` stands over it, `share` is its width among others.
    The longest bar of a column fills it."""

    title: str
    rows: Sequence[Sequence[Bar]]
    share: float = 1.0


class Placed(NamedTuple):
    """A bar at its height, counted in rows from the top, and its thickness."""

    y: float
    thick: float
    bar: Bar


def interval_bars(
    groups: Sequence[Group], *, top: float = 0, is_mirrored: bool = False, beside: int = BESIDE
) -> Figure:
    """Groups of bars below each other on one scale. `top` is the figure at a full bar where figures side by side share
    theirs; a mirrored one grows to the left; `beside` is the longest name (letters) that stands beside its bar.
    As tall as it has rows (`layout.height`, pixels)."""
    bars = [bar for group in groups for bar in group.bars]
    longest = max((len(bar.name) for bar in bars), default=0)
    is_beside, top = longest <= beside, top or _top(bars)
    placed, titles, rows = _stacked(groups)
    inner, outer = ("right", "left") if is_mirrored else ("left", "right")
    named = [
        (-AIR * top, p.y, _apart(p.bar.name)) if is_beside else (0, p.y, "<br>".join(wrap(p.bar.name, ABOVE)))
        for p in placed
    ]
    lines = max((len(wrap(bar.name, ABOVE)) for bar in bars), default=1)
    tall = ROW if is_beside else TALL_ROW + LINE_HEIGHT * (lines - 1)
    words = [_words(named, f"middle {inner}" if is_beside else f"top {outer}", "names")]
    if titles:
        words.append(_words([(0, y, f"<b>{title}</b>") for y, title in titles], f"middle {outer}", "titles"))
    low = [p._replace(y=p.y if is_beside else p.y + 0.2, thick=THICK if is_beside else 0.3) for p in placed]
    room = max(map(_room, bars), default=0) + 12
    margin = {"t": 4, "b": 4, inner[0]: LETTER * (longest + 1) + 12 if is_beside else 8, outer[0]: room}
    ends = [-AIR * top, top * (1 + AIR)]
    height, least = 8 + tall * rows, round(margin[inner[0]] + room + BARS)
    shown = layout(
        height=height, margin=margin, barmode="overlay", meta={"height": height, "least": least},
        xaxis=_scale(ends[::-1] if is_mirrored else ends), yaxis=_scale([rows - 0.5, -0.5]),
    )  # fmt: skip
    return {"data": [*_traces(low, top, outer, AIR * top), *words], "layout": shown}


def interval_columns(
    names: Sequence[str], columns: Sequence[Column], per_row: int = 1, *, is_one_scale: bool = False
) -> Figure:
    """Several columns of bars with the same rows, each with its own scale (or all on one), its title above and its
    figures printed at the end of the bars; `per_row` is how many bars a row has at most. A name may be a link."""
    tall = ROW * (0.86 * per_row if per_row > 1 else 1)  # pixels of a row
    over = HEAD * 0.75 * max(len(_over(column)) for column in columns)  # pixels of the titles
    tops = [_top([bar for row in column.rows for bar in row]) for column in columns]
    tops = [max(tops)] * len(columns) if is_one_scale else tops
    left = LETTER * max(map(_letters, names), default=0) + 12
    texts = [
        _text(column, top, (LEAST - left) * (share[1] - share[0]))
        for column, top, share in zip(columns, tops, _shares(columns), strict=True)
    ]
    texts = [max(texts)] * len(columns) if is_one_scale else texts
    data = [_words([(-AIR * 2 * tops[0], y, _apart(name)) for y, name in enumerate(names)], "middle left", "names")]
    axes: Figure = {}
    for i, (column, top, text, share) in enumerate(zip(columns, tops, texts, _shares(columns), strict=True)):
        suffix = str(i + 1) if i else ""
        axes[f"xaxis{suffix}"] = _scale([-AIR * 2 * top, top / (1 - text)]) | {"domain": share}
        drawn = _traces(list(_within(column)), top, "right", AIR * 2 * top)
        data += [trace | {"xaxis": f"x{suffix}"} | _small(trace) for trace in drawn]
    shown = layout(
        height=round(over + 8 + tall * len(names)), barmode="overlay", yaxis=_scale([len(names) - 0.5, -0.5]),
        margin={"l": left, "r": 8, "t": over, "b": 8},
        shapes=[_rule(y) for y in range(len(names))],
        annotations=[_title(column, f"x{i + 1 if i else ''}") for i, column in enumerate(columns)], **axes,
    )  # fmt: skip
    return {"data": data, "layout": shown}


def _text(column: Column, top: float, width: float) -> float:
    """The part of a column of `width` pixels that is left to printed figures: enough that the longest beside its bar
    ends before the next column."""
    bars = [bar for row in column.rows for bar in row if bar.bounds]
    reach = [(_end(bar.bounds) / top, _room(bar) + LETTER) for bar in bars if bar.bounds]
    return min(MOST, max([TEXT, *(1 - (width - room) / width / part for part, room in reach if part > 0)]))


def _small(trace: Figure) -> Figure:
    """What is printed in a column of several has half of a column's room."""
    return {"textfont": FONT | {"color": INK, "size": SMALL}} if trace["name"] == "printed" else {}


def _scale(ends: list[float]) -> Figure:
    return {"range": ends, "visible": False, "fixedrange": True}


def _rule(y: int) -> Figure:
    """Over a row, through all columns."""
    place = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": y - 0.5, "y1": y - 0.5}
    return {"type": "line", **place, "line": {"color": LINE, "width": 1}, "layer": "below"}


def _top(bars: Sequence[Bar]) -> float:
    """The figure at a full bar."""
    ends = [bar.bounds.high if math.isfinite(bar.bounds.high) else bar.bounds.low for bar in bars if bar.bounds]
    return max(ends, default=0) or 1


def _stacked(groups: Sequence[Group]) -> tuple[list[Placed], list[tuple[float, str]], float]:
    """Bars and titles at their heights, and how many rows that is."""
    placed, titles, y = [], [], 0.0
    for nth, group in enumerate(groups):
        y += BETWEEN * 0.5 if nth else 0
        if group.title:
            titles.append((y, group.title))
            y += 1
        for bar in group.bars:
            placed.append(Placed(y, THICK, bar))
            y += 1
    return placed, titles, y


def _within(column: Column) -> Iterator[Placed]:
    for y, row in enumerate(column.rows):
        for nth, bar in enumerate(row):
            step = 1 / len(row)
            yield Placed(y + step * (nth + 0.5) - 0.5, min(THICK, step * 0.72), bar)


def _shares(columns: Sequence[Column]) -> list[list[float]]:
    """Where each column starts and ends, of the whole width."""
    whole, at = sum(column.share for column in columns), 0.0
    found: list[list[float]] = []
    for column in columns:
        found.append([round(at / whole, 4), round((at + column.share) / whole - 0.012, 4)])
        at += column.share
    return found


def _over(column: Column) -> list[str]:
    """The lines of a title that has the width of its column: no word is broken, for the next title begins behind it."""
    return wrap(column.title, round(HEADLINE * column.share), break_long_words=False) or [""]


def _title(column: Column, axis: str) -> Figure:
    return {
        "text": "<br>".join(f"<b>{line}</b>" for line in _over(column)), "showarrow": False, "align": "left",
        "xref": axis, "x": 0, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom",
        "font": FONT | {"size": SMALL},
    }  # fmt: skip


def _room(bar: Bar) -> float:
    """Pixels of what is printed at the end of a bar."""
    note = LETTER * (len(bar.note) + 2) if bar.note else 0  # with the air before it
    return BOLD * len(bar.text) + note + (0 if not bar.bounds or _is_closed(bar.bounds) else 2 * LETTER)


def _traces(placed: Sequence[Placed], top: float, outer: str, air: float) -> list[Figure]:
    """The bars: what is certain, what is possible, the whole row for the pointer, and what is printed, in the air after
    its bar."""
    known = [(p, p.bar.bounds) for p in placed if p.bar.bounds]
    ranges = [(p, bounds) for p, bounds in known if _is_closed(bounds) and not bounds.is_exact]
    least = [(p, bounds.low) for p, bounds in known if not _is_closed(bounds)]
    printed = [((_end(p.bar.bounds) if p.bar.bounds else 0) + air, p.y, _apart(p.bar.printed)) for p in placed]
    traces = [
        _bars([(p, 0.0, bounds.low) for p, bounds in known if bounds.low > 0], "sure", {}),
        _bars([(p, bounds.low, bounds.high - bounds.low) for p, bounds in ranges], "maybe", HATCHED),
        _bars([(p, 0.0, top) for p in placed], "row", {}) | {"marker": {"color": "rgba(0,0,0,0)"}},
        *([_open(least)] if least else []),
        _words(printed, f"middle {outer}", "printed"),
    ]
    return [trace for trace in traces if trace["y"]]


def _is_closed(bounds: Interval) -> bool:
    return math.isfinite(bounds.high)


def _end(bounds: Interval) -> float:
    return bounds.high if _is_closed(bounds) else bounds.low


def _bars(spans: Sequence[tuple[Placed, float, float]], name: str, look: Figure) -> Figure:
    """Lying bars from a base over a length."""
    hues = [p.bar.hue for p, _, _ in spans]
    marker: dict[str, Any] = look | {"color": hues}
    if "line" in look:
        marker["line"] = look["line"] | {"color": hues}
    return {
        "type": "bar", "orientation": "h", "name": name, "marker": marker,
        "x": [length for _, _, length in spans], "base": [base for _, base, _ in spans],
        "y": [p.y for p, _, _ in spans], "width": [p.thick for p, _, _ in spans],
        "hovertext": [p.bar.said for p, _, _ in spans], "hoverinfo": "text",
        "customdata": [p.bar.href for p, _, _ in spans],
    }  # fmt: skip


def _open(least: Sequence[tuple[Placed, float]]) -> Figure:
    """A figure that is only a minimum goes on: an arrow at its end."""
    return {
        "type": "scatter", "mode": "markers", "name": "least", "cliponaxis": False,
        "x": [low for _, low in least], "y": [p.y for p, _ in least], "hoverinfo": "skip",
        "marker": {"symbol": "triangle-right", "size": 9, "color": [p.bar.hue for p, _ in least]},
    }  # fmt: skip


def _letters(text: str) -> int:
    return len(re.sub("<[^>]+>", "", text))


def _apart(text: str) -> str:
    """A text that does not touch what it stands beside, on whichever side that is, however narrow the room."""
    return f"\u00a0{text}\u00a0"


def _words(at: Sequence[tuple[float, float, str]], position: str, name: str) -> Figure:
    """Texts at their places."""
    return {
        "type": "scatter", "mode": "text", "name": name, "hoverinfo": "skip", "cliponaxis": False,
        "x": [x for x, _, _ in at], "y": [y for _, y, _ in at], "text": [text for _, _, text in at],
        "textposition": position, "textfont": FONT | {"color": INK},
    }  # fmt: skip
