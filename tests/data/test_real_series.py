"""The shipped figures that a reader met without a warning: each has one now, and ordinary growth has none."""

import pytest

from data.dataset import Dataset
from data.rows import rows
from data.vocabulary import FLAG_SEPARATOR, Flag, Indicator

VICTIMS, OFFENCES = Indicator.VICTIMS_DETECTED, Indicator.OFFENCES_RECORDED
JUMP, AGAIN, BREAK = Flag.SUSPICIOUS_JUMP, Flag.REPEATED_FIGURE, Flag.BREAK_IN_SERIES
Told = dict[tuple[str, str, int], tuple[int, set[str]]]  # lower bound and flags by country, indicator, year


@pytest.fixture(scope="module")
def told(real: Dataset) -> Told:
    """The headlines of trafficking."""
    return {
        (row.country, row.indicator, int(row.year)): (int(row.low), set(str(row.flags).split(FLAG_SEPARATOR)))
        for row in rows(real.tables["observations"])
        if row.crime == "trafficking" and {row.sex, row.age, row.exploitation} == {"total"}
    }


def years(told: Told, country: str, indicator: Indicator, flag: Flag) -> dict[int, int]:
    """The figures of one series that carry a flag."""
    return {
        year: low for (c, i, year), (low, flags) in told.items() if (c, i) == (country, indicator) and flag in flags
    }


def test_brazil_goes_from_1054_to_35(told: Told) -> None:
    assert told["BRA", VICTIMS, 2016][0] == 1054
    assert years(told, "BRA", VICTIMS, JUMP) == {2017: 35, 2021: 142}  # and from 19 to 142


def test_portugal_goes_from_13_to_190(told: Told) -> None:
    assert told["PRT", VICTIMS, 2020][0] == 13
    assert years(told, "PRT", VICTIMS, JUMP) == {2013: 144, 2021: 190}


def test_chile_goes_up_and_down_year_after_year(told: Told) -> None:
    assert [told["CHL", VICTIMS, year][0] for year in range(2010, 2016)] == [17, 131, 7, 79, 7, 7]
    assert years(told, "CHL", VICTIMS, JUMP) == {2010: 17, 2011: 131, 2012: 7, 2013: 79}


def test_the_dominican_republic_records_ten_offences_four_years_running(told: Told) -> None:
    assert years(told, "DOM", OFFENCES, AGAIN) == dict.fromkeys(range(2010, 2014), 10)


def test_colombia_detects_53_victims_three_years_running(told: Told) -> None:
    assert years(told, "COL", VICTIMS, AGAIN) == dict.fromkeys((2008, 2009, 2010), 53)


def test_spain_covers_one_form_from_2012_to_2014(told: Told) -> None:
    assert years(told, "ESP", VICTIMS, BREAK) == {2012: 125, 2015: 267}


def test_panama_covers_one_form_from_2015_to_2017(told: Told) -> None:
    assert years(told, "PAN", VICTIMS, BREAK) == {2015: 50, 2018: 28}


def test_no_other_break_of_victims_is_made_by_rule(told: Told) -> None:
    broken = {(c, year) for (c, i, year), (_, flags) in told.items() if i == VICTIMS and BREAK in flags}
    assert broken == {("ESP", 2012), ("ESP", 2015), ("PAN", 2015), ("PAN", 2018), ("MEX", 2021)}


def test_coahuila_in_august_2015(real: Dataset) -> None:
    marked = {
        row.period: int(row.low)
        for row in rows(real.tables["subnational"])
        if (row.area, row.sex, row.age) == ("MX-COA", "total", "total") and JUMP in str(row.flags)
    }
    assert marked == {"2015-08": 279, "2015": 286}  # 9 in 2016 is as usual


@pytest.mark.parametrize(
    ("country", "indicator"),
    [("ARG", VICTIMS), ("COL", VICTIMS), ("GTM", VICTIMS), ("SLV", VICTIMS), ("ECU", VICTIMS), ("GTM", OFFENCES)],
)
def test_ordinary_growth_has_no_flag(told: Told, country: str, indicator: Indicator) -> None:
    """Up to threefold from one year to the next (Argentina, 414 to 1,200), and fourfold among a few (Guatemala)."""
    assert years(told, country, indicator, JUMP) == {}


def test_few_figures_of_any_table_jump(real: Dataset) -> None:
    """A warning on every tenth figure would be none."""
    for name, most in (("observations", 0.04), ("flows", 0.03), ("subnational", 0.005)):
        flags = real.tables[name]["flags"].astype(str)
        share = flags.str.contains(str(JUMP)).mean()
        assert 0 < share < most, (name, share)
