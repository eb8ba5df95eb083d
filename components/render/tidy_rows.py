"""The answer behind a view as a file: stable codes first, labels in the reader's language beside them."""

import re
from urllib.parse import unquote

import pandas as pd

from components.cells import state
from components.i18n import Words
from components.url.choices import Page
from components.url.view import View
from data.dataset import Dataset
from data.filter import safe_for_spreadsheets
from data.model import Answer


def tidy(view: View, answer: Answer, dataset: Dataset, words: Words) -> pd.DataFrame:
    """One row a country and year of what the view shows: the selection's codes, bounds, status, flags, source,
    data version and release, with labels in the language of the view."""
    frame = answer.frame()
    cells = [cell for cell in answer.cells.values() if not view.countries or cell.country in view.countries]
    selection = answer.selection
    for place, name in enumerate(("crime", "indicator", "sex", "age", "exploitation"), start=2):
        frame.insert(place, name, str(getattr(selection, name)))
    frame["data_version"] = dataset.version
    frame["release"] = dataset.release
    frame["country_label"] = [words.country(cell.country) for cell in cells]
    frame["indicator_label"] = words.label(selection.indicator)
    frame["status_label"] = [words(f"state.{state(cell)}") for cell in cells]
    frame["flags_label"] = [" ".join(words(f"flag.{flag}") for flag in cell.flags) for cell in cells]
    released = {name: f"{row['publisher']}, {row['title']}, {row['release']}" for name, row in dataset.sources.items()}
    frame["source_label"] = frame["source"].map(lambda name: released.get(name, ""))
    return frame


def stamped(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Rows with a column `synthetic`: false for real rows in the folder of a made-up registry."""
    return frame.assign(synthetic="false") if dataset.synthetic and "synthetic" not in frame else frame


def csv(frame: pd.DataFrame) -> bytes:
    """RFC 4180, UTF-8, a header of stable codes, nothing that a spreadsheet would run."""
    text: str = safe_for_spreadsheets(frame).to_csv(index=False, lineterminator="\r\n")
    return text.encode()


def filename(view: View, extension: str) -> str:
    """A name that says what is in it: atalaya-victims_detected-ARG-BOL-2015-2023.csv."""
    about = SUBJECT.get(view.page, "chart")
    chosen = [pair.partition("=") for pair in view.search.lstrip("?").split("&")]
    words = [
        re.sub(r"[^A-Za-z0-9_.-]+", "-", unquote(value))
        for name, _, value in chosen
        if value and name not in (*NOT_DATA, about)
    ]
    return f"{'-'.join(['atalaya', str(getattr(view, about)), *words])[:120]}.{extension}"


SUBJECT = {  # the field that says what the file of a page is about; of any other page its chart
    Page.OVERVIEW: "indicator",
    Page.FLOWS: "flow",
    Page.COMPARE: "indicator",
    Page.DATA: "table",
    Page.FIGURE: "indicator",
    Page.PRESENT: "deck",
}
NOT_DATA = (
    "theme", "chart", "layout", "measure", "scale", "sort", "lens", "order", "start", "cells",
    "slides", "slide", "hall", "filters",
)  # fmt: skip
