"""What somebody writes for a slide: cleaned as it comes in, and as text that stands in an address without an escape."""

import re
import unicodedata

PLAIN_VALUE = re.compile(r"[A-Za-z0-9_,-]+")
PLAIN = re.compile(r"[A-Za-z0-9,]")
JOINER = "\u200d"
ROOM = 3  # times its longest: what of a text is looked at


def line(text: str, longest: int) -> str:
    """What somebody wrote, as one line of at most so many characters."""
    return " ".join(_printed(text[: ROOM * longest]).split())[:longest].strip()


def lines(text: str, longest: int) -> str:
    """What somebody wrote, its line breaks kept, in at most so many characters."""
    kept = "\n".join(_printed(each).rstrip() for each in text[: ROOM * longest].splitlines())
    return kept.strip("\n")[:longest].rstrip()


def _printed(text: str) -> str:
    """A text without what no screen prints: marks that only direct a layout (soft hyphens, turns of direction) go, any
    other is a space. What joins signs to one (a family) belongs to them."""
    printed = (char if char.isprintable() or char == JOINER else _unprinted(char) for char in text)
    return unicodedata.normalize("NFC", "".join(printed))


def _unprinted(char: str) -> str:
    return "" if unicodedata.category(char) == "Cf" else " "


def escaped(text: str) -> str:
    """Text as letters, figures and marks that an address holds without an escape."""
    return "".join(
        char if PLAIN.match(char) else "_" if char == " " else "".join(f"-{byte:02x}" for byte in char.encode())
        for char in text
    )


def unescaped(text: str) -> str:
    """Any text read back; bytes that are no UTF-8 become the mark for what cannot be read."""
    raw = re.sub(rb"-([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]), text.replace("_", " ").encode())
    return raw.decode("utf-8", "replace")


def packed(value: str) -> str:
    """A value of a view: as it is where no mark stands in the way, else `--` and the escaped text."""
    return value if PLAIN_VALUE.fullmatch(value) and "--" not in value else f"--{escaped(value)}"


def unpacked(text: str) -> str:
    return unescaped(text[2:]) if text.startswith("--") else text
