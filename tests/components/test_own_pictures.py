"""Slides of one's own: any words have room or are said to be missing, in both halls; all renderers draw them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from any_deck import data_url, png, slides
from hypothesis import given, settings
from hypothesis import strategies as st

from components.drawing.fonts import printable
from components.files.png import png as drawn
from components.i18n import words
from components.slideshow.composed import LEAST, TALL, WIDE, Box, Code, Composed, Image, Role, Words
from components.slideshow.own_pictures import KINDS, MISSING, Own, own, own_said
from components.slideshow.slide import Setting, answered, sections
from components.slideshow.slide_drawing import drawing
from components.url.choices import Hall, Locale, SlideKind
from components.url.deck import LONGEST, Deck, Slide
from components.url.deck_text import line, lines
from data.dataset import Dataset

ES = words(Locale.ES)
units = st.text(st.sampled_from("aWi áñ-\n") | st.characters(codec="utf-8"), max_size=12)


def repeated(name: str, clean: Callable[[str, int], str]) -> st.SearchStrategy[str]:
    """Texts of any length that a slide may have."""
    many = st.tuples(units, st.sampled_from([1, 3, 20, 2_000]))
    return many.map(lambda drawn: clean(drawn[0] * drawn[1], LONGEST[name]))


def known(text: str) -> int:
    """How many letters and figures of a text there are glyphs for."""
    return sum(each.isalnum() for each in printable(text))


def said(composed: Composed, *roles: Role) -> list[str]:
    """The lines of some roles."""
    return [text for each in composed.blocks if isinstance(each, Words) and each.role in roles for text in each.lines]


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(list(KINDS)), title=repeated("title", line), text=repeated("text", lines),
    hall=st.sampled_from(Hall),
)  # fmt: skip
def test_all_words_are_on_the_slide_or_said_to_be_missing(
    small: Dataset, kind: SlideKind, title: str, text: str, hall: Hall
) -> None:
    composed = own(Slide.own(kind, Locale.ES, title=title, text=text), Own(hall, ES, small), "1 / 1")
    shown = [each for each in composed.blocks if isinstance(each, Words)]
    for place in (each.place for each in composed.blocks):
        assert 0 <= place.left < place.right <= WIDE + 1
        assert 0 <= place.top < place.bottom <= TALL + 1
    assert all(each.size >= LEAST for each in shown)
    if not any(each.name == MISSING for each in shown):
        assert known("".join(said(composed, Role.TEXT, Role.ITEM))) >= known(text)
    assert kind is SlideKind.CLOSING or known("".join(said(composed, Role.TITLE))) == known(title)


def test_no_two_words_lie_upon_each_other(small: Dataset) -> None:
    text = "Uno\n- dos\n\n" * 20
    for kind in KINDS:
        for hall in Hall:
            composed = own(Slide.own(kind, Locale.ES, title="T" * 200, text=text), Own(hall, ES, small), "1 / 1")
            places = [each.place for each in composed.blocks if isinstance(each, Words)]
            for n, one in enumerate(places):
                for other in places[n + 1 :]:
                    apart = one.right <= other.left or other.right <= one.left
                    assert apart or one.bottom <= other.top + 1 or other.bottom <= one.top + 1, (kind, hall)


def test_line_breaks_and_items_stay(small: Dataset) -> None:
    slide = Slide.own(SlideKind.TEXT, Locale.ES, title="T", text="Uno\n- dos\n\n* tres\ncuatro")
    composed = own(slide, Own(Hall.NEAR, ES, small), "1 / 1")
    assert said(composed, Role.TEXT) == ["Uno", "cuatro"]
    assert said(composed, Role.ITEM) == ["dos", "tres"]
    marks = [each for each in composed.blocks if isinstance(each, Box)]
    assert len(marks) == 2


def test_what_has_no_room_is_counted(small: Dataset) -> None:
    slide = Slide.own(SlideKind.TEXT, Locale.ES, title="T", text="\n".join(f"- {n}" for n in range(400)))
    composed = own(slide, Own(Hall.NEAR, ES, small), "1 / 1")
    shown = len(said(composed, Role.ITEM))
    [missing] = said(composed, Role.TEXT)
    assert f"Faltan {400 - shown} líneas" in missing


def test_a_picture_keeps_its_shape_and_stands_whole_on_the_slide(small: Dataset) -> None:
    for width, height in ((4, 1), (1, 4), (16, 9)):
        picture = data_url(png(width * 20, height * 20))
        slide = Slide.own(SlideKind.PICTURE, Locale.ES, title="T", text="Abajo", picture=picture, alt="Foto")
        composed = own(slide, Own(Hall.NEAR, ES, small), "1 / 1")
        [image] = [each for each in composed.blocks if isinstance(each, Image)]
        assert image.place.width / image.place.height == pytest.approx(width / height)
        assert (image.alt, image.mime) == ("Foto", "image/png")
        assert drawn(drawing(composed), 0.1).startswith(b"\x89PNG")


def test_the_last_slide_leads_to_the_site_where_it_has_an_address(small: Dataset) -> None:
    slide = Slide.own(SlideKind.CLOSING, Locale.ES, title="Gracias")
    reached = replace(small, contact="contacto@example.org")
    with_code = own(slide, Own(Hall.NEAR, ES, reached, "https://example.org/atalaya"), "1 / 1")
    assert [each.address for each in with_code.blocks if isinstance(each, Code)] == ["https://example.org/atalaya"]
    assert said(with_code, Role.TEXT) == ["example.org/atalaya", "contacto@example.org"]
    without = own(slide, Own(Hall.NEAR, ES, small), "1 / 1")
    assert not [each for each in without.blocks if isinstance(each, Code)]


def test_a_slide_is_called_by_its_title_or_what_comes_next() -> None:
    assert own_said(Slide.own(SlideKind.TEXT, Locale.ES, title="A", text="b"), ES).sentence == "A"
    assert own_said(Slide.own(SlideKind.TEXT, Locale.ES, text="b\nc"), ES).sentence == "b"
    assert own_said(Slide.own(SlideKind.PICTURE, Locale.ES, alt="d"), ES).sentence == "d"
    assert own_said(Slide.own(SlideKind.CLOSING, Locale.ES), ES).sentence == "Cierre"


@settings(max_examples=15, deadline=None)
@given(st.lists(slides().filter(lambda slide: slide.kind in KINDS), min_size=1, max_size=3))
def test_the_hall_draws_any_of_them(small: Dataset, given_slides: list[Slide]) -> None:
    shown = answered(Deck(tuple(given_slides)), Setting(), small)
    html = "".join(sections(shown, 1))
    assert html.count("<section") == len(given_slides)
