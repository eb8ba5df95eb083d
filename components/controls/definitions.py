"""What is counted, on demand: beside the names of indicators and flows a fold with the definition of each."""

from collections.abc import Iterable
from typing import Any

from dash import html

from components.controls.choices import row
from components.custom_components import attributes
from components.i18n import Words
from components.url.carried import carried
from components.url.choices import Page
from components.url.view import View
from data.vocabulary import Crime, FlowMeasure, Indicator
from data.wording import COUNTED, INDICATORS

IN_THE_SOURCE = {indicator: said for said, indicator in INDICATORS.items()}
SMUGGLING = "smuggling_offences"


def indicators(view: View, words: Words) -> list[Any]:
    """The indicators in a row, with what each counts; of smuggling there is one."""
    if view.crime is Crime.SMUGGLING_OF_MIGRANTS:
        return [what_is_counted(view, [Indicator.OFFENCES_RECORDED], words)]
    return [row(view, "indicator", Indicator, words), what_is_counted(view, Indicator, words)]


def what_is_counted(view: View, kinds: Iterable[Indicator | FlowMeasure], words: Words) -> html.Details:
    """A sign that opens what each of the kinds counts, how the source words it, what it is not, and the way to the
    method. It says the same whichever is chosen, so it stays as it is when another is."""
    told: list[Any] = []
    for kind in kinds:
        is_smuggling = view.crime is Crime.SMUGGLING_OF_MIGRANTS
        told += [html.Dt(words.label(view.crime if is_smuggling else kind)), *_said(kind, is_smuggling, words)]
    to = carried(view, Page.METHOD)
    more = html.A(words("what.more"), href=to.url, **attributes(data_key="what-more"))
    sign = html.Span("i", className="sign", **attributes(aria_hidden="true"))
    summary = html.Summary([sign, html.Span(words("what.label"), className="spoken")], title=words("what.label"),
                           **attributes(data_key="fold-what"))  # fmt: skip
    inside = html.Div([html.Dl(told), html.P(more)], className="options")
    return html.Details([summary, inside], className="fold fold-what")


def _said(kind: Indicator | FlowMeasure, is_smuggling: bool, words: Words) -> list[html.Dd]:
    if is_smuggling:
        return [html.Dd(words(f"caveat.{SMUGGLING}"))]
    indicator = COUNTED[kind] if isinstance(kind, FlowMeasure) else kind
    counted = words(f"counted.{indicator}")
    source: list[Any] = [words("what.source"), " ", html.Q(IN_THE_SOURCE[indicator], lang="en"), "."]
    return [
        html.Dd(counted[:1].upper() + counted[1:]),
        html.Dd(words(f"caveat.{kind}")),
        *([] if isinstance(kind, FlowMeasure) else [html.Dd(source, className="soft")]),
    ]
