"""How a cell reads: each state has one figure, one mark and one sentence, wherever it is shown."""

import pytest

from components.cells import MARKS, State, bounds, figure, reading, state
from components.i18n import EN_DASH, Words
from data.interval import Interval
from data.model import Cell
from data.vocabulary import Country, Flag, Measure, Status


def _cell(status: Status, count: tuple[int, int] | None = None, persons: int | None = None, *flags: Flag) -> Cell:
    known = None if count is None else Interval(*count)
    rate = Interval(known.low / persons * 1e5, known.high / persons * 1e5) if known and persons else None
    return Cell(Country.ARG, 2021, status, known, rate, persons, flags)


MILLION = 1_000_000
CELLS = {
    State.VALUE: _cell(Status.EXACT, (1186, 1186), MILLION),
    State.ZERO: _cell(Status.EXACT, (0, 0), MILLION),
    State.SUPPRESSED: _cell(Status.SUPPRESSED, (0, 4), MILLION),
    State.RANGE: _cell(Status.RANGE, (133, 141), MILLION),
    State.WITHHELD: _cell(Status.WITHHELD),
    State.NOT_REPORTED: _cell(Status.NOT_REPORTED),
    State.NOT_APPLICABLE: _cell(Status.NOT_APPLICABLE),
}


@pytest.mark.parametrize("expected", State)
def test_a_true_zero_is_told_apart_from_every_other_state(expected: State) -> None:
    assert state(CELLS[expected]) is expected


@pytest.mark.parametrize(
    ("shown", "count", "rate"),
    [
        (State.VALUE, "1,186", "118.60"),
        (State.ZERO, "0", "0"),
        (State.SUPPRESSED, "<5", f"0{EN_DASH}0.40"),
        (State.RANGE, f"133{EN_DASH}141", f"13.30{EN_DASH}14.10"),
        (State.WITHHELD, "[w]", "[w]"),
        (State.NOT_REPORTED, "[x]", "[x]"),
        (State.NOT_APPLICABLE, "[z]", "[z]"),
    ],
)
def test_each_state_prints_its_figure_or_its_mark(en: Words, shown: State, count: str, rate: str) -> None:
    assert figure(CELLS[shown], Measure.COUNT, en) == count
    assert figure(CELLS[shown], Measure.RATE, en) == rate


def test_a_published_count_without_a_denominator_has_no_rate(en: Words) -> None:
    uncounted = _cell(Status.EXACT, (7, 7))
    assert bounds(uncounted, Measure.RATE) is None
    assert bounds(uncounted, Measure.COUNT) == (7, 7)
    assert figure(uncounted, Measure.RATE, en) == MARKS[State.NOT_APPLICABLE]


@pytest.mark.parametrize(
    ("shown", "lines"),
    [
        (State.VALUE, ["Argentina, 2021", "1,186 victims", "118.60 per 100,000 residents"]),
        (State.ZERO, ["Argentina, 2021", "0 victims", "0 per 100,000 residents"]),
        (
            State.SUPPRESSED,
            ["Argentina, 2021", "<5 victims", f"0{EN_DASH}0.40 per 100,000 residents", "suppressed: 0 to 4"],
        ),
        (
            State.RANGE,
            [
                "Argentina, 2021",
                f"133{EN_DASH}141 victims",
                f"13.30{EN_DASH}14.10 per 100,000 residents",
                "range: a sum with suppressed figures",
            ],
        ),
        (State.WITHHELD, ["Argentina, 2021", "withheld: the same table contradicts it"]),
        (State.NOT_REPORTED, ["Argentina, 2021", "not reported"]),
        (State.NOT_APPLICABLE, ["Argentina, 2021", "not collected"]),
    ],
)
def test_a_cell_is_read_line_by_line(en: Words, shown: State, lines: list[str]) -> None:
    assert reading(CELLS[shown], en, "victims").split("\n") == lines


def test_a_reading_ends_with_what_to_know(es: Words) -> None:
    flagged = _cell(Status.EXACT, (7, 7), None, Flag.MERGED, Flag.REVISED)
    assert reading(flagged, es, "víctimas").split("\n") == [
        "Argentina, 2021",
        "7 víctimas",
        "Suma de subcategorías que la fuente publica por separado y sin nombre.",
        "Difiere de la publicación anterior.",
    ]


def test_the_states_that_can_be_marked_have_different_marks() -> None:
    assert len(set(MARKS.values())) == len(MARKS) == 4
