"""Pairs for the wall: who lists whose citizens, who needs whom, and by what means they cooperate."""

from components.i18n import EN_DASH
from components.markup import el
from components.pages.cooperation.gap import needed, ordered
from components.pages.cooperation.page import Cooperation
from components.pages.cooperation.statements import description, figure, rows_of
from components.pages.flows.page import Flows
from components.pages.flows.pairs import sides
from components.pages.page import ShownPage
from components.slideshow.map_pictures import flow_rows
from components.slideshow.picture import ACROSS, ROWS, Picture, Row, bars, beside, grid, keys, largest, part
from components.url.choices import Hall
from data.interval import Interval
from data.queries.means import acts, bound, by_participant
from data.vocabulary import Country


def flow_pairs(page: ShownPage, hall: Hall) -> Picture:
    """The largest flows by name."""
    assert isinstance(page, Flows)  # noqa: S101 - told by the table in pictures.py
    shown = page.shown[: ROWS[hall]]
    codes = tuple(dict.fromkeys(str(f.country) for f in shown))
    return Picture(bars(flow_rows(page, shown), page.title, page.words("flows.none_listed"), hall), codes)


def flow_sides(page: ShownPage, hall: Hall) -> Picture:
    """One country's flows: whom it lists, and who lists its own."""
    assert isinstance(page, Flows)  # noqa: S101
    w, n = page.words, ROWS[hall] * 3 // 4
    mine, listed, listing = sides(page.flows, page.view)
    into = [Row(page.name(f.partner), f.count, page.figure(f)) for f in listed[:n]]
    out = [Row(page.name(f.country), f.count, page.figure(f)) for f in listing[:n]]
    told, nothing = {"country": w.country(mine), "when": page.when}, w("flows.none_listed")
    left = bars(into, w(f"flows.into.{page.view.flow}", **told), nothing, hall, is_half=True)
    right = bars(out, w(f"flows.out.{page.view.flow}", **told), nothing, hall, is_half=True)
    return Picture(beside(left, right))


def flow_grid(page: ShownPage, hall: Hall) -> Picture | None:
    """Who lists whom, of the largest; a deep hall could not read it."""
    assert isinstance(page, Flows)  # noqa: S101
    w, shown = page.words, page.at("matrix").table
    counted = {(f.partner, str(f.country)): f.count for f in page.flows.within if f.partner != f.country}
    if hall is Hall.DEEP:
        return flow_pairs(page, hall)
    if shown is None or not counted:
        return None
    more = el("p", w("wall.largest_pairs", n=ACROSS), class_="more")
    return Picture(el("div", grid(part(shown, *largest(counted, ACROSS, w))), more, class_="with-key"))


def gap(page: ShownPage, hall: Hall) -> Picture | None:
    assert isinstance(page, Cooperation)  # noqa: S101
    w, mine = page.words, page.view.country
    if mine or hall is Hall.DEEP:
        pairs = [pair for pair in ordered(page.gap, page.view.sort, mine) if pair.is_needed][: ROWS[hall]]
        rows = [
            Row(
                w.country(pair.other(mine)) if mine else f"{w.country(pair.a)} {EN_DASH} {w.country(pair.b)}",
                pair.need,
                needed(pair, w),
                look="is-gap" if pair.is_gap else "",
            )
            for pair in pairs
        ]
        caption = w("gap.with_whom", country=w.country(mine)) if mine else w("gap.list")
        drawn = bars(rows, caption, w("gap.none_listed"), hall)
        return Picture(el("div", drawn, keys([("is-hue", w("wall.no_means"))]), class_="with-key"))
    counted: dict[tuple[str, str], Interval] = {}
    for pair in page.gap.pairs.values():
        for origin, target, flow in ((pair.b, pair.a, pair.need_in_a), (pair.a, pair.b, pair.need_in_b)):
            if flow:
                counted[origin, target] = flow.count
    shown = page.at("matrix").table
    if shown is None or not counted:
        return None
    drawn = grid(part(shown, *largest(counted, ACROSS, w)))
    more = el("p", w("wall.largest_pairs", n=ACROSS), class_="more")
    under = el("div", keys([("is-gap", w("wall.no_means"))]), more, class_="under")
    return Picture(el("div", drawn, under, class_="with-key"))


def requests(page: ShownPage, hall: Hall) -> Picture:
    """What is published at all: the best evidence of any figure that touches a year; of one country its figures."""
    assert isinstance(page, Cooperation)  # noqa: S101
    w, asked = page.words, page.requests
    if page.view.country:
        told = rows_of(asked.figures)[: ROWS[hall] // 2]
        items = [el("li", el("b", figure(row, w)), " ", description(row, w)) for row in told]
        more = len(asked.figures) - len(items)
        items += [el("li", w.count("statements.more", more))] if more else []
        return Picture(el("ul", items, class_="wall-list") if items else el("p", w("statements.none")))
    shown = page.at("calendar").table
    if shown is None or hall is Hall.DEEP:
        return _publishing(page, hall)
    return Picture(el("div", grid(shown), el("p", w("wall.grades"), class_="more"), class_="with-key"))


def _publishing(page: Cooperation, hall: Hall) -> Picture:
    """Of how many figures each country is the publisher, where a calendar could not be read."""
    w, found = page.words, page.requests.figures["country"].value_counts()
    held = {Country(str(code)): int(n) for code, n in found.items()}
    return _counted(page, held, w("wall.publishing"), w("statements.nothing"), hall)


def events(page: ShownPage, hall: Hall) -> Picture:
    assert isinstance(page, Cooperation)  # noqa: S101
    w = page.words
    return _counted(page, by_participant(page.events), w("wall.events"), w("events.nothing"), hall)


def _counted(page: Cooperation, held: dict[Country, int], caption: str, nothing: str, hall: Hall) -> Picture:
    """The countries with most of what is counted exactly."""
    w = page.words
    shown = sorted(held, key=lambda c: (-held[c], w.sort_key(w.country(c))))[: ROWS[hall]]
    rows = [Row(w.country(c), Interval(held[c], held[c]), w.number(held[c]), code=str(c)) for c in shown]
    return Picture(bars(rows, caption, nothing, hall), tuple(map(str, shown)))


def treaties(page: ShownPage, hall: Hall) -> Picture:
    assert isinstance(page, Cooperation)  # noqa: S101
    w = page.words
    rows = [
        Row(w(f"treaty.{t}"), Interval(n, n), w("wall.of_read", n=n, of=of))
        for t, (n, of) in sorted(bound(acts(page.dataset)).items(), key=lambda each: (-each[1].bound, each[0]))
    ]
    return Picture(bars(rows[: ROWS[hall]], w("wall.treaties"), w("treaties.nothing"), hall, top=len(Country)))
