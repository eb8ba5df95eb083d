"""The map: Ibero-America drawn for itself on plain axes, a filled line a country, as one plotly figure.

`choropleth` is the whole figure; `frame` is what another year changes of it, which the browser turns without redrawing
(assets/map.js). Both are made from a `Look` for each country.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import cos, pi, sin
from typing import Any, NamedTuple

from components import theme
from components.cells import State, bounds, figure, reading, state
from components.figures.classes import STEPS, step
from components.figures.outlines import joined, line
from components.i18n import Words
from components.theme import Figure
from data.model import Cell
from data.places import Dot, Outline, Plan, Shape
from data.vocabulary import Country, Measure

TYPE = 22  # units: the height of a figure where a unit is a pixel
DIGIT_WIDTH = 0.62  # of the height, for tabular sans figures
ROUND = 32  # corners of a circle
RING = 0.58  # of a marker that is to be hit
PLAIN: Figure = {"shape": "", "size": 6, "solidity": 0.5, "bgcolor": theme.PANEL, "fgcolor": theme.PANEL}
HATCH: Figure = {
    "shape": "/",
    "size": 5.5,
    "solidity": 0.24,
    "bgcolor": theme.MISSING_GROUND,
    "fgcolor": theme.MISSING_LINE,
}
BARRED: Figure = {**HATCH, "shape": "\\", "solidity": 0.3, "fgcolor": theme.INK}
QUIET: Figure = {"mode": "lines", "hoverinfo": "skip"}
BARS: Figure = {**HATCH, "shape": "|", "size": 7, "solidity": 0.2}  # of what is not collected: no land around has any
DASH = "3px,2.5px"

Edges = tuple[float, ...]


class Look(NamedTuple):
    """How a country or area looks, and what it says: the lines of its card (`said`), the printed figure (`text`) and
    the class that it stands on (`ink`; None is paper), whether there is something to know about it (`flagged`), and the
    address that it leads `to` (empty: it is picked in a control)."""

    said: str
    fill: str = theme.PANEL
    pattern: Figure = PLAIN
    line: str = theme.PAPER
    dash: str = "solid"
    text: str = ""
    ink: int | None = None
    flagged: bool = False
    chosen: bool = False
    quiet: bool = False
    to: str = ""


Looks = Mapping[str, Look]


def looks(
    cells: Iterable[Cell], measure: Measure, edges: Edges, chosen: Sequence[Country], words: Words, noun: str
) -> dict[str, Look]:
    """What each country looks like and says in one year."""
    return {
        str(cell.country): look(cell, measure, edges, words, reading(cell, words, noun))._replace(
            chosen=cell.country in chosen, quiet=bool(chosen) and cell.country not in chosen
        )
        for cell in cells
    }


def look(cell: Cell, measure: Measure, edges: Edges, words: Words, said: str) -> Look:
    """The look of one cell: its class, or the state in which it has none."""
    fill, pattern, line, dash = _state(cell, ends(cell, measure, edges))
    text = figure(cell, measure, words) if cell.is_published else ""
    return Look(said, fill, pattern, line, dash, text, _ink(fill, pattern), bool(cell.flags))


def _state(cell: Cell, ends: tuple[int, int] | None) -> tuple[str, Figure, str, str]:
    """Fill, pattern, outline and its dash."""
    seen = state(cell)
    if seen is State.NOT_REPORTED:
        return theme.MISSING_GROUND, HATCH, theme.PAPER, "solid"
    if seen is State.WITHHELD:
        return theme.MISSING_GROUND, BARRED, theme.INK, DASH
    if seen is State.NOT_APPLICABLE:
        return theme.MISSING_GROUND, BARS, theme.EDGE, "solid"
    if seen is State.ZERO or ends is None:
        return theme.PANEL, PLAIN, theme.EDGE, "solid"
    low, high = (theme.STEPS[end] for end in ends)
    pattern = PLAIN if low == high else {**PLAIN, "shape": "-", "bgcolor": low, "fgcolor": high}
    return high, pattern, *((theme.PAPER, "solid") if seen is State.VALUE else (theme.INK, DASH))


def _ink(fill: str, pattern: Figure) -> int | None:
    return theme.STEPS.index(fill) if fill in theme.STEPS and not pattern["shape"] else None


def ends(cell: Cell, measure: Measure, edges: Edges) -> tuple[int, int] | None:
    """Colours of the lower and the upper bound; None where no figure is shown."""
    shown = bounds(cell, measure)
    return None if shown is None else (colour(step(shown.low, edges), edges), colour(step(shown.high, edges), edges))


def colour(of_step: int, edges: Edges) -> int:
    """The colour of a class: few classes still use the whole scale from light to dark."""
    return round(of_step * (STEPS - 1) / len(edges)) if edges else 0


def choropleth(plan: Plan, looks: Looks, over: Sequence[Figure] = (), size: float = TYPE) -> Figure:
    """The figure of one year; `over` are traces drawn above the shapes, `size` the height of its type in units.

    Its order is land, shapes, leaders, outlines of what is chosen, `over`, dots and figures. A shape's trace bears its
    code as `customdata` and what it says as `hovertext`. Figures are laid out for a drawing of a pixel a unit.
    """
    shown = ordered(plan, looks)
    styles = [_style(looks[code], plan.shapes[code]) for code in shown]
    traces: list[Figure] = [
        {**line(plan.land), "fill": "toself", "fillcolor": theme.CONTEXT, "line": {"width": 0}, **QUIET},
        *(_shape(code, plan.shapes[code], looks[code], style) for code, style in zip(shown, styles, strict=True)),
        *(_leader(code, plan.shapes[code], looks[code]) for code in shown if plan.shapes[code].leader),
        _chosen([plan.shapes[code] for code in shown if looks[code].chosen]),
        *over,
        *figures(plan, looks, shown, size),
    ]
    wide, high = plan.size
    axis = {"type": "linear", "visible": False, "fixedrange": False, "constrain": "domain", "minallowed": 0}
    layout = theme.layout(
        meta=_over(plan, looks, shown),
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis={**axis, "range": [0, wide], "maxallowed": wide, "constraintoward": "right"},  # room left for the legend
        yaxis={**axis, "range": [high, 0], "maxallowed": high, "scaleanchor": "x"},
        modebar={"orientation": "v", "bgcolor": "rgba(0,0,0,0)", "color": theme.SOFT, "activecolor": theme.ACCENT},
        uirevision=f"{next(iter(plan.shapes))} {wide}x{high}",  # a zoom stays as long as it is the same sheet
        shapes=[shape for window in plan.windows[1:] for shape in _window(window.box, window.of)],
    )
    return {"data": traces, "layout": layout}


def frame(plan: Plan, looks: Looks) -> dict[str, Any]:
    """What a year changes: the styles that there are, and in the order of the traces which of them each shape has and
    whether a leader is seen; of each shape the printed figure, its ink and what it says."""
    shown = ordered(plan, looks)
    worn = [_style(looks[code], plan.shapes[code]) for code in shown]
    styles = [style for place, style in enumerate(worn) if style not in worn[:place]]
    return {
        "styles": styles,
        "patches": [styles.index(style) for style in worn],
        "leaders": [int(bool(looks[code].text)) for code in shown if plan.shapes[code].leader],
        "texts": _texts(plan, looks, shown),
    }


def _over(plan: Plan, looks: Looks, shown: Sequence[str]) -> Figure:
    """What the page lays over the plot: figures, where they stand and how much room they have (None: any), ways."""
    shapes = {code: plan.shapes[code] for code in shown}
    return {
        "texts": _texts(plan, looks, shown),
        "at": {code: [*shape.text, None if shape.callout else shape.room] for code, shape in shapes.items()},
        "neighbours": {code: shape.neighbours for code, shape in shapes.items()},
        "chosen": [code for code in shown if looks[code].chosen],
        "size": plan.size,
    }


def _texts(plan: Plan, looks: Looks, shown: Sequence[str]) -> dict[str, dict[str, str]]:
    return {code: label(looks[code], plan.shapes[code]) for code in shown}


def label(look: Look, shape: Shape) -> dict[str, str]:
    """A figure as the page prints it over the plot: text, classes, what is read aloud, and where it leads."""
    ink = "on-paper" if look.ink is None or shape.callout else f"on-{look.ink}"
    marks = [ink, *(["is-outside"] if shape.callout else []), *(["is-flagged"] if look.flagged and look.text else [])]
    return {"text": look.text, "look": " ".join(marks), "said": look.said} | ({"to": look.to} if look.to else {})


def ordered(plan: Plan, looks: Looks) -> list[str]:
    """The codes that are drawn; what is marked by a ring comes last, or a larger neighbour covers it."""
    return sorted(
        (code for code in plan.shapes if code in looks), key=lambda code: plan.shapes[code].marker is not None
    )


def _style(look: Look, shape: Shape) -> Figure:
    """What a year changes of a shape's trace."""
    line = {"color": look.line, "dash": look.dash, "width": 1}
    if shape.marker is not None:
        line = {"color": theme.INK, "dash": "solid", "width": 1.5}
    return {"fillcolor": look.fill, "fillpattern": look.pattern, "line": line, "opacity": 0.55 if look.quiet else 1}


