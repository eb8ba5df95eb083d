"""A map in its place on a page: the figure, and what assets/map.js lays over it."""

from dash import html

from components.custom_components import attributes
from components.graph import live, place
from components.i18n import Words
from components.theme import Figure

ZOOM = {"in": "+", "out": "−", "all": "⤢"}


def map_graph(name: str, figure: Figure | None, label: str, words: Words) -> html.Div:
    """A live map whose graph has the id `name`: figures as options of a list box, a card, buttons to zoom."""
    buttons = [
        html.Button(sign, type="button", **attributes(data_zoom=how, aria_label=words(f"map.zoom.{how}")))
        for how, sign in ZOOM.items()
    ]
    content = [
        html.Div(live(name, figure, words), className="plot"),
        html.Div(className="map-options"),
        html.Div(buttons, className="zoom"),
        html.Div(className="tip", hidden=True, **attributes(aria_hidden="true")),
    ]
    return place(name, content, label, "map", is_hidden=figure is None)
