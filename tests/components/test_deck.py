"""A deck and its text: any text is a deck, a deck has one text that leads back to it, and ready-made ones hold."""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_view import views

from components.pages.presenter.prepared_decks import held, prepared
from components.url.choices import Language, Page, Prepared, Reveal, Theme
from components.url.deck import LONGEST, MOST, Deck, Slide, escaped, line, unescaped
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country

SAFE = re.compile(r"[A-Za-z0-9_.,~-]*")
shown = views().filter(lambda view: view.page is not Page.PRESENT)
written = {name: st.text(max_size=30).map(lambda text: line(text, 30)) for name in LONGEST}


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck in Spanish of up to four slides, without the themes of its views."""
    one = st.builds(Slide, shown, written["title"], written["note"], st.sampled_from(Reveal))
    return Deck(tuple(draw(st.lists(one, max_size=4)))).of(Language.ES, Theme.AUTO)


@given(decks())
def test_the_text_of_a_deck_leads_back_to_it(deck: Deck) -> None:
    assert Deck.parse(deck.to_text(), Language.ES) == (deck, ())


@given(deck=decks())
def test_the_text_of_a_deck_needs_no_escape_in_an_address(small: Dataset, deck: Deck) -> None:
    assert SAFE.fullmatch(deck.to_text())
    view = View.of(Language.ES, Page.PRESENT, slides=deck.to_text())
    assert "%" not in view.url
    assert held(view, small).deck == (deck if deck.slides else prepared(Prepared.SUMMIT, None, Language.ES, small))


@given(st.text() | st.lists(st.sampled_from(["overview", "flows", ".year-", "~", "title-", "-zz", "x"])).map("".join))
@example("overview.year-1.title-%~~flows.theme-dark~present~")
@example("~".join(["flows"] * (MOST + 3)))
def test_any_text_is_a_deck_and_its_own_text_a_fixed_point(text: str) -> None:
    deck = Deck.from_text(text)
    assert len(deck) <= MOST
    assert Deck.from_text(deck.to_text()) == deck


@given(decks(), st.sampled_from(Language))
def test_the_file_of_a_deck_leads_back_to_it_in_any_language(deck: Deck, language: Language) -> None:
    found = Deck.from_json(deck.to_json(), language)
    assert found == (deck.of(language, Theme.AUTO), ())


@given(
    st.text() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(lambda x: json.dumps({"slides": x}))
)
@example('{"slides": [{"view": "nowhere?a=b", "title": 3}, null, "flows"]}')
def test_any_file_is_a_deck(text: str) -> None:
    assert Deck.from_text(Deck.from_json(text).deck.to_text()) == Deck.from_json(text).deck


@given(st.text())
def test_what_is_written_comes_back_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_what_cannot_be_used_is_named() -> None:
    deck, ignored = Deck.parse("overview.year-12.colour-red~nowhere~flows.title-Hall_B", Language.EN)
    assert [(i.parameter, i.value) for i in ignored] == [
        ("slides", "overview.colour"), ("year", "12"), ("slides", "nowhere"),
    ]  # fmt: skip
    assert [(slide.view.url, slide.title) for slide in deck.slides] == [("/en/overview", ""), ("/en/flows", "Hall B")]


def test_a_deck_reads_as_a_list() -> None:
    text = "overview.chart-series~flows.reveal-countries.title-Qui-c3-a9n"
    deck = Deck.from_text(text)
    assert deck.to_text() == text
    assert deck.slides[1] == Slide(View.of(Language.ES, Page.FLOWS), "Quién", reveal=Reveal.COUNTRIES)


def test_slides_move_leave_and_change() -> None:
    deck = Deck.from_text("overview~flows~method")
    assert deck.moved(2, 0).to_text() == "method~overview~flows"
    assert deck.without(1).to_text() == "overview~method"
    assert deck.changed(0, title="A", note="b c").to_text() == "overview.title-A.note-b_c~flows~method"


@pytest.mark.parametrize("language", Language)
def test_every_ready_made_deck_has_a_text_that_is_read_without_a_fault(language: Language, real: Dataset) -> None:
    ready = [prepared(Prepared.SUMMIT, None, language, real)]
    ready += [prepared(Prepared.COUNTRY, c, language, real) for c in Country]
    for deck in ready:
        assert 8 <= len(deck) <= 12
        assert Deck.parse(deck.to_text(), language) == (deck, ())
    assert len({deck.to_text() for deck in ready}) == 1 + len(Country)
