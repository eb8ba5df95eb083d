"""What is said about a country besides counts of the crimes: measures, their units and scales, and the areas.

No two families are comparable: a score of one panel of experts is never ranked or averaged with another's.
"""

from enum import StrEnum
from typing import NamedTuple


class ContextMeasure(StrEnum):
    """What a row of context.csv says; none is a count of a crime."""

    PROSECUTION_3P = "prosecution_3p"
    PROTECTION_3P = "protection_3p"
    PREVENTION_3P = "prevention_3p"
    TOTAL_3P = "total_3p"
    TIP_TIER = "tip_tier"
    OC_HUMAN_TRAFFICKING = "oc_human_trafficking"
    OC_HUMAN_SMUGGLING = "oc_human_smuggling"
    OC_CRIMINALITY = "oc_criminality"
    OC_CRIMINAL_MARKETS = "oc_criminal_markets"
    OC_CRIMINAL_ACTORS = "oc_criminal_actors"
    OC_RESILIENCE = "oc_resilience"
    OC_VICTIM_SUPPORT = "oc_victim_support"
    GSI_PREVALENCE = "gsi_prevalence"
    GSI_PEOPLE = "gsi_people"
    GSI_VULNERABILITY = "gsi_vulnerability"
    GSI_GOVERNANCE = "gsi_governance"
    GSI_BASIC_NEEDS = "gsi_basic_needs"
    GSI_INEQUALITY = "gsi_inequality"
    GSI_DISENFRANCHISED = "gsi_disenfranchised"
    GSI_CONFLICT = "gsi_conflict"
    GSI_RESPONSE = "gsi_response"
    GSI_SURVIVORS = "gsi_survivors"
    GSI_JUSTICE = "gsi_justice"
    GSI_COORDINATION = "gsi_coordination"
    GSI_RISK_FACTORS = "gsi_risk_factors"
    GSI_SOURCING = "gsi_sourcing"
    ENCOUNTERS_BY_CITIZENSHIP = "encounters_by_citizenship"
    DEATHS_EN_ROUTE = "deaths_en_route"
    TRANSITS_DARIEN = "transits_darien"
    PROCEDURES_OPENED = "procedures_opened"
    VICTIMS_ASSISTED_ABROAD = "victims_assisted_abroad"


class ContextFamily(StrEnum):
    """Measures of one making, which share what they are not."""

    POLICY_3P = "policy_3p"
    TIP_REPORT = "tip_report"
    OC_INDEX = "oc_index"
    GSI_ESTIMATE = "gsi_estimate"
    GSI_VULNERABILITY = "gsi_vulnerability"
    GSI_RESPONSE = "gsi_response"
    ENCOUNTERS = "encounters"
    DEATHS = "deaths"
    TRANSITS = "transits"
    PROCEDURES = "procedures"
    CONSULAR = "consular"


class ContextUnit(StrEnum):
    """What one unit of the figure is."""

    SCORE = "score"
    GRADE = "grade"
    PERCENT = "percent"
    PER_1000 = "per_1000"
    PERSONS = "persons"
    ENCOUNTERS = "encounters"
    DEATHS = "deaths"
    PROCEDURES = "procedures"


class TipTier(StrEnum):
    """Grades of the Trafficking in Persons Report; a grade is no number and has no distance to the next."""

    TIER_1 = "tier_1"
    TIER_2 = "tier_2"
    TIER_2_WATCH_LIST = "tier_2_watch_list"
    TIER_3 = "tier_3"


class Area(StrEnum):
    """Where a figure is about no country: boxes of longitude and latitude, both in degrees."""

    AMERICAS = "americas"
    NORTH_WEST_AFRICA_AND_IBERIA = "north_west_africa_and_iberia"


class Box(NamedTuple):
    """West and south edges belong to the box, east and north edges do not."""

    west: float
    south: float
    east: float
    north: float


BOXES = {
    Area.AMERICAS: Box(-170, -60, -30, 75),
    Area.NORTH_WEST_AFRICA_AND_IBERIA: Box(-30, 10, 5, 46),
}


class Scale(NamedTuple):
    """The family and unit of a measure, and the ends of its scale (None: a count has no upper end)."""

    family: ContextFamily
    unit: ContextUnit
    minimum: float | None = None
    maximum: float | None = None


_POLICY = Scale(ContextFamily.POLICY_3P, ContextUnit.SCORE, 1, 5)
_EXPERTS = Scale(ContextFamily.OC_INDEX, ContextUnit.SCORE, 1, 10)
_VULNERABILITY = Scale(ContextFamily.GSI_VULNERABILITY, ContextUnit.PERCENT, 0, 100)
_RESPONSE = Scale(ContextFamily.GSI_RESPONSE, ContextUnit.PERCENT, 0, 100)
_M = ContextMeasure

SCALES: dict[ContextMeasure, Scale] = {
    **dict.fromkeys((_M.PROSECUTION_3P, _M.PROTECTION_3P, _M.PREVENTION_3P), _POLICY),
    _M.TOTAL_3P: _POLICY._replace(minimum=3, maximum=15),
    _M.TIP_TIER: Scale(ContextFamily.TIP_REPORT, ContextUnit.GRADE),
    **{measure: _EXPERTS for measure in ContextMeasure if measure.startswith("oc_")},
    _M.GSI_PREVALENCE: Scale(ContextFamily.GSI_ESTIMATE, ContextUnit.PER_1000, 0, 1000),
    _M.GSI_PEOPLE: Scale(ContextFamily.GSI_ESTIMATE, ContextUnit.PERSONS, 0),
    **dict.fromkeys(
        (
            _M.GSI_VULNERABILITY,
            _M.GSI_GOVERNANCE,
            _M.GSI_BASIC_NEEDS,
            _M.GSI_INEQUALITY,
            _M.GSI_DISENFRANCHISED,
            _M.GSI_CONFLICT,
        ),
        _VULNERABILITY,
    ),
    **dict.fromkeys(
        (
            _M.GSI_RESPONSE,
            _M.GSI_SURVIVORS,
            _M.GSI_JUSTICE,
            _M.GSI_COORDINATION,
            _M.GSI_RISK_FACTORS,
            _M.GSI_SOURCING,
        ),
        _RESPONSE,
    ),
    _M.ENCOUNTERS_BY_CITIZENSHIP: Scale(ContextFamily.ENCOUNTERS, ContextUnit.ENCOUNTERS, 0),
    _M.DEATHS_EN_ROUTE: Scale(ContextFamily.DEATHS, ContextUnit.DEATHS, 0),
    _M.TRANSITS_DARIEN: Scale(ContextFamily.TRANSITS, ContextUnit.PERSONS, 0),
    _M.PROCEDURES_OPENED: Scale(ContextFamily.PROCEDURES, ContextUnit.PROCEDURES, 0),
    _M.VICTIMS_ASSISTED_ABROAD: Scale(ContextFamily.CONSULAR, ContextUnit.PERSONS, 0),
}
