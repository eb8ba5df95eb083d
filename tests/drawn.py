"""Figures read back as what a reader sees in them: joined lines, bands, uprights, and what a pointer is told."""

import re
from collections.abc import Iterator
from typing import Any

from dash import dcc
from dash.development.base_component import Component

Figure = dict[str, Any]
Place = tuple[float, float]


def graphs(node: Any) -> dict[str, Figure]:
    """The figures in view, of a tree of components, by the ids of their graphs."""
    if isinstance(node, (list, tuple)):
        return {name: figure for each in node for name, figure in graphs(each).items()}
    if isinstance(node, dcc.Graph):
        return {node.id: node.figure} if node.figure["data"] else {}
    return graphs(getattr(node, "children", None)) if isinstance(node, Component) else {}


def lines(figure: Figure, name: str | None = None) -> list[list[Place]]:
    """Stretches of points joined by a line; a point alone is a stretch of one."""
    return [each for trace in _traces(figure, name) if _is_line(trace) for each in _stretches(trace)]


def bands(figure: Figure, name: str | None = None) -> list[list[Place]]:
    """The outlines of the areas."""
    return [each for trace in _traces(figure, name) if "fill" in trace for each in _stretches(trace)]


def uprights(figure: Figure, name: str | None = None) -> list[list[Place]]:
    """Ranges, each as its two ends."""
    found = [t for t in _traces(figure, name) if "fill" not in t and not _is_line(t) and "markers" in t["mode"]]
    return [each for trace in found for each in _stretches(trace)]


def told(figure: Figure, name: str | None = None) -> list[str]:
    """What a pointer reads at each point that is drawn."""
    return [
        said
        for trace in _traces(figure, name)
        if trace["hoverinfo"] == "text"
        for said, y in zip(trace["hovertext"], trace["y"], strict=True)
        if y is not None
    ]


def _traces(figure: Figure, name: str | None) -> Iterator[Figure]:
    return (trace for trace in figure["data"] if name in (None, trace["name"]))


def _is_line(trace: Figure) -> bool:
    return "fill" not in trace and trace.get("marker", {}).get("symbol") != "line-ew-open"


def _stretches(trace: Figure) -> list[list[Place]]:
    found: list[list[Place]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if y is None:
            found.append([])
        else:
            found[-1].append((x, y))
    return [each for each in found if each]


def barred(figure: Figure, axis: str = "x") -> list[tuple[str, str]]:
    """Of a figure of bars the name and what is printed of each row, from the top; of columns those of one axis."""
    names = next(_texts(trace) for trace in figure["data"] if trace["name"] == "names")
    own = next(t for t in figure["data"] if t["name"] == "printed" and t.get("xaxis", "x") == axis)
    at = dict(zip(next(t["y"] for t in figure["data"] if t["name"] == "names"), names, strict=True))
    return [(at[min(at, key=lambda y: abs(y - row))], text) for row, text in zip(own["y"], _texts(own), strict=True)]


def _texts(trace: Figure) -> list[str]:
    return [re.sub(r"<[/a-z][^>]*>", "", text).strip("\u00a0 ") for text in trace["text"]]
