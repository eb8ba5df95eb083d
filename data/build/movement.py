"""Irregular movement, as context and never as a count of smuggling -> rows of context.csv.

Sources: US Border Patrol encounters by citizenship (DHS, OHSS), places with deaths on migration routes (IOM, Missing
Migrants Project), and a record of figures that authorities and press have printed.
"""

from pathlib import Path

from data.build import CURATION
from data.build.account import Account, Row, row
from data.build.figure import figure
from data.build.ledger import Rule
from data.build.publishers import Publishers, named, read_publishers
from data.build.sheet import Line, read
from data.context_vocabulary import BOXES, Area, ContextMeasure
from data.cooperation_vocabulary import FigureStatus
from data.vocabulary import Country, Outcome

FOLDER = "irregular_movement"
ENCOUNTERS, DEATHS, RECORD = "usbp_2000_2025", "iom_missing_migrants_2025_03_10", "record_context"
FILES = {
    ENCOUNTERS: "usbp_annual_citizenship_22.csv",
    DEATHS: "iom_graphic_mmp-2025-03-10.csv",
    RECORD: "figures_smuggling_and_context.csv",
}
PATHS = tuple(Path(FOLDER, name) for name in FILES.values())
DECISIONS = "context.csv"
DECIDED = ("row", "decision", "rule", "measure", "conflict", "reason")
ROUNDED_TO = 10  # the publisher rounds encounters; a listed citizenship has at least one
LAST_FISCAL_YEAR, ITS_END = 2025, "2024-11-30"  # the release of November 2024 has two months of it
DEATHS_END = (2025, "2025-03-10")  # the day of the file
RECORD_COLUMNS = (
    *("country_iso3", "partner_iso3_or_label", "period_start", "period_end", "value"),
    *("source_publisher", "source_url"),
)


def encounters(raw: Path) -> tuple[list[Row], Account]:
    """Encounters of one citizenship in one US fiscal year, as the range that rounding leaves open."""
    account, made = Account(ENCOUNTERS), []
    for line in read(raw / FOLDER, FILES[ENCOUNTERS], ("fiscal_year", "citizenship_iso3", "encounters")):
        if line["citizenship_iso3"] not in set(Country):
            continue
        year, printed = _whole(line, "fiscal_year"), _whole(line, "encounters")
        if printed % ROUNDED_TO or printed == 0:
            raise line.stop("encounters", f"{printed} is not rounded to {ROUNDED_TO}")
        low, high = max(1, printed - ROUNDED_TO // 2), printed + ROUNDED_TO // 2
        if printed == ROUNDED_TO:
            low = 1  # it may also stand for every figure that would round to nothing
        given = row(line["citizenship_iso3"], year, ContextMeasure.ENCOUNTERS_BY_CITIZENSHIP, ENCOUNTERS, [line.row])
        end = ITS_END if year == LAST_FISCAL_YEAR else f"{year}-09-30"
        made.append(
            given
            | {"period_start": f"{year - 1}-10-01", "period_end": end}
            | {"low": low, "high": high, "status": FigureStatus.RANGE}
        )
        account.enter([line.row], Outcome.KEPT, Rule.CONTEXT_FIGURE)
    return made, account


def deaths(raw: Path) -> tuple[list[Row], Account]:
    """Dead and missing by area and year: the sum over places with ten or more, so a lower bound."""
    account = Account(DEATHS)
    places: dict[tuple[Area, int], list[tuple[int, int]]] = {}
    for line in read(raw / FOLDER, FILES[DEATHS], ("year", "lon", "lat", "n")):
        area = _area(line)
        if area is None:
            account.enter([line.row], Outcome.DROPPED, Rule.OUTSIDE_THE_AREAS)
            continue
        places.setdefault((area, _whole(line, "year")), []).append((line.row, _whole(line, "n")))
        account.enter([line.row], Outcome.MERGED, Rule.PLACES_ADDED)
    made = []
    for (area, year), found in places.items():
        end = DEATHS_END[1] if year == DEATHS_END[0] else f"{year}-12-31"
        given = row(area, year, ContextMeasure.DEATHS_EN_ROUTE, DEATHS, [number for number, _ in found])
        made.append(
            given
            | {"period_start": f"{year}-01-01", "period_end": end}
            | {"low": sum(n for _, n in found), "status": FigureStatus.AT_LEAST}
        )
    return made, account


def record(raw: Path, curation: Path = CURATION) -> tuple[list[Row], Account]:
    """Figures printed by authorities and press, as decided row by row in curation/context.csv.

    Raises:
        BuildStopped: for a row without a decision, or a decision without a row or that its rule does not allow.
    """
    decisions = {line["row"]: line for line in read(curation, DECISIONS, DECIDED)}
    publishers, account, made = read_publishers(curation), Account(RECORD), []
    lines = read(raw / FOLDER, FILES[RECORD], RECORD_COLUMNS)
    for line in lines:
        decision = decisions.pop(str(line.row), None)
        if decision is None:
            raise line.stop("measure", f"no decision in {DECISIONS}")
        rule = decision.word("rule", Rule)
        outcome = Outcome.KEPT if rule is Rule.CONTEXT_FIGURE else Outcome.DROPPED
        if decision.word("decision", Outcome) is not outcome or not decision["reason"]:
            raise decision.stop("decision", f"rule {rule} is {outcome}, and has a reason")
        account.enter([line.row], outcome, rule)
        if outcome is Outcome.KEPT:
            made.append(_printed(line, decision, publishers))
    for decision in decisions.values():
        raise decision.stop("row", f"there is no row {decision['row']} in {FILES[RECORD]}")
    return made, account


def _printed(line: Line, decision: Line, publishers: Publishers) -> Row:
    text = line["value"]
    try:
        shown = figure(text.replace(">=", ""))
    except ValueError as error:
        raise line.stop("value", str(error)) from None
    is_open = text.startswith(">=")
    country, partner = line.word("country_iso3", Country), line["partner_iso3_or_label"]
    measure = decision.word("measure", ContextMeasure)
    return row(country, int(line["period_start"][:4]), measure, RECORD, [line.row]) | {
        "period_start": line["period_start"],
        "period_end": line["period_end"],
        "partner": partner if len(partner) == 3 and partner.isupper() else "",
        "low": shown.low,
        "high": None if is_open else shown.high,
        "status": FigureStatus.AT_LEAST if is_open else shown.status,
        "conflict": decision["conflict"],
        "publisher": line["source_publisher"],
        **named(publishers, line["source_publisher"], line),
        "url": line["source_url"],
    }


def _area(line: Line) -> Area | None:
    try:
        lon, lat = float(line["lon"]), float(line["lat"])
    except ValueError:
        raise line.stop("lon", f"{line['lon']!r}, {line['lat']!r} is no place") from None
    for area, box in BOXES.items():
        if box.west <= lon < box.east and box.south <= lat < box.north:
            return area
    return None


def _whole(line: Line, column: str) -> int:
    if not (line[column].isascii() and line[column].isdecimal()):
        raise line.stop(column, f"{line[column]!r} is not a whole number")
    return int(line[column])
