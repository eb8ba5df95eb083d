"""The two crimes side by side: what each is, drawn as a short way, and in what they differ, said in words."""

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from data.vocabulary import Crime

DIFFERENCES = ("consent", "border", "after", "against")
WAY, BORDER, END = 46, 160, 262  # places along the way, in units of a drawing 320 wide


def difference(words: Words) -> Markup:
    """A heading, two sentences, and a card for each crime; the drawings repeat what the words say."""
    return el(
        "section",
        el("h2", words("crimes.title"), id="difference-title"),
        el("p", words("crimes.said"), class_="said"),
        el("div", [_card(crime, words) for crime in reversed(Crime)], class_="two-crimes"),
        el("p", words("crimes.source"), class_="source"),
        aria_labelledby="difference-title",
    )


def _card(crime: Crime, words: Words) -> Markup:
    said = {name: f"{crime}.{name}" for name in DIFFERENCES}
    lines = [el("div", el("dt", words(f"crimes.{name}")), el("dd", words(f"crimes.{said[name]}"))) for name in said]
    return el("article", el("h3", words.label(crime)), _drawing(crime), el("dl", lines), class_=f"crime is-{crime}")


def _drawing(crime: Crime) -> Markup:
    """A person on the way: across a border and on, or with or without one and then held."""
    is_smuggling = crime is Crime.SMUGGLING_OF_MIGRANTS
    ending = _onward() if is_smuggling else _held()
    border = el("line", class_="border" if is_smuggling else "border is-optional", x1=BORDER, x2=BORDER, y1=8, y2=76)
    start = [_person(WAY), _payment() if is_smuggling else _force()]
    stop = END - (20 if is_smuggling else 40)
    way = el("path", class_="way", d=f"M{WAY + (18 if is_smuggling else 34)} 48H{stop}m-8 -6l8 6l-8 6")
    return el("svg", border, start, way, ending, viewBox="0 0 340 84", aria_hidden="true", class_="way-of-crime")


def _person(x: int, look: str = "person") -> Markup:
    return el("g", el("circle", cx=x, cy=34, r=6), el("path", d=f"M{x - 9} 62v-8a9 9 0 0 1 18 0v8z"), class_=look)


def _payment() -> list[Markup]:
    """A coin that the person gives."""
    return [el("circle", class_="coin", cx=WAY + 30, cy=28, r=7), el("path", class_="coin", d=f"M{WAY + 30} 25v6")]


def _force() -> Markup:
    """A ring about the person, whose consent does not count."""
    return el("circle", class_="force", cx=WAY, cy=46, r=27)


def _onward() -> list[Markup]:
    """The person goes on alone."""
    return [_person(END), el("path", class_="way is-free", d=f"M{END + 16} 48h30m-7 -5l7 5l-7 5")]


def _held() -> list[Markup]:
    """The person stays inside a ring that goes round and round."""
    ring = el("circle", class_="force", cx=END, cy=46, r=27)
    turn = f"M{END - 36} 46a36 36 0 0 1 68 -14m2 -10l-2 10l-10 -2"
    return [_person(END), ring, el("path", class_="force", d=turn)]
