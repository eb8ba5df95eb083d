"""The account of the curation as tables: rules and their rows, the quarantine, flags, revisions."""

from collections.abc import Sequence

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from components.tables.rank import bar
from components.tables.twins import table
from data.interval import Interval
from data.queries.curation_log import Account, Refused
from data.vocabulary import Change, Country, FlowMeasure, Indicator, Outcome


def rule(code: str, words: Words) -> str:
    """A rule as a sentence; one that nobody has put into words is its code."""
    try:
        return words(f"rule.{code}")
    except KeyError:
        return code


def ledgers(account: Account, names: dict[str, str], words: Words) -> Markup:
    """Rows by rule: a table for each group of sources. `names` are the sources'."""
    if not account.entries:
        return el("p", words("method.no_ledger"), class_="nothing")
    tables = [
        _ledger(account, words(f"method.ledger.{group}"), sources, names, words)
        for group, sources in account.groups.items()
    ]
    return el("div", tables)


def _ledger(account: Account, caption: str, sources: Sequence[str], names: dict[str, str], words: Words) -> Markup:
    body, before = [], None
    for entry in account.entries:
        if not any(source in entry.rows for source in sources):
            continue
        counted = [_number(entry.rows.get(source, 0), words) for source in sources]
        outcome = words.label(entry.outcome) if entry.outcome is not before else ""
        look = f"is-{entry.outcome}" + (" new-group" if before and outcome else "")
        body.append(el("tr", el("td", outcome), el("th", rule(entry.rule, words), scope="row"), counted, class_=look))
        before = entry.outcome
    sums = [_number(account.rows(source), words) for source in sources]
    foot = el("tr", el("td"), el("th", words("method.all_rows"), scope="row"), sums)
    heads: list[tuple[str, str | None]] = [(words("method.head.outcome"), None), (words("method.head.rule"), None)]
    heads += [(names.get(source, source), "n") for source in sources]
    return table(caption, heads, body, "ledger", foot)


def _number(n: int, words: Words) -> Markup:
    return el("td", words.number(n) if n else "·", class_="n")


def quarantine(account: Account, names: dict[str, str], words: Words) -> Markup:
    """Every refused row: where, when, what the source calls it, the figure as printed, and why it is not believed."""
    if not account.refused:
        return el("p", words("method.no_quarantine"), class_="nothing")
    columns = ("country", "year", "counts", "printed", "why", "row")
    heads = [(words(f"method.head.{name}"), "n" if name == "printed" else None) for name in columns]
    rows = [
        el(
            "tr",
            el("th", words.country(each.country), scope="row"),
            el("td", each.year),
            el("td", " · ".join(each.place), lang="en"),
            el("td", each.printed, class_="n"),
            el("td", why(each, words)),
            el("td", words("method.row", source=names.get(each.source, each.source), row=each.row), class_="place"),
        )
        for each in account.refused
    ]
    return table(words("method.quarantine", n=words.number(len(rows))), heads, rows, "quarantine")


def why(refused: Refused, words: Words) -> str:
    """The rule that the figure breaks, and what it was held against."""
    said = rule(refused.reason, words)
    if refused.against is None:
        return said
    key = "method.against.residents" if refused.reason == "above_population" else "method.against.headline"
    return f"{said}: {words(key, n=words.number(refused.against))}"


def flags(account: Account, words: Words) -> Markup:
    """Each flag that occurs: its sentence, how many figures carry it, and in how many countries."""
    top = max((each.observations + each.flows for each in account.flagged), default=0) or 1
    rows = [
        el(
            "tr",
            el("th", "⚑ ", words(f"flag.{each.flag}"), scope="row"),
            el("td", bar(Interval(each.observations + each.flows, each.observations + each.flows), top), class_="bar"),
            _number(each.observations, words),
            _number(each.flows, words),
            el("td", _who(each.countries, words), class_="who"),
        )
        for each in account.flagged
    ]
    heads: list[tuple[str, str | None]] = [(words("method.head.flag"), None), ("", "bar")]
    heads += [(words("method.head.observations"), "n"), (words("method.head.flows"), "n")]
    return table(words("method.flags"), [*heads, (words("method.head.countries"), None)], rows, "flagged")


def _who(countries: tuple[Country, ...], words: Words) -> str:
    if len(countries) > FEW:
        return words.count("method.of_countries", len(Country), some=words.number(len(countries)))
    return words.names(sorted((words.country(c) for c in countries), key=words.sort_key))


FEW = 3  # more countries than these are counted, not named


def revisions(account: Account, by: str, words: Words) -> Markup:
    """How many figures differ between the two releases, by `measure` or `country` and kind of change."""
    found = account.revised(by)
    if not found:
        return el("p", words("method.no_revisions"), class_="nothing")
    named = {value: words.country(value) if by == "country" else _measure(value, words) for value in found}
    top = max(sum(counts.values()) for counts in found.values())
    rows = [
        el(
            "tr",
            el("th", named[value], scope="row"),
            el("td", bar(Interval(n, n), top), class_="bar"),
            [_number(counts[kind], words) for kind in Change],
            _number(n, words),
        )
        for value, counts in sorted(found.items(), key=lambda item: (-sum(item[1].values()), named[item[0]]))
        for n in [sum(counts.values())]
    ]
    sums = [sum(counts[kind] for counts in found.values()) for kind in Change]
    foot = [_number(n, words) for n in (*sums, sum(sums))]
    heads: list[tuple[str, str | None]] = [(words(f"method.head.{by}"), None), ("", "bar")]
    heads += [(words.label(kind), "n") for kind in Change] + [(words("method.head.all"), "n")]
    last = el("tr", el("th", words("method.head.all"), scope="row"), el("td", class_="bar"), foot)
    return table(words(f"method.revisions.{by}"), heads, rows, "revisions", last)


def _measure(value: str, words: Words) -> str:
    return words.label(Indicator(value) if value in set(Indicator) else FlowMeasure(value))


def outcomes(account: Account, words: Words) -> list[tuple[str, str]]:
    """The cards: raw rows of the release shown, and how many ended in each way."""
    ended = [(words.number(account.rows(account.shown, each)), words.label(each)) for each in Outcome]
    return [(words.number(account.rows(account.shown)), words("method.all_rows")), *ended] if account.entries else []
