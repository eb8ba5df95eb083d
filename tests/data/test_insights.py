"""What stands out: each rule on answers made by hand."""

from collections.abc import Mapping

import pytest
from grid import SUPPRESSED, Figures, grid, years

from data.dataset import Dataset
from data.interval import Interval
from data.model import Selection
from data.queries.insights import (
    FACTS,
    THEMES,
    Fact,
    Kind,
    broken,
    concentration,
    facts,
    gap,
    largest_change,
    long_change,
    new_reporter,
    overlap,
    record,
    returned,
    stopped,
)
from data.queries.observations import answer
from data.vocabulary import Age, Country, Flag, Indicator, Sex

ARG, BOL, CHL, ESP, PER, URY = (Country[code] for code in ("ARG", "BOL", "CHL", "ESP", "PER", "URY"))


def two_years(**figures: tuple[int | tuple[int, int], int | tuple[int, int]]) -> Figures:
    """Figures of 2019 and 2020 by country."""
    return {Country[code]: {2019: then, 2020: now} for code, (then, now) in figures.items()}


def test_the_largest_change_is_certain_and_names_both_figures() -> None:
    shown = largest_change(grid(two_years(ARG=(100, 60), BOL=(10, 20), PER=(50, 50))), 2020)
    assert shown == Fact(Kind.CHANGE, 2020, (ARG,), (2019, 2020), (Interval(100, 100), Interval(60, 60)), of=3)


@pytest.mark.parametrize(
    ("figures", "is_found"),
    [
        (two_years(ARG=(10, 21), BOL=(10, 20), PER=(5, 5)), True),
        (two_years(ARG=(10, 20), BOL=(10, 20), PER=(5, 5)), False),  # a tie
        (two_years(ARG=(10, 20), BOL=(20, 10), PER=(5, 5)), False),  # a tie of a rise and a fall
        (two_years(ARG=(10, 17), BOL=(SUPPRESSED, 7), PER=(5, 5)), False),  # BOL may have changed by 7 as well
        (two_years(ARG=(10, 18), BOL=(SUPPRESSED, 7), PER=(5, 5)), True),
        (two_years(ARG=(SUPPRESSED, SUPPRESSED), BOL=(5, 5), PER=(5, 5)), False),  # nothing changed for certain
        (two_years(ARG=(100, 60), BOL=(10, 20)), False),  # of two, "the largest" says nothing
    ],
)
def test_a_change_is_the_largest_only_where_no_other_may_be_as_large(figures: Figures, is_found: bool) -> None:
    assert (largest_change(grid(figures), 2020) is not None) == is_found


def test_a_doubtful_figure_makes_neither_a_change_nor_a_record() -> None:
    jumps = {(ARG, 2020): Flag.SUSPICIOUS_JUMP}
    assert largest_change(grid(two_years(ARG=(10, 90), BOL=(5, 6), PER=(5, 6)), flags=jumps), 2020) is None
    assert record(grid({ARG: years(2014, 2019) | {2020: 90}}, flags=jumps), 2020) is None
    merged = {(ARG, 2020): Flag.MERGED}
    assert record(grid({ARG: years(2014, 2019) | {2020: 90}}, flags=merged), 2020) is not None


def test_records_of_the_same_years_are_told_together() -> None:
    asked = grid({ARG: years(2016, 2019) | {2020: 11}, BOL: years(2010, 2019) | {2020: 12}, PER: years(2010, 2020)})
    assert record(asked, 2020) == Fact(
        Kind.RECORD, 2020, (ARG, BOL), (2010, 2020), (Interval(11, 11), Interval(12, 12))
    )


