"""Slides as objects: their numbers are the answers', they keep source and caveat, a file refers to nothing."""

import json
import re

import pytest
from drawn import barred
from tree import classed, parse, text

from components.cells import figure
from components.drawing.marks import Text
from components.pages import PAGES
from components.pages.compare.page import Compare
from components.pages.justice.page import Justice
from components.pages.overview.page import Overview
from components.pages.presenter.prepared_decks import held, prepared
from components.slideshow.composed import Chart, Composed, Role, Sampled, Words
from components.slideshow.offline import drawn
from components.slideshow.pictures import DRAWN
from components.slideshow.slide import Setting, answered, sections
from components.slideshow.slide_drawing import drawing, marks
from components.url.choices import CHARTS, Filters, Hall, Language, Page, Prepared
from components.url.choices import Chart as Charts
from components.url.deck import Deck
from components.url.view import View
from data.context_vocabulary import Area
from data.dataset import Dataset
from data.queries.justice import COMPARED
from data.vocabulary import Country

EVERY = [(page, chart) for page in Page if page is not Page.PRESENT for chart in CHARTS[page]]


def bars(composed: Composed, name: str = "bars") -> dict[str, str]:
    """Name and printed figure of each bar, from the top."""
    [chart] = [each for each in composed.blocks if isinstance(each, Chart) and each.name == name]
    said = [mark.text.strip() for mark in marks(chart) if isinstance(mark, Text)]
    return dict(zip(said[1::2], said[::2], strict=True))


def wall(view: View, dataset: Dataset, *, is_whole: bool = False) -> str:
    return drawn(held(view, dataset), view, (), dataset, is_whole=is_whole)


def printed(composed: Composed) -> list[str]:
    """Every line of text of a slide."""
    return [mark.text.strip() for mark in drawing(composed).texts]


def caveat(composed: Composed) -> str:
    [found] = [each for each in composed.blocks if isinstance(each, Words) and each.role is Role.CAVEAT]
    return " ".join(found.lines)


def deck(slides: str) -> Deck:
    return Deck.from_text(slides, Language.EN)


@pytest.mark.parametrize("hall", Hall)
@pytest.mark.parametrize(("page", "chart"), EVERY)
def test_every_picture_of_every_page_is_a_slide(real: Dataset, page: Page, chart: str, hall: Hall) -> None:
    [shown] = answered(deck(f"{page}.chart-{chart}"), Setting(hall), real)
    _, section = sections([shown], 1)
    tree = parse(section)
    assert len(list(tree.iter("h1"))) == 1
    assert text(classed(tree, "caveat")[0]).strip()
    assert not classed(tree, "number")  # of one there is none to tell
    assert shown.page.view.url in shown.said.passport


def test_no_two_drawings_of_a_deck_share_a_name(real: Dataset) -> None:
    """A hatch that stands in a slide which is not shown paints nothing for the others."""
    told = answered(prepared(Prepared.SUMMIT, None, Language.EN, real), Setting(), real)
    document = "".join(sections(told, 1))
    named = re.findall(r' id="([^"]+)"', document)
    assert len(named) > len(told)
    assert len(named) == len(set(named))
    assert set(re.findall(r"url\(#([^)]+)\)", document)) <= set(named)
    assert set(re.findall(r'href=\\?"#([^"\\]+)', document)) <= set(named)


def test_the_numbers_beside_the_map_are_those_of_the_answer(small: Dataset) -> None:
    [shown] = answered(deck("overview.year-2021"), Setting(), small)
    page = shown.page
    assert isinstance(page, Overview)
    assert shown.said.sentence == page.finding(2021).sentence
    assert shown.composed.turned is not None
    beside = bars(shown.composed.turned(2021), "largest")
    published = {page.words.country(c.country): c.count for c in page.answer.reporting(2021) if c.count}
    assert set(beside) <= set(published)
    assert len(beside) == min(len(published), 7)
    for name, shown_as in beside.items():
        count = published[name]
        assert shown_as in (page.words.interval(count), f"<{count.high + 1:g}")


