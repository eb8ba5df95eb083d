"""Compare: the address that is asked -> sentence, what may be compared, picture."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, graph, opened, values
from data.dataset import Live

OUTPUTS = [
    *every("compare"),
    Output("compare-comparability", "html"),
    Output("compare-stage", "className"),
    *graph("compare-series"),
    Output("compare-series-said", "html"),
    *graph("compare-multiples"),
    Output("compare-multiples-said", "html"),
    *graph("compare-slope"),
    Output("compare-slope-said", "html"),
    Output("compare-over-time", "html"),
    Output("compare-changes", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def compare(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
