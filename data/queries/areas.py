"""Questions to the counts of states and provinces, in the manner of `answer`: every area drawn is told, with what is
not published as such, and nothing is said of the country that only its areas counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.interval import Interval, rate_per_100k, total
from data.model import Cell, Row
from data.subnational_vocabulary import UNKNOWN_AREA, AreaIndicator
from data.vocabulary import FLAG_SEPARATOR, Age, Country, Flag, Sex, Status

if TYPE_CHECKING:
    from data.dataset import Dataset

YEAR = 4  # characters of a period that is a whole year
MONTH = 7  # of one month: 2024-03

Group = tuple[str, str, str, str]  # country, indicator, sex, age
Series = dict[tuple[str, int], Row]  # by area and year


@dataclass(frozen=True, slots=True)
class AreaCell:
    """One area in one year. `area` is its ISO 3166-2 code, or `unknown` for what names no area; `cell` has the figure,
    with a rate only where the year is whole and the residents are known."""

    area: str
    name: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Whole:
    """What the areas of a country add up to in one year, `unknown` included: never the country's own figure.

    `telling` of `areas` have a figure; `nowhere` is the part that names no area, None where there is none.
    """

    count: Interval
    telling: int
    areas: int
    nowhere: Interval | None


class Counted:
    """The table `subnational` by group; months are left to whoever takes the table itself."""

    def __init__(self, frame: pd.DataFrame | None, population: pd.DataFrame) -> None:
        self._series: dict[Group, Series] = {}
        self._periods: dict[tuple[str, str], dict[int, str]] = {}
        for row in _rows(frame):
            if len(row.period) == MONTH:
                continue
            year = int(row.period[:YEAR])
            flags = tuple(Flag(flag) for flag in str(row.flags).split(FLAG_SEPARATOR) if flag)
            found = Row(int(row.low), int(row.high), Status(row.status), flags, str(row.source))
            group = (str(row.country), str(row.indicator), str(row.sex), str(row.age))
            self._series.setdefault(group, {})[str(row.area), year] = found
            self._periods.setdefault(group[:2], {})[year] = str(row.period)
        self._residents = {
            (str(row.area), int(row.year), str(row.sex)): int(row.persons)
            for row in _rows(population[population["area"].str.contains("-") & (population["age"] == Age.TOTAL)])
        }

    def series(self, group: Group) -> Series:
        """The published figures of one group; empty where there is none."""
        return self._series.get(group, {})

    def periods(self, country: Country, indicator: AreaIndicator) -> dict[int, str]:
        """Each year with a figure, and the period it is told of: `2024`, or the months of a year that is not over."""
        return self._periods.get((str(country), str(indicator)), {})

    def residents(self, area: str, year: int, sex: Sex, age: Age) -> int | None:
        """Residents of an area; None for groups that nobody counts."""
        return self._residents.get((area, year, str(sex))) if age is Age.TOTAL else None


def _rows(frame: pd.DataFrame | None) -> Iterator[Any]:
    return iter(()) if frame is None else iter(frame.itertuples(index=False))


def indicators(dataset: "Dataset", country: Country) -> tuple[AreaIndicator, ...]:
    """What is published of a country's areas, in the order of the vocabulary; empty where nothing is drawn."""
    if country not in dataset.areas:
        return ()
    return tuple(each for each in AreaIndicator if dataset.counted.periods(country, each))


def years(dataset: "Dataset", country: Country, indicator: AreaIndicator) -> dict[int, str]:
    """The years with figures by area, ascending, and the period each is told of."""
    return dict(sorted(dataset.counted.periods(country, indicator).items()))


def nearest(published: Mapping[int, str], year: int) -> int:
    """The published year nearest to one that is asked for, the earlier of two; ValueError where none is published."""
    return min(published, key=lambda each: (abs(each - year), each))


def is_whole(period: str) -> bool:
    """Whether a period is a whole year."""
    return len(period) == YEAR


def by_area(
    dataset: "Dataset",
    country: Country,
    indicator: AreaIndicator,
    year: int,
    sex: Sex = Sex.TOTAL,
    age: Age = Age.TOTAL,
) -> list[AreaCell]:
    """One cell for each area that is drawn, by code; last the figure that names no area, where there is one.

    Raises:
        KeyError: no areas of the country are drawn.
    """
    group = (str(country), str(indicator), str(sex), str(age))
    published = dataset.counted.series(group)
    names = {code: shape.name for code, shape in dataset.areas[country].shapes.items()}
    if (UNKNOWN_AREA, year) in published:
        names[UNKNOWN_AREA] = ""
    has_rate = is_whole(dataset.counted.periods(country, indicator).get(year, ""))
    return [
        AreaCell(
            code,
            name,
            _cell(
                country,
                year,
                published.get((code, year)),
                dataset.counted.residents(code, year, sex, age) if has_rate else None,
            ),
        )
        for code, name in names.items()
    ]


def over_time(dataset: "Dataset", country: Country, indicator: AreaIndicator) -> dict[str, list[Cell]]:
    """The cells of each area, one a whole year from the first to the last, gaps included."""
    whole = [year for year, period in years(dataset, country, indicator).items() if is_whole(period)]
    found: dict[str, list[Cell]] = {}
    for year in range(min(whole), max(whole) + 1) if whole else ():
        for each in by_area(dataset, country, indicator, year):
            if each.area != UNKNOWN_AREA:
                found.setdefault(each.area, []).append(each.cell)
    return found


def whole(
    dataset: "Dataset",
    country: Country,
    indicator: AreaIndicator,
    year: int,
    sex: Sex = Sex.TOTAL,
    age: Age = Age.TOTAL,
) -> Whole | None:
    """Add the areas of one year (interval sum); None where no area has a figure."""
    cells = by_area(dataset, country, indicator, year, sex, age)
    counts = {each.area: each.cell.count for each in cells if each.cell.count is not None}
    if not counts:
        return None
    drawn = [each for each in cells if each.area != UNKNOWN_AREA]
    nowhere = counts.get(UNKNOWN_AREA)
    return Whole(total(list(counts.values())), len(counts) - (nowhere is not None), len(drawn), nowhere)


def _cell(country: Country, year: int, row: Row | None, persons: int | None) -> Cell:
    if row is None:
        return Cell(country, year, Status.NOT_REPORTED, persons=persons)
    count = Interval(row.low, row.high)
    rate = rate_per_100k(count, persons) if persons else None
    return Cell(country, year, row.status, count, rate, persons, row.flags, row.source)
