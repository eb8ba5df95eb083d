"""Who is suspected, prosecuted and convicted: women and men of each step, and citizens of the country or of others."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from components.cells import figure, printed_count
from components.figures.interval_bars import Bar, Column, Group, interval_bars, interval_columns
from components.i18n import Words
from components.markup import el
from components.pages.justice.chain import STEP_HUES
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from components.tables.twins import bar_table
from components.theme import BAR, EDGE, HUES
from components.theme import Figure as Drawn
from data.dataset import Dataset
from data.interval import Interval, total
from data.model import Answer, Selection
from data.queries.flows import Flow, Flows, flows
from data.queries.justice import PERSONS, Figure, added, share
from data.queries.observations import answer
from data.queries.profile import Citizenship
from data.vocabulary import PARTNERS, Country, FlowMeasure, Indicator, Measure, Partner, Sex

FACED = (Sex.FEMALE, Sex.MALE)
APART = (Sex.OTHER, Sex.UNKNOWN)
WHOLE = (*FACED, Sex.TOTAL)  # what a share needs

GROUPS = {Citizenship.OWN: BAR, Citizenship.FOREIGN: HUES[1], Citizenship.UNSTATED: EDGE}


class Pair(NamedTuple):
    """Women and men of one step in one country, each added over the years of the window of which both and the whole
    are published."""

    women: Interval
    men: Interval
    years: tuple[int, ...]


@dataclass(frozen=True)
class Persons:
    """The answers by sex and by citizenship over a window of years."""

    dataset: Dataset
    window: range
    words: Words
    country: Country | None = None

    @cached_property
    def answers(self) -> dict[tuple[Indicator, Sex], Answer]:
        first, last = self.window[0], self.window[-1]
        return {(i, sex): answer(self.dataset, Selection(i, first, last, sex)) for i in PERSONS for sex in Sex}

    @cached_property
    def citizens(self) -> Flows:
        return flows(self.dataset, FlowMeasure.CONVICTED_BY_CITIZENSHIP, self.window[0], self.window[-1])

    def years(self, country: Country, indicator: Indicator) -> tuple[int, ...]:
        """The years of the window of which women, men and the whole are published: a zero by sex beside no whole may
        be one that nobody counted."""
        needed = [self.answers[indicator, sex].cells for sex in WHOLE]
        return tuple(y for y in self.window if all(cells[country, y].is_published for cells in needed))

    def figure(self, country: Country, indicator: Indicator, sex: Sex) -> Figure:
        """A count added over those years, and the years that it does not tell of; without a count where none is."""
        told = self.years(country, indicator)
        found = added(self.answers[indicator, sex], country, told or self.window)
        if told:
            untold = {*self.window} - {*told} | {*found.missing}
            return Figure(found.cell, tuple(sorted(untold)))
        cells = [self.answers[indicator, each].cells[country, y] for each in WHOLE for y in self.window]
        status = next(cell.status for cell in cells if not cell.is_published)
        return Figure(replace(found.cell, status=status, count=None), tuple(self.window))

    @cached_property
    def countries(self) -> list[Country]:
        """The country in view, or all with women and men of any step, by name."""
        if self.country:
            return [self.country]
        found = [c for c in Country if any(self._pair(c, i) for i in PERSONS)]
        return sorted(found, key=lambda c: self.words.sort_key(self.words.country(c)))

    def _pair(self, country: Country, indicator: Indicator) -> Pair | None:
        women, men = (self.figure(country, indicator, sex).cell.count for sex in FACED)
        return Pair(women, men, self.years(country, indicator)) if women and men else None

    def together(self, indicator: Indicator) -> tuple[Interval, Interval, int] | None:
        """Women and men of the countries of which every year of the window is told, and how many these are."""
        found = [pair for c in self.countries if (pair := self._pair(c, indicator))]
        pairs = [pair for pair in found if self._is_whole(pair)]
        return (total([p.women for p in pairs]), total([p.men for p in pairs]), len(pairs)) if pairs else None

    def _is_whole(self, pair: Pair) -> bool:
        return len(pair.years) == len(self.window)

    # ---- by sex ----

    def sexes(self) -> Drawn | None:
        """Countries by steps: women above men, each step on its own scale; None where nobody publishes them."""
        if not self.countries:
            return None
        columns = [Column(self.words.label(i), [self._faced(c, i) for c in self.countries]) for i in PERSONS]
        return interval_columns([self.words.country(c) for c in self.countries], columns, per_row=2)

    def _faced(self, country: Country, indicator: Indicator) -> list[Bar]:
        """Women and men of one step, or that not both are published."""
        w, pair = self.words, self._pair(country, indicator)
        where = f"{w.country(country)}, {w.label(indicator).lower()}"
        if pair is None:
            return [Bar(where, None, "[x]", more=w("persons.not_both"))]
        women, men = (w(f"persons.short.{sex}") for sex in FACED)
        notes = (f"{self.women(pair.women, pair.men) or women}{self._when(pair)}", men)
        return [
            Bar(f"{where}, {w(f'persons.short.{sex}')}", count, self._printed(country, indicator, sex), note, hue=hue)
            for sex, count, note, hue in zip(FACED, pair[:2], notes, (STEP_HUES[indicator], EDGE), strict=True)
        ]

    def _printed(self, country: Country, indicator: Indicator, sex: Sex) -> str:
        return figure(self.figure(country, indicator, sex).cell, Measure.COUNT, self.words)

    def by_sex(self, caption: str) -> Table:
        """The same figures, the share of women as a range, and the sums of all that publish both."""
        w = self.words
        heads = [column(w("table.country")), *(column(w.label(i), f"step step-{i}", across=3) for i in PERSONS)]
        rows = [TableRow([row_head(w.country(c)), *self._cells(c)], code=str(c)) for c in self.countries]
        return Table(caption, heads, [rows], "chain sexes", "sexes", self._sums() if len(rows) > 1 else None)

    def _cells(self, country: Country) -> list[TableCell]:
        cells = []
        for indicator in PERSONS:
            pair = self._pair(country, indicator)
            if pair is None:
                cells += [number("[x]", "is-missing", said=self.words("persons.not_both")), TableCell(), TableCell()]
                continue
            for sex in FACED:
                text = self._printed(country, indicator, sex)
                cells.append(number(text, beside=self.words(f"persons.short.{sex}")))
            cells.append(number(f"{self.women(pair.women, pair.men)}{self._when(pair)}".strip(), "soft"))
        return cells

    def _sums(self) -> TableRow:
        """Women and men of all countries that publish both, step by step: not the same countries in each."""
        cells = [row_head(self.words("persons.together"))]
        for indicator in PERSONS:
            found, said = self.together(indicator), ""
            if found:
                women, men, n = found
                figures = {"women": self.words.interval(women), "men": self.words.interval(men)}
                told = figures | {"share": self.women(women, men) or self.words("none")}
                is_apart = any((pair := self._pair(c, indicator)) and not self._is_whole(pair) for c in self.countries)
                said = self.words.count("persons.sum_of_whole" if is_apart else "persons.sum", n, **told)
            cells.append(TableCell(said, tone="sum", across=3))
        return TableRow(cells)

    def _when(self, pair: Pair) -> str:
        """The years that are told, where these are not all of the window."""
        return "" if self._is_whole(pair) else f" ({', '.join(map(str, pair.years))})"

    def women(self, women: Interval, men: Interval) -> str:
        """The share of women as a range, or nothing where there may be nobody."""
        found = share(women, men)
        if found is None:
            return ""
        low, high = (self.words.number(bound * 100) for bound in found)
        said = low if low == high else self.words("justice.range", low=low, high=high)
        return self.words("persons.women", n=said)

    def others(self) -> Markup | None:
        """Persons of another or of unknown sex, said in a line: too few for a bar, too many to leave out."""
        said = [
            el("li", self.words.country(c), ", ", self.words.label(i).lower(), ", ", self.words.label(sex).lower(),
               ": ", el("b", figure(cell, Measure.COUNT, self.words)))
            for c in self.countries for i in PERSONS for sex in APART
            if (cell := self.figure(c, i, sex).cell).is_published
        ]  # fmt: skip
        return (
            el("details", el("summary", self.words("persons.apart"), data_key="apart"), el("ul", said))
            if said
            else None
        )

    # ---- by citizenship ----

    def citizenships(self) -> Drawn | None:
        """Of the country in view each citizenship; otherwise own nationals, citizens of others and those not stated, by
        country and on one scale. None where it is not published."""
        if self.country:
            bars = self._listed(self.country)
            return interval_bars([Group("", bars)]) if bars else None
        rows = [(self.words.country(c), self._groups(c)) for c in self._reporting]
        columns = [Column(self.words(f"profile.{group}"), [[bars[group]] for _, bars in rows]) for group in GROUPS]
        return interval_columns([name for name, _ in rows], columns, is_one_scale=True) if rows else None

    def by_citizenship(self, caption: str) -> Table | None:
        """The same figures as a table."""
        heads = (self.words("table.country"), self.words("rank.count"), self.words("flows.head.years"))
        if self.country:
            bars = self._listed(self.country)
        else:
            bars = [bar for c in self._reporting for bar in self._groups(c).values() if bar.bounds]
        return bar_table(caption, heads, bars, "citizenships", look="bars citizenships") if bars else None

    @property
    def _reporting(self) -> list[Country]:
        return sorted(self.citizens.reported, key=lambda c: self.words.sort_key(self.words.country(c)))

    def _listed(self, mine: Country) -> list[Bar]:
        apart = self.citizens.apart(mine)
        listed = [apart[Partner.OWN]] if Partner.OWN in apart else []
        listed += [*self.citizens.into(mine), *(f for p, f in apart.items() if p is not Partner.OWN)]
        return [Bar(self._name(f), f.count, self._figure(f), self._years([f])) for f in listed]

    def _groups(self, country: Country) -> dict[Citizenship, Bar]:
        apart = self.citizens.apart(country)
        foreign = [*self.citizens.into(country), *([apart[Partner.ABROAD]] if Partner.ABROAD in apart else [])]
        flows_ = {
            Citizenship.OWN: [apart[Partner.OWN]] if Partner.OWN in apart else [],
            Citizenship.FOREIGN: foreign,
            Citizenship.UNSTATED: [apart[p] for p in (Partner.OTHER, Partner.UNKNOWN) if p in apart],
        }
        return {group: self._group(country, group, found) for group, found in flows_.items()}

    def _group(self, country: Country, group: Citizenship, found: list[Flow]) -> Bar:
        name = f"{self.words.country(country)}: {self.words(f'profile.{group}').lower()}"
        if not found:
            return Bar(name, None, "·", more=self.words("flows.none_listed"))
        count = total([flow.count for flow in found])
        return Bar(name, count, self._sum(found, count), more=self._years(found), hue=GROUPS[group])

    def _name(self, flow: Flow) -> str:
        if flow.partner in PARTNERS:
            return self.words(f"partner.{flow.partner}")
        return self.words.country(flow.partner)

    def _figure(self, flow: Flow) -> str:
        return printed_count(flow.count, flow.status, self.words)

    def _sum(self, found: list[Flow], count: Interval) -> str:
        return self._figure(found[0]) if len(found) == 1 else self.words.interval(count)

    def _years(self, found: list[Flow]) -> str:
        listed = {year for flow in found for year in flow.listed}
        return self.words("flows.listed", n=len(listed), of=len(found[0].reported))
