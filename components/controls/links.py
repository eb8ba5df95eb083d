"""Controls are links: each option is the address of the view it leads to, so the page works before, with and without
JavaScript, and every choice can be copied, opened in a tab, or gone back from."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from dash import html

from components.custom_components import attributes
from components.i18n import Words
from components.url.view import View
from data.vocabulary import Age, Country, Crime, Exploitation, Indicator, Measure, Panel, Sex


class Option(NamedTuple):
    """One link of a control: what it is called, where it leads, whether it is what is shown."""

    key: str
    label: str
    view: View
    is_chosen: bool


def controls(view: View, span: tuple[int, int], words: Words) -> list[html.Div]:
    """All controls of the overview. `span` is the first and last year that the period may take. Of smuggling there is
    one indicator, and no breakdown."""
    is_trafficking = view.crime is Crime.TRAFFICKING
    indicators = [row(view, "indicator", Indicator, words)] if is_trafficking else []
    return [
        html.Div([*indicators, row(view, "measure", Measure, words)], className="choices"),
        html.Div(
            [
                *(fold(view, name, kind, words) for name, kind in BREAKDOWNS if is_trafficking),
                countries(view, words),
                period(view, span, words),
                fold(view, "panel", Panel, words),
            ],
            className="folds",
        ),
    ]


BREAKDOWNS: tuple[tuple[str, type[StrEnum]], ...] = (("sex", Sex), ("age", Age), ("exploitation", Exploitation))


def crimes(view: View, words: Words) -> list[html.A]:
    """The two crimes side by side; each leads to a view that its figures can answer, in its own years."""
    own = {} if view.crime is Crime.SMUGGLING_OF_MIGRANTS else {"year": None, "years": None}
    back = {} if view.crime is Crime.TRAFFICKING else {"year": None, "years": None}
    whole = {"sex": Sex.TOTAL, "age": Age.TOTAL, "exploitation": Exploitation.TOTAL}
    to = {
        Crime.TRAFFICKING: view.with_values(crime=Crime.TRAFFICKING, **back),
        Crime.SMUGGLING_OF_MIGRANTS: view.with_values(
            crime=Crime.SMUGGLING_OF_MIGRANTS, indicator=Indicator.OFFENCES_RECORDED, **whole, **own
        ),
    }
    return [link("crime", Option(crime, words.label(crime), to[crime], crime is view.crime)) for crime in Crime]


def options(view: View, name: str, kind: Iterable[StrEnum], words: Words) -> list[Option]:
    """One option for each word of an enumeration: the view with that field changed."""
    chosen = getattr(view, name)
    return [Option(str(v), words.label(v), view.with_values(**{name: v}), v is chosen) for v in kind]


def link(name: str, option: Option) -> html.A:
    """The option as a link that turns the page (assets/navigation.js) and says whether it is what is shown."""
    marks = attributes(data_turn=name, data_key=f"{name}-{option.key}")
    if option.is_chosen:
        marks |= attributes(aria_current="true")
    return html.A(option.label, href=option.view.url, **marks)


def links(view: View, name: str, kind: Iterable[StrEnum], words: Words) -> list[html.A]:
    """All options of a field as links."""
    return [link(name, option) for option in options(view, name, kind, words)]


def row(view: View, name: str, kind: Iterable[StrEnum], words: Words) -> html.Div:
    """All options side by side, for what is changed most."""
    label = attributes(aria_label=words(f"control.{name}"))
    return html.Div(links(view, name, kind, words), className="segments", role="group", **label)


def fold(view: View, name: str, kind: Iterable[StrEnum], words: Words) -> html.Details:
    """Options behind their name; what is chosen is said on the fold unless it is the default (the first)."""
    offered = options(view, name, kind, words)
    chosen = [option.label for option in offered if option.is_chosen]
    said = "" if offered[0].is_chosen else ", ".join(chosen)
    return _details(name, said, [link(name, option) for option in offered], words)


def chosen_fold(name: str, said: str, offered: Iterable[Option], words: Words) -> html.Details:
    """Options of a field behind its name; `said` is what is chosen, empty for the default."""
    return _details(name, said, [link(name, option) for option in offered], words)


def _details(name: str, said: str, content: Any, words: Words, named: str = "") -> html.Details:
    label = [html.Span(named or words(f"control.{name}"))] + ([html.B(said)] if said else [])
    return html.Details(
        [
            html.Summary(label, **attributes(data_key=f"fold-{name}")),
            html.Div(
                content, className="options", role="group", **attributes(aria_label=named or words(f"control.{name}"))
            ),
        ],
        className=f"fold fold-{name}",
    )


def countries(view: View, words: Words) -> html.Details:
    """Each country toggles; none chosen means all 22."""
    everyone = Option("all", words("countries.all"), view.with_values(countries=()), not view.countries)
    each = sorted(
        (
            Option(c, words.country(c), view.with_values(countries=toggled(view.countries, c)), c in view.countries)
            for c in Country
        ),
        key=lambda option: words.sort_key(option.label),
    )
    said = (
        words.country(view.countries[0])
        if len(view.countries) == 1
        else words.number(len(view.countries))
        if view.countries
        else ""
    )
    return _details("countries", said, [link("countries", option) for option in [everyone, *each]], words)


def country(view: View, name: str, words: Words) -> html.Details:
    """One country of the 22, or none in particular."""
    named = sorted(((c, words.country(c)) for c in Country), key=lambda pair: words.sort_key(pair[1]))
    return _one_or_none(view, name, words("country.none"), named, words)


def which(view: View, words: Words) -> html.Details:
    """One country of the 22, where there must be one."""
    each = sorted(
        (Option(c, words.country(c), view.with_values(country=c), c is view.country) for c in Country),
        key=lambda option: words.sort_key(option.label),
    )
    said = words.country(view.country) if view.country else ""
    return _details("country", said, [link("country", option) for option in each], words)


def any_of(view: View, name: str, kind: Iterable[StrEnum], words: Words) -> html.Details:
    """One word of an enumeration (named `field.word`), or any."""
    return _one_or_none(view, name, words(f"{name}.any"), [(v, words(f"{name}.{v}")) for v in kind], words)


def _one_or_none(view: View, name: str, none: str, named: Iterable[tuple[StrEnum, str]], words: Words) -> html.Details:
    chosen = getattr(view, name)
    offered = [Option("all", none, view.with_values(**{name: None}), chosen is None)]
    offered += [Option(str(v), label, view.with_values(**{name: v}), v is chosen) for v, label in named]
    said = "" if chosen is None else next((option.label for option in offered if option.is_chosen), str(chosen))
    return _details(name, said, [link(name, option) for option in offered], words)


def year(view: View, offered: Iterable[int], shown: int, words: Words, label: str = "") -> html.Details:
    """One year of those offered; `shown` is the one in view, chosen or not; `label` where it is not a last year."""
    each = [Option(str(y), str(y), view.with_values(year=y), y == shown) for y in offered]
    choice = html.Div([link("year", option) for option in each], className="years")
    return _details("year", str(shown), choice, words, label)


def toggled(countries: tuple[Country, ...], country: Country) -> tuple[Country, ...]:
    """The choice with one country added, or taken out if it was in."""
    return tuple(sorted(set(countries) ^ {country}))


def period(view: View, span: tuple[int, int], words: Words) -> html.Details:
    """First and last year, each a row of links."""
    first, last = view.years or span
    known = range(min(first, span[0]), max(last, span[1]) + 1)
    ends = {
        "first": [Option(str(y), str(y), view.with_values(years=(y, max(y, last))), y == first) for y in known],
        "last": [Option(str(y), str(y), view.with_values(years=(min(first, y), y)), y == last) for y in known],
    }
    content = [
        html.Div(
            [html.Span(words(f"period.{end}"))] + [link(f"years-{end}", option) for option in options],
            className="years",
            role="group",
            **attributes(aria_label=words(f"period.{end}")),
        )
        for end, options in ends.items()
    ]
    return _details("years", f"{first}–{last}" if view.years else "", content, words)
