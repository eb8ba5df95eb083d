"""Several values as one text: joined by commas. One that has a comma itself, or begins with a quote, stands in double
quotes, and a quote within them twice, as in a line of CSV (RFC 4180)."""

import re
from collections.abc import Iterable

QUOTED = 'one with a comma stands in double quotes: "6,112,019"'
VALUE = re.compile(r'(?:"((?:[^"]|"")*)"|((?!")[^,]*))(,|\Z)')


def values(text: str) -> list[str]:
    """The values of a text, each once; a text without any is one empty value.

    Raises:
        ValueError: for a quote that does not close, or closes before its value ends.
    """
    found, at = [], 0
    while (read := VALUE.match(text, at)) is not None:
        quoted, plain, comma = read.groups()
        found.append(plain if quoted is None else quoted.replace('""', '"'))
        if not comma:
            return list(dict.fromkeys(found))
        at = read.end()
    raise ValueError(text)


def joined(given: Iterable[str]) -> str:
    """The text that `values` reads as these."""
    return ",".join(_quoted(value) if "," in value or value.startswith('"') else value for value in given)


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"'
