"""The table of context: scores, estimates and counts that are no counts of the crimes."""

from data.context_vocabulary import Area, ContextMeasure, ContextUnit, TipTier
from data.schema.columns import RAW_ROWS, SOURCE, YEAR, worded
from data.schema.cooperation import CONFLICT, FIGURE, PERIOD, translated
from data.schema.table import Field, Table
from data.vocabulary import Country

CONTEXT = Table(
    "context",
    "One score, grade, estimate or count about one country or area that is not a count of a crime",
    (
        Field(
            "country",
            "Country that the figure is about (of encounters: the citizenship), ISO 3166-1 alpha-3; or an area",
            enum=(*map(str, Country), *map(str, Area)),
        ),
        Field(YEAR.name, "Year counted, year of the report, edition of the index, or US fiscal year", YEAR.type,
              minimum=YEAR.minimum, maximum=YEAR.maximum),
        *PERIOD,
        worded("measure", "What is said; measures of two families are never compared", ContextMeasure),
        Field("partner", "Citizenship of those counted, ISO 3166-1 alpha-3; empty for all", pattern="[A-Z]{3}",
              required=False),
        Field("low", "Lower bound; empty for a grade", "number", required=False, minimum=0),
        FIGURE[1],
        Field("status", FIGURE[2].meaning, enum=FIGURE[2].enum, required=False),
        worded("grade", "Grade, where the source gives no number", TipTier, required=False),
        worded("unit", "What one unit is", ContextUnit),
        Field("scale_min", "Lower end of the scale", "number", required=False),
        Field("scale_max", "Upper end of the scale; empty for a count", "number", required=False),
        CONFLICT,
        SOURCE,
        Field("publisher", "Who printed the figure, where the source is a record of several", required=False),
        *translated("publisher", "Who printed the figure, where the source is a record of several", is_required=False),
        Field("url", "Where it is printed, where the source is a record of several", pattern="https?://.+",
              required=False),
        RAW_ROWS,
    ),
    ("country", "measure", "year", "partner", "period_start", "period_end", "source", "publisher"),
    optional=True,
)  # fmt: skip
