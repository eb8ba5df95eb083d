"""The table twin of the chain over years: for each country one row a count, the conflicts of each year marked."""

from components.captions.trace import trace
from components.i18n import Words
from components.tables.published import published
from components.tables.table import Note, Table, TableCell, TableRow, column
from components.url.view import View
from data.queries.justice import ABOVE, CHAIN, Justice
from data.vocabulary import Country, Indicator, Measure


def step_table(
    justice: Justice, countries: list[Country], years: range, caption: str, words: Words, view: View | None = None
) -> Table:
    """Countries and their four counts by years; of a single country the name is not repeated. The figures of a `view`
    lead to their passports."""
    is_one = len(countries) == 1
    heads = [] if is_one else [column(words("table.country"))]
    heads += [column(words("justice.count")), *(column(str(year), "n") for year in years)]
    groups = [_rows(justice, country, years, words, view, is_one=is_one) for country in countries]
    return Table(caption, heads, groups, "over-time steps", "steps")


def _rows(
    justice: Justice, country: Country, years: range, words: Words, view: View | None, *, is_one: bool
) -> list[TableRow]:
    conflicts = {(ABOVE[conflict][0], year): conflict for conflict, year in justice.conflicts(country, years)}

    def cell(indicator: Indicator, year: int) -> TableCell:
        to = trace(view, indicator=indicator) if view else None
        made = published(justice.answers[indicator].cells[country, year], Measure.COUNT, words, to)
        if (indicator, year) not in conflicts:
            return made
        return made._replace(
            notes=(Note("⇅", words(f"conflict.{conflicts[indicator, year]}", years=year)), *made.notes)
        )

    rows = []
    for place, indicator in enumerate(CHAIN):
        is_first = place == 0 and not is_one
        name = [TableCell(words.country(country), tone="who", head="rowgroup", down=len(CHAIN))] if is_first else []
        step = TableCell(words.label(indicator), tone=f"step step-{indicator}", head="row")
        rows.append(TableRow([*name, step, *(cell(indicator, year) for year in years)]))
    return rows
