"""A figure in its place on a page: `dcc.Graph` with its name, its room and its words.

A graph stands on its page always, so that an answer gives it a figure and never makes it anew: a zoom stays, and no
output is missing. What is not in view is `hidden`, and draws nothing until it is (assets/graph.js).
"""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from markupsafe import Markup

from components.captions.picture import Picture
from components.custom_components import attributes, slow
from components.i18n import Words
from components.markup import el, join
from components.theme import Figure

ZOOM = ("zoomIn2d", "zoomOut2d", "resetScale2d")
SAID = {"Zoom in": "map.zoom.in", "Zoom out": "map.zoom.out", "Reset axes": "map.zoom.all"}  # what plotly calls them
NOTHING: Figure = {"data": [], "layout": {}}


def graph(
    name: str, figure: Figure | None, label: str, words: Words, *,
    png: str = "", is_alone: bool = False, is_wide: bool = False,
) -> html.Div:  # fmt: skip
    """A figure as a live graph whose id is `name`, in a place whose id is `name-place`.

    `label` says in words what it shows; the figures themselves are had by pointer, touch and from the table twin.
    The room is as tall as `layout.height` says (pixels). One that is wide goes on sideways where the screen is narrow.
    `png` is the address of the view as a file; one that `is_alone` has of it a file without the rest.
    """
    drawn: dcc.Graph | html.Div = live(name, figure, words)
    if is_wide:
        drawn = html.Div(html.Div(drawn, className="plot"), className="scroll is-wide", tabIndex="0")
    return place(
        name,
        [drawn, *camera(png, words, name if is_alone else "")],
        label,
        "" if is_wide else "plot",
        is_hidden=figure is None,
    )


def place(name: str, content: list[Any], label: str, look: str, *, is_hidden: bool) -> html.Div:
    """Where a graph stands, with what belongs to it."""
    look = f"place {look}".strip()
    return html.Div(content, id=f"{name}-place", hidden=is_hidden, className=look, role="group",
                    **attributes(aria_label=label))  # fmt: skip


def camera(png: str, words: Words, place: str = "") -> list[html.Div]:
    """The way to the view, or to one place of it, as a picture with its title, finding and sources; its address follows
    what is shown (assets/navigation.js)."""
    if not png:
        return []
    of = {"data_place": place} if place else {}
    said = attributes(aria_label=words("camera.alone" if place else "camera.label"), **of, **slow(words))
    href = f"{png}{'&' if '?' in png else '?'}place={place}" if place else png
    return [html.Div(html.A("PNG", href=href, download="", **said), className="camera")]


def live(name: str, figure: Figure | None, words: Words, zoom: Sequence[str] = ()) -> dcc.Graph:
    """The graph alone; `zoom` are the buttons of plotly's that it has."""
    height = figure["layout"].get("height") if figure else None
    return dcc.Graph(
        id=name,
        figure=figure or NOTHING,
        className="graph",
        responsive=True,
        config=config(words, zoom),
        style={"height": f"{height}px"} if height else {},
    )


def heading(picture: Picture) -> Markup:
    """What stands above a picture."""
    return el("h2", picture.title, class_="caption") if picture.title else Markup("")


def sentences(picture: Picture, *, is_drawn: bool) -> Markup:
    """What is said of a picture; of one that is not drawn, why."""
    return join([el("p", line, class_=None if is_drawn else "nothing") for line in picture.said])


def config(words: Words, zoom: Sequence[str] = ()) -> dcc.Graph.Config:
    """How plotly behaves: no tools but those of the zoom, nothing sent anywhere, words and numbers of the language."""
    return {
        "displayModeBar": bool(zoom),
        "modeBarButtons": [list(zoom)],
        "displaylogo": False,
        "showSendToCloud": False,
        "showTips": False,
        "scrollZoom": False,
        "doubleClick": "reset",
        "locale": str(words.locale),
        "locales": {
            str(words.locale): {
                "dictionary": {said: words(key) for said, key in SAID.items()} if zoom else {},
                "format": words.formats(),
            }
        },
    }
