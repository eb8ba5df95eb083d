"""Status tables of the United Nations Treaty Collection: one row a participant, one column a kind of act.

A cell is a date (`20 Jun 2013`), with a letter where the act is not the one in the heading (`20 Jun 2013 a` is an
accession); letters as explained by the Treaty Collection in its headings.
"""

import re
from pathlib import Path
from typing import NamedTuple

from data.build.sheet import Line, read
from data.cooperation_vocabulary import TreatyAction
from data.vocabulary import Country

UN_NAMES = {
    "Andorra": Country.AND,
    "Argentina": Country.ARG,
    "Bolivia (Plurinational State of)": Country.BOL,
    "Brazil": Country.BRA,
    "Chile": Country.CHL,
    "Colombia": Country.COL,
    "Costa Rica": Country.CRI,
    "Cuba": Country.CUB,
    "Dominican Republic": Country.DOM,
    "Ecuador": Country.ECU,
    "El Salvador": Country.SLV,
    "Guatemala": Country.GTM,
    "Honduras": Country.HND,
    "Mexico": Country.MEX,
    "Nicaragua": Country.NIC,
    "Panama": Country.PAN,
    "Paraguay": Country.PRY,
    "Peru": Country.PER,
    "Portugal": Country.PRT,
    "Spain": Country.ESP,
    "Uruguay": Country.URY,
    "Venezuela (Bolivarian Republic of)": Country.VEN,
}
_LETTERS = {
    "a": TreatyAction.ACCESSION,
    "A": TreatyAction.ACCEPTANCE,
    "AA": TreatyAction.APPROVAL,
    "d": TreatyAction.SUCCESSION,
    "P": TreatyAction.PARTICIPATION,
}
_HEADINGS = {
    "Signature": TreatyAction.SIGNATURE,
    "Definitive signature or participation": TreatyAction.PARTICIPATION,
    "Ratification": TreatyAction.RATIFICATION,
    "Accession": TreatyAction.RATIFICATION,
}
_CELL = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})(?: (a|A|AA|d|P))?")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Entry(NamedTuple):
    """One dated act of a table; `row` is where it stands, `untc/18-12:5`."""

    country: Country
    action: TreatyAction
    date: str
    row: str


def read_table(raw: Path, name: str) -> list[Entry]:
    """The acts of the 22 in one table; dates as ISO 8601 days.

    Raises:
        BuildStopped: when a heading or a cell is not understood.
    """
    entries = []
    for line in read(raw, name, ("Participant",)):
        country = UN_NAMES.get(line["Participant"])
        if country is None:
            continue
        for column, cell in line.cells.items():
            if column != "Participant" and cell:
                entries.append(_entry(line, country, column))
    return entries


def _entry(line: Line, country: Country, column: str) -> Entry:
    action = next((act for heading, act in _HEADINGS.items() if column.startswith(heading)), None)
    if action is None:
        raise line.stop(column, "the heading names no act that is known")
    match = _CELL.fullmatch(line[column])
    if match is None or match[2] not in _MONTHS or (match[4] and action is TreatyAction.SIGNATURE):
        raise line.stop(column, f"{line[column]!r} is not a date of an act")
    date = f"{match[3]}-{_MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}"
    return Entry(country, _LETTERS.get(match[4], action), date, f"{line.file.removesuffix('.csv')}:{line.row}")