@pytest.mark.parametrize(
    ("series", "year", "is_record"),
    [
        (years(2016, 2019) | {2020: 11}, 2020, True),
        (years(2017, 2019) | {2020: 11}, 2020, False),  # four figures are too few
        (years(2016, 2019, 11) | {2020: 11}, 2020, False),  # a tie
        (years(2016, 2019, SUPPRESSED) | {2020: 5}, 2020, True),
        (years(2016, 2019, SUPPRESSED) | {2020: 4}, 2020, False),  # a hidden figure may be 4 too
        (years(2016, 2019) | {2020: (9, 30)}, 2020, False),
        (years(2016, 2019) | {2018: 11}, 2018, False),  # four again, whatever lies in between
        (years(2016, 2020) | {2018: 11}, 2018, True),  # years that follow count as well
        (years(2016, 2019) | {2020: 11}, 2015, False),  # no figure
    ],
)
def test_a_record_is_above_every_other_figure_for_certain(
    series: Mapping[int, int | tuple[int, int]], year: int, is_record: bool
) -> None:
    assert (record(grid({ARG: series}), year) is not None) == is_record


def test_a_record_counts_only_what_no_break_parts_from_it() -> None:
    series = {ARG: years(2010, 2014, 500) | years(2015, 2019) | {2020: 11}}
    assert record(grid(series), 2020) is None
    shown = record(grid(series, flags={(ARG, 2015): Flag.BREAK_IN_SERIES}), 2020)
    assert shown is not None
    assert shown.years == (2015, 2020)
    assert record(grid(series, flags={(ARG, 2017): Flag.BREAK_IN_SERIES}), 2020) is None  # four figures since
    before = record(grid(series | {ARG: series[ARG] | {2014: 501}}, flags={(ARG, 2015): Flag.BREAK_IN_SERIES}), 2014)
    assert before is not None
    assert before.years == (2010, 2014)


def test_the_long_change_compares_the_same_countries_in_the_earliest_comparable_year() -> None:
    asked = grid(
        {
            ARG: years(2012, 2019, 20) | {2020: 50},
            BOL: years(2012, 2020),
            PER: years(2011, 2020),
            URY: years(2010, 2012),
        }
    )
    shown = long_change(asked, 2020)  # in 2011 one of today's three reported, too few
    assert shown == Fact(Kind.SINCE, 2020, (ARG, BOL, PER), (2012, 2020), (Interval(40, 40), Interval(70, 70)))


@pytest.mark.parametrize(
    ("series", "is_found"),
    [
        (years(2018, 2020) | {2018: 5}, True),
        (years(2019, 2020) | {2019: 5}, False),  # that is the headline's change
        (years(2018, 2020), False),
        (years(2018, 2020) | {2018: (5, 10)}, False),
        ({2018: 5, 2019: 7}, False),  # no figure
    ],
)
def test_a_long_change_is_certain_and_not_the_headlines(
    series: Mapping[int, int | tuple[int, int]], is_found: bool
) -> None:
    assert (long_change(grid({ARG: series}), 2020) is not None) == is_found


def test_a_long_change_does_not_reach_over_a_break() -> None:
    broke = {(ARG, 2018): Flag.BREAK_IN_SERIES}
    shown = long_change(grid({ARG: {2016: 1, 2018: 5, 2019: 8, 2020: 9}}, flags=broke), 2020)
    assert shown is not None
    assert shown.years == (2018, 2020)


def test_a_first_figure_of_the_period_is_new_after_three_years() -> None:
    asked = grid({ARG: {2013: SUPPRESSED}, BOL: {2012: 5}, PER: {2010: 1, 2014: 6}})
    assert new_reporter(asked, 2013) == Fact(Kind.NEW_REPORTER, 2013, (ARG,), (2010, 2012), (Interval(0, 4),))
    assert new_reporter(asked, 2012) is None  # after two
    assert new_reporter(asked, 2014) is None
    assert returned(asked, 2014) == Fact(Kind.RETURNED, 2014, (PER,), (2011, 2013), (Interval(6, 6),))
    assert returned(asked, 2013) is None


def test_the_longest_silence_is_told_and_with_it_all_who_share_it() -> None:
    asked = grid({c: {start: 1, 2020: 2} for c, start in ((ARG, 2016), (BOL, 2012), (PER, 2012), (ESP, 2014))})
    shown = returned(asked, 2020)
    assert shown is not None
    assert (shown.countries, shown.years) == ((BOL, PER), (2013, 2019))


