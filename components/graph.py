"""A figure in its place on a page: `dcc.Graph` with its name, its room and its words.

A graph stands on its page always, so that an answer gives it a figure and never makes it anew: a zoom stays, and no
output is missing. What is not in view is `hidden`, and draws nothing until it is (assets/theme.js).
"""

from typing import Any

from dash import dcc, html

from components.custom_components import attributes
from components.i18n import Words
from components.theme import Figure

NOTHING: Figure = {"data": [], "layout": {}}


def graph(name: str, figure: Figure | None, label: str, words: Words, *, is_wide: bool = False) -> html.Div:
    """A figure as a live graph whose id is `name`, in a place whose id is `name-place`.

    `label` says in words what it shows; the figures themselves are had by pointer, touch and from the table twin.
    The room is as tall as `layout.height` says (pixels). One that is wide goes on sideways where the screen is narrow.
    """
    drawn = live(name, figure, words)
    if is_wide:
        content, look = html.Div(drawn, className="plot"), "scroll is-wide"
        return place(name, [content], label, look, is_hidden=figure is None, tabIndex="0")
    return place(name, [drawn], label, "plot", is_hidden=figure is None)


def place(name: str, content: list[Any], label: str, look: str, *, is_hidden: bool, **marks: Any) -> html.Div:
    """Where a graph stands, with what belongs to it."""
    said = attributes(aria_label=label)
    return html.Div(content, id=f"{name}-place", hidden=is_hidden, className=look, role="group", **said, **marks)


def live(name: str, figure: Figure | None, words: Words) -> dcc.Graph:
    """The graph alone."""
    height = figure["layout"].get("height") if figure else None
    return dcc.Graph(
        id=name,
        figure=figure or NOTHING,
        className="graph",
        responsive=True,
        config=config(words),
        style={"height": f"{height}px"} if height else {},
    )


def titled(
    name: str, title: str, figure: Figure | None, words: Words, *, nothing: str = "", is_wide: bool = False
) -> html.Div:
    """A graph below its title; without a figure one plain line says that there is `nothing`. One that is wide goes on
    sideways where the screen is narrow."""
    drawn = graph(name, figure, title, words) if figure else html.P(nothing, className="nothing")
    if is_wide and figure:
        region = attributes(role="region", aria_label=title)
        drawn = html.Div(drawn, className="scroll is-wide", tabIndex="0", **region)
    return html.Div([html.H2(title, className="caption"), drawn], className="titled")


def config(words: Words) -> dcc.Graph.Config:
    """How plotly behaves: no bar of tools, nothing sent anywhere, numbers and months of the reader's language."""
    return {
        "displayModeBar": False,
        "displaylogo": False,
        "showSendToCloud": False,
        "scrollZoom": False,
        "doubleClick": "reset",
        "locale": str(words.language),
    }
