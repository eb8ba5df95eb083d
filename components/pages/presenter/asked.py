"""What a slide was asked to show, in words: its picture, and each choice other than the page's own."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from components.i18n import EN_DASH, Words
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.url.choices import Chart, Hall
from components.url.url_params import FIELDS, defaults
from components.url.view import Ignored
from data.cooperation_vocabulary import Direction, RequestKind
from data.vocabulary import Country

UNSAID = frozenset({"chart", "theme", "layout", "sort", "year"})  # no choice of figures, or in the title already
NAMED = {Hall.NEAR: len(Country), Hall.DEEP: 4}  # countries of a choice; a deep hall has room for few


def asked(page: ShownPage, year: int | None, hall: Hall = Hall.NEAR) -> str:
    """What the picture shows, and what was chosen, in words."""
    title = page.title
    if isinstance(page, Overview):
        title = page.caption(None if page.is_chart(Chart.SERIES) else year)
    told = title if hall is Hall.NEAR else ""
    return "; ".join([*([told] if told else []), *choices(page, told, NAMED[hall])])


def choices(page: ShownPage, told: str, most: int) -> Iterator[str]:
    """What was chosen other than the page's defaults, in words; places and years that are `told` already once only, and
    of countries no more than `most` by name."""
    view, words = page.view, page.words
    known = defaults(view.page, {"crime": view.crime})
    for name in FIELDS[view.page]:
        value = getattr(view, name)
        if name not in UNSAID and value != known[name] and not _is_told(value, told, words):
            yield f"{words(f'control.{name}')}: {_printed(value, words, most)}"


def _is_told(value: Any, told: str, words: Words) -> bool:
    """Whether a text names the countries or the years that were chosen."""
    if not isinstance(value, Country | tuple) or not value:
        return False
    are_countries = isinstance(value, tuple) and all(isinstance(each, Country) for each in value)
    return all(_printed(each, words) in told for each in (value if are_countries else [value]))


def _printed(value: Any, words: Words, most: int = len(Country)) -> str:
    if isinstance(value, Country):
        return words.country(value)
    if isinstance(value, RequestKind):
        return words(f"kind.{value}")
    if isinstance(value, Direction):
        return words(f"direction.{value}")
    if isinstance(value, StrEnum):
        return words.label(value)
    if isinstance(value, tuple) and all(isinstance(each, Country) for each in value):
        return words.few([words.country(each) for each in value], most)
    return EN_DASH.join(map(str, value)) if isinstance(value, tuple) else str(value)


def not_shown(pages: Iterable[ShownPage | None]) -> list[Ignored]:
    """What the slides of a deck ask for and the data cannot show, such as more countries than are compared; None is a
    slide that is no view."""
    found = [(number, fault) for number, page in enumerate(pages, 1) if page for fault in page.ignored]
    return [fault._replace(parameter=f"slides[{number}].{fault.parameter}") for number, fault in found]
