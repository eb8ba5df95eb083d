"""What a country itself says, on its page: a table with who says it, apart from the series in every way."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from tree import classed, parse, rows, text

from components.document.first_paint import to_html
from components.i18n import words
from components.pages.country.page import CountryProfile
from components.pages.page import ShownPage
from components.url.choices import Language
from components.url.view import View
from data.dataset import Dataset

Opened = Callable[[str], CountryProfile]


@pytest.fixture(scope="module")
def opened(real: Dataset) -> Opened:
    def page(country: str) -> CountryProfile:
        view, ignored = View.parse("/en/country", f"country={country}")
        return CountryProfile(view, ignored, real, words(Language.EN))

    return page


def section(page: ShownPage) -> Element:
    (found,) = classed(parse(to_html(page.page())), "part-national")
    return found


def test_what_the_country_says_is_a_table_of_its_own_with_who_says_it(opened: Opened) -> None:
    shown = section(opened("GTM"))
    assert [text(head) for head in shown.iter("h2")] == ["What the country itself says"]
    assert "are not comparable with it: they are in no sum and on no scale of this page" in text(shown)
    (table,) = shown.iter("table")
    assert text(table.find("caption")).endswith("Guatemala")  # type: ignore[arg-type]
    (new,) = (row for row in rows(table) if row[3] == "420")
    assert new[0] == "Victims detected"
    assert new[2] == "2024"
    assert new[4].startswith("Prensa Libre, citing PDH/SVET")
    assert "an authority of the country; press quoting the body" in new[4]
    links = [str(node.get("href")) for node in shown.iter("a")]
    assert any(link.startswith("https://www.prensalibre.com/") for link in links)
    assert [link for link in links if link.startswith("/en/data?")] == [
        "/en/data?table=national_statements&where=country:GTM"
    ]
    assert not list(shown.iter("svg"))  # no bar, no line: nothing that would set them on a scale


def test_what_the_country_says_says_which_part_it_covers_and_what_contradicts_it(opened: Opened) -> None:
    shown = section(opened("ESP"))
    (table,) = shown.iter("table")
    body = list(rows(table))
    assert len(body) == 23
    child = next(row for row in body if row[1].startswith("Child victims"))
    assert "a part only" in child[1]
    both = [row for row in body if "contradicts another figure" in row[4]]
    assert sorted(row[3] for row in both) == ["110", "115", "221", "223"]


def test_rows_of_what_the_country_says_are_apart_from_those_of_the_series(opened: Opened) -> None:
    frame = opened("MEX").rows()
    mine = frame[frame["section"] == "national"]
    assert len(mine) == 13
    assert mine["figure"].str.startswith("national_").all()
    assert not frame[frame["section"] != "national"]["figure"].str.startswith("national_").any()
    assert set(mine["source"]) == {"search_statements_2"}
    (least,) = mine[mine["printed"] == "at least 199"].to_dict("records")
    assert (least["low"], least["high"], least["unit"]) == (199, None, "investigations")


def test_a_country_that_says_nothing_has_no_such_section(opened: Opened) -> None:
    assert opened("BRA").parts()["national-head"]["html"] == ""
