"""The table of states and provinces."""

from data.schema.columns import AGE, COUNT, COUNTRY, FLAGS, LENGTH, SEX, SOURCE, YEAR, worded
from data.schema.table import Field, Table
from data.subnational_vocabulary import UNKNOWN_AREA, AreaIndicator
from data.vocabulary import Span

CODE = "[A-Z]{2}-[A-Z0-9]{1,3}"  # ISO 3166-2
MONTH = r"\d{4}-(0[1-9]|1[0-2])"

SUBNATIONAL = Table(
    "subnational",
    "One published count about one state or province; a zero may stand for a month that nobody reported",
    (
        COUNTRY,
        Field(
            "area",
            "State or province, ISO 3166-2; unknown where the source names none",
            pattern=f"{CODE}|{UNKNOWN_AREA}",
        ),
        Field(
            "period",
            "Year, month, or months from/to of a year that is not over",
            pattern=rf"\d{{4}}|{MONTH}(/{MONTH})?",
        ),
        YEAR,
        worded("span", LENGTH, Span),
        worded("indicator", "What is counted; none is the country's figure in observations", AreaIndicator),
        SEX,
        AGE,
        *COUNT,
        FLAGS,
        SOURCE,
    ),
    ("country", "area", "period", "indicator", "sex", "age"),
    optional=True,
    may_be_empty=True,
)
