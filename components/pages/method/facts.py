"""The figures that the chapters on method may name, each computed from the data and printed as the reader's language
has it."""

from datetime import date

from components.i18n import Words
from data.dataset import Dataset
from data.model import Answer
from data.queries.coverage import Calendar
from data.queries.curation_log import Account
from data.queries.hidden import SUMMIT
from data.queries.region import default_year, region
from data.vocabulary import SUPPRESSED_HIGH, Change, Country, Crime, Flag, Outcome


def facts(dataset: Dataset, account: Account, calendar: Calendar, answer: Answer, words: Words) -> dict[str, str]:
    """Every fact by its name. `answer` and `calendar` are of one indicator; `account` is of the data set."""
    return {
        "countries": words.number(len(Country)),
        "first_year": str(calendar.first),
        "last_year": str(calendar.last),
        **{f"figures_{crime}": words.number(dataset.figures.get(crime, 0)) for crime in Crime},
        "suppressed": words("suppressed.figure", n=words.number(SUPPRESSED_HIGH + 1)),
        "suppressed_high": words.number(SUPPRESSED_HIGH),
        "at_least": words.number(SUMMIT.at_least),
        "rule_year": str(SUMMIT.year),
        "version": dataset.version,
        **_releases(dataset, account, words),
        **_curation(account, words),
        **_detected(answer, words),
    }


def _releases(dataset: Dataset, account: Account, words: Words) -> dict[str, str]:
    def released(source: str | None) -> str:
        day = dataset.sources.get(source or "", {}).get("release", "")
        return words.date(date.fromisoformat(day)) if day else words("none")

    return {"release": words.date(date.fromisoformat(dataset.release)), "earlier": released(account.earlier)}


def _curation(account: Account, words: Words) -> dict[str, str]:
    ended = {str(outcome): words.number(account.rows(account.shown, outcome)) for outcome in Outcome}
    revised = {kind: sum(account.revisions["kind"] == kind) for kind in Change}
    merged = sum(f.figures for f in account.flagged if f.flag is Flag.MERGED)
    return {
        "raw_rows": words.number(account.rows(account.shown)),
        **{f"rows_{outcome}": n for outcome, n in ended.items()},
        "refused": words.number(len(account.refused)),
        "sums": words.number(merged),
        "revised": words.number(len(account.revisions)),
        **{f"revised_{kind}": words.number(n) for kind, n in revised.items()},
    }


def _detected(answer: Answer, words: Words) -> dict[str, str]:
    year = default_year(answer)
    shown = region(answer, year)
    return {
        "year": str(year),
        "reporting": words.number(len(shown.reporting)),
        "detected": words.interval(shown.count) if shown.count else words("none"),
    }
