"""Counts on a slide: the region or a few countries over the years, who has most, and the four counts of justice."""

from dataclasses import replace

from components.captions.trace import trace
from components.cells import printed_count
from components.figures.axes import Ground
from components.figures.justice_clock import counts
from components.pages.compare.page import Compare
from components.pages.justice.page import Justice
from components.pages.overview.page import Overview
from components.pages.overview.series import of_region, told_apart
from components.slideshow.composed import Block
from components.slideshow.line_pictures import lines
from components.slideshow.map_pictures import ranking
from components.slideshow.picture import ROWS, Listed, Picture, Room, Row, bars
from components.url.choices import Chart
from data.queries.justice import CHAIN, COMPARED
from data.vocabulary import Country


def rank(room: Room) -> Picture:
    """Who has most in the year."""
    page, n = room.page, ROWS[room.hall]
    assert isinstance(page, Overview)  # noqa: S101 - told by the table in pictures.py
    codes = tuple(str(cell.country) for cell in page.ranking.published(page.year)[:n])
    return Picture(ranking(page, page.year, room, n), codes)


def series(room: Room) -> Picture:
    """The countries chosen, if they can be told apart; else the sum of those that report, with how many they are."""
    page = room.page
    assert isinstance(page, Overview)  # noqa: S101
    w, found, measure = page.words, page.answer, page.view.measure
    ground = Ground(found.years, w.rate_limit)
    label = f"{w.label(Chart.SERIES)}: {page.caption()}"
    if drawn := told_apart(found, measure, w, trace(page.view)):
        return Picture(lines(drawn, ground, label, room), tuple(line.code for line in drawn))
    line, below = of_region(found, measure)
    return Picture(lines([line], replace(ground, below=below), label, room, room.note(w("wall.reporting_below"))))


def justice(room: Room) -> Picture | None:
    page = room.page
    assert isinstance(page, Justice)  # noqa: S101
    w, mine = page.words, page.view.country
    if mine and page.is_chart(Chart.CHAIN):
        return Picture(_window(room, page, mine), tuple(map(str, CHAIN)))
    if mine:
        drawn = counts(page.chain, mine, page.years, w, lambda indicator: trace(page.view, indicator=indicator))
        made = lines(drawn, Ground(page.years, w.rate_limit), page.title, room)
        return Picture(made, tuple(line.name for line in drawn))
    if not page.complete:
        return None
    sums = [
        Row(w.label(i), page.chain.together(i, page.complete), w.interval(page.chain.together(i, page.complete)),
            code=str(i))
        for i in COMPARED
    ]  # fmt: skip
    caption = w.count("wall.together", len(page.complete), when=page.when)
    who = room.note(w.names([w.country(c) for c in page.complete]))
    return Picture(bars(Listed(sums, caption), room, who), tuple(map(str, COMPARED)))


def _window(room: Room, page: Justice, mine: Country) -> list[Block]:
    """The counts of one country that are published of all years of the window."""
    w, cells = page.words, {i: page.chain.figure(mine, i).cell for i in CHAIN}
    rows = [
        Row(w.label(i), cell.count, printed_count(cell.count, cell.status, w), code=str(i))
        for i, cell in cells.items()
        if cell.count
    ]
    return bars(Listed(rows, "", w("justice.country_nothing", country=w.country(mine), when=page.when)), room)


def compare(room: Room) -> Picture | None:
    page = room.page
    assert isinstance(page, Compare)  # noqa: S101
    drawn = page.compared.lines()
    if not any(line.points for line in drawn):
        return None
    ground = Ground(page.comparison.answer.years, page.words.rate_limit)
    made = lines(drawn, ground, f"{page.words.label(Chart.SERIES)}: {page.title}", room)
    return Picture(made, tuple(line.code for line in drawn))