def _shape(code: str, shape: Shape, look: Look, style: Figure) -> Figure:
    """Fills are felt by the pointer (`hoveron`), and send events though plotly shows no label (`hoverinfo`)."""
    return {
        **line(_outline(shape)), "mode": "lines", "fill": "toself", "hoveron": "fills", "hoverinfo": "none",
        "customdata": [code, look.to] if look.to else [code], "name": shape.name, "uid": f"shape-{code}",
        "hovertext": look.said, **style,
    }  # fmt: skip


def _leader(code: str, shape: Shape, look: Look) -> Figure:
    (x, y), (to_x, to_y) = shape.label, shape.leader or shape.label
    line = {"color": theme.SOFT, "width": 1}
    return {"x": [x, to_x], "y": [y, to_y], "uid": f"leader-{code}", "line": line, "opacity": int(bool(look.text)),
            **QUIET}  # fmt: skip


def _chosen(shapes: Sequence[Shape]) -> Figure:
    lines = [line(_outline(shape)) for shape in shapes]
    both = {axis: joined(each[axis] for each in lines) for axis in ("x", "y")}
    return {**both, "line": {"color": theme.ACCENT, "width": 3}, **QUIET}


def figures(plan: Plan, looks: Looks, shown: Sequence[str], size: float) -> list[Figure]:
    """Dots under the figures that have a caveat, and the figures that fit. A text is never empty: plotly would take its
    node away for good."""
    shapes = [plan.shapes[code] for code in shown]
    at = {"x": [shape.text[0] for shape in shapes], "y": [shape.text[1] for shape in shapes], "hoverinfo": "skip"}
    texts = [looks[code].text if fits(looks[code].text, plan.shapes[code], size) else " " for code in shown]
    flagged = [int(looks[code].flagged and text != " ") for code, text in zip(shown, texts, strict=True)]
    on_paper = [looks[code].ink is None or bool(plan.shapes[code].callout) for code in shown]
    inks = [
        theme.INK if paper else theme.ON_STEPS[looks[code].ink or 0]
        for code, paper in zip(shown, on_paper, strict=True)
    ]
    halos = [f"0 0 3px {theme.PAPER}" if paper else "none" for paper in on_paper]
    dots = {"size": 8, "color": theme.ACCENT, "opacity": flagged, "line": {"color": theme.PAPER, "width": 1.5},
            "angle": 0, "standoff": size * 0.86}  # fmt: skip
    font = {"size": size, "color": inks, "shadow": halos}
    return [
        {"mode": "markers", "marker": dots, "uid": "dots", **at},
        {
            "mode": "text",
            "text": [f"<b>{text}</b>" for text in map(escaped, texts)],
            "textfont": font,
            "uid": "figures",
            **at,
        },
    ]


