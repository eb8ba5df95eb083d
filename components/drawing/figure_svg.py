"""A plotly figure drawn without a browser, as plotly.js would draw it: for the first paint of a document, for files.

It draws what our figures use (scatter, bar, shapes, annotations, several axes); what it does not know of is a KeyError
or a ValueError, never a picture that says something else. Each mark is where plotly puts it, within a pixel and a half:
tests/browser/test_figures_alike.py holds the two together.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from markupsafe import Markup

from components.drawing import figure_bars, figure_traces
from components.drawing.colours import Scheme, living, solid
from components.drawing.figure_axes import Axis, Extreme, axes_of, keep_scale, plot_box
from components.drawing.figure_bars import Bars, bars_of
from components.drawing.figure_frame import Side
from components.drawing.figure_notes import Places, notes, shapes
from components.drawing.lettering import lines_of, set_lines
from components.drawing.marks import Drawing, Mark, Named, Shape, rect
from components.drawing.svg import elements
from components.figures.outlines import spelled
from components.theme import FONT, Figure

WIDE, COLUMN, TALL, PANELS = 1320.0, 960.0, 480.0, 6
WIDE, COLUMN, TALL, PANELS = 1320.0, 960.0, 480.0, 6
TOWARD = {"left": "xMinYMid", "center": "xMidYMid", "right": "xMaxYMid"}
BASE = {"family": FONT["family"], "size": 12, "color": "#444444"}  # plotly's own, where a figure has none


def svg(
    figure: Figure,
    width: float,
    height: float,
    *,
    scheme: Scheme = living,
    scale: float = 1,
    label: str = "",
    role: str = "img",
) -> Markup:
    """A figure as an SVG element of `width` by `height` pixels that grows with its room. `scheme` says what is drawn in
    place of a light colour; `scale` makes type, lines and margins larger, for a wall; `label` is read aloud, and `role`
    is what it is then."""
    made = drawing(figure, width, height, scheme=scheme, scale=scale)
    toward = figure["layout"].get("xaxis", {}).get("constraintoward", "center")
    return elements(made, label, figure["layout"].get("font", BASE)["family"], TOWARD[toward], role)


def drawing(figure: Figure, width: float, height: float, *, scheme: Scheme = living, scale: float = 1) -> Drawing:
    """A figure as marks."""
    plain = _Plain(_with_template(figure), width / scale, height / scale).marks()
    marks = Drawing(width, height, tuple(plain)).moved(0, 0, scale) if scale != 1 else plain
    return Drawing(width, height, tuple(marks)).coloured(scheme)


def room_of(figure: Figure) -> tuple[float, float]:
    """The pixels that a figure is drawn for where its room is not known: as tall as it says, and as wide as a page's
    column, or the whole page for many panels; a map, whose axes keep their scale, at a pixel a unit."""
    layout = figure["layout"]
    if is_to_scale(figure):
        across, up = (abs(end - start) for start, end in (layout[axis]["range"] for axis in ("xaxis", "yaxis")))
        return across, up
    panels = sum(key.startswith("xaxis") for key in layout)
    return (WIDE if panels >= PANELS else COLUMN), layout.get("height") or TALL


def is_to_scale(figure: Figure) -> bool:
    return "scaleanchor" in figure["layout"].get("yaxis", {})


def _with_template(figure: Figure) -> Figure:
    template = figure["layout"].get("template") or {}
    kinds = template.get("data") or {}
    traces = [_under((kinds.get(each.get("type", "scatter")) or [{}])[0], spelled(each)) for each in figure["data"]]
    return {"data": traces, "layout": _under(template.get("layout") or {}, figure["layout"])}


def _under(default: Figure, own: Figure) -> Figure:
    """Defaults where there is nothing of its own."""
    if not default:
        return own
    both = {
        key: _under(default[key], own[key])
        for key in own
        if isinstance(own[key], dict) and isinstance(default.get(key), dict)
    }
    return default | own | both


class _Plain:
    """A figure in light colours and in its own units."""

    def __init__(self, figure: Figure, width: float, height: float) -> None:
        self.layout: Figure = figure["layout"]
        self.size = (width, height)
        self.font: Figure = BASE | self.layout.get("font", {})
        self.box = plot_box(self.layout, width, height)
        self.axes = axes_of(figure, self.box)
        self.traces = [
            (place, trace, self.axes[trace.get("xaxis", "x")], self.axes[trace.get("yaxis", "y")])
            for place, trace in enumerate(figure["data"])
        ]
        pairs: dict[tuple[str, str], list[tuple[int, Figure, Axis, Axis]]] = defaultdict(list)
        for item in self.traces:
            if item[1].get("type") == "bar":
                pairs[item[2].name, item[3].name].append(item)
        self.bars: list[Bars] = list(
            chain.from_iterable(bars_of(items, self.layout, self.font["size"]) for items in pairs.values())
        )
        for axis in self.axes.values():
            axis.find_span(self._extremes(axis))
        for axis in self.axes.values():
            self._match(axis)
        keep_scale(self.axes)

    def _match(self, axis: Axis) -> None:
        other = self.axes.get(axis.given.get("matches", ""))
        if other is not None:
            axis.span = other.span

    def _extremes(self, axis: Axis) -> Iterable[Extreme]:
        for _, trace, x, y in self.traces:
            if axis in (x, y) and trace.get("type", "scatter") == "scatter" and trace.get("visible", True) is True:
                yield from figure_traces.extremes(trace, axis)
        for bars in self.bars:
            if axis in (bars.places, bars.values):
                yield from figure_bars.extremes(bars, axis)

    def marks(self) -> list[Mark]:
        sides = [Side(axis, self.axes, self.box, self.font) for axis in self.axes.values()]
        places = Places(self.axes, self.box)
        return [
            *self._grounds(),
            *shapes(self.layout, places, is_below=True),
            *chain.from_iterable(side.grid() for side in sides),
            *chain.from_iterable(self._drawn()),
            *chain.from_iterable(side.labels(self.size) for side in sides),
            *shapes(self.layout, places, is_below=False),
            *notes(self.layout, places, self.font),
            *chain.from_iterable(side.title(self.size, self.font) for side in sides),
            *self._title(),
        ]

    def _grounds(self) -> list[Mark]:
        """The paper and the plots' ground, where they are not clear."""
        made: list[Mark] = []
        fill, opacity = solid(self.layout.get("paper_bgcolor", "#ffffff"))
        if opacity:
            made.append(rect(0, 0, *self.size, fill)._replace(opacity=(opacity, 1)))
        fill, opacity = solid(self.layout.get("plot_bgcolor", "#ffffff"))
        if opacity:
            for x, y in dict.fromkeys((x, y) for _, _, x, y in self.traces):
                made.append(rect(x.start, y.start, x.length, y.length, fill)._replace(opacity=(opacity, 1)))
        return made

    def _drawn(self) -> Iterable[list[Mark]]:
        """The traces, clipped to their plots: bars lie below lines."""
        for bars in self.bars:
            x, y = (bars.values, bars.places) if bars.values.letter == "x" else (bars.places, bars.values)
            named = _named(bars.trace)
            yield _clipped([m._replace(trace=named) for m in figure_bars.drawn(bars, self.font)], x, y)
        for place, trace, x, y in self.traces:
            kind = trace.get("type", "scatter")
            if kind == "scatter":
                named = _named(trace)
                marks = [m._replace(trace=named) for m in figure_traces.scatter(trace, x, y, place, self.font)]
                yield marks if trace.get("cliponaxis") is False else _clipped(marks, x, y)
            elif kind != "bar":
                raise KeyError(kind)

    def _title(self) -> list[Mark]:
        title: Figure = self.layout.get("title") or {}
        if not title.get("text"):
            return []
        font = self.font | {"size": round(self.font["size"] * 1.4)} | title.get("font", {})
        share = float(title.get("x", 0.05))
        anchor = {"left": "start", "center": "middle", "right": "end"}.get(
            title.get("xanchor", "auto"), "start" if share < 1 / 3 else "end" if share > 2 / 3 else "middle"
        )
        y = float(self.layout.get("margin", {}).get("t", 100)) / 2 + font["size"] * 0.35
        return [*set_lines(lines_of(title["text"]), share * self.size[0], y, font, anchor)]


def _named(trace: Figure) -> Named:
    said = trace.get("hovertext", "")
    return Named(trace.get("uid", ""), said if isinstance(said, str) else "")


def _clipped(marks: list[Mark], x: Axis, y: Axis) -> list[Mark]:
    """Shapes cut at the edge of their plot; only those that reach over it say so."""
    edge = (x.start, y.start, x.end, y.end)
    return [
        mark._replace(clip=edge) if isinstance(mark, Shape) and _reaches_over(mark.box, edge) else mark
        for mark in marks
    ]


def _reaches_over(box: tuple[float, ...], edge: tuple[float, ...]) -> bool:
    return box[0] < edge[0] - 1 or box[1] < edge[1] - 1 or box[2] > edge[2] + 1 or box[3] > edge[3] + 1
