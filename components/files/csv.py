"""The rows of a view as CSV: what marks made-up ones, the text, the name of the file."""

import re
from urllib.parse import unquote

import pandas as pd

from components.url.choices import Page
from components.url.view import View
from data.dataset import Dataset
from data.filter import safe_for_spreadsheets


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
