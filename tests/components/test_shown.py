"""What a page shows is what its pictures say: every table, graph and heading of the stage stands among them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import delivered
import pytest
from drawn import graphs
from tree import parse, rows, text

from components.captions.picture import Picture
from components.document.first_paint import to_html
from components.drawing.figure_svg import is_to_scale
from components.pages.page import ShownPage, open_page
from components.tables.table import to_html as table_html
from components.url.view import View
from data.dataset import Dataset
from data.registry.delivery import publish

SHOWN = [
    "/es/overview", "/pt/flows",
    *(f"/es/cooperation?chart={chart}" for chart in ("gap", "requests", "events", "instruments", "registry")),
    "/pt/cooperation?chart=gap&country=BRA&sort=means",
    "/en/cooperation?chart=requests&country=ESP&kind=requests",
    "/en/cooperation?chart=events&country=CUB",
    "/pt/country", "/es/country?country=MEX", "/en/country?country=ARG&year=2016", "/pt/country?country=AND",
    "/es/country?country=MEX&chart=table",
    *(f"/en/method?chart={c}" for c in ("definitions", "rules", "coverage", "hidden", "reading", "glossary")),
    "/es/method?chart=hidden&lens=one_to_twenty",
    "/es/data", "/en/data?table=flows&where=country:ARG&order=-year&columns=country,partner,year,low",
    "/pt/data?table=sources", "/en/data?where=country:ARG;year:1990",
    "/es/present", "/en/present?slides=flows.title-Hall",
]  # fmt: skip


def opened(address: str, dataset: Dataset) -> ShownPage:
    path, _, search = address.partition("?")
    view, ignored = View.parse(path, search)
    assert not ignored
    return open_page(view, ignored, dataset)


def told(pictures: list[Picture]) -> tuple[list[tuple[str, list[list[str]]]], dict[str, Any]]:
    """Caption and body of each table, and each figure by its name."""
    tables = [parse(table_html(each.table)) for each in pictures if each.table]
    return [of_table(each[0]) for each in tables for each in [list(each.iter("table"))]], {
        each.name: each.figure for each in pictures if each.figure
    }


def of_table(table: Any) -> tuple[str, list[list[str]]]:
    caption = table.find("caption")
    return text(caption), list(rows(table))


def in_sight(root: Any) -> Iterator[Any]:
    """The tables of a page that stand in no fold."""
    for child in root:
        if child.tag == "table":
            yield child
        elif child.tag != "details":
            yield from in_sight(child)


def check(page: ShownPage) -> None:
    pictures = page.pictures()
    assert len({each.name for each in pictures}) == len(pictures)
    assert all(each.figure or each.table or each.said or each.key or each.title for each in pictures)
    maps = [each for each in [*pictures, *page.beside()] if each.figure and is_to_scale(each.figure)]
    assert all(each.note == page.words("map.note") for each in maps)  # whose opinion boundaries and names are not
    stage = page.page()[page.id("stage")].children
    drawn = parse(to_html(stage))
    tables, figures = told(pictures)
    assert [each for each in map(of_table, in_sight(drawn)) if each not in tables] == []
    live = graphs(stage)
    assert set(live) == set(figures)
    for name, figure in live.items():
        assert json.dumps(figure) == json.dumps(figures[name])
    named = {each.title for each in pictures} | {caption for caption, _ in tables}
    named |= {text for _, body in tables for row in body for text in row}
    assert {text(node) for tag in ("h2", "h3") for node in drawn.iter(tag)} <= named


@pytest.mark.parametrize("address", SHOWN)
def test_every_table_graph_and_heading_of_a_page_is_among_its_pictures(address: str, real: Dataset) -> None:
    check(opened(address, real))


@pytest.mark.parametrize("search", ["", "&year=2021", "&country=ARG", "&country=ARG&partner=BOL", "&country=CUB"])
def test_a_registry_too(search: str, small: Dataset) -> None:
    tables = MappingProxyType({**small.tables, "registry": publish(delivered.frame(), 5)})
    check(opened(f"/es/cooperation?chart=registry{search}", replace(small, tables=tables)))
