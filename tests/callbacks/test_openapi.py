"""The API keeps to its own description: requests made up from the document never get a 5xx, nor an answer that it does
not describe."""

from typing import Any

import hand_made
import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from app import create_app
from callbacks.settings import Settings
from components.files.openapi import document
from components.i18n import words
from components.url.choices import Language
from components.url.url_params import FIELDS
from data.dataset import Dataset
from data.schema import SHOWN
from data.vocabulary import Country

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(Settings(hand_made.write(tmp_path_factory.mktemp("api") / "data"))).server


@pytest.fixture(scope="module")
def described(server: Flask) -> Any:
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", server)


SMALL = Dataset(hand_made.tables(), {}, "small-1", hand_made.RELEASE)
ANSWER = "/api/v1/answer.{format}"
PATHS = list(document(SMALL, words(Language.EN))["paths"])


def test_the_document_is_sound(described: Any) -> None:
    described.validate()
    assert described.raw_schema["openapi"] == "3.1.0"


def test_the_document_names_every_table_and_every_column_as_a_filter() -> None:
    made = document(SMALL, words(Language.PT))
    for name in SMALL.tables:
        operation = made["paths"][f"/api/v1/{name}.{{format}}"]["get"]
        asked = [each["name"] for each in operation["parameters"]]
        assert asked == ["format", "labels", "for", *SHOWN[name].columns, *(["release"] if name != "sources" else [])]
        assert (
            list(made["components"]["schemas"][name]["properties"])[: len(SHOWN[name].columns)] == SHOWN[name].columns
        )
    assert "/api/v1/requests.{format}" not in made["paths"]  # the small data set has none
    assert made["paths"]["/api/v1/flows.{format}"]["get"]["summary"] == "Fluxos entre países"


def test_the_keys_of_an_answer_are_those_of_the_pages() -> None:
    asked = {each["name"]: each for each in document(SMALL, words(Language.EN))["paths"][ANSWER]["get"]["parameters"]}
    assert asked.keys() == {
        "format",
        "page",
        "labels",
        "for",
        "wide",
        *(name for fields in FIELDS.values() for name in fields),
    }
    assert asked["countries"]["schema"]["items"]["enum"] == list(Country)
    assert asked["measure"]["schema"]["enum"] == ["count", "rate"]
    assert "enum" not in asked["year"]["schema"]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["meant", "meant_wrong"])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_answered_that_is_not_described(described: Any, path: str, mode: GenerationMode) -> None:
    operation = described[path]["GET"]
    if mode is GenerationMode.NEGATIVE and not operation.definition.raw["parameters"]:
        return  # nothing can be asked wrongly

    @settings(max_examples=6, suppress_health_check=list(HealthCheck), deadline=None)
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    ask()
