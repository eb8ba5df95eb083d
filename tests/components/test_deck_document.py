"""A deck as a document: it leads back to the deck, earlier files are read, and no text whatever stops it."""

import json
import time
from typing import Any

import pytest
from any_deck import data_url, decks, png
from hypothesis import example, given
from hypothesis import strategies as st

from components.document.assets import FOLDER
from components.url.choices import Locale, Page, Reveal, SlideKind, Theme
from components.url.deck import LONGEST, MOST, Deck, Slide
from components.url.deck_document import NAMED, read_document, to_document
from components.url.own_picture import BYTES, own_picture
from components.url.view import View

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["kind", "view", "title", "text", "note", "minutes", "reveal", "picture", "alt", "country"]),
        inner | st.sampled_from(["flows", "text", "picture", "ask"]), max_size=5,
    ),
)  # fmt: skip


@given(decks(), st.sampled_from(Locale))
def test_the_document_of_a_deck_leads_back_to_it_in_any_locale(deck: Deck, locale: Locale) -> None:
    assert read_document(to_document(deck), locale) == (deck.of(locale, Theme.AUTO), ())


def test_the_talk_that_the_readme_shows_is_one() -> None:
    shown = (FOLDER.parent / "README.md").read_text("utf-8").partition("```json\n")[2].partition("```")[0]
    deck, ignored = read_document(shown)
    assert (ignored, deck.title, len(deck)) == ((), "Santiago", len(json.loads(shown)["slides"]))
    assert json.loads(to_document(deck))["slides"][1]["reveal"] == json.loads(shown)["slides"][1]["reveal"]
    assert read_document(shown.replace('"years"', '"play"')).ignored


@given(st.text() | ANYTHING.map(json.dumps) | st.lists(ANYTHING).map(lambda slides: json.dumps({"slides": slides})))
@example('{"slides": [{"view": "nowhere?a=b", "title": 3}, null, "flows"]}')
@example('{"slides": [{"kind": "ask", "country": {"a": []}, "minutes": 1e999, "title": "\\ud800"}], "format": []}')
@example('{"slides": [{"view": "//[", "reveal": []}, {"kind": []}]}')
def test_any_text_is_a_document_and_what_is_read_of_it_a_fixed_point(text: str) -> None:
    deck, ignored = read_document(text)
    assert read_document(to_document(deck)) == (deck, ())
    for line in ignored:
        assert all(each.isprintable() for each in line)


def test_an_earlier_file_is_read() -> None:
    old = {
        "format": "atalaya-deck-1",
        "slides": [
            {"view": "overview?chart=series", "reveal": "years"},
            {"view": "flows", "title": "Quién", "note": "Uno"},
        ],
    }
    deck, ignored = read_document(json.dumps(old), Locale.PT)
    assert ignored == ()
    assert deck == Deck((
        Slide(View.from_url("/pt/overview", "?chart=series"), reveal=Reveal.YEARS),
        Slide(View.of(Locale.PT, Page.FLOWS), "Quién", "Uno"),
    ))  # fmt: skip


def test_a_document_reads_as_people_write_it() -> None:
    text = Slide.own(SlideKind.TEXT, Locale.ES, title="A", text="b\nc")
    picture = Slide.own(SlideKind.PICTURE, Locale.ES, picture=data_url(png()), alt="Un mapa")
    deck = Deck((Slide(View.of(Locale.ES, Page.FLOWS), minutes=3), text, picture), "Charla", 20)
    assert json.loads(to_document(deck)) == {
        "format": "atalaya-deck-2",
        "title": "Charla",
        "minutes": 20,
        "slides": [
            {"view": "flows", "minutes": 3},
            {"kind": "text", "title": "A", "text": "b\nc"},
            {"kind": "picture", "alt": "Un mapa", "picture": data_url(png())},
        ],
    }


def test_the_address_that_a_browser_shows_is_a_view() -> None:
    document = json.dumps({"slides": [{"view": "https://a.example/x/es/flows?chart=matrix&theme=dark#top"}]})
    assert read_document(document, Locale.EN).deck.slides[0].view.url == "/en/flows?chart=matrix"


