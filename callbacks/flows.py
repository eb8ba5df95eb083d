"""Flows: the address that is asked -> sentence, map or matrix, largest pairs."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, graph, opened, titled, values
from data.dataset import Live

OUTPUTS = [
    *every("flows"),
    Output("flows-stage", "className"),
    *graph("flows-map"),
    Output("flows-map-key", "html"),
    *titled("flows-largest"),
    Output("flows-matrix", "html"),
    *titled("flows-out"),
    *titled("flows-into"),
    Output("flows-apart", "html"),
    Output("flows-pairs", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def flows(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
