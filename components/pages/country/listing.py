"""Every number of a profile in one long table, and the same rows to take away."""

import math
from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from components.markup import el
from components.pages.country.section import Entry, Section
from data.vocabulary import FLAG_SEPARATOR

COLUMNS = (
    "country", "year", "section", "figure", "group", "period", "low", "high", "unit", "printed", "status_label",
    "flags", "source", "country_label", "section_label", "figure_label", "group_label",
)  # fmt: skip
HEADS = ("what", "who", "period", "figure", "known", "source")


def listing(sections: Sequence[Section], caption: str) -> Markup:
    """One body of rows a section, headed by its title."""
    words = sections[0].words
    bodies = [_body(section, entries) for section in sections if (entries := section.entries())]
    heads = [
        el("th", words(f"profile.column.{name}"), scope="col", class_="n" if name == "figure" else None)
        for name in HEADS
    ]
    made = el("table", el("caption", el("span", caption)), el("thead", el("tr", heads)), bodies, class_="listing")
    return el("div", made, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key="listing")


def _body(section: Section, entries: list[Entry]) -> Markup:
    title = el("tr", el("th", section.heading(), scope="rowgroup", colspan=len(HEADS), class_="title"))
    return el("tbody", title, [_row(section, entry) for entry in entries])


def _row(section: Section, entry: Entry) -> Markup:
    said = " ".join(section.words(f"flag.{flag}") for flag in entry.flags)
    flag = el("abbr", "⚑", el("span", said, class_="spoken"), title=said, class_="flag") if said else None
    return el(
        "tr",
        el("th", entry.what, scope="row"),
        el("td", entry.who),
        el("td", entry.period),
        el("td", entry.text, flag, class_="n"),
        el("td", entry.status, class_="soft"),
        el("td", entry.source.replace(FLAG_SEPARATOR, ", "), class_="soft"),
    )


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
