"""What may be compared, said before anything is: for each country the years that it publishes, ranges, breaks, rates
and source; the years that all publish; what is counted, and what to know about it."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from components.cells import figure, state
from components.figures.axes import stretches
from components.figures.time_series import LOOKS
from components.i18n import EN_DASH
from components.markup import el
from components.pages.compare.compared import Compared
from components.tables.swatches import named
from data.dataset import Dataset
from data.model import Cell
from data.queries.compare import Record
from data.vocabulary import Country, Flag, Measure

SQUARE, STEP, HEIGHT = 10, 12, 18  # units of the strip of years: a square, to the next one, with the bar beneath


@dataclass(frozen=True)
class Comparability:
    """The card of a comparison."""

    compared: Compared
    dataset: Dataset

    def card(self) -> Markup:
        words = self.compared.words
        return el(
            "div",
            el("h2", words("compare.may")),
            el("p", " ".join(self.sentences()), class_="may"),
            self._table(),
            self._key(),
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

    def _table(self) -> Markup:
        c, words = self.compared.comparison, self.compared.words
        years = el("span", el("span", c.answer.selection.first), el("span", c.answer.selection.last), class_="ends")
        heads = [
            el("th", words("table.country"), scope="col"),
            el("th", years, scope="col", class_="strip"),
            *(el("th", words(f"compare.head.{name}"), scope="col", class_="n") for name in COLUMNS),
        ]
        rows = [self._row(self.compared.places[record.country], record) for record in self.compared.records]
        of = len(c.answer.years)
        foot = el(
            "tr",
            el("th", words("compare.all"), scope="row"),
            el("td", self._strip(None), class_="strip"),
            el("td", f"{len(c.common)}/{of}", class_="n"),
            el("td", "", colspan=2),
        )
        table = el(
            "table",
            el("caption", words("compare.card"), class_="spoken"),
            el("thead", el("tr", heads)),
            el("tbody", rows),
            el("tfoot", foot),
        )
        return el(
            "div", table, class_="scroll", role="region", aria_label=words("compare.card"), tabindex=0, data_key="card"
        )

    def _row(self, place: int, record: Record) -> Markup:
        words, published = self.compared.words, len(record.published)
        name = words.country(record.country)
        return el(
            "tr",
            el("th", named(LOOKS[place], name, el("span", record.country, class_="code")), scope="row"),
            el("td", self._strip(record.country), el("span", spans(record.published), class_="spoken"), class_="strip"),
            el("td", f"{published}/{len(self.compared.comparison.answer.years)}", class_="n"),
            [
                el("td", f"{n}/{published}" if published else words("none"), class_="n")
                for n in (record.ranges, record.rated)
            ],
        )

    def _strip(self, country: Country | None) -> Markup:
        """A square a year in its state, a dotted upright before a break, a bar beneath the years that all publish;
        without a country, the bars alone as squares."""
        c = self.compared.comparison
        drawn: list[Markup] = []
        for place, year in enumerate(c.answer.years):
            x = place * STEP + 1
            if country is None:
                look = "is-value" if year in c.common else "is-not_reported"
                drawn.append(el("rect", el("title", year), class_=look, x=x, y=2, width=SQUARE, height=SQUARE))
                continue
            cell = c.answer.cells[country, year]
            drawn.append(self._square(cell, x))
            if year in c.common:
                drawn.append(el("rect", class_="shared", x=x, y=14, width=SQUARE, height=2))
            if year in c.records[country].breaks:
                drawn.append(el("line", class_="parts", x1=x - 1, x2=x - 1, y1=0, y2=HEIGHT))
        width = len(c.answer.years) * STEP
        return el(
            "svg",
            drawn,
            viewBox=f"0 0 {width} {HEIGHT}",
            preserveAspectRatio="none",
            aria_hidden="true",
            class_="years-strip",
        )

    def _square(self, cell: Cell, x: int) -> Markup:
        words = self.compared.words
        said = figure(cell, Measure.COUNT, words) if cell.is_published else words(f"state.{state(cell)}")
        square = {"x": x, "y": 2, "width": SQUARE, "height": SQUARE}
        return el("rect", el("title", f"{cell.year}: {said}"), class_=f"is-{state(cell)}", **square)

    def _key(self) -> Markup:
        """What the squares and marks of the strip mean."""
        words = self.compared.words
        looks = (("is-value", "exact"), ("is-range", "range"), ("is-not_reported", "missing"), ("shared", "shared"))
        said = [
            el("span", el("svg", _sample(look), viewBox="0 0 12 12", aria_hidden="true"), words(f"compare.key.{key}"))
            for look, key in looks
        ]
        return el("p", said, class_="strip-key")

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
            lines.append(
                [el("b", words("compare.source")), ": ", f"{about['publisher']}, {about['title']}{released} ({whose})"]
            )
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


def _sample(look: str) -> Markup:
    y, height = (5, 2) if look == "shared" else (1, SQUARE)
    return el("rect", class_=look, x=1, y=y, width=SQUARE, height=height)


def spans(years: tuple[int, ...]) -> str:
    """Years as one reads them: 2012–2019, 2021."""
    return ", ".join(str(a) if a == b else f"{a}{EN_DASH}{b}" for a, b in stretches(years))
