"""Context: what others score, estimate or count about a country besides the crimes, each measure for itself.

Nothing is averaged, ranked or added between measures; a figure keeps the period, status and publisher it came with.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.context_vocabulary import SCALES, Area, ContextMeasure, Scale, TipTier
from data.cooperation_vocabulary import FigureStatus
from data.interval import Interval
from data.once import once
from data.rows import rows
from data.vocabulary import Country

if TYPE_CHECKING:
    from data.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure about `country` (ISO 3166-1 alpha-3, or a word of `Area`) in `year`.

    `bounds` are in the unit of the measure and None for a grade; `high` is infinite where the source only says at
    least. `partner` is the citizenship of those counted, empty for all. Days are as exact as the source is, and empty
    for an edition of an index. Figures with the same `conflict` contradict each other.
    """

    country: str
    year: int
    bounds: Interval | None
    status: FigureStatus | None
    grade: TipTier | None
    partner: str = ""
    period_start: str = ""
    period_end: str = ""
    conflict: str = ""
    source: str = ""
    publisher: str = ""
    publisher_es: str = ""
    publisher_pt: str = ""
    url: str = ""

    @property
    def is_whole_year(self) -> bool:
        """Whether the figure covers its whole year (calendar, fiscal, or an edition), and so may stand in a series."""
        if not self.period_start:
            return True
        start, end = self.period_start[:10], self.period_end[:10]
        return (start[5:], end[5:]) in (("01-01", "12-31"), ("10-01", "09-30"))


@dataclass(frozen=True)
class Context:
    """Every figure of one measure that was asked for, by country, year and partner."""

    measure: ContextMeasure
    figures: tuple[Figure, ...] = field(repr=False)

    @property
    def scale(self) -> Scale:
        return SCALES[self.measure]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years with any figure, ascending; empty where there is none."""
        return tuple(sorted({figure.year for figure in self.figures}))

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Keys in sources.csv."""
        return tuple(sorted({figure.source for figure in self.figures}))

    def of(self, country: Country | Area) -> tuple[Figure, ...]:
        """The figures about one country or area, by year."""
        return tuple(figure for figure in self.figures if figure.country == country)

    def latest(self, country: Country | Area) -> Figure | None:
        """The last figure about a country that covers its whole year and all persons; None where there is none."""
        whole = [figure for figure in self.of(country) if figure.is_whole_year and not figure.partner]
        return whole[-1] if whole else None


def context(
    dataset: "Dataset", country: Country | Area | None, measures: Iterable[ContextMeasure]
) -> dict[ContextMeasure, Context]:
    """The figures of each measure, about one country or area, or about all (None). A measure without a figure has an
    empty answer, never a zero."""
    found = {measure: _published(dataset).get(measure, ()) for measure in measures}
    return {
        measure: Context(measure, tuple(each for each in figures if country in (None, each.country)))
        for measure, figures in found.items()
    }


@once
def _published(dataset: "Dataset") -> dict[ContextMeasure, list[Figure]]:
    found: dict[ContextMeasure, list[Figure]] = {}
    frame = dataset.tables.get("context")
    if frame is not None:
        for row in rows(frame):
            found.setdefault(ContextMeasure(str(row.measure)), []).append(_figure(row))
    return {measure: sorted(figures, key=_order) for measure, figures in found.items()}


def _figure(row: Any) -> Figure:
    bounds = None
    if not pd.isna(row.low):
        bounds = Interval(float(row.low), math.inf if pd.isna(row.high) else float(row.high))
    return Figure(
        str(row.country),
        int(row.year),
        bounds,
        FigureStatus(row.status) if row.status else None,
        TipTier(row.grade) if row.grade else None,
        *(str(getattr(row, name)) for name in ("partner", "period_start", "period_end", "conflict", "source")),
        *(str(getattr(row, name)) for name in ("publisher", "publisher_es", "publisher_pt", "url")),
    )


def _order(figure: Figure) -> tuple[str, ...]:
    return figure.country, str(figure.year), figure.partner, figure.period_end, figure.publisher
