"""What is taken along from page to page: the country in view, its neighbours beside it, and nothing of anybody else."""

from typing import Any

import pytest
from tree import parse, text

from components.captions.ways import ways
from components.document.shell import ANYONE, around
from components.i18n import words
from components.url.carried import at_country, carried
from components.url.choices import NAVIGATION, Locale, Page
from components.url.view import View
from data.dataset import Dataset
from data.queries.neighbours import neighbours
from data.vocabulary import Country


def at(address: str) -> View:
    return View.from_url(*f"/en/{address}".partition("?")[::2])


@pytest.mark.parametrize(
    ("here", "page", "there"),
    [
        ("overview?year=2015&countries=ARG", "justice", "justice?country=ARG"),
        ("overview?countries=ARG", "flows", "flows?country=ARG"),
        ("overview?countries=ARG", "data", "data?where=country:ARG"),
        ("overview?countries=ARG,BOL", "justice", "justice"),
        ("overview?countries=ARG,BOL", "compare", "compare?countries=ARG,BOL"),
        ("overview?countries=ARG,BOL", "data", "data?where=country:ARG,BOL"),
        ("justice?country=PER&theme=dark", "overview", "overview?countries=PER&theme=dark"),
        ("justice?country=PER", "compare", "compare"),  # alone it cannot be compared
        ("data?where=country:PER;year:2020", "country", "country?country=PER"),
        ("figure?country=PER&year=2020", "cooperation", "cooperation?country=PER"),
        ("flows", "overview", "overview"),
        ("overview?countries=ARG", "method", "method?country=ARG"),
        ("overview?countries=ARG", "about", "about"),
    ],
)
def test_a_country_goes_along_wherever_there_is_a_place_for_it(here: str, page: str, there: str) -> None:
    assert carried(at(here), Page(page)).url == f"/en/{there}"


def test_beside_one_country_a_comparison_has_its_neighbours() -> None:
    to = carried(at("justice?country=PRY"), Page.COMPARE, (Country.BRA, Country.ARG, Country.BOL))
    assert to.url == "/en/compare?countries=ARG,BOL,BRA,PRY"


def test_what_has_no_place_for_a_country_leads_to_its_profile() -> None:
    assert at_country(at("compare?countries=ARG,BOL"), Country.PER).url == "/en/country?country=PER"
    assert at_country(at("overview?year=2015"), Country.PER).url == "/en/overview?year=2015&countries=PER"


LAND = {  # as an atlas has them, without those that are not among the 22
    "AND": "ESP", "ARG": "BOL BRA CHL PRY URY", "BOL": "ARG BRA CHL PER PRY", "CHL": "ARG BOL PER",
    "COL": "BRA ECU PAN PER VEN", "CRI": "NIC PAN", "ECU": "COL PER", "ESP": "AND PRT", "GTM": "HND MEX SLV",
    "HND": "GTM NIC SLV", "MEX": "GTM", "NIC": "CRI HND", "PAN": "COL CRI", "PER": "BOL BRA CHL COL ECU",
    "PRT": "ESP", "PRY": "ARG BOL BRA", "SLV": "GTM HND", "URY": "ARG BRA", "VEN": "BRA COL",
    "BRA": "BOL COL PER PRY VEN",  # of seven those with whom its border is longest; Argentina and Uruguay are left out
}  # fmt: skip


def test_neighbours_share_a_land_border_and_islands_have_the_nearest(real: Dataset) -> None:
    found = {str(c): neighbours(real, c) for c in Country}
    assert {code: " ".join(each.countries) for code, each in found.items() if each.is_land} == LAND
    assert {code: each.left_out for code, each in found.items() if each.left_out} == {"BRA": 2}
    assert {code for code, each in found.items() if not each.is_land} == {"CUB", "DOM"}
    assert "MEX" in found["CUB"].countries
    assert all(len(found[code].countries) == 3 for code in ("CUB", "DOM"))


def test_the_ways_on_say_with_whom_by_which_rule_and_how_to_remember(real: Dataset) -> None:
    said = words(Locale.ES)
    line = text(parse(ways(at("overview?countries=PRY"), real, said)))
    assert "Perfil de Paraguay" in line
    assert "Comparar con sus vecinos (Argentina, Bolivia y Brasil)" in line
    assert "frontera más larga" in text(parse(ways(at("flows?country=BRA"), real, said)))
    assert "los más cercanos de los 22" in text(parse(ways(at("flows?country=CUB"), real, said)))
    assert "Comparar estos 2 países" in text(parse(ways(at("overview?countries=ARG,BOL"), real, said)))
    assert "Perfil" not in text(parse(ways(at("country?country=PRY"), real, said)))
    assert ways(at("overview"), real, said) == ""


def test_links_of_the_head_leave_a_place_for_who_is_remembered_only_where_no_country_is_said() -> None:
    def links(address: str) -> dict[str, Any]:
        nav = around(at(address), words(Locale.EN))["pages"]["children"]
        return {each.children: getattr(each, "data-mine", None) for each in nav if isinstance(each.children, str)}

    assert set(links("justice?country=ARG").values()) == {None}
    free = links("justice")
    assert len(free) == len(NAVIGATION)
    assert free["Overview"] == f"/en/overview?countries={ANYONE}"
    assert free["Justice"] is None  # where the reader is: the address stays as it was given
