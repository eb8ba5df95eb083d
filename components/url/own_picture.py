"""A picture of somebody's own on a slide: a data URL that holds PNG or JPEG, looked at before anything draws it."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from typing import NamedTuple

KEPT = "kept"  # in place of a picture that stays in the browser
BYTES = 3 * 1024 * 1024
PIXELS = 16_000_000  # what draws a picture takes four bytes for each, however small the file
SIDE = 16_000
ACCEPTED = f"data:image/png or jpeg in base64, at most {BYTES // 1024**2} MB and {PIXELS // 10**6} million pixels"
WRITTEN = re.compile(r"data:image/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG = b"\xff\xd8\xff"
# The marks of a JPEG that begin a frame, which says its size: C0 to CF but tables (C4, CC) and an extension (C8).
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # marks without a length


class OwnPicture(NamedTuple):
    """The bytes, what they are, and how many pixels they have."""

    data: bytes
    mime: str
    width: int
    height: int


def own_picture(url: str) -> OwnPicture:
    """The picture in a data URL.

    Raises:
        ValueError: it holds none that is shown; the message says why.
    """
    if len(url) > BYTES * 4 // 3 + 40:
        raise ValueError(f"more than {BYTES // 1024**2} MB")
    found = WRITTEN.fullmatch(url)
    try:
        data = b64decode(found[2], validate=True) if found else b""
    except Error:
        data = b""
    if not found or not data:
        raise ValueError("no PNG or JPEG in base64")
    width, height = _size(data, found[1])
    if not (0 < width <= SIDE and 0 < height <= SIDE and width * height <= PIXELS):
        raise ValueError(f"{width} x {height} pixels")
    return OwnPicture(data, f"image/{found[1]}", width, height)


def _size(data: bytes, kind: str) -> tuple[int, int]:
    if kind == "png" and data.startswith(PNG) and len(data) >= 33:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if kind == "jpeg" and data.startswith(JPEG):
        for mark, told in _segments(data):
            if mark in FRAMES and len(told) >= 6:
                if told[0] != 8 or told[5] not in (1, 3):
                    raise ValueError("a JPEG that is not for screens (its colours are those of print)")
                return int.from_bytes(told[3:5]), int.from_bytes(told[1:3])
    raise ValueError(f"no {kind.upper()} though it says so")


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG before its picture: the mark of each and what it holds."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xDA:
            return
        if mark == 0xFF or mark in ALONE:  # filling, or nothing but the mark
            at += 1 if mark == 0xFF else 2
            continue
        long = int.from_bytes(data[at + 2 : at + 4])
        yield mark, data[at + 4 : at + 2 + long]
        at += 2 + max(long, 2)
