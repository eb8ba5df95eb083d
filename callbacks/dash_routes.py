"""Dash's own routes, with answers kept: `/_dash-layout`, and `/_dash-update-component` for callbacks of an address.

What is kept is found by what is asked, never by the text of the question: a question that is not exactly what Dash's
browser side sends for a known callback is refused before anything is made.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from dash import Dash
from dash._utils import split_callback_id
from flask import Flask, Response, g, request

from callbacks.answer_cache import AnswerCache
from callbacks.asked import Asked
from callbacks.public_address import mounted
from callbacks.reply import packed, refuse
from data.dataset import Live

LAYOUT, UPDATE = "/_dash-layout", "/_dash-update-component"
JSON = "application/json"
UNKEPT = {"..address.search...landed.data..": "chosen"}  # callbacks that look at more than an address, and at what


class _NotPlain(Exception):
    """An answer that is not to be kept: no plain 200, or with a cookie."""


def register(app: Dash, live: Live, cache: AnswerCache) -> None:
    """Keep what Dash answers at its routes."""
    server: Flask = app.server
    made_layout, made_update = (_plainly(server, server.view_functions[each]) for each in (LAYOUT, UPDATE))

    def kept(asked: Asked, key: str | None, make: Callable[[], Response]) -> bytes | None:
        """The packed answer; None where it is not one to be kept."""
        g.asked = asked

        def plain() -> bytes:
            response = make()
            if response.status_code != 200 or "Set-Cookie" in response.headers:
                raise _NotPlain
            return response.get_data()

        try:
            return cache.serve(key, JSON, plain) if key else None
        except _NotPlain:
            return None

    def layout() -> Response:
        asked = Asked.of(request.referrer or request.args.get("of", ""), live.dataset)  # `of`: see assets/sandbox.js
        body = kept(asked, asked.key(LAYOUT), made_layout) if asked else None
        response = packed(body, JSON) if body else made_layout()
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.add("Referer")
        response.set_etag(hashlib.blake2b(body or response.get_data(), digest_size=10).hexdigest(), weak=True)
        response.make_conditional(request)
        return response

    known = _of_addresses(app)

    def update() -> Response:
        question = request.get_json(silent=True)
        output = str(question.get("output")) if isinstance(question, dict) else ""
        if output in UNKEPT and _value(question, UNKEPT[output]) is not None:
            return made_update()
        asked = _asked(question, known[output], live) if output in known else None
        if asked is None:
            return refuse(400, "a callback answers the address of a view of its page, and nothing else")
        key = asked.key(f"{UPDATE} {output}")
        body = kept(asked, key, made_update)
        response = packed(body, JSON, key) if body else made_update()
        response.headers["Cache-Control"] = "no-store"
        return response

    server.view_functions[LAYOUT], server.view_functions[UPDATE] = layout, update


def _plainly(server: Flask, view: Callable[[], Any]) -> Callable[[], Response]:
    """A view function whose answer is a response, whatever it returned, with addresses as browsers ask for them."""

    def made() -> Response:
        response = server.make_response(view())
        response.set_data(mounted(response.get_data()))
        return response

    return made


def _of_addresses(app: Dash) -> dict[str, str]:
    """For each callback whose answer follows from an address: the id of the store that holds the address.

    Raises:
        ValueError: a callback that looks at something else is not named in `UNKEPT`.
    """
    found = {}
    for output, callback in app.callback_map.items():
        if "callback" not in callback or output in UNKEPT:
            continue  # of the browser's side, or let through
        if len(callback["inputs"]) != 1 or callback["inputs"][0]["property"] != "data" or callback["state"]:
            raise ValueError(f"{output}: asks for more than an address, so it must be named in UNKEPT")
        found[output] = callback["inputs"][0]["id"]
    return found


def _value(question: Any, store: str) -> Any:
    """What a question says that a store holds; None where anything in it is not as Dash's browser side sends it."""
    try:
        value = question["inputs"][0]["value"]
    except (LookupError, TypeError):
        return None
    wanted = {
        "outputs": split_callback_id(question["output"]),  # type: ignore[no-untyped-call]
        "inputs": [{"id": store, "property": "data", "value": value}],
    }
    is_plain = not question.get("state") and all(question.get(key) == each for key, each in wanted.items())
    return value if is_plain else None


def _asked(question: Any, store: str, live: Live) -> Asked | None:
    """The view of the address in a question; None where there is none, or of another page than the callback's."""
    address = _value(question, store)
    asked = Asked.of(address, live.dataset) if isinstance(address, str) else None
    return asked if asked and question["output"].lstrip(".").startswith(f"{asked.view.page}-") else None
