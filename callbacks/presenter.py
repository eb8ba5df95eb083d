"""Presenter's room: the address that is asked -> the deck and its files."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("present"),
    Output("present-talk", "html"),
    Output("present-talk", "document"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def presenter(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
