"""Named outputs over the wire: what a chart shows is what its picture is, and nothing else is drawn."""

import json

import callback_wire as wire
import pytest
from flask.testing import FlaskClient

from components.pages import PAGES, open_page
from components.url.choices import CHARTS, Page
from components.url.view import View
from data.dataset import Dataset

DRAWN = [View.of("en", page, chart=chart).url for page in Page if PAGES[page].graphs for chart in CHARTS[page]]


@pytest.mark.parametrize("address", DRAWN)
def test_a_graph_is_given_the_figure_of_its_picture_and_else_keeps_its_own(
    client: FlaskClient, real: Dataset, address: str
) -> None:
    page = open_page(View.from_url(*address.partition("?")[::2]), (), real)
    given = wire.parts(client, address)
    places = {page.id(name) for name in page.graphs}
    pictures = [*page.pictures(), *page.beside()]
    assert all(picture.table for picture in pictures if picture.figure and picture.name not in places)
    figures = {picture.name: picture.figure for picture in pictures}
    first = {node["props"].get("id"): node["props"] for node in wire.nodes(wire.layout(client, address).get_json())
             if node["type"] == "Graph"}  # fmt: skip
    for name in map(page.id, page.graphs):
        drawn = given.get(name, {}).get("figure")
        assert drawn == json.loads(json.dumps(figures.get(name)))
        assert given[f"{name}-place"]["hidden"] is (drawn is None)
        assert bool(given[f"{name}-place"]["aria-label"]) is (drawn is not None)
        assert first[name]["figure"]["data"] == (drawn["data"] if drawn else [])
