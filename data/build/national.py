"""What countries themselves say: figures of the two searches that count within one country, told once each."""

from pathlib import Path
from typing import Any

from data.build.searches import DESCRIPTIONS, Rule, Searches, inferred
from data.build.sheet import Line, by_key, read
from data.cooperation_vocabulary import CrimeScope
from data.national_vocabulary import UNITS, Extent, NationalMeasure, NationalUnit, SaidBy
from data.period import columns
from data.vocabulary import Country, Outcome

STATEMENTS = "national_statements.csv"
ABOUT = ("country", "period_start", "period_end", "measure", "extent", "crime_scope")
_CURATED = ("statement", *ABOUT, "value", "said_by", "inferred", "conflict", "source", *DESCRIPTIONS)
SAME = (*ABOUT, "value")  # two lines alike in these are one figure told twice


def read_lines(curation: Path) -> dict[str, Line]:
    """The curated figures by key.

    Raises:
        BuildStopped: when a key stands twice, or one figure is told by two lines.
    """
    lines = by_key(read(curation, STATEMENTS, _CURATED), "statement")
    told: dict[tuple[str, ...], str] = {}
    for name, line in lines.items():
        first = told.setdefault(tuple(line[column] for column in SAME), name)
        if first != name:
            raise line.stop("value", f"is the figure of {first}: name that as the target of both raw rows")
    return lines


def statements(searches: Searches, lines: dict[str, Line]) -> list[dict[str, Any]]:
    """One row a figure, sorted by key.

    Raises:
        BuildStopped: when a value, period or country is printed in none of its raw rows, a word is unknown, a
            description is missing, or the rule of a raw row and the table of its target do not belong together.
    """
    for decision in searches.decisions.values():
        is_national = decision.rule is Rule.NATIONAL_STATEMENT
        for target in decision.targets if decision.rule.outcome is Outcome.KEPT else ():
            if (target in lines) is not is_national:
                raise decision.line.stop("target", f"{target!r} and rule {decision.rule} do not belong together")
    return [_statement(searches, line) for _, line in sorted(lines.items())]


def _statement(searches: Searches, line: Line) -> dict[str, Any]:
    country, source = line.word("country", Country), searches.source(line)
    measure = line.word("measure", NationalMeasure)
    witness = searches.kept_for(line, "statement", line["statement"])
    witness.check_period(line)
    witness.check_countries(line, "country", {country})
    low, high, status = witness.check_figure(line)
    for column in DESCRIPTIONS:
        if not line[column]:
            raise line.stop(column, "is empty")
    return line.cells | {
        **columns(line["period_start"], line["period_end"]),
        "measure": measure,
        "extent": line.word("extent", Extent),
        "crime_scope": line.word("crime_scope", CrimeScope),
        "unit": UNITS.get(measure, NationalUnit.PERSONS),
        "low": low,
        "high": high,
        "status": status,
        "said_by": line.word("said_by", SaidBy),
        "inferred": inferred(line.parts("inferred"), source.inferred),
        "raw_rows": witness.rows,
        **source.columns(),
    }
