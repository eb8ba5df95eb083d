"""Years are turned in the browser: every part follows, no request is made, and the address comes after."""

import csv
import io
from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from visit import Visit

pytestmark = pytest.mark.browser

QUESTION = "indicator=persons_convicted&year=2021"  # a year with exact, suppressed, zero and missing figures


@pytest.fixture
def live(visit: Visit) -> Visit:
    """A visit whose first page has asked for all it needs."""
    visit.open("/en/overview?indicator=persons_convicted&year=2019")
    visit.page.wait_for_load_state("networkidle")
    visit.asked.clear()
    return visit


def _at(slider: Locator, year: int) -> tuple[float, float]:
    """Where the thumb of the range input is at a year; its middle stays half its width (8 px) inside."""
    box = slider.bounding_box()
    assert box is not None
    first, last = (int(slider.get_attribute(end) or "") for end in ("min", "max"))
    return box["x"] + 8 + (box["width"] - 16) * (year - first) / (last - first), box["y"] + box["height"] / 2


def test_dragging_the_slider_turns_every_part_without_a_request(live: Visit) -> None:
    slider, mouse = live.page.locator("#overview-year"), live.page.mouse
    slider.scroll_into_view_if_needed()  # it may begin below the window, where no mouse is
    before = live.still()
    mouse.move(*_at(slider, 2019))
    mouse.down()
    mouse.move(*_at(slider, 2016), steps=4)
    live.expect_year(2016)
    mouse.move(*_at(slider, 2012), steps=4)
    mouse.up()
    live.expect_year(2012)
    live.expect_address("/en/overview?indicator=persons_convicted&year=2012")
    expect(slider).to_have_attribute("aria-valuetext", "2012: 20 of 22 report")
    turned = live.still()
    assert live.asked == []
    for part in ("headline", "cards", "rank", "flags"):
        assert turned["texts"][part] != before["texts"][part], part
    assert turned["title"] == before["title"].replace("2019", "2012")
    assert sum(look != before["map"][code] for code, look in turned["map"].items()) == 22
    assert len({look.split()[0] for look, _, _ in turned["map"].values()}) > 3

    live.page.reload()
    live.expect_live()
    live.expect_seen(turned)


def test_buttons_keys_and_bars_turn_the_year_without_a_request(live: Visit) -> None:
    page, slider = live.page, live.page.locator("#overview-year")
    page.get_by_role("button", name="Previous year").click()
    live.expect_year(2018)
    page.get_by_role("button", name="Next year").click()
    live.expect_year(2019)
    slider.focus()
    page.keyboard.press("ArrowRight")
    live.expect_year(2020)
    page.keyboard.press("Home")
    live.expect_year(2010)
    page.get_by_role("button", name="Previous year").click()
    live.expect_year(2010)  # the first year stays
    page.locator('.scale [data-year="2015"]').click()
    live.expect_year(2015)
    live.expect_address("/en/overview?indicator=persons_convicted&year=2015")
    assert live.asked == []


def test_playing_walks_the_years_round_and_is_one_step_in_the_history(live: Visit) -> None:
    page = live.page
    page.locator('.scale [data-year="2022"]').click()
    live.expect_address("/en/overview?indicator=persons_convicted&year=2022")
    play = page.get_by_role("button", name="Play the years")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    live.expect_year(2023)
    live.expect_year(2010)
    live.expect_address("/en/overview?indicator=persons_convicted&year=2010")
    live.expect_year(2011)
    play.click()
    expect(play).to_have_attribute("aria-pressed", "false")
    stopped = live.still()
    live.expect_address(f"/en/overview?indicator=persons_convicted&year={stopped['year']}")
    page.go_back()
    live.expect_year(2022)
    page.go_back()
    live.expect_year(2019)
    page.go_forward()
    live.expect_year(2022)
    assert live.asked == []


