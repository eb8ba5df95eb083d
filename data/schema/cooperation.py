"""The tables of cooperation: published figures, events with their participants, what they yielded, acts on treaties."""

from data.cooperation_vocabulary import (
    CrimeScope,
    Direction,
    EventKind,
    Evidence,
    FigureStatus,
    ListStatus,
    RequestInstrument,
    RequestKind,
    ResultMeasure,
    Role,
    Treaty,
    TreatyAction,
    Unit,
)
from data.schema.columns import COUNTRY, LENGTH, in_year, worded
from data.schema.table import Field, Table
from data.vocabulary import Country, Span

ID = "[a-z0-9_]+"
PARTIAL_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"  # as exact as the source is
NAMES = r"[A-Za-z_]+(\|[A-Za-z_]+)*"
PERIOD = (
    Field("period_start", "First day of the period, as exact as known", pattern=PARTIAL_DAY, required=False),
    Field("period_end", "Last day of the period, as exact as known", pattern=PARTIAL_DAY, required=False),
)
SPAN = (
    in_year("Calendar year that the period lies in; empty where it touches two, or an end is not known"),
    worded("span", LENGTH, Span, required=False),
)
SCOPE = worded("crime_scope", "Which crimes it concerns; all_crimes is never a figure on these two", CrimeScope)
FIGURE = (
    Field("low", "Lower bound", "number", minimum=0),
    Field("high", "Upper bound; empty where the source only says at least", "number", required=False, minimum=0),
    worded("status", "How sharp the figure is", FigureStatus),
)
EVIDENCE = worded("evidence", "Who says it", Evidence)
INFERRED = Field("inferred", "Columns that the source does not print", "list", pattern="[a-z_]+", required=False)
CONFLICT = Field("conflict", "Group of figures that contradict one another", pattern=ID, required=False)
DESCRIBED_IN = ("en", "es", "pt")  # every language that readers choose among
TRANSLATED = {"es": "Spanish", "pt": "Portuguese"}  # languages of columns beside one in English
DESCRIPTIONS = tuple(
    Field(f"description_{language}", f"What it is, in our own words ({language})") for language in DESCRIBED_IN
)


def translated(name: str, meaning: str, *, is_required: bool = True) -> tuple[Field, ...]:
    """The columns beside one in English that say the same in the other languages; a title that nobody has put into
    other words stays in them as it was published."""
    return tuple(
        Field(f"{name}_{language}", f"{meaning} ({TRANSLATED[language]})", required=is_required)
        for language in TRANSLATED
    )


SOURCE_COLUMNS = (
    Field("source_title", "Title of the page or document", required=False),
    Field("source_title_language", "Language of that title, ISO 639-1", pattern="[a-z]{2}", required=False),
    *translated("source_title", "Title of the page or document", is_required=False),
    Field("source_publisher", "Who published it"),
    *translated("source_publisher", "Who published it"),
    Field("source_year", "Year of publication", pattern=r"\d{4}", required=False),
    Field("source_url", "Address", pattern="https?://.+", required=False),
    Field("raw_rows", "Search and row of its sheet", "list", pattern=r"[\w/-]+:\d+", required=False),
)
SOURCE_NAMES = tuple(field.name for field in SOURCE_COLUMNS)
ANYBODY = f"({'|'.join(Country)})|all|unknown"

REQUESTS = Table(
    "requests",
    "One published figure on requests and other cooperation between countries, over the period that it covers",
    (
        Field("statement", "Key of the figure", pattern=ID),
        COUNTRY,
        Field("partner", "Partner: ISO 3166-1 alpha-3, several joined by |, or a word", pattern=NAMES),
        *PERIOD,
        *SPAN,
        worded("direction", "Sent or received, seen from country", Direction),
        worded("kind", "What is counted; two kinds are never added", RequestKind),
        worded("instrument", "Procedure behind the figure", RequestInstrument),
        SCOPE,
        worded("unit", "What one unit is; two units never share an axis", Unit),
        *FIGURE,
        EVIDENCE,
        INFERRED,
        CONFLICT,
        *DESCRIPTIONS,
        *SOURCE_COLUMNS,
    ),
    ("statement",),
    optional=True,
)
EVENTS = Table(
    "cooperation_events",
    "One participant of one joint operation, joint team, agreement or case",
    (
        Field("event", "Key of the event", pattern=ID),
        Field("country", "Participant, ISO 3166-1 alpha-3; unknown where the list was not read", pattern=ANYBODY),
        worded("role", "Part that the country took", Role, required=False),
        worded("kind", "Kind of event", EventKind),
        Field("name", "Its own name, if it has one", required=False),
        *PERIOD,
        *SPAN,
        SCOPE,
        worded("list_status", "Whether the list of participants was read", ListStatus),
        Field("other_partners", "Participants outside the 22", required=False),
        EVIDENCE,
        INFERRED,
        *DESCRIPTIONS,
        *SOURCE_COLUMNS,
    ),
    ("event", "country"),
    optional=True,
)
RESULTS = Table(
    "cooperation_results",
    "One published figure on what an event yielded",
    (
        Field("result", "Key of the figure", pattern=ID),
        Field("event", "Key of the event", pattern=ID),
        Field("country", "Country of the figure, or all of the event", pattern=ANYBODY),
        worded("measure", "What is counted", ResultMeasure),
        *FIGURE,
        EVIDENCE,
        INFERRED,
        CONFLICT,
        *SOURCE_COLUMNS,
    ),
    ("result",),
    optional=True,
)
INSTRUMENTS = Table(
    "instruments",
    "One act of one country on one treaty, with the day up to which its source is known",
    (
        COUNTRY,
        worded("instrument", "Treaty", Treaty),
        worded("action", "Act", TreatyAction),
        Field("date", "Day of the act, as exact as known", pattern=PARTIAL_DAY, required=False),
        Field("as_of", "Day up to which the source is known", pattern=PARTIAL_DAY, required=False),
        EVIDENCE,
        INFERRED,
        CONFLICT,
        *SOURCE_COLUMNS,
    ),
    ("country", "instrument", "action", "date"),
    optional=True,
)
COOPERATION = (REQUESTS, EVENTS, RESULTS, INSTRUMENTS)
