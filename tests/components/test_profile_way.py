"""The ways to a profile: the choice among the 22, and the links of the pages that show one country."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from drawn import graphs
from tree import classed, parse, seen, text

from components.controls.as_links import as_links, values
from components.document.first_paint import to_html
from components.i18n import words
from components.pages import open_page
from components.pages.country.page import CountryProfile
from components.pages.country.section import Part
from components.url.choices import Language, Page
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country, Indicator

Opened = Callable[[], CountryProfile]


@pytest.fixture(scope="module")
def opened(record: Dataset) -> Opened:
    def page() -> CountryProfile:
        return CountryProfile(View.of(Language.EN, Page.COUNTRY), (), record, words(Language.EN))

    return page


def test_without_a_country_all_22_are_offered_with_what_they_publish(opened: Opened) -> None:
    page = opened()
    root = parse(to_html(page.page()))
    (names,) = classed(root, "names")
    links = list(names.iter("a"))
    assert len(links) == len(Country)
    assert [seen(link) for link in links] == sorted((seen(link) for link in links), key=words(Language.EN).sort_key)
    items = {seen(next(item.iter("a"))): text(item) for item in names.iter("li")}
    assert items["Argentina"] == "Argentina 2 of 5 indicators published of 2022"
    assert items["Brazil"] == "Brazil 0 of 5 indicators published of 2023"
    assert {link.get("href") for link in links} == {f"/en/country?country={country}" for country in Country}
    (drawn,) = graphs(page.page()).values()
    offered = [code for trace in drawn["data"] for code in trace.get("customdata", ())]
    assert sorted(set(offered)) == sorted(Country)
    assert page.finding.figure == "Countries that publish all indicators of their latest year: 0 of 22"


def test_a_country_on_the_map_is_an_option_of_the_controls(opened: Opened) -> None:
    """The browser's side looks for it there when a country of the map is chosen."""
    assert values(opened().page())["country"] == ""
    links = {link.get("href") for link in parse(to_html(as_links(opened().page(), opened().view))).iter("a")}
    assert {f"/en/country?country={country}" for country in Country} <= links


def test_the_choice_as_a_file(opened: Opened) -> None:
    frame: pd.DataFrame = opened().rows()
    mine: Any = frame.set_index("country").loc["ARG"]
    assert (mine["year"], mine["indicators_published"], len(frame)) == (2022, 2, len(Country))


# ---- the way there ----


@pytest.mark.parametrize("name", ["justice", "flows", "cooperation"])
def test_a_page_with_one_country_leads_to_its_profile(record: Dataset, name: str) -> None:
    def links(search: str) -> list[str | None]:
        view, ignored = View.parse(f"/pt/{name}", search)
        found = classed(parse(to_html(open_page(view, ignored, record).page())), "ways")
        return [link.get("href") for node in found for link in node.iter("a")][:1]

    assert links("country=BOL&theme=dark") == ["/pt/country?country=BOL&theme=dark"]
    assert links("") == []


def test_indicators_and_parts_are_named_in_every_language() -> None:
    for language in Language:
        said = words(language)
        assert len({said.label(indicator) for indicator in Indicator}) == len(Indicator)
        assert all(said(f"profile.title.{name}", country="", year=2022) for name in Part)
