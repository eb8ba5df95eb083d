"""About: the address that is asked -> a chapter of what the site says of itself."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("about"),
    Output("about-stage", "className"),
    Output("about-chapter", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def about(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