def escaped(text: str) -> str:
    """A text that plotly takes for no markup: `<5`."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def fits(text: str, shape: Shape, size: float = TYPE) -> bool:
    """Whether a figure `size` units high has room in its shape, or stands beside it."""
    return bool(text) and (shape.callout is not None or len(text) * size * DIGIT_WIDTH <= shape.room)


def circle(centre: Dot, radius: float) -> list[Dot]:
    """A ring about a point, closed."""
    turns = [2 * pi * n / ROUND for n in range(ROUND + 1)]
    return [(round(centre[0] + radius * cos(turn), 1), round(centre[1] + radius * sin(turn), 1)) for turn in turns]


def _outline(shape: Shape) -> Outline:
    """What is drawn of a shape: itself, or a ring where it is too small to be seen."""
    if shape.marker is None:
        return shape.outline
    ring = circle(shape.label, shape.marker * RING)
    return Outline(tuple(x for x, _ in ring), tuple(y for _, y in ring))


def _window(box: Sequence[float], of: Sequence[float] | None) -> list[Figure]:
    """The frame of what is enlarged; where it says of what, that part too, and a line from one to the other."""
    made = [_box(box)]
    if of is not None:
        made.append(_box(of))
        (x, y), (to_x, to_y) = _edge(box, _middle(of)), _edge(of, _middle(box))
        made.append(
            {"type": "line", "x0": x, "y0": y, "x1": to_x, "y1": to_y, "line": {"color": theme.LINE, "width": 1}}
        )
    return made


def _box(box: Sequence[float]) -> Figure:
    x, y, wide, high = box
    return {"type": "rect", "layer": "above", "x0": x, "y0": y, "x1": x + wide, "y1": y + high,
            "line": {"color": theme.LINE, "width": 1}}  # fmt: skip


def _middle(box: Sequence[float]) -> Dot:
    x, y, wide, high = box
    return x + wide / 2, y + high / 2


def _edge(box: Sequence[float], to: Dot) -> Dot:
    """Where the line from the middle of a box towards a point leaves it."""
    x, y = _middle(box)
    right, down = to[0] - x, to[1] - y
    share = min(box[2] / 2 / abs(right) if right else 1, box[3] / 2 / abs(down) if down else 1, 1)
    return round(x + share * right, 1), round(y + share * down, 1)
