"""Who is suspected, prosecuted and convicted: women and men of each step, and citizens of the country or of others."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from components.cells import figure, printed_count
from components.figures.interval_bars import Bar, bars
from components.i18n import Words
from components.markup import el
from components.tables.cell_marks import bar, svg
from data.dataset import Dataset
from data.interval import Interval, total
from data.model import Answer, Selection
from data.queries.flows import Flow, Flows, flows
from data.queries.justice import PERSONS, Figure, added, share
from data.queries.observations import answer
from data.vocabulary import Country, FlowMeasure, Indicator, Measure, Partner, Sex

FACED = (Sex.FEMALE, Sex.MALE)
APART = (Sex.OTHER, Sex.UNKNOWN)


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
        return {
            (i, sex): answer(self.dataset, Selection(i, first, last, sex)) for i in PERSONS for sex in (*FACED, *APART)
        }

    @cached_property
    def citizens(self) -> Flows:
        return flows(self.dataset, FlowMeasure.CONVICTED_BY_CITIZENSHIP, self.window[0], self.window[-1])

    def figure(self, country: Country, indicator: Indicator, sex: Sex) -> Figure:
        return added(self.answers[indicator, sex], country, self.window)

    @cached_property
    def countries(self) -> list[Country]:
        """The country in view, or all with women and men of any step, by name."""
        if self.country:
            return [self.country]
        found = [c for c in Country if any(self._pair(c, i) for i in PERSONS)]
        return sorted(found, key=lambda c: self.words.sort_key(self.words.country(c)))

    def _pair(self, country: Country, indicator: Indicator) -> tuple[Interval, Interval] | None:
        women, men = (self.figure(country, indicator, sex).cell.count for sex in FACED)
        return (women, men) if women and men else None

    def together(self, indicator: Indicator) -> tuple[Interval, Interval, int] | None:
        """Women and men of the countries that publish both for every year, and how many these are."""
        pairs = [pair for c in self.countries if (pair := self._pair(c, indicator))]
        return (total([w for w, _ in pairs]), total([m for _, m in pairs]), len(pairs)) if pairs else None

    # ---- by sex ----

    def by_sex(self, caption: str) -> Markup:
        """Countries by steps: two bars a cell, women above men, and the share of women as a range."""
        w = self.words
        if not self.countries:
            return el("p", w("persons.nothing"), class_="nothing")
        heads = [el("th", w.label(i), scope="colgroup", colspan=3, class_=f"step step-{i}") for i in PERSONS]
        tops = {i: self._top(i) for i in PERSONS}
        table = el(
            "table",
            el("caption", caption),
            el("thead", el("tr", el("th", w("table.country"), scope="col"), heads)),
            el("tbody", [self._row(country, tops) for country in self.countries]),
            el("tfoot", self._sums()) if len(self.countries) > 1 else None,
            class_="chain sexes",
        )
        return el("div", table, class_="scroll", role="region", aria_label=caption, tabindex=0, data_key="sexes")

    def _top(self, indicator: Indicator) -> float:
        highs = [count.high for c in self.countries for count in self._pair(c, indicator) or ()]
        return max(highs, default=0) or 1

    def _row(self, country: Country, tops: dict[Indicator, float]) -> Markup:
        return el(
            "tr",
            el("th", self.words.country(country), scope="row"),
            [self._cells(country, i, tops[i]) for i in PERSONS],
            data_code=country,
        )

    def _sums(self) -> Markup:
        """Women and men of all countries that publish both, step by step: not the same countries in each."""
        cells = []
        for indicator in PERSONS:
            found = self.together(indicator)
            said = ""
            if found:
                women, men, n = found
                figures = {"women": self.words.interval(women), "men": self.words.interval(men)}
                said = self.words.count("persons.sum", n, **figures, share=self.women(women, men) or self.words("none"))
            cells.append(el("td", said, colspan=3, class_="sum"))
        return el("tr", el("th", self.words("persons.together"), scope="row"), cells)

    def _cells(self, country: Country, indicator: Indicator, top: float) -> list[Markup]:
        pair = self._pair(country, indicator)
        if pair is None:
            return [
                el("td", class_=f"bar step step-{indicator}"),
                el("td", el("abbr", "[x]", title=self.words("persons.not_both")), class_="n is-missing"),
                el("td"),
            ]
        figures = [figure(self.figure(country, indicator, sex).cell, Measure.COUNT, self.words) for sex in FACED]
        named = [
            el("div", el("span", self.words(f"persons.short.{sex}"), class_="soft"), " ", text)
            for sex, text in zip(FACED, figures, strict=True)
        ]
        return [
            el("td", [el("div", svg(bar(c, top)[0]), class_=f"of-{s}") for s, c in zip(FACED, pair, strict=True)],
               class_=f"bar step step-{indicator}"),
            el("td", named, class_="n"),
            el("td", self.women(*pair), class_="n soft"),
        ]  # fmt: skip

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

    def by_citizenship(self, caption: str) -> Markup:
        """Of the country in view each citizenship; otherwise own nationals and citizens of others, by country."""
        heads = (self.words("table.country"), self.words("rank.count"), self.words("flows.head.years"))
        nothing = self.words("persons.no_citizenship")
        return bars(caption, heads, self._citizenships(), nothing=nothing, look="citizenships")

    def _citizenships(self) -> list[Bar]:
        if self.country:
            mine = self.citizens.apart(self.country)
            listed = [mine[Partner.OWN]] if Partner.OWN in mine else []
            listed += [*self.citizens.into(self.country), *(f for p, f in mine.items() if p is not Partner.OWN)]
            return [Bar(self._name(f), f.count, self._figure(f), self._years([f])) for f in listed]
        reporting = sorted(self.citizens.reported, key=lambda c: self.words.sort_key(self.words.country(c)))
        return [each for country in reporting for each in self._of(country)]

    def _of(self, country: Country) -> list[Bar]:
        apart = self.citizens.apart(country)
        foreign = [*self.citizens.into(country), *([apart[Partner.ABROAD]] if Partner.ABROAD in apart else [])]
        groups = {
            "own": [apart[Partner.OWN]] if Partner.OWN in apart else [],
            "foreign": foreign,
            "unstated": [apart[p] for p in (Partner.OTHER, Partner.UNKNOWN) if p in apart],
        }
        name = self.words.country(country)
        return [
            Bar(self.words(f"persons.{group}", country=name), count, self._sum(found, count), self._years(found),
                f"is-{group}")
            for group, found in groups.items()
            if found and (count := total([flow.count for flow in found]))
        ]  # fmt: skip

    def _name(self, flow: Flow) -> str:
        if flow.partner in set(Partner):
            return self.words(f"partner.{flow.partner}")
        return self.words.country(flow.partner)

    def _figure(self, flow: Flow) -> str:
        return printed_count(flow.count, flow.status, self.words)

    def _sum(self, found: list[Flow], count: Interval) -> str:
        return self._figure(found[0]) if len(found) == 1 else self.words.interval(count)

    def _years(self, found: list[Flow]) -> str:
        listed = {year for flow in found for year in flow.listed}
        return self.words("flows.listed", n=len(listed), of=len(found[0].reported))
