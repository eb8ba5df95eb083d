"""What a changed view costs, as ratios in one run: plain Dash, Dash with cached figures, and this project.

The peer is a minimal Dash app with two plotly figures of the same 22 countries, answered over the same test client. Run
with `make bench`; writes benchmarks/results.md.
"""

import json
import platform
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import brotli
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html
from flask_caching import Cache

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from app import create_app  # noqa: E402
from callbacks.settings import Settings  # noqa: E402
from components.view import Language, Page, View  # noqa: E402
from data.answer import Selection, answer  # noqa: E402
from data.dataset import Dataset, load  # noqa: E402
from data.vocabulary import Country, Indicator  # noqa: E402

SECONDS = 4.0
RESULTS = Path(__file__).parent / "results.md"


def figures(dataset: Dataset, indicator: str, year: int) -> list[Any]:
    """The two figures that the peer draws: bars of one year, and 22 lines."""
    found = answer(dataset, Selection(Indicator(indicator), 2010, 2023))
    highs = [cell.count.high if cell.count else None for cell in found.by_country(year)]
    bars = go.Figure(go.Bar(x=list(Country), y=highs))
    lines = go.Figure()
    for country in Country:
        cells = found.over_time(country)
        lines.add_scatter(x=list(found.years), y=[c.count.high if c.count else None for c in cells], name=country)
    return [bars, lines]


def peer(dataset: Dataset, *, cached: bool) -> Dash:
    """A minimal Dash app of the usual kind."""
    app = Dash(__name__)
    app.layout = html.Div([dcc.Dropdown(id="indicator"), dcc.Slider(id="year"), dcc.Graph(id="a"), dcc.Graph(id="b")])
    make: Callable[..., Any] = figures
    if cached:
        make = Cache(app.server, config={"CACHE_TYPE": "SimpleCache"}).memoize()(
            lambda indicator, year: figures(dataset, indicator, year)
        )

    @app.callback(Output("a", "figure"), Output("b", "figure"), Input("indicator", "value"), Input("year", "value"))
    def draw(indicator: str, year: int) -> Any:
        return make(indicator, year) if cached else make(dataset, indicator, year)

    return app


def timed(ask: Callable[[int], int]) -> tuple[float, float]:
    """Answers a second, and the 95th percentile in milliseconds; every answer must be 200 or 304."""
    for number in range(len(Indicator)):
        ask(number)
    took = []
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        if ask(len(took)) not in (200, 304):
            raise RuntimeError("an answer failed")
        took.append(time.perf_counter() - start)
    return len(took) / sum(took), statistics.quantiles(took, n=20)[-1] * 1000


def asks(dataset: Dataset) -> dict[str, Callable[[int], int]]:
    """The ways to answer a changed view, each over a test client."""

    def of_peer(cached: bool) -> Callable[[int], int]:
        client = peer(dataset, cached=cached).server.test_client()

        def ask(number: int) -> int:
            inputs = [
                {"id": "indicator", "property": "value", "value": list(Indicator)[number % 5]},
                {"id": "year", "property": "value", "value": 2022},
            ]
            outputs = [{"id": "a", "property": "figure"}, {"id": "b", "property": "figure"}]
            body = {"output": "..a.figure...b.figure..", "outputs": outputs, "inputs": inputs,
                    "changedPropIds": ["indicator.value"]}  # fmt: skip
            return client.post("/_dash-update-component", json=body).status_code

        return ask

    ours = create_app(Settings()).server.test_client()
    views = [View.of(Language.ES, Page.OVERVIEW, indicator=indicator) for indicator in Indicator]
    addresses = [f"{view.path}.parts{view.search}" for view in views]
    tags = [ours.get(address).headers["ETag"] for address in addresses]
    packed = {"Accept-Encoding": "br"}
    return {
        "plain Dash, two figures": of_peer(cached=False),
        "Dash, figures cached": of_peer(cached=True),
        "Atalaya, all years of a view": lambda n: ours.get(addresses[n % 5], headers=packed).status_code,
        "Atalaya, asked again (304)": lambda n: (
            ours.get(addresses[n % 5], headers={"If-None-Match": tags[n % 5]}).status_code
        ),
    }


def weights() -> list[tuple[str, int, int]]:
    """Raw and brotli bytes of what a first visit to the overview loads."""
    client = create_app(Settings()).server.test_client()
    document = client.get("/es/").data
    sheets = b"".join(path.read_bytes() for path in sorted((ROOT / "assets").glob("*.css")))
    own = b"".join(path.read_bytes() for path in sorted((ROOT / "assets").glob("*.js")))
    named = {
        "document, page drawn": document,
        "frames of all years": client.get("/es/overview.parts").data,
        "style sheets": sheets,
        "own scripts": own,
    }
    return [(name, len(raw), len(brotli.compress(raw, quality=6))) for name, raw in named.items()]


def main() -> None:
    dataset = load()
    found = {name: timed(ask) for name, ask in asks(dataset).items()}
    base = found["plain Dash, two figures"][0]
    packages = ", ".join(f"{name} {version(name)}" for name in ("dash", "plotly", "pandas", "flask-caching"))
    lines = [
        "# Results",
        "",
        f"`make bench` on {datetime.now(UTC):%Y-%m-%d}; Python {platform.python_version()}, {packages}.",
        "One process, one client, in memory: read the ratios, not the absolute figures.",
        "",
        "| a changed view, answered by | answers a second | against plain Dash | 95 % within, ms |",
        "|---|---:|---:|---:|",
        *(f"| {name} | {rate:,.0f} | {rate / base:,.1f} x | {p95:.1f} |" for name, (rate, p95) in found.items()),
        "",
        "| first visit to the overview | bytes | with brotli |",
        "|---|---:|---:|",
        *(f"| {name} | {raw:,} | {packed:,} |" for name, raw, packed in weights()),
        "",
    ]
    RESULTS.write_text("\n".join(lines), encoding="utf-8")
    print(json.dumps({name: round(rate) for name, (rate, _) in found.items()}))  # noqa: T201


if __name__ == "__main__":
    main()
