"""The document of the wall: all slides of a deck in one page, with what turns them. Served, it refers to its style
sheets and script; taken away it holds them, and opens from a stick without any network."""

import json
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from components.document import icons
from components.document.assets import bundle
from components.document.shell import UNLISTED
from components.i18n import Words
from components.markup import el
from components.slideshow import speaker
from components.slideshow.qr import squares
from components.slideshow.slide import Shown, sections
from components.url.view import View
from data.vocabulary import Country

KEYS = (
    "next", "previous", "ends", "jump", "year", "play", "country", "zoom", "laser", "pen", "clear", "code",
    "black", "white", "overview", "full", "start", "speaker", "clock", "kiosk", "help", "escape", "leave",
)  # fmt: skip
# What the script says, where each stands in the catalogues as `wall.`.
SAID = (
    "slide", "end", "black", "white", "how_to_leave", "leave_again", "no_window", "no_code", "choose_country",
    "kiosk_on", "kiosk_off",
)  # fmt: skip
GAPS = ("n", "of", "country", "year", "time")  # which the script fills


def sheet(
    view: View,
    shown: Sequence[Shown],
    told: Markup,
    words: Words,
    *,
    is_whole: bool,
    is_kept: bool = False,
    root: str = "",
    minutes: int = 0,
) -> str:
    """The document at the slide of the view; `told` is what could not be used; `is_whole` holds styles and script; of a
    deck that `is_kept` by a browser no slide has an address. `root` is what the addresses in its codes begin with
    (without it there are none), `minutes` are the talk's."""
    at = min(view.slide or 1, len(shown))
    title = shown[at - 1].said.sentence
    head = [
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{words.number(at)}. {title} · Atalaya"),
        icons.links(is_whole=is_whole),
        el("meta", name="robots", content=UNLISTED),
        _styles(is_whole=is_whole),
    ]
    body = [
        el("div", told, class_="notice", id="notice", role="status") if told else None,
        el("main", sections(shown, at), id="wall"),
        _turns(view, at, len(shown), words, is_whole=is_whole, is_kept=is_kept),
        el("p", role="status", class_="spoken", id="said"),
        el("p", role="status", id="hint", hidden=True),
        el("aside", id="answer", hidden=True, role="status"),
        el("aside", id="code", hidden=True),
        el("svg", id="ink", aria_hidden="true"),
        el("div", id="laser", aria_hidden="true"),
        el("div", id="cover", hidden=True),
        _help(words),
        _codes(shown, root, words) if root else None,
        speaker.template(words),
        _script(is_whole=is_whole),
    ]
    marks = {"words": _said(words), "kiosk": view.kiosk, "minutes": minutes or None}
    return Markup("<!doctype html>") + el(
        "html",
        el("head", head),
        el("body", body, **{f"data_{name}": value for name, value in marks.items()}),
        lang=view.locale,
        data_theme=view.theme,
        class_=f"hall-{view.hall}",
    )


def _said(words: Words) -> str:
    """The sentences of the script, by the names it has for them, and the names of the countries it may name."""
    keys = {key: f"wall.{key}" for key in SAID} | {key: f"wall.speaker.{key}" for key in speaker.SAID}
    said = {name: words(key, **{gap: f"{{{gap}}}" for gap in GAPS}) for name, key in keys.items()}
    return json.dumps(said | {"countries": {each: words.country(each) for each in Country}}, ensure_ascii=False)


def _turns(view: View, at: int, of: int, words: Words, *, is_whole: bool, is_kept: bool) -> Markup:
    """Links to the neighbours and out of the hall, which work without scripts; in a file they lead to its parts."""

    def link(n: int, key: str, sign: str) -> Markup:
        to = None if not 1 <= n <= of else f"#slide-{n}" if is_whole or is_kept else view.with_values(slide=n).url
        return el("a", sign, href=to, aria_label=words(f"wall.key.{key}"), data_go=key)

    to_room = view.path if is_kept else view.with_values(slide=None, kiosk=None).url
    leave = el("a", "×", href=to_room, aria_label=words("wall.key.leave"), data_out=True)
    return el(
        "nav", link(at - 1, "previous", "‹"), link(at + 1, "next", "›"), None if is_whole else leave,
        class_="turns", aria_label=words("wall.turns"),
    )  # fmt: skip


def _help(words: Words) -> Markup:
    """Every key, by name."""
    rows = [el("div", el("dt", words(f"wall.key.{key}.keys")), el("dd", words(f"wall.key.{key}"))) for key in KEYS]
    head = el("h2", words("wall.keys"), id="keys-head")
    return el("dialog", head, el("dl", rows), id="keys", aria_labelledby="keys-head")


def _codes(shown: Iterable[Shown], root: str, words: Words) -> Markup:
    """For each slide that is a view the QR code of its address, drawn but not shown until it is asked for."""
    codes = [_code(each.number, root + each.page.lasting.url, words) for each in shown if each.page]
    return el("template", codes, id="codes")


def _code(number: int, address: str, words: Words) -> Markup:
    label = words("take.code", address=address)
    return el("figure", squares(address), el("figcaption", address), role="img", aria_label=label, data_slide=number)


def _styles(*, is_whole: bool) -> Markup:
    styles = bundle("slides.css")
    return el("style", Markup(styles.text)) if is_whole else el("link", rel="stylesheet", href=styles.address)


def _script(*, is_whole: bool) -> Markup:
    script = bundle("slides.js")
    return el("script", Markup(script.text)) if is_whole else el("script", src=script.address, defer=True)
