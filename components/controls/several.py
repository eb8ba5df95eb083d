"""Several of many: native checkboxes behind their name. The empty text among them stands for all."""

from collections.abc import Sequence

import dash_bootstrap_components as dbc
from dash import html

from components.controls.choices import Option, by_name, folded, named, search, unsaid
from components.custom_components import attributes
from components.i18n import Words
from components.url.view import View
from data.queries.compare import FEWEST, MOST
from data.vocabulary import Country


def checklist(field: str, offered: Sequence[Option], chosen: Sequence[str], fixed: Sequence[str] = ()) -> dbc.Checklist:
    """Checkboxes, those of `fixed` not to be changed."""
    options = [{"label": label, "value": value, "disabled": value in fixed} for value, label in offered]
    return dbc.Checklist(id=named(field), options=options, value=list(chosen))


def any_or_all(field: str, every: str, offered: Sequence[Option], chosen: Sequence[str], words: Words) -> html.Details:
    """Some of the options, or all of them where none is chosen; the fold says how many, or which one."""
    names = dict(offered)
    said = "" if not chosen else names[chosen[0]] if len(chosen) == 1 else words.number(len(chosen))
    shown = checklist(field, [Option("", every), *offered], chosen or [""])
    return folded(field, said, [search(words), shown], words(f"control.{field}"))


def countries(view: View, words: Words) -> html.Details:
    """Any of the 22; none chosen means all."""
    return any_or_all("countries", words("countries.all"), by_name(words), list(map(str, view.countries)), words)


def compared(view: View, shown: Sequence[Country], words: Words) -> html.Details:
    """Two to six of the 22: what would leave fewer or make more cannot be changed."""
    offered, chosen = by_name(words), list(map(str, shown))
    fixed = chosen if len(shown) <= FEWEST else []
    if len(shown) >= MOST:
        fixed = [option.value for option in offered if option.value not in chosen]
    rule = html.P(words("compare.rule", fewest=FEWEST, most=MOST))
    by_itself = unsaid("countries", "" if view.countries else ",".join(chosen))
    content = [rule, search(words), checklist("countries", offered, chosen, fixed), by_itself]
    return folded("countries", words.number(len(shown)), content, words("control.countries"))


def chips(shown: Sequence[Country], is_chosen: bool, words: Words) -> html.Div:
    """The countries compared, each with a button that unchecks it; where none were chosen, by which rule these are
    shown. Named, so that it follows an answer as one."""
    by_name = sorted(shown, key=lambda country: words.sort_key(words.country(country)))
    each = [_chip(shown, country, words) for country in by_name]
    said = [] if is_chosen else [html.P(words.count("compare.opened_with", len(shown)))]
    group = attributes(aria_label=words("compare.chosen"))
    return html.Div([*each, *said], id={"said": "chips"}, className="chips", role="group", **group)


def _chip(shown: Sequence[Country], country: Country, words: Words) -> html.Button | html.Span:
    look, name = f"chip line-{shown.index(country)}", words.country(country)
    if len(shown) <= FEWEST:
        return html.Span(name, className=look)
    label = words("compare.without", country=name)
    content = [html.Span(name), html.Span("×", **attributes(aria_hidden="true"))]
    return html.Button(content, className=look, title=label, **attributes(aria_label=label, data_picks=country))