def test_under_each_year_of_the_region_stands_how_many_report(small: Dataset) -> None:
    [shown] = answered(deck("overview.chart-series"), Setting(), small)
    page = shown.page
    assert isinstance(page, Overview)
    said = printed(shown.composed)
    counted = [f"n={len(page.answer.reporting(year))}" for year in page.answer.years]
    assert [each for each in said if each.startswith("n=")] == counted


def test_a_title_takes_the_place_of_the_sentence_and_the_passport_keeps_it(small: Dataset) -> None:
    [shown] = answered(deck("overview.title-Our_news.note-Breathe"), Setting(), small)
    _, section = sections([shown], 1)
    tree = parse(section)
    assert text(next(iter(tree.iter("h1")))) == "Our news"
    assert text(classed(tree, "note")[0]) == "Breathe"
    assert isinstance(shown.page, Overview)
    assert shown.page.finding(shown.page.year).sentence in shown.said.passport
    frames = json.loads(re.findall(r'class="year-data">(.*?)</script>', section)[0])
    assert {name for each in frames.values() for name in each["html"]} & {"title", "caveat"} == {"caveat"}


def test_filters_are_seen_or_not(small: Dataset) -> None:
    seen = []
    for each in Filters:
        view = View.from_url("/en/present", f"?slides=overview.years-2019-2022&filters={each}")
        before_notes = wall(view, small).partition('class="notes"')[0]
        seen.append("Period: 2019–2022" in before_notes)
    assert seen == [True, False]


@pytest.mark.parametrize("language", Language)
def test_the_file_of_the_summit_holds_everything_and_asks_for_nothing(real: Dataset, language: Language) -> None:
    made = wall(View.from_url(f"/{language}/present"), real, is_whole=True)
    assert f'<html lang="{language}"' in made
    assert not re.search(r'(?:src|href)="(?!#|data:)', made)
    assert "fetch(" not in made
    assert "@import" not in made
    assert made.count("<section") == 11
    assert made.count("is-shown") >= 1


def test_a_place_that_is_too_far_is_the_last_one(small: Dataset) -> None:
    made = wall(View.from_url("/en/present", "?slides=overview~flows&slide=9"), small)
    tree = parse(made.removeprefix("<!doctype html>"))
    assert [each.get("id") for each in classed(tree, "is-shown")] == ["slide-2"]


def test_a_deep_hall_has_fewer_rows_and_one_sentence_of_caveat(real: Dataset) -> None:
    near, deep = (answered(deck("overview.chart-rank"), Setting(hall), real)[0] for hall in Hall)
    many, few = (list(bars(each.composed, "largest")) for each in (near, deep))
    assert len(many) > len(few) > 2
    assert many[: len(few)] == few
    whole, first = (caveat(each.composed) for each in (near, deep))
    assert whole.startswith(first)
    assert first.count(". ") == 0
    assert [each for each in near.composed.blocks if getattr(each, "lines", ("",))[0].startswith("and ")]


def test_what_is_not_seen_has_no_bar(real: Dataset) -> None:
    [shown] = answered(deck("method.chart-hidden"), Setting(), real)
    assert not [each for each in shown.composed.blocks if isinstance(each, Chart)]
    said = [each.lines[0] for each in shown.composed.blocks if isinstance(each, Words) and each.role is Role.FIGURE]
    assert said[1:] == ["not known"]


@pytest.mark.parametrize("hall", Hall)
def test_countries_and_figures_of_a_slide_are_those_of_the_page(real: Dataset, hall: Hall) -> None:
    for shown in answered(prepared(Prepared.SUMMIT, None, Language.EN, real), Setting(hall), real):
        page, said = shown.page, set(printed(shown.composed))
        if isinstance(page, Overview) and page.is_chart(Charts.MAP):
            [drawn] = [each for each in shown.composed.blocks if isinstance(each, Chart) and each.name == "map"]
            traced = {mark.trace.name for mark in marks(drawn)}
            assert {f"shape-{country}" for country in Country} <= traced
            known = sorted(figure(cell, page.view.measure, page.words) for cell in page.answer.reporting(page.year))
            on_map = sorted(mark.text for mark in marks(drawn) if isinstance(mark, Text))
            assert on_map == (known if hall is Hall.NEAR else [])
        if isinstance(page, Compare):
            ends = {line.name for line in page.compared.lines()}
            assert ends <= said
        if isinstance(page, Justice):
            assert bars(shown.composed) == {
                page.words.label(i): page.words.interval(page.chain.together(i, page.complete)) for i in COMPARED
            }


