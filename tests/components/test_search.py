"""The search: what is found by which words, and where it leads."""

import pytest

from components.document.search import index, matches, results, with_country
from components.url.choices import Locale, Theme
from data.vocabulary import Country, Indicator


def first(text: str, language: Locale = Locale.ES) -> str:
    found = matches(text, index(language))
    return found[0].to if found else ""


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("peru", "/es/country?country=PER"),
        ("  PERÚ ", "/es/country?country=PER"),
        ("mex", "/es/country?country=MEX"),
        ("br", "/es/country?country=BRA"),
        ("Spain", "/es/country?country=ESP"),
        ("dominicana", "/es/country?country=DOM"),
        ("sentencias", "/es/overview?indicator=persons_convicted"),
        ("sentenças", "/es/overview?indicator=persons_convicted"),
        ("convictions", "/es/overview?indicator=persons_convicted"),
        ("migrantes", "/es/overview?crime=smuggling_of_migrants"),
        ("repatri", "/es/flows?flow=victims_repatriated"),
        ("metodo", "/es/method"),
        ("diapositivas", "/es/present"),
        ("apresentação", "/es/present"),
        ("talk", "/es/present"),
    ],
)
def test_a_word_finds_what_is_meant(text: str, to: str) -> None:
    assert first(text) == to


@pytest.mark.parametrize("text", ["EEUU", "ee.uu.", "usa", "estados unidos", "United States"])
def test_a_country_that_is_not_among_the_22_is_named_so(text: str) -> None:
    assert "Estados Unidos no está entre los 22 países" in results(text, Locale.ES, None, Theme.AUTO)


def test_every_country_and_indicator_is_found_by_its_name_in_each_language() -> None:
    for language in Locale:
        entries = index(language)
        for entry in entries:
            assert matches(entry.name, entries)[0].name == entry.name
        assert sum(entry.kind == "country" for entry in entries) == len(Country)
        assert {f"/{language}/overview?indicator={each}" for each in list(Indicator)[1:]} < {e.to for e in entries}


def test_nothing_is_found_by_nothing_and_what_is_sought_is_text() -> None:
    assert matches(" .,;", index(Locale.EN)) == []
    assert "<script>" not in results("<script>", Locale.EN, None, Theme.AUTO)


def test_a_match_keeps_the_country_in_view() -> None:
    found = matches("condenas", index(Locale.ES))[0]
    to = with_country(found, Locale.ES, Country.ARG, Theme.DARK)
    assert to == "/es/overview?indicator=persons_convicted&countries=ARG&theme=dark"
    peru = matches("peru", index(Locale.ES))[0]
    assert with_country(peru, Locale.ES, Country.ARG, Theme.AUTO) == "/es/country?country=PER"
