"""What the source prints against a figure: the cells of the same table that cannot be reconciled with it.

The rule is that of `data.margins`; a figure with the label of another contradicts nothing but is contradicted itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from data.interval import Interval
from data.margins import contradictions
from data.model import FlowKey, Key, ObservationKey
from data.rows import rows
from data.vocabulary import (
    FLAG_SEPARATOR,
    Age,
    Country,
    Crime,
    Doubt,
    Exploitation,
    Flag,
    FlowMeasure,
    Indicator,
    Sex,
)
from data.wording import COUNTED

if TYPE_CHECKING:
    from data.dataset import Dataset


class Against(NamedTuple):
    """A figure that speaks against another: what it counts, as printed, and the rows of the source's sheet."""

    key: Key
    bounds: Interval
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """What the same table says against one figure: which `flags` follow from it, and the figures. Of a figure that is
    withheld, `printed` are the source's bounds, `doubt` is the reason and `rows` are its own."""

    against: tuple[Against, ...]
    flags: frozenset[Flag] = frozenset()
    printed: Interval | None = None
    doubt: Doubt | None = None
    rows: tuple[int, ...] = ()
    source: str = ""


def contested(dataset: "Dataset", country: Country, crime: Crime, indicator: Indicator) -> dict[Key, Contested]:
    """Every contradicted figure of an indicator in a country, the flows that count it included."""
    shown, hidden = dict(_shown(dataset, country, crime, indicator)), {}
    for row in _hidden(dataset, country, crime, indicator):
        hidden[_key(row)] = (Against(_key(row), _bounds(row), _numbers(row.raw_rows)), row)
    labelled = {key: told for key, (told, row) in hidden.items() if row.doubt != Doubt.MISLABELLED}
    printed = shown | labelled
    found: dict[Key, tuple[dict[Key, Against], set[Flag]]] = {}
    for each in contradictions({key: told.bounds for key, told in printed.items()}):
        against, flags = found.setdefault(each.key, ({}, set()))
        against.update((key, printed[key]) for key in each.against)
        flags.add(each.flag)
    made = {key: Contested(tuple(against.values()), frozenset(flags)) for key, (against, flags) in found.items()}
    for key, (told, row) in hidden.items():
        named = set(_numbers(row.against))
        others = tuple(other for other in printed.values() if not named.isdisjoint(other.rows))
        made[key] = Contested(others, frozenset(), told.bounds, Doubt(str(row.doubt)), told.rows, str(row.source))
    return made


def _shown(dataset: "Dataset", country: Country, crime: Crime, indicator: Indicator) -> Iterator[tuple[Key, Against]]:
    for name, column, words in _tables(indicator):
        frame = dataset.tables[name]
        is_it = (frame["country"] == country) & (frame["crime"] == crime) & frame[column].isin(words)
        for row in rows(frame[is_it]):
            yield _key(row), Against(_key(row), _bounds(row), _numbers(row.raw_rows))


def _hidden(dataset: "Dataset", country: Country, crime: Crime, indicator: Indicator) -> Iterator[Any]:
    for name, column, words in _tables(indicator):
        frame: pd.DataFrame = dataset.withheld(name)
        is_it = (frame["country"] == country) & (frame["crime"] == crime) & frame[column].isin(words)
        yield from rows(frame[is_it])


def _tables(indicator: Indicator) -> Iterable[tuple[str, str, list[str]]]:
    measures = [str(measure) for measure, counted in COUNTED.items() if counted is indicator]
    return (("observations", "indicator", [str(indicator)]), ("flows", "measure", measures))


def _key(row: Any) -> Key:
    if getattr(row, "measure", ""):
        return FlowKey(str(row.country), int(row.year), Crime(row.crime), FlowMeasure(row.measure), str(row.partner))
    breakdown = Indicator(row.indicator), Sex(row.sex), Age(row.age), Exploitation(row.exploitation)
    return ObservationKey(str(row.country), int(row.year), Crime(row.crime), *breakdown)


def _bounds(row: Any) -> Interval:
    return Interval(int(row.low), int(row.high))


def _numbers(text: object) -> tuple[int, ...]:
    return tuple(map(int, str(text).split(FLAG_SEPARATOR)))
