"""The style sheets as one: each has its own room in assets/, but a visit asks once, and never again for the same."""

import hashlib
from pathlib import Path

from flask import Flask, Response

from callbacks.reply import reply

KEPT_SECONDS = 365 * 24 * 3600  # the address changes with the content


def register(server: Flask, folder: Path) -> str:
    """Answer all sheets of a folder, in the order of their names, at one address; the address."""
    body = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css"))).encode()
    digest = hashlib.blake2b(body, digest_size=8).hexdigest()
    address = f"/styles/{digest}.css"

    def sheet() -> Response:
        return reply(body, "text/css", digest, seconds=KEPT_SECONDS)

    server.add_url_rule(address, "styles", sheet)
    return address
