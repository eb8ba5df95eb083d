"""What the explorer's address says of one table: `where=country:ARG,BOL;year:2015-2023`, columns, order, first row.

A filter is a column, a colon and what the API takes for that column; filters are joined by semicolons, in the order of
their columns. A semicolon or per cent sign inside a value is written %3B or %25, and one with a comma stands in double
quotes (`data.value_list`). Whether the table has such a column,
and the column such a value, is for the page to say (`data.filter`)."""

import re
from collections.abc import Iterable, Mapping

from data.schema import SHOWN
from data.value_list import joined, values

ACCEPTED = "filters by column, as in country:ARG,BOL;year:2015-2023"
NAME = re.compile("[a-z][a-z0-9_]{0,29}")
LONGEST = 500  # characters of all filters, so that an address stays one
MOST_COLUMNS = 40
COLUMNS = frozenset(name for each in SHOWN.values() for name in each.columns)
ESCAPED = (("%", "%25"), (";", "%3B"))

Filters = dict[str, str]


def filters(text: str) -> Filters:
    """The filters that a text names, by column; ValueError where it is no such text."""
    found: Filters = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if not colon or not NAME.fullmatch(name) or name in found:
            raise ValueError(text)
        for plain, escaped in reversed(ESCAPED):
            value = value.replace(escaped, plain)
        found[name] = value
    return found


def written(found: Mapping[str, str]) -> str:
    """Filters as one text, always the same for the same filters: values in order, each once."""
    said = []
    for name, value in sorted(found.items()):
        text = _in_order(value)
        for plain, escaped in ESCAPED:
            text = text.replace(plain, escaped)
        said += [f"{name}:{text}"] if text else []
    return ";".join(said)


def _in_order(text: str) -> str:
    """Values in order, each once; a text that is no list of values stays as it is, for the page to refuse."""
    try:
        return joined(sorted(set(values(text)) - {""}))
    except ValueError:
        return text


def where(text: str) -> str:
    """The text in its one form; ValueError for what filters nothing, is no filter, or is too long."""
    said = written(filters(text))
    if not said or len(said.encode()) > LONGEST:
        raise ValueError(text)
    return said


def table(text: str) -> str:
    """A table by its name."""
    if text not in SHOWN:
        raise ValueError(text)
    return text


def columns(text: str) -> tuple[str, ...]:
    """Names of columns, each once."""
    names = tuple(dict.fromkeys(text.split(",")))
    if len(names) > MOST_COLUMNS or not all(NAME.fullmatch(name) for name in names):
        raise ValueError(text)
    return names


def order(text: str) -> str:
    """A column, with a hyphen before it for the largest first."""
    if not NAME.fullmatch(text.removeprefix("-")):
        raise ValueError(text)
    return text


def start(text: str) -> int:
    """The number of a row, the first being 1."""
    if not re.fullmatch("[1-9][0-9]{0,6}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def gathered(pairs: Iterable[tuple[str, str]], known: Iterable[str]) -> list[tuple[str, str]]:
    """Parameters in which columns named by themselves, as the API takes them and as forms send them, have joined
    `where`, each in place of what `where` says of it. `known` are the page's own fields, which come first."""
    own = set(known)
    given = list(pairs)
    named = {name: text for name, text in given if name in COLUMNS and name not in own}
    if not named:
        return given
    kept = [(name, text) for name, text in given if name not in named]
    texts = [text for name, text in kept if name == "where"]
    try:
        before = filters(texts[-1]) if texts else {}
    except ValueError:
        return [*kept, ("where", written(named))]  # the broken one is reported on its own
    said = written(before | named)
    return [*((name, text) for name, text in kept if name != "where"), *([("where", said)] if said else [])]
