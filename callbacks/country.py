"""Country: the address that is asked -> sentence and sections of one country."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, graph, opened, titled, values
from components.pages.country.places import READ, TITLED
from data.dataset import Live

OUTPUTS = [
    *every("country"),
    Output("country-stage", "className"),
    *graph("country-map"),
    Output("country-map-key", "html"),
    *graph("country-clock"),
    Output("country-clock-said", "html"),
    *(output for name in TITLED for output in titled(f"country-{name}")),
    *graph("country-areas"),
    Output("country-areas-key", "html"),
    Output("country-areas-drawn", "className"),
    *(Output(f"country-{name}", "html") for name in READ),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def country(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
