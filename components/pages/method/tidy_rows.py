"""The chapters on method as rows to take away: their text, the ledger, the marks of the calendars."""

from collections.abc import Sequence

import pandas as pd

from components.i18n import Words
from components.pages.method.chapters import Prose
from components.pages.method.curation_log import rule
from data.queries.coverage import Calendar, Mark
from data.queries.curation_log import Account

LEDGER = ["source", "outcome", "rule", "rows", "outcome_label", "rule_label"]


def texts(sections: Sequence[Prose]) -> pd.DataFrame:
    """A row for each section of a chapter, without markup."""
    return pd.DataFrame({"section": range(1, len(sections) + 1), "text": [each.html.striptags() for each in sections]})


def ledger(account: Account, words: Words) -> pd.DataFrame:
    """A row for each source, outcome and rule: how many raw rows."""
    found = [
        (source, str(e.outcome), e.rule, n, words.label(e.outcome), rule(e.rule, words))
        for e in account.entries
        for source, n in sorted(e.rows.items())
    ]
    return pd.DataFrame(found, columns=LEDGER)


def marks(calendars: Sequence[Calendar], words: Words) -> pd.DataFrame:
    """A row for each country and year of the calendars, with names beside codes."""
    frame = pd.concat([each.frame() for each in calendars])
    frame["country_label"] = [words.country(code) for code in frame["country"]]
    frame["mark_label"] = [words(f"method.mark.{Mark(mark)}") for mark in frame["mark"]]
    return frame
