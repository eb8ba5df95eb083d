"""The account of the curation as tables: rules and their rows, the quarantine, flags, revisions."""

from collections.abc import Mapping, Sequence

from components.captions.citation import RECORD
from components.captions.picture import Picture
from components.captions.releases import history
from components.i18n import Words
from components.pages.table_pictures import listed
from components.tables.cell_marks import Strip, bar
from components.tables.table import Table, TableCell, TableRow, column, number, pictured, row_head
from components.translated import brief
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.queries.curation_log import Account, Refused
from data.vocabulary import Change, Country, FlowMeasure, Indicator, Outcome

BY = ("measure", "country")  # revisions are counted by both
MADE = {"instruments": (1, 2), "statements": (1, 2, 3)}
SEARCHES = {f"{RECORD}{kind}_{n}": kind for kind, numbers in MADE.items() for n in numbers}


def pictures(account: Account, view: View, dataset: Dataset, words: Words) -> list[list[Picture]]:
    """Rules, what was refused, flags, and what releases changed, each with its section of the chapter."""
    names = {name: _name(name, source, words) for name, source in dataset.sources.items()}
    tables = ledgers(account, names, words)
    refused, releases = quarantine(account, names, words), history(view, dataset, words)
    changed = [listed(f"method-by-{by}", revisions(account, by, words), "", words("method.no_revisions")) for by in BY]
    return [
        [Picture(f"method-ledger-{n}", table=table) for n, table in enumerate(tables, 1)]
        or [Picture("method-ledger", said=(words("method.no_ledger"),))],
        [listed("method-quarantine", refused, "", words("method.no_quarantine"))],
        [Picture("method-flags", table=flags(account, words))],
        [Picture("method-releases", table=releases, said=(words("release.learn"),)), *changed],
    ]


def _name(name: str, source: dict[str, str], words: Words) -> str:
    """A short name of a source, or which search it records."""
    return words(f"method.search.{SEARCHES[name]}", n=name[-1]) if name in SEARCHES else brief(source, words)


def rule(code: str, words: Words) -> str:
    """A rule as a sentence; one that nobody has put into words is its code."""
    try:
        return words(f"rule.{code}")
    except KeyError:
        return code


def ledgers(account: Account, names: dict[str, str], words: Words) -> list[Table]:
    """Rows by rule: a table for each group of sources. `names` are the sources'."""
    if not account.entries:
        return []
    return [
        _ledger(account, words(f"method.ledger.{group}"), sources, names, words)
        for group, sources in account.groups.items()
    ]


def _ledger(account: Account, caption: str, sources: Sequence[str], names: dict[str, str], words: Words) -> Table:
    body: list[TableRow] = []
    before = None
    for entry in account.entries:
        if not any(source in entry.rows for source in sources):
            continue
        counted = [_number(entry.rows.get(source, 0), words) for source in sources]
        outcome = words.label(entry.outcome) if entry.outcome is not before else ""
        look = f"is-{entry.outcome}" + (" new-group" if before and outcome else "")
        body.append(TableRow([TableCell(outcome), row_head(rule(entry.rule, words)), *counted], look))
        before = entry.outcome
    sums = [_number(account.rows(source), words) for source in sources]
    foot = TableRow([TableCell(), row_head(words("method.all_rows")), *sums])
    heads = [column(words("method.head.outcome")), column(words("method.head.rule"))]
    heads += [column(names.get(source, source), "n") for source in sources]
    return Table(caption, heads, [body], "ledger", "ledger", foot)


def _number(n: int, words: Words) -> TableCell:
    return number(words.number(n) if n else "·")


