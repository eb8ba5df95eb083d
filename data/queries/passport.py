"""The passport of a figure: the raw rows it was read from, what was refused for it, and how releases differ on it.

Nothing is counted here. Each figure stands in observations.csv or flows.csv as published; two releases are put side by
side and never combined, so that no bound is narrowed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from data.interval import Interval
from data.model import Cell, Key, Selection
from data.queries.contradictions import Contested, contested
from data.queries.curation_log import Refused, refused
from data.queries.observations import answer
from data.releases import Printed
from data.rows import rows as rows_of
from data.vocabulary import (
    FLAG_SEPARATOR,
    Age,
    Change,
    Country,
    Crime,
    Exploitation,
    Flag,
    FlowMeasure,
    Indicator,
    Sex,
    Status,
)
from data.wording import AGES, BREAKDOWNS, COUNTED, INDICATORS, MEASURES, SEXES

if TYPE_CHECKING:
    from data.dataset import Dataset


class Asked(NamedTuple):
    """What a figure counts. With a `partner` it is a row of flows.csv (then only `flow` says what), otherwise one of
    observations.csv."""

    country: Country
    crime: Crime = Crime.TRAFFICKING
    indicator: Indicator = Indicator.VICTIMS_DETECTED
    sex: Sex = Sex.TOTAL
    age: Age = Age.TOTAL
    exploitation: Exploitation = Exploitation.TOTAL
    flow: FlowMeasure = FlowMeasure.VICTIMS_BY_CITIZENSHIP
    partner: str | None = None

    @property
    def table(self) -> str:
        return "observations" if self.partner is None else "flows"

    @property
    def key(self) -> dict[str, str]:
        """The columns of the table that name the figure's series, without the year."""
        named = {"country": str(self.country), "crime": str(self.crime)}
        if self.partner is not None:
            return named | {"measure": str(self.flow), "partner": self.partner}
        breakdown = {"sex": str(self.sex), "age": str(self.age), "exploitation": str(self.exploitation)}
        return named | {"indicator": str(self.indicator)} | breakdown

    def names(self, key: Key) -> bool:
        """Whether a figure is one of the series."""
        return all(str(getattr(key, name, "")) == word for name, word in self.key.items())


class Step(NamedTuple):
    """A figure in two releases of its source; None where a release has no such figure. `kind` is None where it is the
    same in both."""

    earlier: str
    later: str
    before: Printed | None
    after: Printed | None
    kind: Change | None


@dataclass(frozen=True)
class Passport:
    """One series of figures of a country, a cell for each year, and what is known about each of them.

    `rows` holds the row numbers of the source's sheet by year, the first being 1. `listed` are the years in which the
    country lists any partner (empty for what is no flow): a partner that it then leaves out is not a zero.
    """

    asked: Asked
    cells: tuple[Cell, ...]
    rows: Mapping[int, tuple[int, ...]] = field(repr=False)
    steps: Mapping[int, Step] = field(repr=False)
    refused: Mapping[int, tuple[Refused, ...]] = field(repr=False)
    contested: Mapping[int, Contested] = field(repr=False)
    listed: frozenset[int] = frozenset()

    @property
    def published(self) -> tuple[int, ...]:
        """The years with a figure."""
        return tuple(cell.year for cell in self.cells if cell.is_published)

    @property
    def years(self) -> range:
        return range(self.cells[0].year, self.cells[-1].year + 1)

    def cell(self, year: int) -> Cell:
        """The cell of a year; ValueError outside the years."""
        return self.cells[self.years.index(year)]


def passport(dataset: "Dataset", asked: Asked) -> Passport:
    """All years of what is asked, over the years that the data has of its crime."""
    first, last = dataset.years_of.get(asked.crime, dataset.years)
    found = _matching(dataset.tables[asked.table], asked.key)
    rows = {year: tuple(map(int, str(row.raw_rows).split(FLAG_SEPARATOR))) for year, row in _by_year(found).items()}
    if asked.partner is None:
        s = Selection(
            asked.indicator, first, last, asked.sex, asked.age, asked.exploitation, (asked.country,), crime=asked.crime
        )
        cells, listed = tuple(answer(dataset, s).over_time(asked.country)), frozenset[int]()
    else:
        cells, listed = _flow_cells(dataset, asked, found, range(first, last + 1))
    steps = _steps(dataset, asked, {cell.year: cell for cell in cells})
    told = _contested(dataset, asked)
    rows |= {year: each.rows for year, each in told.items() if each.doubt}
    return Passport(asked, cells, rows, steps, _refused(dataset, asked), told, listed)


