"""Files as objects: labels, covers, workbooks, points; and one law: the same selection is the same in every format."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import fastparquet
import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from shapely.geometry import Point, shape

from components.captions.code_labels import label, label_columns, labelled, meaning
from components.files.cover import accepted, cover
from components.files.extract import Extract, of_table, of_view, typed
from components.files.format import FORMATS, formats_of
from components.files.geojson import countries, geojson
from components.files.package import package
from components.files.parquet import parquet
from components.files.xlsx import xlsx
from components.i18n import Words, words
from components.url.choices import BASES, Locale
from data.dataset import Dataset
from data.filter import FilterRefused
from data.places import points
from data.schema import SHOWN

Rows = list[dict[str, object]]
VICTIMS = {"country": "ARG,BOL", "year": "2021-2022", "indicator": "victims_detected", "sex": "total",
           "age": "total", "exploitation": "total"}  # fmt: skip


def read(extract: Extract, extension: str) -> pd.DataFrame:
    """A file of an extract as text: numbers plain, missing empty."""
    body = FORMATS[extension].write(extract)
    if extension == "csv":
        return pd.read_csv(io.BytesIO(body), dtype="str", keep_default_na=False)
    if extension == "json":
        return plain(json.loads(body), list(extract.frame.columns))
    if extension == "geojson":
        return plain([each["properties"] for each in json.loads(body)["features"]], list(extract.frame.columns))
    if extension == "parquet":
        kept = fastparquet.ParquetFile(io.BytesIO(body)).to_pandas()
        return plain(kept.astype("object").where(kept.notna(), None).to_dict("records"), list(kept.columns))
    sheet = load_workbook(io.BytesIO(body))[extract.name]
    heads, *rows = sheet.iter_rows(values_only=True)
    return plain([dict(zip(map(str, heads), row, strict=True)) for row in rows], list(map(str, heads)))


def plain(rows: Rows, columns: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=columns, dtype="object")
    return frame.map(shown)


def shown(value: Any) -> str:
    """A day of a workbook is the day of a text."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def without_apostrophes(frame: pd.DataFrame) -> pd.DataFrame:
    """CSV alone puts one before what a spreadsheet would run, and writes 1.0 where a column has parts of one."""
    return frame.map(lambda text: text.removeprefix("'").removesuffix(".0"))


def same(extract: Extract) -> None:
    expected = without_apostrophes(read(extract, "csv"))
    for extension in FORMATS:
        found = read(extract, extension)
        assert list(found.columns) == list(extract.frame.columns), extension
        pd.testing.assert_frame_equal(without_apostrophes(found.astype("str")), expected.astype("str"))


OBSERVED = SHOWN["observations"]
CHOICES = {name: OBSERVED.field(name).enum for name in ("country", "indicator", "sex", "age", "status", "flags")}


@settings(max_examples=12)  # each is five files, and a package of every table
@given(
    st.fixed_dictionaries(
        {},
        optional={
            **{name: st.sets(st.sampled_from(codes), min_size=1).map(",".join) for name, codes in CHOICES.items()},
            "year": st.tuples(st.integers(2019, 2023), st.integers(2019, 2023)).map(
                lambda ends: f"{min(ends)}-{max(ends)}"
            ),
            "labels": st.sampled_from(list(map(str, Locale))),
        },
    )
)
def test_the_same_selection_is_the_same_in_every_format(small: Dataset, filters: dict[str, str]) -> None:
    extract = of_table(small, "observations", filters)
    same(extract)
    with zipfile.ZipFile(io.BytesIO(package(small, filters, ""))) as packed:
        assert packed.read("observations.csv") == FORMATS["csv"].write(extract)


def test_a_package_has_tables_without_rows_of_areas(small: Dataset) -> None:
    with zipfile.ZipFile(io.BytesIO(package(small, {"country": "ARG", "sex": "unknown"}, ""))) as packed:
        assert packed.read("population.csv").count(b"\n") == 1


@pytest.mark.parametrize("table", ["revisions", "requests", "cooperation_results", "quarantine", "instruments"])
def test_tables_with_gaps_and_parts_of_one_are_the_same_in_every_format(real: Dataset, table: str) -> None:
    same(of_table(real, table, {"country": "MEX,ESP", "labels": "pt"}))


@pytest.mark.parametrize("page", ["overview", "flows", "cooperation"])
def test_the_answer_behind_a_view_is_the_same_in_every_format(small: Dataset, page: str) -> None:
    for filters in ({"page": page}, {"page": page, "labels": "es"}):
        same(of_view(small, filters))


