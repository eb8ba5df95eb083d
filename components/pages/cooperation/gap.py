"""The cooperation gap: need and means of each pair, side by side.

In the matrix the shade is the need, and a frame marks a need with no direct means on record. Operations of many
countries and treaties are listed, not counted as direct. Nothing is blended into a score.
"""

from collections.abc import Callable, Sequence
from typing import Any

from components.cells import printed_count
from components.figures.choropleth import colour
from components.figures.classes import limits, step
from components.i18n import Words
from components.tables.cell_marks import bar
from components.tables.matrix import Line, matrix
from components.tables.table import Table, TableCell, TableRow, column, number, pictured, row_head
from components.url.choices import Sort
from data.cooperation_vocabulary import EventKind
from data.queries.flows import Flow
from data.queries.gap import Gap, Pair
from data.vocabulary import FLAG_SEPARATOR, SUBREGIONS, Country

UNREAD = "?"  # as in the matrix of treaties
LISTED = 25


def ordered(gap: Gap, sort: Sort, mine: Country | None) -> list[Pair]:
    """The pairs, or those of one country, as a list has them: by means where that is asked for, else by need."""
    return gap.by_means(mine) if sort is Sort.MEANS else gap.by_need(mine)


def printed(flow: Flow | None, words: Words) -> str:
    if flow is None:
        return "·"
    return printed_count(flow.count, flow.status, words)


def needed(pair: Pair, words: Words) -> str:
    """The need of a pair, both ways together: the one figure as it is printed, or the sum of two; empty for none."""
    listed = [flow for flow in (pair.need_in_a, pair.need_in_b) if flow]
    if len(listed) == 1:
        return printed(listed[0], words)
    return words.interval(pair.need) if pair.need else ""


def lines(gap: Gap, sort: Sort, mine: Country | None, words: Words) -> list[Line]:
    """The 22 in the order asked for: by subregion, by name, by need or by means (largest first)."""
    if sort is Sort.SUBREGION:
        return [
            Line(c, words.country(c), c, group, c is mine) for group, members in SUBREGIONS.items() for c in members
        ]
    if sort is Sort.NAME:
        ordered = sorted(Country, key=lambda c: words.sort_key(words.country(c)))
    else:
        pairs = gap.by_need() if sort is Sort.NEED else gap.by_means()
        ordered = list(dict.fromkeys(country for pair in pairs for country in (pair.a, pair.b)))
    return [Line(c, words.country(c), c, is_chosen=c is mine) for c in ordered]


def gap_matrix(
    gap: Gap, sort: Sort, mine: Country | None, caption: str, words: Words, to: Callable[[Pair], str] = lambda _: ""
) -> Table:
    """Citizenship by country of detection, shaded by need and framed where no direct means are on record; a pair leads
    `to` what is known of it."""
    edges = limits([flow.count for flow in gap.flows.within], is_rate=False)
    order = lines(gap, sort, mine, words)

    def entry(origin: Line, target: Line) -> TableCell:
        if origin.key == target.key:
            return TableCell(tone="is-own")
        pair = gap.pairs[frozenset((Country(origin.key), Country(target.key)))]
        flow = pair.need_in_a if pair.a == target.key else pair.need_in_b
        said = f"{origin.name} → {target.name}: {told(pair, words)}"
        if flow is None:
            absent = target.key not in gap.flows.reported
            return TableCell("[x]" if absent else "·", said, tone="is-not_reported" if absent else "is-not_listed")
        look = f"heat-{colour(step(flow.count.high, edges), edges)}"
        is_gap = flow.count.low > 0 and not pair.means.is_direct
        return TableCell(printed(flow, words), said, to(pair), f"{look} is-gap" if is_gap else look)

    return matrix(order, order, entry, caption, words("gap.corner"))


def told(pair: Pair, words: Words) -> str:
    """Need and means of a pair in words."""
    need = needed(pair, words) or words("gap.no_need")
    return "; ".join([words("gap.need_both", need=need), *(f"{words(f'gap.{name}')}: {n}" for name, n in parts(pair))])


def parts(pair: Pair) -> list[tuple[str, str]]:
    """The means, part by part: name and number. Treaties in common are counted of those read for both."""
    of = pair.means.of_kind
    return [
        ("teams", str(len(of(EventKind.JOINT_TEAM)) + len(of(EventKind.CASE)))),
        ("agreements", str(len(of(EventKind.AGREEMENT)))),
        ("statements", str(len(pair.means.statements))),
        ("operations", str(len(of(EventKind.JOINT_OPERATION)))),
        ("treaties", f"{len(pair.means.treaties)}/{len(pair.means.read)}" if pair.means.read else UNREAD),
    ]


def gap_list(
    pairs: Sequence[Pair], mine: Country | None, caption: str, words: Words, *, name: str = ""
) -> Table | None:
    """One row a pair: the need of both as a bar, then the means part by part. For one country, its partners; for the
    region the first pairs with a need; None where there is none."""
    shown = pairs if mine else [pair for pair in pairs if pair.need][:LISTED]
    if not shown:
        return None
    top = max((pair.need.high for pair in shown if pair.need), default=1) or 1
    heads = [column(words("gap.head.pair")), column(""), column(words("gap.head.need"), "n")]
    heads += [column(words(f"gap.head.{part}"), "n") for part, _ in parts(shown[0])]
    return Table(caption, heads, [[_row(pair, mine, top, words) for pair in shown]], "bars gap-list", name)


def _row(pair: Pair, mine: Country | None, top: float, words: Words) -> TableRow:
    name = words.country(pair.other(mine)) if mine else f"{words.country(pair.a)} – {words.country(pair.b)}"
    ways = words(
        "gap.ways",
        a=words.country(pair.a), b=words.country(pair.b),
        in_a=printed(pair.need_in_a, words), in_b=printed(pair.need_in_b, words),
    )  # fmt: skip
    cells = [row_head(name), pictured(bar(pair.need, top)), number(needed(pair, words) or "·", said=ways)]
    cells += [number(told if told != "0" else "·") for _, told in parts(pair)]
    return TableRow(cells, "is-gap" if pair.is_gap else "")


def row(pair: Pair) -> dict[str, Any]:
    """A pair to take away: codes, the need each way, and the keys of its means."""
    found: dict[str, Any] = {"country": str(pair.a), "partner": str(pair.b)}
    for name, flow in (
        ("partner_citizens_in_country", pair.need_in_a),
        ("country_citizens_in_partner", pair.need_in_b),
    ):
        found[f"{name}_low"] = int(flow.count.low) if flow else None
        found[f"{name}_high"] = int(flow.count.high) if flow else None
        found[f"{name}_years"] = FLAG_SEPARATOR.join(map(str, flow.listed)) if flow else ""
    found["direct_means"] = str(pair.means.is_direct).lower()
    found["events"] = FLAG_SEPARATOR.join(event.event for event in pair.means.events)
    found["statements"] = FLAG_SEPARATOR.join(pair.means.statements)
    found["instruments"] = FLAG_SEPARATOR.join(pair.means.treaties)
    found["instruments_read"] = FLAG_SEPARATOR.join(pair.means.read)
    return found
