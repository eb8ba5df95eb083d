"""Observations as SDMX-CSV 2.0, the format in which official statisticians exchange data (SDMX 3.0).

A count is an interval: `OBS_VALUE` stands only where it is exact, `LOWER_BOUND` and `UPPER_BOUND` always. What has no
value has a row that says why. The structure behind it: `components/files/sdmx_structure.py`.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.files.csv import csv
from components.files.extract import RELEASE, at_release
from data.dataset import Dataset
from data.filter import FilterRefused, select
from data.rows import rows
from data.schema import SEPARATOR, SHOWN
from data.vocabulary import COUNTRIES, Age, Exploitation, Flag, Indicator, Sex, Status

AGENCY, FLOW, STRUCTURE, VERSION = "ATALAYA", "DF_OBSERVATIONS", "DSD_OBSERVATIONS", "1.0.0"
TABLE = SHOWN["observations"]
CODES: Mapping[str, Mapping[str, str]] = {  # words of ours that SDMX has a code for in all statistics
    "sex": {Sex.TOTAL: "_T", Sex.FEMALE: "F", Sex.MALE: "M", Sex.OTHER: "_O", Sex.UNKNOWN: "_U"},
    "age": {Age.TOTAL: "_T", Age.AGE_0_17: "Y0T17", Age.AGE_18_PLUS: "Y_GE18", Age.UNKNOWN: "_U"},
    "exploitation": {form: "_T" if form is Exploitation.TOTAL else form for form in Exploitation},
}
NORMAL, BREAK, HIDDEN, MISSING = "A", "B", "Q", "O"  # CL_OBS_STATUS
FREE, SMALL_COUNT = "F", "A"  # CL_CONF_STATUS
STATES: Mapping[str, tuple[str, str]] = {
    Status.EXACT: (NORMAL, FREE),
    Status.SUPPRESSED: (HIDDEN, SMALL_COUNT),
    Status.RANGE: (HIDDEN, SMALL_COUNT),
    Status.WITHHELD: (HIDDEN, FREE),
    Status.NOT_REPORTED: (MISSING, FREE),
}
PERSONS, OFFENCES = "PS", "OFFENCE"


def observations(dataset: Dataset, filters: Mapping[str, str]) -> bytes:
    """The rows that meet the filters, which are those of the table `observations`.

    Raises:
        FilterRefused: for an unknown column, or a value that it cannot hold.
    """
    dataset = at_release(dataset, filters.get(RELEASE))
    columns = {name: text for name, text in filters.items() if name != RELEASE}
    try:
        frame = select(whole(dataset), TABLE, columns)
    except FilterRefused as no:
        if no.parameter in TABLE.columns:
            raise
        raise FilterRefused(no.parameter, no.value, f"{no.accepted}, {RELEASE}") from None
    return csv(coded(frame))


def whole(dataset: Dataset) -> pd.DataFrame:
    """The table `observations`, with a row without bounds for each figure that is withheld, and for each country and
    year of a headline for which nothing is reported, from the first year that any country reports."""
    published = dataset.tables[TABLE.name]
    empty = {"low": pd.NA, "high": pd.NA, "flags": "", "raw_rows": ""}
    contested = dataset.withheld(TABLE.name)
    withheld = [
        {name: row[name] for name in (*TABLE.key, "source")} | empty | {"status": Status.WITHHELD}
        for row in contested.to_dict("records")
    ]
    known = pd.concat([published, pd.DataFrame(withheld, columns=TABLE.columns)] if withheld else [published])
    total = {"sex": Sex.TOTAL, "age": Age.TOTAL, "exploitation": Exploitation.TOTAL}
    headlines = known[(known[list(total)] == list(total.values())).all(axis=1)]
    missing: list[dict[str, Any]] = []
    for (crime, indicator), of_it in headlines.groupby(["crime", "indicator"]):
        there = {(row.country, int(row.year)) for row in rows(of_it)}
        for year in range(int(of_it["year"].min()), dataset.years_of[str(crime)][1] + 1):
            cells = ({"country": country, "year": year} for country in sorted(COUNTRIES))
            key = {"crime": crime, "indicator": indicator, **total, **empty, "source": ""}
            missing += [
                {**cell, **key, "status": Status.NOT_REPORTED} for cell in cells if (cell["country"], year) not in there
            ]
    added = pd.DataFrame([*withheld, *missing], columns=TABLE.columns).astype(published.dtypes.to_dict())
    return pd.concat([published, added]).sort_values(list(TABLE.key), kind="stable", ignore_index=True)


def coded(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows of `observations` in the columns of SDMX-CSV 2.0: what they are of, the dimensions, measures, attributes."""
    exact = frame["status"] == Status.EXACT
    states = frame["status"].map(lambda status: STATES[status][0])
    breaks = frame["flags"].map(lambda flags: Flag.BREAK_IN_SERIES in flags.split(SEPARATOR)).astype(bool)
    made: dict[str, object] = {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": f"{AGENCY}:{FLOW}({VERSION})",
        "ACTION": "I",
        "FREQ": "A",
        "REF_AREA": frame["country"],
        "CRIME": frame["crime"],
        "INDICATOR": frame["indicator"],
        **{name.upper(): frame[name].map(codes) for name, codes in CODES.items()},
        "TIME_PERIOD": frame["year"],
        "OBS_VALUE": frame["low"].where(exact),
        "LOWER_BOUND": frame["low"],
        "UPPER_BOUND": frame["high"],
        "OBS_STATUS": states.where(~(exact & breaks), BREAK),
        "CONF_STATUS": frame["status"].map(lambda status: STATES[status][1]),
        "COUNT_STATUS": frame["status"],
        "UNIT_MEASURE": frame["indicator"].map(unit),
        "FLAGS": frame["flags"],
        "SOURCE": frame["source"],
    }
    return pd.DataFrame(made, index=frame.index)


def unit(indicator: str) -> str:
    """What an indicator counts."""
    return OFFENCES if indicator == Indicator.OFFENCES_RECORDED else PERSONS
