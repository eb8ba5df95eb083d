"""The table twin of the chain over years: for each country one row a count, the conflicts of each year marked."""

from markupsafe import Markup

from components.captions.trace import Trace, cited, trace
from components.cells import MARKS, figure, state
from components.i18n import Words
from components.markup import el
from components.url.view import View
from data.model import Cell
from data.queries.justice import ABOVE, CHAIN, Justice
from data.vocabulary import Country, Measure


def step_table(
    justice: Justice, countries: list[Country], years: range, caption: str, words: Words, view: View | None = None
) -> Markup:
    """Countries and their four counts by years; of a single country the name is not repeated. The figures of a `view`
    lead to their passports."""
    is_one = len(countries) == 1
    heads = [] if is_one else [el("th", words("table.country"), scope="col")]
    heads += [el("th", words("justice.count"), scope="col")]
    heads += [el("th", year, scope="col", class_="n") for year in years]
    bodies = [el("tbody", _rows(justice, country, years, words, view, is_one=is_one)) for country in countries]
    table = el("table", el("caption", caption), el("thead", el("tr", heads)), bodies, class_="over-time steps")
    return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key="steps")


def _rows(
    justice: Justice, country: Country, years: range, words: Words, view: View | None, *, is_one: bool
) -> list[Markup]:
    conflicts = {(ABOVE[conflict][0], year): conflict for conflict, year in justice.conflicts(country, years)}
    name = [] if is_one else [el("th", words.country(country), scope="rowgroup", rowspan=len(CHAIN), class_="who")]
    rows = []
    for place, indicator in enumerate(CHAIN):
        to = trace(view, indicator=indicator) if view else None
        cells = [justice.answers[indicator].cells[country, year] for year in years]
        said = [
            words(f"conflict.{conflicts[indicator, c.year]}", years=c.year) if (indicator, c.year) in conflicts else ""
            for c in cells
        ]
        rows.append(
            el(
                "tr",
                name if place == 0 else None,
                el("th", words.label(indicator), scope="row", class_=f"step step-{indicator}"),
                [_cell(cell, conflict, words, to) for cell, conflict in zip(cells, said, strict=True)],
            )
        )
    return rows


def _cell(cell: Cell, conflict: str, words: Words, to: Trace | None) -> Markup:
    text = figure(cell, Measure.COUNT, words)
    if text in MARKS.values():
        return el(
            "td", el("abbr", cited(text, cell, to), title=words(f"state.{state(cell)}")), class_=f"n is-{state(cell)}"
        )
    flags = " ".join(words(f"flag.{flag}") for flag in cell.flags)
    marks = [(mark, said) for mark, said in (("⇅", conflict), ("⚑", flags)) if said]
    drawn = [el("abbr", mark, el("span", said, class_="spoken"), title=said, class_="flag") for mark, said in marks]
    return el("td", cited(text, cell, to), drawn, class_=f"n is-{state(cell)}")
