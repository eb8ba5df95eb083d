"""What every file says of itself: title, finding, filter in words, caveat, sources, version and address."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from components.captions.ignored import ignored_lines
from components.captions.picture import Own
from components.captions.releases import cited, earlier
from components.captions.sources import publications
from components.i18n import EN_DASH, Words
from components.pages.page import ShownPage
from components.url.choices import Chart, Layout, Lens, Sort, Theme
from components.url.url_params import FIELDS
from components.url.view import View
from data.cooperation_vocabulary import Direction, RequestKind
from data.model import Answer
from data.vocabulary import Country

NOT_A_FILTER = (Theme, Chart, Sort, Lens, Layout)
NAMED_BY_FIELD = (RequestKind, Direction)  # their words are field.word, not class.word


@dataclass(frozen=True)
class Said:
    """The words around a picture, in the reader's language. `address` leads back to the living view, with the release
    that has these figures."""

    title: str
    finding: str
    filter: str
    caveat: str
    notices: tuple[str, ...]
    flags: tuple[str, ...]
    sources: tuple[str, ...]
    version: str
    address: str
    stamp: str
    rest: str


def said_alone(page: ShownPage, root: str, own: Own) -> Said:
    """Of a figure that speaks for itself: choices and remarks are about the figures of the page."""
    sources = tuple(each.text for each in publications(list(own.sources), page.dataset, page.words))
    return replace(
        said(page, root), title="", finding=own.title, caveat=own.caveat, filter="", flags=(), sources=sources
    )


def said(page: ShownPage, root: str) -> Said:
    """Of a page answered; `root` is scheme and host of the service, or empty."""
    words, dataset, found = page.words, page.dataset, page.found()
    release = earlier(dataset, page.changed(), words) if dataset.newest else ()
    version = words("take.version", version=dataset.version, release=dataset.release)
    return Said(
        page.title,
        found.sentence,
        filter_in_words(page),
        found.caveat,
        (*([" ".join(release)] if release else []), *ignored_lines(page.ignored, words)),
        tuple(page.remarks),
        tuple(each.text for each in publications(page.sources, dataset, words)),
        version,
        root + cited(page.view, dataset).url,
        words("synthetic.stamp") if dataset.synthetic else "",
        words("take.rest"),
    )


def filter_in_words(page: ShownPage) -> str:
    """Every choice that decides which figures are shown, as `name: choice`, defaults included."""
    view, words = page.view, page.words
    named = [name for name in FIELDS[view.page] if f"control.{name}" in words]  # what has no name is no filter
    found = [(name, _choice(page, name, words)) for name in named]
    return " · ".join(words("take.choice", name=_name(name, view, words), choice=text) for name, text in found if text)


def _name(name: str, view: View, words: Words) -> str:
    """A choice by the name of its control; a year that no window ends with is just the year."""
    return words("year.label" if name == "year" and "window" not in FIELDS[view.page] else f"control.{name}")


def _choice(page: ShownPage, name: str, words: Words) -> str:
    value: Any = getattr(page.view, name)
    if name == "year":
        return str(page.year) if page.year else ""
    answer = getattr(page, "answer", None)
    if name == "years" and value is None and isinstance(answer, Answer):
        value = (answer.selection.first, answer.selection.last)
    if value is None or isinstance(value, NOT_A_FILTER):
        return ""
    if name == "countries":
        value = value or getattr(page, "countries", ())  # a page may choose some where the reader has not
        return words.names([words.country(c) for c in value]) if value else words("countries.all")
    if isinstance(value, Country):
        return words.country(value)
    if isinstance(value, tuple):
        return EN_DASH.join(str(year) for year in value)
    if isinstance(value, NAMED_BY_FIELD):
        return words(f"{name}.{value}")
    return words.label(value) if isinstance(value, StrEnum) else str(value)


def is_dark(view: View) -> bool:
    return view.theme is Theme.DARK
