"""What stands around every page: the skip link, name, pages, languages, theme; the whole HTML document."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from components.captions.releases import FEED, feed_address
from components.captions.talk import of_tray
from components.controls.choices import Option, radios
from components.custom_components import Static, attributes
from components.document import icons, search, sharing
from components.document.assets import bundle
from components.document.locale_links import locale_links
from components.i18n import Words, words
from components.markup import el
from components.url.carried import at_country, carried, chosen
from components.url.choices import CHARTS, NAVIGATION, Locale, Page, Theme
from components.url.locales import DEFAULT
from components.url.view import View
from data.vocabulary import Country

ANYONE = Country.ARG  # stands in an address until the country is known
UNLISTED = "noindex, nofollow"  # what is said of it to search engines
FETCHED = ("/_dash-layout", "/_dash-dependencies")


def band(words: Words) -> html.Aside:
    """The stamp across the top of every page of a made-up registry."""
    stamp = words("synthetic.stamp")
    said = [html.B(stamp), html.Span(words("synthetic.band"))]
    return html.Aside(said, className="synthetic", **attributes(aria_label=stamp))


def header(view: View, words: Words, neighbours: Sequence[Country] = ()) -> html.Header:
    """The skip link, the name, and the links of `around` in their places."""
    parts = around(view, words, neighbours)

    def place(kind: type[html.Nav | html.Div], name: str, **marks: Any) -> Component:
        label = attributes(aria_label=words(f"{name}.label"))
        return kind(parts[name]["children"], id=f"{view.page}-{name}", className=name, **label, **marks)

    return html.Header(
        [
            html.A(words("skip"), href="#main", className="skip"),
            html.Span(words("table.goes_on"), id="goes-on", hidden=True),
            html.A("Atalaya", href=f"/{view.locale}/", className="name"),
            place(html.Nav, "pages"),
            Static("search", search.form(view, words), "finder"),
            place(html.Nav, "languages"),
            place(html.Div, "themes", role="group"),
        ],
        className="site",
    )


def footer(view: View, words: Words) -> html.Footer:
    """What stands below every page: what this is, and how it can be used."""
    label = attributes(aria_label=words("foot.label"))
    links = html.Nav(around(view, words)["foot"]["children"], id=f"{view.page}-foot", **label)
    said = attributes(data_talk=of_tray(words))
    return html.Footer([html.Span(words("foot.said")), links], className="colophon", **said)


def around(view: View, words: Words, neighbours: Sequence[Country] = ()) -> dict[str, dict[str, Any]]:
    """Links that keep the view: another page with the country in view, the same figures in another language, place
    or theme. They are named parts, as they follow every choice made below them."""
    mine = None if chosen(view) else at_country(view, ANYONE)
    pages: list[html.A | html.Span] = [
        html.A(
            words.label(page),
            href=carried(view, page, neighbours).url,
            **_current(page is view.page),
            **(attributes(data_mine=carried(mine, page).url) if mine and page is not view.page else {}),
        )
        for page in NAVIGATION
    ]
    if mine:
        pages.append(_remembered(mine, words))
    languages = locale_links(lambda locale: view.with_values(locale=locale).url, words)
    themes = radios("theme", [Option(str(each), words.label(each)) for each in Theme], str(view.theme))
    about = view.at_page(Page.ABOUT)
    foot = [
        html.A(words.label(chart), href=about.with_values(chart=chart).url, **attributes(data_key=f"foot-{chart}"))
        for chart in CHARTS[Page.ABOUT]
    ]
    foot.append(html.A(words.label(Page.METHOD), href=carried(view, Page.METHOD).url))
    return {
        "foot": {"children": foot},
        "pages": {"children": pages},
        "languages": {"children": languages},
        "themes": {"children": [themes]},
    }


def _remembered(mine: View, words: Words) -> html.Span:
    """Where an address says no country: the one that a reader asked this device to remember, in words and with the way
    to forget it. Filled in by assets/remember.js, which puts its code in the place of `ANYONE`."""
    names = ",".join(f"{country}:{words.country(country)}" for country in Country)
    link = html.A(**attributes(data_mine=mine.url))
    forget = html.Button(words("mine.forget_short"), type="button", **attributes(data_forgets=""))
    said = html.Span(words("mine.as_asked"))
    return html.Span([link, said, forget], className="kept", hidden=True, **attributes(data_names=names))


def _current(is_current: bool) -> dict[str, Any]:
    return attributes(aria_current="true") if is_current else {}


class Head(NamedTuple):
    """What a document says of itself. `root` is what absolute addresses begin with, `public` the same where that is
    set for all readers (ATALAYA_URL); what `is_framed` stands in another site's page, and its links open outside it;
    what `is_listed` search engines are to list; what `is_local` was reached by a loopback address. `linked` is what it
    shows, for machines (JSON-LD): a block of data, no script, so that the policy on scripts has no say in it."""

    view: View
    title: str
    description: str
    root: str
    public: str = ""
    finding: str = ""
    is_framed: bool = False
    is_listed: bool = True
    is_local: bool = False
    linked: Mapping[str, Any] | None = None


class Served(NamedTuple):
    """What Dash adds: configuration, scripts, start of the renderer, style sheets."""

    config: str
    scripts: str
    renderer: str
    css: str


def document(head: Head, first: Markup, served: Served) -> str:
    """The whole answer to a visit: the page already drawn (`first`), then the scripts that make it live."""
    view, said = head.view, words(head.view.locale)
    alternates = [
        el("link", rel="alternate", hreflang=tag, href=head.root + view.with_values(locale=locale).url)
        for tag, locale in [*((each, each) for each in Locale), ("x-default", DEFAULT)]
    ]
    metas = [
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{head.title} · Atalaya"),
        el("meta", name="description", content=head.description),
        el("link", rel="canonical", href=head.root + view.url),
        alternates,
        el("link", rel="alternate", type=FEED, title=said("release.feed"), href=head.root + feed_address(said)),
        icons.links(),
        None if head.is_listed else el("meta", name="robots", content=UNLISTED),
        sharing.tags(view, head.title, head.finding, head.root),
        el("base", target="_blank") if head.is_framed else None,
        el("script", _data(head.linked), type="application/ld+json") if head.linked else None,
        # What Dash asks for as soon as its scripts are there.
        [el("link", rel="preload", href=each, as_="fetch", crossorigin="anonymous") for each in FETCHED],
    ]
    body = [
        el("div", first, id="first"),
        el("div", el("div", class_="_dash-loading"), id="react-entry-point"),
        el("div", Markup(served.config + served.scripts + served.renderer), hidden=True),
    ]
    return Markup("<!doctype html>") + el(
        "html",
        el("head", metas, Markup(served.css)),
        el("body", body),
        lang=view.locale,
        data_theme=view.theme,
        data_framed=head.is_framed,
        data_root=head.public or None,
        data_local=head.is_local,
    )


def _data(value: Mapping[str, Any]) -> Markup:
    """JSON that can stand in a document: nothing in it can end the element that holds it."""
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))


def missing(view: View, words: Words) -> str:
    """The answer to an address that is no page: one plain line and the way back."""
    line = el("p", words("missing.page"), " ", el("a", words("missing.way"), href=f"/{view.locale}/"))
    styles = el("link", rel="stylesheet", href=bundle("page.css").address)
    head = el("head", el("meta", charset="utf-8"), el("title", "Atalaya"), icons.links(), styles)
    body = el("body", el("main", el("h1", "Atalaya"), line))
    return Markup("<!doctype html>") + el("html", head, body, lang=view.locale, data_theme=view.theme)