def test_the_rows_of_an_answer_are_those_of_its_page(small: Dataset) -> None:
    extract = of_view(small, {"countries": "ARG,BOL", "years": "2021-2022"})
    rows = extract.frame[["country", "year", "low", "high", "status"]].values.tolist()
    assert rows == [
        ["ARG", 2021, 120, 120, "exact"],
        ["ARG", 2022, 150, 150, "exact"],
        ["BOL", 2021, 0, 4, "suppressed"],
        ["BOL", 2022, 40, 40, "exact"],
    ]
    assert [name for name in extract.frame if name.endswith("_label")] == []
    labels = of_view(small, {"countries": "ESP", "years": "2021-2022", "labels": "pt"}).frame["country_label"]
    assert set(labels) == {"Espanha"}


@pytest.mark.parametrize(
    ("filters", "parameter", "value", "accepted"),
    [
        ({"colour": "red"}, "colour", "red", "page, labels, wide, crime"),
        ({"page": "home"}, "page", "home", "overview, justice"),
        ({"sex": "none"}, "sex", "none", "total, female"),
        ({"labels": "fr"}, "labels", "fr", "es, es-419, pt, pt-PT, en"),
        ({"page": "flows", "indicator": "victims_detected"}, "indicator", "victims_detected", "flow"),
        ({"years": "1950-1960"}, "years", "1950-1960", "2019-2023"),
        ({"years": "2019-2020", "year": "2023"}, "year", "2023", "2019-2020"),
    ],
)
def test_an_answer_is_refused_where_a_page_would_fall_back(
    small: Dataset, filters: dict[str, str], parameter: str, value: str, accepted: str
) -> None:
    with pytest.raises(FilterRefused) as refused:
        of_view(small, filters)
    assert (refused.value.parameter, refused.value.value) == (parameter, value)
    assert accepted in refused.value.accepted


def test_a_column_of_codes_gets_a_column_of_names(small: Dataset, es: Words) -> None:
    frame = labelled(small.tables["observations"], OBSERVED, es, small.sources)
    made = [name for name in frame if name.endswith("_label")]
    assert made == [f"{name}_label" for name in label_columns(OBSERVED)]
    row = frame[(frame["country"] == "ESP") & (frame["year"] == 2023)].iloc[0]
    assert (row["country_label"], row["status_label"]) == ("España", "intervalo: entre low y high")
    assert row["source_label"] == "A publisher, Counts & figures, 2025-10-28"
    assert row["flags_label"] == f"{es('flag.merged')} {es('flag.revised')}"


@pytest.mark.parametrize("locale", BASES)
def test_every_code_of_every_table_has_a_name(real: Dataset, locale: Locale) -> None:
    spoken = words(locale)
    for table in SHOWN.values():
        for field in table.fields:
            for code in field.enum:
                assert label(table, field.name, code, spoken, real.sources) != code or locale == "en" or code in (
                    "sent", "received", "both", "read",
                ), (table.name, field.name, code)  # fmt: skip


def test_a_partner_that_is_no_country_is_told_too(en: Words) -> None:
    flows, requests = SHOWN["flows"], SHOWN["requests"]
    assert label(flows, "partner", "own", en, {}) == "Own nationals"
    assert label(requests, "partner", "ARG|eu", en, {}) == "Argentina, European Union"
    assert label(SHOWN["cooperation_results"], "country", "all", en, {}) == "all of the event"
    assert label(requests, "partner", "somebody", en, {}) == "somebody"


@pytest.mark.parametrize("table", SHOWN)
def test_the_dictionary_says_in_english_what_the_schema_says(table: str, en: Words) -> None:
    shape_of = SHOWN[table]
    assert [meaning(shape_of, field, en) for field in shape_of.fields] == [field.meaning for field in shape_of.fields]
    assert en(f"dataset.about.{table}") == shape_of.meaning


def test_a_cover_says_what_was_asked_and_how_to_read_it(small: Dataset) -> None:
    extract = of_table(small, "observations", {**VICTIMS, "labels": "en"}, "https://here/api")
    said = cover(extract)
    texts = [text for _, text in said]
    assert said[0] == ("What it holds", "One published count about one country")
    assert ("Filter", "age: All") in said
    assert ("", "country: Argentina, Bolivia") in said
    assert ("", "year: 2021–2022") in said
    assert ("Rows", "4") in said
    assert ("Data version", "small-1") in said
    assert "https://here/api" in texts
    assert any(text.startswith("suspicious_jump: ") for text in texts)
    assert not any(text.startswith("merged: ") for text in texts)  # no row here bears it
    assert any("What is missing is not zero" in text for text in texts)
    assert any(text.startswith("A publisher. Terms: Cite the publisher") for text in texts)


def test_what_a_column_accepts_is_told_code_by_code(small: Dataset) -> None:
    extract = of_table(small, "observations", {"labels": "es"})
    assert accepted(OBSERVED, OBSERVED.field("sex"), extract).startswith("total = Todos; female = ")
    assert accepted(OBSERVED, OBSERVED.field("year"), extract) == "2000–2030"
    assert accepted(OBSERVED, OBSERVED.field("raw_rows"), extract) == "1–"