def test_faults_are_named_by_their_place_and_lose_nothing_else() -> None:
    slides: list[Any] = [
        {"view": "overview?year=12", "title": "Hall B", "minutes": "3", "colour": "red"},
        {"kind": "video"},
        7,
        {"kind": "picture", "alt": "x", "picture": data_url(b"<svg onload='x'/>", "svg+xml")},
        {"kind": "section", "title": "S", "note": "a" * (LONGEST["note"] + 312), "view": "flows"},
        {"view": "present"},
    ]
    deck, ignored = read_document(json.dumps({"format": "atalaya-deck-9", "slides": slides, "minutes": True}))
    assert [i.parameter for i in ignored] == [
        "format", "minutes",
        "slides[1].view.year", "slides[1].minutes", "slides[1].colour",
        "slides[2].kind", "slides[3]", "slides[4].picture", "slides[5].note", "slides[5].view", "slides[6].view",
    ]  # fmt: skip
    assert [slide.title for slide in deck.slides] == ["Hall B", "", "S"]
    assert deck.slides[1].alt == "x"
    assert len(deck.slides[2].note) == LONGEST["note"]
    assert "5312 characters" in next(i.value for i in ignored if i.parameter == "slides[5].note")


HOSTILE = {
    "nested": "[" * 1_000_000,
    "nested slides": '{"slides":' + "[" * 100_000 + "]" * 100_000 + "}",
    "lists": '{"slides":[' + "[]," * 8_000_000 + "[]]}",
    "slides": '{"slides":[' + '{"view":"flows"},' * 100_000 + "1]}",
    "unknown": '{"slides":[{' + ",".join(f'"k{n}":1' for n in range(50_000)) + "}]}",
    "figures": '{"slides":[{"minutes":' + "9" * 1_000_000 + "}]}",
    "note": '{"slides":[{"view":"flows","note":"' + "é" * 12_000_000 + '"}]}',
    "address": '{"slides":[{"view":"flows?' + "a=b&" * 1_000_000 + '"}]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_answered_in_little_time(name: str) -> None:
    start = time.process_time()
    deck, ignored = read_document(HOSTILE[name])
    assert time.process_time() - start < 1
    assert len(deck) <= MOST
    assert 1 <= len(ignored) <= NAMED


def test_a_picture_is_known_by_its_bytes() -> None:
    assert own_picture(data_url(png(3, 5)))[1:] == ("image/png", 3, 5)
    jpeg = bytes.fromhex("ffd8 ffe0 0004 0000 ff ffc2 000b 08 0005 0003 01 01 11 00 ffda")
    assert own_picture(data_url(jpeg, "jpeg"))[1:] == ("image/jpeg", 3, 5)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (data_url(png(said=(60_000, 60_000))), "60000 x 60000 pixels"),
        (data_url(png(said=(0, 4))), "0 x 4 pixels"),
        (data_url(png(said=(16_000, 16_000))), "16000 x 16000 pixels"),
        (data_url(b"<svg/>"), "no PNG"),
        (data_url(png(), "jpeg"), "no JPEG"),
        (data_url(bytes.fromhex("ffd8 ffc0 0011 08 0005 0003 04 01 11 00"), "jpeg"), "print"),
        (data_url(b"\xff\xd8\xff" + b"\xff" * 1_000_000, "jpeg"), "no JPEG"),
        (data_url(b"\xff\xd8\xff" + b"\xe0\x00\x00" * 1_000_000, "jpeg"), "more than 3 MB|no JPEG"),
        (data_url(b"\x00" * (BYTES + 100)), "more than 3 MB"),
        ("data:image/png;base64,====", "no PNG or JPEG"),
        ("data:text/html;base64,PHNjcmlwdD4=", "no PNG or JPEG"),
        ("https://elsewhere.example/a.png", "no PNG or JPEG"),
        ("kept.", "no PNG or JPEG"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused_with_the_reason(url: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        own_picture(url)
