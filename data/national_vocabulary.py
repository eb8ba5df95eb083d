"""The words of what countries themselves say: figures that authorities publish at home, beside the series of UNODC.

A measure that is a word of `Indicator` is clearly the same thing counted; every other is a count of its own, and none
is ever added to, or drawn with, a figure of the series.
"""

from enum import StrEnum


class NationalMeasure(StrEnum):
    """What an authority counts. `victims_presumed`: possible, suspected or flagged; `victims_assisted`: by a programme;
    `victims_in_cases`: before prosecutors. `cases`: files of any stage that the source calls no more than that."""

    VICTIMS_DETECTED = "victims_detected"
    VICTIMS_PRESUMED = "victims_presumed"
    VICTIMS_ASSISTED = "victims_assisted"
    VICTIMS_IN_CASES = "victims_in_cases"
    MIGRANTS_SMUGGLED = "migrants_smuggled"
    OFFENCES_RECORDED = "offences_recorded"
    REPORTS = "reports"
    INVESTIGATIONS = "investigations"
    OPERATIONS = "operations"
    CASES = "cases"
    PERSONS_ARRESTED = "persons_arrested"
    PERSONS_CHARGED = "persons_charged"
    PERSONS_DETAINED = "persons_detained"
    CASES_PROSECUTED = "cases_prosecuted"
    PERSONS_PROSECUTED = "persons_prosecuted"
    CASES_TRIED = "cases_tried"
    JUDGMENTS = "judgments"
    CONVICTIONS = "convictions"
    PERSONS_CONVICTED = "persons_convicted"


class NationalUnit(StrEnum):
    """What one unit of a figure is."""

    PERSONS = "persons"
    OFFENCES = "offences"
    REPORTS = "reports"
    INVESTIGATIONS = "investigations"
    OPERATIONS = "operations"
    CASES = "cases"
    SENTENCES = "sentences"


UNITS: dict[NationalMeasure, NationalUnit] = {
    NationalMeasure.OFFENCES_RECORDED: NationalUnit.OFFENCES,
    NationalMeasure.REPORTS: NationalUnit.REPORTS,
    NationalMeasure.INVESTIGATIONS: NationalUnit.INVESTIGATIONS,
    NationalMeasure.OPERATIONS: NationalUnit.OPERATIONS,
    NationalMeasure.CASES: NationalUnit.CASES,
    NationalMeasure.CASES_PROSECUTED: NationalUnit.CASES,
    NationalMeasure.CASES_TRIED: NationalUnit.CASES,
    NationalMeasure.JUDGMENTS: NationalUnit.SENTENCES,
    NationalMeasure.CONVICTIONS: NationalUnit.SENTENCES,
}  # every other measure counts persons


class Extent(StrEnum):
    """What a figure covers: all of the country, a part of it (a group, an area, one body) that the description names,
    or more than the crime."""

    WHOLE = "whole"
    PART = "part"
    WIDER = "wider"


class SaidBy(StrEnum):
    """Whose words the figure is known by. Another government and an international body report what the country told
    them; the press says it where it names no authority."""

    AUTHORITY = "authority"
    OTHER_GOVERNMENT = "other_government"
    INTERNATIONAL_BODY = "international_body"
    PRESS = "press"
