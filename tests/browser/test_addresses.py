"""The address is the state, carried by Dash's callbacks: what is posted, and what wins."""

import re

import pytest
from playwright.sync_api import Route, expect
from visit import Visit

pytestmark = pytest.mark.browser

UPDATE = "/_dash-update-component"


def posts(visit: Visit) -> list[str]:
    return [each for each in visit.asked if each.startswith(UPDATE)]


def test_a_page_without_years_posts_nothing_until_something_is_chosen(visit: Visit) -> None:
    visit.arrive("/en/flows")
    visit.page.wait_for_load_state("networkidle")
    assert posts(visit) == []
    assert visit.asked.count("/_dash-layout") == 1  # preloaded, and used
    visit.choose("flow-convicted_by_citizenship")
    assert len(posts(visit)) == 2  # controls -> address -> page


def test_years_are_asked_for_once_the_page_is_there(visit: Visit) -> None:
    visit.open("/en/overview")
    assert len(posts(visit)) == 1
    visit.choose("measure-rate")
    visit.expect_years()
    assert len(posts(visit)) == 4  # the change, and the years of its view


def test_an_address_that_is_not_canonical_is_put_right_without_a_question(visit: Visit) -> None:
    visit.arrive("/en/flows?chart=map&country=ARG&theme=auto")
    visit.expect_address("/en/flows?country=ARG")
    assert posts(visit) == []


def test_what_could_not_be_used_is_still_said_on_the_live_page(visit: Visit) -> None:
    visit.arrive("/en/flows?country=XXX")
    expect(visit.page.locator("#flows-notice")).to_contain_text("XXX")
    visit.expect_address("/en/flows")


def test_back_forward_and_reload_show_the_view_of_the_address(visit: Visit) -> None:
    visit.arrive("/en/flows")
    visit.choose("chart-matrix")
    visit.fold("country").click()
    visit.choose("country-ARG")
    visit.expect_address("/en/flows?country=ARG&chart=matrix")
    visit.page.go_back()
    visit.expect_chosen("chart-matrix")
    visit.expect_address("/en/flows?chart=matrix")
    visit.page.go_back()
    visit.expect_chosen("chart-map")
    visit.page.go_forward()
    visit.expect_chosen("chart-matrix")
    visit.page.reload()
    visit.expect_chosen("chart-matrix")
    visit.expect_address("/en/flows?chart=matrix")


def test_a_year_that_is_turned_while_an_answer_is_on_its_way_wins(visit: Visit) -> None:
    visit.open("/en/overview?year=2019")
    held: list[Route] = []
    visit.page.route(f"**{UPDATE}*", lambda route: held.append(route))
    visit.option("measure-rate").click()
    expect(visit.page.locator("html")).to_have_class(re.compile("is-asking"))
    visit.page.locator('.scale [data-year="2014"]').click()
    visit.page.wait_for_timeout(600)  # longer than a year rests before the address follows
    for route in held:
        route.continue_()
    visit.page.unroute(f"**{UPDATE}*")
    visit.expect_address("/en/overview?year=2014&measure=rate")
    visit.expect_chosen("measure-rate")
    visit.expect_year(2014)


def test_a_year_that_is_turned_before_the_years_have_come_is_asked_for(visit: Visit) -> None:
    visit.arrive("/en/overview?year=2019")
    visit.page.locator('.scale [data-year="2015"]').click()
    visit.expect_address("/en/overview?year=2015")
    visit.expect_year(2015)
    expect(visit.page.locator("h1")).to_contain_text("In 2015")


def test_an_answer_that_fails_leads_to_the_address_itself(visit: Visit) -> None:
    visit.arrive("/en/flows")
    fails = '"id":"asked"'
    visit.page.route(f"**{UPDATE}*", lambda r: r.abort() if fails in (r.request.post_data or "") else r.continue_())
    visit.option("chart-matrix").click()
    visit.expect_address("/en/flows?chart=matrix")
    expect(visit.page.locator("table").first).to_be_visible()
    visit.complaints.clear()  # the browser says that the request failed, as it should
