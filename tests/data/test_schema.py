"""One description of every table: the reader, the writer and the package follow it."""

import json
from pathlib import Path

import pandas as pd
import pytest
from folder import SMALL, sealed

from data import package, schema
from data.schema import TABLES, Table


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_is_consistent_with_itself(table: Table) -> None:
    assert TABLES[table.name] is table
    assert len(set(table.columns)) == len(table.columns)
    assert set(table.key) <= set(table.columns)
    for field in table.fields:
        assert field.meaning
        assert not field.reference or len(TABLES[field.reference].key) == 1


HELD = [table for table in TABLES.values() if table.path in SMALL]  # the others need not be there


def test_a_field_is_found_by_name() -> None:
    assert TABLES["flows"].field("partner").name == "partner"
    with pytest.raises(KeyError, match="exploitation"):
        TABLES["flows"].field("exploitation")


def test_reading_gives_types_and_keeps_empty_text(tmp_path: Path) -> None:
    frame = schema.read(sealed(tmp_path) / "revisions.csv", TABLES["revisions"])
    row = frame.iloc[0]
    assert str(frame["low_from"].dtype) == "Int64"
    assert row["low_from"] is pd.NA
    assert (row["low_to"], row["status_from"], row["measure"]) == (0, "", "victims_by_citizenship")


@pytest.mark.parametrize("text", ["NA", "None", "nan", "null"])
def test_no_word_is_taken_for_a_missing_value(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sources.csv"
    path.write_text(SMALL["sources.csv"].replace("A publisher", text), encoding="utf-8")
    assert schema.read(path, TABLES["sources"])[["publisher", "publisher_pt"]].to_numpy().tolist() == [[text] * 2] * 2


def test_writing_sorts_by_key_and_says_a_missing_number_as_nothing(tmp_path: Path) -> None:
    table = TABLES["ledger"]
    rows = [("b", "kept", "r", 2), ("a", "merged", "r", 1), ("a", "kept", "r", None)]
    frame = pd.DataFrame(rows, columns=table.columns).astype({"rows": "Int64"})
    schema.write(tmp_path / "ledger.csv", frame[table.columns[::-1]], table)
    assert (tmp_path / "ledger.csv").read_bytes() == (
        b"source,outcome,rule,rows\na,kept,r,\na,merged,r,1\nb,kept,r,2\n"
    )


def test_writing_and_reading_are_inverse(tmp_path: Path) -> None:
    folder = sealed(tmp_path / "folder")
    for table in HELD:
        schema.write(tmp_path / table.path, schema.read(folder / table.path, table), table)
        assert (tmp_path / table.path).read_bytes() == (folder / table.path).read_bytes()


def test_the_package_describes_each_file(tmp_path: Path) -> None:
    folder = sealed(tmp_path)
    found = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["release"] == "2025-10-28"
    assert [resource["path"] for resource in found["resources"]] == [
        *(table.path for table in HELD),
        "ibero.geojson",
        "plan.geojson",
    ]
    assert [resource["bytes"] for resource in found["resources"]] == [
        (folder / resource["path"]).stat().st_size for resource in found["resources"]
    ]


def test_the_package_says_what_a_table_may_hold(tmp_path: Path) -> None:
    resources = {resource["name"]: resource for resource in package.describe(sealed(tmp_path))["resources"]}
    flows, revisions = resources["flows"]["schema"], resources["revisions"]["schema"]
    fields = {field["name"]: field for field in flows["fields"]}
    assert flows["primaryKey"] == ["country", "year", "crime", "measure", "partner"]
    assert flows["foreignKeys"] == [{"fields": ["source"], "reference": {"resource": "sources", "fields": ["source"]}}]
    assert fields["low"]["constraints"] == {"required": True, "minimum": 0}
    assert fields["status"]["constraints"]["enum"] == ["exact", "suppressed", "range"]
    assert (fields["raw_rows"]["type"], fields["raw_rows"]["delimiter"]) == ("list", "|")
    assert fields["raw_rows"]["itemType"] == "integer"
    assert "primaryKey" not in revisions
    assert revisions["uniqueKeys"] == [list(TABLES["revisions"].key)]


def test_the_version_follows_from_the_content_alone(tmp_path: Path) -> None:
    first = package.describe(sealed(tmp_path / "a"))
    again = package.describe(sealed(tmp_path / "b"))
    other = package.describe(sealed(tmp_path / "c", {"observations.csv": ("2020,trafficking", "2021,trafficking")}))
    assert first == again
    assert first["version"].startswith("2025-10-28-")
    assert first["version"] != other["version"]
