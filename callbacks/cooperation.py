"""Cooperation: the address that is asked -> sentence; gap, requests, events, treaties or registry; idle -> years."""

from typing import Any

from dash import Dash, Input, Output

from callbacks.answers import ASKED, every, frames, graph, opened, titled, values
from data.dataset import Live

TABLES = (
    "calendar", "registering", "of-country", "matrix", "pairs", "events", "statements", "tally-key", "by-year",
    "by-instrument", "by-row", "corridors", "rows", "delivery",
)  # fmt: skip
OUTPUTS = [
    *every("cooperation"),
    Output("cooperation-stage", "className"),
    Output("cooperation-map-title", "html"),
    Output("cooperation-map-key", "html"),
    *graph("cooperation-map"),
    *titled("cooperation-timeline"),
    *graph("cooperation-treaties"),
    *graph("cooperation-registry-map"),
    Output("cooperation-registry-map-key", "html"),
    Output("cooperation-turning", "children"),
    Output("cooperation-registry-years-title", "html"),
    Output("cooperation-registry-years-key", "html"),
    *graph("cooperation-registry-years"),
    *(Output(f"cooperation-{name}", "html") for name in TABLES),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def cooperation(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)

    @app.callback(Output("cooperation-frames", "data"), Input("cooperation-wanted", "data"), prevent_initial_call=True)
    def years(address: str) -> dict[str, Any]:
        return frames(opened(address, live))
