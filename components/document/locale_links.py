"""The same page in another language, or as another place writes the same: links, so that no script is needed."""

from collections.abc import Callable
from typing import Any

from dash import html

from components.custom_components import attributes
from components.i18n import Words, words
from components.url.choices import Language, Locale

SAMPLE = 1234.5  # has a group of digits and a decimal mark
KEY = "fold-locale"


def locale_links(address: Callable[[Locale], str], said: Words) -> list[Any]:
    """A link for each language; and behind the reader's own figures, all locales by their own names, each with a figure
    as it has them. `address` is where the page is had in a locale."""
    short = [
        _link(
            Locale(language) if language is not said.language else said.locale,
            [html.Span(language.upper()), html.Span(said(f"language.{language}"), className="spoken")],
            address, is_current=language is said.language,
        )
        for language in Language
    ]  # fmt: skip
    every = [
        _link(
            locale,
            [html.Span(words(locale)("locale.name")), html.Span(_sample(words(locale)), className="sample")],
            address, is_current=locale is said.locale,
        )
        for locale in Locale
    ]  # fmt: skip
    label = html.Span(f"{said('locale.label')}: {said('locale.name')}", className="spoken")
    sample = html.Span(_sample(said), **attributes(aria_hidden="true"))
    summary = html.Summary([sample, label], **attributes(data_key=KEY))
    return [*short, html.Details([summary, html.Div(every, className="options")], className="fold fold-locale")]


def _sample(said: Words) -> str:
    return said.number(SAMPLE, 1)


def _link(locale: Locale, content: list[Any], address: Callable[[Locale], str], *, is_current: bool) -> html.A:
    current = {"aria_current": "true"} if is_current else {}
    return html.A(content, href=address(locale), hrefLang=str(locale), lang=str(locale),
                  **attributes(data_view="", **current))  # fmt: skip
