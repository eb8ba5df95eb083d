"""The registry in view: what was registered, by whom, with whom, what became of it; without one, how it comes to be."""

from functools import cached_property
from typing import Any

import pandas as pd
from markupsafe import Markup

from components.captions import legend
from components.captions.headline import Finding, card_list
from components.captions.picture import Picture
from components.figures.choropleth import frame
from components.figures.classes import limits
from components.i18n import EN_DASH, Words
from components.pages.cooperation import delivery
from components.pages.cooperation.corridors import corridor_list, row_list
from components.pages.cooperation.form import template
from components.pages.cooperation.over_years import key as line_key
from components.pages.cooperation.over_years import panels, turns, years_scale
from components.pages.cooperation.shares import Shares
from components.pages.cooperation.tallies import Saying, key, tallied
from components.pages.table_pictures import listed, placed
from components.url.view import View
from data.cooperation_vocabulary import Direction
from data.dataset import Dataset
from data.queries.requests import Corridor, Registry, Sum, added, registry
from data.registry_vocabulary import DIRECTIONS, Procedure, Tally
from data.requests_published import Entry
from data.vocabulary import Country

LISTED = 25  # corridors of the region; a country's are all shown


def registered_years(dataset: Dataset) -> tuple[int, int] | None:
    """First and last year with a registered request; None where there is none."""
    if "registry" not in dataset.tables or dataset.tables["registry"].empty:
        return None
    years = dataset.tables["registry"]["year"]
    return int(years.min()), int(years.max())


