"""Figures that cannot be true, found before anything is summed: more persons than residents, a year or a date typed
into a count.

A figure that only contradicts another one stays or is withheld (see `contested`), and one that is merely unlikely stays
with a flag (see `flags`): what cannot be disproved is the source's to answer for.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from data import schema
from data.build import CURATION
from data.build.stop import BuildStopped
from data.build.workbook import RawRow
from data.model import Key
from data.vocabulary import Country, Reason

FIRST_DATE = 2000  # a date is one of this century, up to a year after the figure's own
DATE_DIGITS = (7, 8)  # day, month and year without separators; fewer digits may be a count

Residents = Mapping[tuple[Country, int], int]
Headline = tuple[Country, int, str]  # country, year, indicator as the source words it


class Refusal(NamedTuple):
    """One raw row that is not believed, the rule it breaks, what it was held against (a number: residents, a year, a
    headline), and the cell that it would have been part of; None for a label that names no partner."""

    row: RawRow
    reason: Reason
    held_against: int
    key: Key | None = None


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
    found = {}
    for row in rows:
        headline = headlines.get((row.country, row.year, row.indicator))
        refusal = _above_population(row, residents) or _date_as_count(row) or _year_as_count(row, headline)
        if refusal:
            found[row.row] = refusal
    return found


def details(reason: Reason, held_against: int, year: int) -> dict[str, str]:
    """What a figure was held against, as a sentence in each language: the columns `detail`, `detail_es` ..."""
    said = _sentences()[reason]
    return {name: said[name].format(n=held_against, year=year) for name in said if name != "reason"}


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return {line["reason"]: line for line in schema.records(CURATION / "quarantine.csv")}


def _is_headline(row: RawRow) -> bool:
    return (row.dimension, row.category, row.sex, row.age) == ("Total", "Total", "Total", "Total")


def _above_population(row: RawRow, residents: Residents) -> Refusal | None:
    persons = residents.get((row.country, row.year))
    if persons is None or row.bounds.low <= persons:
        return None
    return Refusal(row, Reason.ABOVE_POPULATION, persons)


def _date_as_count(row: RawRow) -> Refusal | None:
    """6,112,019 is a day of 2019, typed without separators."""
    digits = str(int(row.bounds.high))
    rest, year = digits[:-4], int(digits[-4:])
    if len(digits) not in DATE_DIGITS or not FIRST_DATE <= year <= row.year + 1:
        return None
    cuts = [(int(rest[:cut]), int(rest[cut:])) for cut in range(1, len(rest)) if rest[cut] != "0"]
    if not any(_is_day(year, *cut) or _is_day(year, *reversed(cut)) for cut in cuts):
        return None
    return Refusal(row, Reason.DATE_AS_COUNT, year)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _year_as_count(row: RawRow, headline: RawRow | None) -> Refusal | None:
    """The year of the row where its headline is lower; without one above it, a year may be a count."""
    if headline is None or row.bounds != (row.year, row.year) or row.bounds.low <= headline.bounds.high:
        return None
    return Refusal(row, Reason.YEAR_AS_COUNT, int(headline.bounds.high))
