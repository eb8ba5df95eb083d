"""What changed between the newest release and the one before: each addition, withdrawal and change, by country and by
what is counted, as both printed it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from dash import html

from components.captions.headline import Finding
from components.captions.picture import Picture
from components.captions.releases import changes, counted, day, kinds, totals, whom
from components.captions.trace import printed_in
from components.controls.choices import any_count, country
from components.i18n import Words
from components.pages.table_pictures import listed
from components.tables.table import Table, TableCell, TableRow, column, number, row_head
from components.url.view import View
from data.dataset import Dataset
from data.releases import Revised, newest_totals
from data.vocabulary import Country, FlowMeasure, Indicator

COUNTED = (*Indicator, *FlowMeasure)


@dataclass(frozen=True)
class Changes:
    """The changes of a view: of its country and of what it counts, or of all."""

    view: View
    dataset: Dataset
    words: Words

    @cached_property
    def revised(self) -> list[Revised]:
        """What differs, in the order of the keys."""
        v = self.view
        return [
            each
            for each in self.dataset.latest
            if v.country in (None, each.key.country) and v.counts in (None, each.key.counted)
        ]

    @property
    def sources(self) -> list[str]:
        return [*self.dataset.releases.values()][-2:]

    @property
    def finding(self) -> Finding:
        """How many figures differ, how many totals are new, and that the two releases are never combined."""
        w, n = self.words, len(self.revised)
        when = day(max(self.dataset.releases, default=self.dataset.release), w)
        who = w.country(self.view.country) if self.view.country else ""
        what = w.label(self.view.counts) if self.view.counts else ""
        about = "".join(f"{part}: " for part in (who, what) if part)
        new = newest_totals(self.revised)
        said = w.count("changes.found", n, about=about, day=when)
        return Finding(said, totals(new, w, self.view.country) if new else "", w("changes.caveat"))

    @property
    def cards(self) -> list[tuple[str, str]]:
        """How many of each kind."""
        return [(self.words.number(n), name) for name, n in kinds(self.revised, self.words)]

    def controls(self) -> html.Div:
        """Of which country, and of what."""
        folds = [country(self.view, "country", self.words), any_count(self.view, COUNTED, self.words)]
        return html.Div(folds, className="folds")

    def pictures(self) -> list[Picture]:
        """Where the changes are, unless one country and count is asked for; then each of them. Of all countries and
        counts the totals alone are listed, and how many more there are."""
        w, v = self.words, self.view
        is_all = v.country is None and v.counts is None
        shown = [each for each in self.revised if each.key.is_total or not is_all]
        rest = len(self.revised) - len(shown)
        days = tuple(self.dataset.releases)[-2:]
        table = changes(shown, days, w, lambda key, day: printed_in(v, key, day)) if shown else None
        more = (w.count("changes.rest", rest),) if rest else ()
        lists = listed("method-changes", table, w("changes.list"), w("changes.none"), *more)
        return [lists] if v.country and v.counts else [Picture("method-changed", table=self._where()), lists]

    def _where(self) -> Table:
        """Countries by what is counted: how many figures differ; each leads to its list."""
        w, v = self.words, self.view
        found = Counter((each.key.country, each.key.counted) for each in self.revised)
        measures = [m for m in COUNTED if v.counts in (None, m)]
        who = sorted({country for country, _ in found}, key=lambda c: w.sort_key(w.country(c)))

        def cell(n: int, **values: object) -> TableCell:
            return number(w.number(n) if n else "·", href=v.with_values(**values).url if n else "")

        rows = [
            TableRow(
                [
                    row_head(w.country(c), href=v.with_values(country=Country(c)).url),
                    *(cell(found[c, m], country=Country(c), counts=m) for m in measures),
                    cell(sum(found[c, m] for m in measures), country=Country(c)),
                ],
                code=c,
            )
            for c in who
        ]
        sums = [cell(sum(found[c, m] for c in who), counts=m) for m in measures]
        foot = TableRow([row_head(w("method.head.all")), *sums, number(w.number(len(self.revised)))])
        heads = [column(w("table.country")), *(column(w.label(m), "n") for m in measures)]
        heads += [column(w("method.head.all"), "n")]
        return Table(w("changes.where"), heads, [rows], "revisions", "changed", foot)

    def rows(self) -> pd.DataFrame:
        """A row a figure that differs: its codes, what each release printed, the kind, the days of both."""
        w, (before, after) = self.words, ["", "", *self.dataset.releases][-2:]
        made = [
            {
                **each.key._asdict(),
                **{
                    f"{name}_{end}": None if figure is None else getattr(figure, name)
                    for end, figure in (("from", each.before), ("to", each.after))
                    for name in ("low", "high", "status")
                },
                "kind": str(each.kind), "released_from": before, "released_to": after,
                "country_label": whom(each.key, w), "counted_label": counted(each.key, w),
                "kind_label": w.label(each.kind),
            }
            for each in self.revised
        ]  # fmt: skip
        frame = pd.DataFrame(made, columns=[*_COLUMNS])
        return frame.astype({name: "Int64" for name in _COLUMNS if name.startswith(("low_", "high_"))})


_COLUMNS = (
    "table", "country", "year", "crime", "indicator", "measure", "partner", "sex", "age", "exploitation",
    "low_from", "high_from", "status_from", "low_to", "high_to", "status_to", "kind", "released_from", "released_to",
    "country_label", "counted_label", "kind_label",
)  # fmt: skip
