"""How to read a figure, shown on figures of the data at hand and drawn by the parts that draw every page."""

from components.captions.legend import legend
from components.captions.picture import Picture
from components.cells import figure, state
from components.figures.classes import limits
from components.figures.interval_bars import Bar
from components.i18n import Words
from components.pages.table_pictures import listed
from components.tables.twins import bar_table
from data.dataset import Dataset
from data.interval import total
from data.model import Answer, Cell, Selection
from data.queries import observations
from data.queries.example import around, flagged, summands
from data.queries.region import Region, default_year, region
from data.vocabulary import Measure, Panel

NEAR = 5  # years before and after a flag


PANEL_YEARS = 8  # years of the example of a constant panel


def pictures(dataset: Dataset, whole: Answer, words: Words) -> list[list[Picture]]:
    """Of one indicator an interval sum, both panels, a flag and the marks, each with its section of the chapter."""
    last = default_year(whole)
    years = (max(dataset.years[0], last - PANEL_YEARS + 1), last)
    every, constant = (
        observations.answer(dataset, Selection(whole.selection.indicator, *years, panel=panel)) for panel in Panel
    )
    return [
        [interval(whole, words)],
        panel(every, constant, words),
        [flag(whole, words)],
        [marks(whole, words)],
    ]


def interval(answer: Answer, words: Words) -> Picture:
    """An exact figure, a protected one, and their sum, on one scale."""
    found = summands(answer)
    heads = (words("table.country"), words("rank.count"), words("table.status"))
    caption = words("method.example.interval", what=words.label(answer.selection.indicator))
    if found is None:
        return Picture("method-interval", title=caption, said=(words("method.example.none"),))
    drawn = [
        Bar(
            f"{words.country(cell.country)}, {cell.year}",
            cell.count,
            figure(cell, Measure.COUNT, words),
            words(f"state.{state(cell)}"),
        )
        for cell in found
        if cell.count
    ]
    added = total([cell.count for cell in found if cell.count])
    drawn.append(Bar(words("method.example.sum"), added, words.interval(added), words("state.range")))
    table = bar_table(caption, heads, drawn, "", look="bars example is-added")
    return Picture("method-interval", table=table)


def panel(every: Answer, constant: Answer, words: Words) -> list[Picture]:
    """The same years twice: whoever reports, and the constant panel; one scale for both."""
    sums = [[region(answer, year) for year in every.years] for answer in (every, constant)]
    top = max((each.count.high for part in sums for each in part if each.count), default=0)
    what = words.label(every.selection.indicator)
    heads = (words("year.label"), words("rank.count"), words("card.reporting"))
    found = []
    for answer, part in zip((every, constant), sums, strict=True):
        caption = words(f"method.example.{answer.selection.panel}", what=what)
        drawn = [
            Bar(str(each.year), each.count, words.interval(each.count), _who(each, answer))
            for each in part
            if each.count
        ]
        made = bar_table(caption, heads, drawn, "", look="bars example", top=top) if drawn else None
        found.append(listed(f"method-{answer.selection.panel}", made, caption, words("method.example.nobody")))
    return found


def _who(shown: Region, answer: Answer) -> str:
    return f"{len(shown.reporting)}/{len(answer.panel)}"


def flag(answer: Answer, words: Words) -> Picture:
    """A flagged figure among its neighbours, with its sentence."""
    cell = flagged(answer)
    heads = (words("year.label"), words("rank.count"), words("table.flags"))
    what = words.label(answer.selection.indicator)
    if cell is None:
        caption = words("method.example.flag", what=what, country="")
        return Picture("method-flag", title=caption, said=(words("method.example.none"),))
    caption = words("method.example.flag", what=what, country=words.country(cell.country))
    drawn = [
        Bar(str(each.year), each.count, figure(each, Measure.COUNT, words), _flags(each, words))
        for each in around(answer, cell, NEAR)
    ]
    return Picture("method-flag", table=bar_table(caption, heads, drawn, "", look="bars example"))


def _flags(cell: Cell, words: Words) -> str:
    """What to know about a year: that there is no figure, or its flags."""
    if not cell.is_published:
        return words(f"state.{state(cell)}")
    return " ".join(f"⚑ {words(f'flag.{each}')}" for each in cell.flags)


def marks(answer: Answer, words: Words) -> Picture:
    """The scale and the states as the map has them."""
    counts = [cell.count for cell in answer.cells.values() if cell.count]
    title = words("legend.title", noun=words.label(answer.selection.indicator), unit=words("unit.count"))
    return Picture("method-marks", key=legend(limits(counts, is_rate=False), Measure.COUNT, title, words))
