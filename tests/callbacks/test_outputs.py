"""What stands on a page and what its callback names are the same: a part without an output would never change, and an
output without a node stops the whole callback."""

from collections.abc import Iterator
from typing import Any

import pytest
from dash import dcc
from dash.development.base_component import Component

import app
from callbacks.site import state
from components.custom_components import Static
from components.document.shell import footer, header
from components.pages import open_page
from components.url.choices import CHARTS, Language, Page
from components.url.url_params import FIELDS
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country

OUTPUTS = {
    page: {(str(each.component_id), each.component_property) for each in module.OUTPUTS}
    for module in app.PAGES
    for page in Page
    if str(module.OUTPUTS[0].component_id) == f"{page}-shown"
}
VIEWS = [
    View.of(Language.EN, page, chart=chart, **chosen)
    for page, charts in CHARTS.items()
    for chart in charts
    for chosen in ({}, {"country": Country.ARG})
    if not chosen or "country" in FIELDS[page]
]

IN_THE_BROWSER = {("upright", "html"), ("search", "html")}  # their scripts in assets/ see to them


def nodes(tree: Any, replaced: set[str]) -> Iterator[Component]:
    """The elements of a tree, without those that an answer makes anew with the one around them."""
    for each in tree if isinstance(tree, (list, tuple)) else [tree]:
        if isinstance(each, Component):
            yield each
            if named(each) not in replaced:
                yield from nodes(getattr(each, "children", None), replaced)


def named(node: Component) -> str:
    """The id of a node; that of a control, which is a mapping, names no part."""
    found = getattr(node, "id", None)
    return found if isinstance(found, str) else ""


def unnamed(tree: list[Component], outputs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What stands in a tree and has no output."""
    anew = {name for name, prop in outputs if prop == "children"}
    kinds = {dcc.Graph: "figure", Static: "html"}
    return (
        {(named(each), kinds[type(each)]) for each in nodes(tree, anew) if type(each) in kinds}
        - outputs
        - IN_THE_BROWSER
    )


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_all_that_a_page_shows_is_named_by_its_callback(real: Dataset, view: View) -> None:
    page = open_page(view, (), real)
    tree = [*state(page), header(page.view, page.words), page.page(), footer(page.view, page.words)]
    assert unnamed(tree, OUTPUTS[view.page]) == set()
    known = {named(each) for each in nodes(tree, set())}
    assert {name for name, _ in OUTPUTS[view.page]} - known == set()


def test_a_graph_that_is_forgotten_is_found(real: Dataset) -> None:
    page = open_page(View.of(Language.EN, Page.OVERVIEW), (), real)
    fewer = OUTPUTS[Page.OVERVIEW] - {("overview-map", "figure"), ("overview-rank", "html")}
    assert unnamed([page.page()], fewer) == {("overview-map", "figure"), ("overview-rank", "html")}
