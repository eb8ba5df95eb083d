"""Questions to the table of context: each measure for itself, bounds as they are, no figure where there is none."""

import math
from dataclasses import replace
from types import MappingProxyType

import pytest

from data.context_vocabulary import Area, ContextMeasure, TipTier
from data.dataset import Dataset
from data.interval import Interval
from data.queries.context import context
from data.vocabulary import Country

TRANSITS, TIER = ContextMeasure.TRANSITS_DARIEN, ContextMeasure.TIP_TIER


def test_an_answer_has_the_years_and_sources_of_its_measure(real: Dataset) -> None:
    found = context(real, None, [ContextMeasure.OC_HUMAN_SMUGGLING, TIER])
    assert list(found) == [ContextMeasure.OC_HUMAN_SMUGGLING, TIER]
    experts = found[ContextMeasure.OC_HUMAN_SMUGGLING]
    assert (experts.years, experts.sources) == ((2021, 2023, 2025), ("oc_index_2021_2025",))
    assert (experts.scale.minimum, experts.scale.maximum) == (1, 10)
    assert {figure.country for figure in experts.figures} == set(Country)


def test_one_country_alone(real: Dataset) -> None:
    found = context(real, Country.CUB, [ContextMeasure.OC_HUMAN_TRAFFICKING])[ContextMeasure.OC_HUMAN_TRAFFICKING]
    assert {figure.country for figure in found.figures} == {"CUB"}
    latest = found.latest(Country.CUB)
    assert latest is not None
    assert (latest.year, latest.bounds) == (2025, Interval(6.0, 6.0))


def test_a_grade_has_no_bounds(real: Dataset) -> None:
    found = context(real, Country.ESP, [TIER])[TIER]
    assert {figure.bounds for figure in found.figures} == {None}
    assert {figure.grade for figure in found.figures} <= set(TipTier)


def test_what_is_at_least_has_no_upper_bound(real: Dataset) -> None:
    found = context(real, Area.AMERICAS, [ContextMeasure.DEATHS_EN_ROUTE])[ContextMeasure.DEATHS_EN_ROUTE]
    assert {figure.bounds.high for figure in found.figures if figure.bounds} == {math.inf}
    latest = found.latest(Area.AMERICAS)
    assert latest is not None
    assert latest.year == 2024  # 2025 ends in March
    assert found.years[-1] == 2025


def test_pages_that_contradict_each_other_are_both_there(real: Dataset) -> None:
    found = context(real, Country.PAN, [TRANSITS])[TRANSITS]
    both = [figure for figure in found.of(Country.PAN) if figure.conflict == "pan_transits_2021"]
    assert {figure.bounds for figure in both} == {Interval(91_000, 91_000), Interval(133_000, 133_000)}
    assert len({figure.publisher for figure in both}) == 2


@pytest.mark.parametrize("is_there", [True, False])
def test_no_figure_is_an_empty_answer(real: Dataset, *, is_there: bool) -> None:
    tables = {name: frame for name, frame in real.tables.items() if is_there or name != "context"}
    dataset = replace(real, tables=MappingProxyType(tables))
    found = context(dataset, Country.ARG, [TRANSITS])[TRANSITS]
    assert (found.figures, found.years, found.latest(Country.ARG)) == ((), (), None)
