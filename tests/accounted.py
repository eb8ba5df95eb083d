"""A ledger made by hand for the small data set: two kinds of sources, three outcomes."""

from dataclasses import replace
from types import MappingProxyType

import hand_made
import pandas as pd

from data.dataset import Dataset

LEDGER = pd.DataFrame(
    [
        (hand_made.SOURCE, "kept", "only_row_of_cell", 20),
        (hand_made.SOURCE, "merged", "parts_added", 4),
        (hand_made.SOURCE, "quarantined", "above_population", 1),
        ("search_x", "kept", "treaty_act", 3),
    ],
    columns=["source", "outcome", "rule", "rows"],
)


def with_tables(dataset: Dataset, **tables: pd.DataFrame) -> Dataset:
    """The data set with some tables added or replaced."""
    return replace(dataset, tables=MappingProxyType({**dataset.tables, **tables}))
