"""Published figures on cooperation: what is published at all, for which country and year, and each figure as a bar over
its own period. Two kinds or units never share a group, and a figure of several years is never split."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from components.captions.code_labels import label
from components.i18n import EN_DASH, Words
from components.tables.cell_marks import period as span_of
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from components.translated import told
from data.cooperation_vocabulary import Evidence, FigureStatus
from data.schema.cooperation import REQUESTS
from data.vocabulary import SUBREGIONS, Country

GRADES = {Evidence.OFFICIAL: 3, Evidence.PRESS_OF_OFFICIAL: 2, Evidence.MIRROR: 1, Evidence.SECONDARY: 1}
MARKS = {0: "·", 1: "○", 2: "◐", 3: "●"}

Row = Mapping[str, Any]


def span(row: Row) -> tuple[int, int] | None:
    """First and last year of a figure's period; None where the source gives none."""
    years = [int(str(row[name])[:4]) for name in ("period_start", "period_end") if row[name]]
    return (min(years), max(years)) if years else None


def calendar(
    frame: pd.DataFrame,
    first: int,
    last: int,
    caption: str,
    words: Words,
    to: Callable[[Country, int], str] = lambda *_: "",
) -> Table:
    """Country by year: the best evidence of any figure whose period touches the year, 0 to 3; what is published leads
    `to` its figures."""
    best: dict[tuple[str, int], list[Row]] = {}
    for row in rows_of(frame):
        for year in _touched(row, first, last):
            best.setdefault((str(row["country"]), year), []).append(row)
    countries = [Line(c, words.country(c), c, group) for group, members in SUBREGIONS.items() for c in members]
    years = [Line(str(year), str(year), str(year)) for year in range(first, last + 1)]

    def entry(country: Line, year: Line) -> TableCell:
        found = best.get((country.key, int(year.key)), [])
        best_grade = max(map(grade, found), default=0)
        said = " / ".join(sorted({description(row, words) for row in found}))
        href = to(Country(country.key), int(year.key)) if found else ""
        return TableCell(MARKS[best_grade], said or words("statements.none"), href, f"grade-{best_grade}")

    return matrix(countries, years, entry, caption, words("table.country"))


def _touched(row: Row, first: int, last: int) -> Iterable[int]:
    years = span(row)
    return range(max(first, years[0]), min(last, years[1]) + 1) if years else ()


def grade(row: Row) -> int:
    """How well a figure is known, 1 to 3: a copy or third party, press quoting the body, the body itself."""
    return GRADES[Evidence(row["evidence"])]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """Each row as values of Python; a number that is missing is None. By columns, for pandas is slow by rows."""
    names = [str(name) for name in frame.columns]
    columns = ([None if value is pd.NA else value for value in frame[name].tolist()] for name in names)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def description(row: Row, words: Words) -> str:
    return words.placed(str(row[f"description_{words.language}"]))


def figure(row: Row, words: Words) -> str:
    """The figure as the source has it: plain, a range, at least, or about."""
    plain, high = printed(float(row["low"]), words), row["high"]
    if row["status"] == FigureStatus.AT_LEAST:
        return words("figure.at_least", n=plain)
    if row["status"] == FigureStatus.APPROXIMATE:
        return words("figure.about", n=plain)
    if row["status"] == FigureStatus.RANGE and not pd.isna(high):
        return f"{plain}{EN_DASH}{printed(float(high), words)}"
    return plain


def measured(row: Row, words: Words) -> str:
    """The figure where no head says its unit: a share is never read as a count."""
    return words("percent", n=figure(row, words)) if str(row["unit"]).startswith("percent") else figure(row, words)


def printed(value: float, words: Words) -> str:
    """A number with all the decimals that its source prints: rounding would claim what nobody published."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return words.number(value, max(0, -int(exponent)))


def groups(frame: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    """Figures that may stand together: one kind and one unit, the largest group first."""
    found = [(str(kind), str(unit_), rows) for (kind, unit_), rows in frame.groupby(["kind", "unit"])]
    return sorted(found, key=lambda group: (-len(group[2]), group[0], group[1]))


def statement_tables(frame: pd.DataFrame, first: int, last: int, words: Words) -> list[Table]:
    """All figures, a table for each kind and unit: who, with whom, which way, the period as a bar, the figure, and
    where it was read."""
    return [_group(kind, unit_, rows, first, last, words) for kind, unit_, rows in groups(frame)]


def _group(kind: str, unit_: str, frame: pd.DataFrame, first: int, last: int, words: Words) -> Table:
    ordered = sorted(rows_of(frame), key=lambda row: (words.country(row["country"]), span(row) or (9999, 9999)))
    names = ("country", "partner", "direction", "period", "figure", "what", "source")
    heads = [column(words(f"statements.head.{head}"), "n" if head == "figure" else "") for head in names]
    caption = words("statements.group", kind=words(f"kind.{kind}"), unit=words(f"unit.{unit_}"))
    rows = [_statement(row, first, last, words) for row in ordered]
    return Table(caption, heads, [rows], "statements", f"statements-{kind}-{unit_}")


def _statement(row: Row, first: int, last: int, words: Words) -> TableRow:
    marks = [words(f"evidence.{row['evidence']}")]
    ours = label(REQUESTS, "inferred", str(row["inferred"]), words, {})
    marks += [words("statements.inferred", fields=ours)] if ours else []
    marks += [words("statements.conflict")] if row["conflict"] else []
    cells = [
        row_head(words.country(row["country"])),
        TableCell(partner(str(row["partner"]), words)),
        TableCell(words(f"direction.{row['direction']}")),
        TableCell(period(row, words), tone="period", marks=span_of(span(row), first, last)),
        number(figure(row, words)),
        TableCell(description(row, words), tone="what"),
        TableCell(told(row, "source_publisher", words), href=str(row["source_url"] or ""), beside="; ".join(marks)),
    ]
    return TableRow(cells, "is-conflict" if row["conflict"] else "")


def partner(code: str, words: Words) -> str:
    """One or several partners by name, or the word for those that the source does not name."""
    return ", ".join(words.country(part) if part.isupper() else words(f"with.{part}") for part in code.split("|"))


def period(row: Row, words: Words) -> str:
    start, end = str(row["period_start"]), str(row["period_end"])
    if not (start or end):
        return words("statements.no_period")
    return start if start == end else f"{start or '…'} {EN_DASH} {end or '…'}"


def covered(frame: pd.DataFrame) -> list[Country]:
    """The countries with at least one published figure."""
    return sorted({Country(code) for code in frame["country"]})
