"""The watchtower (assets/icon.svg) as the pictures that browsers and phones ask for by address of their own accord."""

import struct
from functools import cache
from urllib.parse import quote

import resvg_py
from markupsafe import Markup

from components.document.assets import bundle
from components.markup import el
from components.theme import PAPER

SMALL = (16, 32, 48)  # pixels of a side, in one file
TOUCH, MARGIN = 180, 24  # pixels: on a phone it is a tile of its own, without anything that shows through


def links(*, is_whole: bool = False) -> list[Markup]:
    """Where a document has them; one that `is_whole` has the drawing inside. A browser takes that where it can."""
    if is_whole:
        return [el("link", rel="icon", href=f"data:image/svg+xml,{quote(bundle('icon.svg').text)}")]
    return [
        el("link", rel="icon", href="/favicon.ico", sizes="32x32"),
        el("link", rel="icon", href=bundle("icon.svg").address, type="image/svg+xml"),
        el("link", rel="apple-touch-icon", href="/apple-touch-icon.png"),
    ]


@cache
def favicon() -> bytes:
    """The small ones as one ICO, each of them a PNG inside (a head, an entry of 16 bytes each, then the pictures)."""
    pictures = [_png(bundle("icon.svg").text, size) for size in SMALL]
    at = 6 + 16 * len(SMALL)
    entries = b""
    for size, picture in zip(SMALL, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(SMALL)) + entries + b"".join(pictures)


@cache
def touch_icon() -> bytes:
    """The tile of a phone, as PNG."""
    side = TOUCH - 2 * MARGIN
    inner = bundle("icon.svg").text.replace("<svg ", f'<svg x="{MARGIN}" y="{MARGIN}" width="{side}" height="{side}" ')
    ground = f'<rect width="{TOUCH}" height="{TOUCH}" fill="{PAPER}"/>'
    return _png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{TOUCH}" height="{TOUCH}">{ground}{inner}</svg>', TOUCH
    )


def _png(svg: str, size: int) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size))
