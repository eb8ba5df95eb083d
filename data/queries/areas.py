"""Questions to the counts of states and provinces, in the manner of `answer`: every area drawn is told, with what is
not published as such, and nothing is said of the country that only its areas counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.area_counts import YEAR
from data.interval import Interval, rate_per_100k, total
from data.model import Cell, Row
from data.once import once
from data.subnational_vocabulary import UNKNOWN_AREA, AreaIndicator
from data.vocabulary import Age, Country, Sex, Status

if TYPE_CHECKING:
    from data.dataset import Dataset


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


@once
def over_time(dataset: "Dataset", country: Country, indicator: AreaIndicator) -> dict[str, list[Cell]]:
    """The cells of each area, one a whole year from the first to the last, gaps included."""
    whole = [year for year, period in years(dataset, country, indicator).items() if is_whole(period)]
    found: dict[str, list[Cell]] = {}
    for year in range(min(whole), max(whole) + 1) if whole else ():
        for each in by_area(dataset, country, indicator, year):
            if each.area != UNKNOWN_AREA:
                found.setdefault(each.area, []).append(each.cell)
    return found


@once
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
