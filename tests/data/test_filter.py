"""Filters by column: only rows that match, or a refusal that names parameter, value and what is accepted."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import Dataset
from data.filter import FORMULA, FilterRefused, safe_for_spreadsheets, select
from data.schema import TABLES, Field, Table
from data.value_list import joined, values

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


BOOK = Table(
    "book",
    "",
    (Field("title", "Title"), Field("partner", "", pattern="[A-Z]{3}|own"), Field("by", "", "list")),
    ("title",),
)
SHELF = pd.DataFrame(
    {"title": ["6,112,019", "112", "6", "019", 'Say "no", now', '"'], "partner": "ARG", "by": ["A|B, C", *[""] * 5]},
    dtype="str",
)


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("title", '"6,112,019"', [0]),
        ("title", '112,"6,112,019",112', [0, 1]),
        ("title", "6,019", [2, 3]),
        ("title", '"Say ""no"", now"', [4]),
        ("title", '""""', [5]),
        ("by", '"B, C"', [0]),
        ("partner", "FRA,ARG", [0, 1, 2, 3, 4, 5]),
        ("partner", "FRA", []),  # a country of which there is nothing
    ],
)
def test_a_value_may_have_a_comma(name: str, text: str, rows: list[int]) -> None:
    assert select(SHELF, BOOK, {name: text}).index.tolist() == rows


@pytest.mark.parametrize(
    ("name", "text", "value", "accepted"),
    [
        ("title", "6,112,019", "6,112,019", '"6,112,019"'),  # which would be a list of other titles
        ("title", "6,7", "7", '"""",019,112,6,"6,112,019","Say ""no"", now"'),
        ("title", "Say", "Say", '"Say ""no"", now"'),
        ("title", '"6,112', '"6,112', "double quotes"),
        ("title", '"6"112', '"6"112', "double quotes"),
        ("by", "B, C", "B, C", '"B, C"'),
        ("partner", "AAA", "AAA", "ARG"),  # codes that ISO 3166-1 gives to nobody
        ("partner", "FRA,ZZZ", "ZZZ", "ARG"),
    ],
)
def test_what_nothing_could_match_is_refused_with_what_there_is(
    name: str, text: str, value: str, accepted: str
) -> None:
    with pytest.raises(FilterRefused) as refused:
        select(SHELF, BOOK, {name: text})
    assert (refused.value.parameter, refused.value.value) == (name, value)
    assert accepted in refused.value.accepted


def test_a_refusal_names_some_of_very_many_values() -> None:
    many = SHELF.iloc[[0] * 50].assign(title=[f"title {n:02}" for n in range(50)])
    with pytest.raises(FilterRefused) as refused:
        select(many, BOOK, {"title": "x"})
    assert refused.value.accepted == ",".join(f"title {n:02}" for n in range(40)) + " … (50)"


@given(st.lists(st.text() | st.text('",a'), min_size=1, unique=True))
def test_values_joined_are_read_again(given: list[str]) -> None:
    assert values(joined(given)) == given


@given(st.sampled_from(["title", "by"]), st.integers(0, 5))
def test_every_value_can_be_asked_for_alone(name: str, row: int) -> None:
    for value in filter(None, SHELF[name][row].split("|")):
        assert row in select(SHELF, BOOK, {name: joined([value])}).index


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
