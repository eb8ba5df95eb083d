"""How a cell reads: one text, one state and one mark for map, tooltip, table and file alike."""

from collections.abc import Callable
from enum import StrEnum

from components.i18n import Words
from data.interval import Interval
from data.model import Cell
from data.vocabulary import Measure, Status

Trace = Callable[[Cell], str]  # the address at which one reads where a cell comes from


class State(StrEnum):
    """The look of a cell: a published status, with true zero told apart."""

    VALUE = "value"
    ZERO = "zero"
    SUPPRESSED = "suppressed"
    RANGE = "range"
    WITHHELD = "withheld"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


# SDMX-style observation marks, printed beside or instead of a figure.
MARKS = {State.SUPPRESSED: "[c]", State.WITHHELD: "[w]", State.NOT_REPORTED: "[x]", State.NOT_APPLICABLE: "[z]"}


def state(cell: Cell) -> State:
    if cell.status is Status.EXACT:
        return State.ZERO if cell.count == Interval(0, 0) else State.VALUE
    return State(str(cell.status))


def bounds(cell: Cell, measure: Measure) -> Interval | None:
    """The figure that a measure shows, or None where there is none."""
    return cell.rate if measure is Measure.RATE else cell.count


def figure(cell: Cell, measure: Measure, words: Words) -> str:
    """The figure as printed: `1.186`, `<5`, `133–141`, or the mark of what is missing."""
    shown = bounds(cell, measure)
    if shown is None:
        return MARKS[State.NOT_APPLICABLE if cell.is_published else state(cell)]
    return words.interval(shown, is_rate=True) if measure is Measure.RATE else printed_count(shown, cell.status, words)


def printed_count(count: Interval, status: Status, words: Words) -> str:
    """A count: plain, below a limit (`<3`) where the source suppresses it, or as any interval is written."""
    if status is Status.SUPPRESSED:
        return words("suppressed.figure", n=words.number(count.high + 1))
    return words.interval(count)


def reading(cell: Cell, words: Words, noun: str) -> str:
    """The cell in words, as the tooltip and a screen reader have it: figure, rate, state, flags."""
    parts = [f"{words.country(cell.country)}, {cell.year}"]
    if cell.count is None:
        parts.append(words(f"state.{state(cell)}"))
    else:
        parts.append(f"{figure(cell, Measure.COUNT, words)} {noun}")
        if cell.rate is not None:
            parts.append(words("per_100k", rate=words.interval(cell.rate, is_rate=True)))
        if cell.status is not Status.EXACT:
            parts.append(words(f"state.{state(cell)}"))
    parts += [words(f"flag.{flag}") for flag in cell.flags]
    return "\n".join(parts)


def hover(cell: Cell, measure: Measure, words: Words, what: str = "") -> str:
    """What a pointer reads at a cell that is drawn: whose and when, the figure as tables print it, its flags."""
    said = f"{what}: " if what else ""
    printed = f"{words.country(cell.country)}, {cell.year}: {said}{figure(cell, measure, words)}"
    return "<br>".join([printed, *(f"⚑ {words(f'flag.{flag}')}" for flag in cell.flags)])
