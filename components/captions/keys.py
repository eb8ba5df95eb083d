"""Keys as data: the scale of a map with its states, and the looks of lines."""

from collections.abc import Iterable

from components import theme
from components.cells import MARKS, State
from components.figures.choropleth import HATCH, colour
from components.figures.classes import STEPS
from components.figures.time_series import Look
from components.i18n import Words
from components.picture import Key, Sample
from data.vocabulary import Measure

STATES = tuple(each for each in State if each is not State.VALUE)


def scale(edges: tuple[float, ...], measure: Measure, title: str, words: Words, states: Iterable[State] = ()) -> Key:
    """The classes of a map, each by its lower limit, and what its states look like."""
    show = words.rate_limit if measure is Measure.RATE else words.number
    classes = [Sample(show(edges[i - 1]) if i else "0", theme.STEPS[colour(i, edges)]) for i in range(len(edges) + 1)]
    return Key(title, tuple(classes), tuple(state(each, words) for each in states))


def state(each: State, words: Words) -> Sample:
    """What one state of a figure looks like on a map, and is called."""
    mark = f"{MARKS[each]} " if each in MARKS else ""
    said = f"{mark}{words(f'legend.{each}')}"
    return {
        State.NOT_REPORTED: Sample(said, theme.MISSING_GROUND, theme.MISSING_LINE, str(HATCH["shape"])),
        State.NOT_APPLICABLE: Sample(said, theme.CONTEXT, theme.EDGE),
        State.RANGE: Sample(said, theme.STEPS[1], theme.STEPS[STEPS - 3], "-"),
        State.SUPPRESSED: Sample(said, theme.STEPS[1], theme.INK, is_dashed=True),
    }.get(each, Sample(said, theme.PANEL, theme.EDGE))


def signs(named: Iterable[tuple[str, str]], title: str = "") -> Key:
    """Signs that stand in a table, each with what it means."""
    return Key(title, samples=tuple(Sample(said, sign=sign) for sign, said in named))


def lines(named: Iterable[tuple[Look, str]], title: str = "") -> Key:
    """Lines with their marks, each with what it is."""
    return Key(title, samples=tuple(Sample(said, line=look) for look, said in named))
