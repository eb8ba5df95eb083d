"""SDMX over the wire: the structure is read by the statisticians' own tool, and every row keeps to it."""

import csv
import io
from collections import Counter

import hand_made
import pytest
from flask.testing import FlaskClient
from pysdmx.io import read_sdmx
from pysdmx.model import DataStructureDefinition, Role

from app import create_app
from callbacks.settings import Settings
from components.files.sdmx import STATES, coded, whole
from data.dataset import load
from data.vocabulary import Status

ROWS, STRUCTURE = "/api/v1/sdmx/observations.csv", "/api/v1/sdmx/structure.json"
TOLD = (
    *("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "LOWER_BOUND", "UPPER_BOUND"),
    *("OBS_STATUS", "CONF_STATUS", "COUNT_STATUS"),
)
HEADLINE = "indicator=victims_detected&sex=total&age=total&exploitation=total"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("sdmx") / "data"))).server.test_client()


@pytest.fixture(scope="module")
def structure(client: FlaskClient) -> DataStructureDefinition:
    """Read, and held against the schema that SDMX publishes."""
    answer = client.get(STRUCTURE)
    assert answer.mimetype == "application/vnd.sdmx.structure+json"
    message = read_sdmx(answer.get_data(as_text=True), validate=True)
    (found,) = message.get_data_structure_definitions()
    (flow,) = message.get_dataflows()
    assert (found.agency, flow.short_urn) == ("ATALAYA", "Dataflow=ATALAYA:DF_OBSERVATIONS(1.0.0)")
    return found


def rows(client: FlaskClient, query: str = "") -> list[dict[str, str]]:
    answer = client.get(f"{ROWS}?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "application/vnd.sdmx.data+csv")
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))


def test_columns_are_those_of_the_structure_and_codes_those_of_its_lists(
    client: FlaskClient, structure: DataStructureDefinition
) -> None:
    found = rows(client)
    components = {component.id: component for component in structure.components}
    assert list(found[0]) == ["STRUCTURE", "STRUCTURE_ID", "ACTION", *components]
    assert {tuple(row[name] for name in list(row)[:3]) for row in found} == {
        ("dataflow", "ATALAYA:DF_OBSERVATIONS(1.0.0)", "I")
    }
    for name, component in components.items():
        values = {row[name] for row in found}
        if component.required:
            assert "" not in values
        if component.local_codes:
            assert values <= {code.id for code in component.local_codes}
        if component.role is Role.MEASURE:
            assert all(value == "" or value.isdecimal() for value in values)
    key = [component.id for component in components.values() if component.role is Role.DIMENSION]
    assert set(Counter(tuple(row[name] for name in key) for row in found).values()) == {1}


def test_a_figure_has_a_value_only_where_it_is_exact_and_says_why_where_not(client: FlaskClient) -> None:
    told = [tuple(row[name] for name in TOLD) for row in rows(client, f"{HEADLINE}&country=BOL,ESP&year=2020-2023")]
    assert told == [
        ("BOL", "2020", "0", "0", "0", "A", "F", "exact"),
        ("BOL", "2021", "", "0", "4", "Q", "A", "suppressed"),
        ("BOL", "2022", "40", "40", "40", "A", "F", "exact"),
        ("BOL", "2023", "50", "50", "50", "A", "F", "exact"),
        ("ESP", "2020", "", "", "", "O", "F", "not_reported"),
        ("ESP", "2021", "240", "240", "240", "B", "F", "exact"),
        ("ESP", "2022", "250", "250", "250", "A", "F", "exact"),
        ("ESP", "2023", "", "30", "34", "Q", "A", "range"),
    ]


def test_a_filter_is_that_of_the_table_and_is_refused_as_there(client: FlaskClient) -> None:
    assert {row["REF_AREA"] for row in rows(client, "country=ARG&sex=female")} == {"ARG"}
    assert {row["SEX"] for row in rows(client, "sex=female")} == {"F"}
    assert [row["LOWER_BOUND"] for row in rows(client, "low=0-3&sex=other")] == ["3", "0"]
    for query, parameter in (("sex=F", "sex"), ("labels=es", "labels"), ("release=2001-01-01", "release")):
        answer = client.get(f"{ROWS}?{query}")
        assert (answer.status_code, answer.get_json()["parameter"]) == (400, parameter)
    assert client.get(f"{STRUCTURE}?sex=total").status_code == 400


def test_every_published_and_withheld_figure_has_one_row(structure: DataStructureDefinition) -> None:
    dataset = load()
    made = coded(whole(dataset))
    statuses = made["COUNT_STATUS"].value_counts().to_dict()
    assert statuses == dataset.tables["observations"]["status"].value_counts().to_dict() | {
        Status.WITHHELD: len(dataset.withheld("observations")),
        Status.NOT_REPORTED: statuses[Status.NOT_REPORTED],
    }
    assert statuses.keys() == STATES.keys()
    key = [component.id for component in structure.components if component.role is Role.DIMENSION]
    assert not made.duplicated(key).any()
    withheld = made[made["COUNT_STATUS"] == Status.WITHHELD]
    assert withheld[["OBS_VALUE", "LOWER_BOUND", "UPPER_BOUND"]].isna().all(axis=None)
    assert not made[list(made.columns.drop(["OBS_VALUE", "LOWER_BOUND", "UPPER_BOUND"]))].isna().any(axis=None)


def test_the_structure_is_named_in_three_languages(client: FlaskClient) -> None:
    lists = {each["id"]: each for each in client.get(STRUCTURE).get_json()["data"]["codelists"]}
    sex = {code["id"]: code["names"] for code in lists["CL_SEX"]["codes"]}
    assert sex["F"] == {"en": "Female", "es": "Mujeres", "pt": "Mulheres"}
