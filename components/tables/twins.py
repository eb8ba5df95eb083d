"""The table twins: the same cells as the pictures, one row a country."""

from collections.abc import Sequence
from math import isfinite

from components.cells import Trace, figure, state
from components.figures.interval_bars import Bar
from components.i18n import Words
from components.tables.cell_marks import bar
from components.tables.published import published
from components.tables.table import Table, TableCell, TableRow, column, number, pictured, row_head
from data.interval import Interval
from data.model import Answer, Cell
from data.vocabulary import Measure

NUMBERS = frozenset({"count", "rate"})


def year_table(answer: Answer, year: int, caption: str, words: Words, to: Trace | None = None) -> Table:
    """Twin of map and ranking: for one year the figure, the rate, how each is known and what to know about it. Figures
    lead `to` their passports."""
    names = ("country", "count", "rate", "status", "flags")
    heads = [column(words(f"table.{name}"), "n" if name in NUMBERS else "") for name in names]
    rows = [_year_row(cell, words, to) for cell in _chosen(answer, answer.by_country(year), words)]
    return Table(caption, heads, [rows], "by-country", "by-country")


def _year_row(cell: Cell, words: Words, to: Trace | None) -> TableRow:
    cells = [
        row_head(words.country(cell.country)),
        number(figure(cell, Measure.COUNT, words), href=to(cell) if to else ""),
        number(figure(cell, Measure.RATE, words)),
        TableCell(words(f"state.{state(cell)}")),
        TableCell(" ".join(words(f"flag.{flag}") for flag in cell.flags)),
    ]
    return TableRow(cells, f"is-{state(cell)}")


def series_table(answer: Answer, measure: Measure, caption: str, words: Words, to: Trace | None = None) -> Table:
    """Twin of the series: countries by years, the marks for what is missing, a flag where there is one."""
    rows = [
        TableRow(
            [
                row_head(words.country(named.country)),
                *(published(cell, measure, words, to) for cell in answer.over_time(named.country)),
            ]
        )
        for named in _chosen(answer, answer.by_country(answer.selection.first), words)
    ]
    heads = [column(words("table.country")), *(column(str(year), "n") for year in answer.years)]
    return Table(caption, heads, [rows], "over-time", "over-time")


def _chosen(answer: Answer, cells: list[Cell], words: Words) -> list[Cell]:
    chosen = [cell for cell in cells if not answer.selection.countries or cell.country in answer.selection.countries]
    return sorted(chosen, key=lambda cell: words.sort_key(words.country(cell.country)))


def bar_table(
    caption: str, heads: Sequence[str], bars: Sequence[Bar], name: str, *, look: str = "bars", top: float = 0
) -> Table:
    """Twin of bars: names, the bars small, figures, and what there is to say of each. `heads` are of name, figure and
    note; `top` is the figure at a full bar where tables share theirs."""
    top = top or max((bar.bounds.high for bar in bars if bar.bounds and isfinite(bar.bounds.high)), default=0) or 1
    rows = [
        TableRow(
            [
                row_head(each.name),
                pictured(bar(_drawable(each.bounds), top)),
                number(each.text, href=each.href),
                TableCell("; ".join(filter(None, [each.note, each.more])), tone="note"),
            ],
            "" if each.bounds else "is-unknown",
        )
        for each in bars
    ]
    named, figure_, note = heads
    columns = [column(named), column("", "bar"), column(figure_, "n"), column(note, "note")] if named else []
    return Table(caption, columns, [rows], look, name)


def _drawable(bounds: Interval | None) -> Interval | None:
    """A figure without an upper bound is drawn up to its lower one; it says "at least" beside it."""
    return bounds if bounds is None or isfinite(bounds.high) else Interval(bounds.low, bounds.low)
