"""Counts about states and provinces -> subnational.csv, with their residents, their quarantine and their ledger.

A figure of a year adds its months, a total its groups; what lacks a month or holds a refused row is not published.
A year that the release does not reach the end of is named by its months and never taken for a year.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

import pandas as pd

from data import schema
from data.build import area_residents
from data.build.area_counts import COMPLAINTS, OFFENCES, SOURCES, VICTIMS, Count, complaints, offences, victims
from data.build.area_series import AreaKey, odd
from data.build.ledger import Ledger, Rule
from data.build.quarantine import details
from data.build.stop import BuildStopped
from data.period import days, year_and_span
from data.vocabulary import FLAG_SEPARATOR, Age, Flag, Outcome, Reason, Sex, Status

MONTHS = range(1, 13)
TABLE = schema.TABLES["subnational"]
Residents = Mapping[tuple[str, int], int]
Record = dict[str, object]


def build(raw: Path, out: Path) -> None:
    """Write subnational.csv into `out` and add to the population, the quarantine and the ledger begun there.

    Raises:
        BuildStopped: for a wording that is not known, or a year of victims that lacks a month.
    """
    of_victims = victims(raw)
    of_offences, repeated = offences(raw)
    of_complaints = complaints(raw)
    area_residents.build(raw, out, {count.year for count in of_victims})
    persons = area_residents.residents(raw)
    periods = _periods(of_victims)
    records: list[Record] = []
    for path, counts, of_year, dropped in (
        (VICTIMS, of_victims, periods, []),
        (OFFENCES, of_offences, periods, repeated),
        (COMPLAINTS, of_complaints, _periods(of_complaints), []),
    ):
        refused = {count.row: count for count in counts if _is_refused(count, persons)}
        kept, accounts = _cells(path, counts, of_year, refused.keys(), dropped)
        flags = odd(kept)
        records += (_record(key, value, flags.get(key, set()), SOURCES[path]) for key, value in kept.items())
        _add(out, "quarantine", (_refusal(count, persons, SOURCES[path]) for count in refused.values()))
        _add(out, "ledger", (_account(SOURCES[path], *entry) for entry in accounts.items()))
    schema.write(out / TABLE.path, pd.DataFrame(records, columns=TABLE.columns), TABLE)


def _periods(counts: list[Count]) -> dict[int, str]:
    """Each year as its figures are named: `2024`, or `2025-01/2025-06` where the file ends in June."""
    months: dict[int, set[int]] = {}
    for count in counts:
        months.setdefault(count.year, set()).add(count.month)
    return {
        year: f"{year}" if found == set(MONTHS) else f"{year}-{min(found):02}/{year}-{max(found):02}"
        for year, found in months.items()
    }


def _cells(
    path: Path, counts: list[Count], periods: Mapping[int, str], refused: Iterable[int], dropped: Iterable[int]
) -> tuple[dict[AreaKey, int], Counter[tuple[Outcome, str]]]:
    """The published figures of one file, and what became of its rows."""
    ledger, refused = Ledger(), set(refused)
    ledger.enter(dropped, Outcome.DROPPED, Rule.WHOLE_COUNTRY_REPEATED)
    ledger.enter(refused, Outcome.QUARANTINED, Reason.ABOVE_POPULATION)
    groups: dict[AreaKey, list[Count]] = {}
    for count in counts:
        for key in _keys(count, periods, path):
            groups.setdefault(key, []).append(count)
    sound = {key: rows for key, rows in groups.items() if refused.isdisjoint(row.row for row in rows)}
    _complete(path, groups, counts)
    sizes: dict[int, int] = {}
    for rows in sound.values():
        for row in rows:
            sizes[row.row] = max(sizes.get(row.row, 0), len(rows))
    for count in counts:
        if count.row in refused:
            continue
        if count.row not in sizes:
            ledger.enter([count.row], Outcome.DROPPED, Rule.REST_OF_QUARANTINED_CELL)
        elif sizes[count.row] == 1:
            ledger.enter([count.row], Outcome.KEPT, Rule.ONLY_ROW_OF_CELL)
        else:
            ledger.enter([count.row], Outcome.MERGED, Rule.PARTS_ADDED)
    return (
        {key: sum(row.value for row in rows) for key, rows in sound.items()},
        ledger.close([*(count.row for count in counts), *dropped]),
    )


def _keys(count: Count, periods: Mapping[int, str], path: Path) -> set[AreaKey]:
    """Every figure that a row is part of: of its year by sex and age with their totals, and of its month in all."""
    if count.year not in periods:
        raise BuildStopped(path.name, count.row, None, f"no months are known of {count.year}")
    place = (count.country, count.area)
    keys = {
        AreaKey(*place, periods[count.year], count.indicator, sex, age)
        for sex in {count.sex, Sex.TOTAL}
        for age in {count.age, Age.TOTAL}
    }
    if count.month:
        keys.add(AreaKey(*place, f"{count.year}-{count.month:02}", count.indicator, Sex.TOTAL, Age.TOTAL))
    return keys


def _complete(path: Path, groups: Mapping[AreaKey, list[Count]], counts: list[Count]) -> None:
    """BuildStopped where a file that prints every month of every group, zeros too, lacks or repeats one."""
    if path != VICTIMS:
        return
    months: dict[int, set[int]] = {}
    for count in counts:
        months.setdefault(count.year, set()).add(count.month)
    wanted = len({(count.sex, count.age) for count in counts})
    for key, rows in groups.items():
        if (key.sex, key.age) == (Sex.TOTAL, Age.TOTAL) and len(key.period) != len("2020-01"):
            found = {(row.month, row.sex, row.age) for row in rows}
            if not len(found) == len(rows) == wanted * len(months[rows[0].year]):
                raise BuildStopped(path.name, None, None, f"{key.area} {key.period} lacks or repeats a month")


def _is_refused(count: Count, persons: Residents) -> bool:
    return count.value > _residents(count, persons)


def _residents(count: Count, persons: Residents) -> int:
    """Residents of the area, or of its country where nobody counts them by area."""
    return persons.get((count.area, count.year)) or persons[count.country, count.year]


def _record(key: AreaKey, value: int, flags: Set[Flag], source: str) -> Record:
    year, span = year_and_span(*days(key.period))
    return {
        **key._asdict(),
        "year": year,
        "span": span,
        "low": value,
        "high": value,
        "status": Status.EXACT,
        "flags": FLAG_SEPARATOR.join(sorted(flags)),
        "source": source,
    }


def _refusal(count: Count, persons: Residents, source: str) -> Record:
    indicator, category, sex, age = count.printed
    return {
        "source": source,
        "row": count.row,
        "country": count.country,
        "year": count.year,
        "indicator": indicator,
        "dimension": "area",
        "category": category,
        "sex": sex,
        "age": age,
        "value": str(count.value),
        "reason": Reason.ABOVE_POPULATION,
        **details(Reason.ABOVE_POPULATION, _residents(count, persons), count.year),
    }


def _account(source: str, ended: tuple[Outcome, str], rows: int) -> Record:
    outcome, rule = ended
    return {"source": source, "outcome": outcome, "rule": rule, "rows": rows}


def _add(out: Path, name: str, records: Iterator[Record]) -> None:
    """Add records to a table that an earlier builder has begun."""
    table, made = schema.TABLES[name], list(records)
    if made:
        whole = {field.name: "Int64" for field in table.fields if field.type == "integer"}
        added = pd.DataFrame(made, columns=table.columns).astype(whole)
        begun = schema.read(out / table.path, table)
        schema.write(out / table.path, pd.concat([begun, added], ignore_index=True), table)
