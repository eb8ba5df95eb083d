"""The table twins: the same cells as the pictures, one row a country."""

from collections.abc import Sequence

from markupsafe import Markup

from components.captions.trace import Trace, cited
from components.cells import MARKS, State, figure, state
from components.i18n import Words
from components.markup import el
from data.model import Answer, Cell
from data.vocabulary import Measure, Status


def year_table(answer: Answer, year: int, caption: str, words: Words, to: Trace | None = None) -> Markup:
    """Twin of map and ranking: for one year the figure, the rate, how each is known and what to know about it. Figures
    lead `to` their passports."""
    columns = ("country", "count", "rate", "status", "flags")
    return table(
        caption,
        [(words(f"table.{name}"), "n" if name in ("count", "rate") else None) for name in columns],
        [_year_row(cell, words, to) for cell in _chosen(answer, answer.by_country(year), words)],
        "by-country",
    )


def _year_row(cell: Cell, words: Words, to: Trace | None) -> Markup:
    return el(
        "tr",
        el("th", words.country(cell.country), scope="row"),
        el("td", cited(figure(cell, Measure.COUNT, words), cell, to), class_="n"),
        el("td", figure(cell, Measure.RATE, words), class_="n"),
        el("td", words(f"state.{state(cell)}")),
        el("td", " ".join(words(f"flag.{flag}") for flag in cell.flags)),
        class_=f"is-{state(cell)}",
    )


def series_table(answer: Answer, measure: Measure, caption: str, words: Words, to: Trace | None = None) -> Markup:
    """Twin of the series: countries by years, the marks for what is missing, a flag where there is one."""
    names = _chosen(answer, answer.by_country(answer.selection.first), words)
    rows = [
        el(
            "tr",
            el("th", words.country(cell.country), scope="row"),
            [
                el("td", *_short(c, measure, words, to), class_=f"n is-{state(c)}")
                for c in answer.over_time(cell.country)
            ],
        )
        for cell in names
    ]
    return table(
        caption, [(words("table.country"), None), *((str(year), "n") for year in answer.years)], rows, "over-time"
    )


def _short(cell: Cell, measure: Measure, words: Words, to: Trace | None) -> list[object]:
    text = figure(cell, measure, words)
    if text in MARKS.values():
        meaning = words(f"state.{State.NOT_APPLICABLE if cell.status is Status.EXACT else state(cell)}")
        return [el("abbr", cited(text, cell, to), title=meaning)]
    if not cell.flags:
        return [cited(text, cell, to)]
    said = " ".join(words(f"flag.{flag}") for flag in cell.flags)
    return [cited(text, cell, to), el("abbr", "⚑", el("span", said, class_="spoken"), title=said, class_="flag")]


def _chosen(answer: Answer, cells: list[Cell], words: Words) -> list[Cell]:
    chosen = [cell for cell in cells if not answer.selection.countries or cell.country in answer.selection.countries]
    return sorted(chosen, key=lambda cell: words.sort_key(words.country(cell.country)))


def table(
    caption: str, columns: Sequence[tuple[str, str | None]], rows: list[Markup], name: str, foot: Markup | None = None
) -> Markup:
    """A table in a region that scrolls by itself; `columns` are heads with their look."""
    heads = [el("th", head, scope="col", class_=look) if head else el("td", class_=look) for head, look in columns]
    made = el(
        "table",
        el("caption", el("span", caption)),
        el("thead", el("tr", heads)),
        el("tbody", rows),
        el("tfoot", foot) if foot else None,
        class_=name,
    )
    return el("div", made, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key=name)
