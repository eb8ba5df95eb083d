"""Periods as tables have them: the calendar year that one lies in, and how long it is."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from data.vocabulary import Span

YEAR, MONTH = 4, 7  # characters of 2024 and 2024-03


def days(period: str) -> tuple[str, str]:
    """First and last day of a year (`2024`), a month (`2024-03`), or months from/to (`2025-01/2025-06`)."""
    first, _, last = period.partition("/")
    return _first(first), _last(last or first)


def year_and_span(start: str, end: str) -> tuple[str, Span | None]:
    """The calendar year of a period as text, empty where it lies in none, and its span; neither where an end is not
    known. Days are ISO 8601; what is known only to the month or year has no certain span but `other`."""
    if not start or not end:
        return "", None
    year = start[:YEAR] if start[:YEAR] == end[:YEAR] else ""
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return year, Span.OTHER
    is_whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not year or not is_whole:
        return year, Span.OTHER
    if first.month % 3 == 1 and last.month == first.month + 2:
        return year, Span.QUARTER
    return year, {0: Span.MONTH, 11: Span.YEAR}.get(last.month - first.month, Span.OTHER)


def columns(start: str, end: str) -> dict[str, str]:
    """The columns `year` and `span` of a period, as text."""
    year, span = year_and_span(start, end)
    return {"year": year, "span": span or ""}


def expected(row: Mapping[str, str]) -> dict[str, str]:
    """The same of a row that has `period`, or `period_start` and `period_end`."""
    return columns(*(days(row["period"]) if "period" in row else (row["period_start"], row["period_end"])))


def _first(text: str) -> str:
    return f"{text}-01-01" if len(text) == YEAR else f"{text}-01"


def _last(text: str) -> str:
    if len(text) == YEAR:
        return f"{text}-12-31"
    return f"{text}-{monthrange(int(text[:YEAR]), int(text[5:MONTH]))[1]:02}"
