"""The search: its index for the browser, and a page of results for who has no scripts."""

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from callbacks.answer_cache import AnswerCache
from callbacks.public_address import mounted
from callbacks.reply import reply
from components.document.search import LONGEST, as_json, index, matches, results, with_country
from components.url.choices import Locale, Theme
from data.dataset import Live
from data.vocabulary import Country

JSON = "application/json"
A_DAY = 86_400  # seconds; the index follows from the program alone


def register(server: Flask, live: Live, cache: AnswerCache) -> None:
    """Answer `/{lang}/search` and `/{lang}/search.json`."""

    @server.get("/<language>/search.json")
    def offered(language: str) -> Response:
        spoken = _spoken(language)

        def made() -> bytes:
            return mounted(server.json.dumps(as_json(spoken)).encode())

        body = cache.serve(f"search:{spoken}", JSON, made)
        return reply(body, JSON, live.dataset.version, seconds=A_DAY)

    @server.get("/<language>/search")
    def found(language: str) -> BaseResponse:
        spoken, text = _spoken(language), request.args.get("q", "")[:LONGEST]
        code, theme = request.args.get("country", ""), request.args.get("theme", "")
        country = Country(code) if code in set(Country) else None
        look = theme if theme in set(Theme) else str(Theme.AUTO)
        best = matches(text, index(spoken))
        if best and best[0].to and sum(bool(each.to) for each in best) == 1:
            return redirect(with_country(best[0], spoken, country, look))
        page = mounted(results(text, spoken, country, look).encode())
        return Response(page, mimetype="text/html")


def _spoken(language: str) -> Locale:
    if language not in set(Locale):
        abort(404)
    return Locale(language)
