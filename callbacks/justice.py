"""Justice: the address that is asked -> sentence, panels or chain, remarks."""

from typing import Any

from dash import Dash, Output

from callbacks.answers import ASKED, every, graph, opened, titled, values
from data.dataset import Live

OUTPUTS = [
    *every("justice"),
    Output("justice-stage", "className"),
    Output("justice-back", "html"),
    Output("justice-panels-key", "html"),
    *graph("justice-panels"),
    *graph("justice-clock"),
    Output("justice-clock-said", "html"),
    Output("justice-steps", "html"),
    Output("justice-window", "html"),
    *titled("justice-chain"),
    Output("justice-who", "html"),
    *titled("justice-sexes"),
    Output("justice-sexes-twin", "html"),
    *titled("justice-citizenships"),
    Output("justice-citizenships-twin", "html"),
    Output("justice-flags", "html"),
]


def register(app: Dash, live: Live) -> None:
    """Name the callback of the page."""

    @app.callback(*OUTPUTS, ASKED, prevent_initial_call=True)
    def justice(address: str) -> list[Any]:
        return values(opened(address, live), OUTPUTS)
