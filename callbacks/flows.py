"""Flows: the address that is asked -> sentence, map or matrix, largest pairs."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("flows"),
    Output("flows-stage", "children"),
    Output("flows-stage", "className"),
    Output("flows-rank", "children"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def flows(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
