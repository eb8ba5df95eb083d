"""Every answer is made once for its key, however many ask at the same moment, and kept as the bytes that are sent.

A key names what is answered (page, csv, png ...), the data version and the canonical address; a new data version simply
asks under new keys, and new code in a cache that several processes share. What is text lies compressed already.
"""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import brotli
from flask import Flask
from flask_caching import Cache

from callbacks.code_version import code_version
from callbacks.compression import TEXT
from callbacks.flights import Flights, IsGone, never
from callbacks.folder_store import Claims
from callbacks.lanes import Lane, Lanes

KEPT_SECONDS = 24 * 3600
KEPT_BYTES = 48 * 1024 * 1024  # of each process
QUALITY = 4  # of brotli: half the time of 5, for a twentieth more bytes; whoever asks first waits for it


class AnswerCache:
    """One cache of answers; `url` is a Redis that several processes share, `folder` one of this machine that its
    processes share; with neither they are kept in the process. `address` is the public one of the service, which its
    answers name: several services may share a Redis or a folder. Pages are made in their lane of `lanes`."""

    def __init__(
        self, server: Flask, url: str = "", most: int = KEPT_BYTES, address: str = "",
        *, folder: Path | None = None, lanes: Lanes | None = None,
    ) -> None:  # fmt: skip
        prefix = f"atalaya:{code_version()}:{address}:"
        shared = {"CACHE_TYPE": "callbacks.byte_stores.Shared", "CACHE_REDIS_URL": url, "CACHE_KEY_PREFIX": prefix}
        own = {"CACHE_TYPE": "callbacks.byte_stores.Memory", "CACHE_THRESHOLD": most}
        near = {"CACHE_TYPE": "callbacks.folder_store.Folder", "CACHE_DIR": folder, "CACHE_KEY_PREFIX": prefix}
        chosen = shared if url else near if folder else own
        self._store = Cache(server, config={"CACHE_DEFAULT_TIMEOUT": KEPT_SECONDS, **chosen})
        self._flights, self._lanes = Flights(), lanes or Lanes()
        self._claims = Claims(None if url else folder)

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
        return self.answer(key, mimetype, lambda is_left: self._lanes.run(Lane.PAGE, make, is_left), largest=largest)

    def answer(
        self, key: str | None, mimetype: str, make: Callable[[IsGone], bytes], is_gone: IsGone = never,
        *, largest: int | None = None,
    ) -> bytes:  # fmt: skip
        """The same for who may go: `make` is handed what tells whether nobody waits any more, as in `Flights.once`."""
        if key is None:
            return packed_as(make(is_gone), mimetype)
        if (kept := self.get(key)) is not None:
            return kept
        return self._flights.once(key, lambda is_left: self._made(key, mimetype, make, is_left, largest), is_gone)

    def _made(
        self, key: str, mimetype: str, make: Callable[[IsGone], bytes], is_left: IsGone, largest: int | None
    ) -> bytes:
        with self._claims.claimed(key, is_left):
            if (kept := self.get(key)) is not None:
                return kept
            body = make(is_left)
            if largest is None or len(body) <= largest:
                return self.keep(key, body, mimetype)
            return packed_as(body, mimetype)


def packed_as(body: bytes, mimetype: str) -> bytes:
    """A body as it is kept: text compressed with brotli, anything else as it is."""
    return brotli.compress(body, quality=QUALITY) if mimetype in TEXT else body


def unpacked(kept: bytes, mimetype: str) -> bytes:
    """The body itself, for the rare reader who takes no brotli."""
    return brotli.decompress(kept) if mimetype in TEXT else kept
