"""The search for countries and what is counted: what can be found, by which words, and where it leads.

What is sought is compared without accents, capitals and marks, word by word from its beginning; names in all languages
of the site, ISO codes and other words for the same thing count. The browser does the same with the same index
(assets/search.js).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from markupsafe import Markup

from components.document.assets import bundle
from components.i18n import ALPHA_2, Words, words
from components.markup import el
from components.url.carried import carried, chosen
from components.url.choices import NAVIGATION, Locale, Page
from components.url.view import View
from data.iso3166 import ALPHA_3
from data.vocabulary import Country, Crime, FlowMeasure, Indicator

MOST = 8  # offered at a time
LONGEST = 60  # characters of what is sought
# Other words for what is counted, and for the room of talks, in all three languages, as people type them.
ALSO: Mapping[str, str] = {
    Indicator.VICTIMS_DETECTED: "víctimas vítimas victims detección detection identificadas identified trata",
    Indicator.OFFENCES_RECORDED: "delitos crímenes casos denuncias crimes ocorrências offences offenses cases policía",
    Indicator.PERSONS_SUSPECTED: "sospechosos imputados detenidos arrestados suspeitos arguidos suspects arrested",
    Indicator.PERSONS_PROSECUTED: "procesados acusados juicios enjuiciados procesos processados julgamentos processos "
    "prosecutions prosecuted trials charged",
    Indicator.PERSONS_CONVICTED: "condenas condenados sentencias sentenciados condenações sentenças convictions "
    "sentences",
    Crime.SMUGGLING_OF_MIGRANTS: "tráfico ilícito migrantes contrabando smuggling smugglers migrants migração",
    FlowMeasure.VICTIMS_BY_CITIZENSHIP: "nacionalidad ciudadanía origen nacionalidade cidadania origem citizenship "
    "nationality origin flujos fluxos flows",
    FlowMeasure.CONVICTED_BY_CITIZENSHIP: "nacionalidad ciudadanía nacionalidade cidadania nationality",
    FlowMeasure.VICTIMS_REPATRIATED: "repatriaciones retorno repatriações repatriated returned return",
    Page.PRESENT: "presentación presentaciones diapositivas charla apresentação apresentações slides talk deck "
    "PowerPoint",
}
ELSEWHERE = {"USA": "EEUU EE.UU. EUA US Estados Unidos de América", "GBR": "UK Inglaterra Gran Bretaña England"}


class Entry(NamedTuple):
    """What can be found: its name, what kind of thing it is, all words by which it is found, and where it leads (empty
    where it is not among what is shown)."""

    name: str
    kind: str
    sought: str
    to: str


def plain(text: str) -> str:
    """Letters and figures without accents, capitals and marks, in words."""
    letters = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s-]", "", letters.lower()).replace("-", " ").split())


@cache
def index(locale: Locale) -> tuple[Entry, ...]:
    """All that can be found, in the order in which equals are offered: countries, what is counted, pages, and the
    countries that are not among the 22."""
    w, every = words(locale), [words(each) for each in Locale]

    def entry(name: str, kind: str, others: Sequence[str], to: str) -> Entry:
        return Entry(name, kind, plain(" ".join(dict.fromkeys([name, *others]))), to)

    def of(label: Any) -> list[str]:
        return [each.label(label) for each in every]

    found = [
        entry(w.country(c), "country", [*(each.country(c) for each in every), str(c), ALPHA_2[c]],
              View.of(locale, Page.COUNTRY, country=c).url)
        for c in sorted(Country, key=lambda c: w.sort_key(w.country(c)))
    ]  # fmt: skip
    for indicator in Indicator:
        to = View.of(locale, Page.OVERVIEW, indicator=indicator).url
        found.append(entry(w.label(indicator), "counted", [*of(indicator), ALSO[indicator]], to))
    smuggling = Crime.SMUGGLING_OF_MIGRANTS
    to = View.of(locale, Page.OVERVIEW, crime=smuggling).url
    found.append(entry(w.label(smuggling), "counted", [*of(smuggling), ALSO[smuggling]], to))
    for flow in FlowMeasure:
        to = View.of(locale, Page.FLOWS, flow=flow).url
        found.append(entry(w.label(flow), "counted", [*of(flow), ALSO.get(flow, "")], to))
    found += [
        entry(w.label(page), "page", [*of(page), ALSO.get(page, "")], View.of(locale, page).url)
        for page in (*NAVIGATION, Page.ABOUT)
    ]
    others = sorted((ALPHA_3 & w.countries) - set(Country), key=lambda code: w.sort_key(w.country(code)))
    for code in others:
        names = [*(each.country(code) for each in every), code, ALPHA_2[code], ELSEWHERE.get(code, "")]
        found.append(entry(w.country(code), "elsewhere", names, ""))
    return tuple(found)


def matches(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """What a text finds, best first: each of its words begins one of the entry's. A name that is the text comes first,
    then what is shown before what is not, with a word that is the text or a name that begins with it before others."""
    asked = plain(text[:LONGEST])
    if not asked:
        return []
    found = [each for each in entries if all(f" {word}" in f" {each.sought}" for word in asked.split())]
    return sorted(found, key=lambda each: _order(asked, each))[:MOST]


def _order(asked: str, entry: Entry) -> int:
    name = plain(entry.name)
    if asked == name:
        return 0 if entry.kind != "page" else 1
    is_word = entry.kind != "page" and asked in entry.sought.split()
    return (10 if entry.to else 20) + (0 if is_word else 1 if name.startswith(asked) else 2)


def as_json(locale: Locale) -> list[list[str]]:
    """The index as the browser has it: name, kind, words, address."""
    return [list(each) for each in index(locale)]


def form(view: View, words: Words) -> Markup:
    """The field, with where it leads without scripts; the list is filled by assets/search.js."""
    kept = "".join(chosen(view)) if len(chosen(view)) == 1 else ""
    field = el(
        "input", type="search", name="q", maxlength=LONGEST, placeholder=words("search.field"), autocomplete="off",
        aria_label=words("search.label"), aria_keyshortcuts="/", title=words("search.key"), enterkeyhint="search",
    )  # fmt: skip
    return el(
        "form", field,
        el("input", type="hidden", name="country", value=kept) if kept else None,
        el("input", type="hidden", name="theme", value=view.theme) if view.theme != "auto" else None,
        el("ul", id="found", hidden=True, aria_label=words("search.label")),
        el("p", role="status", class_="spoken"),
        action=f"/{view.locale}/search", method="get", role="search", class_="find",
        data_index=f"/{view.locale}/search.json",
        data_none=words("search.none"), data_elsewhere=words("search.elsewhere"), data_one=words("search.one"),
        data_many=words("search.many"),
        **{f"data_kind_{kind}": words(f"search.kind.{kind}") for kind in ("country", "counted", "page")},
    )  # fmt: skip


def with_country(entry: Entry, locale: Locale, country: Country | None, theme: str) -> str:
    """Where a match leads, with the country in view and the theme."""
    view = View.from_url(*entry.to.partition("?")[::2])
    if country and entry.kind != "country":
        at = View.of(locale, Page.COUNTRY, country=country)
        kept = carried(at, view.page)
        view = view.with_values(countries=kept.countries, country=kept.country, where=kept.where)
    return View.parse(view.path, f"{view.search.lstrip('?')}&theme={theme}")[0].url


def results(text: str, locale: Locale, country: Country | None, theme: str) -> str:
    """A page that lists what a text finds; for who has no scripts, and for addresses that are shared."""
    w, view = words(locale), View.of(locale, Page.OVERVIEW)
    found = matches(text, index(locale))
    listed = [
        el("li", el("a", each.name, href=with_country(each, locale, country, theme)), " ",
           el("span", w(f"search.kind.{each.kind}")))
        for each in found if each.to
    ]  # fmt: skip
    said = _said(found, text, w)
    body = [
        el("header", el("a", "Atalaya", href=f"/{locale}/", class_="name"), form(view, w), class_="site"),
        el("main", el("h1", w("search.title", text=text[:LONGEST]) if text else w("search.label")), el("p", said),
           el("ul", listed, class_="found") if listed else None, id="main"),
    ]  # fmt: skip
    head = [
        el("meta", charset="utf-8"), el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="robots", content="noindex"), el("title", f"{w('search.label')} · Atalaya"),
        el("link", rel="stylesheet", href=bundle("page.css").address),
    ]  # fmt: skip
    return Markup("<!doctype html>") + el("html", el("head", head), el("body", body), lang=locale, data_theme=theme)


def _said(found: list[Entry], text: str, words: Words) -> str:
    shown = sum(bool(each.to) for each in found)
    if found and not found[0].to:
        return words("search.elsewhere").replace("#", found[0].name)
    if shown:
        return words("search.one") if shown == 1 else words("search.many").replace("#", str(shown))
    return words("search.none") if plain(text) else words("search.key")