@pytest.mark.parametrize(
    ("series", "year", "since"),
    [
        (years(2010, 2018), 2019, 2019),
        (years(2010, 2018), 2020, 2019),
        (years(2010, 2018), 2018, None),  # it reported
        (years(2010, 2019), 2020, None),  # one missing year may be late
        (years(2010, 2016), 2019, 2017),
        (years(2010, 2016), 2020, None),  # no news any more
        (years(2015, 2016), 2017, None),  # two figures are no series to stop
        (years(2010, 2015) | {2020: 1}, 2016, None),  # it reports again
        ({}, 2016, None),
    ],
)
def test_reporting_has_stopped_when_nothing_follows_to_the_end_of_the_period(
    series: Mapping[int, int], year: int, since: int | None
) -> None:
    shown = stopped(grid({ARG: series}), year)
    assert (shown and shown.years) == ((since, 2020) if since else None)
    assert shown is None or shown.countries == (ARG,)


@pytest.mark.parametrize(
    ("series", "year", "run"),
    [
        ({2011: 1, 2014: 1}, 2012, (2012, 2013)),
        ({2011: 1, 2014: 1}, 2013, (2012, 2013)),
        ({2011: 1, 2014: 1}, 2014, None),
        ({2011: 1, 2013: 1}, 2012, None),  # one year
        ({2014: 1}, 2012, None),  # nothing before
        ({2011: 1}, 2015, None),  # nothing after
    ],
)
def test_a_gap_lies_between_two_years_with_a_figure(
    series: Mapping[int, int], year: int, run: tuple[int, int] | None
) -> None:
    shown = gap(grid({ARG: series}), year)
    assert (shown and shown.years) == run


def test_of_several_gaps_the_longest_is_told() -> None:
    shown = gap(grid({ARG: {2011: 1, 2014: 1}, BOL: {2010: 1, 2014: 1}, PER: {2010: 1, 2014: 0}}), 2012)
    assert shown is not None
    assert (shown.countries, shown.years) == ((BOL, PER), (2011, 2013))


@pytest.mark.parametrize(("year", "at"), [(2011, None), (2012, 2012), (2013, 2013), (2017, 2013), (2018, None)])
def test_the_latest_break_is_told_for_five_years(year: int, at: int | None) -> None:
    breaks = {(ARG, 2012): Flag.BREAK_IN_SERIES, (BOL, 2013): Flag.BREAK_IN_SERIES}
    shown = broken(grid({ARG: years(2010, 2020), BOL: years(2010, 2020)}, flags=breaks), year)
    assert (shown and shown.years[0]) == at
    assert shown is None or shown.countries == ((BOL,) if at == 2013 else (ARG,))


@pytest.mark.parametrize(
    ("figures", "together"),
    [
        ({ARG: SUPPRESSED, BOL: 3, PER: 9}, (ARG, BOL)),
        ({ARG: SUPPRESSED, BOL: 5}, None),
        ({ARG: 3, BOL: 3}, None),  # a tie is known
        ({ARG: SUPPRESSED}, None),
        ({ARG: (0, 9), BOL: (8, 12), PER: (11, 20)}, (BOL, PER)),  # of two pairs the higher: the three share no figure
        ({ARG: SUPPRESSED, BOL: 0, PER: SUPPRESSED, URY: (90, 99), ESP: 95}, (ARG, BOL, PER)),
    ],
)
def test_countries_that_may_have_the_same_figure_are_not_told_apart(
    figures: Mapping[Country, int | tuple[int, int]], together: tuple[Country, ...] | None
) -> None:
    asked = grid({country: {2020: n} for country, n in figures.items()})
    shown = overlap(asked, 2020)
    assert (shown and shown.countries) == together
    assert shown is None or shown.figures == tuple(asked.cells[c, 2020].count for c in shown.countries)


