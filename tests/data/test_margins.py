"""No published margin is outside its parts unless it is flagged or withheld: over each release as it is committed."""

from typing import Any

import pytest

from data.dataset import Dataset
from data.interval import Interval
from data.margins import Counts, are_persons, splits, swapped
from data.model import FlowKey, Key, ObservationKey
from data.queries.contradictions import contested
from data.rows import rows
from data.vocabulary import FLAG_SEPARATOR, Age, Country, Crime, Exploitation, Flag, FlowMeasure, Indicator, Sex

RELEASES = pytest.mark.parametrize("day", [None, "2025-04-14"])


def key(row: Any) -> Key:
    if hasattr(row, "partner") and row.partner:
        return FlowKey(row.country, int(row.year), Crime(row.crime), FlowMeasure(row.measure), row.partner)
    group = Indicator(row.indicator), Sex(row.sex), Age(row.age), Exploitation(row.exploitation)
    return ObservationKey(row.country, int(row.year), Crime(row.crime), *group)


def shown(dataset: Dataset) -> dict[Key, tuple[Interval, set[str]]]:
    """Every published figure with its flags."""
    return {
        key(row): (Interval(int(row.low), int(row.high)), set(str(row.flags).split(FLAG_SEPARATOR)))
        for name in ("observations", "flows")
        for row in rows(dataset.tables[name])
    }


def hidden(dataset: Dataset) -> dict[Key, Any]:
    return {key(row): row for name in ("observations", "flows") for row in rows(dataset.withheld(name))}


@RELEASES
def test_no_published_margin_is_outside_its_parts_unless_flagged(real: Dataset, day: str | None) -> None:
    published = shown(real.at(day))
    counts: Counts = {key: count for key, (count, _) in published.items()}
    outside = 0
    for whole, parts, is_complete in splits(counts):
        low, high = (sum(counts[part][end] for part in parts) for end in (0, 1))
        if parts and low > counts[whole].high:
            exceeded = Flag.PARTS_EXCEED_TOTAL if are_persons(whole, parts) else Flag.FORMS_EXCEED_TOTAL
            assert exceeded in published[whole][1], whole
            outside += 1
        if is_complete and high < counts[whole].low:
            assert Flag.PARTS_BELOW_TOTAL in published[whole][1], whole
            outside += 1
    assert outside > 500


@RELEASES
def test_no_published_margin_outside_its_persons_equals_one_of_another_dimension(
    real: Dataset, day: str | None
) -> None:
    published = shown(real.at(day))
    counts: Counts = {key: count for key, (count, _) in published.items()}
    for whole, parts, is_complete in splits(counts):
        if not isinstance(whole, ObservationKey) or any(part[-1] != whole[-1] for part in parts):
            continue  # forms may overlap
        low, high = (sum(counts[part][end] for part in parts) for end in (0, 1))
        if (parts and low > counts[whole].high) or (is_complete and high < counts[whole].low):
            assert counts[whole] not in [counts.get(other) for other in swapped(whole)], whole


@RELEASES
def test_what_is_withheld_is_published_nowhere_and_named_by_rows_that_stand(real: Dataset, day: str | None) -> None:
    then = real.at(day)
    published, withheld = shown(then), hidden(then)
    assert published.keys().isdisjoint(withheld)
    named = [
        row
        for country in Country
        for indicator in Indicator
        for row in contested(then, country, Crime.TRAFFICKING, indicator).items()
    ]
    told = {each: about for each, about in named if about.doubt}
    assert told.keys() == withheld.keys()
    assert all(about.against for about in told.values())


@RELEASES
def test_the_parts_beside_a_withheld_one_say_that_the_composition_is_incomplete(real: Dataset, day: str | None) -> None:
    then = real.at(day)
    published, withheld = shown(then), hidden(then)
    counts = {key: count for key, (count, _) in published.items()}
    counts |= {each: Interval(int(row.low), int(row.high)) for each, row in withheld.items()}
    beside = {
        part
        for _, parts, _ in splits(counts)
        if not withheld.keys().isdisjoint(parts)
        for part in parts
        if part in published
    }
    assert beside
    assert beside == {each for each, (_, flags) in published.items() if Flag.COMPOSITION_INCOMPLETE in flags}
