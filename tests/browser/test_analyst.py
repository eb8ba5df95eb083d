"""An analyst goes from a picture to its rows as a workbook, and to the description of the API, in her own language."""

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from visit import Visit

pytestmark = pytest.mark.browser
DOCS = "/api/v1/docs?labels=pt"


def test_what_is_shown_is_taken_as_a_workbook(visits: Callable[..., Visit]) -> None:
    visit = visits()
    visit.open("/pt/overview?indicator=persons_convicted&countries=ESP&years=2021-2022")
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("link", name="Excel (XLSX)").click()
    assert taken.value.suggested_filename == "atalaya-answer-overview.xlsx"
    book = load_workbook(io.BytesIO(taken.value.path().read_bytes()))
    assert book.sheetnames[:2] == ["Capa", "answer-overview"]
    heads, *rows = book["answer-overview"].iter_rows(values_only=True)
    assert [(row[heads.index("year")], row[heads.index("country_label")]) for row in rows] == [
        (2021, "Espanha"),
        (2022, "Espanha"),
    ]
    figures = [(row[heads.index("status")], row[heads.index("low")]) for row in rows]
    assert figures == [("not_reported", None)] * 2  # an empty cell, never a zero


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_the_page_on_the_api_is_read_without_a_pointer(visits: Callable[..., Visit], scheme: str, width: int) -> None:
    visit = visits(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = visit.page
    page.goto(visit.root + DOCS)
    expect(page.get_by_role("heading", level=1)).to_have_text("API da Atalaya")
    fold = page.locator("section", has=page.locator("#flows")).locator("summary")
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.locator("section", has=page.locator("#flows")).locator("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.violations() == []
