"""What a column may be filtered by: its values, and how many rows each would leave, counted by hand."""

import pytest

from data.dataset import Dataset
from data.filter import select
from data.queries.facets import facets
from data.schema import SHOWN

OBSERVATIONS = SHOWN["observations"]


def test_values_come_in_the_order_of_the_vocabulary_with_their_rows(small: Dataset) -> None:
    frame = small.tables["observations"]
    assert facets(frame, OBSERVATIONS, {}, "sex") == [("total", 25), ("female", 3), ("other", 2)]
    assert facets(frame, OBSERVATIONS, {}, "flags") == [
        ("merged", 1),
        ("suspicious_jump", 1),
        ("break_in_series", 1),
        ("revised", 1),
    ]


def test_numbers_come_by_size(small: Dataset) -> None:
    years = facets(small.tables["observations"], OBSERVATIONS, {"indicator": "victims_detected"}, "year")
    assert years == [("2019", 3), ("2020", 2), ("2021", 9), ("2022", 3), ("2023", 2)]


def test_a_column_is_counted_as_if_it_had_no_filter_itself(small: Dataset) -> None:
    frame = small.tables["observations"]
    chosen = {"indicator": "persons_prosecuted", "country": "ARG"}
    assert facets(frame, OBSERVATIONS, chosen, "country") == [("ARG", 2), ("BOL", 2), ("ESP", 2)]
    assert facets(frame, OBSERVATIONS, chosen, "sex") == [("total", 2), ("female", 0), ("other", 0)]


@pytest.mark.parametrize("table", ["observations", "flows", "instruments", "context", "subnational", "sources"])
def test_a_value_leaves_as_many_rows_as_it_says(real: Dataset, table: str) -> None:
    frame, shape = real.tables[table], SHOWN[table]
    for field in shape.fields:
        if field.enum or field.type == "integer":
            for value, rows in facets(frame, shape, {}, field.name)[:5]:
                assert len(select(frame, shape, {field.name: value})) == rows, (field.name, value)
