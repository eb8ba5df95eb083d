"""Examples from the data at hand, for a lesson in reading: chosen by rule, the same data gives the same ones."""

from typing import NamedTuple

from data.model import Answer, Cell
from data.vocabulary import Country, Flag, Status

TELLING = (Flag.BREAK_IN_SERIES, Flag.SUSPICIOUS_JUMP, Flag.SAME_AS_OTHER_INDICATOR)  # seen in a series


class Summands(NamedTuple):
    """An exact and a protected figure of one year, to be added."""

    exact: Cell
    protected: Cell


def summands(answer: Answer) -> Summands | None:
    """The latest year with a protected figure and an exact one; of the exact ones the smallest above it, as both are
    drawn on one scale. None where there is no such year."""
    for year in reversed(answer.years):
        cells = [cell for cell in answer.by_country(year) if cell.count is not None]
        protected = next((cell for cell in cells if cell.status is Status.SUPPRESSED), None)
        if protected is None or protected.count is None:
            continue
        above = [(c.count.low, c) for c in cells if c.count and c.count.is_exact and c.count.low > protected.count.high]
        if above:
            return Summands(min(above, key=lambda pair: (pair[0], pair[1].country))[1], protected)
    return None


def flagged(answer: Answer) -> Cell | None:
    """The latest figure with the first flag of `TELLING` that occurs; None where none does."""
    for flag in TELLING:
        for year in reversed(answer.years):
            for cell in answer.by_country(year):
                if flag in cell.flags:
                    return cell
    return None


def around(answer: Answer, cell: Cell, years: int) -> list[Cell]:
    """The cells of a cell's country up to so many years before and after it, gaps included."""
    near = range(cell.year - years, cell.year + years + 1)
    return [each for each in answer.over_time(Country(cell.country)) if each.year in near]
