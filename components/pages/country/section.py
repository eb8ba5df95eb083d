"""A section of a profile: its heading, a sentence, pictures that are their own tables, a source line, and its rows."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from components.captions.citation import RECORD
from components.captions.picture import Picture
from components.cells import figure, printed_count, state
from components.i18n import Words
from components.markup import el
from components.pages.table_pictures import placed, told
from components.translated import short
from components.url.view import View
from data.interval import Interval
from data.model import Cell
from data.queries.flows import Flow
from data.queries.profile import Profile
from data.vocabulary import FLAG_SEPARATOR, PARTNERS, Measure, Status


class Part(StrEnum):
    """The sections, in their order on the page."""

    FIGURES = "figures"
    NATIONAL = "national"
    CHAIN = "chain"
    VICTIMS = "victims"
    FLOWS = "flows"
    COOPERATION = "cooperation"
    CONTEXT = "context"
    AREAS = "areas"
    QUALITY = "quality"


class Entry(NamedTuple):
    """One number of a section: codes first (`figure`, and the `group` it is told of, empty for all), then how they are
    called, the period, the bounds (None where there is none) and how the figure is printed and known."""

    figure: str
    group: str
    what: str
    who: str
    period: str
    bounds: Interval | None
    text: str
    status: str
    unit: str = "count"
    flags: tuple[str, ...] = ()
    source: str = ""


class Section(ABC):
    """One section of one country in one year."""

    part: ClassVar[Part]

    def __init__(self, profile: Profile, view: View, words: Words) -> None:
        self.profile, self.view, self.words = profile, view, words
        self.name = words.country(profile.country)

    @abstractmethod
    def shown(self) -> list[Picture]:
        """What stands below the heading, in reading order; empty where the section has nothing to show."""

    @cached_property
    def drawn(self) -> list[Picture]:
        """What is shown, made once."""
        return self.shown()

    def content(self) -> dict[str, Markup]:
        """What of that is read, by its places on the page; graphs have places of their own."""
        return {str(self.part): Markup("").join(map(placed, self.drawn))}

    @abstractmethod
    def entries(self) -> list[Entry]:
        """Every number of the section."""

    def sentence(self) -> str:
        """The finding in a sentence; empty where none is computed."""
        return ""

    def heading(self) -> str:
        return self.words(f"profile.title.{self.part}", country=self.name, year=self.profile.year)

    @abstractmethod
    def drawn_from(self) -> Iterable[str]:
        """What the entries have as their source, without the entries: they cost as much as all that is shown."""

    @cached_property
    def sources(self) -> list[str]:
        """Keys of the sources of the section's numbers."""
        return sorted({name for each in set(self.drawn_from()) for name in each.split(FLAG_SEPARATOR) if name})

    def pictures(self) -> list[Picture]:
        """The section for every renderer: heading and finding, what it shows, the line of its sources."""
        if not self.drawn:
            return []
        sentence, foot = self._around
        head = Picture(f"country-{self.part}-head", title=self.heading(), said=told(sentence))
        return [head, *self.drawn, *([Picture(f"country-{self.part}-from", said=(foot,))] if foot else [])]

    def html(self) -> dict[str, Markup]:
        """The section by its places: heading and finding, what is read, sources; none where it has nothing to show."""
        if not self.drawn:
            return {}
        said, foot = self._around
        head = el("h2", self.heading(), id=f"part-{self.part}") + (el("p", said, class_="finding") if said else "")
        below = el("p", foot, class_="from") if foot else Markup("")
        return {f"{self.part}-head": head, **self.content(), f"{self.part}-foot": below}

    @cached_property
    def _around(self) -> tuple[str, str]:
        """The finding, and the line of the sources."""
        return self.sentence(), self.foot()

    def foot(self) -> str:
        """The sources, in a line."""
        return source_line(self.sources, self.profile, self.words)

    # ---- what the sections share ----

    def cell_text(self, cell: Cell) -> str:
        return figure(cell, Measure.COUNT, self.words)

    def of_cell(self, figure_: str, what: str, cell: Cell, group: str = "", who: str = "") -> Entry:
        """The row of a cell."""
        about = (figure_, group, what, who, str(cell.year), cell.count, self.cell_text(cell))
        return Entry(*about, self.words(f"state.{state(cell)}"), "count", cell.flags, cell.source)

    def flow_text(self, flow: Flow) -> str:
        return printed_count(flow.count, flow.status, self.words)

    def known(self, status: Status, bounds: Interval) -> str:
        """How a published figure is known, in words; a true zero is told apart."""
        if status is Status.EXACT:
            return self.words("state.zero" if bounds.high == 0 else "state.value")
        return self.words("state.suppressed" if status is Status.SUPPRESSED else "state.range")

    def partner(self, code: str) -> str:
        """A country's name, or the word for a partner that is none."""
        return self.words(f"partner.{code}") if code in PARTNERS else self.words.country(code)


def source_line(names: Iterable[str], profile: Profile, words: Words) -> str:
    """The sources of these names in short, each once; our own record as one."""
    known, names = profile.dataset.sources, list(names)
    said = list(dict.fromkeys(_short(known[n], words) for n in names if n in known and not n.startswith(RECORD)))
    record = [words("profile.record")] if any(name.startswith(RECORD) for name in names) else []
    return words("profile.source", sources="; ".join(said + record)) if names else ""


def _short(source: dict[str, str], words: Words) -> str:
    return short(source, words) + (f", {source['release']}" if source["release"] else "")
