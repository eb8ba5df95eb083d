"""An analyst goes from the whole table to the rows she needs, and takes exactly these away."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
ORDERED = "/api/v1/answer.csv?page=data&table=flows&where=country:BOL;year:2020-2023&order=-high"

QUICK = """() => ["ARG", "BOL"].forEach((code) =>
    document.querySelector(`input[id$='{"control":"where.country"}_input_${code}']`).click())"""
TYPED = """input[id*='"where.year"']"""


def column(visit: Visit, place: int) -> list[str]:
    return visit.page.locator(f".grid tbody tr > :nth-child({place})").all_inner_texts()


def test_from_the_whole_table_to_a_file_of_the_rows_that_are_needed(visits: Callable[..., Visit]) -> None:
    visit = visits()
    page = visit.page
    visit.arrive("/en/overview")
    page.locator(".pages").get_by_role("link", name="Data").click()
    visit.arrive("/en/data")
    visit.choose("table-flows")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Flows between countries")

    visit.fold("where.country").click()
    visit.choose("where.country-BOL")
    visit.expect_address("/en/data?table=flows&where=country:BOL")
    expect(visit.fold("where.country")).to_contain_text("BOL")
    page.keyboard.press("Escape")
    visit.fold("where.year").focus()
    page.keyboard.press("Enter")
    page.locator(TYPED).fill("2020-2023")
    page.keyboard.press("Enter")
    visit.expect_address("/en/data?table=flows&where=country:BOL;year:2020-2023")
    visit.expect_answered()
    assert set(column(visit, 1)) == {"Bolivia"}
    assert set(column(visit, 2)) <= {"2020", "2021", "2022", "2023"}

    asked = page.request.get(f"{visit.root}/api/v1/flows.csv?country=BOL&year=2020-2023").body()
    with page.expect_download() as taken:
        page.locator(".formats-of a", has_text=re.compile("^CSV$")).click()
    assert taken.value.path().read_bytes() == asked
    with page.expect_download() as taken:
        page.locator(".take a[href*='.csv']").first.click()
    assert taken.value.path().read_bytes() == BOM_UTF8 + asked

    page.locator('[data-key="rows-order-high"]').click()
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("Upper bound")
    page.locator('[data-key="rows-order-high"]').click()
    expect(page.locator('th[aria-sort="descending"]')).to_contain_text("Upper bound")
    shown = [int(text.replace(",", "")) for text in column(visit, 8)]
    assert shown == sorted(shown, reverse=True)
    expect(page.locator(".at code")).to_have_text(visit.root + ORDERED)
    with page.expect_download() as taken:
        page.locator(".formats-of a", has_text=re.compile("^CSV$")).click()
    body = taken.value.path().read_bytes()
    assert body == page.request.get(visit.root + ORDERED).body()
    assert sorted(body.splitlines()) == sorted(asked.splitlines())

    page.go_back()
    page.go_back()
    visit.expect_address("/en/data?table=flows&where=country:BOL;year:2020-2023")
    page.locator('[data-key="chip-all"]').click()
    visit.expect_address("/en/data?table=flows")
    page.locator('[data-key="start-next"]').click()
    expect(page.locator(".pager b")).to_contain_text("101")


def test_two_quick_choices_count_and_come_back_with_the_address(visit: Visit) -> None:
    page = visit.page
    posts: list[str] = []
    page.on("request", lambda asked: posts.append(asked.url) if asked.method == "POST" else None)
    visit.arrive("/en/data?start=101")
    assert posts == []
    visit.fold("where.country").click()
    page.evaluate(QUICK)
    visit.expect_address("/en/data?where=country:ARG,BOL")
    visit.expect_answered()
    expect(page.locator(".fold-column[open] :checked")).to_have_count(2)
    expect(visit.fold("where.country")).to_contain_text("ARG, BOL")
    page.reload()
    visit.expect_address("/en/data?where=country:ARG,BOL")
    visit.fold("where.year").click()
    before = len(posts)
    page.locator(TYPED).fill("2020")
    page.keyboard.press("Enter")
    visit.expect_address("/en/data?where=country:ARG,BOL;year:2020")
    visit.expect_answered()
    assert len(posts) == before + 2  # one for the address, one for the page
    page.go_back()
    visit.expect_address("/en/data?where=country:ARG,BOL")
    expect(page.locator(TYPED)).to_have_value("")
    page.go_forward()
    expect(page.locator(TYPED)).to_have_value("2020")


def test_before_scripts_filters_orders_and_pages_work(visits: Callable[..., Visit]) -> None:
    visit = visits(java_script_enabled=False)
    page = visit.page
    page.goto(f"{visit.root}/pt/data?table=population&where=area:ARG")
    expect(page.locator(".grid tbody tr")).to_have_count(100)
    page.locator('[data-key="start-next"]').click()
    expect(page.locator(".pager b")).to_contain_text("101")
    page.locator('[data-key="rows-order-persons"]').click()
    expect(page.locator('th[aria-sort="ascending"]')).to_contain_text("Habitantes")
    visit.fold("where.year").click()
    page.locator('form input[name="year"]').fill("2019-2020")
    page.keyboard.press("Enter")
    expect(page.locator(".in-force")).to_contain_text("2019-2020")
    assert set(column(visit, 2)) == {"2019", "2020"}
    expect(page.locator(".copy").first).to_be_hidden()


def test_an_address_is_copied(visits: Callable[..., Visit]) -> None:
    visit = visits(permissions=["clipboard-read", "clipboard-write"])
    visit.arrive("/es/data?country=ARG")
    visit.page.locator(".at .copy").click()
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{visit.root}/api/v1/observations.csv?country=ARG"


def test_heads_and_first_column_stay_in_sight(visit: Visit) -> None:
    visit.arrive("/en/data")
    region = visit.page.locator(".rows-and-pages .scroll")
    region.focus()
    visit.page.keyboard.press("End")
    region.evaluate("node => { node.scrollLeft = 300; node.scrollTop = 900; }")
    box, head = region.bounding_box(), visit.page.locator(".grid thead th").first.bounding_box()
    assert box
    assert head
    assert (round(head["x"] - box["x"]), abs(round(head["y"] - box["y"])) <= 1) == (0, True)


def test_a_head_that_orders_stays_where_it_was_pressed(visit: Visit) -> None:
    visit.arrive("/en/data")
    region = visit.page.locator(".rows-and-pages .scroll")
    last = visit.page.locator(".grid thead a").last
    last.scroll_into_view_if_needed()
    before = region.evaluate("node => node.scrollLeft")
    assert before > 0
    last.click()
    expect(visit.page.locator("th[aria-sort]")).to_have_count(1)
    assert region.evaluate("node => node.scrollLeft") == before
    expect(last).to_be_focused()


def test_on_paper_every_row_of_the_page_and_no_control(visit: Visit) -> None:
    visit.arrive("/en/data?country=BOL")
    visit.page.emulate_media(media="print")
    for gone in (".controls", ".by-columns", ".pager a", ".copy"):
        expect(visit.page.locator(gone).first).to_be_hidden()
    region = visit.page.locator(".rows-and-pages .scroll")
    expect(region).to_have_css("overflow", "visible")
    last = region.locator("tbody tr").last.evaluate("row => row.getBoundingClientRect().bottom")
    assert last <= region.evaluate("node => node.getBoundingClientRect().bottom") + 1
