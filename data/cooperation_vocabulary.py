"""The words of cooperation between countries: requests, events, treaties, and how each fact is known.

Apart from `vocabulary`, which has the words of counts within one country.
"""

from enum import StrEnum


class CrimeScope(StrEnum):
    """Which crimes a figure covers. `both`: the source does not tell the two crimes apart. `all_crimes`: any
    crime at all, so never to be read as a figure on these two."""

    TRAFFICKING = "trafficking"
    SMUGGLING_OF_MIGRANTS = "smuggling_of_migrants"
    BOTH = "both"
    ALL_CRIMES = "all_crimes"


class RequestKind(StrEnum):
    """What a published figure counts. Figures of two kinds are never added nor drawn on one axis."""

    REQUESTS = "requests"
    DECISIONS = "decisions"
    EXTRADITIONS = "extraditions"
    SURRENDERS = "surrenders"
    TEAMS = "teams"
    CASES = "cases"
    JOINT_INVESTIGATIONS = "joint_investigations"
    REPATRIATIONS = "repatriations"
    DEPORTATIONS = "deportations"
    CONSULAR_ASSISTANCE = "consular_assistance"


class RequestInstrument(StrEnum):
    """The procedure behind a figure: mutual legal assistance, extradition, European arrest warrant, European
    Investigation Order, joint investigation team, police or consular channel."""

    MLA = "mla"
    EXTRADITION = "extradition"
    EAW = "eaw"
    EIO = "eio"
    JIT = "jit"
    POLICE = "police"
    CONSULAR = "consular"
    UNSPECIFIED = "unspecified"


class Direction(StrEnum):
    """Which way the request went, seen from `country`;
    of repatriations and deportations, which way the persons went."""

    SENT = "sent"
    RECEIVED = "received"
    BOTH = "both"
    NOT_APPLICABLE = "not_applicable"


class RequestPartner(StrEnum):
    """Partners of a request that are not a country: `several` are countries the source does not name."""

    ALL = "all"
    SEVERAL = "several"
    OTHER = "other"
    EU = "eu"
    EUROJUST = "eurojust"


class Unit(StrEnum):
    """What one unit of a figure is, as the source prints it."""

    REQUESTS = "requests"
    WARRANTS = "warrants"
    PROCEDURES = "procedures"
    DECISIONS = "decisions"
    EXTRADITIONS = "extraditions"
    REPATRIATIONS = "repatriations"
    PERSONS = "persons"
    VICTIMS = "victims"
    CASES = "cases"
    TEAMS = "teams"
    INVESTIGATIONS = "investigations"
    PERCENT = "percent"
    PERCENT_CHANGE = "percent_change"


SHARES = frozenset({Unit.PERCENT, Unit.PERCENT_CHANGE})


class FigureStatus(StrEnum):
    """How sharp a published figure is: `at_least` has no upper bound, `approximate` is a round number of the source."""

    EXACT = "exact"
    RANGE = "range"
    AT_LEAST = "at_least"
    APPROXIMATE = "approximate"


class Evidence(StrEnum):
    """Who says it: the body itself, the press quoting the body, a copy on another site, or somebody else."""

    OFFICIAL = "official"
    PRESS_OF_OFFICIAL = "press_of_official"
    MIRROR = "mirror"
    SECONDARY = "secondary"


class EventKind(StrEnum):
    JOINT_OPERATION = "joint_operation"
    JOINT_TEAM = "joint_team"
    AGREEMENT = "agreement"
    CASE = "case"


class ListStatus(StrEnum):
    """Whether the list of participants was read: only where it was `read` is a country not on it `not listed`."""

    READ = "read"
    PARTIAL = "partial"
    NOT_READ = "not_read"


UNKNOWN_PARTICIPANTS = "unknown"


class Role(StrEnum):
    PARTICIPANT = "participant"
    REQUESTING = "requesting"
    REQUESTED = "requested"
    SUPPORTING = "supporting"


class ResultMeasure(StrEnum):
    """What an event yielded. `victims` are victims of trafficking, possible ones included; `migrants` are persons
    smuggled or moving irregularly; `countries` are all that took part, of the whole world."""

    ARRESTS = "arrests"
    PERSONS_CHARGED = "persons_charged"
    VICTIMS = "victims"
    MIGRANTS = "migrants"
    COUNTRIES = "countries"


WHOLE_EVENT = "all"


class Treaty(StrEnum):
    """Legal texts by which countries of the region may be bound to one another."""

    UNTOC = "untoc"
    TRAFFICKING_PROTOCOL = "trafficking_protocol"
    SMUGGLING_PROTOCOL = "smuggling_protocol"
    SLAVERY_CONVENTION = "slavery_convention"
    SUPPLEMENTARY_SLAVERY_CONVENTION = "supplementary_slavery_convention"
    TRAFFIC_IN_PERSONS_CONVENTION = "traffic_in_persons_convention"
    MIGRANT_WORKERS_CONVENTION = "migrant_workers_convention"
    ILO_C105 = "ilo_c105"
    ILO_P029 = "ilo_p029"
    COE_TRAFFICKING_CONVENTION = "coe_trafficking_convention"
    MEDELLIN_TREATY = "medellin_treaty"
    INTER_AMERICAN_MLA = "inter_american_mla"
    INTER_AMERICAN_MLA_PROTOCOL = "inter_american_mla_protocol"
    INTER_AMERICAN_TRAFFIC_IN_MINORS = "inter_american_traffic_in_minors"
    INTER_AMERICAN_SENTENCES_ABROAD = "inter_american_sentences_abroad"
    MERCOSUR_JOINT_TEAMS = "mercosur_joint_teams"
    MERCOSUR_TRAFFICKING_AGREEMENT = "mercosur_trafficking_agreement"
    EUROJUST_WORKING_ARRANGEMENT = "eurojust_working_arrangement"


class TreatyAction(StrEnum):
    """One act of a country on a treaty.

    `participation` is to be party to the Slavery Convention as amended, by definitive signature or through convention
    and protocol; `party_implied` follows from an act on a dependent text and was not read itself; `named_in_text` is a
    party named in the text, without an act; `domestic_step` is a law or bill at home, which binds nobody abroad;
    `not_shown_as_party` is a list that was read and shows no binding act up to `as_of`.
    """

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    RATIFICATION_OR_ACCESSION = "ratification_or_accession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    SUCCESSION = "succession"
    PARTICIPATION = "participation"
    ENTRY_INTO_FORCE = "entry_into_force"
    PARTY_IMPLIED = "party_implied"
    NAMED_IN_TEXT = "named_in_text"
    DOMESTIC_STEP = "domestic_step"
    WILL_NOT_RATIFY = "will_not_ratify"
    NOT_SHOWN_AS_PARTY = "not_shown_as_party"


BINDING = frozenset(
    {
        TreatyAction.RATIFICATION,
        TreatyAction.ACCESSION,
        TreatyAction.RATIFICATION_OR_ACCESSION,
        TreatyAction.ACCEPTANCE,
        TreatyAction.APPROVAL,
        TreatyAction.SUCCESSION,
        TreatyAction.PARTICIPATION,
        TreatyAction.ENTRY_INTO_FORCE,
    }
)
