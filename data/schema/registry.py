"""The registry of cooperation requests: as a contact point delivers it, and as it is published."""

from data.registry_vocabulary import DIRECTIONS, Origin, Procedure, Tally
from data.schema.columns import CRIME, HIGH, ISO3, LOW, PUBLISHED, YEAR, worded
from data.schema.table import Field, Table
from data.vocabulary import Country

MOST = 999_999  # requests of one row; more is a slip of the keyboard
LONGEST = 9_999  # days

KEY = (
    worded("country", "Country whose contact point registered the requests, ISO 3166-1 alpha-3", Country),
    Field("partner", "Country on the other side, ISO 3166-1 alpha-3, any country of the world", pattern=ISO3),
    YEAR,
    Field("direction", "sent by country to partner, or received by country from partner", enum=DIRECTIONS),
    worded("instrument", "What was asked for", Procedure),
    CRIME,
)
SYNTHETIC = worded("synthetic", "false for requests that were made, true for made-up ones of the training data", Origin)


def _tally(name: Tally, meaning: str) -> Field:
    return Field(name, meaning, "integer", minimum=0, maximum=MOST, unit="requests")


def _days(meaning: str) -> Field:
    return Field("median_days", meaning, "number", required=False, minimum=0, maximum=LONGEST, unit="days")


REGISTRY = Table(
    "registry",
    "Requests that one contact point registered with one partner in one year, as delivered; published only suppressed",
    (
        *KEY,
        _tally(Tally.REQUESTS, "Requests; the sum of answered, pending and refused"),
        _tally(Tally.ANSWERED, "Requests answered, in full or in part"),
        _tally(Tally.PENDING, "Requests without an answer yet"),
        _tally(Tally.REFUSED, "Requests refused, withdrawn or returned"),
        _days("Median of the days from request to answer, of those answered; empty where unknown or none was answered"),
        SYNTHETIC,
    ),
    tuple(field.name for field in KEY),
    optional=True,
    may_be_empty=True,
    delivered=True,
)
PUBLISHED_REGISTRY = Table(
    "registry",
    "One count of requests between two countries as one of them registered it, suppressed before it was published",
    (
        *KEY,
        worded("tally", "What is counted", Tally),
        LOW,
        HIGH,
        Field("status", "exact; suppressed: 0 to below the threshold; range: wider, to hide another", enum=PUBLISHED),
        _days("Median days to answer, in the row of answered; empty where fewer are known than the threshold"),
        SYNTHETIC,
    ),
    (*REGISTRY.key, "tally"),
    may_be_empty=True,
)
