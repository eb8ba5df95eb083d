"""Slides as they are laid out: everything whole, in its place, large enough; and what is shown is what was answered."""

import struct
from xml.etree import ElementTree

import pytest
from any_view import views
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laid_out import broken, lonely

from components.cells import figure
from components.drawing.fonts import even, width, wrap
from components.drawing.marks import Text
from components.files.deck_files import SIZES, Wanted, deck_file
from components.pages.cooperation.page import Cooperation
from components.pages.method.glossary import Term
from components.pages.overview.page import Overview
from components.pages.presenter.prepared_decks import prepared
from components.slideshow.composed import LEAST, WIDE, Box, Chart, Composed, Grid, Place, Role, Words
from components.slideshow.map_figures import placed
from components.slideshow.slide import Setting, Shown, answered
from components.slideshow.slide_drawing import drawing, marks
from components.theme import PANEL
from components.url.choices import CHARTS, Hall, Lens, Locale, Page, Prepared, Theme
from components.url.choices import Chart as Charts
from components.url.deck import Deck, Read, Slide
from components.url.view import View
from data.dataset import Dataset
from data.queries.flows import flows
from data.vocabulary import Country, FlowMeasure

PAGES = [page for page in Page if page is not Page.PRESENT]
EVERY = [(page, chart) for page in PAGES for chart in CHARTS[page]]


def shown(view: View, hall: Hall, dataset: Dataset, title: str = "") -> Shown:
    [made] = answered(Deck((Slide(view, title),)), Setting(hall), dataset)
    return made


@pytest.mark.parametrize("hall", Hall)
@pytest.mark.parametrize(("page", "chart"), EVERY)
def test_every_picture_of_every_page_is_laid_out_whole(real: Dataset, page: Page, chart: Charts, hall: Hall) -> None:
    for locale in (Locale.ES, Locale.PT, Locale.EN):
        made = shown(View.of(locale, page, chart=chart), hall, real).composed
        assert (broken(made), lonely(made)) == ([], [])


@given(
    st.sampled_from(PAGES).flatmap(views), st.sampled_from(Hall), st.integers(0, 30),
    st.just("") | st.text(st.characters(codec="latin-1", exclude_categories=["C"]), max_size=200),
)  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_view_is_laid_out_whole(small: Dataset, view: View, hall: Hall, turn: int, title: str) -> None:
    made = shown(view, hall, small, title.strip()).composed
    assert broken(made) == []
    if made.turned:
        assert broken(made.turned(made.years[turn % len(made.years)])) == []


@pytest.mark.parametrize(
    "search",
    [
        "indicator=persons_convicted&age=age_18_plus&panel=constant",  # limits wider than their steps
        "countries=ARG,BOL,CRI,ECU,HND,NIC,PAN,PER,PRT,URY&years=1923-1971&panel=constant",  # no room for one bar
        f"indicator=persons_suspected&year=1952&countries={','.join(Country)}&age=age_0_17",  # no room for all names
    ],
)
def test_the_fullest_map_of_a_deep_hall_is_laid_out_whole(small: Dataset, search: str) -> None:
    few = f"?crime=smuggling_of_migrants&measure=rate&exploitation=other_exploitation&sex=female&{search}"
    for locale in Locale:
        assert broken(shown(View.from_url(f"/{locale}/overview", few), Hall.DEEP, small).composed) == []


@pytest.mark.parametrize("measure", ["count", "rate"])
def test_every_country_with_a_figure_has_it_on_the_map_in_every_year(real: Dataset, measure: str) -> None:
    made = shown(View.from_url("/es/overview", f"?measure={measure}"), Hall.NEAR, real)
    page = made.page
    assert isinstance(page, Overview)
    assert made.composed.turned
    for year in page.answer.years:
        slide = made.composed.turned(year)
        assert broken(slide) == []
        [drawn] = [each for each in slide.blocks if isinstance(each, Chart) and each.name == "map"]
        printed = sorted(mark.text for mark in marks(drawn) if isinstance(mark, Text))
        assert printed == sorted(figure(cell, page.view.measure, page.words) for cell in page.answer.reporting(year))


@pytest.mark.parametrize("crime", ["trafficking_in_persons", "smuggling_of_migrants"])
def test_beside_the_map_of_a_deep_hall_nothing_meets_the_scale_in_any_year(real: Dataset, crime: str) -> None:
    """How many more countries there are may take two lines, where the map leaves little room."""
    for locale in (Locale.ES, Locale.PT, Locale.EN):
        made = shown(View.from_url(f"/{locale}/overview", f"?crime={crime}"), Hall.DEEP, real).composed
        assert made.turned
        assert {year: found for year in made.years if (found := broken(made.turned(year)))} == {}


def test_mexico_and_guatemala_have_their_figures_in_or_near_themselves(real: Dataset) -> None:
    made = shown(View.of(Locale.ES, Page.OVERVIEW, year=2022), Hall.NEAR, real)
    page = made.page
    assert isinstance(page, Overview)
    plan, looks = real.plan, page.looks(2022)
    for country in (Country.MEX, Country.GTM):
        [one] = placed(plan, {country: looks[country]}, 40)
        x, y = plan.shapes[country].label
        assert abs(one.at[0] - x) + abs(one.at[1] - y) < 120


