"""Files of a view over the wire: kinds, names, sizes, and that making them never takes all threads."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from callbacks.routes import files as taken
from components.files import file_exports
from components.files.file_exports import FILES
from components.files.sheet import Laid, sheet
from components.pages.page import ShownPage


@pytest.mark.parametrize("kind", FILES)
def test_each_file_of_a_view_is_named_after_it(client: FlaskClient, kind: str) -> None:
    answer = client.get(f"/es/overview.{kind}?countries=ARG,BOL&years=2019-2022&theme=dark")
    assert answer.status_code == 200
    assert answer.mimetype == FILES[kind]
    language_and_release = f"es-{answer.headers['X-Atalaya-Release']}"
    name = f"atalaya-victims_detected-2019-2022-ARG-BOL-{language_and_release}.{kind}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert client.get(f"/es/overview.{kind}?theme=dark&years=2019-2022&countries=ARG,BOL").data == answer.data
    tag = answer.headers["ETag"]
    again = client.get(
        f"/es/overview.{kind}?countries=ARG,BOL&years=2019-2022&theme=dark", headers={"If-None-Match": tag}
    )
    assert again.status_code == 304


def test_the_address_on_a_picture_is_where_it_was_asked_for(client: FlaskClient) -> None:
    answer = client.get("/en/flows.svg?country=ARG", base_url="https://watch.example")
    said = "".join(ElementTree.fromstring(answer.data).itertext())  # noqa: S314 - our own file
    assert "https://watch.example/en/flows?country=ARG" in said


def test_a_social_picture_has_its_shape_and_an_unknown_size_falls_back(client: FlaskClient) -> None:
    social = client.get("/en/overview.png?size=social")
    assert Image.open(BytesIO(social.data)).size == (1200, 630)
    plain, odd = client.get("/en/overview.png"), client.get("/en/overview.png?size=<b>huge")
    assert (plain.status_code, odd.status_code) == (200, 200)
    assert Image.open(BytesIO(plain.data)).width == Image.open(BytesIO(odd.data)).width == 1280
    assert plain.data != odd.data  # it says in a line what could not be used


def test_a_size_means_nothing_for_other_files_and_is_said(client: FlaskClient) -> None:
    said = PdfReader(BytesIO(client.get("/en/overview.pdf?size=2x").data)).pages[0].extract_text()
    assert "size" in said


def test_a_chart_beside_the_picture_is_had_alone_with_what_it_says_of_itself(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Laid] = []
    monkeypatch.setattr(file_exports, "sheet", lambda laid: drawn.append(laid) or sheet(laid))
    view = "/en/overview.png?crime=smuggling_of_migrants&countries=MEX"
    assert Image.open(BytesIO(client.get(f"{view}&place=overview-darien").data)).width == 1280
    (shown,) = drawn
    assert [each.name for each in shown.pictures] == ["overview-darien"]
    assert (shown.said.finding, shown.said.filter) == ("Irregular transits through the Darién (Panama)", "")
    assert "not cases of smuggling" in shown.said.caveat
    assert [source.partition(",")[0] for source in shown.said.sources] == [
        "Atalaya (record of a search; each figure has its own publisher in its row)"
    ]
    client.get(f"{view}&place=overview-by-year")
    assert drawn.pop().said.finding == "Encounters by the United States Border Patrol: Mexico"
    client.get(f"{view}&place=elsewhere")
    client.get("/en/overview.png?place=overview-darien")  # of trafficking there is none
    client.get("/en/compare.png?place=overview-darien")  # nor on any other page
    assert [laid.pictures[0].name for laid in drawn[1:]] == ["overview-map", "overview-map", "compare-series"]
    assert all("place" in laid.said.notices[0] for laid in drawn[1:])


def test_a_figure_beside_the_picture_that_has_no_words_of_its_own_has_those_of_the_view(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Laid] = []
    monkeypatch.setattr(file_exports, "sheet", lambda laid: drawn.append(laid) or sheet(laid))
    client.get("/en/flows.png?country=ARG")
    client.get("/en/flows.png?country=ARG&place=flows-largest")
    assert drawn[0].said == drawn[1].said
    assert [each.name for laid in drawn for each in laid.pictures] == ["flows-map", "flows-largest"]


@pytest.mark.parametrize(
    ("address", "status"),
    [("/en/nowhere.svg", 404), ("/xx/overview.png", 404), ("/en/overview.svgz", 404),
     ("/en/overview.svg?" + "a" * 2_001, 414)],
)  # fmt: skip
def test_what_is_no_view_gives_no_file(client: FlaskClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_deck_is_a_slide_and_a_page_for_each_view_with_what_was_written_for_it(client: FlaskClient) -> None:
    slides = "overview.title-Our_own_words.note-Slowly~flows.chart-table"
    deck = Presentation(BytesIO(client.get(f"/en/present.pptx?slides={slides}").data))
    assert [slide.shapes.title.text_frame.text.split()[0] for slide in deck.slides] == ["Our", "In"]
    assert deck.slides[0].notes_slide.notes_text_frame.text.startswith("Slowly")
    pages = PdfReader(BytesIO(client.get(f"/en/present.pdf?slides={slides}").data)).pages
    assert len(pages) == 2
    assert "Our own words" in pages[0].extract_text()


def test_a_file_is_made_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def take(_page: ShownPage, kind: str, *_: str, **__: str) -> bytes:
        made.append(kind)
        return b"<svg/>"

    monkeypatch.setattr(taken, "take", take)
    assert [client.get("/pt/compare.svg?countries=ARG,PER").data for _ in range(2)] == [b"<svg/>", b"<svg/>"]
    assert made == ["svg"]
