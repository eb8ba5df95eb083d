"""Figures that another cell of the same table contradicts: withheld, told apart from what cannot be true."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook import CONVICTED, FORM, VICTIMS, Line, curated, flow, line

from data.build.contested import contested
from data.build.flags import flagged
from data.build.merge import Cell
from data.build.release import Release
from data.interval import Interval
from data.margins import are_persons, contradictions, splits, swapped
from data.model import Key, ObservationKey
from data.vocabulary import Age, Crime, Exploitation, Flag, Indicator, Sex

OTHER_FORM = {"Dimension": FORM, "Category": "Other forms of exploitation"}
CHILDREN, ADULTS = {"Age": "0 to 17 years"}, {"Age": "18 years or over"}
WOMEN, MEN = {"Sex": "Female"}, {"Sex": "Male"}
EXCHANGED = [  # as Paraguay prints persons prosecuted in 2021, rows 4 to 12
    line("26"),
    line("17", **WOMEN),
    line("9", **MEN),
    line("0", **WOMEN, **CHILDREN),
    line("17", **WOMEN, **ADULTS),
    line("0", **MEN, **CHILDREN),
    line("9", **MEN, **ADULTS),
    line("17", **CHILDREN),
    line("9", **ADULTS),
]


def told(release: Release) -> dict[int, tuple[str, tuple[int, ...]]]:
    """Doubt and contradicting rows by the first raw row of each withheld cell."""
    return {each.cell.rows[0]: (str(each.doubt), each.against) for each in release.withheld.values()}


def flags(release: Release) -> dict[int, set[str]]:
    cells = flagged(release.cells, release.withheld, {}, frozenset())
    return {cell.rows[0]: set(cell.flags) for cell in cells.values() if cell.flags}


def test_two_labels_exchanged(tmp_path: Path) -> None:
    release = curated(tmp_path, *EXCHANGED)
    assert told(release) == {11: ("mislabelled", (5, 7, 9)), 12: ("mislabelled", (6, 8, 10))}
    assert flags(release) == {}  # women and men of each age are as good as they were
    assert release.ledger["withheld", "mislabelled"] == 2


def test_a_margin_outside_its_parts_that_equals_no_other_is_flagged(tmp_path: Path) -> None:
    lines = [row for row in EXCHANGED if row["Age"] != ADULTS["Age"] or row["Sex"] != "Total"]
    lines[7] = line("5", **CHILDREN)
    release = curated(tmp_path, *lines)
    assert told(release) == {}
    assert flags(release) == {11: {"parts_below_total"}}


@pytest.mark.parametrize("parts", [("0", None), (None, "0"), ("14", "<5"), ("17", "0")])
def test_a_margin_that_its_parts_may_make_up_stays(tmp_path: Path, parts: tuple[str | None, str | None]) -> None:
    printed = [line(part, **sex, **CHILDREN) for part, sex in zip(parts, (WOMEN, MEN), strict=True) if part]
    release = curated(tmp_path, line("26"), line("17", **WOMEN), line("17", **CHILDREN), *printed)
    assert (told(release), flags(release)) == ({}, {})


def test_the_parts_beside_a_withheld_one_say_so(tmp_path: Path) -> None:
    release = curated(tmp_path, *EXCHANGED[:8], line("8", **ADULTS))
    assert told(release) == {11: ("mislabelled", (5, 7, 9))}
    assert flags(release) == {12: {"composition_incomplete", "parts_exceed_total", "total_below_part"}} | {
        row: {"total_below_part"} for row in (8, 10)
    }


@pytest.mark.parametrize(("headline", "part", "doubt"), [
    ("13", "129", []),
    ("13", "130", ["above_headline"]),
    ("<5", "39", []),
    ("<5", "40", ["above_headline"]),
    ("0", "39", []),
    ("0", "40", ["above_headline"]),
])  # fmt: skip
def test_ten_times_the_headline_is_withheld_and_the_headline_flagged(
    tmp_path: Path, headline: str, part: str, doubt: list[str]
) -> None:
    release = curated(tmp_path, line(headline), line(part, **OTHER_FORM))
    assert told(release) == ({5: (doubt[0], (4,))} if doubt else {})
    assert flags(release)[4] == {"forms_exceed_total", "total_below_part"}
    assert release.refusals == []


def test_the_other_forms_beside_it_make_up_no_whole(tmp_path: Path) -> None:
    sexual = {"Dimension": FORM, "Category": "Sexual exploitation"}
    release = curated(tmp_path, line("5"), line("75", **sexual), line("3", **OTHER_FORM))
    assert told(release) == {5: ("above_headline", (4,))}
    assert flags(release)[6] == {"composition_incomplete"}


def test_a_headline_judges_only_its_own_indicator_year_and_country(tmp_path: Path) -> None:
    release = curated(
        tmp_path,
        line("<5"),
        line("400", Indicator=CONVICTED, **OTHER_FORM),
        line("400", Indicator=VICTIMS, Year="2021", **OTHER_FORM),
        line("400", Iso3_code="BOL", **OTHER_FORM),
    )
    assert told(release) == {}


def test_a_list_of_citizenships_is_judged_by_its_headline_too(tmp_path: Path) -> None:
    release = curated(tmp_path, line("3"), flow("60", "Own country nationals"))
    assert told(release) == {5: ("above_headline", (4,))}


COUNT = st.tuples(st.integers(0, 30), st.sampled_from([0, 0, 4])).map(lambda pair: Interval(pair[0], sum(pair)))
KEYS: list[Key] = [
    ObservationKey("ARG", 2020, Crime.TRAFFICKING, Indicator.VICTIMS_DETECTED, sex, age, form)
    for sex in (Sex.TOTAL, Sex.FEMALE, Sex.MALE)
    for age in (Age.TOTAL, Age.AGE_0_17, Age.AGE_18_PLUS)
    for form in (Exploitation.TOTAL, Exploitation.FORCED_LABOUR)
]


@given(st.dictionaries(st.sampled_from(KEYS), COUNT, min_size=2))
def test_no_margin_is_outside_its_parts_unless_flagged_or_withheld(counts: dict[Key, Interval]) -> None:
    cells = {key: Cell(count, (row,)) for row, (key, count) in enumerate(counts.items(), start=4)}
    withheld = contested(cells)
    shown = flagged({key: cell for key, cell in cells.items() if key not in withheld}, withheld, {}, frozenset())
    for whole, parts, is_complete in splits({key: cell.count for key, cell in shown.items()}):
        low, high = (sum(shown[part].count[end] for part in parts) for end in (0, 1))
        own = shown[whole]
        if parts and low > own.count.high:
            exceeded = Flag.PARTS_EXCEED_TOTAL if are_persons(whole, parts) else Flag.FORMS_EXCEED_TOTAL
            assert exceeded in own.flags
        if is_complete and high < own.count.low:
            assert Flag.PARTS_BELOW_TOTAL in own.flags


@given(st.dictionaries(st.sampled_from(KEYS), COUNT, min_size=2), st.data())
def test_what_some_truth_reconciles_is_no_contradiction(counts: dict[Key, Interval], data: st.DataObject) -> None:
    """A table that adds up in truth, of which each count is known as a range around it, is never contradicted."""
    cells = [key for key in KEYS if "total" not in key[4:]]
    true = {key: data.draw(st.integers(0, 30)) for key in cells}
    for key in KEYS:
        inside = [cell for cell in cells if all(a in ("total", b) for a, b in zip(key[4:], cell[4:], strict=True))]
        true[key] = sum(true[cell] for cell in inside)
    known = {key: Interval(max(0, true[key] - 2), true[key] + 2) for key in counts}
    assert list(contradictions(known)) == []


def test_what_a_margin_could_be_mistaken_for() -> None:
    whole = ObservationKey("ARG", 2020, Crime.TRAFFICKING, Indicator.VICTIMS_DETECTED)
    children = whole._replace(age=Age.AGE_0_17)
    assert swapped(children) == tuple(whole._replace(sex=sex) for sex in (Sex.FEMALE, Sex.MALE, Sex.OTHER))
    assert swapped(whole) == swapped(children._replace(sex=Sex.MALE)) == ()


def lines_of(form: str) -> list[Line]:
    return [
        line(row["txtVALUE"], **{k: row[k] for k in ("Sex", "Age")}, Dimension=FORM, Category=form) for row in EXCHANGED
    ]


def test_the_rule_holds_inside_a_form_of_exploitation(tmp_path: Path) -> None:
    assert set(told(curated(tmp_path, *lines_of("Forced labour")))) == {11, 12}
