"""The counts of states and provinces, by group, as the published table has them."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.model import Row
from data.rows import rows
from data.subnational_vocabulary import AreaIndicator
from data.vocabulary import FLAG_SEPARATOR, Age, Country, Flag, Sex, Span, Status

YEAR = 4  # characters of a period that is a whole year

Group = tuple[str, str, str, str]  # country, indicator, sex, age
Series = dict[tuple[str, int], Row]  # by area and year


class Counted:
    """The table `subnational` by group; months are left to whoever takes the table itself."""

    def __init__(self, frame: pd.DataFrame | None, population: pd.DataFrame) -> None:
        self._series: dict[Group, Series] = {}
        self._periods: dict[tuple[str, str], dict[int, str]] = {}
        for row in _rows(frame):
            if row.span == Span.MONTH:
                continue
            year = int(row.year)
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
    return iter(()) if frame is None else iter(rows(frame))
