"""The rows of a table are those that pandas gives, gaps included."""

import pandas as pd

from data.dataset import Dataset
from data.rows import rows


def test_every_row_of_every_table_is_what_pandas_has(real: Dataset) -> None:
    for frame in real.tables.values():
        given = list(frame.itertuples(index=False))
        assert len(given) == len(frame)
        for mine, theirs in zip(rows(frame), given, strict=True):
            assert mine._fields == theirs._fields
            assert all(a is pd.NA if b is pd.NA else a == b for a, b in zip(mine, theirs, strict=True))
