"""The account of raw rows refuses what does not add up."""

import pytest

from data.build.ledger import Ledger, Rule
from data.vocabulary import Outcome


def test_rows_are_counted_by_outcome_and_rule() -> None:
    ledger = Ledger()
    ledger.enter([4, 5], Outcome.MERGED, Rule.PARTS_ADDED)
    ledger.enter([6], Outcome.KEPT, Rule.ONLY_ROW_OF_CELL)
    assert ledger.close([4, 5, 6]) == {(Outcome.MERGED, "parts_added"): 2, (Outcome.KEPT, "only_row_of_cell"): 1}


def test_a_row_has_one_outcome() -> None:
    ledger = Ledger()
    ledger.enter([4], Outcome.KEPT, Rule.ONLY_ROW_OF_CELL)
    with pytest.raises(ValueError, match="row 4 already has the outcome"):
        ledger.enter([4], Outcome.DROPPED, Rule.LABEL_NAMES_NO_PARTNER)


@pytest.mark.parametrize("rows", [[4, 5], [5], []])
def test_no_row_is_forgotten_and_none_invented(rows: list[int]) -> None:
    ledger = Ledger()
    ledger.enter([4], Outcome.KEPT, Rule.ONLY_ROW_OF_CELL)
    with pytest.raises(ValueError, match="rows without outcome, or unknown"):
        ledger.close(rows)
