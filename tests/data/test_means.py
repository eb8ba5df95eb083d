"""What is a means of two prosecution services and what is not, and that nothing read is never "not a party"."""

import pandas as pd
import pytest
import recorded
from hypothesis import given
from hypothesis import strategies as st

from data.cooperation_vocabulary import EventKind, ListStatus, RequestInstrument, RequestKind, Treaty, TreatyAction
from data.dataset import Dataset
from data.queries.gap import gap
from data.queries.means import (
    Act,
    Bound,
    Event,
    Means,
    Standing,
    acting_together,
    acts,
    between,
    bound,
    means,
    standing,
    with_unread,
)
from data.vocabulary import Country

ARG, BOL, ECU, ESP, PER, PRY = Country.ARG, Country.BOL, Country.ECU, Country.ESP, Country.PER, Country.PRY
UNTOC, MEDELLIN = Treaty.UNTOC, Treaty.MEDELLIN_TREATY
# As the rule is told, not as it is written: what each kind counts that is no work of a prosecution service.
FOR_PERSONS = ("repatriations", "deportations", "consular_assistance")
OTHER_SERVICES = ("police", "consular")


@pytest.fixture(scope="module")
def record(small: Dataset) -> Dataset:
    return recorded.beside(small)


def figures(*rows: tuple[str, str, float, float]) -> pd.DataFrame:
    """Figures that Paraguay publishes on Argentina: kind, instrument, low, high."""
    found = pd.DataFrame(rows, columns=["kind", "instrument", "low", "high"])
    return found.assign(statement=[f"s{n}" for n in range(len(rows))], country="PRY", partner="ARG")


def of_the_two(frame: pd.DataFrame, *listed: Event) -> Means:
    return means(ARG, PRY, {}, listed, between(acting_together(frame)))


def event(kind: EventKind, *countries: str) -> Event:
    return Event("e", kind, "", "", "", "trafficking", frozenset(countries), ListStatus.READ, {}, "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "instrument", "low", "high", "is_means"),
    [
        ("repatriations", "consular", 49, 49, False),  # Paraguay and Argentina, 2013 to 2015
        ("repatriations", "unspecified", 8, 8, False),
        ("consular_assistance", "consular", 41, 41, False),
        ("deportations", "consular", 1, 1, False),
        ("requests", "police", 2, 2, False),
        ("requests", "mla", 0, 4, False),  # <5 may be none
        ("requests", "mla", 0, 0, False),
        ("requests", "mla", 1, 1, True),
        ("requests", "extradition", 1, 1, True),
        ("extraditions", "extradition", 1, 1, True),
        ("surrenders", "eaw", 6, 6, True),
        ("decisions", "extradition", 1, 1, True),
        ("teams", "jit", 1, 1, True),
        ("cases", "unspecified", 8, 8, True),
        ("joint_investigations", "unspecified", 38, 38, True),
    ],
)
def test_requests_and_joint_work_are_means_and_what_is_done_for_persons_is_none(
    kind: str, instrument: str, low: float, high: float, is_means: bool
) -> None:
    found = of_the_two(figures((kind, instrument, low, high)))
    assert (found.is_direct, found.statements) == (is_means, ("s0",) if is_means else ())


ROWS = st.tuples(st.sampled_from(RequestKind), st.sampled_from(RequestInstrument), st.integers(0, 3), st.integers(0, 3))


@given(st.lists(ROWS, max_size=6), st.booleans())
def test_no_pair_is_served_by_rows_of_another_kind(
    rows: list[tuple[RequestKind, RequestInstrument, int, int]], operated: bool
) -> None:
    frame = figures(*((str(kind), str(way), low, low + more) for kind, way, low, more in rows))
    other = (frame["kind"].isin(FOR_PERSONS)) | frame["instrument"].isin(OTHER_SERVICES) | (frame["low"] < 1)
    listed = [event(EventKind.JOINT_OPERATION, "ARG", "PRY")] if operated else []
    assert not of_the_two(frame[other], *listed).is_direct
    assert of_the_two(frame, *listed).is_direct is bool((~other).any())
    assert set(of_the_two(frame, *listed).statements) == set(frame.loc[~other, "statement"])


@pytest.mark.parametrize("kind", EventKind)
def test_an_event_is_a_direct_means_of_those_whom_it_lists_unless_it_is_an_operation(kind: EventKind) -> None:
    none = figures()
    assert of_the_two(none, event(kind, "ARG", "PRY", "BRA")).is_direct is (kind is not EventKind.JOINT_OPERATION)
    assert not of_the_two(none, event(kind, "ARG", "BRA")).is_direct


def act(country: Country, treaty: Treaty, action: TreatyAction) -> Act:
    return Act(country, treaty, action in (TreatyAction.RATIFICATION, TreatyAction.ACCESSION), "", action, "2014", "x")


