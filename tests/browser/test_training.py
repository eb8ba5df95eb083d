"""A contact point practises on the training registry: every view is full, and none can be taken for a real one."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect
from served import served
from views import check_view
from visit import Visit

from data.dataset import CURATED
from data.registry import training

pytestmark = pytest.mark.browser
REGISTRY = "/cooperation?chart=registry"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the training data."""
    folder = tmp_path_factory.mktemp("training") / "data"
    training.write(CURATED, folder)
    with served(ATALAYA_DATA=str(folder)) as address:
        yield address


def _expect_stamped(visit: Visit) -> None:
    """The band is in sight wherever one has scrolled to, and the title begins with the word."""
    visit.page.mouse.wheel(0, 5_000)
    expect(visit.page.locator("aside.synthetic")).to_be_in_viewport(ratio=1)
    assert visit.page.title().startswith("SYNTHETIC · ")


def test_from_the_region_to_one_pair_and_its_file(visits: Callable[..., Visit]) -> None:
    visit = visits()
    page = visit.page
    visit.arrive(f"/es{REGISTRY}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("según el registro de 22 de 22 países")
    expect(page.locator(".registry-map .map-options [data-code]")).to_have_count(22)

    visit.click_country("CHL")
    visit.expect_chosen("country-CHL")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Chile registró")
    visit.fold("partner").click()
    visit.choose("partner-PRY")
    visit.expect_address(f"/es{REGISTRY.replace('?', '?country=CHL&partner=PRY&')}")
    expect(page.locator("caption", has_text="Las dos versiones, fila a fila: Chile → Paraguay")).to_be_visible()
    _expect_stamped(visit)

    visit.fold("years").click()
    visit.choose_year("first", 2024)
    expect(page.get_by_role("heading", level=1)).to_contain_text("2024: Chile registró")

    with page.expect_download() as taken:
        page.locator(".take a[href*='.csv']").first.click()
    assert taken.value.suggested_filename.startswith("SYNTHETIC-atalaya-")
    assert ",true," in taken.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["/es/overview", "/pt/flows", "/en/cooperation", f"/pt{REGISTRY}"])
def test_the_stamp_is_never_out_of_sight(visits: Callable[..., Visit], address: str) -> None:
    visit = visits()
    visit.arrive(address)
    _expect_stamped(visit)


def test_turning_the_year_keeps_the_stamp(visits: Callable[..., Visit]) -> None:
    visit = visits()
    visit.open("/en/overview")
    visit.page.locator("#overview-previous").click()
    expect(visit.page).to_have_title("SYNTHETIC · Detected trafficking victims, number, 2021 · Atalaya")


@pytest.mark.parametrize("query", ["", "&country=CHL&partner=PRY"])
def test_the_registry_fits_and_has_no_violation(visits: Callable[..., Visit], query: str) -> None:
    check_view(visits, f"{REGISTRY.removeprefix('/')}{query}")
