"""Filters by column: only rows that match, or a refusal that names parameter, value and what is accepted."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.filter import FORMULA, FilterRefused, safe_for_spreadsheets, select
from data.schema import TABLES

OBSERVATIONS = TABLES["observations"]


def _select(small: Dataset, table: str = "observations", **filters: str) -> pd.DataFrame:
    return select(small.tables[table], TABLES[table], filters)


def test_without_a_filter_every_row_is_selected(small: Dataset) -> None:
    pd.testing.assert_frame_equal(_select(small), small.tables["observations"])


def test_a_list_is_met_by_any_of_its_items(small: Dataset) -> None:
    assert set(_select(small, country="ARG,BOL")["country"]) == {"ARG", "BOL"}
    assert len(_select(small, country="ARG,ARG")) == len(_select(small, country="ARG"))
    assert set(_select(small, year="2019,2022")["year"]) == {2019, 2022}


def test_a_span_holds_both_its_ends(small: Dataset) -> None:
    assert set(_select(small, year="2020-2022")["year"]) == {2020, 2021, 2022}
    assert set(_select(small, year="2019,2021-2022")["year"]) == {2019, 2021, 2022}
    assert set(_select(small, low="1-10")["low"]) == {3, 7, 8, 10}


def test_filters_are_met_together(small: Dataset) -> None:
    rows = _select(small, country="ESP", year="2021", indicator="victims_detected", sex="total")
    assert rows[["low", "flags"]].values.tolist() == [[240, "break_in_series"]]


def test_a_list_field_is_met_by_any_of_its_items(small: Dataset) -> None:
    assert _select(small, flags="merged")["year"].tolist() == [2023]
    assert _select(small, flags="revised")["year"].tolist() == [2023]
    assert set(_select(small, flags="revised,suspicious_jump")["country"]) == {"BOL", "ESP"}
    assert _select(small, "flows", raw_rows="6")["raw_rows"].tolist() == ["5|6"]
    assert _select(small, "flows", raw_rows="56").empty


def test_a_value_that_no_row_has_selects_none(small: Dataset) -> None:
    assert _select(small, country="CUB").empty
    assert list(_select(small, country="CUB").columns) == OBSERVATIONS.columns


def test_an_unknown_column_is_refused_by_name(small: Dataset) -> None:
    with pytest.raises(FilterRefused) as refused:
        _select(small, pais="ARG")
    assert (refused.value.parameter, refused.value.value) == ("pais", "ARG")
    assert refused.value.accepted == ", ".join(OBSERVATIONS.columns)


@pytest.mark.parametrize(
    ("table", "name", "text", "value", "accepted"),
    [
        ("observations", "country", "ARG,FRA", "FRA", "AND, ARG, BOL"),
        ("observations", "country", "", "", "AND, ARG, BOL"),
        ("observations", "flags", "merged,wrong", "wrong", "merged, parts_exceed_total"),
        ("observations", "year", "MMXX", "MMXX", "a span 2015-2023"),
        ("observations", "year", "2020-", "2020-", "a span 2015-2023"),
        ("observations", "year", "-1", "-1", "a span 2015-2023"),
        ("observations", "low", "1.5", "1.5", "a span 2015-2023"),
        ("observations", "low", "9" * 10, "9" * 10, "a span 2015-2023"),
        ("flows", "partner", "Bolivia", "Bolivia", "[A-Z]{3}|own"),
        ("population", "age", "unknown", "unknown", "total, age_0_17"),
    ],
)
def test_a_value_that_a_column_cannot_hold_is_refused(
    small: Dataset, table: str, name: str, text: str, value: str, accepted: str
) -> None:
    with pytest.raises(FilterRefused) as refused:
        _select(small, table, **{name: text})
    assert (refused.value.parameter, refused.value.value) == (name, value)
    assert accepted in refused.value.accepted


@pytest.mark.parametrize(
    ("table", "name", "text"),
    [
        ("flows", "raw_rows", "sixth"),  # items of this list are whole numbers
        ("sources", "release", "yesterday"),  # a date
        ("observations", "year", "2023-2019"),  # a span that holds no year
        ("observations", "year", "٢٠٢١"),  # digits, but none that a table has
    ],
)
def test_a_value_that_no_row_of_any_release_could_have_is_refused(
    small: Dataset, table: str, name: str, text: str
) -> None:
    with pytest.raises(FilterRefused):
        _select(small, table, **{name: text})


enumerated = {field.name: list(field.enum) for field in OBSERVATIONS.fields if field.enum and field.type != "list"}


@given(st.fixed_dictionaries({}, optional={n: st.sets(st.sampled_from(e)) for n, e in enumerated.items()}))
def test_exactly_the_rows_that_match_are_selected(small: Dataset, wanted: dict[str, set[str]]) -> None:
    filters = {name: ",".join(values) for name, values in wanted.items() if values}
    every = small.tables["observations"]
    expected = [all(row[name] in text.split(",") for name, text in filters.items()) for _, row in every.iterrows()]
    assert select(every, OBSERVATIONS, filters).index.tolist() == every.index[expected].tolist()


@given(st.dictionaries(st.sampled_from([*OBSERVATIONS.columns, "no_column"]) | st.text(max_size=5), st.text()))
def test_any_text_selects_rows_or_is_refused(small: Dataset, filters: dict[str, str]) -> None:
    every = small.tables["observations"]
    if (refusal := _refusal(every, filters)) is None:
        assert set(select(every, OBSERVATIONS, filters).index) <= set(every.index)
    else:
        assert refusal.parameter in filters
        assert refusal.accepted


def _refusal(frame: pd.DataFrame, filters: dict[str, str]) -> FilterRefused | None:
    try:
        select(frame, OBSERVATIONS, filters)
    except FilterRefused as refused:
        return refused
    return None


def test_a_list_filter_leaves_no_row_of_none(small: Dataset) -> None:
    none = small.tables["observations"].iloc[:0]
    assert len(select(none, OBSERVATIONS, {"flags": "merged", "country": "ARG"})) == 0


def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe() -> None:
    texts = ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "safe - text", ""]
    frame = pd.DataFrame({"text": texts, "n": range(-1, 7)})
    safe = safe_for_spreadsheets(frame)
    assert safe["text"].tolist() == ["'=1+1", "'+1", "'-1", "'@A1", "'\tx", "'\rx", "safe - text", ""]
    assert safe["n"].tolist() == frame["n"].tolist()
    assert frame["text"][0] == "=1+1"  # the frame given is not touched


@given(st.lists(st.text() | st.none(), min_size=1))
def test_no_text_is_a_formula_and_none_is_lost(texts: list[str | None]) -> None:
    safe = safe_for_spreadsheets(pd.DataFrame({"text": pd.Series(texts, dtype=object)}))["text"].tolist()
    for before, after in zip(texts, safe, strict=True):
        if before is None:
            assert pd.isna(after)
        else:
            assert after in (before, f"'{before}")
            assert not re.match(FORMULA, after)
