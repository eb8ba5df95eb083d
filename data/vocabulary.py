"""Every enumeration of the project, once: the words in the tables are the words in the URL and in the catalogues.

Terms follow ISO 3166-1 (countries), the Palermo Protocols (crimes), UNODC GLOTIP and ICCS (indicators).
"""

from enum import StrEnum


class Country(StrEnum):
    """The 22 members of the Ibero-American community, ISO 3166-1 alpha-3."""

    AND = "AND"
    ARG = "ARG"
    BOL = "BOL"
    BRA = "BRA"
    CHL = "CHL"
    COL = "COL"
    CRI = "CRI"
    CUB = "CUB"
    DOM = "DOM"
    ECU = "ECU"
    SLV = "SLV"
    GTM = "GTM"
    HND = "HND"
    MEX = "MEX"
    NIC = "NIC"
    PAN = "PAN"
    PRY = "PRY"
    PER = "PER"
    PRT = "PRT"
    ESP = "ESP"
    URY = "URY"
    VEN = "VEN"


class Crime(StrEnum):
    """Two crimes, never added: exploitation of a person, and procuring an illegal border crossing."""

    TRAFFICKING = "trafficking"
    SMUGGLING_OF_MIGRANTS = "smuggling_of_migrants"


class Indicator(StrEnum):
    """What is counted about a country in a year."""

    VICTIMS_DETECTED = "victims_detected"
    OFFENCES_RECORDED = "offences_recorded"
    PERSONS_SUSPECTED = "persons_suspected"
    PERSONS_PROSECUTED = "persons_prosecuted"
    PERSONS_CONVICTED = "persons_convicted"


class Sex(StrEnum):
    TOTAL = "total"
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Age(StrEnum):
    TOTAL = "total"
    AGE_0_17 = "age_0_17"
    AGE_18_PLUS = "age_18_plus"
    UNKNOWN = "unknown"


class Exploitation(StrEnum):
    """Form of exploitation; `other_exploitation` includes organ removal, begging, forced crime and marriage."""

    TOTAL = "total"
    SEXUAL_EXPLOITATION = "sexual_exploitation"
    FORCED_LABOUR = "forced_labour"
    OTHER_EXPLOITATION = "other_exploitation"


class FlowMeasure(StrEnum):
    """What a row of flows.csv counts; the partner is the country of citizenship or of return."""

    VICTIMS_BY_CITIZENSHIP = "victims_by_citizenship"
    VICTIMS_REPATRIATED = "victims_repatriated"
    CONVICTED_BY_CITIZENSHIP = "convicted_by_citizenship"


class Partner(StrEnum):
    """Partners of a flow that are not a country."""

    OWN = "own"
    ABROAD = "abroad"
    OTHER = "other"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """How a cell is known. The first three are published and stand in tables; the others only in answers: a withheld
    figure is printed by the source and contradicted by the same table."""

    EXACT = "exact"
    SUPPRESSED = "suppressed"
    RANGE = "range"
    WITHHELD = "withheld"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


class Flag(StrEnum):
    """What a reader should know about a figure; each has a sentence in every language."""

    MERGED = "merged"
    PARTS_EXCEED_TOTAL = "parts_exceed_total"
    FORMS_EXCEED_TOTAL = "forms_exceed_total"
    PARTS_BELOW_TOTAL = "parts_below_total"
    TOTAL_BELOW_PART = "total_below_part"
    COMPOSITION_INCOMPLETE = "composition_incomplete"
    ZERO_WITHOUT_TOTAL = "zero_without_total"
    SUSPICIOUS_JUMP = "suspicious_jump"
    REPEATED_FIGURE = "repeated_figure"
    SAME_AS_OTHER_INDICATOR = "same_as_other_indicator"
    BREAK_IN_SERIES = "break_in_series"
    EQUALS_YEAR = "equals_year"
    REVISED = "revised"
    RELABELLED = "relabelled"


class Outcome(StrEnum):
    """Where a raw row about the 22 ended."""

    KEPT = "kept"
    MERGED = "merged"
    DROPPED = "dropped"
    WITHHELD = "withheld"
    QUARANTINED = "quarantined"


