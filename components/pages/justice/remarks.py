"""What to know about the figures of a chain: steps that run against each other, and the flags of each count."""

from collections.abc import Iterable

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from data.queries.justice import CHAIN, Conflict, Justice
from data.vocabulary import Country, Flag

NAMED = 4  # more countries than these are counted, and named in a fold


def remarks(justice: Justice, countries: Iterable[Country], years: range, words: Words) -> Markup:
    """One line for each conflict and each flag, with the countries and, for conflicts, the years concerned."""
    shown = list(countries)
    lines = [*_conflicts(justice, shown, years, words), *_flags(justice, shown, years, words)]
    return el("ul", lines, class_="flags") if lines else Markup("")


def _conflicts(justice: Justice, countries: list[Country], years: range, words: Words) -> list[Markup]:
    lines = []
    for conflict in Conflict:
        found = {c: [year for k, year in justice.conflicts(c, years) if k is conflict] for c in countries}
        said = [f"{words.country(c)} ({', '.join(map(str, when))})" for c, when in found.items() if when]
        if said:
            lines.append(el("li", el("b", words.names(said)), ": ", words(f"justice.{conflict}"), class_="is-conflict"))
    return lines


def _flags(justice: Justice, countries: list[Country], years: range, words: Words) -> list[Markup]:
    lines = []
    for flag in Flag:
        said = []
        for country in countries:
            concerned = [
                words.label(i).lower()
                for i in CHAIN
                if any(flag in justice.answers[i].cells[country, year].flags for year in years)
            ]
            if concerned:
                said.append(f"{words.country(country)} ({', '.join(concerned)})")
        if len(said) > NAMED:
            summary = el("summary", words.count("justice.flagged", len(said)), words(f"flag.{flag}"), data_key=flag)
            lines.append(el("li", el("details", summary, words.names(said)), class_="is-folded"))
        elif said:
            lines.append(el("li", el("b", words.names(said)), ": ", words(f"flag.{flag}")))
    return lines
