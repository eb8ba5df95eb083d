"""Method: the address that is asked -> a chapter with its calendars and ledgers."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("method"),
    Output("method-stage", "className"),
    Output("method-chapter", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def method(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
