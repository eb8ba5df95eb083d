"""How whoever printed a fact is named in Spanish and Portuguese: our own words (`EFE, citing UNODC`) have to be told in
every language, and a name that stays as it is says so by standing there again."""

from collections.abc import Mapping
from pathlib import Path

from data.build.sheet import Line, by_key, read
from data.build.stop import BuildStopped
from data.schema.cooperation import TRANSLATED

FILE = "publishers.csv"
NAMED_IN = tuple(f"publisher_{language}" for language in TRANSLATED)

Publishers = Mapping[str, Line]


def read_publishers(curation: Path) -> Publishers:
    """The names by the English one; BuildStopped where one is told twice or a language is empty."""
    known = by_key(read(curation, FILE, ("publisher", *NAMED_IN)), "publisher")
    for line in known.values():
        for column in NAMED_IN:
            if not line[column]:
                raise line.stop(column, "is empty")
    return known


def named(publishers: Publishers, publisher: str, asked: Line) -> dict[str, str]:
    """A publisher by the columns of the other languages.

    Raises:
        BuildStopped: nobody has told how it is named; about the line that names it.
    """
    if publisher not in publishers:
        raise BuildStopped(asked.file, asked.row, "publisher", f"{publisher!r} is not in {FILE}")
    return {column: publishers[publisher][column] for column in NAMED_IN}
