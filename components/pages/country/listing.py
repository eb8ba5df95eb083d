"""Every number of a profile in one long table, and the same rows to take away."""

import math
from collections.abc import Iterator, Sequence

import pandas as pd

from components.captions.citation import RECORD
from components.pages.country.section import Entry, Section
from components.tables.table import Note, Table, TableCell, TableRow, column, number, row_head
from components.translated import brief
from data.vocabulary import FLAG_SEPARATOR

COLUMNS = (
    "country", "year", "section", "figure", "group", "period", "low", "high", "unit", "printed", "status_label",
    "flags", "source", "country_label", "section_label", "figure_label", "group_label",
)  # fmt: skip
PRINTED_IN = "en"  # the words of a raw row in quarantine
HEADS = ("what", "who", "period", "figure", "known", "source")


def listing(sections: Sequence[Section], caption: str) -> Table:
    """One group of rows a section, headed by its title."""
    words = sections[0].words
    groups = [_group(section, entries) for section in sections if (entries := section.entries())]
    heads = [column(words(f"profile.column.{name}"), "n" if name == "figure" else "") for name in HEADS]
    return Table(caption, heads, groups, "listing", "listing")


def _group(section: Section, entries: list[Entry]) -> list[TableRow]:
    title = TableCell(section.heading(), tone="title", head="rowgroup", across=len(HEADS))
    return [TableRow([title]), *(_row(section, entry) for entry in entries)]


def _row(section: Section, entry: Entry) -> TableRow:
    said = " ".join(section.words(f"flag.{flag}") for flag in entry.flags)
    who, period, status = map(TableCell, (entry.who, entry.period, entry.status))
    if entry.figure == "quarantine" and section.words.language != PRINTED_IN:
        who = who._replace(text_lang=PRINTED_IN)
    source = TableCell("; ".join(dict.fromkeys(_sources(section, entry))))
    figure = number(entry.text, notes=(Note("⚑", said),))
    return TableRow([row_head(entry.what), who, period, figure, status, source])


def _sources(section: Section, entry: Entry) -> Iterator[str]:
    """The sources of a number, each by its short name; our own record is one."""
    known = section.profile.dataset.sources
    for name in filter(None, entry.source.split(FLAG_SEPARATOR)):
        is_ours = name.startswith(RECORD) or name not in known
        yield section.words("profile.record") if is_ours else brief(known[name], section.words)


def frame(sections: Sequence[Section]) -> pd.DataFrame:
    """The rows of `listing` with their codes; `high` is missing where a figure is only a minimum, and both bounds where
    there is none."""
    rows = [_record(section, entry) for section in sections for entry in section.entries()]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)  # a count stays whole beside a rate


def _record(section: Section, entry: Entry) -> dict[str, object]:
    low, high = entry.bounds or (None, None)
    return {
        "country": str(section.profile.country),
        "year": section.profile.year,
        "section": str(section.part),
        "figure": entry.figure,
        "group": entry.group,
        "period": entry.period,
        "low": _plain(low),
        "high": _plain(high),
        "unit": entry.unit,
        "printed": entry.text,
        "status_label": entry.status,
        "flags": FLAG_SEPARATOR.join(entry.flags),
        "source": entry.source,
        "country_label": section.name,
        "section_label": section.heading(),
        "figure_label": entry.what,
        "group_label": entry.who,
    }


def _plain(bound: float | None) -> float | None:
    """A whole number without decimals; nothing where there is no bound."""
    if bound is None or math.isinf(bound):
        return None
    return int(bound) if bound == int(bound) else bound
