"""Selection -> Answer: the one path by which published counts reach map, table, file and API."""

from data.dataset import Dataset
from data.interval import Interval, rate_per_100k
from data.model import Answer, Cell, Row, Selection
from data.vocabulary import Country, Status, is_applicable


def answer(dataset: Dataset, selection: Selection) -> Answer:
    """Answer a selection from the observations and population of a data set.

    Rates divide by the residents of the same country, year, sex and age group (UN WPP).
    """
    cells = {(cell.country, cell.year): cell for country in Country for cell in series(dataset, selection, country)}
    return Answer(selection, cells, dataset.version)


def series(dataset: Dataset, selection: Selection, country: Country) -> list[Cell]:
    """One country's cells of a selection, one a year, gaps included."""
    s = selection
    applicable = is_applicable(s.indicator, s.sex, s.age, s.exploitation, s.crime)
    absent = Status.NOT_REPORTED if applicable else Status.NOT_APPLICABLE
    published, persons, contested = dataset.observed(s), dataset.residents(s.sex, s.age), dataset.contested(s)
    keys = [(country, year) for year in range(s.first, s.last + 1)]
    return [
        _cell(key, published.get(key), persons.get(key), Status.WITHHELD if key in contested else absent)
        for key in keys
    ]


def _cell(key: tuple[Country, int], row: Row | None, persons: int | None, absent: Status) -> Cell:
    if row is None:
        return Cell(*key, absent, persons=persons)
    count = Interval(row.low, row.high)
    rate = rate_per_100k(count, persons) if persons else None
    return Cell(*key, row.status, count, rate, persons, row.flags, row.source)
