"""Everything that a reader should know about a published figure, gathered on its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from data.build.contested import Withheld
from data.build.coverage import recovered
from data.build.merge import Cell
from data.build.series import oddities
from data.margins import Counts, contradictions, splits
from data.model import FlowKey, Key, ObservationKey
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
    zeros = _zeros_without_total(cells, held)
    told = (
        contradicted,
        broken,
        incomplete,
        zeros,
        oddities(cells),
        _known(cells),
        _broken(cells, breaks),
        _revised(cells, earlier),
    )
    for found in told:
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


def _zeros_without_total(cells: Mapping[Key, Cell], held: Counts) -> Iterator[tuple[Key, Flag]]:
    """The zeros by sex, age or form of a country and year of which the source prints no total: it may have printed them
    for what nobody counted."""
    for key, cell in cells.items():
        if isinstance(key, ObservationKey) and not key.is_headline and cell.count == (0, 0):
            total = ObservationKey(key.country, key.year, key.crime, key.indicator)
            if total not in cells and total not in held:
                yield key, Flag.ZERO_WITHOUT_TOTAL


def _known(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, Flag]]:
    for key, cell in cells.items():
        if cell.count == (key.year, key.year):
            yield key, Flag.EQUALS_YEAR


def _broken(cells: Mapping[Key, Cell], breaks: Breaks) -> Iterator[tuple[Key, Flag]]:
    """The figures of the year of a break; of a series with none in that year but some before, the first one after."""
    begun, parted = set[Key](), set[Key]()  # series by their key in the year of the break
    for key in sorted(cells, key=lambda key: key.year):
        indicator = COUNTED[key.measure] if isinstance(key, FlowKey) else key.indicator
        for country, year, broken in breaks:
            if (country, broken) != (key.country, indicator):
                continue
            at = key._replace(year=year)
            if key.year < year:
                begun.add(at)
            elif key.year == year or (at in begun and at not in parted):
                parted.add(at)
                yield key, Flag.BREAK_IN_SERIES


def _revised(cells: Mapping[Key, Cell], earlier: Mapping[Key, Cell]) -> Iterator[tuple[Key, Flag]]:
    for key in cells.keys() & earlier.keys():
        if cells[key].count != earlier[key].count:
            yield key, Flag.REVISED
