"""Controls -> view: what the values of a page's controls, posted together, make of a view.

A control is named by a field, and holds the text of that field as the address has it: a string; a list of strings where
several may be chosen; two controls, `years.first` and `years.last`, for a period; `where.country` for the filter of a
column, which joins those of the others. An empty text is the field's default;
no value (None) says nothing. Beside a control may stand what the page shows where its view says nothing, as in
`years.unsaid`: choosing that again is the default, and posting it unchanged says nothing, save where another choice
would have the page show something else by itself: a reader who changes one thing keeps the rest (`RESTS_ON`).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from components.url import table_filter
from components.url.choices import Page
from components.url.url_params import FIELDS, defaults
from components.url.view import MAX_QUERY, Ignored, View
from data.queries.compare import FEWEST, MOST
from data.schema import SHOWN
from data.value_list import joined
from data.vocabulary import Age, Crime, Exploitation, Indicator, Sex

UNSAID = ".unsaid"
TOO_LONG = "…"
COLUMN = "where."
FIRST, LAST = "years.first", "years.last"
BREAKDOWN = ("sex", "age", "exploitation")
# What a page shows by itself, and the choices that this follows from.
RESTS_ON: dict[Page, dict[str, tuple[str, ...]]] = {
    Page.OVERVIEW: {"year": ("indicator", *BREAKDOWN, "years")},
    Page.JUSTICE: {"year": ("window", "sex", "years")},
    Page.COMPARE: {"countries": ("indicator", *BREAKDOWN, "years", "measure")},
}
OF_SMUGGLING = {  # what is collected of smuggling of migrants
    "indicator": Indicator.OFFENCES_RECORDED,
    "sex": Sex.TOTAL,
    "age": Age.TOTAL,
    "exploitation": Exploitation.TOTAL,
}


def with_controls(view: View, values: Mapping[str, Any]) -> tuple[View, tuple[Ignored, ...]]:
    """The view with what the controls say, and what must follow from it; and the values that could not be used, whose
    fields stay as they were. Total: any mapping has an answer."""
    known = FIELDS[view.page]
    default = defaults(view.page, {"crime": view.crime})
    shown = {name: str(text) for name in known if (text := values.get(name + UNSAID))}
    said: dict[str, Any] = {"slides": ""} if values.get("deck") else {}  # a prepared deck is not the one in the address
    ignored = []
    for name, text in _texts(view, values, shown):
        try:
            value = known[name].parse(text) if text else default[name]
            is_unsaid = name in shown and value == known[name].parse(shown[name])
            said[name] = default[name] if is_unsaid else value
        except (KeyError, ValueError):
            accepted = known[name].accepted if name in known else ", ".join(known)
            ignored.append(Ignored(name[:40], text[:40], accepted))
    after = _followed(view, view.with_values(**(said | _filtered(view, values, ignored))))
    return _kept(view, after, shown), tuple(ignored)


def _kept(before: View, after: View, shown: Mapping[str, str]) -> View:
    """The view with what the page showed by itself, where a choice would have it show something else."""
    kept: dict[str, Any] = {}
    if after.crime is not before.crime:
        return after  # counted in years of its own
    for name, grounds in RESTS_ON.get(after.page, {}).items():
        is_said = any(getattr(view, name) != FIELDS[view.page][name].default for view in (before, after))
        if name in shown and not is_said and any(getattr(before, each) != getattr(after, each) for each in grounds):
            try:
                kept[name] = FIELDS[after.page][name].parse(shown[name])
            except ValueError:
                continue
    if after.years and kept.get("year") and not after.years[0] <= kept["year"] <= after.years[1]:
        del kept["year"]
    return after.with_values(**kept)


def _filtered(view: View, values: Mapping[str, Any], ignored: list[Ignored]) -> dict[str, Any]:
    """The filters of a table with what the controls of its columns say, from the first row on; those of a table that is
    left behind, and what is too long for an address, are not used."""
    if "where" not in FIELDS[view.page]:
        return {}
    found = table_filter.filters(view.where) if view.where else {}
    for name, value in values.items():
        column = str(name).removeprefix(COLUMN)
        if value is None or column == str(name):
            continue
        text = _text(view.page, column, value)
        if column not in SHOWN[view.table].columns or text == TOO_LONG:
            ignored.append(Ignored(column[:40], text[:40], table_filter.ACCEPTED))
        else:
            found[column] = text
    try:
        said = table_filter.written(found)
        said = table_filter.where(said) if said else ""
    except ValueError:
        ignored.append(Ignored("where", said[:40], table_filter.ACCEPTED))
        return {}
    return {} if said == view.where else {"where": said, "start": 1}


def _texts(view: View, values: Mapping[str, Any], shown: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each field with its text, the two ends of a period as one."""
    for name, value in values.items():
        is_own_deck = name == "deck" and value == ""  # none of those that are prepared
        if value is not None and "." not in str(name) and not is_own_deck:
            yield str(name), _text(view.page, str(name), value)
    if values.get(FIRST) or values.get(LAST):
        first, _, last = (f"{view.years[0]}-{view.years[1]}" if view.years else shown.get("years", "")).partition("-")
        yield "years", f"{values.get(FIRST) or first}-{values.get(LAST) or last}"


def _text(page: Page, name: str, value: Any) -> str:
    """The text of a value; of what no control holds, one that no field accepts."""
    several = isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value)
    text = _several(page, name, value) if several else str(value)
    return text if len(text) <= MAX_QUERY else TOO_LONG


def _several(page: Page, name: str, chosen: Sequence[str]) -> str:
    """What is chosen, each once. The empty text stands for all: what is chosen after it counts, what was before it does
    not. A comparison keeps to its number: a seventh is not taken, and what would leave fewer than two is refused."""
    after_all = max((at for at, each in enumerate(chosen) if not each), default=-1) + 1
    kept = list(dict.fromkeys(chosen[after_all:]))
    if page is Page.COMPARE and name == "countries" and kept:
        return joined(kept[:MOST]) if len(kept) >= FEWEST else f"+{kept[0]}"
    return joined(kept)


def _followed(before: View, after: View) -> View:
    """What must follow a choice: another crime is counted in years of its own, of smuggling only offences are, another
    table has other columns, and a prepared deck is not the one in the address."""
    known = FIELDS[after.page]
    if "crime" in known and "indicator" in known:
        if after.crime is not before.crime:
            after = after.with_values(year=None, years=None)
        if after.crime is Crime.SMUGGLING_OF_MIGRANTS:
            after = after.with_values(**OF_SMUGGLING)
    if after.table != before.table:
        mine = table_filter.filters(before.where).get("country") if before.where else None
        where = table_filter.where(f"country:{mine}") if mine and "country" in SHOWN[after.table].columns else ""
        kept = {name: getattr(after, name) for name in ("theme", "table", "cells")}
        after = View.of(after.locale, after.page, **kept, where=where)
    return after
