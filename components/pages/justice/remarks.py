"""What to know about the figures of a chain: steps that run against each other, and the flags of each count."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from data.queries.justice import CHAIN, Conflict, Justice
from data.vocabulary import Country, Flag

NAMED = 4  # more countries than these are counted, and named in a fold


class Remark(NamedTuple):
    """Whom it concerns, what there is to know, and the names of those who are only counted."""

    whom: str
    said: str
    names: str = ""
    is_conflict: bool = False

    @property
    def text(self) -> str:
        return f"{self.names or self.whom}: {self.said}"


def remarked(justice: Justice, countries: Iterable[Country], years: range, words: Words) -> list[Remark]:
    """One for each conflict and each flag, with the countries and, for conflicts, the years concerned."""
    shown = list(countries)
    return [*_conflicts(justice, shown, years, words), *_flags(justice, shown, years, words)]


def remarks(told: Iterable[Remark]) -> Markup:
    """The same as a list."""
    lines = [_line(each) for each in told]
    return el("ul", lines, class_="flags") if lines else Markup("")


def _line(remark: Remark) -> Markup:
    if remark.names:
        summary = el("summary", remark.whom, remark.said, data_key=remark.said)
        return el("li", el("details", summary, remark.names), class_="is-folded")
    look = "is-conflict" if remark.is_conflict else None
    return el("li", el("b", remark.whom), ": ", remark.said, class_=look)


def _conflicts(justice: Justice, countries: list[Country], years: range, words: Words) -> Iterator[Remark]:
    for conflict in Conflict:
        found = {c: [year for k, year in justice.conflicts(c, years) if k is conflict] for c in countries}
        said = [f"{words.country(c)} ({', '.join(map(str, when))})" for c, when in found.items() if when]
        if said:
            yield Remark(words.names(said), words(f"justice.{conflict}"), is_conflict=True)


def _flags(justice: Justice, countries: list[Country], years: range, words: Words) -> Iterator[Remark]:
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
            yield Remark(words.count("justice.flagged", len(said)), words(f"flag.{flag}"), words.names(said))
        elif said:
            yield Remark(words.names(said), words(f"flag.{flag}"))
