"""Compare: the address that is asked -> sentence, what may be compared, picture."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("compare"),
    Output("compare-comparability", "html"),
    Output("compare-stage", "children"),
    Output("compare-stage", "className"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def compare(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