@pytest.mark.parametrize(
    ("figures", "held", "share"),
    [
        ({ARG: 60, BOL: 20, PER: 20}, (ARG,), (0.6, 0.6)),
        ({ARG: 60, BOL: 36, PER: SUPPRESSED}, (ARG,), (0.6, 0.625)),
        ({ARG: 50, BOL: 25, PER: 25}, None, None),  # half is not more than half
        ({ARG: 60, BOL: 20}, None, None),  # one of two is more than a third of them
        ({ARG: 20, BOL: 20, PER: 8, ESP: 9, CHL: 7, URY: 10}, (ARG, BOL), (40 / 74, 40 / 74)),
        ({ARG: 100, BOL: 30, PER: 29, ESP: 30, CHL: 20, URY: 20}, None, None),  # the second may be either of two
        ({ARG: 0, BOL: 0, PER: 0}, None, None),
    ],
)
def test_few_hold_more_than_half_for_certain(
    figures: Mapping[Country, int | tuple[int, int]],
    held: tuple[Country, ...] | None,
    share: tuple[float, float] | None,
) -> None:
    shown = concentration(grid({country: {2020: n} for country, n in figures.items()}), 2020)
    assert (shown and shown.countries) == held
    assert shown is None or (shown.share == pytest.approx(share) and shown.of == len(figures))


def test_every_theme_has_its_first_word_before_any_has_its_second() -> None:
    asked = grid(
        {
            ARG: years(2010, 2019, 100) | {2020: 900},
            BOL: years(2010, 2015) | {2020: 20},
            PER: years(2010, 2020, SUPPRESSED),
            URY: years(2010, 2020, SUPPRESSED),
        }
    )
    everything = [fact.kind for fact in facts(asked, 2020, 10)]
    assert everything == [
        Kind.CHANGE, Kind.RETURNED, Kind.OVERLAP, Kind.CONCENTRATION, Kind.RECORD, Kind.SINCE,
    ]  # fmt: skip
    assert [fact.kind for fact in facts(asked, 2020)] == everything[:FACTS]
    assert [fact.kind for fact in facts(asked, 2020, 2, {Kind.CHANGE})] == [Kind.RECORD, Kind.RETURNED]
    assert sorted(kind for theme in THEMES for kind in theme) == sorted(Kind)


def test_only_the_chosen_are_spoken_of() -> None:
    figures = {ARG: years(2010, 2015) | {2020: 20}, BOL: {2020: 5}}
    assert [fact.countries for fact in facts(grid(figures, countries=(BOL,)), 2020)] == [(BOL,)]
    assert facts(grid(figures, countries=(CHL,)), 2020) == ()


def test_nothing_published_and_nothing_applicable_say_nothing(small: Dataset) -> None:
    assert facts(grid({}), 2015) == ()
    asked = answer(small, Selection(Indicator.OFFENCES_RECORDED, 2019, 2023, sex=Sex.FEMALE))
    assert all(facts(asked, year) == () for year in asked.years)


def test_mexico_breaks_and_chile_has_stopped(real: Dataset) -> None:
    found = {f.kind: f for f in facts(answer(real, Selection(Indicator.VICTIMS_DETECTED, 2010, 2023)), 2022, 10)}
    assert (found[Kind.BREAK].countries, found[Kind.BREAK].years) == ((Country.MEX,), (2021, 2021))
    assert (found[Kind.STOPPED].countries, found[Kind.STOPPED].years) == ((CHL,), (2022, 2023))
    assert Country.MEX not in found[Kind.SINCE].countries


def test_what_is_withheld_is_no_silence(real: Dataset) -> None:
    found = answer(real, Selection(Indicator.PERSONS_PROSECUTED, 2010, 2023, age=Age.AGE_0_17))
    assert set(found.withheld(2021)) == {Country.COL, Country.ESP, Country.NIC, Country.PRY}
    for year in found.years:
        shown = gap(found, year)
        assert shown is None or Country.ESP not in shown.countries  # withheld in 2019-2022, not silent
