"""The countries of a comparison: the chosen ones in a row, each with a way out, and a fold with all."""

from dash import html

from components.controls.links import Option, link, toggled
from components.custom_components import attributes
from components.i18n import Words
from components.url.view import View
from data.queries.compare import FEWEST, MOST
from data.vocabulary import Country


def picker(view: View, shown: tuple[Country, ...], words: Words) -> html.Details:
    """Each country toggles, while at least two and at most six are chosen; what cannot be changed is no link."""
    names = sorted(Country, key=lambda c: words.sort_key(words.country(c)))
    options = [_option(view, shown, country, words) for country in names]
    rule = html.P(words("compare.rule", fewest=FEWEST, most=MOST))
    summary = html.Summary(
        [html.Span(words("control.countries")), html.B(words.number(len(shown)))],
        **attributes(data_key="fold-countries"),
    )
    group = attributes(aria_label=words("control.countries"))
    content = html.Div([rule, *options], className="options", role="group", **group)
    return html.Details([summary, content], className="fold fold-countries fold-compared")


def _option(view: View, shown: tuple[Country, ...], country: Country, words: Words) -> html.A | html.Span:
    is_chosen = country in shown
    name = words.country(country)
    if len(shown) <= FEWEST if is_chosen else len(shown) >= MOST:
        return html.Span(name, className="is-fixed is-current" if is_chosen else "is-fixed")
    changed = view.with_values(countries=toggled(shown, country))
    return link("countries", Option(country, name, changed, is_chosen))


def chips(view: View, shown: tuple[Country, ...], words: Words) -> html.Div:
    """The chosen countries; where none were chosen, by which rule these are shown."""
    by_name = sorted(shown, key=lambda country: words.sort_key(words.country(country)))
    each = [_chip(view, shown, country, words) for country in by_name]
    said = [] if view.countries else [html.P(words.count("compare.opened_with", len(shown)))]
    return html.Div([*each, *said], className="chips", role="group", **attributes(aria_label=words("compare.chosen")))


def _chip(view: View, shown: tuple[Country, ...], country: Country, words: Words) -> html.A | html.Span:
    place = shown.index(country)
    look = f"chip line-{place}"
    name = words.country(country)
    if len(shown) <= FEWEST:
        return html.Span(name, className=look)
    without = view.with_values(countries=toggled(shown, country))
    marks = attributes(data_turn="countries", data_key=f"without-{country}")
    label = words("compare.without", country=name)
    return html.A(
        [html.Span(name), html.Span("×", **attributes(aria_hidden="true"))],
        href=without.url, className=look, title=label, **attributes(aria_label=label), **marks,
    )  # fmt: skip
