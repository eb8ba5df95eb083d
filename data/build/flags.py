"""Everything that a reader should know about a published figure, gathered on its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from data.build.contested import Withheld
from data.build.coverage import recovered
from data.build.merge import Cell
from data.build.series import oddities
from data.margins import Counts, contradictions, splits
from data.model import FlowKey, Key
from data.schema import records
from data.vocabulary import Doubt, Flag, Indicator
from data.wording import COUNTED

Breaks = frozenset[tuple[str, int, Indicator]]  # country, first year after the break, indicator


def flagged(
    cells: Mapping[Key, Cell],
    withheld: Mapping[Key, Withheld],
    earlier: Mapping[Key, Cell],
    breaks: Breaks,
) -> dict[Key, Cell]:
    """The cells of a release with their flags. A part that is `withheld` still contradicts its headline; one with
    another's label contradicts nothing. `earlier` are the cells of the release before, by the same rules."""
    flags = {key: set(cell.flags) for key, cell in cells.items()}
    counts = {key: cell.count for key, cell in cells.items()}
    held = {key: each.cell.count for key, each in withheld.items()}
    labelled = {key: count for key, count in held.items() if withheld[key].doubt is not Doubt.MISLABELLED}
    contradicted = ((each.key, each.flag) for each in contradictions(counts | labelled))
    broken = recovered(counts | held)
    incomplete = _incomplete(counts | held, withheld)
    for found in (contradicted, broken, incomplete, oddities(cells), _known(cells, breaks), _revised(cells, earlier)):
        for key, flag in found:
            if key in flags:
                flags[key].add(flag)
    return {key: replace(cell, flags=frozenset(flags[key])) for key, cell in cells.items()}


def load_breaks(curation: Path) -> Breaks:
    """The reviewed breaks in series of `curation/breaks.csv`."""
    return frozenset(
        (row["country"], int(row["year"]), Indicator(row["indicator"])) for row in records(curation / "breaks.csv")
    )


def _incomplete(printed: Counts, withheld: Mapping[Key, Withheld]) -> Iterator[tuple[Key, Flag]]:
    """The parts beside a withheld one: what they make up is not known."""
    for _, parts, _ in splits(printed):
        if not withheld.keys().isdisjoint(parts):
            yield from ((part, Flag.COMPOSITION_INCOMPLETE) for part in parts)


def _known(cells: Mapping[Key, Cell], breaks: Breaks) -> Iterator[tuple[Key, Flag]]:
    for key, cell in cells.items():
        indicator = COUNTED[key.measure] if isinstance(key, FlowKey) else key.indicator
        if (key.country, key.year, indicator) in breaks:
            yield key, Flag.BREAK_IN_SERIES
        if cell.count == (key.year, key.year):
            yield key, Flag.EQUALS_YEAR


def _revised(cells: Mapping[Key, Cell], earlier: Mapping[Key, Cell]) -> Iterator[tuple[Key, Flag]]:
    for key in cells.keys() & earlier.keys():
        if cells[key].count != earlier[key].count:
            yield key, Flag.REVISED
