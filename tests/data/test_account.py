"""The account of the curation: its figures are those of the curated tables, no more and no less."""

from collections import Counter

import hand_made
import pytest
import small_areas
from accounted import LEDGER, with_tables

from data.dataset import Dataset
from data.queries.curation_log import Account, Flagged, account
from data.vocabulary import Change, Country, Flag, Outcome


@pytest.fixture(scope="module")
def told(small: Dataset) -> Account:
    return account(with_tables(small, ledger=LEDGER))


def test_rows_by_outcome_add_up_to_all_rows(told: Account) -> None:
    assert told.shown == hand_made.SOURCE
    ended = [told.rows(told.shown, outcome) for outcome in Outcome]
    assert (ended, told.rows(told.shown)) == ([20, 4, 0, 0, 1], 25)
    assert [(e.outcome, e.rule, e.rows) for e in told.entries][:2] == [
        (Outcome.KEPT, "only_row_of_cell", {hand_made.SOURCE: 20}),
        (Outcome.KEPT, "treaty_act", {"search_x": 3}),
    ]


def test_the_quarantine_is_told_row_by_row(told: Account) -> None:
    (refused,) = told.refused
    assert (refused.country, refused.year, refused.row, refused.printed) == (Country.ESP, 2021, 7, "6,112,019")
    assert refused.place == ("Persons convicted", "by citizenship", "=SUM(A1)")
    assert (refused.reason, refused.against) == ("above_population", 50_000_000)


def test_a_detail_of_another_form_has_no_number(small: Dataset) -> None:
    other = small.tables["quarantine"].assign(detail="seen twice in 2021")
    assert account(with_tables(small, quarantine=other)).refused[0].against is None


def test_flags_are_counted_with_their_countries(told: Account) -> None:
    assert told.flagged == (
        Flagged(Flag.MERGED, 1, 0, 0, (Country.ESP,)),
        Flagged(Flag.SUSPICIOUS_JUMP, 1, 0, 0, (Country.BOL,)),
        Flagged(Flag.BREAK_IN_SERIES, 1, 0, 0, (Country.ESP,)),
        Flagged(Flag.REVISED, 1, 0, 0, (Country.ESP,)),
    )


def test_flags_of_states_and_provinces_are_counted_too(small: Dataset) -> None:
    counts = small_areas.tables()["subnational"]
    counts = counts.assign(flags=["suspicious_jump|repeated_figure", "repeated_figure", *[""] * (len(counts) - 2)])
    found = {each.flag: each for each in account(with_tables(small, subnational=counts)).flagged}
    assert found[Flag.SUSPICIOUS_JUMP] == Flagged(Flag.SUSPICIOUS_JUMP, 1, 0, 1, (Country.BOL, Country.MEX))
    assert found[Flag.REPEATED_FIGURE] == Flagged(Flag.REPEATED_FIGURE, 0, 0, 2, (Country.MEX,))
    assert found[Flag.SUSPICIOUS_JUMP].figures == 2


def test_without_a_ledger_or_revisions_there_is_nothing_to_tell(small: Dataset) -> None:
    told = account(small)
    assert (told.entries, told.sources, told.earlier, told.revised("country")) == ((), (), None, {})


def test_the_real_account_is_the_ledger(real: Dataset) -> None:
    told, ledger = account(real), real.tables["ledger"]
    assert Counter({(e.outcome, e.rule, s): n for e in told.entries for s, n in e.rows.items()}) == Counter(
        {(Outcome(o), r, s): n for s, o, r, n in ledger.itertuples(index=False)}
    )
    assert sum(told.rows(source) for source in told.sources) == ledger["rows"].sum()
    assert told.rows(told.shown, Outcome.QUARANTINED) == sum(r.source == told.shown for r in told.refused)
    assert len(told.refused) == len(real.tables["quarantine"])
    assert {refused.reason for refused in told.refused if refused.against is None} == {"date_as_count"}


@pytest.mark.parametrize("by", ["country", "measure"])
def test_the_revisions_add_up_both_ways(real: Dataset, by: str) -> None:
    kinds = real.tables["revisions"]["kind"].value_counts()
    found = account(real).revised(by)
    assert {kind: sum(counts[kind] for counts in found.values()) for kind in Change} == {
        kind: int(kinds[kind]) for kind in Change
    }
    assert "" not in found