def test_years_are_turned_in_places_that_stay(real: Dataset) -> None:
    """Who turns a year must not see the picture jump: the same names stand in the same places."""
    made = shown(View.of(Locale.ES, Page.OVERVIEW), Hall.NEAR, real).composed
    assert made.turned
    kept = ("title", "chosen", "caveat", "reporting", "map")
    first = corners(made, kept)
    for year in made.years:
        assert {name: at for name, at in corners(made.turned(year), kept).items() if at != first.get(name, at)} == {}


def corners(composed: Composed, names: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    found = {getattr(each, "name", ""): (each.place.left, each.place.top) for each in composed.blocks}
    return {name: at for name, at in found.items() if name in names}


def test_a_deep_hall_keeps_the_finding_and_how_what_is_missing_looks(real: Dataset) -> None:
    made = shown(View.of(Locale.EN, Page.OVERVIEW, year=2022), Hall.DEEP, real)
    assert isinstance(made.page, Overview)
    [title] = [each for each in made.composed.blocks if isinstance(each, Words) and each.role is Role.TITLE]
    assert " ".join(title.lines) == made.page.finding(2022).sentence
    assert any("not reported" in text.text for text in drawing(made.composed).texts)


@pytest.mark.parametrize("hall", Hall)
@pytest.mark.parametrize("page", [Page.OVERVIEW, Page.FLOWS])
def test_every_map_says_whose_opinion_its_boundaries_are_not(real: Dataset, page: Page, hall: Hall) -> None:
    made = shown(View.of(Locale.EN, page, chart=Charts.MAP), hall, real)
    said = " ".join(line for each in made.composed.blocks if isinstance(each, Words) for line in each.lines)
    assert made.page
    assert made.page.words("map.note.short") in said


def test_the_grid_of_pairs_prints_what_the_matrix_of_the_page_does(real: Dataset) -> None:
    made = shown(View.of(Locale.ES, Page.COOPERATION), Hall.NEAR, real)
    assert isinstance(made.page, Cooperation)
    table = made.page.at("matrix").table
    assert table
    columns = {cell.text: place for place, cell in enumerate(table.heads)}
    known = {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}
    [grid] = [each for each in made.composed.blocks if isinstance(each, Grid)]
    head, *rows = grid.rows
    for row in rows:
        for code, cell in zip(head[1:], row[1:], strict=True):
            assert cell.text == known[row[0].text][columns[code.text]]


@pytest.mark.parametrize("page", [Page.FLOWS, Page.COOPERATION])
def test_what_is_protected_is_written_one_way_in_a_picture(real: Dataset, page: Page) -> None:
    chart = {Page.FLOWS: Charts.MATRIX, Page.COOPERATION: Charts.GAP}[page]
    said = [text.text for text in drawing(shown(View.of(Locale.ES, page, chart=chart), Hall.NEAR, real).composed).texts]
    assert "<5" in said
    assert "0–4" not in said


def test_a_file_tells_the_length_of_its_lines_to_who_has_no_such_letters(real: Dataset) -> None:
    """Where embedded fonts are not taken, lines are as long as they were measured, in letters that are narrower."""
    made = shown(View.of(Locale.ES, Page.OVERVIEW), Hall.NEAR, real)
    file = deck_file(Read(Deck((made.slide,)), ()), Wanted("svg", View.of(Locale.ES, Page.PRESENT)), real)
    root = ElementTree.fromstring(file)  # noqa: S314 - our own
    texts = [each for each in root.iter() if each.tag.endswith("}text")]
    measured = {"".join(each.itertext()): float(each.get("textLength", 0)) for each in texts}
    told = {text.text: text.width for text in drawing(made.composed).texts if len(text.text) > 3}
    assert len(told) > 10
    assert {text: measured[text] for text in told} == pytest.approx(told, abs=0.01)
    assert root.get("font-family", "").split(", ")[:3] == ["Noto Sans", "Arial", "Liberation Sans"]


def test_a_picture_of_a_slide_has_the_size_that_is_asked_for(real: Dataset) -> None:
    deck, room = Deck((Slide(View.of(Locale.EN, Page.METHOD, chart=Charts.HIDDEN)),)), View.of(Locale.EN, Page.PRESENT)
    made = {name: deck_file(Read(deck, ()), Wanted("png", room, size=name), real) for name in SIZES}
    sizes = {name: struct.unpack(">II", file[16:24]) for name, file in made.items()}
    assert sizes == {"slide": (1920, 1080), "thumb": (320, 180), "2x": (3840, 2160)}


def test_the_laws_are_broken_by_what_they_forbid() -> None:
    at = Place(1000, 500, 100, 30)
    fine = Words(at, Role.TEXT, ("1 186",), LEAST)
    assert broken(Composed((fine,))) == []
    assert broken(Composed((fine._replace(size=LEAST - 1),)))
    assert broken(Composed((fine._replace(lines=("Argentina y México",)),)))
    assert broken(Composed((fine._replace(place=Place(1880, 500, 100, 30)),)))
    assert broken(Composed((fine, fine._replace(place=Place(1050, 510, 100, 30)))))
    assert broken(Composed((Box(Place(900, 490, 300, 60), PANEL), fine))) == []  # a ground
    assert broken(Composed((fine, Box(Place(1000, 520, 300, 60), PANEL))))


def test_no_word_of_a_sentence_stands_alone_in_the_ready_made_decks(real: Dataset) -> None:
    for country in (None, Country.PRY, Country.AND, Country.HND):
        for locale in (Locale.ES, Locale.PT, Locale.EN):
            kind = Prepared.COUNTRY if country else Prepared.SUMMIT
            deck = prepared(kind, country, locale, real).of(locale, Theme.LIGHT)
            for made in answered(deck, Setting(Hall.NEAR), real):
                assert (broken(made.composed), lonely(made.composed)) == ([], [])


def test_a_side_that_lists_nothing_leaves_its_room_to_the_other_and_is_named(real: Dataset) -> None:
    """It is not said to publish nothing where it lists its own citizens, as Honduras does."""
    listed = flows(real, FlowMeasure.VICTIMS_BY_CITIZENSHIP, 2022, 2023)
    for country, years, silent in (
        (Country.HND, "2018-2023", "no other country is listed"),
        (Country.PER, "2022-2023", "nothing published"),
    ):
        view = View.from_url("/en/flows", f"?chart=country&country={country}&years={years}")
        made = shown(view, Hall.NEAR, real).composed
        [chart] = [block for block in made.blocks if isinstance(block, Chart)]
        assert chart.place.width > WIDE / 2
        told = [" ".join(block.lines) for block in made.blocks if isinstance(block, Words)]
        assert [each for each in told if each.endswith(f"by citizenship, {years.replace('-', '–')}: {silent}")]
    assert Country.PER not in listed.reported


def test_countries_and_years_are_said_once_over_a_picture(real: Dataset) -> None:
    made = shown(View.from_url("/en/compare", "?countries=PRT,ESP&years=2016-2023"), Hall.NEAR, real).composed
    [chosen] = [" ".join(each.lines) for each in made.blocks if isinstance(each, Words) and each.name == "chosen"]
    assert (chosen.count("Portugal"), chosen.count("2016")) == (1, 1)


@given(st.text(st.sampled_from("aim →."), max_size=120), st.floats(20, 400))
def test_lines_set_evenly_are_as_many_of_the_same_words_and_none_is_wider(text: str, room: float) -> None:
    plain, evened = wrap(text, 10, 400, room), even(text, 10, 400, room)
    assert len(evened) == len(plain)
    assert "".join(evened).replace(" ", "") == "".join(plain).replace(" ", "")
    assert all(width(line, 10) <= room or len(line) == 1 for line in evened)


@pytest.mark.parametrize("kept", ["28 de octubre de 2025", "1º de maio de 2025", "October 28, 2025", "Panamá (2017)"])
def test_a_date_and_a_year_in_brackets_are_not_parted(kept: str) -> None:
    room = width(f"published on {kept}", 10) - 1
    assert wrap(f"published on {kept}", 10, 400, room) == ["published on", kept]
    assert " ".join(wrap(kept, 10, 400, width(kept, 10) * 0.7)) == kept  # longer than a line: word by word


def test_what_nobody_counted_has_no_bar_and_an_illustration_says_that_it_is_one(real: Dataset) -> None:
    for lens, said in ((Lens.NONE, "no se sabe"), (Lens.ONE_TO_TWENTY, "No detectadas · ILUSTRACIÓN, no una cifra")):
        made = shown(View.of(Locale.ES, Page.METHOD, chart=Charts.HIDDEN, lens=lens), Hall.NEAR, real).composed
        assert not [block for block in made.blocks if isinstance(block, Chart)]
        assert any(said in " ".join(block.lines) for block in made.blocks if isinstance(block, Words))


def test_each_term_of_the_glossary_stands_in_three_languages_the_readers_own_first(real: Dataset) -> None:
    made = shown(View.of(Locale.PT, Page.METHOD, chart=Charts.GLOSSARY), Hall.NEAR, real).composed
    [terms] = [block for block in made.blocks if isinstance(block, Grid)]
    assert [[cell.text for cell in row] for row in terms.rows[:3]] == [
        ["Português", "Español", "English"],
        ["tráfico de pessoas", "trata de personas", "trafficking in persons"],
        ["contrabando de migrantes", "tráfico ilícito de migrantes", "smuggling of migrants"],
    ]
    assert len(terms.rows) == 1 + len(Term)


def test_an_arrow_stays_with_what_it_leads_to() -> None:
    assert wrap("Brazil → Portugal", 10, 400, width("→ Portugal", 10)) == ["Brazil", "→ Portugal"]
