"""Counts for the wall: the region or a few countries over the years, who has most, and the four counts of justice."""

from dataclasses import replace

from components.captions.trace import trace
from components.figures.axes import Ground
from components.figures.justice_clock import counts
from components.markup import el
from components.pages.compare.page import Compare
from components.pages.justice.page import Justice
from components.pages.overview.page import Overview
from components.pages.overview.series import of_region, told_apart
from components.pages.page import ShownPage
from components.slideshow.line_pictures import lines
from components.slideshow.map_pictures import ranking
from components.slideshow.picture import ROWS, Picture, Row, bars
from components.url.choices import Hall
from data.queries.justice import COMPARED


def rank(page: ShownPage, hall: Hall) -> Picture:
    """Who has most in the year."""
    assert isinstance(page, Overview)  # noqa: S101 - told by the table in pictures.py
    codes = tuple(str(cell.country) for cell in page.ranking.published(page.year)[: ROWS[hall]])
    return Picture(ranking(page, page.year, ROWS[hall], hall), codes)


def series(page: ShownPage, hall: Hall) -> Picture:
    """The countries chosen, if they can be told apart; else the sum of those that report, with how many they are."""
    assert isinstance(page, Overview)  # noqa: S101
    w, found, measure = page.words, page.answer, page.view.measure
    ground = Ground(found.years, w.rate_limit)
    label = w("series.label", caption=page.caption())
    if drawn := told_apart(found, measure, w, trace(page.view)):
        return Picture(lines(drawn, ground, label, hall), tuple(line.code for line in drawn))
    line, below = of_region(found, measure)
    whole = lines([line], replace(ground, below=below), label, hall)
    return Picture(el("div", whole, el("p", w("wall.reporting_below"), class_="more"), class_="with-key"))


def justice(page: ShownPage, hall: Hall) -> Picture | None:
    assert isinstance(page, Justice)  # noqa: S101
    w, mine = page.words, page.view.country
    if mine:
        drawn = counts(page.chain, mine, page.years, w, lambda indicator: trace(page.view, indicator=indicator))
        return Picture(
            lines(drawn, Ground(page.years, w.rate_limit), page.title, hall), tuple(line.name for line in drawn)
        )
    if not page.complete:
        return None
    sums = [
        Row(w.label(i), page.chain.together(i, page.complete), w.interval(page.chain.together(i, page.complete)),
            code=str(i))
        for i in COMPARED
    ]  # fmt: skip
    caption = w.count("wall.together", len(page.complete), when=page.when)
    who = el("p", w.names([w.country(c) for c in page.complete]), class_="more")
    return Picture(el("div", bars(sums, caption, "", hall), who, class_="with-key"), tuple(map(str, COMPARED)))


def compare(page: ShownPage, hall: Hall) -> Picture | None:
    assert isinstance(page, Compare)  # noqa: S101
    drawn = page.compared.lines()
    if not any(line.points for line in drawn):
        return None
    ground = Ground(page.comparison.answer.years, page.words.rate_limit)
    made = lines(drawn, ground, page.words("series.label", caption=page.title), hall)
    return Picture(made, tuple(line.code for line in drawn))
