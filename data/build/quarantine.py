"""Figures that cannot be true, found before anything is summed.

Each rule needs only the release itself and the residents of the country. A figure that is merely unlikely stays, with a
flag (see `flags`): what cannot be disproved is the source's to answer for.
"""

from collections.abc import Mapping
from typing import NamedTuple

from data.build.stop import BuildStopped
from data.build.workbook import RawRow
from data.interval import Interval
from data.vocabulary import SUPPRESSED_HIGH, Country, Reason

MAGNITUDE = 10  # a part ten times its whole is an order of magnitude off, not a matter of counting rules

Residents = Mapping[tuple[Country, int], int]
Headline = tuple[Country, int, str]  # country, year, indicator as the source words it


class Refusal(NamedTuple):
    """One raw row that is not believed, the rule it breaks, and what it was held against."""

    row: RawRow
    reason: Reason
    detail: str


def refuse(rows: list[RawRow], residents: Residents, file: str) -> dict[int, Refusal]:
    """The refused rows by row number. `residents` are persons by country and year.

    Raises:
        BuildStopped: a headline is printed twice, so that neither print can be the whole.
    """
    headlines: dict[Headline, RawRow] = {}
    for row in rows:
        if not _is_headline(row):
            continue
        key = (row.country, row.year, row.indicator)
        if key in headlines:
            raise BuildStopped(file, row.row, "txtVALUE", f"headline already in row {headlines[key].row}")
        headlines[key] = row
    believed = {key: row.bounds for key, row in headlines.items() if _above_population(row, residents) is None}
    found = {}
    for row in rows:
        refusal = _above_population(row, residents) or _beyond(
            row, believed.get((row.country, row.year, row.indicator))
        )
        if refusal:
            found[row.row] = refusal
    return found


def _is_headline(row: RawRow) -> bool:
    return (row.dimension, row.category, row.sex, row.age) == ("Total", "Total", "Total", "Total")


def _above_population(row: RawRow, residents: Residents) -> Refusal | None:
    persons = residents.get((row.country, row.year))
    if persons is None or row.bounds.low <= persons:
        return None
    return Refusal(row, Reason.ABOVE_POPULATION, f"{persons} residents in {row.year}")


def _beyond(row: RawRow, headline: Interval | None) -> Refusal | None:
    if headline is None or row.bounds.low <= headline.high:
        return None
    detail = f"headline of the year is at most {headline.high:.0f}"
    if row.bounds == (row.year, row.year):
        return Refusal(row, Reason.YEAR_AS_COUNT, detail)
    if row.bounds.low >= MAGNITUDE * max(headline.high, SUPPRESSED_HIGH):
        return Refusal(row, Reason.ABOVE_HEADLINE, detail)
    return None
