"""A deck and its text: any text is a deck, a deck has one text that leads back to it, and ready-made ones hold."""

import re
import unicodedata
from dataclasses import replace

import pytest
from any_deck import decks
from hypothesis import example, given
from hypothesis import strategies as st

from components.pages.presenter.prepared_decks import held, prepared
from components.url.choices import Language, Locale, Page, Prepared, Reveal, SlideKind
from components.url.deck import LONGEST, MOST, Deck, Slide
from components.url.deck_text import escaped, line, lines, unescaped
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country

SAFE = re.compile(r"[A-Za-z0-9_.,~-]*")


def bare(deck: Deck) -> Deck:
    """The deck without its pictures, which never stand in an address."""
    return replace(deck, slides=tuple(replace(slide, picture="") for slide in deck.slides))


@given(decks())
def test_the_text_of_a_deck_leads_back_to_it(deck: Deck) -> None:
    assert Deck.parse(deck.to_text(), Locale.ES) == (bare(deck), ())


@given(deck=decks())
def test_the_text_of_a_deck_needs_no_escape_in_an_address(small: Dataset, deck: Deck) -> None:
    assert SAFE.fullmatch(deck.to_text())
    view = View.of(Language.ES, Page.PRESENT, slides=deck.to_text())
    assert "%" not in view.url
    assert held(view, small).deck == (
        bare(deck) if deck.slides else prepared(Prepared.SUMMIT, None, Language.ES, small)
    )


@given(st.text() | st.lists(st.sampled_from(["overview", "flows", ".year-", "~", "title-", "-zz", "x"])).map("".join))
@example("overview.year-1.title-%~~flows.theme-dark~present~")
@example("~".join(["flows"] * (MOST + 3)))
def test_any_text_is_a_deck_and_its_own_text_a_fixed_point(text: str) -> None:
    deck = Deck.from_text(text)
    assert len(deck) <= MOST
    assert Deck.from_text(deck.to_text()) == deck


@given(st.text())
def test_what_is_written_comes_back_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text() | st.lists(st.sampled_from(["\n", "\r\n", *" e\u0301\x00\ufffe\ud800\u202e\u200d"])).map("".join))
def test_what_is_cleaned_is_clean_and_keeps_its_line_breaks(text: str) -> None:
    for clean in (line, lines):
        found = clean(text, 20)
        assert clean(found, 20) == found
        assert len(found) <= 20
        assert all(char.isprintable() or char in "\n\u200d" for char in found)
        assert unicodedata.is_normalized("NFC", found)
    assert "\n" not in line(text, 20)


def test_a_note_keeps_its_lines() -> None:
    note = lines("\n Uno\r\n\r\n  dos\u00a0tres \u202e\ncua\u00adtro\x00cinco\ud800\n👩🏽\u200d🏫\n", 200)
    assert note == " Uno\n\n  dos tres\ncuatro cinco\n👩🏽\u200d🏫"
    slide = Slide.own(SlideKind.TEXT, Locale.ES, text=note, note=note)
    assert Deck.from_text(Deck((slide,)).to_text()).slides == (slide,)


def test_what_cannot_be_used_is_named() -> None:
    deck, ignored = Deck.parse("overview.year-12.colour-red~nowhere~flows.title-Hall_B", Language.EN)
    assert [(i.parameter, i.value) for i in ignored] == [
        ("slides[1].colour", "red"), ("slides[1].year", "12"), ("slides[2]", "nowhere"),
    ]  # fmt: skip
    assert [(slide.view.url, slide.title) for slide in deck.slides] == [("/en/overview", ""), ("/en/flows", "Hall B")]


def test_a_deck_reads_as_a_list() -> None:
    text = "overview.chart-series~flows.reveal-countries.title-Qui-c3-a9n"
    deck = Deck.from_text(text)
    assert deck.to_text() == text
    assert deck.slides[1] == Slide(View.of(Language.ES, Page.FLOWS), "Quién", reveal=Reveal.COUNTRIES)


def test_slides_that_are_no_view_read_as_a_list_too() -> None:
    text = "deck.title-A_talk.minutes-20~title.title-Hall_B.text-a-0ab~ask.country-ARG~closing.minutes-2"
    deck = Deck.from_text(text)
    assert deck.to_text() == text
    assert (deck.title, deck.minutes) == ("A talk", 20)
    assert [slide.kind for slide in deck.slides] == [SlideKind.TITLE, SlideKind.ASK, SlideKind.CLOSING]
    assert deck.slides[0].text == "a\nb"
    assert deck.slides[1].view.country is Country.ARG
    found, ignored = Deck.parse("section.country-ARG.minutes-x~text.reveal-years~picture.picture-abc~view.title-a")
    assert [(i.parameter, i.value) for i in ignored] == [
        ("slides[1].country", "ARG"), ("slides[1].minutes", "x"), ("slides[2].reveal", "years"),
        ("slides[3].picture", "abc"), ("slides[4]", "view"),
    ]  # fmt: skip
    assert len(found) == 3


def test_a_text_that_is_too_long_ends_early_and_is_named() -> None:
    deck, ignored = Deck.parse("text.text-" + "a" * (LONGEST["text"] + 7))
    assert deck.slides[0].text == "a" * LONGEST["text"]
    assert [i.parameter for i in ignored] == ["slides[1].text"]
    assert "2007 characters" in ignored[0].value


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
        assert 6 <= len(deck) <= 12
        assert Deck.parse(deck.to_text(), language) == (deck, ())
    assert len({deck.to_text() for deck in ready}) == 1 + len(Country)