# Every figure and table of a page, as the wall has it. Who adds one says here which, and draws it in
# components/slideshow/ where it is drawn.
CARDS = {(Page.JUSTICE, Charts.WHO), (Page.COOPERATION, Charts.REGISTRY)}
CARDS |= {(Page.METHOD, Charts.RULES), (Page.METHOD, Charts.CHANGES)}
CARDS |= {(page, chart) for page in (Page.DATA, Page.FIGURE) for chart in CHARTS[page]}
ON_THE_WALL = {
    Page.OVERVIEW: {"map", "series", "by-country"},
    Page.JUSTICE: {"panels", "clock", "chain", "steps"},
    Page.FLOWS: {"map", "largest", "matrix", "out", "into", "pairs"},
    Page.COOPERATION: {"timeline", "treaties", "map"},
    Page.COMPARE: {"series", "multiples", "slope", "over-time"},
}
LEFT = {
    Page.OVERVIEW: {"over-time", "by-year", "by-citizenship", "darien", *(f"deaths-{area}" for area in Area)},
    Page.JUSTICE: {"window", "who", "sexes", "citizenships"},
    Page.FLOWS: {"apart"},
    Page.COOPERATION: {"registry-map", "registry-years"},
    Page.COMPARE: {"changes"},
    Page.COUNTRY: {
        "map", "clock", "areas", "out", "into", "by-sex", "by-age", "by-exploitation", "by-citizenship"
    },
    Page.FIGURE: {"history", "years"},
}  # fmt: skip


def test_a_new_picture_of_a_page_is_drawn_on_the_wall_or_left_on_purpose() -> None:
    assert set(EVERY) - set(DRAWN) == CARDS
    for page, shown in PAGES.items():
        drawn, left = (named.get(page, set()) for named in (ON_THE_WALL, LEFT))
        assert ({*shown.graphs, *shown.tables}, drawn & left) == (drawn | left, set())


@pytest.mark.parametrize("hall", Hall)
@pytest.mark.parametrize("search", ["", ".country-ARG", ".country-ARG.partners-world", ".partners-world"])
def test_of_one_country_the_wall_lists_whom_its_page_lists(real: Dataset, search: str, hall: Hall) -> None:
    [shown] = answered(deck(f"flows.chart-country{search}"), Setting(hall), real)
    sides = {each.name: barred(each.figure) for each in shown.page.pictures() if each.figure}
    for name in ("into", "out"):
        read = list(bars(shown.composed, name))
        assert len(read) > 2
        assert read == [country for country, _ in sides[f"flows-{name}"]][: len(read)]


def test_the_wall_orders_pairs_as_its_page_does(real: Dataset) -> None:
    for sort in ("need", "means"):
        [shown] = answered(deck(f"cooperation.chart-gap.country-ARG.sort-{sort}"), Setting(), real)
        table = shown.page.at("pairs").table
        assert table
        listed = [row.cells[0].text for row in table.rows]
        read = [name for name in bars(shown.composed) if name in listed]
        assert read == [name for name in listed if name in read]
        assert len(read) > 3


@pytest.mark.parametrize(("age", "is_told"), [("age_0_17", True), ("total", False)])
def test_the_key_of_the_wall_tells_what_is_withheld_where_it_is(real: Dataset, age: str, *, is_told: bool) -> None:
    [shown] = answered(deck(f"overview.indicator-persons_prosecuted.age-{age}.year-2021"), Setting(Hall.NEAR), real)
    key = [each.text for each in shown.composed.blocks if isinstance(each, Sampled)]
    assert any("withheld" in each for each in key) is is_told
