"""The filters of the explorer: what they offer, what is posted of them, and the same as links and forms."""

from collections.abc import Callable
from typing import Any

import pytest
import tree
from dash.html import Datalist
from explorer_parts import facets, link

from components.controls.as_links import values
from components.i18n import words
from components.pages.explorer.filters import is_offered
from components.pages.explorer.page import Explorer
from components.url.choices import Language
from components.url.controls import with_controls
from components.url.view import View
from data.dataset import Dataset
from data.schema import Field

Open = Callable[[str], Explorer]


@pytest.fixture
def small_page(small: Dataset) -> Open:
    def opened(search: str) -> Explorer:
        return Explorer(*View.parse("/en/data", search), small, words(Language.EN))

    return opened


def test_a_value_toggles_and_keeps_the_other_filters(small_page: Open) -> None:
    page = small_page("?year=2021&country=ARG&start=2&order=-low")
    offered = {tree.text(each): each for each in facets(page).iter("a")}
    assert offered["Bolivia · 5"].get("href") == "/en/data?where=country:ARG,BOL;year:2021&order=-low"
    (chosen,) = [each for each in offered.values() if each.get("aria-current")]
    assert chosen.get("href") == "/en/data?where=year:2021&order=-low"
    html = page.parts()["filters"]["html"]
    assert link(html, "chip-year").get("href") == "/en/data?where=country:ARG&order=-low"
    assert link(html, "chip-all").get("href") == "/en/data?order=-low"


def test_two_choices_both_count_and_start_at_the_first_row(small_page: Open) -> None:
    page = small_page("?country=ARG&start=2")
    held = values(page.parts()["facets"]["children"])
    assert (held["where.country"], held["where.year"], held["where.sex"]) == (["ARG"], "", [])
    both = {"where.country": ["ARG", "BOL"], "where.year": "2019-2020,2022"}
    assert with_controls(page.view, held | both)[0].url == "/en/data?where=country:ARG,BOL;year:2019-2020,2022"
    assert with_controls(page.view, held)[0] == page.view
    assert with_controls(page.view, held | {"table": "flows"})[0].url == "/en/data?table=flows&where=country:ARG"


@pytest.mark.parametrize(
    ("posted", "where", "ignored"),
    [
        ({"where.country": ["BOL"] * 100_000}, "country:BOL", []),
        ({"where.country": [f"{n}" for n in range(100_000)]}, "country:ARG", ["country"]),
        ({"where.country": ["X" * 400], "where.flags": ["Y" * 400]}, "country:ARG", ["where"]),
        ({"where.colour": ["red"]}, "country:ARG", ["colour"]),
        ({"where.country": [], "where.year": None}, "", []),
    ],
)
def test_what_is_posted_of_columns_is_held_to_what_an_address_can_say(
    posted: dict[str, Any], where: str, ignored: list[str]
) -> None:
    view, told = with_controls(View.from_url("/en/data", "?country=ARG&start=3"), posted)
    assert (view.where, [each.parameter for each in told]) == (where, ignored)
    assert view.start == (3 if where == "country:ARG" else 1)


def test_a_value_without_rows_can_still_be_taken_away(small_page: Open) -> None:
    assert "Cuba · 0" in [tree.text(each) for each in facets(small_page("?country=CUB")).iter("a")]


def test_a_form_sends_what_the_view_is_beside_its_own_column(small_page: Open) -> None:
    page = small_page("?country=ARG&year=2021&cells=codes")
    forms = {
        fields[-1].get("name"): {field.get("name"): field.get("value") for field in fields}
        for form in facets(page).iter("form")
        if (fields := list(form.iter("input")))
    }
    assert forms["low"] == {"where": "country:ARG;year:2021", "cells": "codes", "low": ""}
    assert forms["year"] == {"where": "country:ARG", "cells": "codes", "year": "2021"}
    sent = "&".join(f"{name}={value}" for name, value in (forms["year"] | {"year": "2019-2020"}).items())
    assert small_page(f"?{sent}").view.url == "/en/data?where=country:ARG;year:2019-2020&cells=codes"


def test_many_values_are_typed_and_suggested(small_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    page = small_page("?table=population&area=BOL")
    assert values(page.parts()["facets"]["children"])["where.area"] == ["BOL"]
    monkeypatch.setattr("components.pages.explorer.filters.MOST_CHECKED", 3)
    parts = page.parts()["facets"]["children"]
    assert values(parts)["where.area"] == "BOL"
    (suggested,) = [each for fold in parts[1:] for each in fold.children[1].children if isinstance(each, Datalist)]
    assert [option.value for option in suggested.children] == ["ARG", "BOL", "ESP", "USA"]


def test_free_text_is_not_offered_as_a_filter() -> None:
    assert is_offered(Field("event", "", pattern="[a-z]+"))
    assert is_offered(Field("release", "", "date"))
    assert not is_offered(Field("title", ""))
    assert not is_offered(Field("url", "", pattern="https://.+"))
