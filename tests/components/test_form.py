"""The open form: what is asked for, in every language, from the table's own description."""

import pytest

from components.i18n import Words
from components.pages.cooperation.form import address, dictionary, example, template
from data.records import parse
from data.registry.check import row_faults
from data.schema import TABLES

TABLE = TABLES["registry"]


def test_the_template_is_the_header_alone() -> None:
    assert list(template().columns) == TABLE.columns
    assert template().empty


def test_the_example_is_sound_and_every_row_is_marked() -> None:
    text = example().to_csv(index=False)
    rows, faults = parse(TABLE, text.encode())
    assert faults == []
    assert list(row_faults(rows, synthetic=True)) == []
    assert {row.values["synthetic"] for row in rows} == {"true"}
    assert {fault.column for fault in row_faults(rows, synthetic=False)} == {"synthetic"}


def test_the_example_shows_what_a_contact_point_must_know() -> None:
    frame = example()
    assert set(frame["direction"]) == set(TABLE.field("direction").enum)
    assert set(frame["crime"]) == set(TABLE.field("crime").enum)
    assert (frame["requests"] == 0).any()  # a zero may be registered
    assert frame["median_days"].isna().any()  # days may be left out


def test_the_dictionary_tells_each_code_in_the_readers_language(es: Words, pt: Words, en: Words) -> None:
    told = {words.language: dictionary(words).set_index("column") for words in (es, pt, en)}
    assert list(told["es"].index) == TABLE.columns
    assert "mutual_legal_assistance = Asistencia jurídica mutua" in told["es"].loc["instrument", "accepted"]
    assert "BRA = Brasil" in told["pt"].loc["country", "accepted"]
    assert told["en"].loc["crime", "accepted"] == (
        "trafficking = Trafficking in persons; smuggling_of_migrants = Smuggling of migrants"
    )
    assert told["en"].loc["requests", "accepted"] == "0–999999"
    assert told["pt"].loc["direction", "accepted"] == "sent = enviados; received = recebidos"
    assert list(told["en"][told["en"]["required"] == "no"].index) == ["median_days"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("workbook", "/api/v1/registry-template.es.xlsx"),
        ("template", "/api/v1/registry-template.csv"),
        ("dictionary", "/api/v1/registry-dictionary.es.csv"),
        ("example", "/api/v1/registry-example.SYNTHETIC.csv"),
    ],
)
def test_each_file_has_an_address(name: str, expected: str, es: Words) -> None:
    assert address(name, es) == expected
