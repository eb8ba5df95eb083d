"""Rows in the order of one column: what is missing comes last either way, and likes keep their order."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.order import ordered

FRAME = pd.DataFrame(
    {
        "name": pd.Series(["b", "", "a", "b", "c"], dtype="str"),
        "low": pd.Series([10, 2, None, 2, 0], dtype="Int64"),
    }
).set_axis([7, 3, 9, 1, 5])  # as after a filter: an index says nothing about places


@pytest.mark.parametrize(
    ("name", "descending", "index"),
    [
        ("low", False, [5, 3, 1, 7, 9]),
        ("low", True, [7, 3, 1, 5, 9]),
        ("name", False, [9, 7, 1, 5, 3]),
        ("name", True, [5, 7, 1, 9, 3]),
    ],
)
def test_numbers_by_size_texts_by_letter_and_missing_last(name: str, descending: bool, index: list[int]) -> None:
    assert list(ordered(FRAME, name, descending=descending).index) == index


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(KeyError):
        ordered(FRAME, "colour")


@given(st.lists(st.tuples(st.integers(0, 3) | st.none(), st.sampled_from(["", "a", "b"])), max_size=12), st.booleans())
def test_ordering_loses_and_invents_no_row(rows: list[tuple[int | None, str]], descending: bool) -> None:
    frame = pd.DataFrame(rows, columns=["low", "name"]).astype({"low": "Int64", "name": "str"})
    for name in frame.columns:
        made = ordered(frame, name, descending=descending)
        assert sorted(made.index) == list(frame.index)
        again = ordered(made, name, descending=descending)
        assert list(again.index) == list(made.index)
