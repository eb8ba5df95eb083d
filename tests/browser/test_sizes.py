"""Projector, laptop and phone; before scripts; on paper; while loading."""

import io
import re
from collections.abc import Callable

import pytest
from PIL import ImageColor
from playwright.sync_api import Browser, expect
from pypdf import PdfReader
from served import in_pieces
from views import BEYOND
from visit import Visit

from components.drawing.colours import tokens
from components.theme import STEPS

pytestmark = pytest.mark.browser
SIZES = {"projector": (1920, 1080), "laptop": (1366, 768), "phone": (390, 844)}
SHIFT = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { sum += e.hadRecentInput ? 0 : e.value; }))
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(sum), 200);
})"""

# The countries, figures and frames of the map below what stands out.
HIDES = """() => {
    const box = document.querySelector(".insights").getBoundingClientRect();
    const below = (each) => {
        const {left, right, top, bottom} = each.getBoundingClientRect();
        return left < right && left < box.right && right > box.left && top < box.bottom && bottom > box.top;
    };
    const drawn = ".map .js-fill, .map .shapelayer path, .map-options [data-code]";
    return [...document.querySelectorAll(drawn)].filter(below).map((each) => each.outerHTML.slice(0, 200));
}"""
SHEETS = {"width": 703, "height": 1032}, {"width": 1032, "height": 703}  # A4 within its margins, upright and lying
# Parts of tables, and drawings, that reach beyond the sheet: what scrolls on a screen is cut on paper.
CUT = """() => [...document.querySelectorAll("#page :is(td, th, .main-svg, dd)")]
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 80))"""
FILLED = re.compile(r"([\d.]+) ([\d.]+) ([\d.]+) rg\b")  # how a PDF sets the colour that fills
# Texts of a plot that lie over another or reach beyond it, and parts of the page of which one lies over another.
OVER = """() => {
    const page = document.getElementById("page");
    const box = (each) => each.getBoundingClientRect();
    const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const name = (each) => each.id || each.textContent.slice(0, 40);
    const below = (one) => (other) => meets(box(one), box(other));
    const pairs = (all) => all.flatMap((one, nth) => all.slice(nth + 1).filter(below(one))
        .map((other) => [name(one), name(other)]));
    const isSeen = (each) => each.checkVisibility() && box(each).width > 0;
    const seen = (selector, root) => [...root.querySelectorAll(selector)].filter(isSeen);
    const plots = seen(".plot .js-plotly-plot", page).filter((plot) => !plot.closest(".map"));
    const texts = plots.map((plot) => seen(".main-svg text", plot).filter((text) => text.textContent.trim()));
    const beyond = texts.flat().filter((text) => box(text).right > box(text.ownerSVGElement).right + 1);
    return [...texts.flatMap(pairs), ...beyond.map(name), ...pairs(seen("main > *", page))];
}"""
PAINTED = """() => [...new Set([...document.querySelectorAll("#page .main-svg *")]
    .filter((each) => each.checkVisibility())
    .flatMap((each) => [getComputedStyle(each).fill, getComputedStyle(each).stroke]))]"""
ON_PAPER = (
    "overview?chart=series", "flows", "flows?chart=matrix", "cooperation?chart=instruments", "justice?chart=who",
    "compare?countries=ARG,BRA,MEX",
)  # fmt: skip
# Ink, soft, line, bar and the darkest step of the dark scheme.
DARK = {"rgb(238, 240, 242)", "rgb(164, 173, 184)", "rgb(44, 52, 64)", "rgb(98, 165, 180)", "rgb(34, 56, 74)"}


def _visit(visits: Callable[..., Visit], size: str, **options: object) -> Visit:
    width, height = SIZES[size]
    return visits(viewport={"width": width, "height": height}, **options)


def test_the_scale_of_years_is_in_sight_on_a_projector(visits: Callable[..., Visit]) -> None:
    visit = _visit(visits, "projector")
    for language in ("es", "pt", "en"):
        visit.open(f"/{language}/overview")
        box = visit.page.locator(".scale").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 1080


@pytest.mark.parametrize("size", ["projector", "laptop"])
def test_what_stands_out_keeps_clear_of_map_and_legend(visits: Callable[..., Visit], size: str) -> None:
    visit = _visit(visits, size)
    for language, year in (("pt", 2013), ("es", 2018), ("en", 2021)):
        visit.open(f"/{language}/overview?indicator=persons_convicted&year={year}")
        visit.still()
        said, legend, picture = (
            visit.page.locator(name).bounding_box() for name in (".insights", ".legend", ".picture")
        )
        assert said
        assert legend
        assert picture
        assert said["height"] > 60
        paraguay, years = (
            visit.page.locator(name).bounding_box() for name in (".traceshape-PRY .js-fill", ".years-of-scale")
        )
        assert paraguay
        assert years
        assert max(box["y"] + box["height"] for box in (paraguay, years)) <= SIZES[size][1]  # the first screen has both
        assert picture["y"] < said["y"]
        assert said["y"] + said["height"] <= legend["y"]
        assert visit.page.evaluate(HIDES) == []


@pytest.mark.parametrize("size", SIZES)
def test_loading_does_not_make_the_page_jump(visits: Callable[..., Visit], size: str) -> None:
    visit = _visit(visits, size)
    visit.open("/es/overview")
    visit.still()
    assert visit.page.evaluate(SHIFT) < 0.05
    assert visit.page.locator(".map-options [role=option]:not(.is-cut)").count() > 15  # figures, on a phone too


@pytest.mark.parametrize("size", SIZES)
def test_a_document_that_comes_in_pieces_does_not_jump(browser: Browser, root: str, size: str) -> None:
    width, height = SIZES[size]
    with in_pieces(root) as line, browser.new_context(viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        page.goto(line + "/es/overview")
        expect(page.locator("#first")).to_have_count(0)
        assert page.evaluate(SHIFT) < 0.05


def test_before_scripts_the_page_is_drawn_and_its_controls_are_links(visits: Callable[..., Visit]) -> None:
    visit = visits(java_script_enabled=False)
    visit.page.goto(f"{visit.root}/pt/overview?year=2021")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("2021")
    expect(visit.page.locator("svg.drawn [data-trace^='shape-'] path")).to_have_count(22)
    expect(visit.page.locator(".rank tbody tr")).to_have_count(22)
    visit.page.get_by_role("link", name="Condenados").click()
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("condenadas")
    visit.expect_address("/pt/overview?indicator=persons_convicted&year=2021")


def test_on_paper_only_what_says_something_is_left_in_light(visits: Callable[..., Visit]) -> None:
    visit = visits(color_scheme="dark")
    visit.open("/es/overview?theme=dark")
    pdf = PdfReader(io.BytesIO(visit.page.pdf(format="A4", landscape=True, print_background=True)))
    assert len(pdf.pages) <= 2
    commands = "".join(page.get_contents().get_data().decode("latin-1") for page in pdf.pages)
    fills = {tuple(round(255 * float(part)) for part in found) for found in FILLED.findall(commands)}
    lights, darks = ({ImageColor.getrgb(pair[nth]) for pair in tokens().values()} for nth in (0, 1))
    assert {ImageColor.getrgb(step) for step in STEPS[1:]} <= fills
    assert not (darks - lights) & fills
    visit.page.emulate_media(media="print")
    for gone in (".controls", ".tabs", ".turns", ".themes"):
        expect(visit.page.locator(gone)).to_be_hidden()
    for kept in ("h1", ".map .main-svg", ".rank", ".scale", ".sources", ".address"):
        expect(visit.page.locator(kept).first).to_be_visible()


def test_the_theme_recolours_page_and_plot(visit: Visit) -> None:
    visit.open("/en/overview?chart=series")
    name = visit.page.locator(".graph .annotation text").first
    before = name.evaluate("text => getComputedStyle(text).fill")
    visit.choose("theme-dark")
    expect(visit.page.locator("html")).to_have_attribute("data-theme", "dark")
    visit.still()
    assert name.evaluate("text => getComputedStyle(text).fill") != before
    assert visit.page.locator(".graph .annotation b, .graph .annotation tspan").count() >= 22


@pytest.mark.parametrize("view", ON_PAPER)
def test_a_sheet_of_paper_is_light_and_cuts_nothing(visits: Callable[..., Visit], view: str) -> None:
    visit = visits()
    visit.arrive(f"/es/{view}{'&' if '?' in view else '?'}theme=dark")
    is_drawn = visit.page.locator("#page .main-svg:visible").count() > 0
    assert bool(DARK & set(visit.page.evaluate(PAINTED))) == is_drawn
    visit.page.emulate_media(media="print")
    for sheet in SHEETS:
        visit.page.set_viewport_size(sheet)
        visit.settle()
        assert visit.page.evaluate(BEYOND) == []
        assert visit.page.evaluate(CUT) == []
        assert visit.page.evaluate(OVER) == []
    assert not DARK & set(visit.page.evaluate(PAINTED))
    visit.page.emulate_media(media="screen")
    visit.settle()
    assert bool(DARK & set(visit.page.evaluate(PAINTED))) == is_drawn


def test_a_tablet_has_the_whole_map_on_its_first_screen_and_the_ranking_beside_it(visits: Callable[..., Visit]) -> None:
    visit = visits(viewport={"width": 1024, "height": 768})
    visit.open("/es/overview")
    visit.still()
    ranked, figure = (visit.page.locator(name).bounding_box() for name in (".rank", ".map .plot"))
    assert ranked
    assert figure
    assert figure["x"] + figure["width"] <= ranked["x"]
    assert ranked["x"] + ranked["width"] <= 1024
    assert figure["y"] + figure["height"] <= 768


def test_the_map_of_flows_fills_its_column(visits: Callable[..., Visit]) -> None:
    """What is drawn takes most of its room, beside the largest flows."""
    visit = visits(viewport={"width": 1024, "height": 768})
    visit.arrive("/pt/flows")
    for width in (1024, 1366, 1920):
        visit.page.set_viewport_size({"width": width, "height": 768 if width < 1920 else 1080})
        visit.settle()
        drawn = visit.page.evaluate(
            """() => { const {xaxis, width} = document.querySelector("#flows-map .js-plotly-plot")._fullLayout;
                return xaxis._length / width; }"""
        )
        beside = visit.page.locator("#flows-largest-place").bounding_box()
        figure = visit.page.locator("#flows-map").bounding_box()
        assert drawn > 0.7, width
        assert beside
        assert figure
        assert figure["x"] + figure["width"] <= beside["x"], width


@pytest.mark.parametrize("view", ["flows?chart=matrix", "cooperation", "cooperation?chart=instruments"])
def test_a_tablet_has_all_countries_of_a_matrix_without_going_sideways(visits: Callable[..., Visit], view: str) -> None:
    visit = visits(viewport={"width": 1024, "height": 768})
    visit.arrive(f"/es/{view}")
    last = visit.page.locator("#page .matrix thead th").last.bounding_box()
    assert last
    assert last["x"] + last["width"] <= 1024

    visit.page.set_viewport_size({"width": 390, "height": 844})
    table = visit.page.locator("#page .scroll:has(.matrix)").first
    expect(table).to_have_attribute("data-more", "right")
    expect(table).to_have_accessible_description(re.compile("Sigue hacia los lados"))
    table.evaluate("box => { box.scrollLeft = 40; }")
    expect(table).to_have_attribute("data-more", "left right")
    table.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    expect(table).to_have_attribute("data-more", "left")
