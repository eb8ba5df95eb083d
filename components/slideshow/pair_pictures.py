"""Pairs on a slide: who lists whose citizens, who needs whom, and by what means they cooperate."""

from components.figures.key import Sample
from components.i18n import EN_DASH
from components.pages.cooperation.gap import needed, ordered
from components.pages.cooperation.page import Cooperation
from components.pages.cooperation.statements import description, figure, rows_of
from components.pages.flows.page import Flows
from components.pages.flows.pairs import sides
from components.slideshow.composed import Block
from components.slideshow.grid_pictures import grid
from components.slideshow.lettering import height, moved
from components.slideshow.list_pictures import Item
from components.slideshow.list_pictures import listed as in_a_list
from components.slideshow.map_pictures import flow_rows
from components.slideshow.picture import (
    ACROSS,
    GAP_LOOK,
    ROWS,
    Listed,
    More,
    Picture,
    Room,
    Row,
    bars,
    halves,
    keys,
    largest,
    part,
)
from components.theme import ACCENT, CONTEXT
from components.url.choices import Hall
from data.interval import Interval
from data.queries.means import acts, bound, by_participant
from data.vocabulary import Country


def flow_pairs(room: Room) -> Picture:
    """The largest flows by name."""
    page = room.page
    assert isinstance(page, Flows)  # noqa: S101 - told by the table in pictures.py
    shown = page.shown[: ROWS[room.hall]]
    codes = tuple(dict.fromkeys(str(f.country) for f in shown))
    w = page.words
    told = Listed(
        flow_rows(page, shown), page.title, w("flows.none_listed"), _more(room), max(0, len(page.shown) - len(shown))
    )
    return Picture(bars(told, room), codes)


def _more(room: Room) -> More:
    """How many more there are, in words."""
    return lambda n: room.page.words.count("statements.more", n)


def flow_sides(room: Room) -> Picture:
    """One country's flows: whom it lists, and who lists its own."""
    page = room.page
    assert isinstance(page, Flows)  # noqa: S101
    w, n = page.words, ROWS[room.hall] * 3 // 4
    mine, listed, listing = sides(page.flows, page.view)
    into = [Row(page.name(f.partner), f.count, page.figure(f)) for f in listed]
    out = [Row(page.name(f.country), f.count, page.figure(f)) for f in listing]
    told, nothing = {"country": w.country(mine), "when": page.when}, w("flows.none_listed")
    captions = w(f"flows.into.{page.view.flow}", **told), w(f"flows.out.{page.view.flow}", **told)
    told_of = {
        name: Listed(rows[:n], caption, nothing, _more(room), max(0, len(rows) - n), name=name)
        for name, rows, caption in zip(("into", "out"), (into, out), captions, strict=True)
    }
    if bool(into) != bool(out):
        silent = w("flows.side_own" if not into and mine in page.flows.reported else "flows.side_nothing")
        return Picture(_one_side(told_of["into" if into else "out"], told_of["out" if into else "into"], silent, room))
    made = [bars(each, side) for each, side in zip(told_of.values(), halves(room), strict=True)]
    return Picture([*made[0], *made[1]])


def _one_side(listed: Listed, other: Listed, silent: str, room: Room) -> list[Block]:
    """What is listed in all the room, and in a line below what there is of the other side: nothing published, or
    nobody but the country's own citizens."""
    listed = listed._replace(caption=listed.caption.partition(";")[0])  # the two scales are not compared
    return bars(listed, room, room.note(f"{other.caption.partition(';')[0]}: {silent}"))


def flow_grid(room: Room) -> Picture | None:
    """Who lists whom, of the largest; a deep hall could not read it."""
    page = room.page
    assert isinstance(page, Flows)  # noqa: S101
    w, shown = page.words, page.at("matrix").table
    counted = {(f.partner, str(f.country)): f.count for f in page.flows.within if f.partner != f.country}
    if room.hall is Hall.DEEP:
        return flow_pairs(room)
    if shown is None or not counted:
        return None
    return Picture(grid(part(shown, *largest(counted, ACROSS, w)), room, room.note(w("wall.largest_pairs", n=ACROSS))))


