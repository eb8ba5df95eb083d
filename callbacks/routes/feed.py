"""The feed of releases, in each language."""

from flask import Flask, Response, abort, request

from callbacks.answer_cache import Desk
from callbacks.routes.reply import reply
from components.captions.releases import FEED, feed_address
from components.i18n import words
from components.render.feed import feed
from components.url.choices import Language
from data.dataset import Live


def register(server: Flask, live: Live, desk: Desk) -> None:
    """Answer `/{lang}/releases.atom`."""

    @server.get("/<language>/releases.atom")
    def releases(language: str) -> Response:
        if language not in set(Language):
            abort(404)
        dataset, said, root = live.dataset, words(Language(language)), request.host_url.rstrip("/")
        address = feed_address(said)
        body = desk.serve("atom", dataset.version, root + address, lambda: feed(dataset, root, address, said))
        return reply(body, FEED, dataset.version)
