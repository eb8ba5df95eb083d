"""What a page gives to the outputs of its callback, by their ids: `overview-headline` is its part `headline`."""

from collections.abc import Sequence
from typing import Any

from dash import Input, Output
from flask import g

from callbacks.asked import Asked
from components.captions.ways import with_whom
from components.document.shell import around
from components.pages.page import Parts, Props, ShownPage
from data.dataset import Live

ASKED = Input("asked", "data")  # the address that is asked for, kept by assets/navigation.js
CHOICES = ("crimes", "controls", "facets", "tabs", "themes")  # the places of controls, which follow in the browser


def every(page: str) -> list[Output]:
    """The outputs that every page has: what is on it, its words, its controls, the links around it."""
    return [
        Output(f"{page}-shown", "data"),
        *(Output(f"{page}-{part}", "html") for part in ("notice", "release", "headline", "cards", "sources")),
        *(Output(f"{page}-{part}", "children") for part in ("pages", "languages", "foot")),
        Output(f"{page}-choices", "data"),
    ]


def graph(name: str) -> list[Output]:
    """The outputs of a graph in its place."""
    return [Output(name, "figure"), Output(f"{name}-place", "hidden"), Output(f"{name}-place", "aria-label")]


def titled(name: str) -> list[Output]:
    """The outputs of a graph with its title and its sentences."""
    return [*graph(name), Output(f"{name}-title", "html"), Output(f"{name}-said", "html")]


def opened(address: str, live: Live) -> ShownPage:
    """The page of an address, of the data for which the answer is kept.

    Raises:
        ValueError: there is no page at the address.
    """
    asked = g.get("asked") or Asked.of(address, live.dataset)
    if asked is None:
        raise ValueError(address)
    found: Asked = asked
    return found.page()


def values(page: ShownPage, wanted: Sequence[Output]) -> list[Any]:
    """For each output what the page has for it."""
    parts = whole(page)
    mine = f"{page.view.page}-"
    return [parts[str(each.component_id).removeprefix(mine)][each.component_property] for each in wanted]


def whole(page: ShownPage) -> Parts:
    """All that changes with the address, by part."""
    parts = page.parts() | around(page.view, page.words, with_whom(page.view, page.dataset))
    beside = {"shown": shown(page), "choices": choices(page, parts)}
    return parts | {"release": {"html": page.since()}} | {name: {"data": data} for name, data in beside.items()}


def choices(page: ShownPage, parts: Parts) -> Props:
    """The controls of a page by the place where they stand; the browser's side puts them there (assets/controls.js)."""
    return {page.id(name): parts[name]["children"] for name in CHOICES if name in parts}


def shown(page: ShownPage) -> Props:
    """What is on the page, for the browser's side: address, title, theme; where years are turned, the one in view, how
    many there are, and the address whose frames they have."""
    told: Props = {"url": page.view.url, "title": stamp(page) + page.title, "theme": page.view.theme}
    if page.turned and page.year is not None:
        of = page.view.with_values(year=None).url
        told |= {"year": page.year, "said": page.year_said(page.year), "years": len(page.turned), "frames": of}
    return told


def frames(page: ShownPage) -> Props:
    """Each year of a view as values that are ready to be put in their places."""
    made = page.frames()
    for frame in made.values():
        frame["parts"] = {page.id(name): props for name, props in frame["parts"].items()}
    return {"of": page.view.url, "stamp": stamp(page), "years": made}


def stamp(page: ShownPage) -> str:
    """What stands before every title while the registry is made up."""
    return f"{page.words('synthetic.stamp')} · " if page.dataset.synthetic else ""
