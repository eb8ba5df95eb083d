"""Passport: the address that is asked -> where one figure comes from."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, graph, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("figure"),
    Output("figure-stage", "className"),
    Output("figure-sheet", "html"),
    *graph("figure-history"),
    Output("figure-history-said", "html"),
    Output("figure-years", "html"),
    Output("figure-references", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def passport(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
