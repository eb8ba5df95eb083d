"""Compression of answers: each distinct body is compressed once and remembered. Scripts: callbacks/static_files.py."""

import gzip
import hashlib
from functools import lru_cache

import brotli
from flask import Flask, Response, request

SMALLEST = 1_000  # bytes; below it a header costs more than it saves
TEXT = frozenset(
    {"application/atom+xml", "application/json", "application/geo+json",
     "application/javascript", "text/javascript", "text/css", "text/csv", "text/plain", "application/xml",
     "text/html", "image/svg+xml", "application/vnd.sdmx.data+csv", "application/vnd.sdmx.structure+json"}
)  # fmt: skip


class _Body:
    """A body that is known by its entity tag, or else by its digest, so that what is remembered is not hashed again."""

    def __init__(self, raw: bytes, tag: str | None) -> None:
        self.raw = raw
        self.digest = tag.encode() if tag else hashlib.blake2b(raw, digest_size=16).digest()

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Body) and self.digest == other.digest


@lru_cache(maxsize=512)
def _compressed(body: _Body, encoding: str) -> bytes:
    packed = quickly(body.raw, encoding)
    body.raw = b""  # the key needs only its digest
    return packed


def quickly(raw: bytes, encoding: str) -> bytes:
    """Those bytes by "br" or "gzip", as well as can be while somebody waits."""
    return brotli.compress(raw, quality=6) if encoding == "br" else gzip.compress(raw, 6, mtime=0)


def register(server: Flask) -> None:
    """Compress what is text and asked for compressed."""

    @server.after_request
    def compress(response: Response) -> Response:
        if response.status_code != 200 or response.mimetype not in TEXT or "Content-Encoding" in response.headers:
            return response
        response.vary.add("Accept-Encoding")
        encoding = request.accept_encodings.best_match(["br", "gzip"])
        if encoding is None or request.method == "HEAD":
            return response
        response.direct_passthrough = False
        raw = response.get_data()
        if len(raw) < SMALLEST:
            return response
        response.set_data(_compressed(_Body(raw, response.headers.get("ETag")), encoding))
        response.headers["Content-Encoding"] = encoding
        return response
