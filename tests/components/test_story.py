"""The ready-made decks, all 22 countries in three languages: no slide is empty, none claims what the data does not say,
and the numbers of a sentence are those of the answer behind it."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from laid_out import broken

from components.i18n import words
from components.pages.flows.page import Flows
from components.pages.justice.page import Justice
from components.pages.overview.page import Overview
from components.pages.page import open_page
from components.pages.presenter.prepared_decks import prepared
from components.slideshow.composed import Chart as Drawn
from components.slideshow.composed import Composed, Grid, Role, Sampled, Words
from components.slideshow.slide import Setting, Shown, answered
from components.slideshow.slide_captions import said as said_of
from components.slideshow.story_pictures import ask_said
from components.url.choices import Chart, Hall, Language, Locale, Page, Prepared, Reveal, SlideKind
from components.url.deck import Deck
from data.dataset import Dataset
from data.queries import deserving
from data.queries.comparable import doubt
from data.queries.flows import flows
from data.queries.justice import COMPARED
from data.queries.missing import MAIN, missing
from data.queries.region import region
from data.vocabulary import Country, FlowMeasure

FORBIDDEN = (r"\[x\]", r"\[w\]", r"\b1 (?:de|of) 1\b", r"\bnan\b|\bNone\b", r"\{\w*\}", r"\s[.;,]", r"\.\.", r"10.313")
DETECTED = {  # after "victims", or before it, the word is there: what is counted is what was detected
    Language.ES: r"víctimas(?! (?:de trata )?detectad| de uno en el otro|\.| por ciudadanía)",
    Language.PT: r"vítimas(?! (?:de tráfico de pessoas )?detectad| de um no outro|\.| por cidadania)",
    Language.EN: r"(?<!detected )(?<!trafficking )victims(?! of one were| of trafficking| of one|\.| by citizenship)",
}
SUMMIT = [
    (SlideKind.TITLE, None),
    (Page.OVERVIEW, Chart.MAP),
    (Page.OVERVIEW, Chart.SERIES),
    (Page.JUSTICE, Chart.CHAIN),
    (Page.FLOWS, Chart.MAP),
    (Page.COOPERATION, Chart.GAP),
    (Page.COOPERATION, Chart.INSTRUMENTS),
    (Page.COOPERATION, Chart.REQUESTS),
    (Page.METHOD, Chart.HIDDEN),
    (SlideKind.ASK, None),
    (SlideKind.CLOSING, None),
]


def deck(real: Dataset, country: Country | None, locale: Locale | Language = Language.ES) -> Deck:
    return prepared(Prepared.COUNTRY if country else Prepared.SUMMIT, country, Locale(locale), real)


def said(composed: Composed) -> str:
    """All that a slide says in words, and what its pictures say to who cannot see them."""
    found: list[str] = []
    for block in composed.blocks:
        if isinstance(block, Words):
            found.append(" ".join(block.lines))
        elif isinstance(block, Drawn):
            found.append(block.label)
        elif isinstance(block, Grid):
            found += [cell.text for row in block.rows for cell in row]
        elif isinstance(block, Sampled):
            found.append(block.text)
    return "\n".join(found)


def story(told: Deck) -> list[tuple[SlideKind | Page, Chart | None]]:
    return [
        (slide.view.page, slide.view.chart) if slide.kind is SlideKind.VIEW else (slide.kind, None)
        for slide in told.slides
    ]


STORIES = [None, *Country]
Tell = Callable[[Country | None], list[Shown]]


@pytest.fixture(scope="module")
def told(real: Dataset) -> Tell:
    """A deck composed once for all that is asked of it, the languages in turn: what stands where is of the data."""

    @cache
    def of(country: Country | None) -> list[Shown]:
        return answered(deck(real, country, language_of(country)), Setting(root="https://example.org"), real)

    return of


def language_of(country: Country | None) -> Language:
    return [*Language][STORIES.index(country) % len(Language)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("country", STORIES)
def test_no_sentence_says_what_it_must_not(real: Dataset, country: Country | None, language: Language) -> None:
    for slide in deck(real, country, language).slides:
        assert slide.note, slide
        assert slide.minutes, slide
        if slide.kind in (SlideKind.TITLE, SlideKind.CLOSING):
            assert slide.title, slide
            continue
        is_ask = slide.kind is SlideKind.ASK
        page = None if is_ask else open_page(slide.view, (), real)
        head = (said_of(slide, page, Hall.NEAR) if page else ask_said(slide, real, words(Locale(language)))).sentence
        assert head.strip(), slide
        for phrase in FORBIDDEN:
            assert not re.search(phrase, head), head
        assert not re.search(DETECTED[language], head), head
        assert not re.search(r"\d \d{3}\b", head), f"groups of digits are parted by U+202F: {head}"


@pytest.mark.parametrize("country", STORIES)
def test_every_slide_has_something_to_read(told: Tell, country: Country | None) -> None:
    for shown in told(country):
        if shown.slide.kind in (SlideKind.TITLE, SlideKind.CLOSING):
            continue
        where = f"{country} {shown.number}"
        assert shown.said.sentence in said(shown.composed), where
        assert not re.search(r"\[x\]|\b1 (?:de|of) 1\b", _without_keys(shown)), where
        pictures = [each for each in shown.composed.blocks if isinstance(each, Drawn | Grid)]
        items = [each for each in shown.composed.blocks if isinstance(each, Words) and each.role in READ]
        assert pictures or items, f"{where} is empty"
        name = words(Locale(language_of(country))).country(country) if country else ""
        assert name in said(shown.composed), where


READ = (Role.ITEM, Role.FIGURE, Role.TEXT)


def _without_keys(shown: Shown) -> str:
    """Words and figures; the key of a map may explain how a country without a figure looks."""
    return "\n".join(" ".join(each.lines) for each in shown.composed.blocks if isinstance(each, Words))


def test_the_summit_tells_its_story_in_order_and_opens_on_today(real: Dataset) -> None:
    told = deck(real, None)
    assert story(told) == SUMMIT
    assert all(slide.reveal is not Reveal.YEARS for slide in told.slides)  # the first picture is not of the first year
    seen, more = (answered(told, Setting(), real, only=n)[0] for n in (2, 3))
    latest = missing(real).year
    assert seen.composed.year == latest
    assert isinstance(more.page, Overview)
    assert more.page.answer.years[-1] == latest
    assert told.minutes == sum(slide.minutes for slide in told.slides) <= 30


@pytest.mark.parametrize("country", Country)
def test_a_country_begins_with_its_figures_and_ends_in_what_it_can_do(real: Dataset, country: Country) -> None:
    told = story(deck(real, country))
    assert told[:2] == [(SlideKind.TITLE, None), (Page.COUNTRY, Chart.PROFILE)]
    assert told[-2:] == [(SlideKind.ASK, None), (SlideKind.CLOSING, None)]
    assert len(told) == len(set(told))


def test_what_a_sparse_country_has_not_is_left_out(real: Dataset) -> None:
    """Andorra lists no citizenship and nobody lists its own; of its justice there is one year."""
    pages = [page for page, _ in story(deck(real, Country.AND))]
    assert Page.FLOWS not in pages
    assert Page.COOPERATION not in pages
    assert deserving.window(real, Country.AND) == (1, 2023)


@pytest.mark.parametrize("country", Country)
def test_a_change_is_told_of_no_country_with_a_doubtful_figure_in_it(real: Dataset, country: Country) -> None:
    found = deserving.trend(real, country)
    page = next(
        (s.view for s in deck(real, country).slides if s.view.chart is Chart.SERIES and s.view.countries == (country,)),
        None,
    )
    assert (found is None) == (page is None)
    if page is not None:
        shown = open_page(page, (), real)
        assert isinstance(shown, Overview)
        assert not [cell for cell in shown.answer.over_time(country) if cell.is_published and doubt(cell)]


def test_the_numbers_of_the_summit_are_those_of_the_answers(real: Dataset) -> None:
    w = words(Locale.EN)
    shown = {shown.number: shown for shown in answered(deck(real, None, Locale.EN), Setting(), real)}
    now = region(_overview(shown[2]).answer, missing(real).year)
    assert now.count is not None
    assert w.interval(now.count) in shown[2].said.sentence
    assert f"{len(now.reporting)} of 22" in shown[2].said.sentence
    more = _overview(shown[3])
    first, last = more.answer.years[0], more.answer.years[-1]
    for year in (first, last):
        counted = region(more.answer, year)
        assert counted.count is not None
        assert w.interval(counted.count) in shown[3].said.sentence
        assert len(counted.reporting) == len(more.answer.panel) == len(more.view.countries)
    justice = shown[4].page
    assert isinstance(justice, Justice)
    for indicator in COMPARED:
        assert w.interval(justice.chain.together(indicator, justice.complete)) in shown[4].said.sentence
    flow = shown[5].page
    assert isinstance(flow, Flows)
    assert w.interval(flow.flows.within[0].count) in shown[5].said.sentence


def _overview(shown: Shown) -> Overview:
    assert isinstance(shown.page, Overview)
    return shown.page


@pytest.mark.parametrize("hall", Hall)
def test_the_ask_names_who_lacks_what_as_the_data_has_it(real: Dataset, hall: Hall) -> None:
    w, found = words(Locale.ES), missing(real)
    [shown] = answered(deck(real, None), Setting(hall), real, only=SUMMIT.index((SlideKind.ASK, None)) + 1)
    everything = said(shown.composed)
    assert f"{len(found.countries)} de 22 países tienen {len(found.lacks)} cifras" in shown.said.sentence
    for measure in MAIN:
        assert w.count("ask.lacking", len(found.by(measure)), what=w.label(measure)) in everything
    named = [f"{w.country(lack.country)} ({lack.last})" for lack in found.lacks if lack.last]
    assert all(name in everything for name in named) == (hall is Hall.NEAR)


@pytest.mark.parametrize("country", Country)
def test_a_country_is_asked_for_what_it_lacks_and_for_nothing_else(real: Dataset, told: Tell, country: Country) -> None:
    w, lacks = words(Locale(language_of(country))), missing(real).of(country)
    shown = told(country)[-2]
    assert not broken(shown.composed)  # steps that leave the code no room are set smaller
    heads = [
        " ".join(each.lines) for each in shown.composed.blocks if isinstance(each, Words) and each.role is Role.ITEM
    ]
    lacking = [w.label(lack.measure) for lack in lacks]
    assert [head for head in heads if head in map(w.label, MAIN)] == lacking
    assert bool(re.search(rf"publi\w+ {len(lacking)} (?:de las|dos|of the) 5", shown.said.sentence)) == bool(lacking)
    note = "story.note.ask_country" if lacking else "story.note.ask_current"
    assert shown.slide.note == w(note, country=w.country(country))


def test_a_title_promises_whom_a_country_needs_only_where_a_slide_shows_it(real: Dataset) -> None:
    w = words(Locale.EN)
    for country in Country:
        told = deck(real, country, Locale.EN)
        is_needed = (Page.COOPERATION, Chart.GAP) in story(told)
        key = "story.country.title" if is_needed else "story.country.alone"
        assert told.slides[0].title == w(key, country=w.country(country))


def test_the_decks_of_three_countries_are_told_too(small: Dataset) -> None:
    """Of a small data set without a record of cooperation, and of a country that it says nothing of."""
    for country in (None, Country.ARG, Country.ESP, Country.CHL):
        for shown in answered(deck(small, country), Setting(), small):
            assert shown.said.sentence


def test_no_flow_deserves_a_slide_where_each_may_be_none(real: Dataset) -> None:
    years = deserving.years_of_flows(real)
    listed = flows(real, FlowMeasure.VICTIMS_BY_CITIZENSHIP, *years)
    for country in Country:
        pairs = [*listed.into(country), *listed.out_of(country)]
        assert deserving.listed(real, country) == any(pair.count.high for pair in pairs if pair.partner != pair.country)


def test_a_country_is_set_beside_neighbours_of_the_same_year(real: Dataset) -> None:
    for country in Country:
        beside = deserving.compared(real, country)
        assert beside is not None
        year = beside.years[1]
        found = deserving.victims(real, year)
        assert all(found.cells[each, year].is_reporting for each in beside.countries)
        assert country in beside.countries
        assert 2 <= len(beside.countries) <= 6
