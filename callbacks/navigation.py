"""Controls -> address: whatever a reader changes, all values of the page's controls make the next address.

All values are posted, not the one that changed: Dash drops the answer to the first of two quick changes, and the
second carries both. No callback names a control as an output: Dash 4.4 holds back what a reader sets meanwhile of a
property that an answer under way would change. Controls follow the answer by `set_props` (assets/controls.js), which
leaves nodes, focus and open folds as they are, where new children would be new nodes; and it breaks the circle address
-> control -> address, as does `choose`, which passes on only what a reader has changed: Dash calls it also for controls
that an answer has put there.
"""

from typing import Any

from dash import Dash, Input, Output, no_update
from dash.exceptions import PreventUpdate

from callbacks.public_address import within
from components.url.controls import with_controls
from components.url.view import View, is_page

CHOSEN = Input("chosen", "data")  # {"sent": a number, "address": where the reader is, "values": of all controls}
OUTPUTS = (Output("address", "search"), Output("landed", "data"))


def register(app: Dash) -> None:
    """Name the callback. What it is asked with is gathered by `choose` in assets/controls.js."""

    @app.callback(*OUTPUTS, CHOSEN, prevent_initial_call=True)
    def navigate(chosen: Any) -> tuple[Any, dict[str, Any]]:
        """The query of the next address, and what tells the browser's side which choice it answers."""
        match chosen:
            case {"sent": int(sent), "address": str(address), "values": dict(values)}:
                path, _, query = address.partition("?")
                path = within(path)
            case _:
                raise PreventUpdate
        if not is_page(path):
            raise PreventUpdate
        view, _ = with_controls(View.from_url(path, query), values)
        is_new = view.search.removeprefix("?") != query
        return view.search if is_new else no_update, {"sent": sent, "search": view.search}
