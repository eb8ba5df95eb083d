"""Scores and grades that others give to countries -> rows of context.csv, as they print them and never combined.

Sources: Cho's 3P index; tiers of the US Department of State as coded by Kelley, Simmons and Heiss; the Global
Organized Crime Index; Walk Free's Global Slavery Index 2023.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from data.build.account import Account, Row, row
from data.build.ledger import Rule
from data.build.sheet import Line, read
from data.context_vocabulary import SCALES, ContextFamily, ContextMeasure, TipTier
from data.cooperation_vocabulary import FigureStatus
from data.vocabulary import Country, Outcome

FOLDER = "response"
DIGITS = 4  # the slavery index prints up to 13 decimals of a model's output
GSI_YEAR = 2023  # edition; its estimates are for 2021
TIERS = {
    "Tier 1": TipTier.TIER_1,
    "Tier 2": TipTier.TIER_2,
    "Watchlist": TipTier.TIER_2_WATCH_LIST,
    "Tier 3": TipTier.TIER_3,
}


class Index(NamedTuple):
    """One file: its key in sources.csv, the columns of country and year ("" where the file has one edition), and the
    measure of each column of scores."""

    source: str
    file: str
    country: str
    year: str
    scores: Mapping[str, ContextMeasure]

    @property
    def path(self) -> Path:
        return Path(FOLDER, self.file)


_M = ContextMeasure
TIP = Index("tip_tiers_2001_2015", "tip_tiers_22paises_2001_2015_kelley_simmons.csv", "iso", "year",
            {"tier": _M.TIP_TIER})  # fmt: skip
INDICES = (
    Index(
        "index_3p_2000_2013",
        "indice_3p_cho_22paises.csv",
        "iso",
        "year",
        {
            "prosecution": _M.PROSECUTION_3P,
            "protection": _M.PROTECTION_3P,
            "prevention": _M.PREVENTION_3P,
            "p": _M.TOTAL_3P,
        },
    ),
    TIP,
    Index(
        "oc_index_2021_2025",
        "oc_index_22paises_2021_2023_2025.csv",
        "iso3",
        "edicion",
        {
            "human_trafficking": _M.OC_HUMAN_TRAFFICKING,
            "human_smuggling": _M.OC_HUMAN_SMUGGLING,
            "criminality": _M.OC_CRIMINALITY,
            "criminal_markets": _M.OC_CRIMINAL_MARKETS,
            "criminal_actors": _M.OC_CRIMINAL_ACTORS,
            "resilience": _M.OC_RESILIENCE,
            "victim_and_witness_support": _M.OC_VICTIM_SUPPORT,
        },
    ),
    Index(
        "gsi_2023",
        "gsi_2023_resumen_22paises.csv",
        "iso3",
        "",
        {
            "Estimated prevalence of modern slavery per 1,000 population": _M.GSI_PREVALENCE,
            "Estimated number of people in modern slavery": _M.GSI_PEOPLE,
            "Total Vulnerability score (%)": _M.GSI_VULNERABILITY,
            "Governance issues": _M.GSI_GOVERNANCE,
            "Lack of basic needs": _M.GSI_BASIC_NEEDS,
            "Inequality": _M.GSI_INEQUALITY,
            "Disenfranchised groups": _M.GSI_DISENFRANCHISED,
            "Effects of conflict": _M.GSI_CONFLICT,
            "Government response total (%)": _M.GSI_RESPONSE,
            "Survivors of slavery are identified and supported to exit and remain out of modern slavery (%)": (
                _M.GSI_SURVIVORS
            ),
            "Criminal justice mechanisms function effectively to prevent modern slavery (%)": _M.GSI_JUSTICE,
            "Coordination occurs at the national and regional level and across borders, "
            "and governments are held to account for their response (%)": _M.GSI_COORDINATION,
            "Risk factors, such as attitudes, social systems, and institutions "
            "that enable modern slavery are addressed (%)": _M.GSI_RISK_FACTORS,
            "Government and business stop sourcing goods and services produced by forced labour (%)": _M.GSI_SOURCING,
        },
    ),
)


def curate(index: Index, raw: Path) -> tuple[list[Row], Account]:
    """The scores of one file: a row of it is kept when it has any, and dropped when it has none.

    Raises:
        BuildStopped: for a file of another shape, a score off its scale, an unknown grade.
    """
    columns = tuple(name for name in (index.country, index.year, *index.scores) if name)
    lines = [line for line in read(raw / FOLDER, index.file, columns) if line[index.country] in set(Country)]
    account, made = Account(index.source), []
    for line in lines:
        scored = {measure: column for column, measure in index.scores.items() if line[column]}
        outcome = (Outcome.KEPT, Rule.CONTEXT_FIGURE) if scored else (Outcome.DROPPED, Rule.NO_SCORE_THAT_YEAR)
        account.enter([line.row], *outcome)
        made += [_scored(index, line, measure, column) for measure, column in scored.items()]
    return made, account


def _scored(index: Index, line: Line, measure: ContextMeasure, column: str) -> Row:
    year = int(line[index.year]) if index.year else GSI_YEAR
    given = row(line[index.country], year, measure, index.source, [line.row])
    if index is TIP:
        if line[column] not in TIERS:
            raise line.stop(column, f"{line[column]!r} is unknown")
        return given | {"grade": TIERS[line[column]]}
    score = _score(line, column, measure)
    is_modelled = SCALES[measure].family is ContextFamily.GSI_ESTIMATE
    status = FigureStatus.APPROXIMATE if is_modelled else FigureStatus.EXACT
    return given | {"low": score, "high": score, "status": status}


def _score(line: Line, column: str, measure: ContextMeasure) -> float:
    scale = SCALES[measure]
    try:
        score = round(float(line[column]), DIGITS)
    except ValueError:
        raise line.stop(column, f"{line[column]!r} is not a number") from None
    if not (scale.minimum or 0) <= score <= (scale.maximum or float("inf")):
        raise line.stop(column, f"{line[column]} is off the scale {scale.minimum} to {scale.maximum}")
    return score