class Reason(StrEnum):
    """Why a raw row is in quarantine: its number cannot be true."""

    ABOVE_POPULATION = "above_population"
    YEAR_AS_COUNT = "year_as_count"
    DATE_AS_COUNT = "date_as_count"


class Doubt(StrEnum):
    """Why a figure is withheld: another cell of the same table contradicts it."""

    MISLABELLED = "mislabelled"
    ABOVE_HEADLINE = "above_headline"


class Change(StrEnum):
    """How a figure differs between two releases: `disclosed` was suppressed and is now exact within its bounds;
    `withheld` is no longer shown, and `released` is shown again, for what the same table says of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    DISCLOSED = "disclosed"
    WITHHELD = "withheld"
    RELEASED = "released"


class Projection(StrEnum):
    """Whether residents of a year are estimated from what was, or projected into what will be."""

    ESTIMATE = "estimate"
    PROJECTION = "projection"


class Span(StrEnum):
    """How long a period is: one of the calendar, or any other."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OTHER = "other"


class Panel(StrEnum):
    """Which countries a regional figure adds: all that report, or those with a figure in every year shown."""

    ALL = "all"
    CONSTANT = "constant"


class Measure(StrEnum):
    COUNT = "count"
    RATE = "rate"


COUNTRIES: frozenset[str] = frozenset(Country)
PARTNERS: frozenset[str] = frozenset(Partner)
FLAG_SEPARATOR = "|"
SUPPRESSED_HIGH = 4  # GLOTIP prints "<5" for 0 to 4


def is_applicable(
    indicator: Indicator, sex: Sex, age: Age, exploitation: Exploitation, crime: Crime = Crime.TRAFFICKING
) -> bool:
    """Whether the source asks for this cell at all: offences have no sex, and only victims and the
    convicted are collected by form of exploitation (GLOTIP questionnaire). Of smuggling only offences are collected
    (CTS), and a smuggled migrant is no victim by definition."""
    if crime is Crime.SMUGGLING_OF_MIGRANTS and indicator is not Indicator.OFFENCES_RECORDED:
        return False
    if indicator is Indicator.OFFENCES_RECORDED:
        return (sex, age, exploitation) == (Sex.TOTAL, Age.TOTAL, Exploitation.TOTAL)
    by_form = indicator in (Indicator.VICTIMS_DETECTED, Indicator.PERSONS_CONVICTED)
    return exploitation is Exploitation.TOTAL or by_form


class Subregion(StrEnum):
    """Groups of neighbours, for the order of a matrix; each of the 22 is in one."""

    IBERIA = "iberia"
    NORTH = "mexico_central_america"
    CARIBBEAN = "caribbean"
    ANDES = "andes"
    SOUTH = "brazil_southern_cone"


SUBREGIONS: dict[Subregion, tuple[Country, ...]] = {
    Subregion.IBERIA: (Country.AND, Country.ESP, Country.PRT),
    Subregion.NORTH: (
        Country.MEX, Country.GTM, Country.SLV, Country.HND, Country.NIC, Country.CRI, Country.PAN,
    ),
    Subregion.CARIBBEAN: (Country.CUB, Country.DOM),
    Subregion.ANDES: (Country.VEN, Country.COL, Country.ECU, Country.PER, Country.BOL),
    Subregion.SOUTH: (Country.BRA, Country.PRY, Country.URY, Country.ARG, Country.CHL),
}  # fmt: skip


class Incomparable(StrEnum):
    """Why a figure cannot be set against that of another year."""

    NO_YEAR_IN_COMMON = "no_year_in_common"
    NOT_PUBLISHED = "not_published"
    ZERO_WITHOUT_TOTAL = "zero_without_total"
    WITHHELD = "withheld"
    CONTRADICTED = "contradicted"
    SUSPICIOUS_JUMP = "suspicious_jump"
    EQUALS_YEAR = "equals_year"
    BREAK_BETWEEN = "break_between"
    MAY_START_AT_ZERO = "may_start_at_zero"
    TOO_FEW = "too_few"
