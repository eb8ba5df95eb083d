"""Country: the address that is asked -> sentence and sections of one country."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("country"),
    Output("country-stage", "children"),
    Output("country-stage", "className"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def country(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
