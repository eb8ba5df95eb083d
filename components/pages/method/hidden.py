"""The part never seen: what is detected, and beside it what is not known, or, only when asked for, a rule of thumb."""

from markupsafe import Markup

from components.captions.picture import Picture
from components.figures.interval_bars import Bar
from components.i18n import Words
from components.markup import el
from components.pages.table_pictures import placed
from components.tables.table import to_html
from components.tables.twins import bar_table
from data.interval import Interval
from data.queries.hidden import SUMMIT, unidentified
from data.queries.region import Region
from data.vocabulary import Country

STEP, SIDE = 16, 12  # units from square to square, and its side
IN_A_ROW = 7


def bars(shown: Region, *, with_rule: bool, words: Words) -> list[Bar]:
    """Detected, and not detected, which has no figure without the rule; neither where nobody reports."""
    if shown.count is None:
        return []
    ruled = unidentified(shown.count) if with_rule else None
    return [
        Bar(words("method.hidden.detected"), shown.count, words.interval(shown.count), _reporting(shown, words)),
        Bar(words("method.hidden.not_detected"), ruled, _said(ruled, words), words(_key(with_rule))),
    ]


def picture(shown: Region, *, with_rule: bool, words: Words) -> Picture:
    """The two on one scale."""
    drawn = bars(shown, with_rule=with_rule, words=words)
    if not drawn:
        return Picture("method-hidden", said=(words("method.example.none"),))
    caption = words("method.hidden.caption", year=shown.year)
    table = bar_table(caption, ("", "", ""), drawn, "", look="bars unseen" + " is-ruled" * with_rule)
    rule = (words("method.hidden.squares", n=words.number(SUMMIT.at_least), year=SUMMIT.year),) if with_rule else ()
    return Picture("method-hidden", table=table, said=rule)


def html(shown: Picture) -> Markup:
    """The same on the page; the rule as squares."""
    if shown.table is None:
        return placed(shown)
    return el("div", to_html(shown.table), [_squares(said) for said in shown.said], class_="hidden-part")


def _reporting(shown: Region, words: Words) -> str:
    return words("method.hidden.reporting", n=len(shown.reporting), of=len(Country))


def _said(ruled: Interval | None, words: Words) -> str:
    return words("figure.at_least", n=words.interval(ruled)) if ruled else words("method.hidden.unknown")


def _key(with_rule: bool) -> str:
    return "method.hidden.illustration" if with_rule else "method.hidden.no_figure"


def _squares(said: str) -> Markup:
    """One square for an identified victim, and those that the rule puts beside it."""
    squares = [
        el(
            "rect",
            class_="identified" if i == 0 else "unidentified",
            x=i % IN_A_ROW * STEP + 2,
            y=i // IN_A_ROW * STEP + 2,
            width=SIDE,
            height=SIDE,
        )
        for i in range(SUMMIT.at_least + 1)
    ]
    height = (SUMMIT.at_least // IN_A_ROW + 1) * STEP
    drawn = el("svg", squares, viewBox=f"0 0 {IN_A_ROW * STEP} {height}", aria_hidden="true")
    return el("figure", drawn, el("figcaption", said), class_="squares")
