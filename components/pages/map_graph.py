"""A map in its place on a page: the figure, and what assets/map.js lays over it."""

from dash import html

from components.custom_components import attributes
from components.i18n import Words
from components.pages.graph import ZOOM, camera, live, place
from components.theme import Figure
from components.url.choices import Chart, Page
from components.url.view import View


def map_graph(name: str, figure: Figure | None, label: str, words: Words, png: str = "") -> html.Div:
    """A live map whose graph has the id `name`: figures as options of a list box, a card, plotly's buttons to zoom."""
    to = View.of(words.locale, Page.METHOD, chart=Chart.DEFINITIONS).url
    content = [
        html.Div(live(name, figure, words, ZOOM), className="plot"),
        html.Div(className="map-options"),
        html.P(html.A(words("map.note.short"), href=to, title=words("map.note")), className="boundaries"),
        *camera(png, words),
        html.Div(className="tip", hidden=True, **attributes(aria_hidden="true")),
    ]
    return place(name, content, label, "map", is_hidden=figure is None)
