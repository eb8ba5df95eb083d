"""Overview: the address that is asked -> sentence, picture, ranking, what stands out; when idle -> years to turn."""

from typing import Any

from dash import Dash, Input, Output

from callbacks.answers import ASKED, every, frames, graph, opened, titled, values
from components.pages.overview.movement import GRAPHS, READ
from data.dataset import Live

OUTPUTS = [
    *every("overview"),
    Output("overview-lead", "html"),
    Output("overview-stage", "className"),
    *graph("overview-map"),
    Output("overview-map-key", "html"),
    *graph("overview-series"),
    Output("overview-series-said", "html"),
    Output("overview-by-country", "html"),
    Output("overview-over-time", "html"),
    Output("overview-year", "min"),
    Output("overview-year", "max"),
    Output("overview-scale", "html"),
    Output("overview-rank", "html"),
    Output("overview-sparks", "html"),
    Output("overview-insights", "html"),
    Output("overview-news", "html"),
    Output("overview-flags", "html"),
    Output("overview-difference", "html"),
    Output("overview-movement", "hidden"),
    *(output for name in GRAPHS for output in titled(f"overview-{name}")),
    *(Output(f"overview-{name}", "html") for name in READ),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def overview(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)

    @app.callback(Output("overview-frames", "data"), Input("overview-wanted", "data"), prevent_initial_call=True)
    def years(address: str) -> dict[str, Any]:
        return frames(opened(address, live))
