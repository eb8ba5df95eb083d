"""The profile over the wire: every country answers as document, parts and file; what makes no sense is one line."""

import csv
import io

import callback_wire as wire
import pytest
from flask.testing import FlaskClient

from components.url.choices import Language
from data.vocabulary import Country


@pytest.mark.parametrize("country", [Country.AND, Country.ARG, Country.CUB, Country.MEX])
def test_a_country_answers_with_document_parts_and_file(client: FlaskClient, country: Country) -> None:
    language = list(Language)[list(Country).index(country) % len(Language)]
    for chart in ("", "&chart=table"):
        query = f"?country={country}{chart}"
        page, file = (client.get(f"/{language}/country{kind}{query}") for kind in ("", ".csv"))
        assert [each.status_code for each in (page, file)] == [200, 200]
        answer = wire.shown(client, f"/{language}/country{query}")
        assert answer["url"] == f"/{language}/country{query}"
        assert answer["title"] in page.get_data(as_text=True)
        rows = list(csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"))))
        assert {row["country"] for row in rows} == {str(country)}
        assert len({row["data_version"] for row in rows}) == 1
        assert str(country) in file.headers["Content-Disposition"]


def test_both_pictures_of_a_country_take_away_the_same_rows(client: FlaskClient) -> None:
    files = [client.get(f"/en/country.csv?country=AND{chart}").data for chart in ("", "&chart=table")]
    assert files[0] == files[1]


@pytest.mark.parametrize(
    ("query", "said"),
    [("country=USA", "USA"), ("country=ARG&year=1900", "1900"), ("chart=map", "map"), ("sex=female", "sex"),
     ("year=abc", "abc")],
)  # fmt: skip
def test_what_makes_no_sense_is_said_and_never_an_empty_frame(client: FlaskClient, query: str, said: str) -> None:
    parts = wire.parts(client, f"/en/country?{query}")
    assert said in parts["country-notice"]["html"]
    assert parts["country-headline"]["html"]
    assert any(parts[f"country-{name}"]["html"] for name in ("names", "figures-head"))


def test_a_country_without_a_year_of_its_own_falls_back_to_what_is_published(client: FlaskClient) -> None:
    """Argentina publishes nothing of 2023: the frame is full, and says what is missing."""
    stage = wire.asked(client, "/en/country?country=ARG&year=2023").get_data(as_text=True)
    assert "Argentina publishes no detected victims of 2023" in stage
    assert "[x]" in stage
    assert "1,186" in stage  # of the year before, and its year beside it
