"""The table of what countries themselves say."""

from data.national_vocabulary import Extent, NationalMeasure, NationalUnit, SaidBy
from data.schema.columns import COUNTRY, worded
from data.schema.cooperation import (
    CONFLICT,
    DESCRIPTIONS,
    EVIDENCE,
    FIGURE,
    ID,
    INFERRED,
    PERIOD,
    SCOPE,
    SOURCE_COLUMNS,
    SPAN,
)
from data.schema.table import Field, Table

NATIONAL = Table(
    "national_statements",
    "One figure that a country itself says, beside the series of UNODC; never in it, never summed, on no scale with it",
    (
        Field("statement", "Key of the figure", pattern=ID),
        COUNTRY,
        *PERIOD,
        *SPAN,
        worded("measure", "What the authority counts; two measures are never added", NationalMeasure),
        worded("extent", "Whether it covers all of the country, a part, or more than the crime", Extent),
        SCOPE,
        worded("unit", "What one unit is; two units never share an axis", NationalUnit),
        *FIGURE,
        worded("said_by", "By whose words it is known", SaidBy),
        EVIDENCE,
        INFERRED,
        CONFLICT,
        *DESCRIPTIONS,
        *SOURCE_COLUMNS,
    ),
    ("statement",),
    optional=True,
)
