"""An analyst meets a number, asks where it comes from, takes the citation away, and shows the picture elsewhere."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
ELSEWHERE = """<!doctype html><link rel="icon" href="data:,"><title>Elsewhere</title>
<iframe src="{}" title="x" width="800" height="640"></iframe>"""
PICTURES = {
    "map": (".map-options [data-code]", 22),
    "series": (".graph .annotation", 44),
    "rank": (".rank tbody tr", 22),
}


@contextmanager
def site(document: str) -> Iterator[str]:
    """Another site, on a port of its own, which answers every address with one document."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(document.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_from_a_number_to_where_it_comes_from(visit: Visit) -> None:
    visit.open("/en/overview?chart=table&year=2021&theme=dark")
    page = visit.page
    number = page.locator('#overview-by-country a.to-figure[href*="country=PER"]').first
    printed = number.inner_text()
    number.focus()
    page.keyboard.press("Enter")
    visit.expect_address("/en/figure?country=PER&year=2021&theme=dark")
    expect(page.locator("#first")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Peru, 2021: {printed} detected")
    expect(page.locator(".printed")).to_have_text(f"{printed} persons")
    page.locator(".years-of-figure").get_by_role("link", name="2019", exact=True).click()
    visit.expect_address("/en/figure?country=PER&year=2019&theme=dark")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Peru, 2019")
    visit.fold("sex").click()
    visit.choose("sex-female")
    expect(page.locator(".references")).to_contain_text(f"{visit.root}/en/figure?country=PER&year=2019&sex=female")
    page.locator('summary[data-key="cite-bib"]').click()
    expect(page.locator("pre").first).to_contain_text(f"url = {{{visit.root}/en/figure?country=PER&year=2019")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download BibTeX").click()
    assert taken.value.suggested_filename.endswith(".bib")
    assert "Peru, 2019" in taken.value.path().read_text(encoding="utf-8")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Peru, 2019")


def test_a_number_of_the_ranking_leads_on_and_the_rest_of_its_row_chooses(visit: Visit) -> None:
    visit.open("/es/overview?year=2022")
    row = visit.page.locator('.rank tr[data-code="PER"]')
    row.locator(".country").click()
    visit.expect_address("/es/overview?year=2022&countries=PER")
    expect(visit.page.locator(".to-passport a")).to_have_attribute("href", "/es/figure?country=PER&year=2022")
    row.locator(".figure a").click()
    visit.expect_address("/es/figure?country=PER&year=2022")


def test_one_country_on_the_map_is_one_step_from_its_figure(visit: Visit) -> None:
    visit.open("/pt/overview?countries=BOL&year=2021")
    visit.page.locator("#overview-previous").click()
    visit.expect_year(2020)
    visit.page.get_by_role("link", name="Sobre este número").click()
    visit.expect_address("/pt/figure?country=BOL&year=2020")


@pytest.mark.parametrize("chart", PICTURES)
def test_a_picture_stands_in_another_site(visit: Visit, chart: str) -> None:
    address = f"/en/overview?year=2021&chart={chart}" if chart != "map" else "/en/overview?year=2021"
    visit.open(address)
    visit.page.locator('summary[data-key="cite"]').click()
    snippet = visit.page.locator(".snippet").inner_text()
    found = re.search(r'src="([^"]+)"', snippet)
    assert found
    lasting = f"{visit.root}{address}&release=2025-10-28"
    assert found[1] == f"{lasting}&embed=1"
    with site(ELSEWHERE.format(found[1].replace("&", "&amp;"))) as other:
        visit.ours.append(other)
        visit.page.goto(other)
    frame = visit.page.frame_locator("iframe")
    expect(frame.locator("h1")).to_contain_text("In 2021")
    expect(frame.locator("#first")).to_have_count(0)
    picture, n = PICTURES[chart]
    expect(frame.locator(picture)).to_have_count(n)
    expect(frame.locator(".controls, .tabs, .pages")).to_have_count(0)
    with visit.page.expect_popup() as opened:
        frame.locator(".full").click()
    assert opened.value.url == lasting
