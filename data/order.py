"""Rows of a table in the order of one column."""

import pandas as pd


def ordered(frame: pd.DataFrame, name: str, *, descending: bool = False) -> pd.DataFrame:
    """The rows by one column: numbers by size, texts by their characters. What is empty comes last either way, for
    missing is neither small nor large; rows that are alike stay in the order of the table. KeyError for no such column.
    """
    column = frame[name].reset_index(drop=True)
    keys = column if pd.api.types.is_numeric_dtype(column) else column.mask(column == "")
    places = keys.sort_values(ascending=not descending, kind="stable", na_position="last").index
    return frame.iloc[places]
