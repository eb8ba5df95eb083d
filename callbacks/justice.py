"""Justice: the address that is asked -> sentence, panels or chain, remarks."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("justice"),
    Output("justice-stage", "children"),
    Output("justice-stage", "className"),
    Output("justice-flags", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def justice(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
