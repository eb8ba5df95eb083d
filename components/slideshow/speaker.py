"""The window of who speaks, without what changes in it: the script of the hall fills its slots and shows the slides."""

from markupsafe import Markup

from components.i18n import Words
from components.markup import el

# What its script says, where each stands in the catalogues as `wall.speaker.`.
SAID = (
    "speaker", "begin", "go_on", "hold", "ahead", "behind", "on_time", "step_name", "step_play", "step_finish",
    "step_slide", "no_notes",
)  # fmt: skip
LABELS = (
    "now", "used", "slide_used", "place", "following", "notes", "passport", "jumps", "lost", "next", "previous",
    "black", "reset", "larger", "smaller", "controls",
)  # fmt: skip


def template(words: Words) -> Markup:
    """What `assets/hall/speaker.js` puts into the document when it is the second window."""

    def said(key: str) -> str:
        return words(f"wall.speaker.{key}")

    def slot(name: str, kind: str = "span", **marks: object) -> Markup:
        return el(kind, data_slot=name, **marks)

    def told(key: str, name: str) -> Markup:
        return el("div", el("dt", said(key)), el("dd", slot(name)), class_=f"is-{name}")

    def button(key: str, act: str, sign: str, **marks: object) -> Markup:
        return el("button", sign, type="button", data_act=act, aria_label=said(key), title=said(key), **marks)

    times = el("dl", told("used", "used"), told("slide_used", "slide-used"), told("now", "now"), told("place", "place"))
    clock = el("button", slot("clock"), type="button", data_act="clock")
    reset = el("button", said("reset"), type="button", data_act="reset")
    head = el(
        "header",
        times,
        el("p", slot("pace"), class_="pace"),
        el("p", clock, reset, class_="clock"),
        el("p", slot("covered", hidden=True), slot("lost", hidden=True), role="status", class_="state"),
    )
    passport = el("details", el("summary", said("passport")), slot("passport", "ul"))
    note = el(
        "div",
        el("h2", slot("head")),
        el("div", slot("note", "div", class_="note"), passport, tabindex="0", data_scrolls=True),
        class_="said",
        role="region",
        aria_label=said("notes"),
    )
    ahead = el("aside", el("b", said("following")), " ", slot("following"), class_="following")
    jumps = el("nav", slot("jumps", "ol"), aria_label=said("jumps"), class_="jumps", data_scrolls=True)
    foot = el(
        "nav",
        button("previous", "previous", "‹"),
        button("next", "next", "›"),
        button("black", "black", "■", aria_pressed="false"),
        button("smaller", "smaller", "A−"),
        button("larger", "larger", "A+"),
        class_="foot",
        aria_label=said("controls"),
    )
    return el("template", head, ahead, jumps, note, foot, id="speaker")
