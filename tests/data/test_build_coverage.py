"""A headline that covers one form of exploitation in some years and all forms in others: a break, by rule."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook import CONVICTED, FORM, Line, curated, flow, line

from data.build.coverage import recovered
from data.build.flags import flagged
from data.build.labels import Labels
from data.interval import Interval
from data.model import FlowKey, Key, ObservationKey
from data.vocabulary import Crime, Exploitation, Flag, FlowMeasure, Indicator, Sex

SEXUAL, LABOUR, OTHER = [form for form in Exploitation if form is not Exploitation.TOTAL]
Year = tuple[str | int | None, ...]  # headline, then the three forms; None is not printed
NARROW = {2012: (125, 125, None, None), 2013: (264, 264, 49, 10)}
WIDE = {2015: (267, 133, 134, None)}


def count(printed: str | int) -> Interval:
    return Interval(0, 4) if printed == "<5" else Interval(int(printed), int(printed))


def printed(years: dict[int, Year], indicator: Indicator = Indicator.VICTIMS_DETECTED) -> dict[Key, Interval]:
    """Headlines of Spain with their forms."""
    head = ObservationKey("ESP", 0, Crime.TRAFFICKING, indicator)
    return {
        head._replace(year=year, exploitation=form): count(figure)
        for year, figures in years.items()
        for form, figure in zip(Exploitation, figures, strict=True)
        if figure is not None
    }


def broken(years: dict[int, Year], indicator: Indicator = Indicator.VICTIMS_DETECTED) -> list[int]:
    """Years whose headline is the first of another coverage."""
    found = [key for key, flag in recovered(printed(years, indicator)) if flag is Flag.BREAK_IN_SERIES]
    return sorted({key.year for key in found})


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (NARROW | {2014: (153, 153, None, 12)} | WIDE, [2015]),
        ({2009: (443, 104, 82, None)} | NARROW | WIDE, [2012, 2015]),
        (NARROW | {2014: (60, None, None, None)} | WIDE, [2014]),  # nothing tells; the next does
        (NARROW | {2014: (153, 153, 0, 12)} | WIDE, [2014]),  # a zero is printed: the headline may cover all
        (NARROW | {2014: (153, 153, "<5", 12)} | WIDE, [2014]),  # and so may it be here
        (NARROW, []),  # nothing later
        (NARROW | {2015: (100, 60, None, None)}, []),  # not all forms yet
        (NARROW | {2015: (100, 90, 40, None)}, []),  # more than the headline holds
        ({2012: (125, 125, None, None)} | WIDE, []),  # one year may be chance
        ({2012: (9, 9, None, None), 2013: (9, 9, None, None)} | WIDE, []),  # and so may a few persons be
        ({2012: (125, 125, None, None), 2013: (60, None, 60, None)} | WIDE, []),  # not one form
        ({2012: (125, 120, None, None), 2013: (264, 250, None, None)} | WIDE, []),
    ],
    ids=[
        "Spain", "narrower, then wider", "a year that tells nothing", "zero", "suppressed", "never wider", "one form",
        "contradiction", "a year", "a few", "two forms", "less than the headline",
    ],
)  # fmt: skip
def test_the_first_year_of_another_coverage(years: dict[int, Year], expected: list[int]) -> None:
    assert broken(years) == expected


def test_convictions_by_form_say_nothing_of_coverage() -> None:
    assert broken(NARROW | WIDE, Indicator.PERSONS_CONVICTED) == []


def test_what_divides_the_headline_breaks_with_it_and_a_form_does_not() -> None:
    head = ObservationKey("ESP", 2015, Crime.TRAFFICKING, Indicator.VICTIMS_DETECTED)
    women = head._replace(sex=Sex.FEMALE)
    flows = [FlowKey("ESP", 2015, Crime.TRAFFICKING, measure, "BOL") for measure in FlowMeasure]
    beside: dict[Key, Interval] = dict.fromkeys([women, *flows], Interval(9, 9))
    found = {key for key, _ in recovered(printed(NARROW | WIDE) | beside)}
    assert found == {head, women, FlowKey("ESP", 2015, Crime.TRAFFICKING, FlowMeasure.VICTIMS_BY_CITIZENSHIP, "BOL")}


def test_the_rule_stands_beside_reviewed_breaks(tmp_path: Path) -> None:
    def year(at: int, *figures: str | None) -> list[Line]:
        forms = ("Sexual exploitation", "Forced labour")
        told = [line(str(figures[0]), Year=str(at))]
        return told + [
            line(figure, Year=str(at), Dimension=FORM, Category=form)
            for form, figure in zip(forms, figures[1:], strict=True)
            if figure
        ]

    lines = [*year(2012, "125", "125", None), *year(2013, "264", "264", None), *year(2015, "267", "133", "134")]
    lines += [flow("60", "Own", Year="2015"), line("9", Indicator=CONVICTED, Year="2015")]
    release = curated(tmp_path, *lines, labels=Labels({"Own": "own"}, {}))
    reviewed = frozenset({("ARG", 2013, Indicator.VICTIMS_DETECTED)})
    cells = flagged(release.cells, release.withheld, {}, reviewed)
    marked = [cell.rows[0] for cell in cells.values() if Flag.BREAK_IN_SERIES in cell.flags]
    assert sorted(marked) == [6, 7, 8, 11]  # both figures of 2013 as reviewed; headline and flow of 2015


@given(st.permutations(list(printed({2009: (443, 104, 82, None)} | NARROW | WIDE).items())))
def test_the_order_of_rows_is_none_of_its_business(rows: list[tuple[Key, Interval]]) -> None:
    assert sorted({key.year for key, _ in recovered(dict(rows))}) == [2012, 2015]


@given(st.sampled_from([2012, 2013]), st.integers(1, 300))
def test_a_headline_that_may_be_more_is_no_part(year: int, more: int) -> None:
    counts = printed(NARROW | WIDE)
    head = ObservationKey("ESP", year, Crime.TRAFFICKING, Indicator.VICTIMS_DETECTED)
    hidden = counts | {head: Interval(counts[head].low, counts[head].high + more)}
    assert list(recovered(hidden)) == []
