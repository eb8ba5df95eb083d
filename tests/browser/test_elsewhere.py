"""Pictures and frames in the pages of others: a report that is a file, a sandbox, with and without scripts."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PIL import Image
from playwright.sync_api import FrameLocator, expect
from visit import Visit

FRAME = '<iframe id="{name}" {marks} src="{src}" width="900" height="700" style="display:block"></iframe>'
DEEP = 60  # of 255: the darkest class of the map


def inked(picture: bytes) -> float:
    """The share of a picture that has the colours of the map's upper classes: blue, and dark."""
    pixels = Image.open(io.BytesIO(picture)).convert("RGB").get_flattened_data()
    found = [blue > red + 20 and red < DEEP for red, _, blue in cast("list[tuple[int, int, int]]", list(pixels))]
    return sum(found) / len(found)


def test_a_report_that_is_a_file_shows_pictures_and_frames_whose_years_turn(
    visits: Callable[..., Visit], root: str, tmp_path: Path
) -> None:
    visit = visits(viewport={"width": 920, "height": 2600})
    framed = f"{root}/en/overview?year=2022&embed=1"
    frames = {"plain": "", "scripts": 'sandbox="allow-scripts"', "nothing": "sandbox"}
    parts = [FRAME.format(name=name, marks=marks, src=framed) for name, marks in frames.items()]
    picture = f'<img src="{root}/en/overview.png?year=2022" width="600" height="300" alt="">'
    whole = FRAME.format(name="whole", marks="", src=f"{root}/en/overview")
    report = tmp_path / "report.html"
    report.write_text(f"<!doctype html>{picture}{''.join(parts)}{whole}", encoding="utf-8")
    page = visit.page
    visit.ours.append("file://")
    page.goto(report.as_uri())

    def inside(name: str) -> FrameLocator:
        return page.frame_locator(f"#{name}")

    assert page.locator("img").evaluate("image => image.naturalWidth") == 1280
    for name in ("plain", "scripts"):  # live: the drawn page has gone
        expect(inside(name).locator("#first")).to_have_count(0)
        expect(inside(name).locator(".map .main-svg").first).to_be_visible()
    for name in frames:
        links = inside(name).locator(".frame-years a")
        expect(links).to_have_count(14)
        expect(inside(name).locator(".frame-years [aria-current]")).to_have_text("2022")
        shown = page.locator(f"#{name}").screenshot()
        assert inked(shown) > 0.02, name
        links.filter(has_text="2012").click()
        expect(inside(name).locator("h1")).to_contain_text("2012")
        expect(inside(name).locator(".frame-years [aria-current]")).to_have_text("2012")
        assert page.locator(f"#{name}").screenshot() != shown
    assert page.frame(url=f"{root}/en/overview") is None  # a page that is no frame is not shown
    mine = [each for each in visit.complaints if "sandboxed and the 'allow-scripts'" not in each]
    assert len(mine) == 1
    assert "frame-ancestors 'none'" in mine[0]
    visit.complaints.clear()
