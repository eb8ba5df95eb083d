"""A country by its states or provinces: what they counted, what that is not, a map and its table, for any page."""

from markupsafe import Markup

from components.captions import legend
from components.captions.sources import publication
from components.figures.area_map import area_legend, area_map, edges, is_tall
from components.i18n import Words
from components.markup import el
from components.pages.country.area_tables import Shown, flag_list, groups_table, rank_table, years_table
from components.render.figure_svg import svg
from components.tables.table import to_html
from data.dataset import Dataset
from data.interval import Interval
from data.model import Cell
from data.queries import areas as subnational
from data.subnational_vocabulary import UNKNOWN_AREA
from data.vocabulary import Country, Measure

MOST = 3  # areas that the sentence names
SHAPES, RESIDENTS = "natural_earth_10m", "conapo"


def areas_section(
    dataset: Dataset, country: Country, year: int, words: Words, measure: Measure | None = None
) -> Markup | None:
    """The section of a country's areas in one year, or in the nearest that is published (it says so); None where
    nothing is published by area. By rate unless `measure` is count or there is none; styled by assets/views.css."""
    shown = _shown(dataset, country, year, words, measure)
    if shown is None:
        return None
    cells, sheet = shown.cells(), dataset.areas[country]
    limits = edges([cell for line in _lines(shown) for cell in line] or [each.cell for each in cells], shown.measure)
    unit = words.count(f"areas.noun.{shown.indicator}", 2), words(f"unit.{shown.measure}")
    title = words(f"areas.title.{shown.indicator}")
    label = words("areas.map", country=words.country(country), noun=unit[0], unit=unit[1], year=shown.period)
    key = area_legend(
        [each for each in cells if each.area != UNKNOWN_AREA],
        shown.measure,
        limits,
        words("legend.title", noun=unit[0], unit=unit[1]),
        words,
    )
    tall, years, groups = is_tall(sheet), to_html(years_table(shown)), groups_table(shown)
    beside = years if tall else to_html(groups) if groups else None
    drawn = svg(area_map(sheet, cells, shown.measure, limits, words), *sheet.size, label=label)
    picture = [el("div", drawn, class_="sheet"), legend.to_html(key, words)]
    return el(
        "section",
        el("h2", title),
        el("p", _finding(shown), class_="finding"),
        el("p", words(f"areas.caveat.{shown.indicator}"), class_="caveat"),
        el("ul", [el("li", note) for note in _notes(shown, year)], class_="remarks"),
        el(
            "div",
            el("div", el("div", picture, class_="drawn"), None if tall else years, class_="column"),
            el("div", to_html(rank_table(shown)), beside, class_="column"),
            class_="beside",
        ),
        flag_list(shown),
        el(
            "ul",
            [el("li", publication(dataset.sources[name], words)) for name in used(dataset, country, year)],
            class_="sources",
        ),
        class_="areas",
        aria_label=title,
    )


def used(dataset: Dataset, country: Country, year: int) -> list[str]:
    """Keys of the sources that the section of a country and year draws on, residents and shapes too; empty where there
    is no section."""
    names: set[str] = set()
    published = subnational.indicators(dataset, country)
    for indicator in published:
        shown = subnational.nearest(subnational.years(dataset, country, published[0]), year)
        cells = subnational.by_area(dataset, country, indicator, shown)
        names |= {each.cell.source for each in cells if each.cell.source}
        if any(each.cell.rate for each in cells):
            names.add(RESIDENTS)
    return [name for name in sorted(names | {SHAPES} if names else names) if name in dataset.sources]


def _shown(dataset: Dataset, country: Country, year: int, words: Words, measure: Measure | None) -> Shown | None:
    published = subnational.indicators(dataset, country)
    if not published:
        return None
    indicator = published[0]
    nearest = subnational.nearest(subnational.years(dataset, country, indicator), year)
    has_rate = any(each.cell.rate for each in subnational.by_area(dataset, country, indicator, nearest))
    shown = Measure.RATE if has_rate and measure is not Measure.COUNT else Measure.COUNT
    return Shown(dataset, country, indicator, nearest, shown, words)


def _lines(shown: Shown) -> list[list[Cell]]:
    return list(subnational.over_time(shown.dataset, shown.country, shown.indicator).values())


def _finding(shown: Shown) -> str:
    """What the areas of the year add up to, and where most of it is."""
    words = shown.words
    added = subnational.whole(shown.dataset, shown.country, shown.indicator, shown.year)
    if added is None:
        return words("areas.nothing", year=shown.period)
    counts = {each.name: each.cell.count for each in shown.cells() if each.name and each.cell.count}
    most = sorted(counts.items(), key=lambda item: (-item[1].low, -item[1].high, words.sort_key(item[0])))
    named = [f"{name} ({words.interval(count)})" for name, count in most[:MOST] if count.low > 0]
    noun = words.count(f"areas.noun.{shown.indicator}", round(added.count.high))
    figure = words("areas.finding", year=shown.period, figure=words.interval(added.count), noun=noun)
    return f"{figure} {words('areas.most', names=words.names(named))}" if named else figure


def _notes(shown: Shown, asked: int) -> list[str]:
    """What to know of this year: another than asked for, half a year, zeros, what names no area, no rate."""
    words, country = shown.words, shown.country
    period = subnational.years(shown.dataset, country, shown.indicator)[shown.year]
    cells = [each for each in shown.cells() if each.area != UNKNOWN_AREA]
    added = subnational.whole(shown.dataset, country, shown.indicator, shown.year)
    zeros = sum(each.cell.count == Interval(0, 0) for each in cells)
    said = []
    if shown.year != asked:
        said.append(words("areas.other_year", asked=asked, year=shown.year))
    if not subnational.is_whole(period):
        said.append(words("areas.partial", period=shown.period))
    elif not any(each.cell.rate for each in cells):
        said.append(words("areas.no_rate"))
    if added and added.nowhere:
        count = words.interval(added.nowhere)
        said.append(words("areas.unplaced", figure=count, whole=words.interval(added.count)))
    if zeros:
        said.append(words.count("areas.zeros", zeros, of=len(cells)))
    return said
