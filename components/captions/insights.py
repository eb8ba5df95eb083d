"""What stands out, in sentences: each fact of `data.queries.insights` in the reader's language, ranges as published."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from components.captions.headline import noun
from components.cells import figure
from components.i18n import EN_DASH, Words
from components.markup import el
from data.interval import Interval
from data.model import Answer
from data.queries.insights import FACTS, Fact, Kind, facts
from data.vocabulary import Country, Measure

NAMED = 4  # countries that a sentence names; of more it says how many
WITH_FIGURES = frozenset({Kind.RECORD, Kind.NEW_REPORTER, Kind.RETURNED, Kind.OVERLAP})
NAMED_IN_FULL = frozenset({Kind.CONCENTRATION})


class Insight(NamedTuple):
    """A sentence, and the countries as they stand in it (to be set off)."""

    sentence: str
    names: str


def insights(found: Iterable[Fact], answer: Answer, words: Words) -> list[Insight]:
    """The facts in words, in their order."""
    return [_insight(fact, answer, words) for fact in found]


def sentences(found: Iterable[Fact], answer: Answer, words: Words) -> list[str]:
    """The facts as plain sentences."""
    return [said.sentence for said in insights(found, answer, words)]


def insight_list(answer: Answer, year: int, words: Words, limit: int = FACTS, without: Iterable[Kind] = ()) -> Markup:
    """A headed list of what stands out in a year; nothing at all where nothing is certain enough.

    `limit` and `without` as in `data.queries.insights.facts`.
    """
    said = insights(facts(answer, year, limit, frozenset(without)), answer, words)
    if not said:
        return Markup("")
    return el("div", el("h2", words("insight.title", year=year)), el("ul", [el("li", _set_off(each)) for each in said]))


def _set_off(said: Insight) -> list[Markup | str]:
    before, names, after = said.sentence.partition(said.names)
    return [before, el("b", names), after] if names else [before]


def _insight(fact: Fact, answer: Answer, words: Words) -> Insight:
    names = _names(fact, answer, words)
    first, last = fact.years
    values = {"names": names, "year": fact.year, "first": first, "last": last, "before_first": first - 1}
    values |= {"of": words.number(fact.of), "share": _share(fact.share, words)}
    values |= _counts(fact, answer, words)
    return Insight(words.count(f"insight.{fact.kind}", len(fact.countries), **values), names)


def _counts(fact: Fact, answer: Answer, words: Words) -> dict[str, str]:
    """The two figures of a change, and the noun in the plural form of the first of them."""
    if fact.kind not in (Kind.CHANGE, Kind.SINCE):
        return {"noun": noun(answer, words, 2)}
    if len(fact.countries) == 1:
        country = fact.countries[0]
        before, now = (figure(answer.cells[country, year], Measure.COUNT, words) for year in fact.years)
    else:
        before, now = (words.interval(bounds) for bounds in fact.figures)
    return {"before": before, "now": now, "noun": noun(answer, words, fact.figures[0].high)}


def _names(fact: Fact, answer: Answer, words: Words) -> str:
    """The countries in the reader's alphabet, with their figures where the fact is about each of them."""

    def named(country: Country) -> str:
        name = words.country(country)
        if fact.kind not in WITH_FIGURES:
            return name
        return f"{name} ({figure(answer.cells[country, fact.year], Measure.COUNT, words)})"

    ordered = sorted(fact.countries, key=lambda country: words.sort_key(words.country(country)))
    shown = [named(country) for country in ordered]
    return words.few(shown, len(shown) if fact.kind in NAMED_IN_FULL else NAMED)


def _share(share: Interval | None, words: Words) -> str:
    """A part of a whole in per cent, both ends where they differ once rounded."""
    if share is None:
        return ""
    low, high = (words.number(round(bound * 100)) for bound in share)
    return words("percent", n=low if low == high else f"{low}{EN_DASH}{high}")
