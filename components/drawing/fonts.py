"""The bundled type: measured widths, so that text is broken and placed the same in every file and on every machine.

Noto Sans (SIL Open Font License) for what is read, DejaVu Sans for marks that it lacks; the files and their terms are
in assets/fonts. Widths are in units of the size asked for.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache, lru_cache
from io import BytesIO
from itertools import accumulate, groupby, takewhile
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parents[2] / "assets" / "fonts"
FAMILY, MARKS = "Noto Sans", "DejaVu Sans"
FILES = {
    (FAMILY, 400): FOLDER / "noto-sans-regular.ttf",
    (FAMILY, 600): FOLDER / "noto-sans-semibold.ttf",
    (MARKS, 400): FOLDER / "dejavu-sans-marks.ttf",
}
ASCENT = 0.76  # of the size: from the baseline to the top of tall letters, with a little room
OVER, UNDER = 1.069, 0.293  # of the size: the room of a line over and under its baseline
UNKNOWN = "□"
JOINED = re.compile("(.)(?:[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)+")  # a sign made of several characters
SPACES = re.compile(r"(?<!→)[ \t\r\n]+")  # an arrow stays with what it leads to
KEPT = re.compile(  # a date, and a year in brackets with the word before it
    r"\d{1,2}º? de \w+ de \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}|\w+ \(\d{4}\)"
)
HELD = "\x00"
SHORT, FEW = 0.4, 4  # of the room: a last line that leaves a word alone; lines of a text that is set evenly


class Face(NamedTuple):
    """A font file: its glyph widths by character, in thousandths of the size."""

    widths: dict[int, float]


@cache
def face(family: str, weight: int) -> Face:
    font = TTFont(FILES[family, weight])
    scale = font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    return Face({code: metrics[name][0] / scale for code, name in font.getBestCmap().items()})


@cache
def _letters() -> frozenset[str]:
    """The characters that there is a glyph for."""
    return frozenset(map(chr, face(FAMILY, 400).widths.keys() | face(MARKS, 400).widths.keys()))


def printable(text: str) -> str:
    """Text of characters that there is a glyph for; any other sign becomes one square, of however many it is made."""
    known = _letters()
    if known.issuperset(text):
        return text
    return "".join(c if c in known else UNKNOWN for c in JOINED.sub(r"\1", text))


def runs(text: str) -> list[tuple[str, str]]:
    """Stretches of text with the family that has their glyphs."""
    known = face(FAMILY, 400).widths
    parts = groupby(text, key=lambda c: FAMILY if ord(c) in known else MARKS)
    return [(family, "".join(letters)) for family, letters in parts]


@lru_cache(maxsize=20_000)
def width(text: str, size: float, weight: int = 400) -> float:
    """How wide a line of text is."""
    known, marks = face(FAMILY, weight).widths, face(MARKS, 400).widths
    return size * sum(known.get(ord(c)) or marks.get(ord(c)) or 0.6 for c in text)


@lru_cache(maxsize=4_096)
def pieces(text: str) -> tuple[str, ...]:
    """What a line may be broken between: a no-break space keeps a figure together, which `str.split` would not, and a
    date is kept whole."""
    held = KEPT.sub(lambda found: found.group().replace(" ", HELD), text)
    return tuple(piece.replace(HELD, " ") for piece in SPACES.split(held) if piece)


def _words(text: str, size: float, weight: int, room: float) -> Iterator[str]:
    """The pieces of a text; one that is longer than a line, word by word."""
    for piece in pieces(text):
        yield from piece.split(" ") if width(piece, size, weight) > room else [piece]


def wrap(text: str, size: float, weight: int, room: float) -> list[str]:
    """Lines of at most `room`; a word that is longer than a line is broken."""
    lines: list[str] = []
    line = ""
    for word in _words(text, size, weight, room):
        longer = f"{line} {word}" if line else word
        if width(longer, size, weight) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while width(line, size, weight) > room and len(line) > 1:
            reach = accumulate(width(letter, size, weight) for letter in line)
            cut = max(1, sum(1 for _ in takewhile(room.__ge__, reach)))
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def even(text: str, size: float, weight: int, room: float) -> list[str]:
    """The lines of `wrap`; where the last of a few would be short, as many as even as may be."""
    lines = wrap(text, size, weight, room)
    if not 1 < len(lines) <= FEW or width(lines[-1], size, weight) >= SHORT * room:
        return lines
    least = max(width(each, size, weight) for each in pieces(text))
    narrow, wide = min(least, room), room
    while wide - narrow > size / 4:
        middle = (narrow + wide) / 2
        found = wrap(text, size, weight, middle)
        narrow, wide, lines = (narrow, middle, found) if len(found) == len(lines) else (middle, wide, lines)
    return lines


@cache
def embedded(family: str, weight: int) -> str:
    """The font as a data address, for a picture that is to look the same where the font is not installed."""
    font = TTFont(FILES[family, weight], recalcTimestamp=False)
    font.flavor = "woff"  # woff2 would be a quarter smaller, and half a second of processor in each process
    packed = BytesIO()
    font.save(packed)
    return "data:font/woff;base64," + b64encode(packed.getvalue()).decode()
