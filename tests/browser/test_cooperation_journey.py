"""Who asks whom, who needs whom: journeys through flows, published requests and the gap, on the real data."""

import csv
from io import StringIO

import pytest
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
# What each arrow of the map says of itself, the widest first, and the point of the window at its middle.
ARROWS = """() => {
    const plot = document.querySelector("#flows-map .js-plotly-plot");
    const {xaxis, yaxis} = plot._fullLayout;
    const box = plot.getBoundingClientRect();
    const middle = (axis, ring) => {
        const half = (ring.length - 3) / 4; // there along one side and back along the other, closed
        return axis._offset + axis.l2p((ring[half] + ring[ring.length - 2 - half]) / 2);
    };
    const parts = plot.data.filter(({hovertext}) => hovertext?.includes("→") && !hovertext.includes("\\n"));
    const seen = new Map();
    parts.forEach(({x, y, hovertext}) => {
        if (!seen.has(hovertext)) seen.set(hovertext, [box.left + middle(xaxis, x), box.top + middle(yaxis, y)]);
    });
    return [...seen];
}"""


def _file(visit: Visit) -> list[dict[str, str]]:
    """The rows of the file that is offered beside what is shown."""
    with visit.page.expect_download() as taken:
        visit.page.locator(".take a[href*='.csv']").first.click()
    return list(csv.DictReader(StringIO(taken.value.path().read_text(encoding="utf-8-sig"))))


def test_flows_from_the_map_to_one_country_and_its_file(visit: Visit) -> None:
    page = visit.page
    visit.arrive("/es/flows")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("entre los 22 se contaron")
    expect(page.locator("#flows-map .main-svg").first).to_be_visible()
    arrows = page.evaluate(ARROWS)
    assert len(arrows) == 40
    widest, middle = arrows[0]
    page.mouse.move(*middle)
    expect(page.locator(".map .tip")).to_have_text(widest)

    visit.choose("chart-matrix")
    first = page.locator(".matrix tbody tr").first.locator("th")
    expect(first).to_have_text("Andorra")
    visit.fold("sort").click()
    visit.choose("sort-size")
    expect(first).to_have_text("Bolivia")
    visit.expect_address("/es/flows?sort=size&chart=matrix")
    page.go_back()
    expect(first).to_have_text("Andorra")

    visit.choose("chart-country")
    visit.fold("country").click()
    visit.choose("country-COL")
    expect(heading).to_contain_text("Colombia")
    expect(page.locator(".facing .caption").first).to_contain_text("Colombia")
    rows = _file(visit)
    assert rows
    assert all("COL" in (row["country"], row["partner"]) for row in rows)
    assert {row["status"] for row in rows} <= {"exact", "suppressed", "range"}
    assert all(int(row["low"]) <= int(row["high"]) for row in rows)


def test_requests_from_what_is_published_to_one_country(visit: Visit) -> None:
    page = visit.page
    visit.arrive("/pt/cooperation?chart=requests")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("de 15 de 22 países")
    assert page.locator(".matrix tbody tr").count() == 22
    expect(visit.country("AND")).to_have_attribute("aria-label", "Andorra. nada publicado")

    visit.click_country("BRA")
    visit.expect_chosen("country-BRA")
    visit.fold("kind").click()
    visit.choose("kind-requests")
    visit.expect_address("/pt/cooperation?country=BRA&kind=requests&chart=requests")
    rows = _file(visit)
    assert {row["kind"] for row in rows} == {"requests"}
    assert all("BRA" in row["country"] + row["partner"] for row in rows)
    assert page.locator(".statements tbody tr").count() == len(rows)
    assert "all_crimes" not in {row["crime_scope"] for row in rows}

    visit.fold("scope").click()
    visit.choose("scope-all_crimes")
    assert {row["crime_scope"] for row in _file(visit)} <= {"all_crimes"}


def test_a_selection_without_figures_is_one_line(visit: Visit) -> None:
    visit.arrive("/en/cooperation?country=AND&chart=requests")
    told = visit.page.locator("#cooperation-statements")
    expect(told).to_have_text("There are no published figures for this selection.")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("No published figure")


def test_the_gap_from_the_region_to_whom_one_country_needs(visit: Visit) -> None:
    page = visit.page
    visit.arrive("/en/cooperation")
    expect(page.get_by_role("heading", level=1)).to_contain_text("without direct means on record")
    framed = page.locator(".matrix .is-gap").count()
    assert framed > 0
    visit.fold("country").click()
    visit.choose("country-ESP")
    expect(page.locator(".gap-list caption")).to_contain_text("Spain")
    rows = _file(visit)
    assert len(rows) == 21
    assert all("ESP" in (row["country"], row["partner"]) for row in rows)
    assert page.locator(".matrix .is-gap").count() == framed  # the matrix stays whole
