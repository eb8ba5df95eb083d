"""What stands around every page: the skip link, name, pages, languages, theme; the whole HTML document."""

from typing import Any, NamedTuple

from dash import html
from markupsafe import Markup

from components.controls import links
from components.markup import el
from components.parts import attributes
from components.view import Language, Page, Theme, View
from components.words import Words


def header(view: View, words: Words) -> html.Header:
    """Links that keep the view: the same figures in another language or theme."""
    pages = [html.A(words.label(page), href=view.at_page(page).url, **_current(page is view.page)) for page in Page]
    languages = [
        html.A(
            [html.Span(language.upper()), html.Span(words(f"language.{language}"), className="spoken")],
            href=view.with_values(language=language).url,
            hrefLang=str(language),
            lang=str(language),
            **attributes(data_view=""),
            **_current(language is view.language),
        )
        for language in Language
    ]
    return html.Header(
        [
            html.A(words("skip"), href="#main", className="skip"),
            html.A("Atalaya", href=f"/{view.language}/", className="name"),
            html.Nav(pages, className="pages", **attributes(aria_label=words("pages.label"))),
            html.Nav(languages, className="languages", **attributes(aria_label=words("languages.label"))),
            html.Nav(
                links(view, "theme", Theme, words),
                id="themes",
                className="themes",
                **attributes(aria_label=words("themes.label")),
            ),
        ],
        className="site",
    )


def _current(is_current: bool) -> dict[str, Any]:
    return attributes(aria_current="true") if is_current else {}


class Head(NamedTuple):
    """What a document says of itself. `root` is the scheme and host for alternate addresses."""

    view: View
    title: str
    description: str
    root: str


class Served(NamedTuple):
    """What Dash adds: configuration, scripts, start of the renderer, style sheets."""

    config: str
    scripts: str
    renderer: str
    css: str


def document(head: Head, first: Markup, tree: str, definitions: Markup, served: Served) -> str:
    """The whole answer to a visit: the page already drawn (`first`), the same page as Dash's tree (`tree`, JSON),
    the shapes that maps refer to, then the scripts that make it live."""
    view = head.view
    alternates = [
        el("link", rel="alternate", hreflang=language, href=head.root + view.with_values(language=language).url)
        for language in Language
    ]
    metas = [
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{head.title} · Atalaya"),
        el("meta", name="description", content=head.description),
        el("link", rel="canonical", href=head.root + view.url),
        alternates,
        el("link", rel="icon", href="/assets/icon.svg", type="image/svg+xml"),
        el("link", rel="preload", href=parts_url(view), as_="fetch", crossorigin="anonymous"),
    ]
    # Data, not script: a closing tag or comment inside it must not end it.
    data = Markup(tree.replace("<", "\\u003c"))
    body = [
        definitions,
        el("div", first, id="first"),
        el("script", data, type="application/json", id="first-page"),
        el("div", el("div", class_="_dash-loading"), id="react-entry-point"),
        el("footer", Markup(served.config + served.scripts + served.renderer)),
    ]
    return Markup("<!doctype html>") + el(
        "html", el("head", metas, Markup(served.css)), el("body", body), lang=view.language, data_theme=view.theme
    )


def missing(view: View, words: Words) -> str:
    """The answer to an address that is no page: one plain line and the way back."""
    line = el("p", words("missing.page"), " ", el("a", words("missing.way"), href=f"/{view.language}/"))
    head = el("head", el("meta", charset="utf-8"), el("title", "Atalaya"), _styles())
    body = el("body", el("main", el("h1", "Atalaya"), line))
    return Markup("<!doctype html>") + el("html", head, body, lang=view.language, data_theme=view.theme)


def _styles() -> list[Markup]:
    return [el("link", rel="stylesheet", href=f"/assets/{name}.css") for name in ("tokens", "page")]


def parts_url(view: View) -> str:
    """Where the frames of a view are had (GET): the page's address with `.parts`."""
    return f"{view.path}.parts{view.search}"
