"""XLSX for people: a cover that says what it is, the rows with a frozen head and a filter, the columns explained.

Numbers are numbers, days are days in the form of ISO 8601, texts are written as texts (none is ever a formula or a
link), the same rows give the same bytes.
"""

import io
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from components.files.cover import columns, cover
from components.files.csv import DAY
from components.files.extract import Extract

OPTIONS = {"constant_memory": True, "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LONGEST_NAME = 31  # characters of a sheet's name
LONGEST_TEXT = 32_767  # characters of a cell
NARROW, WIDE = 9, 60  # width of a column in characters
MEASURED = 300  # rows by which a column is measured
HEADS = ("column", "meaning", "type", "unit", "accepted")
FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": True, "valign": "top"},
    "stamp": {"bold": True, "font_size": 14, "font_color": "#a8480f"},
    "what": {"bold": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "head": {"bold": True, "bottom": 1, "bg_color": "#ece7da", "valign": "top"},
    "whole": {"num_format": "#,##0"},
    "part": {"num_format": "#,##0.##"},
    "plain": {"num_format": "0"},
    "day": {"num_format": "yyyy-mm-dd"},
}
FIRST_DAY = date(1900, 3, 1)  # the day before is none, but Excel has it
UNGROUPED = ("year", "row")  # whole numbers that are names, not counts: 2023, never 2,023


def xlsx(extract: Extract) -> bytes:
    """The workbook of an extract: cover, rows, columns, sources."""
    target = io.BytesIO()
    book = Workbook(target, OPTIONS)
    styles = {name: book.add_format(style) for name, style in FORMATS.items()}
    day = datetime.fromisoformat(extract.dataset.release or "2000-01-01").replace(tzinfo=UTC)
    book.set_properties({"title": extract.title, "author": "Atalaya", "created": day.replace(tzinfo=None)})
    _cover(book, extract, styles)
    _rows(book, extract.name, extract.frame, styles)
    _columns(book, extract, styles)
    if extract.name != "sources":  # they would be there twice
        _sources(book, extract, styles)
    book.close()
    return target.getvalue()


def _cover(book: Workbook, extract: Extract, styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(extract.words("export.sheet.cover"))
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    top = 0
    if extract.dataset.synthetic:
        stamp = f"{extract.words('synthetic.stamp')}: {extract.words('synthetic.band')}"
        sheet.write_string(top, 0, stamp, styles["stamp"])
        top += 1
    sheet.write_string(top, 0, "Atalaya", styles["what"])
    sheet.write_string(top, 1, extract.title, styles["title"])
    for at, (what, text) in enumerate(cover(extract), start=top + 2):
        sheet.write_string(at, 0, what, styles["what"])
        sheet.write_string(at, 1, text[:LONGEST_TEXT], styles["text"])


def _rows(book: Workbook, name: str, frame: pd.DataFrame, styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(name[:LONGEST_NAME])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(frame), 1), max(len(frame.columns) - 1, 0))
    kinds = [_kind(name, frame) for name in frame.columns]
    for place, (column, kind) in enumerate(zip(frame.columns, kinds, strict=True)):
        sheet.set_column(place, place, _width(frame[column]), styles[kind] if kind else None)
        sheet.write_string(0, place, str(column), styles["head"])
    for at, row in enumerate(frame.itertuples(index=False), start=1):
        for place, (value, kind) in enumerate(zip(row, kinds, strict=True)):
            if value is pd.NA or value == "":
                continue
            if kind == "day":
                sheet.write_datetime(at, place, date.fromisoformat(value), styles[kind])
            elif kind:
                sheet.write_number(at, place, value, styles[kind])
            else:
                sheet.write_string(at, place, str(value)[:LONGEST_TEXT])


def _kind(name: str, frame: pd.DataFrame) -> str:
    """The number format of a column; empty for text."""
    column = frame[name]
    if not pd.api.types.is_numeric_dtype(column):
        days = {text for text in column if text}
        return "day" if days and all(map(_is_day, days)) else ""
    if name in UNGROUPED:
        return "plain"
    return "whole" if pd.api.types.is_integer_dtype(column) else "part"


def _is_day(text: str) -> bool:
    """Whether a text is a day that Excel has: none before 1900, and no month alone."""
    try:
        return DAY.fullmatch(text) is not None and date.fromisoformat(text) >= FIRST_DAY
    except ValueError:
        return False


def _width(column: "pd.Series[Any]") -> int:
    longest = max((len(str(value)) for value in column.head(MEASURED)), default=0)
    return min(max(NARROW, len(str(column.name)) + 3, longest + 1), WIDE)


def _columns(book: Workbook, extract: Extract, styles: dict[str, Any]) -> None:
    rows = columns(extract)
    if rows:
        heads = [extract.words(f"export.head.{name}") for name in HEADS]
        _table(book, extract.words("export.sheet.columns"), heads, rows, styles)


def _sources(book: Workbook, extract: Extract, styles: dict[str, Any]) -> None:
    heads = list(next(iter(extract.sources), {}))
    rows = [list(row.values()) for row in extract.sources]
    if rows:
        _table(book, extract.words("export.sheet.sources"), heads, rows, styles)


def _table(book: Workbook, name: str, heads: list[str], rows: list[list[str]], styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for place, head in enumerate(heads):
        longest = max(len(row[place]) for row in rows)
        sheet.set_column(place, place, min(max(NARROW, len(head) + 2, longest + 1), WIDE))
        sheet.write_string(0, place, head, styles["head"])
    for at, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(at, place, text[:LONGEST_TEXT], styles["text"])
