"""One of several: radios side by side, or folded behind their name. A control is named by the field of the view that it
changes, and its value is the text of that field in the address (`components.url.controls`)."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import dash_bootstrap_components as dbc
from dash import html

from components.custom_components import attributes
from components.i18n import Words
from components.url.controls import UNSAID
from components.url.view import View
from data.vocabulary import Age, Country, Exploitation, Sex

BREAKDOWNS: tuple[tuple[str, type[StrEnum]], ...] = (("sex", Sex), ("age", Age), ("exploitation", Exploitation))
LONG = 12  # options from which on a list has a field to search it


class Option(NamedTuple):
    """One thing to choose: its text in the address, and what it is called."""

    value: str
    label: str


def named(field: str) -> dict[str, str]:
    """The id of the control of a field."""
    return {"control": field}


def radios(field: str, offered: Iterable[Option], chosen: str) -> dbc.RadioItems:
    """Native radios under one name, so that arrows walk them."""
    options = [{"label": label, "value": value} for value, label in offered]
    return dbc.RadioItems(id=named(field), options=options, value=chosen, name=field)


def side_by_side(field: str, offered: Iterable[Option], chosen: str, label: str) -> html.Fieldset:
    """All options in a row, for what is changed most."""
    return html.Fieldset(
        [html.Legend(label, className="spoken"), radios(field, offered, chosen)], className=f"segments of-{field}"
    )


def row(view: View, field: str, kind: Iterable[StrEnum], words: Words) -> html.Fieldset:
    """The words of an enumeration in a row."""
    return side_by_side(field, _labelled(kind, words), str(getattr(view, field)), words(f"control.{field}"))


def folded(field: str, said: str, content: Sequence[Any], label: str, look: str = "") -> html.Details:
    """Controls behind their name, beside which stands what is chosen; nothing for the default. The name of what is said
    lets it follow an answer while the fold stays open."""
    summary = html.Summary([html.Span(label), html.B(said, id={"said": field})], **attributes(data_key=f"fold-{field}"))
    inside = html.Fieldset([html.Legend(label, className="spoken"), *content], className="options")
    return html.Details([summary, inside], className=f"fold fold-{look or field}")


def fold(view: View, field: str, kind: Iterable[StrEnum], words: Words) -> html.Details:
    """The words of an enumeration behind the field's name; the first is the default."""
    offered = _labelled(kind, words)
    chosen = str(getattr(view, field))
    said = "" if chosen == offered[0].value else dict(offered).get(chosen, chosen)
    return folded(field, said, [radios(field, offered, chosen)], words(f"control.{field}"))


def breakdowns(view: View, words: Words) -> list[html.Details]:
    """By sex, age and form of exploitation."""
    return [fold(view, field, kind, words) for field, kind in BREAKDOWNS]


def country(view: View, field: str, words: Words) -> html.Details:
    """One country of the 22, or none in particular."""
    return _one_or_none(view, field, words("country.none"), by_name(words), words)


def which(view: View, words: Words) -> html.Details:
    """One country of the 22, where there must be one."""
    chosen = str(view.country or "")
    content = [search(words), radios("country", by_name(words), chosen)]
    return folded("country", dict(by_name(words)).get(chosen, ""), content, words("control.country"))


def any_count(view: View, kind: Iterable[StrEnum], words: Words) -> html.Details:
    """One of the things that are counted, or all of them."""
    return _one_or_none(view, "counts", words("counts.any"), _labelled(kind, words), words)


def any_of(view: View, field: str, kind: Iterable[StrEnum], words: Words) -> html.Details:
    """One word of an enumeration (named `field.word`), or any."""
    offered = [Option(str(each), words(f"{field}.{each}")) for each in kind]
    return _one_or_none(view, field, words(f"{field}.any"), offered, words)


def _one_or_none(view: View, field: str, none: str, offered: list[Option], words: Words) -> html.Details:
    chosen = str(getattr(view, field) or "")
    said = dict(offered).get(chosen, chosen)
    above = [search(words)] if len(offered) >= LONG else []
    return folded(field, said, [*above, radios(field, [Option("", none), *offered], chosen)], words(f"control.{field}"))


def search(words: Words) -> html.Label:
    """A field that leaves of a long list what has its letters (assets/controls.js)."""
    said = html.Span(words("control.search"), className="spoken")
    return html.Label([said, dbc.Input(type="search", placeholder=words("control.search"))], className="search")


def by_name(words: Words) -> list[Option]:
    """The 22 in the reader's alphabet."""
    each = [Option(str(c), words.country(c)) for c in Country]
    return sorted(each, key=lambda option: words.sort_key(option.label))


def unsaid(field: str, shown: str) -> dbc.Input:
    """What a page shows of a field of which its view says nothing, posted beside the control; empty where it does."""
    return dbc.Input(type="hidden", id=named(field + UNSAID), value=shown)


def _labelled(kind: Iterable[StrEnum], words: Words) -> list[Option]:
    return [Option(str(each), words.label(each)) for each in kind]