@pytest.mark.parametrize(
    ("action", "stands", "is_read"),
    [
        (TreatyAction.RATIFICATION, "bound", True),
        (TreatyAction.SIGNATURE, "signed", True),
        (TreatyAction.NOT_SHOWN_AS_PARTY, "not_shown_as_party", True),
        (TreatyAction.WILL_NOT_RATIFY, "not_shown_as_party", True),
        (TreatyAction.PARTY_IMPLIED, "indirect", False),
        (TreatyAction.NAMED_IN_TEXT, "indirect", False),
        (TreatyAction.DOMESTIC_STEP, "indirect", False),
        (None, "no_source_read", False),
    ],
)
def test_a_list_that_was_read_and_one_that_was_not_are_two_states(
    action: TreatyAction | None, stands: str, is_read: bool
) -> None:
    found = standing(act(ARG, UNTOC, action) if action else None)
    assert (found, found.is_read) == (Standing(stands), is_read)


def test_a_sum_counts_only_countries_whose_source_was_read() -> None:
    told = [
        (ARG, UNTOC, TreatyAction.RATIFICATION), (BOL, UNTOC, TreatyAction.ACCESSION),
        (ESP, UNTOC, TreatyAction.NOT_SHOWN_AS_PARTY), (PRY, UNTOC, TreatyAction.PARTY_IMPLIED),
        (PRY, MEDELLIN, TreatyAction.SIGNATURE),
    ]  # fmt: skip
    known = {(country, treaty): act(country, treaty, action) for country, treaty, action in told}
    assert bound(known) == {UNTOC: Bound(2, 3), MEDELLIN: Bound(0, 1)}
    ways = {pair: means(*pair, known, (), {}) for pair in ((ARG, BOL), (ARG, ESP), (ARG, PRY), (ECU, PER))}
    assert {pair: (each.treaties, each.read) for pair, each in ways.items()} == {
        (ARG, BOL): ((UNTOC,), (UNTOC,)),
        (ARG, ESP): ((), (UNTOC,)),
        (ARG, PRY): ((), ()),  # of Paraguay another text tells: whether it is bound was not read
        (ECU, PER): ((), ()),
    }


KNOWN = st.dictionaries(
    st.tuples(st.sampled_from([ARG, BOL, ESP]), st.sampled_from(Treaty)), st.sampled_from(TreatyAction), max_size=12
)


@given(KNOWN, st.sampled_from(Treaty))
def test_what_is_read_of_one_of_two_says_nothing_of_both(
    told: dict[tuple[Country, Treaty], TreatyAction], more: Treaty
) -> None:
    known = {key: act(*key, action) for key, action in told.items()}
    pair = means(ARG, PRY, known, (), {})
    assert (pair.treaties, pair.read) == ((), ())  # of Paraguay nothing was read
    both = means(ARG, BOL, known, (), {})
    assert set(both.treaties) <= set(both.read) <= {treaty for _, treaty in known}
    further = {**known, (PRY, more): act(PRY, more, TreatyAction.NOT_SHOWN_AS_PARTY)}
    counted, before = bound(further).get(more, Bound(0, 0)), bound(known).get(more, Bound(0, 0))
    assert (counted.bound, counted.read) == (before.bound, before.read + 1)


def test_the_file_of_acts_names_each_country_and_treaty_of_which_nothing_was_read(record: Dataset) -> None:
    frame = with_unread(record)
    assert len(frame.groupby(["country", "instrument"])) == 22 * len(Treaty)
    untoc = dict(frame.loc[frame["instrument"] == "untoc", ["country", "standing"]].itertuples(index=False))
    assert {country: stands for country, stands in untoc.items() if stands != "no_source_read"} == {
        "ARG": "bound", "BOL": "bound", "CHL": "signed", "ESP": "not_shown_as_party", "PRY": "indirect", "URY": "bound",
    }  # fmt: skip
    unread = frame[frame["standing"] == "no_source_read"]
    assert (unread[["action", "date", "as_of", "source_title"]] == "").all(axis=None)
    assert set(with_unread(record, ESP)["country"]) == {"ESP"}


def test_a_folder_without_acts_claims_nothing_of_anybody(small: Dataset) -> None:
    assert with_unread(small).empty


def test_of_the_real_record_paraguay_and_argentina_are_a_gap_and_peru_and_ecuador_are_none(real: Dataset) -> None:
    pairs = gap(real, 2014, 2023).pairs
    open_, served = pairs[frozenset((ARG, PRY))], pairs[frozenset((ECU, PER))]
    assert (open_.is_gap, open_.means.statements) == (True, ())
    assert served.means.is_direct
    assert {each.event for each in served.means.of_kind(EventKind.AGREEMENT)} == {
        "agreement_ecu_per", "agreement_ecu_per_2020",
    }  # fmt: skip
    requests = real.table("requests").set_index("statement")
    used = {name for pair in pairs.values() for name in pair.means.statements}
    assert used
    assert not set(requests.loc[list(used), "kind"]) & set(FOR_PERSONS)
    assert not set(requests.loc[list(used), "instrument"]) & set(OTHER_SERVICES)


def test_of_the_real_record_no_treaty_is_counted_of_more_countries_than_were_read(real: Dataset) -> None:
    known, sums = acts(real), bound(acts(real))
    assert set(sums) == set(Treaty)
    for treaty, (n, of) in sums.items():
        read = [c for c in Country if (found := known.get((c, treaty))) and standing(found).is_read]
        assert n <= of == len(read)
    assert sums[Treaty.MERCOSUR_TRAFFICKING_AGREEMENT] == Bound(0, 0)
