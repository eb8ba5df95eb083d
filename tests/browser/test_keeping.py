"""What a reader has chosen stays while something else is chosen, and no quick step is lost: the year on screen, the
first of two clicks, the choice that a link is followed after."""

import pytest
from playwright.sync_api import Route, expect
from visit import Visit

pytestmark = pytest.mark.browser


class Silence:
    """Everything the server is asked by callbacks waits, until the test ends it."""

    def __init__(self, visit: Visit) -> None:
        self.waiting: list[Route] = []
        self.is_over = False
        self.visit = visit
        visit.page.route("**/_dash-update-component*", self._hold)

    def _hold(self, route: Route) -> None:
        if self.is_over:
            route.fallback()
        else:
            self.waiting.append(route)

    def end(self, after: int) -> None:
        """Let all through once so many wait."""
        self.visit.wait_until(lambda: len(self.waiting) == after)
        assert len(self.waiting) == after
        self.is_over = True
        for route in self.waiting:
            route.fallback()


def test_the_year_on_screen_stays_whatever_else_is_chosen(visit: Visit) -> None:
    visit.open("/es/overview")
    year = visit.seen()["year"]
    visit.click_country("CHL")  # which has figures of a later year than most
    visit.expect_chosen("countries-CHL")
    visit.expect_year(int(year))
    visit.choose("indicator-persons_convicted")  # of which an earlier year is covered best
    visit.expect_year(int(year))
    visit.fold("panel").click()
    visit.choose("panel-constant")
    visit.expect_year(int(year))
    visit.expect_address(f"/es/overview?indicator=persons_convicted&year={year}&countries=CHL&panel=constant")


def test_no_step_is_lost_while_the_server_is_silent(visit: Visit) -> None:
    """Two countries on the map, a control, and then a link of the page as it was before them."""
    visit.open("/en/overview")
    silence = Silence(visit)
    visit.click_country("BOL")
    visit.click_country("PER")
    visit.option("measure-rate").click()
    visit.page.locator(".languages > [lang=pt]").click()
    visit.expect_address("/en/overview")  # nothing is left before it is answered
    silence.end(after=3)
    visit.expect_address("/pt/overview?countries=BOL,PER&measure=rate")
    visit.expect_live()


def test_the_same_link_twice_and_a_choice_with_a_link(visit: Visit) -> None:
    visit.arrive("/en/data?where=country:ARG")
    ahead = visit.page.locator("a[data-key='start-next']").first
    silence = Silence(visit)
    ahead.click()
    ahead.click()
    silence.end(after=1)
    visit.expect_address("/en/data?where=country:ARG&start=201")
    visit.expect_answered()
    silence = Silence(visit)
    visit.option("table-flows").click()
    with visit.page.expect_download() as taken:
        visit.page.locator("a[href*='.csv']").first.click()
        silence.end(after=1)
    assert "/flows.csv?country=ARG" in taken.value.url  # the file of what was chosen, not of what stood there
    expect(visit.option("table-flows")).to_be_checked()
