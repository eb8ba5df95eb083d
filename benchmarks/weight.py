"""What a first visit loads, as sent: the same list for this project and for the plain Dash app beside it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import brotli
from flask.testing import FlaskClient

from app import create_app
from benchmarks import peer
from callbacks.settings import Settings
from components.shell import FETCHED

QUALITY = 6  # of brotli, as callbacks/compression.py has it
GRAPH = ("/_dash-component-suites/dash/dcc/async-graph.js", "/_dash-component-suites/plotly/package_data/plotly.min.js")
LINKED = re.compile(r'<(?:script|link)[^>]*? (?:src|href)="(/[^"]+?\.(?:js|css)[^"]*)"')


class Weight(NamedTuple):
    """Bytes of one kind of file, plain and by brotli."""

    name: str
    raw: int
    packed: int


def ours() -> list[Weight]:
    """The overview as it opens. The plotting library comes only with the series."""
    client = create_app(Settings()).server.test_client()
    document = _get(client, "/en/overview")
    linked = LINKED.findall(document.decode())
    own = [path for path in linked if path.startswith("/assets/")]
    return [
        _weight("document: headline, map, ranking, tables of this address, drawn", [document]),
        _weight("layout and dependencies, for the live page", [_get(client, path) for path in FETCHED]),
        _weight("style sheets", [_get(client, path) for path in own if ".css" in path]),
        _weight("own scripts", [_get(client, path) for path in own if ".js" in path]),
        _weight("Dash's scripts", [_get(client, path) for path in linked if path.startswith("/_dash")]),
    ]


def plotting() -> Weight:
    """What the series add, once: plotly and Dash's graph."""
    client = create_app(Settings()).server.test_client()
    client.get("/en/overview")
    return _weight("plotly and Dash's graph, when series are asked for", [_get(client, path) for path in GRAPH])


def of_peer() -> list[Weight]:
    """The plain Dash app as it opens: nothing can be seen before the last of these has come."""
    client = peer.make(keeps_figures=False).server.test_client()
    document = _get(client, "/")
    linked = LINKED.findall(document.decode())
    posted = client.post(peer.UPDATE, json=peer.changed("victims_detected", "count", 2022))
    answers = [*(_get(client, path) for path in FETCHED), posted.data]
    scripts = [_get(client, path) for path in linked if path.startswith("/_dash")]
    return [
        _weight("document, empty", [document]),
        _weight("layout, dependencies, the two figures", answers),
        _weight("Dash's scripts", scripts),
        _weight("plotly and Dash's graph", [_get(client, path) for path in GRAPH]),
    ]


def total(weights: Iterable[Weight]) -> Weight:
    listed = list(weights)
    return Weight("**together**", sum(w.raw for w in listed), sum(w.packed for w in listed))


def _get(client: FlaskClient, path: str) -> bytes:
    answer = client.get(path, headers={"Referer": "http://localhost/en/overview"})
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return bytes(answer.data)


def _weight(name: str, files: list[bytes]) -> Weight:
    return Weight(name, sum(map(len, files)), sum(len(brotli.compress(file, quality=QUALITY)) for file in files))
