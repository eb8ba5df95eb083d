"""Which pairs a view of the flows shows: within the 22 or with the world, of one country or of all."""

from typing import NamedTuple

from components.url.choices import Chart, Partners
from components.url.view import View
from data.queries.flows import Flow, Flows
from data.releases import Key
from data.vocabulary import COUNTRIES, PARTNERS, Country, Partner


def in_view(flows: Flows, view: View) -> list[Flow]:
    """The pairs of two countries that are shown, largest first."""
    found = [flow for flow in flows.pairs.values() if _is_near(flow.partner, view)]
    kept = [flow for flow in found if view.country in (None, flow.country, flow.partner)]
    return sorted(kept, key=lambda f: (-f.count.high, -f.count.low, f.country, f.partner))


class Sides(NamedTuple):
    """One country's flows, largest first: whom it lists, and who lists its own."""

    country: Country
    into: list[Flow]
    out: list[Flow]


def sides(flows: Flows, view: View) -> Sides:
    """Those of the country that is chosen, else of the one with the largest flow in view."""
    largest = [flow.country for flow in in_view(flows, view)[:1]] or [Country.ARG]
    mine = view.country or largest[0]
    return Sides(mine, [f for f in flows.into(mine) if _is_near(f.partner, view)], flows.out_of(mine))


def is_counted(key: Key, view: View) -> bool:
    """Whether the picture counts a pair: as `in_view`, and own nationals and the unnamed where it has them."""
    if key.partner not in PARTNERS:
        return _is_near(key.partner, view) and view.country in (None, key.country, key.partner)
    if view.country is None:
        return view.chart is Chart.MATRIX and key.partner == Partner.OWN
    return key.country == view.country


def _is_near(partner: str, view: View) -> bool:
    return partner in COUNTRIES or (view.partners is Partners.WORLD and partner not in PARTNERS)
