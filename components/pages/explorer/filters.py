"""The filters of the explorer: what is chosen, each with the way to be rid of it, and for each column what may be."""

from urllib.parse import parse_qsl

import pandas as pd
from markupsafe import Markup

from components.i18n import EN_DASH, Words
from components.markup import el
from components.render.labels import Sources, label, label_columns, meaning
from components.url import table_filter as where
from components.url.view import View
from data.queries.facets import Facet, facets
from data.schema import NUMERIC, Field, Table

MOST_LINKS = 150  # values of a column that are offered as links; where there are more, they are typed
MOST_TYPED = 400  # values that a field suggests while one types


def chips(view: View, words: Words) -> Markup:
    """Each filter in force as a link that takes it away."""
    chosen = where.filters(view.where) if view.where else {}
    if not chosen:
        return el("p", words("explorer.unfiltered"), class_="in-force")
    links = []
    for name, text in chosen.items():
        left = where.written({other: value for other, value in chosen.items() if other != name})
        said = text.replace(",", ", ")
        links.append(
            el(
                "a",
                el("b", f"{name}:"), el("span", said), el("span", " ×", aria_hidden="true"),
                href=view.with_values(where=left, start=1).url,
                title=words("explorer.remove", column=name),
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


def folds(view: View, table: Table, frame: pd.DataFrame, words: Words, sources: Sources) -> Markup:
    """A fold for each column that can be chosen from."""
    made = [Fold(view, table, field, words, sources).html(frame) for field in table.fields if is_offered(field)]
    return el("div", el("span", words("explorer.filter_by"), class_="by-column"), made, class_="by-columns")


def is_offered(field: Field) -> bool:
    """Whether a column holds codes, numbers or days; of free text nobody knows the exact words by heart."""
    coded = bool(field.enum or field.pattern or field.reference or field.type in NUMERIC or field.type == "date")
    return coded and not field.name.endswith(("url", "sha256")) and field.name != "raw_rows"


class Fold:
    """The filter of one column."""

    def __init__(self, view: View, table: Table, field: Field, words: Words, sources: Sources) -> None:
        self.view, self.table, self.field, self.words, self.sources = view, table, field, words, sources
        self.filters = where.filters(view.where) if view.where else {}
        self.text = self.filters.get(field.name, "")
        self.is_number = field.type in NUMERIC

    def html(self, frame: pd.DataFrame) -> Markup:
        """A fold with a link for each value, or a field to type into, or both."""
        name = self.field.name
        found = facets(frame, self.table, self.filters, name)
        links = len(found) <= MOST_LINKS and self.field.type != "number"  # of fractions only spans can be asked for
        said = el("b", self.text.replace(",", ", ")) if self.text else None
        return el(
            "details",
            el("summary", el("span", name), said, data_key=f"fold-{name}"),
            el(
                "div",
                el("p", meaning(self.table, self.field, self.words)),
                self._form([] if links else found) if self.is_number or not links else None,
                el("div", [self._link(facet) for facet in found], class_="values") if links else None,
                class_="options", role="group", aria_label=name,
            ),
            class_="fold fold-column",
        )  # fmt: skip

    def _link(self, facet: Facet) -> Markup:
        """A value that toggles, with the rows that it has."""
        chosen = set(self.text.split(",")) - {""}
        is_chosen = facet.value in chosen
        to = self._to(",".join(chosen ^ {facet.value}))
        return el(
            "a",
            el("span", self._name(facet.value)),
            el("small", self.words.number(facet.rows)),
            href=to.url,
            class_=None if facet.rows or is_chosen else "is-none",
            data_turn="where",
            data_key=f"{self.field.name}-{facet.value}",
            aria_current="true" if is_chosen else None,
        )

    def _name(self, value: str) -> list[Markup | str]:
        if self.field.name not in label_columns(self.table):
            return [value]
        said = label(self.table, self.field.name, value, self.words, self.sources)
        return [said] if said == value else [said, " ", el("code", value)]

    def _to(self, text: str) -> View:
        return self.view.with_values(where=where.written(self.filters | {self.field.name: text}), start=1)

    def _form(self, suggested: list[Facet]) -> Markup | None:
        """A field to type into, sent by GET, so that it works without scripts too. The column `table` has no form: its
        name is taken by the page."""
        name = self.field.name
        if name == "table":
            return None
        rest = parse_qsl(self._to("").search.lstrip("?"))
        values = [facet.value.removesuffix(".0") for facet in suggested[:MOST_TYPED]]
        shown = f"values-{name}"
        how = self.words("api.span" if self.is_number else "api.list")
        return el(
            "form",
            [el("input", type="hidden", name=key, value=value) for key, value in rest],
            el(
                "label",
                el("span", how if not suggested else f"{how} ({values[0]} {EN_DASH} {values[-1]})"),
                el("input", name=name, value=self.text, autocomplete="off", spellcheck="false",
                   list=shown if values and not self.is_number else None, data_key=f"typed-{name}"),
            ),
            el("button", self.words("explorer.apply"), data_key=f"apply-{name}"),
            el("datalist", [el("option", value=value) for value in values], id=shown)
            if values and not self.is_number else None,
            action=self.view.path, method="get", data_turn="where",
        )  # fmt: skip
