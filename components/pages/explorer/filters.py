"""The filters of the explorer: what is chosen, each with the way to be rid of it, and for each column what may be."""

from typing import Any

import dash_bootstrap_components as dbc
import pandas as pd
from dash import html
from markupsafe import Markup

from components.captions.code_labels import Sources, head, label, label_columns, meaning
from components.controls.choices import LONG, Option, folded, named, search
from components.controls.several import checklist
from components.i18n import EN_DASH, Words
from components.markup import el
from components.url import table_filter as where
from components.url.choices import Cells
from components.url.controls import COLUMN
from components.url.view import View
from data.queries.facets import Facet, facets
from data.schema import NUMERIC, Field, Table
from data.value_list import joined, values

MOST_CHECKED = 150  # values of a column that have a checkbox; where there are more, they are typed
MOST_TYPED = 400  # values that a field suggests while one types


def chips(view: View, table: Table, words: Words) -> Markup:
    """Each filter in force as a link that takes it away."""
    chosen = where.filters(view.where) if view.where else {}
    if not chosen:
        return el("p", words("explorer.unfiltered"), class_="in-force")
    links = []
    for name, text in chosen.items():
        left = where.written({other: value for other, value in chosen.items() if other != name})
        said = ", ".join(values(text))
        links.append(
            el(
                "a",
                el("b", f"{head(table, name, words)}:"), el("span", said), el("span", " ×", aria_hidden="true"),
                href=view.with_values(where=left, start=1).url,
                title=words("explorer.remove", column=head(table, name, words)),
                data_turn="where",
                data_key=f"chip-{name}",
            )
        )  # fmt: skip
    every = el(
        "a",
        words("explorer.clear"),
        href=view.with_values(where="", start=1).url,
        class_="clear",
        data_turn="where",
        data_key="chip-all",
    )
    return el("div", links, every, class_="in-force", role="group", aria_label=words("control.where"))


def folds(view: View, table: Table, frame: pd.DataFrame, words: Words, sources: Sources) -> list[Any]:
    """A fold for each column that can be chosen from."""
    made = [_fold(view, table, field, frame, words, sources) for field in table.fields if is_offered(field)]
    return [html.Span(words("explorer.filter_by"), className="by-column"), *made]


def is_offered(field: Field) -> bool:
    """Whether a column holds codes, numbers or days; of free text nobody knows the exact words by heart."""
    coded = bool(field.enum or field.pattern or field.reference or field.type in NUMERIC or field.type == "date")
    return coded and not field.name.endswith(("url", "sha256")) and field.name != "raw_rows"


def _fold(view: View, table: Table, field: Field, frame: pd.DataFrame, words: Words, sources: Sources) -> html.Details:
    """The values of a column as checkboxes, each with its rows; numbers, and one value of very many, are typed."""
    filters = where.filters(view.where) if view.where else {}
    text, name = filters.get(field.name, ""), COLUMN + field.name
    found = facets(frame, table, filters, field.name)
    if field.type in NUMERIC or len(found) > MOST_CHECKED:
        content = _typed(name, text, [facet.value.removesuffix(".0") for facet in found], field, words)
    else:
        chosen = [value for value in values(text) if value]
        absent = [Facet(value, 0) for value in chosen if value not in {facet.value for facet in found}]
        said = [Option(each.value, _label(each, view, table, field, words, sources)) for each in [*found, *absent]]
        content = [*([search(words)] if len(said) >= LONG else []), checklist(name, said, chosen)]
    about = html.P(meaning(table, field, words))
    return folded(name, ", ".join(values(text)), [about, *content], head(table, field.name, words), "column")


def _label(facet: Facet, view: View, table: Table, field: Field, words: Words, sources: Sources) -> str:
    """The name of a value and its rows; its code too, where cells show codes."""
    is_coded = field.name in label_columns(table)
    said = label(table, field.name, facet.value, words, sources) if is_coded else facet.value
    if is_coded and field.name == "flags" and view.cells is Cells.NAMES:
        said = words(f"flagname.{facet.value}")
    code = "" if said == facet.value or view.cells is Cells.NAMES else f" {facet.value}"
    return f"{said}{code} · {words.number(facet.rows)}"


def _typed(name: str, text: str, known: list[str], field: Field, words: Words) -> list[Any]:
    """A field to type into, which counts once it is left or Enter is pressed."""
    is_number = field.type in NUMERIC
    how = words("api.span" if is_number else "api.list")
    if known:
        how += f" ({known[0]} {EN_DASH} {known[-1]})"
    typed = dbc.Input(id=named(name), value=text, debounce=True, autocomplete="off")
    if is_number:
        return [html.Label([html.Span(how), typed])]
    typed.list = f"values-{field.name}"
    options = [html.Option(value=joined([value])) for value in known[:MOST_TYPED]]
    return [html.Label([html.Span(how), typed]), html.Datalist(options, id=typed.list)]
