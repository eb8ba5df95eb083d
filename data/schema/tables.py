"""The one description of every table: the check, the reader and datapackage.json all follow it."""

from dataclasses import replace

from data.schema.columns import (
    AGE,
    COUNT,
    COUNTRY,
    CRIME,
    EXPLOITATION,
    FLAGS,
    INDICATOR,
    ISO3,
    PUBLISHED,
    RAW_ROWS,
    SEX,
    SOURCE,
    YEAR,
    worded,
)
from data.schema.context import CONTEXT
from data.schema.cooperation import COOPERATION, translated
from data.schema.national import NATIONAL
from data.schema.registry import PUBLISHED_REGISTRY, REGISTRY
from data.schema.subnational import CODE, SUBNATIONAL
from data.schema.table import Field, Table
from data.vocabulary import (
    Age,
    Change,
    Crime,
    Doubt,
    FlowMeasure,
    Indicator,
    Outcome,
    Partner,
    Projection,
    Reason,
    Sex,
    Status,
)

PARTNER = Field(
    "partner",
    "Country of citizenship or of return (ISO 3166-1 alpha-3), or own, abroad, other, unknown",
    pattern="|".join([ISO3, *map(str, Partner)]),
)
OBSERVATIONS = Table(
    "observations",
    "One published count about one country",
    (COUNTRY, YEAR, CRIME, INDICATOR, SEX, AGE, EXPLOITATION, *COUNT, FLAGS, SOURCE, RAW_ROWS),
    ("country", "year", "crime", "indicator", "sex", "age", "exploitation"),
)
FLOWS = Table(
    "flows",
    "Persons of one citizenship detected in, convicted in, or repatriated from one country",
    (
        COUNTRY,
        YEAR,
        CRIME,
        worded("measure", "What is counted between the two countries", FlowMeasure),
        PARTNER,
        *COUNT,
        FLAGS,
        SOURCE,
        RAW_ROWS,
    ),
    ("country", "year", "crime", "measure", "partner"),
    may_be_empty=True,
)
EARLIER_OBSERVATIONS = Table(
    "earlier_observations",
    "One count about one country as an earlier release had it; the source is that release",
    OBSERVATIONS.fields,
    (*OBSERVATIONS.key, "source"),
    optional=True,
    may_be_empty=True,
)
EARLIER_FLOWS = Table(
    "earlier_flows",
    "Persons of one citizenship in one country as an earlier release had them; the source is that release",
    FLOWS.fields,
    (*FLOWS.key, "source"),
    optional=True,
    may_be_empty=True,
)
POPULATION = Table(
    "population",
    "Residents of one country or area in one year, by sex and age group",
    (
        Field("area", "Country (ISO 3166-1 alpha-3), or state or province (ISO 3166-2)", pattern=f"{ISO3}|{CODE}"),
        YEAR,
        Field("sex", "Sex", enum=(Sex.TOTAL, Sex.FEMALE, Sex.MALE)),
        Field("age", "Age group", enum=(Age.TOTAL, Age.AGE_0_17, Age.AGE_18_PLUS)),
        Field("persons", "Residents", "integer", minimum=0, unit="persons"),
        worded("status", "Whether the source estimates or projects the year", Projection),
        SOURCE,
    ),
    ("area", "year", "sex", "age"),
)
SOURCES = Table(
    "sources",
    "One source: who publishes it, on what terms, and the raw file it was read from",
    (
        Field("source", "Key of the source", pattern="[a-z0-9_]+"),
        Field("publisher", "Who answers for the figures"),
        *translated("publisher", "Who answers for the figures"),
        Field("title", "Title of the data set"),
        *translated("title", "Title of the data set"),
        Field("release", "Day of release; empty when the source does not say", "date", required=False),
        Field("url", "Public page of the publisher; empty for our own record", pattern="https://.+", required=False),
        Field("terms", "Terms of use, as far as known"),
        *translated("terms", "Terms of use, as far as known"),
        Field("citation", "How to cite it"),
        *translated("citation", "How to cite it"),
        Field("file", "Raw file, relative to the folder of raw files"),
        Field("sha256", "SHA-256 of the raw file", pattern="[0-9a-f]{64}"),
    ),
    ("source",),
)
TWO = ("flows", "observations")
MEASURE = worded("measure", "What is counted between two countries", FlowMeasure, required=False)
ANY_PARTNER = replace(PARTNER, required=False)
ANY_FORM = replace(EXPLOITATION, required=False)
FIGURE = (  # what names a figure of either table; columns that its table lacks are empty
    Field("table", "Table of the figure", enum=TWO),
    COUNTRY,
    YEAR,
    worded("crime", "Crime", Crime),
    worded("indicator", "What is counted", Indicator, required=False),
    MEASURE,
    ANY_PARTNER,
    worded("sex", SEX.meaning, Sex, required=False),
    worded("age", AGE.meaning, Age, required=False),
    ANY_FORM,
)
WITHHELD = Table(
    "withheld",
    "One figure that is not shown, for another of the same table contradicts it; in no sum and no scale",
    (
        *FIGURE,
        Field("low", "Lower bound, as the source prints it", "integer", minimum=0, unit="count"),
        Field("high", "Upper bound, as the source prints it", "integer", minimum=0, unit="count"),
        Field("status", "Always withheld", enum=(Status.WITHHELD,)),
        worded("doubt", "Why it is withheld", Doubt),
        Field("against", "Rows of the source's sheet that contradict it", "list", minimum=1, items="integer"),
        SOURCE,
        RAW_ROWS,
    ),
    (*(field.name for field in FIGURE), "source"),
    optional=True,
    may_be_empty=True,
)
QUARANTINE = Table(
    "quarantine",
    "One raw row whose figure was not accepted, in the source's own words, with the reason",
    (
        SOURCE,
        Field("row", "Row of the source's sheet, the first being 1", "integer", minimum=1),
        COUNTRY,
        YEAR,
        Field("indicator", "Indicator, as the source words it"),
        Field("dimension", "Dimension, as the source words it"),
        Field("category", "Category, as the source words it", required=False),
        Field("sex", "Sex, as the source words it"),
        Field("age", "Age, as the source words it"),
        Field("value", "Figure, as the source prints it"),
        worded("reason", "Rule that the figure breaks", Reason),
        Field("detail", "What the figure was held against"),
        *translated("detail", "What the figure was held against"),
        Field(
            "table",
            "Table of the figure; empty, as are its codes, where the label names no partner or an area",
            enum=TWO,
            required=False,
        ),
        worded("crime", "Crime", Crime, required=False),
        worded("indicator_code", "What is counted, as observations has it", Indicator, required=False),
        MEASURE,
        ANY_PARTNER,
        worded("sex_code", "Sex of the persons counted, as observations has it", Sex, required=False),
        worded("age_code", "Age group of the persons counted, as observations has it", Age, required=False),
        ANY_FORM,
    ),
    ("source", "row"),
    may_be_empty=True,
)


