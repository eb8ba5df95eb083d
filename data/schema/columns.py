"""Columns that several tables share, described once."""

from enum import StrEnum

from data.schema.table import Field
from data.vocabulary import Age, Country, Crime, Exploitation, Flag, Indicator, Sex, Status

FIRST_YEAR, LAST_YEAR = 2000, 2030  # outside is a slip of the keyboard, not a figure of this project
ISO3 = "[A-Z]{3}"


def worded(name: str, meaning: str, words: type[StrEnum], *, required: bool = True) -> Field:
    """A field that holds one word of an enumeration."""
    return Field(name, meaning, enum=tuple(map(str, words)), required=required)


COUNTRY = worded("country", "Country that reports, ISO 3166-1 alpha-3", Country)
YEAR = Field("year", "Calendar year", "integer", minimum=FIRST_YEAR, maximum=LAST_YEAR)
CRIME = worded("crime", "Crime; two crimes are never added", Crime)
INDICATOR = worded("indicator", "What is counted", Indicator)
SEX = worded("sex", "Sex of the persons counted", Sex)
AGE = worded("age", "Age group of the persons counted", Age)
EXPLOITATION = worded("exploitation", "Form of exploitation", Exploitation)
SOURCE = Field("source", "Key of the source in sources.csv", reference="sources")
FLAGS = Field(
    "flags",
    "What a reader should know about the figure",
    "list",
    enum=tuple(map(str, Flag)),
    required=False,
)
RAW_ROWS = Field(
    "raw_rows", "Rows of the source's sheet that the figure comes from", "list", minimum=1, items="integer"
)

LENGTH = "Month, quarter or year of the calendar, or other"


def in_year(meaning: str) -> Field:
    """The year of a period that may lie in none."""
    return Field("year", meaning, "integer", required=False, minimum=FIRST_YEAR, maximum=LAST_YEAR)


PUBLISHED = tuple(str(status) for status in (Status.EXACT, Status.SUPPRESSED, Status.RANGE))
LOW = Field("low", "Lower bound of the count", "integer", minimum=0, unit="count")
HIGH = Field("high", "Upper bound of the count; equal to low when exact", "integer", minimum=0, unit="count")
STATUS = Field(
    "status", "exact: one figure; suppressed: the source prints <5; range: a sum with a suppressed part", enum=PUBLISHED
)
COUNT = (LOW, HIGH, STATUS)
