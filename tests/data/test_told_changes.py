"""What is committed: no change that is told has a doubtful end, and no country reports by zeros beside no total."""

from collections.abc import Iterator

import pytest

from data.dataset import Dataset
from data.interval import Interval
from data.model import Answer, Selection
from data.queries.comparable import Untold, change_since_comparable
from data.queries.compare import Comparison
from data.queries.insights import Kind, facts
from data.queries.observations import answer
from data.queries.profile import profile
from data.rows import rows
from data.vocabulary import Age, Country, Exploitation, Flag, Incomparable, Indicator, Measure, Sex

ARG, VICTIMS = Country.ARG, Indicator.VICTIMS_DETECTED
JUMP, BREAK = Incomparable.SUSPICIOUS_JUMP, Incomparable.BREAK_BETWEEN
RELEASES = ("2025-10-28", "2025-04-14")

Told = Iterator[tuple[Answer, Country, int, int]]


def _of_regions(asked: Answer) -> Told:
    for year in asked.years:
        since = change_since_comparable(asked, year)
        yield from ((asked, part.country, since.earlier, year) for part in (since.parts if since else ()))
        for fact in facts(asked, year, len(Kind)):
            if fact.kind in (Kind.CHANGE, Kind.SINCE):
                yield from ((asked, country, *fact.years) for country in fact.countries)


def _of_comparisons(asked: Answer) -> Told:
    for country in Country:
        compared = Comparison(asked, (country, ARG), Measure.COUNT)
        for one in asked.years:
            for other in (one + 1, one + 5):
                if other in asked.years and isinstance(compared.change(country, one, other), Interval):
                    yield asked, country, one, other
            if compared.base and isinstance(compared.index(country, one), Interval):
                yield asked, country, min(compared.base, one), max(compared.base, one)


def _of_profiles(dataset: Dataset) -> Told:
    for country in Country:
        for year in range(2011, dataset.years[1] + 1, 3):
            shown = profile(dataset, country, year)
            for indicator in Indicator:
                key = shown.key(indicator)
                if key.before and isinstance(key.change, Interval):
                    yield shown.answers[indicator], country, key.before.year, year


def _told(dataset: Dataset) -> Told:
    """Every pair of years between which a change is told of a country, by whatever asks."""
    for indicator in Indicator:
        for sex in (Sex.TOTAL, Sex.FEMALE) if indicator is VICTIMS else (Sex.TOTAL,):
            asked = answer(dataset, Selection(indicator, *dataset.years, sex))
            yield from _of_regions(asked)
            yield from _of_comparisons(asked)
    yield from _of_profiles(dataset)


@pytest.mark.parametrize("day", RELEASES)
def test_no_change_that_is_told_has_a_doubtful_end(real: Dataset, day: str) -> None:
    forbidden = {"zero_without_total", "total_below_part", "parts_exceed_total", "suspicious_jump", "equals_year"}
    n = 0
    for asked, country, earlier, later in _told(real.at(day)):
        ends = [asked.cells[country, year] for year in (earlier, later)]
        assert all(end.is_published and forbidden.isdisjoint(end.flags) for end in ends), (country, earlier, later)
        crossed = [asked.cells[country, year].flags for year in range(earlier + 1, later + 1)]
        assert not any(Flag.BREAK_IN_SERIES in flags for flags in crossed), (country, earlier, later)
        n += 1
    assert n > 1000


@pytest.mark.parametrize("day", RELEASES)
def test_no_country_reports_by_zeros_beside_no_total(real: Dataset, day: str) -> None:
    """By query: a country-year and indicator of which the source prints zeros alone, and no total, counts nowhere among
    those who report, whatever group is asked about."""
    dataset = real.at(day)
    printed: dict[tuple[str, int, str], list[tuple[bool, int]]] = {}
    groups = set()
    for row in rows(dataset.tables["observations"]):
        is_headline = (row.sex, row.age, row.exploitation) == ("total", "total", "total")
        key = (str(row.country), int(row.year), str(row.indicator))
        printed.setdefault(key, []).append((is_headline, int(row.high)))
        groups.add((Indicator(row.indicator), Sex(row.sex), Age(row.age), Exploitation(row.exploitation)))
    without_total = {key for key, cells in printed.items() if not any(is_headline for is_headline, _ in cells)}
    zeros_alone = {key for key in without_total if not any(high for _, high in printed[key])}
    seen = set()
    for indicator, *group in groups:
        asked = answer(dataset, Selection(indicator, *dataset.years, *group))
        for year in asked.years:
            reporting = {(str(cell.country), year, str(indicator)) for cell in asked.reporting(year)}
            left_out = {(str(c), year, str(indicator)) for c in asked.of_zeros(year)}
            assert not reporting & zeros_alone
            assert left_out <= without_total
            seen |= left_out
    assert zeros_alone <= seen  # each is asked about
    assert bool(zeros_alone) == (day == RELEASES[0])  # of April there is none


def test_the_two_figures_that_started_it(real: Dataset) -> None:
    for country, year, why in (
        (Country.PRY, 2022, Untold(JUMP, 2021)),
        (Country.BRA, 2022, Untold(JUMP, 2021)),  # 19 to 142; and 2022 is contradicted besides
    ):
        found = change_since_comparable(answer(real, Selection(VICTIMS, 2010, 2023, countries=(country,))), year)
        assert found is not None
        assert found.told == why
    region = change_since_comparable(answer(real, Selection(VICTIMS, 2010, 2023)), 2022)
    assert region is not None
    assert {Country.BRA, Country.PRY} <= set(region.left_out)
    assert region.largest is not None
    assert region.largest.country in region.countries


def test_mexico_is_not_compared_over_its_break(real: Dataset) -> None:
    asked = answer(real, Selection(VICTIMS, 2015, 2023))
    found = change_since_comparable(asked, 2021)
    assert found is not None
    assert found.left_out[Country.MEX] == Untold(BREAK, 2021)
    assert Country.MEX in [cell.country for cell in asked.reporting(2021)]