def test_a_workbook_is_made_for_people(small: Dataset) -> None:
    body = xlsx(of_table(small, "observations", {**VICTIMS, "labels": "pt"}))
    book = load_workbook(io.BytesIO(body))
    assert book.sheetnames == ["Capa", "observations", "Colunas", "Fontes"]
    rows = book["observations"]
    assert rows.freeze_panes == "A2"
    assert rows.auto_filter.ref == "A1:V5"
    assert [cell.value for cell in rows["B"]] == ["year", 2021, 2022, 2021, 2022]
    assert [cell.number_format for cell in rows[2]][1] == "0"
    assert [cell.number_format for cell in rows[2]][7] == "#,##0"
    assert rows.column_dimensions["J"].width > 9
    assert book["Capa"]["B1"].value == "Contagens por país"
    assert xlsx(of_table(small, "observations", {**VICTIMS, "labels": "pt"})) == body


def test_no_text_of_a_workbook_is_a_formula(small: Dataset) -> None:
    body = xlsx(of_table(small, "quarantine", {}))
    assert "=SUM(A1)" in [cell.value for cell in load_workbook(io.BytesIO(body))["quarantine"][2]]
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 4
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


@pytest.mark.parametrize("table", ["revisions", "quarantine", "sources"])
def test_a_table_without_rows_is_a_file_too(small: Dataset, table: str) -> None:
    filters: Mapping[str, str] = {"source": "none"} if table == "sources" else {"country": "CUB"}
    for extension in formats_of(SHOWN[table].columns):
        assert FORMATS[extension].write(of_table(small, table, filters))
    empty = of_table(small, table, filters)
    assert list(read(empty, "parquet").columns) == SHOWN[table].columns


def test_a_parquet_file_knows_its_types_and_says_what_it_is(small: Dataset) -> None:
    file = fastparquet.ParquetFile(io.BytesIO(parquet(of_table(small, "observations", VICTIMS, "https://here"))))
    kinds = {name: str(kind) for name, kind in file.dtypes.items()}
    assert (kinds["year"], kinds["low"], kinds["country"]) == ("Int64", "Int64", "object")
    said = file.key_value_metadata
    assert (said["data_version"], said["synthetic"]) == ("small-1", "false")
    assert "https://here" in said["citation"]


def test_a_row_is_at_a_point_inside_its_country(small: Dataset) -> None:
    made = json.loads(geojson(of_table(small, "observations", VICTIMS)))
    assert [each["properties"]["low"] for each in made["features"]] == [120, 150, 0, 40]
    for each in made["features"]:
        outline = small.shapes[each["properties"]["country"]]
        assert shape(outline).contains(Point(each["geometry"]["coordinates"]))
    residents = json.loads(geojson(of_table(small, "population", {"area": "USA"})))
    assert {each["geometry"] for each in residents["features"]} == {None}


def test_each_point_is_inside_its_country(real: Dataset) -> None:
    assert len(real.shapes) == 22
    assert all(real.shapes[code].contains(Point(at)) for code, at in points(real.shapes).items())


def test_the_point_of_a_ring_with_a_hole_is_not_in_the_hole() -> None:
    ring = shapely.box(0, 0, 10, 10).difference(shapely.box(1, 1, 7, 9))
    (at,) = points(gpd.GeoSeries({"ARG": ring})).values()
    assert ring.contains(Point(at))


def test_the_countries_have_their_codes_and_names(real: Dataset) -> None:
    made = {each["id"]: each for each in json.loads(countries(real))["features"]}
    assert len(made) == 22
    about = made["BRA"]["properties"]
    assert [about[name] for name in ("iso_a2", "name_es", "name_pt", "name_en")] == ["BR", "Brasil", "Brasil", "Brazil"]
    assert about["official_es"] == "República Federativa del Brasil"
    assert shape(made["BRA"]["geometry"]).contains(Point(about["longitude"], about["latitude"]))


def test_rows_without_a_country_have_no_geojson() -> None:
    assert "geojson" not in formats_of(SHOWN["sources"].columns)
    assert formats_of(SHOWN["population"].columns) == list(FORMATS)


def test_numbers_are_typed_and_everything_else_is_text() -> None:
    frame = pd.DataFrame({"n": [1, None], "x": [0.5, None], "t": ["a", None], "m": [1, "a"], "o": [None, None]})
    made = typed(frame)
    assert [str(kind) for kind in made.dtypes] == ["Int64", "Float64", "str", "str", "str"]
    assert made["t"].tolist() == ["a", ""]
    assert made["n"].isna().tolist() == [False, True]
