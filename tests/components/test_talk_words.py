"""What the talk in the browser says has its sentence, and nothing is handed over that it never says."""

import json
import re

import pytest

from components.captions.talk import ROOM, TRAY, of_room, of_tray
from components.document.assets import FOLDER
from components.i18n import words
from components.url.choices import Locale, SlideKind
from components.url.deck import LONGEST, PARTS

SCRIPTS = "\n".join(path.read_text(encoding="utf-8") for path in (FOLDER / "talk").glob("*.js"))
SAID = re.compile(r'word\("([\w.]+)"|Refused\("([\w.]+)"')
ALSO = {"making.line", "making.cancel", "making.failed"}  # said of every file, with or without a talk


def test_each_word_that_a_script_asks_for_is_handed_over() -> None:
    asked = {one or other for one, other in SAID.findall(SCRIPTS)} - ALSO
    assert asked
    assert asked <= {*TRAY, *ROOM}


def test_no_word_is_handed_over_that_no_script_can_ask_for() -> None:
    written = {each.split(".")[0] for each in re.findall(r"word\(`([\w.]+)\$\{", SCRIPTS)}
    unsaid = [key for key in (*TRAY, *ROOM) if f'"{key}"' not in SCRIPTS and key.split(".")[0] not in written]
    assert unsaid == []


@pytest.mark.parametrize("locale", Locale)
def test_gaps_are_those_that_a_script_fills(locale: Locale) -> None:
    said = json.loads(of_tray(words(locale))) | json.loads(of_room(words(locale)))
    gaps = {gap for text in said.values() if isinstance(text, str) for gap in re.findall(r"#(\w+)", text)}
    assert gaps == {"n", "of", "title", "most", "value", "field"}


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("key", ["talk.insert.views", "talk.shelf.none"])
def test_a_button_is_called_what_it_says(locale: Locale, key: str) -> None:
    say = words(locale)
    assert say("deck.add") in say(key)


def test_the_limits_are_those_of_the_server() -> None:
    caps = json.loads(of_tray(words(Locale.ES)))["caps"]
    assert {name: caps[name] for name in LONGEST} == LONGEST
    assert set(caps["parts"]) == set(SlideKind)
    assert caps["parts"]["view"] == ["view", *PARTS[SlideKind.VIEW]]
    assert all(caps["parts"][kind] == list(PARTS[kind]) for kind in SlideKind if kind is not SlideKind.VIEW)
