"""The feed of releases, for each locale."""

from flask import Flask, Response, abort

from callbacks.answer_cache import AnswerCache
from callbacks.public_address import root
from callbacks.reply import reply
from components.captions.releases import FEED, feed_address
from components.files.feed import feed
from components.i18n import words
from components.url.choices import Locale
from data.dataset import Live


def register(server: Flask, live: Live, cache: AnswerCache) -> None:
    """Answer `/{locale}/releases.atom`."""

    @server.get("/<locale>/releases.atom")
    def releases(locale: str) -> Response:
        if locale not in set(Locale):
            abort(404)
        dataset, said, here = live.dataset, words(Locale(locale)), root()
        address = feed_address(said)
        body = cache.serve(f"atom:{dataset.version}:{here}{address}", FEED, lambda: feed(dataset, here, address, said))
        return reply(body, FEED, dataset.version)