def _matching(frame: pd.DataFrame, key: Mapping[str, str]) -> pd.DataFrame:
    """The rows with these words in these columns."""
    is_it = pd.Series(True, index=frame.index)
    for name, word in key.items():
        is_it &= frame[name] == word
    return frame[is_it]


def _by_year(found: pd.DataFrame) -> dict[int, Any]:
    rows: list[Any] = list(found.itertuples(index=False))
    return {int(row.year): row for row in rows}


def _flow_cells(
    dataset: "Dataset", asked: Asked, found: pd.DataFrame, years: range
) -> tuple[tuple[Cell, ...], frozenset[int]]:
    """A cell for each year of one pair, and the years in which the country lists partners at all."""
    by_year, cells = _by_year(found), []
    withheld = {int(row.year): str(row.source) for row in rows_of(_matching(dataset.withheld("flows"), asked.key))}
    for year in years:
        row = by_year.get(year)
        if row is None:
            absent = Status.WITHHELD if year in withheld else Status.NOT_REPORTED
            cells.append(Cell(asked.country, year, absent, source=withheld.get(year, "")))
            continue
        flags = tuple(Flag(flag) for flag in str(row.flags).split(FLAG_SEPARATOR) if flag)
        count = Interval(int(row.low), int(row.high))
        cells.append(Cell(asked.country, year, Status(str(row.status)), count, flags=flags, source=str(row.source)))
    whole = {name: word for name, word in asked.key.items() if name != "partner"}
    return tuple(cells), frozenset(int(year) for year in _matching(dataset.tables["flows"], whole)["year"])


def _steps(dataset: "Dataset", asked: Asked, cells: Mapping[int, Cell]) -> dict[int, Step]:
    """By year: what the releases differ in, and for a figure of a compared release that no record names, that they do
    not differ."""
    frame = dataset.tables["revisions"]
    compared = {(str(a), str(b)) for a, b in zip(frame.release_from, frame.release_to, strict=True)}
    found = {
        year: Step(*pair, printed, printed, None)
        for year, cell in cells.items()
        for pair in sorted(compared)
        if cell.count is not None and cell.source in pair
        for printed in [Printed(int(cell.count.low), int(cell.count.high), cell.status)]
    }
    rows: list[dict[str, Any]] = _matching(frame, {"table": asked.table, **asked.key}).to_dict("records")  # type: ignore[assignment]
    for row in rows:
        found[int(row["year"])] = Step(
            str(row["release_from"]),
            str(row["release_to"]),
            Printed.of(row, "_from"),
            Printed.of(row, "_to"),
            Change(row["kind"]),
        )
    return found


def _contested(dataset: "Dataset", asked: Asked) -> dict[int, Contested]:
    """By year: what the same table prints against the figure."""
    indicator = asked.indicator if asked.partner is None else COUNTED[asked.flow]
    found = contested(dataset, asked.country, asked.crime, indicator)
    return {key.year: told for key, told in found.items() if asked.names(key)}


def _refused(dataset: "Dataset", asked: Asked) -> dict[int, tuple[Refused, ...]]:
    """The rows in quarantine whose words name the figure; for a flow those of its list, whose labels are free text."""
    found: dict[int, list[Refused]] = {}
    for row, told in refused(dataset):
        if told.country is asked.country and asked.crime is Crime.TRAFFICKING and _names(row, asked):
            found.setdefault(told.year, []).append(told)
    return {year: tuple(rows) for year, rows in found.items()}


def _names(row: Mapping[str, str], asked: Asked) -> bool:
    """Whether the words of a raw row are those of what is asked."""
    indicator = INDICATORS.get(row["indicator"])
    if asked.partner is not None:
        return indicator is COUNTED[asked.flow] and MEASURES.get((row["dimension"], indicator)) is asked.flow
    form = BREAKDOWNS.get(row["dimension"], {}).get(row["category"])
    words = (indicator, SEXES.get(row["sex"]), AGES.get(row["age"]), form)
    return words == (asked.indicator, asked.sex, asked.age, asked.exploitation)
