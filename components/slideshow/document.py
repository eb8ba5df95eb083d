"""The document of the wall: all slides of a deck in one page, with what turns them. Served, it refers to its style
sheets and script; taken away it holds them, and opens from a stick without any network."""

from collections.abc import Sequence

from markupsafe import Markup

from components.document import icons
from components.document.assets import bundle
from components.document.shell import UNLISTED
from components.i18n import Words
from components.markup import el
from components.slideshow.slide import Shown, sections
from components.url.view import View

KEYS = (
    "next",
    "previous",
    "ends",
    "jump",
    "black",
    "white",
    "overview",
    "full",
    "speaker",
    "play",
    "year",
    "help",
    "leave",
)
SPOKEN = ("slide", "clock", "notes", "no_notes", "after", "end")


def sheet(
    view: View, shown: Sequence[Shown], told: Markup, words: Words, *, is_whole: bool, is_kept: bool = False
) -> str:
    """The document at the slide of the view; `told` is what could not be used; `is_whole` holds styles and script; of a
    deck that `is_kept` by a browser no slide has an address."""
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
        el("div", id="cover", hidden=True),
        el("aside", id="answer", hidden=True, role="status"),
        _help(words),
        _script(is_whole=is_whole),
    ]
    return Markup("<!doctype html>") + el(
        "html",
        el("head", head),
        el("body", body, data_slides=len(shown), data_spoken="|".join(words(f"wall.{key}") for key in SPOKEN)),
        lang=view.locale,
        data_theme=view.theme,
        class_=f"hall-{view.hall}",
    )


def _turns(view: View, at: int, of: int, words: Words, *, is_whole: bool, is_kept: bool) -> Markup:
    """Links to the neighbours and out of the hall, which work without scripts; in a file they lead to its parts."""

    def link(n: int, key: str, sign: str) -> Markup:
        to = None if not 1 <= n <= of else f"#slide-{n}" if is_whole or is_kept else view.with_values(slide=n).url
        return el("a", sign, href=to, aria_label=words(f"wall.key.{key}"), data_go=key)

    to_room = view.path if is_kept else view.with_values(slide=None).url
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


def _styles(*, is_whole: bool) -> Markup:
    styles = bundle("slides.css")
    return el("style", Markup(styles.text)) if is_whole else el("link", rel="stylesheet", href=styles.address)


def _script(*, is_whole: bool) -> Markup:
    script = bundle("slides.js")
    return el("script", Markup(script.text)) if is_whole else el("script", src=script.address, defer=True)