def quarantine(account: Account, names: dict[str, str], words: Words) -> Table | None:
    """Every refused row: where, when, what the source calls it, the figure as printed, and why it is not believed; None
    where none was."""
    if not account.refused:
        return None
    columns = ("country", "year", "counts", "printed", "why", "row")
    heads = [column(words(f"method.head.{name}"), "n" if name == "printed" else "") for name in columns]
    rows = [
        TableRow(
            [
                row_head(words.country(each.country)),
                TableCell(str(each.year)),
                TableCell(" · ".join(each.place), lang="en"),
                number(each.printed),
                TableCell(why(each, words)),
                TableCell(words("method.row", source=names.get(each.source, each.source), row=each.row), tone="place"),
            ]
        )
        for each in account.refused
    ]
    return Table(words("method.quarantine", n=words.number(len(rows))), heads, [rows], "quarantine", "quarantine")


def why(refused: Refused, words: Words) -> str:
    """The rule that the figure breaks, and what it was held against."""
    said = rule(refused.reason, words)
    if refused.against is None:
        return said
    key = "method.against.residents" if refused.reason == "above_population" else "method.against.headline"
    return f"{said}: {words(key, n=words.number(refused.against))}"


def flags(account: Account, words: Words) -> Table:
    """Each flag that occurs: its sentence, how many figures carry it, and in how many countries."""
    top = max((each.figures for each in account.flagged), default=0) or 1
    rows = [
        TableRow(
            [
                row_head(f"⚑ {words(f'flag.{each.flag}')}"),
                pictured(_bar(each.figures, top)),
                _number(each.observations, words),
                _number(each.flows, words),
                _number(each.areas, words),
                TableCell(_who(each.countries, words), tone="who"),
            ]
        )
        for each in account.flagged
    ]
    heads = [column(words("method.head.flag")), column("", "bar")]
    heads += [column(words("method.head.observations"), "n"), column(words("method.head.flows"), "n")]
    heads.append(column(words("method.head.areas"), "n"))
    return Table(words("method.flags"), [*heads, column(words("method.head.countries"))], [rows], "flagged", "flagged")


def _bar(n: int, top: float) -> tuple[Strip, ...]:
    return bar(Interval(n, n), top)


def _who(countries: tuple[Country, ...], words: Words) -> str:
    if len(countries) > FEW:
        return words.count("method.of_countries", len(Country), some=words.number(len(countries)))
    return words.names(sorted((words.country(c) for c in countries), key=words.sort_key))


FEW = 3  # more countries than these are counted, not named


def revisions(account: Account, by: str, words: Words) -> Table | None:
    """How many figures differ between the two releases, by `measure` or `country` and kind of change; None where none
    does."""
    found = account.revised(by)
    if not found:
        return None
    named = {value: words.country(value) if by == "country" else _measure(value, words) for value in found}
    top = max(sum(counts.values()) for counts in found.values())

    def row(value: str, counts: Mapping[Change, int]) -> TableRow:
        n = sum(counts.values())
        told = [_number(each, words) for each in (*(counts[kind] for kind in Change), n)]
        return TableRow([row_head(named[value]), pictured(_bar(n, top)), *told])

    ordered = sorted(found.items(), key=lambda item: (-sum(item[1].values()), named[item[0]]))
    sums = [sum(counts[kind] for counts in found.values()) for kind in Change]
    heads = [column(words(f"method.head.{by}")), column("", "bar")]
    heads += [*(column(words.label(kind), "n") for kind in Change), column(words("method.head.all"), "n")]
    told = [_number(n, words) for n in (*sums, sum(sums))]
    foot = TableRow([row_head(words("method.head.all")), pictured(()), *told])
    rows = [row(value, counts) for value, counts in ordered]
    return Table(words(f"method.revisions.{by}"), heads, [rows], "revisions", "revisions", foot)


def _measure(value: str, words: Words) -> str:
    return words.label(Indicator(value) if value in set(Indicator) else FlowMeasure(value))


def outcomes(account: Account, words: Words) -> list[tuple[str, str]]:
    """The cards: raw rows of the release shown, and how many ended in each way."""
    ended = [(words.number(account.rows(account.shown, each)), words.label(each)) for each in Outcome]
    return [(words.number(account.rows(account.shown)), words("method.all_rows")), *ended] if account.entries else []
