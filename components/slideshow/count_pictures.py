"""Counts for the wall: the region or a few countries over the years, who has most, and the four counts of justice."""

from components.markup import el
from components.pages.compare.page import Compare
from components.pages.justice.page import Justice
from components.pages.overview.page import Overview
from components.pages.page import ShownPage
from components.slideshow import line_pictures as drawn_lines
from components.slideshow.line_pictures import lines
from components.slideshow.map_pictures import atlas, ranked, ranking
from components.slideshow.picture import ROWS, Picture, Row, bars
from components.url.choices import Chart, Hall
from data.queries.justice import CHAIN, COMPARED
from data.queries.region import region
from data.vocabulary import Country, Flag, Indicator, Measure


def overview(page: ShownPage, hall: Hall) -> Picture | None:
    assert isinstance(page, Overview)  # noqa: S101 - told by the table below
    if page.is_chart(Chart.MAP):
        return atlas(page, hall)
    if page.is_chart(Chart.SERIES):
        return _series(page, hall)
    codes = tuple(str(cell.country) for cell in ranked(page, page.year)[: ROWS[hall]])
    return Picture(ranking(page, page.year, ROWS[hall]), codes)


def _series(page: Overview, hall: Hall) -> Picture:
    """The countries chosen, if they can be told apart; else the sum of those that report, with how many they are."""
    w, found, measure = page.words, page.answer, page.view.measure
    show = w.rate_limit if measure is Measure.RATE else w.number
    chosen = page.view.countries
    label = w("series.label", caption=page.caption())
    if chosen and len(chosen) <= drawn_lines.MOST:
        of = {c: [cell for cell in found.over_time(c) if cell.count] for c in chosen}
        drawn = [
            drawn_lines.Line(
                w.country(c),
                str(c),
                [(e.year, s) for e in cells if (s := e.rate if measure is Measure.RATE else e.count)],
                [e.year for e in cells if Flag.BREAK_IN_SERIES in e.flags],
            )
            for c, cells in of.items()
        ]
        return Picture(lines(drawn, found.years, show, label, hall), tuple(map(str, chosen)))
    years = [region(found, year) for year in found.years]
    points = [(r.year, s) for r in years if (s := r.rate if measure is Measure.RATE else r.count)]
    below = [f"n={len(r.reporting)}" for r in years]
    drawn = [drawn_lines.Line("", "", points)]
    key = el("p", w("wall.reporting_below"), class_="more")
    return Picture(el("div", lines(drawn, found.years, show, label, hall, below), key, class_="with-key"))


def justice(page: ShownPage, hall: Hall) -> Picture | None:
    assert isinstance(page, Justice)  # noqa: S101
    w, mine = page.words, page.view.country
    if page.is_chart(Chart.WHO):
        return None
    if mine:
        drawn = [_step(page, i, mine) for i in CHAIN]
        return Picture(lines(drawn, page.years, w.number, page.title, hall), tuple(map(str, CHAIN)))
    if not page.complete:
        return None
    sums = [
        Row(w.label(i), page.chain.together(i, page.complete), w.interval(page.chain.together(i, page.complete)),
            code=str(i))
        for i in COMPARED
    ]  # fmt: skip
    caption = w.count("wall.together", len(page.complete), when=page.when)
    who = el("p", w.names([w.country(c) for c in page.complete]), class_="more")
    return Picture(el("div", bars(sums, caption, ""), who, class_="few"), tuple(map(str, COMPARED)))


def _step(page: Justice, indicator: Indicator, mine: Country) -> drawn_lines.Line:
    cells = [c for c in page.chain.answers[indicator].over_time(mine) if c.count and c.year in page.years]
    breaks = [c.year for c in cells if Flag.BREAK_IN_SERIES in c.flags]
    points = [(c.year, c.count) for c in cells if c.count]
    return drawn_lines.Line(page.words.label(indicator), str(indicator), points, breaks)


def compare(page: ShownPage, hall: Hall) -> Picture | None:
    assert isinstance(page, Compare)  # noqa: S101
    c = page.compared
    drawn = [
        drawn_lines.Line(line.name, line.code, [(p.year, p.shown) for p in line.points], line.breaks)
        for line in c.lines()
    ]
    if not any(line.points for line in drawn):
        return None
    w = page.words
    show = w.rate_limit if page.view.measure is Measure.RATE and not c.is_indexed else w.number
    made = lines(drawn, page.comparison.answer.years, show, w("series.label", caption=page.title), hall)
    return Picture(made, tuple(line.code for line in drawn))