def _bounds(which: str) -> tuple[Field, Field, Field]:
    words = f"in the {which} release; empty where it has no such figure"
    suffix = {"earlier": "from", "later": "to"}[which]
    return (
        Field(f"low_{suffix}", f"Lower bound {words}", "integer", required=False, minimum=0, unit="count"),
        Field(f"high_{suffix}", f"Upper bound {words}", "integer", required=False, minimum=0, unit="count"),
        Field(f"status_{suffix}", f"Status {words}", enum=PUBLISHED, required=False),
    )


REVISIONS = Table(
    "revisions",
    "One figure that differs between two releases of a source; columns that its table lacks are empty",
    (
        *FIGURE,
        Field("release_from", "Earlier release, key in sources.csv", reference="sources"),
        Field("release_to", "Later release, key in sources.csv", reference="sources"),
        *_bounds("earlier"),
        *_bounds("later"),
        worded(
            "kind",
            "disclosed: suppressed before, now exact within the earlier bounds; withheld, released: see withheld.csv",
            Change,
        ),
    ),
    (*(field.name for field in FIGURE), "release_from", "release_to"),
    may_be_empty=True,
)
LEDGER = Table(
    "ledger",
    "How many raw rows about the 22 countries ended where, and by which rule",
    (
        SOURCE,
        worded("outcome", "Where the rows ended", Outcome),
        Field("rule", "Rule that sent them there", pattern="[a-z0-9_]+"),
        Field("rows", "Rows of the source", "integer", minimum=1, unit="rows"),
    ),
    ("source", "outcome", "rule"),
    optional=True,
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        OBSERVATIONS,
        FLOWS,
        EARLIER_OBSERVATIONS,
        EARLIER_FLOWS,
        SUBNATIONAL,
        POPULATION,
        SOURCES,
        WITHHELD,
        QUARANTINE,
        REVISIONS,
        LEDGER,
        *COOPERATION,
        NATIONAL,
        CONTEXT,
        REGISTRY,
    )
}
SHOWN: dict[str, Table] = TABLES | {PUBLISHED_REGISTRY.name: PUBLISHED_REGISTRY}
