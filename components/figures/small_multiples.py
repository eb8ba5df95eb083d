"""A panel each, side by side: the same lines as in one picture, small, on a scale each or on one for all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.figures.axes import Ground, grounds, upright, value_axis, years_axis
from components.figures.rooms import with_rooms
from components.figures.time_series import GLYPH, Line, traces
from components.theme import EDGE, SOFT, Figure, layout

ROOM = 162  # pixels across that a panel has at the least: the longest name of a country in `TYPE` has room
BOLD = 0.59  # of the type size, the width of a common letter of a title
TYPE, SMALL = 12, 10  # pixels; the smaller one where not even two panels have their room
HEAD, FOOT = 40, 22  # pixels over a panel, for its title and note, and beneath it, for years
GAP, SIDE = 20, 12  # pixels between two panels at the least, and beside the outer ones: half a year's room


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: its title (may be a link), a note beneath it, its lines, the end of its scale, lines of others that
    stand thin behind, and what a pointer reads at the title."""

    title: str
    note: str
    lines: Sequence[Line]
    top: float
    behind: Sequence[Line] = ()
    said: str = ""


def small_multiples(
    panels: Sequence[Panel], ground: Ground, columns: int = 5, tall: int = 64, marks: Sequence[float] = ()
) -> Figure:
    """Panels in reading order, `tall` pixels each, in at most `columns`. With `marks` they have one scale, printed at
    the left of each row."""
    ground, fewest = replace(ground, size=TYPE), min(2, columns)
    data = [trace for i, panel in enumerate(panels) for trace in _traces(panel, _axis(i))]
    made = {n: _layout(panels, ground, n, tall, marks) for n in range(fewest, columns + 1)}
    room = max([ROOM, *(round(_letters(panel.title) * TYPE * BOLD) + GAP for panel in panels)])
    tight = _layout(panels, replace(ground, size=SMALL), fewest, tall, marks, gap=2 * GAP)
    rooms = [(room * fewest, tight), *((None if n == columns else room * (n + 1), each) for n, each in made.items())]
    return {"data": data, "layout": with_rooms(made[columns], rooms)}


def _letters(title: str) -> int:
    return len(re.sub("<[^>]+>", "", title))


def _axis(index: int) -> str:
    return str(index + 1) if index else ""


def _traces(panel: Panel, axis: str) -> list[Figure]:
    behind = [_behind(trace) for line in panel.behind for trace in traces(line, axis) if "fill" not in trace]
    return behind + [trace for line in panel.lines for trace in traces(line, axis)]


def _behind(trace: Figure) -> Figure:
    """Another panel's line as context: thin, without marks, silent."""
    thin = {"color": EDGE, "width": 1.2}
    return trace | {"mode": "lines", "line": thin, "opacity": 0.45, "hoverinfo": "skip"}


def _layout(
    panels: Sequence[Panel], ground: Ground, columns: int, tall: int, marks: Sequence[float], gap: float = GAP
) -> Figure:
    rows = -(-len(panels) // columns)
    height = rows * (tall + HEAD) + FOOT
    left = round(max(len(ground.show(mark)) for mark in marks) * ground.size * GLYPH) + 10 if marks else SIDE
    made = layout(height=height, margin={"l": left, "r": SIDE, "t": 0, "b": FOOT}, shapes=[], annotations=[])
    inner = height - FOOT
    gap /= ROOM * columns
    for i, panel in enumerate(panels):
        axis, (row, column) = _axis(i), divmod(i, columns)
        across = [column / columns + (gap / 2 if column else 0), (column + 1) / columns - gap / 2]
        over = 1 - (row * (tall + HEAD) + HEAD) / inner
        up = [max(0.0, over - tall / inner), over]
        made[f"xaxis{axis}"] = _years(ground, axis) | {
            "domain": across,
            "showticklabels": i + columns >= len(panels),  # once a column: the panels share their years
        }
        made[f"yaxis{axis}"] = _values(panel, ground, axis, marks, tall) | {
            "domain": up,
            "showticklabels": bool(marks) and column == 0,
        }
        made["annotations"] += _head(panel, across[0], up[1], ground.size)
        broken = sorted({year for line in panel.lines for year in line.breaks})
        made["shapes"] += [*grounds(ground, axis), *(upright(year, axis) for year in broken)]
    return made


def _years(ground: Ground, axis: str) -> Figure:
    ends = [ground.years[0], ground.years[-1]]
    texts = {"tickvals": ends, "ticktext": [str(year) for year in ends], "anchor": f"y{axis}"}
    return years_axis(ground, ROOM) | texts


def _values(panel: Panel, ground: Ground, axis: str, marks: Sequence[float], tall: float) -> Figure:
    """The scale; one of its own has a rule at its end, which the note names."""
    return value_axis(marks or [0, panel.top], ground, tall) | {"anchor": f"x{axis}"}


def _head(panel: Panel, left: float, top: float, size: float) -> list[Figure]:
    both = {"xref": "paper", "yref": "paper", "x": left, "y": top, "xanchor": "left", "yanchor": "bottom"}
    both |= {"showarrow": False, "borderpad": 0}
    return [
        both | {"text": f"<b>{panel.title}</b>", "yshift": 18, "font": {"size": size}, "hovertext": panel.said},
        both | {"text": panel.note, "yshift": 3, "font": {"color": SOFT, "size": size - 1}},
    ]
