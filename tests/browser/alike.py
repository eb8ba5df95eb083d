"""A figure drawn by plotly in Chromium and by us, as the same kind of list: where each thing is, what is written."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path
from re import findall
from typing import Any, NamedTuple

import plotly
from playwright.sync_api import Browser, Page

from components.drawing.figure_svg import drawing
from components.drawing.fonts import FAMILY, MARKS, embedded
from components.drawing.marks import Drawing, Mark, Shape, Text
from components.figures.outlines import spelled
from components.theme import Figure

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
NEAR = 1.5  # px
LEAST = 1  # px: what is smaller on both sides is no mark
TYPE = {"family": f"{FAMILY}, {MARKS}", "size": 12, "color": "#444444"}
Point = tuple[float, float]
READ = (Path(__file__).parent / "read_plotly.js").read_text(encoding="utf-8")


class Seen(NamedTuple):
    """One thing of a drawing: left, top, right, bottom, the middle of its outline; what is written where it is text."""

    text: str
    box: tuple[float, ...]

    @property
    def is_mark(self) -> bool:
        return self.box[2] - self.box[0] > LEAST or self.box[3] - self.box[1] > LEAST

    def is_near(self, other: "Seen") -> bool:
        return self.text == other.text and all(abs(a - b) <= NEAR for a, b in zip(self.box, other.box, strict=True))


def with_every_point(figure: Figure) -> Figure:
    """Drawn small, plotly leaves the smallest islands of a map out, which is its way to be fast, and not ours."""
    data = [
        trace | {"line": trace.get("line", {}) | {"simplify": False}}
        if trace.get("type", "scatter") == "scatter"
        else trace
        for trace in figure["data"]
    ]
    return {"data": data, "layout": figure["layout"]}


def in_our_type(figure: Figure) -> Figure:
    """The figure in the bundled type, which both have."""
    made = _in_our_type({"data": [spelled(trace) for trace in figure["data"]], "layout": figure["layout"]})
    return {"data": made["data"], "layout": made["layout"] | {"font": TYPE | made["layout"].get("font", {})}}


def _in_our_type(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: TYPE["family"] if key == "family" else _in_our_type(each) for key, each in value.items()}
    return [_in_our_type(each) for each in value] if isinstance(value, (list, tuple)) else value


class Browsed:
    """A tab in which plotly draws."""

    def __init__(self, browser: Browser) -> None:
        self.page: Page = browser.new_page(viewport={"width": 1300, "height": 1000})
        faces = "".join(
            f'@font-face{{font-family:"{family}";font-weight:{span};src:url({embedded(family, weight)})}}'
            for family, weight, span in ((FAMILY, 400, "400"), (FAMILY, 600, "600 700"), (MARKS, 400, "400 700"))
        )
        self.page.set_content(
            f"<!doctype html><style>{faces} body{{margin:0;font-kerning:none}}</style><p>a <b>b</b></p><div id=p></div>"
        )
        self.page.evaluate(
            "fonts => Promise.all(fonts.map(font => document.fonts.load(font, 'a●')))",
            [f"{weight} 12px '{family}'" for family in (FAMILY, MARKS) for weight in (400, 700)],
        )
        self.page.add_style_tag(content="p{display:none}")
        self.page.add_script_tag(path=PLOTLY)

    def seen(self, figure: Figure, width: float, height: float) -> list[Seen]:
        made = in_our_type(figure)
        self.page.evaluate(
            "([data, layout, config]) => Plotly.newPlot('p', data, layout, config)",
            [made["data"], made["layout"] | {"width": width, "height": height}, {"displayModeBar": False}],
        )
        found: list[Seen] = []
        for each in self.page.evaluate(READ):
            if each["kind"] == "path":
                boxes = stretches(each["d"] if each["line"] else each["d"] + "Z", each["at"])
                found += [Seen("", box) for box in boxes if each["line"] or (box[2] > box[0] and box[3] > box[1])]
            else:
                found.append(Seen(each.get("text", "").replace("\xa0", " ").strip(), around(corners(*each["box"]))))
        return found


def stretches(d: str, at: Sequence[float]) -> list[tuple[float, ...]]:
    """The box of each stretch of a path without arcs, where the matrix `at` puts it."""
    a, b, c, e, f, g = at
    parts: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for op, written in findall(r"([A-Za-z])([^A-Za-z]*)", d.replace("e-", "_")):
        values = [float(each.replace("_", "e-")) for each in findall(r"-?(?:\d+\.?\d*|\.\d+)(?:_\d+)?", written)]
        size = {"H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0}.get(op.upper(), 2)
        if op in "Mm":
            parts.append([])
        for i in range(0, len(values), size or 1):
            step = values[i : i + size]
            near = (x, y) if op.islower() else (0.0, 0.0)
            if op in "Hh":
                step = [step[0], y - near[1]]
            if op in "Vv":
                step = [x - near[0], step[0]]
            points = [(near[0] + step[k], near[1] + step[k + 1]) for k in range(0, len(step), 2)]
            x, y = points[-1]
            parts[-1] += points
        if op in "Zz" and parts:
            parts[-1].append(parts[-1][0])  # closed twice is closed once: the way between is nothing
    turned = [[(a * u + c * v + f, b * u + e * v + g) for u, v in part] for part in parts if len(part) > 1]
    return [around(part) for part in turned]


def corners(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def around(points: Sequence[Point]) -> tuple[float, ...]:
    """The box of a line, and the middle of all its length."""
    xs, ys = zip(*points, strict=True)
    lengths = [(hypot(c - a, d - b), (a + c) / 2, (b + d) / 2) for (a, b), (c, d) in pairwise(points)]
    whole = sum(length for length, _, _ in lengths)
    middle = [sum(each[0] * each[i] for each in lengths) / whole if whole else points[0][i - 1] for i in (1, 2)]
    return (min(xs), min(ys), max(xs), max(ys), *middle)


def ours(figure: Figure, width: float, height: float) -> Drawing:
    return drawing(in_our_type(figure), width, height)


def read(marks: Sequence[Mark]) -> list[Seen]:
    """Of our own marks; a path has a thing for each of its stretches."""
    found = []
    for mark in marks:
        if isinstance(mark, Text):
            found.append(Seen(mark.text.strip(), around(corners(*mark.ink))))
            continue
        if not _is_seen(mark):
            continue
        starts = [i for i, (op, _) in enumerate(mark.ops) if op == "M"]
        for start, end in zip(starts, [*starts[1:], len(mark.ops)], strict=True):
            ops = mark.ops[start:end]
            points = [(at[i], at[i + 1]) for _, at in ops for i in range(0, len(at), 2)]
            found.append(Seen("", around([*points, points[0]] if ops[-1][0] == "Z" else points)))
    return found


def _is_seen(shape: Shape) -> bool:
    (filled, lined), is_filled = shape.opacity, shape.fill != "none" or shape.hatch is not None
    return bool((is_filled and filled) or (shape.stroke != "none" and shape.stroke_width and lined))


def differences(plotly_: Sequence[Seen], own: Sequence[Seen]) -> list[Any]:
    """What one has and the other has not; each thing answers for one."""
    plotly_, left = ([each for each in seen if each.is_mark] for seen in (plotly_, own))
    missing = []
    for each in plotly_:
        same = next((i for i, other in enumerate(left) if each.is_near(other)), None)
        if same is None:
            missing.append(("plotly", each))
        else:
            left.pop(same)
    return [*missing, *(("ours", each) for each in left)]
