"""An extract: rows that somebody asked for, with all that a file must say about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from components.captions.citation import RECORD, RECORDED, sources_of
from components.captions.code_labels import label, labelled
from components.files.csv import stamped
from components.files.wide import WIDE, YES, wide
from components.i18n import EN_DASH, Words, words
from components.pages import open_page
from components.url.choices import Locale, Page
from components.url.url_params import FIELDS
from components.url.view import View
from data.dataset import Dataset
from data.filter import FilterRefused, select
from data.releases import EARLIER
from data.schema import NUMERIC, SHOWN, Table
from data.value_list import values

PAGE, LABELS, RELEASE = "page", "labels", "release"
LABEL = "_label"


@dataclass(frozen=True)
class Extract:
    """`frame`: rows as text, Int64 or Float64. `name`: as in the address. `title`: what it is, in words. `asked`: each
    filter, said in words. `table`: the shape, where the rows are of a curated table. `address`: what gives it again.
    `named`: the keys of the sources of the rows."""

    name: str
    title: str
    frame: pd.DataFrame = field(repr=False)
    dataset: Dataset = field(repr=False)
    words: Words = field(repr=False)
    asked: tuple[str, ...] = ()
    table: Table | None = None
    address: str = ""
    named: tuple[str, ...] = ()

    @property
    def sources(self) -> list[dict[str, str]]:
        """The sources whose keys are named."""
        return [row for key, row in self.dataset.sources.items() if key in self.named]


def speech(filters: Mapping[str, str]) -> Words | None:
    """The language of the labels that are asked for; None where none are.

    Raises:
        FilterRefused: for one that is not spoken.
    """
    asked = filters.get(LABELS)
    if asked is None:
        return None
    if asked not in set(Locale):
        raise FilterRefused(LABELS, asked, ", ".join(Locale))
    return words(Locale(asked))


def of_table(dataset: Dataset, table: str, filters: Mapping[str, str], address: str = "") -> Extract:
    """The rows of a curated table that meet the filters; `labels` is not one of them, nor is `release` (`keys_of`).
    KeyError for no such table.

    Raises:
        FilterRefused: for an unknown column or a value that it cannot hold.
    """
    shape, spoken = SHOWN[table], speech(filters)
    keys = keys_of(shape)
    columns = {name: text for name, text in filters.items() if name not in keys}
    if RELEASE in keys:
        dataset = at_release(dataset, filters.get(RELEASE), is_kept=table in EARLIER)
    try:
        frame = select(dataset.tables[table], shape, columns)
    except FilterRefused as no:
        if no.parameter in shape.columns:
            raise
        raise FilterRefused(no.parameter, no.value, ", ".join([no.accepted, *keys])) from None
    if spoken:
        frame = labelled(frame, shape, spoken, dataset.sources)
    say = spoken or words(Locale.EN)
    asked = told(shape, columns, dataset, say)
    return Extract(table, say(f"dataset.{table}"), frame, dataset, say, asked, shape, address, _named(table, frame))


def keys_of(shape: Table) -> tuple[str, ...]:
    """What may be asked of a table beside its columns; one has a column `release` of its own."""
    return (LABELS,) if RELEASE in shape.columns else (LABELS, RELEASE)


def at_release(dataset: Dataset, release: str | None, *, is_kept: bool = True) -> Dataset:
    """The data as of a release (None: the newest); what is not kept of earlier ones has the newest only.

    Raises:
        FilterRefused: for any other.
    """
    known = dataset.releases if is_kept and dataset.releases else [dataset.release]
    if release is not None and release not in known:
        raise FilterRefused(RELEASE, release, ", ".join(known))
    return dataset.at(release)


def _named(table: str, frame: pd.DataFrame) -> tuple[str, ...]:
    """The keys of the sources that rows of a table come from."""
    columns = [name for name in ("source", "release_from", "release_to") if name in frame]
    found = {str(key) for name in columns for key in frame[name].unique()}
    if columns:
        return tuple(sorted(found))
    recorded = RECORDED.get(table, ())  # a raw row begins with the search that it is of: `statements_2:226`
    searched = {row.partition(":")[0] for text in frame["raw_rows"] for row in text.split("|")} if recorded else set()
    return tuple(key for key in recorded if key.removeprefix(RECORD) in searched)


def told(table: Table, columns: Mapping[str, str], dataset: Dataset, say: Words) -> tuple[str, ...]:
    """Each filter by column in words: country: Argentina, Bolivia."""
    return tuple(f"{name}: {_told(table, name, text, dataset, say)}" for name, text in sorted(columns.items()))


def _told(table: Table, name: str, text: str, dataset: Dataset, say: Words) -> str:
    if table.field(name).type in NUMERIC:
        return text.replace("-", EN_DASH).replace(",", ", ")
    coded = table.field(name).enum or name in ("country", "area", "partner", "source")
    if not coded:
        return text
    return ", ".join(label(table, name, code, say, dataset.sources) for code in values(text))


def of_view(dataset: Dataset, filters: Mapping[str, str], address: str = "") -> Extract:
    """The answer behind a view, which `page` and the keys of that page name; with `wide`, a country a row. Unlike a
    page, it is refused where anything that is asked for cannot be shown.

    Raises:
        FilterRefused: for an unknown page or key, and a value that is not accepted.
    """
    spoken = speech(filters)
    say = spoken or words(Locale.EN)
    view = _view(filters, say.locale)
    page = open_page(view, (), dataset)
    dataset = page.dataset  # of the release that is asked for
    rows = page.rows()
    frame = stamped(typed(rows), dataset)
    if page.ignored:
        raise FilterRefused(*page.ignored[0])
    if not spoken:
        frame = frame[[name for name in frame.columns if not str(name).endswith(LABEL)]]
    if filters.get(WIDE, YES) != YES:
        raise FilterRefused(WIDE, filters[WIDE], YES)
    if WIDE in filters:
        frame = wide(frame)
    asked = tuple(pair.replace("=", ": ", 1) for pair in view.search.lstrip("?").split("&") if pair)
    shown = frame if WIDE in filters and "source" in rows else rows  # a wide table has no rates, nor their residents
    named = tuple(sources_of(shown, page.sources)) if len(rows) else ()
    return Extract(f"answer-{view.page}", page.title, frame, dataset, say, asked, None, address, named)


def _view(filters: Mapping[str, str], locale: Locale) -> View:
    name = filters.get(PAGE, Page.OVERVIEW)
    if name not in set(Page):
        raise FilterRefused(PAGE, name, ", ".join(Page))
    page = Page(name)
    known = FIELDS[page]
    values = {}
    for key, text in filters.items():
        if key in (PAGE, LABELS, WIDE):
            continue
        if key not in known:
            raise FilterRefused(key, text, ", ".join([PAGE, LABELS, WIDE, *known]))
        try:
            values[key] = known[key].parse(text)
        except ValueError:
            raise FilterRefused(key, text, known[key].accepted) from None
    return View.of(locale, page, **values)


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers as Int64, others as Float64, anything else as text in which missing is empty."""
    made: dict[str, pd.Series[Any]] = {}
    for name in frame.columns:
        column = frame[name]
        numbers = pd.to_numeric(column, errors="coerce") if _is_numeric(column) else None
        if numbers is None:
            made[name] = column.map(lambda value: "" if pd.isna(value) else str(value)).astype("str")
        else:
            whole = bool((numbers.dropna() % 1 == 0).all())
            made[name] = numbers.astype("Float64").astype("Int64" if whole else "Float64")
    return pd.DataFrame(made, columns=list(frame.columns), index=frame.index)


def with_nulls(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame for formats that tell what is missing from what is empty: no text of ours is empty, so that is null."""
    is_text = {name: not pd.api.types.is_numeric_dtype(frame[name]) for name in frame}
    made = {
        name: frame[name].astype(object).where(frame[name] != "", None) if text else frame[name]
        for name, text in is_text.items()
    }
    return pd.DataFrame(made, columns=list(frame.columns), index=frame.index)


def _is_numeric(column: "pd.Series[float]") -> bool:
    if pd.api.types.is_numeric_dtype(column):
        return True
    known = column.dropna()
    return bool(len(known)) and all(isinstance(value, (int, float)) for value in known)
