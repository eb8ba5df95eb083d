"""The feed of releases, in each language."""

from flask import Flask, Response, abort

from callbacks.answer_cache import AnswerCache
from callbacks.public_address import root
from callbacks.reply import reply
from components.captions.releases import FEED, feed_address
from components.files.feed import feed
from components.i18n import words
from components.url.choices import Language
from data.dataset import Live


def register(server: Flask, live: Live, cache: AnswerCache) -> None:
    """Answer `/{lang}/releases.atom`."""

    @server.get("/<language>/releases.atom")
    def releases(language: str) -> Response:
        if language not in set(Language):
            abort(404)
        dataset, said, here = live.dataset, words(Language(language)), root()
        address = feed_address(said)
        body = cache.serve(f"atom:{dataset.version}:{here}{address}", FEED, lambda: feed(dataset, here, address, said))
        return reply(body, FEED, dataset.version)
