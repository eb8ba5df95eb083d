"""The words of the law in three languages side by side, each with the treaty that defines it."""

from enum import StrEnum

import pandas as pd

from components.i18n import Words, words
from components.tables.table import Table, TableCell, TableRow, column
from components.url.choices import Language, Locale
from data.cooperation_vocabulary import Treaty


class Term(StrEnum):
    """A word of the law, or of the statistics about it."""

    TRAFFICKING_IN_PERSONS = "trafficking_in_persons"
    SMUGGLING_OF_MIGRANTS = "smuggling_of_migrants"
    EXPLOITATION = "exploitation"
    VULNERABILITY = "vulnerability"
    CONSENT = "consent"
    CHILD = "child"
    VICTIM = "victim"
    DETECTED_VICTIM = "detected_victim"
    FORCED_LABOUR = "forced_labour"
    SLAVERY = "slavery"
    ILLEGAL_ENTRY = "illegal_entry"
    REPATRIATION = "repatriation"
    LEGAL_ASSISTANCE = "legal_assistance"
    EXTRADITION = "extradition"
    JOINT_INVESTIGATION = "joint_investigation"
    TRANSFER_OF_PROCEEDINGS = "transfer_of_proceedings"


# Treaty and article that define or name each term; None where it is a word of the statistics.
DEFINED: dict[Term, tuple[Treaty, str] | None] = {
    Term.TRAFFICKING_IN_PERSONS: (Treaty.TRAFFICKING_PROTOCOL, "3 a)"),
    Term.SMUGGLING_OF_MIGRANTS: (Treaty.SMUGGLING_PROTOCOL, "3 a)"),
    Term.EXPLOITATION: (Treaty.TRAFFICKING_PROTOCOL, "3 a)"),
    Term.VULNERABILITY: (Treaty.TRAFFICKING_PROTOCOL, "3 a)"),
    Term.CONSENT: (Treaty.TRAFFICKING_PROTOCOL, "3 b)"),
    Term.CHILD: (Treaty.TRAFFICKING_PROTOCOL, "3 d)"),
    Term.VICTIM: (Treaty.TRAFFICKING_PROTOCOL, "6"),
    Term.DETECTED_VICTIM: None,
    Term.FORCED_LABOUR: (Treaty.TRAFFICKING_PROTOCOL, "3 a)"),
    Term.SLAVERY: (Treaty.SLAVERY_CONVENTION, "1"),
    Term.ILLEGAL_ENTRY: (Treaty.SMUGGLING_PROTOCOL, "3 b)"),
    Term.REPATRIATION: (Treaty.TRAFFICKING_PROTOCOL, "8"),
    Term.LEGAL_ASSISTANCE: (Treaty.UNTOC, "18"),
    Term.EXTRADITION: (Treaty.UNTOC, "16"),
    Term.JOINT_INVESTIGATION: (Treaty.UNTOC, "19"),
    Term.TRANSFER_OF_PROCEEDINGS: (Treaty.UNTOC, "21"),
}


def glossary(w: Words) -> Table:
    """One row a term: the three words, the reader's own first in sight, what it means, where it is defined."""
    heads = [*(column(w(f"language.{language}")) for language in Language)]
    heads += [column(w("method.head.meaning")), column(w("method.head.defined"))]
    rows = [
        TableRow(
            [
                *(_term(term, language, w) for language in Language),
                TableCell(w(f"meaning.{term}"), tone="meaning"),
                TableCell(defined(term, w), tone="defined"),
            ]
        )
        for term in Term
    ]
    return Table(w("method.title.glossary"), heads, [rows], "glossary", "glossary")


def _term(term: Term, language: Language, w: Words) -> TableCell:
    is_own = language is w.language
    locale = w.locale if is_own else Locale(language)
    return TableCell(words(locale).label(term), head="row" if is_own else "", lang=str(locale))


def defined(term: Term, w: Words) -> str:
    """Treaty and article."""
    where = DEFINED[term]
    return w("method.article", treaty=w(f"treaty.{where[0]}"), article=where[1]) if where else w("method.our_word")


def frame(w: Words) -> pd.DataFrame:
    """The glossary as rows: the code of the term, its word in each language, meaning and place in the reader's."""
    return pd.DataFrame(
        [
            {
                "term": str(term),
                **{str(language): words(Locale(language)).label(term) for language in Language},
                "meaning": w(f"meaning.{term}"),
                "defined": defined(term, w),
            }
            for term in Term
        ]
    )
