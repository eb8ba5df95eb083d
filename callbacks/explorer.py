"""Data: the address that is asked -> filters, rows, and how they are taken away."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("data"),
    Output("data-filters", "html"),
    Output("data-stage", "className"),
    Output("data-pager", "html"),
    Output("data-rows", "html"),
    Output("data-reads", "html"),
    Output("data-take", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def explorer(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
