"""A map in its place on a page: the figure, and what assets/map.js lays over it."""

from collections.abc import Sequence

from dash import html

from components.custom_components import attributes
from components.figures.choropleth import Looks, choropleth
from components.graph import graph
from components.i18n import Words
from components.theme import Figure
from data.places import Plan

ZOOM = {"in": "+", "out": "−", "all": "⤢"}


def map_graph(name: str, plan: Plan, looks: Looks, label: str, words: Words, over: Sequence[Figure] = ()) -> html.Div:
    """A live map whose graph has the id `name`: figures as options of a list box, a card, buttons to zoom."""
    buttons = [
        html.Button(sign, type="button", **attributes(data_zoom=how, aria_label=words(f"map.zoom.{how}")))
        for how, sign in ZOOM.items()
    ]
    return html.Div(
        [
            graph(name, choropleth(plan, looks, over), label, words),
            html.Div(className="map-options", **attributes(data_label=label)),
            html.Div(buttons, className="zoom"),
            html.Div(className="tip", hidden=True, **attributes(aria_hidden="true")),
        ],
        className="map",
    )
