"""The places of a profile: sections one below the other, each with its heading, graphs, what is read, sources. They
stand on the page always; what is not in view is empty."""

from typing import Any

from dash import html

from components.custom_components import attributes
from components.pages.country.section import Part
from components.pages.page import Parts, ShownPage
from data.queries.profile import Dimension

VICTIMS = tuple(f"by-{dimension}" for dimension in Dimension)
GRAPHS = ("map", "clock", *VICTIMS, "out", "into", "areas")
TITLED = (*VICTIMS, "out", "into")
AREAS = ("areas-text", "areas-below", "areas-rank", "areas-beside", "areas-flags")
READ = (
    "names", "listing", "contents", "leaf-1", "leaf-2", *(f"{part}-{end}" for part in Part for end in ("head", "foot")),
    "figures", "national", "chain", "cooperation", "context", *AREAS, "quality",
)  # fmt: skip
SECOND_SHEET = Part.CONTEXT  # on paper the sections from here on stand on the second sheet


def places(page: ShownPage, parts: Parts) -> list[Any]:
    """All of them, with what is in view."""
    content: dict[Part, list[Any]] = {
        Part.FIGURES: [page.static("figures", parts)],
        Part.NATIONAL: [page.static("national", parts)],
        Part.CHAIN: [page.graph("clock"), page.static("clock-said", parts, "legend-line"), page.static("chain", parts)],
        Part.VICTIMS: [html.Div([page.titled(name, parts) for name in VICTIMS], className="makeups")],
        Part.FLOWS: [html.Div([page.titled(name, parts) for name in ("out", "into")], className="facing")],
        Part.COOPERATION: [page.static("cooperation", parts)],
        Part.CONTEXT: [page.static("context", parts)],
        Part.AREAS: _areas(page, parts),
        Part.QUALITY: [page.static("quality", parts)],
    }
    drawn = html.Div([page.map(), page.static("map-key", parts)], className="drawn")
    shown: list[Any] = [html.Div([drawn, page.static("names", parts)], className="chooser")]
    shown += [page.static(name, parts) for name in ("listing", "contents", "leaf-1")]
    for part, placed in content.items():
        shown += [page.static("leaf-2", parts)] if part is SECOND_SHEET else []
        ends = [page.static(f"{part}-{end}", parts) for end in ("head", "foot")]
        named = attributes(aria_labelledby=f"part-{part}")
        shown.append(html.Section([ends[0], *placed, ends[1]], className=f"part part-{part}", **named))
    return shown


def _areas(page: ShownPage, parts: Parts) -> list[Any]:
    """The map beside its ranking; the years below the one or the other."""
    text, below, rank, beside, flags = (page.static(name, parts) for name in AREAS)
    look = parts["areas-drawn"]["className"]
    drawn = html.Div([page.map("areas"), page.static("areas-key", parts)], id=page.id("areas-drawn"), className=look)
    columns = [html.Div([drawn, below], className="column"), html.Div([rank, beside], className="column")]
    return [text, html.Div(columns, className="beside"), html.Div(flags, className="national-flags")]
