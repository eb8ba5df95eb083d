"""Scripts and style sheets: compressed as well as can be, once, and kept by browsers for ever.

`deploy/compress_scripts.py` compresses those of Dash and plotly once for an environment (`make run` and the image of
deploy/ do so when they install), since the best takes 18 s for plotly alone. Where that has not been done they are
compressed as quickly as any other answer.
"""

import gzip
import hashlib
import pkgutil
import sys
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

import brotli
from dash import Dash
from flask import Flask, Response, request

from callbacks.compression import quickly
from components.document.assets import bundle, names

KEPT = Path(sys.prefix) / "var" / "atalaya"  # what was compressed at installation, by digest
SUITES = "/_dash-component-suites/"
YEAR = 365 * 24 * 3600  # seconds; what Dash gives to an address that changes with its content
FOR_EVER = f"public, max-age={YEAR}, immutable"
AT_ONCE = 200_000  # bytes; up to here the best takes less than a second, so that it need not have been done before
SKIPPED = ("dash_table", "mathjax", "highlight")  # nothing here asks for them
ENCODINGS = ("br", "gzip")
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def register(server: Flask) -> None:
    """Answer what `components.document.assets` bundles, and send these and Dash's own scripts compressed and for ever.
    To be registered after the compression of other answers, which leaves alone what has been compressed here."""

    def answer(name: str) -> Response:
        response = Response(bundle(name).text, mimetype=KINDS[Path(name).suffix])
        response.cache_control.max_age = YEAR
        return response

    for name in names():
        server.add_url_rule(bundle(name).address, name, answer, defaults={"name": name})

    @server.after_request
    def keep(response: Response) -> Response:
        is_script = request.path.startswith(SUITES) and (response.mimetype or "").endswith("javascript")
        if not is_script and request.endpoint not in names():
            return response
        if response.cache_control.max_age == YEAR:  # what Dash asks for later on has no version in its address
            response.headers["Cache-Control"] = FOR_EVER
        return _packed(response)


def _packed(response: Response) -> Response:
    response.vary.add("Accept-Encoding")
    encoding = request.accept_encodings.best_match(ENCODINGS)
    if encoding and response.status_code == HTTPStatus.OK:
        response.direct_passthrough = False
        response.set_data(compressed(response.get_data(), encoding))
        response.headers["Content-Encoding"] = encoding
    return response


@lru_cache(maxsize=128)
def compressed(raw: bytes, encoding: str) -> bytes:
    """Those bytes by "br" or "gzip": as kept at installation, or else compressed now."""
    try:
        return _place(raw, encoding).read_bytes()
    except OSError:
        return _best(raw, encoding) if len(raw) <= AT_ONCE else quickly(raw, encoding)


def _place(raw: bytes, encoding: str) -> Path:
    return KEPT / f"{hashlib.blake2b(raw, digest_size=16).hexdigest()}.{encoding}"


def _best(raw: bytes, encoding: str) -> bytes:
    return brotli.compress(raw, quality=11, lgwin=24) if encoding == "br" else gzip.compress(raw, 9, mtime=0)


def prepare(app: Dash) -> None:
    """Compress every script that a page may ask of Dash and plotly, and keep it for all later starts."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for package, paths in app.registered_paths.items():
        for path in sorted(paths):
            raw = pkgutil.get_data(package, path) if path.endswith(".js") else None
            if raw and not any(name in path for name in SKIPPED):
                for encoding in ENCODINGS:
                    place = _place(raw, encoding)
                    if not place.exists():
                        place.write_bytes(_best(raw, encoding))
