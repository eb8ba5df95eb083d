"""Selection -> Answer: the one path by which published counts reach map, table, file and API."""

from dataclasses import replace
from typing import TYPE_CHECKING

from data.interval import Interval, rate_per_100k
from data.model import Answer, Cell, Row, Selection
from data.once import once
from data.vocabulary import Age, Country, Crime, Exploitation, Indicator, Sex, Status, is_applicable

if TYPE_CHECKING:
    from data.dataset import Dataset

Key = tuple[Country, int]


def answer(dataset: "Dataset", selection: Selection) -> Answer:
    """Answer a selection from the observations and population of a data set.

    Rates divide by the residents of the same country, year, sex and age group (UN WPP).
    """
    cells = {(cell.country, cell.year): cell for country in Country for cell in series(dataset, selection, country)}
    return Answer(selection, cells, dataset.version)


def series(dataset: "Dataset", selection: Selection, country: Country) -> list[Cell]:
    """One country's cells of a selection, one a year, gaps included."""
    s = selection
    keys = [(country, year) for year in range(s.first, s.last + 1)]
    is_headline = (s.sex, s.age, s.exploitation) == (Sex.TOTAL, Age.TOTAL, Exploitation.TOTAL)
    known = _headlines(dataset, s.indicator, s.crime) if is_headline else {}
    made = _cells(dataset, s, [key for key in keys if key not in known])
    return [known.get(key) or made[key] for key in keys]


@once
def _headlines(dataset: "Dataset", indicator: Indicator, crime: Crime) -> dict[Key, Cell]:
    """The cells of an indicator without a breakdown, gaps included: nearly every page asks for some of them."""
    if dataset.tables["observations"].empty:
        return {}
    first, last = dataset.years
    keys = [(country, year) for country in Country for year in range(first, last + 1)]
    return _cells(dataset, Selection(indicator, first, last, crime=crime), keys)


def _cells(dataset: "Dataset", s: Selection, keys: list[Key]) -> dict[Key, Cell]:
    if not keys:
        return {}
    published, persons = dataset.observed(s), dataset.residents(s.sex, s.age)
    applicable = is_applicable(s.indicator, s.sex, s.age, s.exploitation, s.crime)
    absent = Status.NOT_REPORTED if applicable else Status.NOT_APPLICABLE
    cells = {key: _cell(key, published.get(key), persons.get(key), absent) for key in keys}
    withheld = {
        key: replace(cells[key], status=Status.WITHHELD, source=source)
        for key, source in dataset.contested(s).items()
        if key in cells
    }
    return cells | withheld


def _cell(key: Key, row: Row | None, persons: int | None, absent: Status) -> Cell:
    if row is None:
        return Cell(*key, absent, persons=persons)
    count = Interval(row.low, row.high)
    rate = rate_per_100k(count, persons) if persons else None
    return Cell(*key, row.status, count, rate, persons, row.flags, row.source)
