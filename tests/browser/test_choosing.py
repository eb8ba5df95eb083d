"""Controls hold values: what is chosen in quick succession counts, focus and folds stay, and without scripts they are
links."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect
from visit import Visit

pytestmark = pytest.mark.browser
NAVIGATION = re.compile("address.search")


def _held_back(visit: Visit) -> list[Route]:
    """What the server is asked about choices waits in this list until the test lets it through."""
    waiting: list[Route] = []

    def wait(route: Route) -> None:
        if NAVIGATION.search(route.request.post_data or ""):
            waiting.append(route)
        else:
            route.fallback()

    visit.page.route("**/_dash-update-component*", wait)
    return waiting


def test_all_that_is_chosen_while_the_server_is_silent_counts(visit: Visit) -> None:
    visit.open("/en/overview")
    waiting = _held_back(visit)
    visit.fold("countries").click()
    visit.option("countries-BRA").click()
    visit.option("countries-ARG").click()
    visit.option("measure-rate").click()
    visit.wait_until(lambda: len(waiting) == 3)
    assert len(waiting) == 3
    for route in (waiting[2], waiting[0], waiting[1]):  # in whatever order they are answered
        route.fallback()
    visit.expect_address("/en/overview?countries=ARG,BRA&measure=rate")
    for key in ("countries-BRA", "countries-ARG", "measure-rate"):
        visit.expect_chosen(key)
    expect(visit.fold("countries")).to_contain_text("2")


def test_an_answer_never_takes_back_what_was_chosen_since(visit: Visit) -> None:
    visit.open("/en/overview")
    visit.choose("measure-rate")
    waiting = _held_back(visit)
    visit.option("indicator-persons_convicted").click()
    visit.wait_until(lambda: len(waiting) == 1)
    visit.page.go_back()  # the answer to this comes while the choice waits
    visit.expect_address("/en/overview")
    expect(visit.page.locator("h1")).to_contain_text("detected")
    expect(visit.option("indicator-persons_convicted")).to_be_checked()
    waiting[0].fallback()
    visit.expect_address("/en/overview?indicator=persons_convicted&year=2022&measure=rate")
    visit.expect_chosen("indicator-persons_convicted")


def test_what_is_no_other_view_shows_again_what_is_in_force(visit: Visit) -> None:
    visit.open("/en/overview")
    visit.fold("countries").click()
    visit.option("countries-").click()
    visit.expect_chosen("countries-")
    visit.expect_address("/en/overview")


def test_focus_and_fold_stay_where_another_crime_has_other_controls(visit: Visit) -> None:
    visit.open("/en/overview")
    visit.option("crime-trafficking").focus()
    visit.page.keyboard.press("ArrowRight")
    visit.expect_chosen("crime-smuggling_of_migrants")
    expect(visit.option("crime-smuggling_of_migrants")).to_be_focused()
    expect(visit.page.locator("input[name=sex]")).to_have_count(0)
    visit.fold("years").click()
    visit.choose_year("first", 2019)
    visit.expect_address("/en/overview?crime=smuggling_of_migrants&year=2022&years=2019-2022")
    expect(visit.page.locator(".fold-years")).to_have_attribute("open", "")
    expect(visit.fold("years")).to_contain_text("2019–2022")


def test_a_long_list_is_searched_without_accents_and_keeps_what_is_typed(visit: Visit) -> None:
    visit.open("/es/overview")
    visit.fold("countries").click()
    field = visit.page.locator(".fold-countries .search input")
    field.fill("peru")
    expect(visit.page.locator(".fold-countries .form-check:visible")).to_have_text(["Perú"])
    visit.choose("countries-PER")
    expect(field).to_have_value("peru")
    expect(visit.page.locator(".fold-countries .form-check:visible")).to_have_text(["Perú"])


def test_without_scripts_an_option_is_a_link(visits: Callable[..., Visit]) -> None:
    visit = visits(java_script_enabled=False)
    visit.page.goto(visit.root + "/en/overview?countries=ARG")
    visit.page.get_by_role("link", name="Per 100,000").click()
    visit.expect_address("/en/overview?countries=ARG&measure=rate")
    visit.page.locator("summary", has_text="Sex").click()
    visit.page.get_by_role("link", name="Female").click()
    visit.expect_address("/en/overview?year=2022&countries=ARG&sex=female&measure=rate")
