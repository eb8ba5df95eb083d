"""Every answer is made once for its key, however many ask at the same moment, and kept as the bytes that are sent.

A key names what is answered (page, csv, png ...), the data version and the canonical address; a new data version simply
asks under new keys, and new code in a cache that several processes share. What is text lies compressed already.
"""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import cast

import brotli
from flask import Flask
from flask_caching import Cache

from callbacks.code_version import code_version
from callbacks.compression import TEXT

KEPT_SECONDS = 24 * 3600
KEPT_BYTES = 48 * 1024 * 1024  # of each process
QUALITY = 4  # of brotli: half the time of 5, for a twentieth more bytes; whoever asks first waits for it


class AnswerCache:
    """One cache of answers; `url` is a Redis that several processes share, empty for a cache in the process. `address`
    is the public one of the service, which its answers name: several services may share a Redis."""

    def __init__(self, server: Flask, url: str = "", most: int = KEPT_BYTES, address: str = "") -> None:
        prefix = f"atalaya:{code_version()}:{address}:"
        shared = {"CACHE_TYPE": "callbacks.byte_stores.Shared", "CACHE_REDIS_URL": url, "CACHE_KEY_PREFIX": prefix}
        own = {"CACHE_TYPE": "callbacks.byte_stores.Memory", "CACHE_THRESHOLD": most}
        self._store = Cache(server, config={"CACHE_DEFAULT_TIMEOUT": KEPT_SECONDS, **(shared if url else own)})
        self._flights: dict[str, Future[bytes]] = {}
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        return cast("bytes | None", self._store.get(key))

    def keep(self, key: str, body: bytes, mimetype: str) -> bytes:
        """Keep an answer; the bytes as they are kept and sent."""
        packed = packed_as(body, mimetype)
        self._store.set(key, packed)
        return packed

    def serve(self, key: str | None, mimetype: str, make: Callable[[], bytes], *, largest: int | None = None) -> bytes:
        """The answer of a key, as `packed_as` leaves it; without a key it is made for this asker alone.

        `make` is called once for all who ask at the same moment, and must not ask for the same key; what it raises is
        raised for each of them. The answer is kept unless it has more than `largest` bytes: who asks for all of many
        tables must not fill the memory.
        """
        if key is None:
            return packed_as(make(), mimetype)

        def made() -> bytes:
            if (kept := self.get(key)) is not None:
                return kept
            body = make()
            if largest is None or len(body) <= largest:
                return self.keep(key, body, mimetype)
            return packed_as(body, mimetype)

        kept = self.get(key)
        return self._once(key, made) if kept is None else kept

    def _once(self, key: str, make: Callable[[], bytes]) -> bytes:
        with self._lock:
            under_way = self._flights.get(key)
            flight = under_way or self._flights.setdefault(key, Future())
        if under_way:
            return flight.result()
        try:
            flight.set_result(make())
        except BaseException as failure:
            flight.set_exception(failure)
        finally:
            with self._lock:
                del self._flights[key]
        return flight.result()


def packed_as(body: bytes, mimetype: str) -> bytes:
    """A body as it is kept: text compressed with brotli, anything else as it is."""
    return brotli.compress(body, quality=QUALITY) if mimetype in TEXT else body


def unpacked(kept: bytes, mimetype: str) -> bytes:
    """The body itself, for the rare reader who takes no brotli."""
    return brotli.decompress(kept) if mimetype in TEXT else kept
