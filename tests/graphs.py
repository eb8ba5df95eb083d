"""The live graphs of a page, as a test asks them what they show."""

import re
from collections.abc import Iterator
from typing import Any

from dash import dcc

Figure = dict[str, Any]


def graphs(tree: Any) -> dict[str, Figure]:
    """The figures of a tree of components, by the id of their graph, in the order of the page."""
    return {graph.id: graph.figure for graph in _graphs(tree)}


def _graphs(node: Any) -> Iterator[Any]:
    if isinstance(node, (list, tuple)):
        for each in node:
            yield from _graphs(each)
    elif isinstance(node, dcc.Graph):
        yield node
    elif node is not None and not isinstance(node, (str, int, float)):
        yield from _graphs(getattr(node, "children", None))


def barred(figure: Figure, axis: str = "x") -> list[tuple[str, str]]:
    """Of a figure of bars the name and what is printed of each row, from the top; of columns those of one axis."""
    names = next(_texts(trace) for trace in figure["data"] if trace["name"] == "names")
    own = next(t for t in figure["data"] if t["name"] == "printed" and t.get("xaxis", "x") == axis)
    at = dict(zip(next(t["y"] for t in figure["data"] if t["name"] == "names"), names, strict=True))
    return [(at[min(at, key=lambda y: abs(y - row))], text) for row, text in zip(own["y"], _texts(own), strict=True)]


def _texts(trace: Figure) -> list[str]:
    return [re.sub(r"<.?b>", "", text).strip("\u00a0 ") for text in trace["text"]]
