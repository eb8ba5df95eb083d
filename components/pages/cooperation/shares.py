"""Who registered how many requests, as a map and as the table that says the same."""

from dataclasses import dataclass
from functools import cached_property

from components.captions.legend import legend
from components.captions.picture import Picture
from components.figures.choropleth import Look, choropleth, look
from components.figures.classes import limits
from components.figures.key import Key
from components.pages.cooperation.tallies import Saying, tallied
from components.pages.table_pictures import listed
from components.tables.table import Table
from data.dataset import Dataset
from data.model import Cell
from data.queries.requests import Sum
from data.registry.delivery import status
from data.registry_vocabulary import Tally
from data.vocabulary import Country, Measure, Status

ROOM = 6  # characters of a figure on the map; a longer one, mostly a range, stands in the table beside it


@dataclass(frozen=True)
class Shares:
    """A sum for each country (ISO 3166-1 alpha-3), sent and received together; None where nothing is registered. `mine`
    is the country whose partners they are, if they are one country's; it is not one of them."""

    sums: dict[str, Sum | None]
    mine: Country | None
    caption: str
    when: str
    dataset: Dataset
    saying: Saying

    def pictures(self, edges: tuple[float, ...]) -> list[Picture]:
        """The map, and the table beside it."""
        drawn = choropleth(self.dataset.plan, self.looks(edges))
        return [
            Picture(
                "cooperation-registry-map",
                drawn,
                label=self.caption,
                key=self._key(edges),
                note=self.saying.words("map.note"),
            ),
            self.listed(),
        ]

    def listed(self) -> Picture:
        """The table, or that there is nothing to list."""
        nothing = self.saying.words("registry.none")
        return listed("cooperation-registering", self.table(), self.caption, nothing)

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Class limits of the map."""
        return limits([found.requests for found in self.sums.values() if found], is_rate=False)

    def looks(self, edges: tuple[float, ...] | None = None) -> dict[str, Look]:
        """How each country looks on the map, and what it says there."""
        return {str(country): self._look(country, edges or self.edges) for country in Country}

    def _look(self, country: Country, edges: tuple[float, ...]) -> Look:
        drawn = look(self._cell(country), Measure.COUNT, edges, self.saying.words, self._told(country))
        return drawn._replace(chosen=country is self.mine, text=drawn.text if len(drawn.text) <= ROOM else "")

    def _cell(self, country: Country) -> Cell:
        found = self.sums.get(country)
        year = 0  # a period's cell has no year of its own; what it says is `_told`
        if found is None:
            return Cell(country, year, Status.NOT_APPLICABLE if country is self.mine else Status.NOT_REPORTED)
        return Cell(country, year, status(found.requests, self.saying.threshold), found.requests)

    def _told(self, country: Country) -> str:
        words, found = self.saying.words, self.sums.get(country)
        lines = [f"{words.country(country)}, {self.when}"]
        if country is self.mine:
            lines.append(words("registry.itself"))
        elif found is None:
            lines.append(words("registry.absent"))
        else:
            lines += [f"{words.label(tally)}: {self.saying.figure(found.counts[tally])}" for tally in Tally]
        if self.dataset.synthetic:
            lines.insert(0, words("synthetic.stamp"))
        return "\n".join(lines)

    def _key(self, edges: tuple[float, ...]) -> Key:
        words = self.saying.words
        return legend(edges, Measure.COUNT, self.caption, words, (), has_flags=False, note=words("registry.legend"))

    def table(self) -> Table | None:
        """The same figures, largest first, then those without."""
        words = self.saying.words

        def order(pair: tuple[str, Sum | None]) -> tuple[float, str]:
            return -(pair[1].requests.high if pair[1] else -1), words.sort_key(words.country(pair[0]))

        shown = sorted(self.sums.items(), key=order)
        top = max((found.requests.high for _, found in shown if found), default=1)
        named = [(words.country(c), found) for c, found in shown]
        return tallied(self.caption, words("table.country"), named, top, self.saying)
