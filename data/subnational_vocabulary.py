"""The words of counts about states and provinces: each counts something of its own, and none is the country's figure.

Apart from `vocabulary`, whose indicators are what countries report to UNODC.
"""

from enum import StrEnum

from data.vocabulary import Country


class AreaIndicator(StrEnum):
    """What is counted about an area.

    `victims_in_investigation_files` and `offences_in_investigation_files` are of the prosecutors of Mexico's states,
    without the federal ones; `complaints_line_145` are calls to Argentina's line 145: neither victims nor cases.
    """

    VICTIMS_IN_INVESTIGATION_FILES = "victims_in_investigation_files"
    OFFENCES_IN_INVESTIGATION_FILES = "offences_in_investigation_files"
    COMPLAINTS_LINE_145 = "complaints_line_145"


UNKNOWN_AREA = "unknown"  # the source counts it, but names no area


class AreaKind(StrEnum):
    """What the areas of a country are called."""

    STATE = "state"
    PROVINCE = "province"
    AREA = "area"


KINDS = {Country.MEX: AreaKind.STATE, Country.ARG: AreaKind.PROVINCE}  # of any other country: area
