"""The desk: every answer is made once for a (data version, canonical URL), and kept as the bytes that are sent."""

from collections.abc import Callable
from typing import cast

from flask import Flask
from flask_caching import Cache

KEPT_SECONDS = 24 * 3600
KEPT_ANSWERS = 2_000


class Desk:
    """One cache of serialised answers. Keys are strings; a new data version simply asks under new ones."""

    def __init__(self, server: Flask, url: str = "", most: int = KEPT_ANSWERS) -> None:
        shared = {"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": url, "CACHE_KEY_PREFIX": "atalaya:"}
        own = {"CACHE_TYPE": "SimpleCache", "CACHE_THRESHOLD": most}
        self._cache = Cache(server, config={"CACHE_DEFAULT_TIMEOUT": KEPT_SECONDS, **(shared if url else own)})

    def serve(
        self, kind: str, version: str, url: str, make: Callable[[], bytes], *, largest: int | None = None
    ) -> bytes:
        """The bytes of an answer of one kind (page, parts, csv ...), made by `make` if nobody has asked yet; they are
        kept unless there are more than `largest`: who asks for all of many tables must not fill the memory."""
        key = f"{kind}:{version}:{url}"
        kept = cast("bytes | None", self._cache.get(key))
        if kept is None:
            kept = make()
            if largest is None or len(kept) <= largest:
                self._cache.set(key, kept)
        return kept
