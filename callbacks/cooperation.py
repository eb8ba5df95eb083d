"""Cooperation: the address that is asked -> sentence; gap, requests, events, treaties or registry."""

from typing import Any

from dash import Dash, Input, Output

from callbacks.answers import ASKED, every, frames, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("cooperation"),
    Output("cooperation-stage", "children"),
    Output("cooperation-stage", "className"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def cooperation(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)

    @app.callback(Output("cooperation-frames", "data"), Input("cooperation-wanted", "data"), prevent_initial_call=True)
    def years(address: str) -> dict[str, Any]:
        return frames(opened(address, live))
