"""The rows of a view as CSV, for programs, for readers and for Excel; what marks made-up ones, the name of the file."""

import math
import re
from urllib.parse import unquote

import pandas as pd

from components.url.choices import Page
from components.url.view import View
from data.dataset import Dataset
from data.filter import safe_for_spreadsheets

FOR, EXCEL = "for", "excel"  # as in `.csv?for=excel`
MARK = "\N{BYTE ORDER MARK}"  # by which Excel knows UTF-8; without it every accent is broken there
MONTHS = "ene|jan|feb|fev|mar|abr|apr|may|mai|jun|jul|ago|aug|sep|set|oct|out|nov|dic|dez|dec"
MADE_INTO = re.compile(  # texts that Excel makes into numbers, days or times, each in some region
    r"[-+]?\d+([.,]\d+)+|[-+]?[\d.,]*\d ?%|0\d+|\d{16,}|\d+e[-+]?\d+|\d+:\d.*|\d{1,4}([-/.])\d{1,2}(\2\d{1,4})?"
    rf"|\d{{1,2}}[-/. ]?({MONTHS})\w*([-/. ]?\d{{2,4}})?|({MONTHS})\w*[-/. ]?\d{{1,4}}",
    re.IGNORECASE,
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")  # made into that very day, in every region


def stamped(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Rows with a column `synthetic`: false for real rows in the folder of a made-up registry."""
    return frame.assign(synthetic="false") if dataset.synthetic and "synthetic" not in frame else frame


def csv(frame: pd.DataFrame) -> bytes:
    """RFC 4180, UTF-8, a header of stable codes, nothing that a spreadsheet would run."""
    text: str = safe_for_spreadsheets(frame).to_csv(index=False, lineterminator="\r\n")
    return text.encode()


def csv_for_readers(frame: pd.DataFrame) -> bytes:
    """The same with a byte order mark: what a reader takes from a page is opened by a double click."""
    return MARK.encode() + csv(frame)


def csv_for_excel(frame: pd.DataFrame, decimal: str) -> bytes:
    """As Excel reads it where the decimal mark is `decimal`: with a comma, semicolons between columns. A text that it
    would make into something else has an apostrophe before it, as one that it would run."""
    safe = _in_numbers(safe_for_spreadsheets(_kept_texts(frame)), decimal)
    text: str = safe.to_csv(index=False, lineterminator="\r\n", sep=";" if decimal == "," else ",")
    return (MARK + text).encode()


def _kept_texts(frame: pd.DataFrame) -> pd.DataFrame:
    made = frame.copy()
    for name in [name for name in made if not pd.api.types.is_numeric_dtype(made[name])]:
        made[name] = made[name].map(lambda v: f"'{v}" if isinstance(v, str) and _is_made_into(v) else v)
    return made


def _is_made_into(text: str) -> bool:
    return bool(MADE_INTO.fullmatch(text)) and not DAY.fullmatch(text)


def _in_numbers(frame: pd.DataFrame, decimal: str) -> pd.DataFrame:
    """The frame with its fractions as texts with the decimal mark, in columns of numbers and among texts."""
    made = frame.copy()
    for name in [name for name in made if made[name].dtype.kind in "fO"]:
        made[name] = made[name].astype(object).map(lambda v: _fraction(v, decimal) if isinstance(v, float) else v)
    return made


def _fraction(value: float, decimal: str) -> str:
    return "" if math.isnan(value) else repr(float(value)).replace(".", decimal)


def filename(view: View, extension: str, release: str = "") -> str:
    """A name that says what is in it: atalaya-victims_detected-ARG-BOL-2015-2023.csv; with the release of its figures,
    as a document has it, also the language in which it is written: atalaya-profile-AND-es-2025-10-28.pdf."""
    about = SUBJECT.get(view.page, "chart")
    chosen = [pair.partition("=") for pair in view.search.lstrip("?").split("&")]
    unsaid = (*NOT_DATA, about, *(("release",) if release else ()))
    words = [
        re.sub(r"[^A-Za-z0-9_.-]+", "-", unquote(value)) for name, _, value in chosen if value and name not in unsaid
    ]
    named = "-".join(["atalaya", str(getattr(view, about)), *words])[:LONGEST]
    return f"{'-'.join([named, view.locale, release] if release else [named])}.{extension}"


LONGEST = 120  # letters before language and release
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
