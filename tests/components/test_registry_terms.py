"""What a contact point may write for a column or a code: every word that the site and its template have, in any
language. `PYTHONPATH=. python tests/components/test_registry_terms.py` adds what is missing; what was offered stays."""

import csv
from collections.abc import Iterator

from components.i18n import words
from components.pages.cooperation.form import TABLE, heading, label
from components.url.choices import Locale
from data.iso3166 import ALPHA_3
from data.registry.terms import COLUMN, TERMS, code, folded

HEAD = ("column", "code", "term")


def offered() -> Iterator[tuple[str, str, str]]:
    """Each word with its column and code."""
    for locale in Locale:
        say = words(locale)
        yield from ((COLUMN, field.name, heading(field, say)) for field in TABLE.fields)
        yield from (("country", each, say.country(each)) for each in ALPHA_3)
        for field in TABLE.fields:
            if field.name != "country":
                yield from ((field.name, each, label(field.name, each, say)) for each in field.enum)


def known() -> list[tuple[str, str, str]]:
    with TERMS.open(encoding="utf-8", newline="") as file:
        return [(row["column"], row["code"], row["term"]) for row in csv.DictReader(file)]


def test_every_word_that_is_offered_is_understood() -> None:
    unknown = [(column, each, term) for column, each, term in offered() if code(column, term) != each]
    assert not unknown, "PYTHONPATH=. python tests/components/test_registry_terms.py adds them"


def test_no_word_means_two_things() -> None:
    meant: dict[tuple[str, str], str] = {}
    for column, each, term in known():
        for said in (term, each):
            assert meant.setdefault((column, folded(said)), each) == each, said
    assert known() == sorted(set(known()))


def test_case_accents_and_marks_between_words_do_not_count() -> None:
    assert code("country", "  mexico ") == code("partner", "MÉXICO") == code("country", "mex") == "MEX"
    assert code("partner", "Cote d'Ivoire") == code("partner", "Côte d’Ivoire") == "CIV"
    assert code("country", "Mexiko City") is None


def renew() -> None:
    """Add the words of the catalogues that are not known yet, sorted."""
    before = known()
    meant = {(column, folded(term)) for column, _, term in before}
    new = {row for row in offered() if (row[0], folded(row[2])) not in meant}
    with TERMS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEAD, *sorted({*before, *new})])


if __name__ == "__main__":
    renew()
