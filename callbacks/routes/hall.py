"""What keeps a talk going without a network: the worker of the hall, and where a kept talk leads that it does not have.

A browser lets a worker answer for addresses at or below its own, so it has its address at the top of the site; each
hall registers it for the room of its locale alone (`assets/hall/network.js`).
"""

import re

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from callbacks.answer_cache import packed_as
from callbacks.reply import reply
from components.document.assets import bundle
from components.url.choices import Locale, Page
from components.url.view import View

WORKER = "/hall-worker.js"
SCRIPT = "text/javascript"
NAME = re.compile(r"[a-z0-9]{12}")  # as assets/talk/ makes them


def register(server: Flask) -> None:
    """Answer both. Kept talks lie in the browser, and the worker answers for them; whoever comes without it is led to
    the room, which opens the talk again."""

    def worker() -> Response:
        script = bundle("hall-worker.js")
        return reply(packed_as(script.text.encode(), SCRIPT), SCRIPT, script.address)

    def talk(locale: str, name: str) -> BaseResponse:
        if locale not in set(Locale) or not NAME.fullmatch(name):
            abort(404)
        room, query = View.of(Locale(locale), Page.PRESENT).path, request.query_string.decode("ascii", "replace")
        return redirect(f"{room}{query and '?'}{query}#talk={name}")

    server.add_url_rule(WORKER, view_func=worker)
    server.add_url_rule(f"/<locale>/{Page.PRESENT}/talk/<name>", view_func=talk)
