"""What may be compared, said before anything is: for each country the years that it publishes, ranges, breaks, rates
and source; the years that all publish; what is counted, and what to know about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from components.captions import legend
from components.captions.picture import Picture
from components.figures.axes import stretches
from components.figures.key import Key, Sample
from components.figures.time_series import LOOKS
from components.i18n import EN_DASH
from components.markup import el
from components.pages.compare.compared import Compared
from components.tables.cell_marks import FILLS, WIDE, Box, Strip
from components.tables.table import Table, TableCell, TableRow, column, number, row_head, to_html
from components.translated import short
from data.dataset import Dataset
from data.model import Cell
from data.queries.compare import Record
from data.vocabulary import Flag


@dataclass(frozen=True)
class Comparability:
    """The card of a comparison."""

    compared: Compared
    dataset: Dataset

    def picture(self) -> Picture:
        """What may be set side by side, country by country."""
        words = self.compared.words
        return Picture("compare-card", table=self.table(), title=words("compare.may"), key=self._key(),
                       said=tuple(self.sentences()))  # fmt: skip

    def card(self) -> Markup:
        """The same in its place, with what is counted and what to know."""
        shown, words = self.picture(), self.compared.words
        return el(
            "div",
            el("h2", shown.title),
            el("p", " ".join(shown.said), class_="may"),
            to_html(self.table()),
            legend.to_html(self._key(), words, "key"),
            el("ul", [el("li", line) for line in self._notes()], class_="counted"),
            self._flags(),
        )

    def sentences(self) -> list[str]:
        """Which years may be set side by side, where a series breaks, and what an index starts from."""
        c, words = self.compared.comparison, self.compared.words
        many = len(c.countries)
        said = [
            words.count("compare.common", len(c.common), of=many, years=spans(c.common))
            if c.common
            else words("compare.nothing_common", of=many)
        ]
        if self.compared.is_without_rates:
            said = [words("compare.no_rates")]
        said += [
            words("compare.break", country=words.country(record.country), year=year)
            for record in self.compared.records
            for year in record.breaks
        ]
        return [*said, *self.compared.base_sentences()]

    def table(self) -> Table:
        """A row a country: its years as squares, how many are published, ranges, and have a rate; below, the years that
        all publish."""
        c, words = self.compared.comparison, self.compared.words
        period = f"{c.answer.selection.first}{EN_DASH}{c.answer.selection.last}"
        heads = [column(words("table.country")), column(period, "strip")]
        heads += [column(words(f"compare.head.{name}"), "n") for name in COLUMNS]
        rows = [self._row(self.compared.places[record.country], record) for record in self.compared.records]
        common = tuple(SHARED if year in c.common else MISSING for year in c.answer.years)
        counted = number(f"{len(c.common)}/{len(c.answer.years)}")
        all_ = TableRow(
            [row_head(words("compare.all")), _years(spans(c.common), common), counted, number(""), number("")]
        )
        return Table(words("compare.card"), heads, [rows], "card", "card", all_, is_caption_spoken=True)

    def _row(self, place: int, record: Record) -> TableRow:
        c, words, published = self.compared.comparison, self.compared.words, len(record.published)
        cells = [c.answer.cells[record.country, year] for year in c.answer.years]
        shared = tuple(SHARED if cell.year in c.common else "" for cell in cells)
        counts = [f"{n}/{published}" if published else words("none") for n in (record.ranges, record.rated)]
        years, looks = spans(record.published), tuple(map(_look, cells))
        return TableRow(
            [
                row_head(words.country(record.country), marks=(LOOKS[place],), beside=str(record.country)),
                _years(years, looks, shared, record.breaks, cells[0].year),
                number(f"{published}/{len(cells)}"),
                *map(number, counts),
            ]
        )

    def _key(self) -> Key:
        """What the squares and marks of the strip mean."""
        words = self.compared.words
        looks = ((SURE, "exact"), (MAYBE, "range"), (MISSING, "missing"), (SHARED, "shared"))
        samples = ((FILLS[look], words(f"compare.key.{name}")) for look, name in looks)
        return Key(samples=tuple(Sample(text, fill, fill, opacity=opacity) for (fill, opacity), text in samples))

    def _notes(self) -> list[list[Markup | str]]:
        """What is counted, whether there are rates, and from where."""
        c, words = self.compared.comparison, self.compared.words
        indicator = c.answer.selection.indicator
        counted = [el("b", words("compare.counted")), ": ", words(f"counted.{indicator}")]
        if not any(r.published for r in self.compared.records):
            return [counted]
        unrated = [words.country(r.country) for r in self.compared.records if r.rated < len(r.published)]
        rates = words("compare.rates_missing", countries=words.names(unrated)) if unrated else words("compare.rates")
        return [counted, [el("b", words("compare.rate")), ": ", rates], *self._sources()]

    def _sources(self) -> list[list[Markup | str]]:
        c, words = self.compared.comparison, self.compared.words
        used: dict[str, list[str]] = {}
        for record in self.compared.records:
            for source in record.sources:
                used.setdefault(source, []).append(words.country(record.country))
        lines: list[list[Markup | str]] = []
        for source, countries in used.items():
            about = self.dataset.sources[source]
            day = about["release"]
            released = f", {words('source.release', day=words.date(date.fromisoformat(day)))}" if day else ""
            whose = words("compare.whole") if len(countries) == len(c.countries) else words.names(countries)
            lines.append([el("b", words("compare.source")), ": ", f"{short(about, words)}{released} ({whose})"])
        return lines

    def _flags(self) -> Markup | None:
        """What a reader should know, flag by flag, with the countries and years concerned, folded away."""
        words = self.compared.words
        found: dict[Flag, list[str]] = {}
        for record in self.compared.records:
            for flag, years in record.flags.items():
                found.setdefault(flag, []).append(f"{words.country(record.country)} ({spans(years)})")
        if not found:
            return None
        said = [
            el("li", words(f"flag.{flag}"), " ", el("b", words.names(found[flag])), ".")
            for flag in Flag
            if flag in found
        ]
        summary = el("summary", words.count("compare.flags", len(said)), data_key="flags")
        return el("details", summary, el("ul", said, class_="flags"), class_="known")


COLUMNS = ("published", "ranges", "rated")
SURE, MAYBE, MISSING, SHARED, PARTS = "sure", "maybe", "empty", "shared", "parts"  # looks of boxes
SQUARE = 0.84  # of a year
BREAK = 0.14


def _look(cell: Cell) -> str:
    """The square of a year by its state."""
    if cell.count is None:
        return MISSING
    return SURE if cell.count.low == cell.count.high else MAYBE


def _years(
    said: str, looks: Sequence[str], shared: Sequence[str] = (), breaks: Sequence[int] = (), first: int = 0
) -> TableCell:
    """A square a year, an upright before a break, and beneath, where all publish, a bar; the years in words."""
    unit = WIDE / len(looks)
    above = _boxes(looks, unit) + [Box(PARTS, round((year - first - BREAK) * unit, 2), BREAK * unit) for year in breaks]
    below = [Strip(tuple(_boxes(shared, unit)))] if any(shared) else []
    return TableCell(said, tone="strip", marks=(Strip(tuple(above)), *below))


def _boxes(looks: Sequence[str], unit: float) -> list[Box]:
    return [Box(look, round(n * unit, 2), round(unit * SQUARE, 2)) for n, look in enumerate(looks) if look]


def spans(years: tuple[int, ...]) -> str:
    """Years as one reads them: 2012–2019, 2021."""
    return ", ".join(str(a) if a == b else f"{a}{EN_DASH}{b}" for a, b in stretches(years))