def test_links_carry_the_year_that_is_shown(live: Visit) -> None:
    live.page.locator('.scale [data-year="2014"]').click()
    live.expect_address("/en/overview?indicator=persons_convicted&year=2014")
    hrefs = live.page.locator("#page a[data-turn], #page a[data-view]").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert len(hrefs) == 19  # languages, places, releases, files, citations
    assert [href for href in hrefs if "year=2014" not in href] == []
    live.choose("indicator-victims_detected")
    live.expect_year(2014)
    live.expect_address("/en/overview?year=2014")
    live.page.locator(".cite summary").click()
    expect(live.page.locator(".cite .address")).to_have_text(f"{live.root}/en/overview?year=2014&release=2025-10-28")


def test_a_choice_made_before_the_address_has_followed_keeps_the_year(live: Visit) -> None:
    clicks = """keys => keys.forEach(key => document.querySelector(key).click())"""
    live.page.evaluate(clicks, ['.scale [data-year="2013"]', "input[name=measure][value=rate]"])
    live.expect_chosen("measure-rate")
    live.expect_year(2013)
    live.page.wait_for_timeout(500)  # longer than the address waits
    live.expect_address("/en/overview?indicator=persons_convicted&year=2013&measure=rate")
    live.page.evaluate("""() => { document.querySelector('.scale [data-year="2011"]').click(); history.back(); }""")
    live.expect_address("/en/overview?indicator=persons_convicted&year=2013")
    live.page.wait_for_timeout(500)
    live.expect_address("/en/overview?indicator=persons_convicted&year=2013")
    live.expect_chosen("measure-count")


def test_map_tip_ranking_table_file_and_api_say_the_same_of_all_22(live: Visit) -> None:
    page = live.page
    live.open(f"/en/overview?{QUESTION}")
    published = page.request.get(
        f"{live.root}/api/v1/observations.json?{QUESTION}&sex=total&age=total&exploitation=total&crime=trafficking"
    ).json()
    labels = {code: label.split(". ")[1] for code, (_, label, _) in live.seen()["map"].items()}
    said = dict.fromkeys(labels, "[x]") | {row["country"]: _printed(row) for row in published}
    assert len(said) == 22
    assert {"<5", "0", "[x]"} < set(said.values())  # the question meets every state

    for code, figure in said.items():
        assert labels[code].startswith("not reported" if figure == "[x]" else f"{figure} person"), code
    for code in ("GTM", "CHL", "BRA"):
        page.mouse.move(*live.point_at(code))
        expect(page.locator(".tip")).to_contain_text(labels[code])

    figures = "rows => rows.map(row => [row.dataset.code, row.querySelector('.figure').firstElementChild?.title "
    figures += "&& row.querySelector('.figure [title]:not(.flag)')?.innerText "
    figures += "|| row.querySelector('.figure').firstChild.textContent])"
    assert dict(page.locator(".rank tbody tr").evaluate_all(figures)) == said

    with page.expect_download() as taken:
        page.locator(".take a[href*='.csv']").first.click()
    assert taken.value.suggested_filename == "atalaya-persons_convicted-2021.csv"
    rows = list(csv.DictReader(io.StringIO(taken.value.path().read_text("utf-8-sig"))))
    assert {row["country"]: _printed(row) for row in rows if row["year"] == "2021"} == said

    live.choose("chart-table")
    names = {row["country_label"]: row["country"] for row in rows}
    cells = "rows => rows.map(row => [row.cells[0].innerText, row.cells[1].innerText])"
    twin = page.locator("table.by-country tbody tr").evaluate_all(cells)
    assert {names[name]: figure for name, figure in twin} == said

    low, high = (sum(row[bound] for row in published) for bound in ("low", "high"))
    expect(page.locator("h1")).to_contain_text(f"{low}–{high} persons convicted")
    expect(page.locator(".cards dd").first).to_have_text(f"{low}–{high}")


def _printed(row: dict[str, Any]) -> str:
    """How a row of the API or the file is to be printed in English."""
    if row["status"] == "not_reported":
        return "[x]"
    low, high = (int(row[bound]) for bound in ("low", "high"))
    if row["status"] == "suppressed":
        return f"<{high + 1}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
