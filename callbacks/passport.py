"""Passport: the address that is asked -> where one figure comes from."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("figure"),
    Output("figure-stage", "children"),
    Output("figure-stage", "className"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def passport(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
