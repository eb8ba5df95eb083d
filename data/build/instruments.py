"""Acts of the 22 on treaties: from the tables of the United Nations, and one by one from the two searches.

A list that was read in full also tells who is *not* on it. That is kept as `not_shown_as_party` with the date up to
which the list is known, because later acts may exist; a later act or list replaces it. A treaty whose list was not
read in full says nothing of those it does not name. Dates may be a day, a month or a year, as printed; those of
ratification and accession are of the deposit of the instrument. `untc/18-1.csv` and `18-3.csv` are not read: whoever
is in them is in `18-2.csv`, the Slavery Convention as amended.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data.build.searches import Searches, Source, inferred
from data.build.sheet import Line, read
from data.build.stop import BuildStopped
from data.build.un_tables import read_table
from data.build.witness import Witness
from data.cooperation_vocabulary import BINDING, Treaty, TreatyAction
from data.schema import SEPARATOR
from data.schema.cooperation import SOURCE_NAMES
from data.vocabulary import Country

ACTS = "cooperation_acts.csv"
LISTS = "cooperation_lists.csv"
ACT_COLUMNS = (
    *("country", "instrument", "action", "date", "as_of", "evidence", "inferred", "conflict"),
    *SOURCE_NAMES,
)
_CURATED = ("country", "instrument", "action", "date", "as_of", "inferred", "conflict", "source")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, order=True)
class Act:
    """One act of one country on one treaty; `date` and `as_of` are ISO 8601, to the precision printed, or empty."""

    country: Country
    instrument: Treaty
    action: TreatyAction
    date: str
    as_of: str
    source: Source
    inferred: tuple[str, ...] = ()
    conflict: str = ""
    rows: str = ""

    @property
    def target(self) -> str:
        """How a decision names it."""
        return f"{self.country}/{self.instrument}/{self.action}"

    def columns(self) -> dict[str, str]:
        """The row of the table."""
        return {
            "country": self.country,
            "instrument": self.instrument,
            "action": self.action,
            "date": self.date,
            "as_of": self.as_of,
            "inferred": inferred(self.inferred, self.source.inferred),
            "conflict": self.conflict,
            "raw_rows": self.rows,
            **self.source.columns(),
        }


def read_acts(raw: Path, searches: Searches, curation: Path) -> list[Act]:
    """Every act of the 22, sorted by country, treaty, action and date.

    Raises:
        BuildStopped: when an act is told twice without being marked a conflict, when a date is not what the raw rows
            print, when a country is in none of the tables (its name there has changed), or when a cell is not
            understood.
    """
    lists = read(curation, LISTS, ("list", "instrument", "as_of", "source"))
    known = [act for line in lists if line["list"] for act in _listed(line, raw, searches)]
    if absent := set(Country) - {act.country for act in known}:
        raise BuildStopped(LISTS, None, "list", f"no table names {', '.join(sorted(absent))}")
    last = {act.target: act for act in known}
    for line in read(curation, ACTS, _CURATED):
        act = _curated(line, searches)
        other = last.get(act.target)
        if other and not (act.conflict and act.conflict == other.conflict and act.date != other.date):
            raise line.stop("date", f"{act.target} is told twice, but not as a conflict of dates")
        last[act.target] = act
        known.append(act)
    return sorted(known + [act for line in lists for act in _absent(line, searches, known)])


def _curated(line: Line, searches: Searches) -> Act:
    for column in ("date", "as_of"):
        if line[column] and not _DATE.fullmatch(line[column]):
            raise line.stop(column, f"{line[column]!r} is not a date")
    act = Act(
        line.word("country", Country),
        line.word("instrument", Treaty),
        line.word("action", TreatyAction),
        line["date"],
        line["as_of"],
        searches.source(line),
        line.parts("inferred"),
        line["conflict"],
    )
    witness = searches.kept_for(line, "action", act.target)
    if act.date and not any(_prints(cell, act.date) for row in witness.lines for cell in row.cells.values()):
        raise line.stop("date", f"{act.date!r} is printed in none of {witness.rows}")
    return replace(act, rows=witness.rows)


def _listed(line: Line, raw: Path, searches: Searches) -> list[Act]:
    treaty, source = line.word("instrument", Treaty), searches.source(line)
    acts = []
    for country, action, day, row in read_table(raw, line["list"]):
        act = Act(country, treaty, action, day, line["as_of"], source)
        witness = searches.witness(act.target)
        _check_dates(witness, day)
        acts.append(replace(act, rows=SEPARATOR.join(filter(None, (witness.rows, row)))))
    return acts


def _absent(line: Line, searches: Searches, known: list[Act]) -> list[Act]:
    treaty, source = line.word("instrument", Treaty), searches.source(line)
    settled = BINDING | {TreatyAction.NOT_SHOWN_AS_PARTY}
    told = {act.country for act in known if act.instrument is treaty and act.action in settled}
    missing = [
        Act(country, treaty, TreatyAction.NOT_SHOWN_AS_PARTY, "", line["as_of"], source)
        for country in Country
        if country not in told
    ]
    return [replace(act, rows=searches.witness(act.target).rows) for act in missing]


def _check_dates(witness: Witness, day: str) -> None:
    for row in witness.lines:
        printed = _DATE.match(row.get("date"))
        if printed and printed[0] != day:
            raise row.stop("date", f"prints {printed[0]}, the table {day}")


def _prints(cell: str, day: str) -> bool:
    """Whether a cell prints a date, as ISO 8601 or spoken (`5 May 2020`)."""
    if day in cell:
        return True
    return len(day) == 10 and f"{(d := date.fromisoformat(day)).day} {d:%B %Y}" in cell
