"""In which order the 22 stand as rows and columns of a matrix of pairs."""

from collections.abc import Mapping

from components.i18n import Words
from components.tables.matrix import Line
from components.url.choices import Sort
from data.interval import total
from data.queries.flows import Flows
from data.vocabulary import SUBREGIONS, Country


def ordered(flows: Flows, side: str, sort: Sort, names: Mapping[str, str], words: Words) -> list[Line]:
    """The 22 as rows (`side` partner) or columns (country): by subregion, by name, or by what is counted there."""
    if sort is Sort.SUBREGION:
        return [Line(c, names[c], c, group) for group, members in SUBREGIONS.items() for c in members]
    found = {c: [flow.count for flow in flows.within if getattr(flow, side) == c] for c in Country}
    reach = {c: total(counts) for c, counts in found.items() if counts} if sort is Sort.SIZE else {}

    def place(c: Country) -> tuple[float, float, object]:
        high, low = (-reach[c].high, -reach[c].low) if c in reach else (1, 1)
        return high, low, words.sort_key(names[c])

    return [Line(c, names[c], c) for c in sorted(Country, key=place)]
