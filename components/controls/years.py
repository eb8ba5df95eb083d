"""Years: one of those that a page has, or the first and last of a period."""

from collections.abc import Iterable

import dash_bootstrap_components as dbc
from dash import html

from components.controls.choices import Option, folded, named, radios, unsaid
from components.i18n import EN_DASH, Words
from components.url.controls import FIRST, LAST
from components.url.view import View


def year(view: View, offered: Iterable[int], shown: int, words: Words, label: str = "") -> html.Details:
    """One year of those offered; `shown` is the one in view, chosen or not; `label` where it is not a last year."""
    each = [Option(str(year), str(year)) for year in offered]
    content = [radios("year", each, str(shown)), unsaid("year", "" if view.year else str(shown))]
    return folded("year", str(shown), content, label or words("control.year"))


def period(view: View, span: tuple[int, int], shown: tuple[int, int], words: Words) -> html.Details:
    """First and last year. `span` is what may be chosen, `shown` what is in view, chosen or not."""
    known = [str(each) for each in range(min(shown[0], span[0]), max(shown[1], span[1]) + 1)]
    ends = [
        html.Label([html.Span(words(f"period.{end}")), dbc.Select(id=named(field), options=known, value=str(year))])
        for end, field, year in zip(("first", "last"), (FIRST, LAST), shown, strict=True)
    ]
    said = f"{shown[0]}{EN_DASH}{shown[1]}" if view.years else ""
    by_itself = unsaid("years", "" if view.years else f"{shown[0]}-{shown[1]}")
    return folded("years", said, [*ends, by_itself], words("control.years"))