class Registered:
    """The registry as one view shows it: the region, a country, or a country with one partner; one crime at a time."""

    def __init__(self, view: View, dataset: Dataset, words: Words) -> None:
        self.view, self.dataset, self.words = view, dataset, words
        self.saying = Saying(words, dataset.threshold)
        self.first, self.last = view.years or registered_years(dataset) or (0, 0)
        self.found: Registry | None = registry(dataset, view.crime, self.first, self.last)

    @property
    def when(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}{EN_DASH}{self.last}"

    def entries(self, direction: Direction | None = None) -> list[Entry]:
        """The rows in view."""
        return self.found.of(self.view.country, self.view.partner, direction) if self.found else []

    @cached_property
    def sums(self) -> dict[Direction, Sum | None]:
        return {direction: added(self.entries(direction)) for direction in DIRECTIONS}

    # ---- what one sees, said ----

    @property
    def finding(self) -> Finding:
        w = self.words
        if registered_years(self.dataset) is None:
            return Finding(w("registry.empty"), "", w("registry.empty.caveat"))
        caveat = w("registry.caveat", n=w.number(self.dataset.threshold), most=w.number(self.dataset.threshold - 1))
        if not self.entries():
            return Finding(w("registry.nothing", **self._what()), "", caveat)
        sent, received = (self._counted(direction) for direction in DIRECTIONS)
        countries = {row.country for row in self.entries()}
        said = w(
            f"registry.found.{self._scope}", sent=sent, received=received, n=len(countries), of=len(Country),
            **self._what(), **self._whom(),
        )  # fmt: skip
        return Finding(said, self._contradicted(), caveat)

    @property
    def _scope(self) -> str:
        if self.view.country:
            return "pair" if self.view.partner else "country"
        return "partner" if self.view.partner else "region"

    def _what(self) -> dict[str, str]:
        return {"crime": self.words.label(self.view.crime).lower(), "when": self.when}

    def _whom(self) -> dict[str, str]:
        asked = {"country": self.view.country, "partner": self.view.partner}
        return {name: self.words.country(code) for name, code in asked.items() if code}

    def _counted(self, direction: Direction) -> str:
        found = self.sums[direction]
        return self.saying.figure(found.requests) if found else self.words("none")

    def _contradicted(self) -> str:
        number = sum(1 for corridor in self.corridors if corridor.contradictions)
        return self.words.count("registry.contradicted", number) if number else ""

    @property
    def cards(self) -> Markup:
        """Who registers, of how many corridors both sides tell, in how many they contradict, and what is hidden."""
        w = self.words
        both = [corridor for corridor in self.corridors if corridor.versions]
        countries = {row.country for row in self.found.entries} if self.found else set()
        return card_list(
            [
                (f"{len(countries)}/{len(Country)}", w("card.registering")),
                (w.number(len(both)), w("card.both_versions")),
                (w.number(sum(1 for corridor in both if corridor.contradictions)), w("card.contradicted")),
                (w("suppressed.figure", n=w.number(self.dataset.threshold)), w("card.hidden")),
            ]
        )

    # ---- what one sees, drawn ----

    @cached_property
    def corridors(self) -> list[Corridor]:
        return self.found.between(self.view.country, self.view.partner) if self.found else []

    @property
    def is_pair(self) -> bool:
        return self._scope == "pair"

    def pictures(self) -> list[Picture]:
        """Map and countries, years both ways, instruments, corridors; for a pair both versions row by row instead of
        the map. Last, or alone where nothing is registered, how to deliver."""
        found: list[Picture] = []
        if self.entries():
            found += [] if self.is_pair else [*self.shares.pictures(self.edges), self._over_years()]
            found += [each for name, groups in self._groups().items() for each in self._facing(name, groups)]
        if self.corridors:
            found.append(self._corridors())
        if self.is_pair:
            found += [self._both(corridor) for corridor in self.corridors]
        return [*found, *delivery.pictures(self.dataset.threshold, self.words)]

    def turning(self) -> list[Any]:
        """What turns the years of the map, where there is one."""
        return [turns(self.turned, self.view.year, self._scale(self.view.year), self.words)] if self.turned else []

    def tally_key(self) -> Markup:
        """What the pieces of the bars mean."""
        return legend.to_html(key(self.saying), self.words, "key") if self.entries() else Markup("")

    def delivery(self) -> Markup:
        """How to deliver, with the files to take away."""
        return delivery.delivery(self.dataset.threshold, self.words)

    def caption(self, name: str, **values: str) -> str:
        """What a picture shows, of whom, and the stamp where the registry is made up."""
        said = self.words(name, **(self._what() | values))
        whom = f" {EN_DASH} ".join(self._whom().values())
        stamp = f"{self.words('synthetic.stamp')}: " if self.dataset.synthetic else ""
        return "".join([stamp, said, f" · {whom}" if whom else ""])

    @cached_property
    def by_code(self) -> dict[str, list[Entry]]:
        """The rows in view: for the region by who registered them, for one country by the other; maybe none."""
        rows, mine = self.entries(), self.view.country
        if mine is None:
            return {str(c): [row for row in rows if row.country == c] for c in Country}
        others = sorted({*map(str, Country), *(row.partner for row in rows)} - {str(mine)})
        return {code: [row for row in rows if row.partner == code] for code in others}

    @property
    def turned(self) -> range:
        """The years that the map can be turned to; of a pair there is no map."""
        return range(self.first, self.last + 1) if self.entries() and self._scope != "pair" else range(0)

    @cached_property
    def shares(self) -> Shares:
        """Of the year that is asked for, or of the period."""
        return self._shares(self.view.year)

    def _shares(self, year: int | None) -> Shares:
        """For the region what each country registered; for one country what it registered with each other."""
        mine, when = self.view.country, str(year or self.when)
        sums = {c: added(r for r in rows if year in (None, r.year)) for c, rows in self.by_code.items()}
        caption = self.caption("registry.map" if mine is None else "registry.map.of", when=when)
        return Shares(sums, mine, caption, when, self.dataset, self.saying)

    def of_year(self, year: int) -> dict[str, Any]:
        """What a year changes."""
        shares = self._shares(year)
        turned = frame(self.dataset.plan, shares.looks(self.year_edges))
        return {
            "registry-map": turned,
            "registering": {"html": placed(shares.listed(), "h2")},
            "scale": {"html": self._scale(year)},
        }

    @cached_property
    def year_edges(self) -> tuple[float, ...]:
        """Class limits for the map of every year alike, so that two years compare."""
        each = [self._shares(year) for year in self.turned]
        return limits([found.requests for shares in each for found in shares.sums.values() if found], is_rate=False)

    def _scale(self, year: int | None) -> Markup:
        return years_scale(self.entries(), self.turned, self.view, year, self.words)

    @property
    def edges(self) -> tuple[float, ...]:
        """Class limits of the map: of the period, or of all its years alike."""
        return self.shares.edges if self.view.year is None else self.year_edges

    def _over_years(self) -> Picture:
        """Sent and received of each over the years."""
        shown = {code: rows for code, rows in self.by_code.items() if rows}
        caption, years = self.caption("registry.years"), range(self.first, self.last + 1)
        drawn = panels(shown, years, self.view, self.saying)
        label = self.words("registry.years.label", caption=caption)
        return Picture("cooperation-registry-years", drawn, title=caption, label=label, key=line_key(self.words))

    def _groups(self) -> dict[str, list[tuple[str, list[Entry]]]]:
        """The rows in view by year and by instrument; for a pair each by itself too, as only a row has one median."""
        label, rows = self.words.label, self.entries()
        found = {
            "by_year": [(str(y), [r for r in rows if r.year == y]) for y in range(self.first, self.last + 1)],
            "by_instrument": [(label(p), [r for r in rows if r.instrument is p]) for p in Procedure],
        }
        if self._scope == "pair":
            keys = sorted({(row.year, row.instrument) for row in rows}, key=lambda k: (k[0], label(k[1])))
            found["by_row"] = [
                (f"{y}, {label(p).lower()}", [r for r in rows if (r.year, r.instrument) == (y, p)]) for y, p in keys
            ]
        return found

    def _both(self, corridor: Corridor) -> Picture:
        w = self.words
        way = w("corridor.way", origin=w.country(corridor.origin), target=w.country(corridor.target))
        table = row_list(corridor, self.caption("registry.versions", way=way), self.saying)
        return Picture(f"cooperation-rows-{corridor.origin}", table=table)

    def _facing(self, name: str, groups: list[tuple[str, list[Entry]]]) -> list[Picture]:
        """Sent and received side by side on one scale."""
        sides = {
            direction: [(said, added(row for row in rows if row.direction is direction)) for said, rows in groups]
            for direction in DIRECTIONS
        }
        top = max(found.requests.high for side in sides.values() for _, found in side if found)
        shows_who = name == "by_year" and self._scope in ("region", "partner")
        found, head = [], self.words(f"registry.head.{name}")
        for direction, side in sides.items():
            caption = self.caption(f"registry.{name}", direction=self.words(f"direction.{direction}"))
            made = tallied(caption, head, side, top, self.saying, shows_who=shows_who)
            shown = listed(
                f"cooperation-{name.replace('_', '-')}-{direction}", made, caption, self.words("registry.none")
            )
            found.append(shown._replace(key=key(self.saying)) if made else shown)
        return found

    def _corridors(self) -> Picture:
        shown = self.corridors if self.view.country or self.view.partner else self.corridors[:LISTED]
        caption = self.caption("registry.corridors", n=str(len(shown)), of=str(len(self.corridors)))
        return Picture("cooperation-corridors", table=corridor_list(shown, caption, self.saying))

    # ---- what one takes away ----

    def rows(self) -> pd.DataFrame:
        """The published rows in view, with labels in the reader's language; without a registry the empty template."""
        frame = self.dataset.tables.get("registry")
        if frame is None or frame.empty:
            return template()
        kept = frame["crime"].eq(self.view.crime) & frame["year"].between(self.first, self.last)
        for name in ("country", "partner"):
            asked = getattr(self.view, name)
            kept &= frame[name].eq(asked) if asked else True
        labels: dict[str, pd.Series[str]] = {
            "partner_label": frame["partner"].map(self.words.country),
            "direction_label": frame["direction"].map(lambda d: self.words(f"direction.{Direction(d)}")),
            "instrument_label": frame["instrument"].map(lambda i: self.words.label(Procedure(i))),
            "tally_label": frame["tally"].map(lambda t: self.words.label(Tally(t))),
        }
        return frame.assign(**labels)[kept]