def gap(room: Room) -> Picture | None:
    page = room.page
    assert isinstance(page, Cooperation)  # noqa: S101
    w, mine = page.words, page.view.country
    if mine or room.hall is Hall.DEEP:
        return _needed(page, room)
    counted: dict[tuple[str, str], Interval] = {}
    for pair in page.gap.pairs.values():
        for origin, target, flow in ((pair.b, pair.a, pair.need_in_a), (pair.a, pair.b, pair.need_in_b)):
            if flow:
                counted[origin, target] = flow.count
    shown = page.at("matrix").table
    if shown is None or not counted:
        return None
    framed = keys([Sample(w("wall.no_means"), CONTEXT, ACCENT)], room)
    more = moved(room.note(w("wall.largest_pairs", n=ACROSS)), height(framed))
    return Picture(grid(part(shown, *largest(counted, ACROSS, w)), room, [*framed, *more]))


def _needed(page: Cooperation, room: Room) -> Picture:
    """Who needs whom, as bars: the pairs of one country, or in a deep hall the largest of all."""
    w, mine, n = page.words, page.view.country, ROWS[room.hall]
    pairs = [pair for pair in ordered(page.gap, page.view.sort, mine) if pair.is_needed]
    rows = [
        Row(
            w.country(pair.other(mine)) if mine else f"{w.country(pair.a)} {EN_DASH} {w.country(pair.b)}",
            pair.need,
            needed(pair, w),
            look=GAP_LOOK if pair.is_gap else "",
        )
        for pair in pairs[:n]
    ]
    caption = w("gap.with_whom", country=w.country(mine)) if mine else w("gap.list")
    told = Listed(rows, caption, w("gap.none_listed"), _more(room), max(0, len(pairs) - n))
    return Picture(bars(told, room, keys([Sample(w("wall.no_means"), ACCENT)], room) if rows else []))


def requests(room: Room) -> Picture:
    """What is published at all: the best evidence of any figure that touches a year; of one country its figures."""
    page = room.page
    assert isinstance(page, Cooperation)  # noqa: S101
    w, asked = page.words, page.requests
    if page.view.country:
        items = [Item(figure(row, w), description(row, w)) for row in rows_of(asked.figures)]
        return Picture(in_a_list(items, room) if items else room.note(w("statements.none")))
    shown = page.at("calendar").table
    if shown is None or room.hall is Hall.DEEP:
        return _publishing(page, room)
    return Picture(grid(shown, room, room.note(w("wall.grades"))))


def _publishing(page: Cooperation, room: Room) -> Picture:
    """Of how many figures each country is the publisher, where a calendar could not be read."""
    w, found = page.words, page.requests.figures["country"].value_counts()
    held = {Country(str(code)): int(n) for code, n in found.items()}
    return _counted(held, w("wall.publishing"), w("statements.nothing"), room)


def events(room: Room) -> Picture:
    page = room.page
    assert isinstance(page, Cooperation)  # noqa: S101
    w = page.words
    return _counted(by_participant(page.events), w("wall.events"), w("events.nothing"), room)


def _counted(held: dict[Country, int], caption: str, nothing: str, room: Room) -> Picture:
    """The countries with most of what is counted exactly."""
    w, n = room.page.words, ROWS[room.hall]
    shown = sorted(held, key=lambda c: (-held[c], w.sort_key(w.country(c))))
    rows = [Row(w.country(c), Interval(held[c], held[c]), w.number(held[c]), code=str(c)) for c in shown[:n]]
    told = Listed(rows, caption, nothing, _more(room), max(0, len(shown) - n))
    return Picture(bars(told, room), tuple(map(str, shown[:n])))


def treaties(room: Room) -> Picture:
    page = room.page
    assert isinstance(page, Cooperation)  # noqa: S101
    w = page.words
    rows = [
        Row(w(f"treaty.{t}"), Interval(n, n), w("wall.of_read", n=n, of=of))
        for t, (n, of) in sorted(bound(acts(page.dataset)).items(), key=lambda each: (-each[1].bound, each[0]))
    ]
    told = Listed(rows, w("wall.treaties"), w("treaties.nothing"), _more(room), top=len(Country))
    return Picture(bars(told, room))
