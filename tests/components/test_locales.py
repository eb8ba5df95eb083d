"""Which locale a tag of a language leads to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.i18n import catalogue_file
from components.url.choices import BASES, Language, Locale, language_of
from components.url.locales import locale_of, preferred, renamed

COMMA = ("ES", "AR", "BO", "CL", "CO", "CR", "EC", "PY", "UY", "VE")  # by CLDR 46: the mark of each country's figures
POINT = ("MX", "GT", "HN", "SV", "NI", "PA", "DO", "CU", "PE", "US", "PR")


def test_spanish_goes_by_the_decimal_mark_of_the_country() -> None:
    assert {locale_of(f"es-{region}") for region in COMMA} == {Locale.ES}
    assert {locale_of(f"es-{region}") for region in POINT} == {Locale.ES_419}


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("es-419", Locale.ES_419),
        ("ES_mx", Locale.ES_419),
        ("es-Latn-MX", Locale.ES_419),
        ("es-ZZ", Locale.ES),
        ("pt", Locale.PT),
        ("pt-BR", Locale.PT),
        ("pt-pt", Locale.PT_PT),
        ("pt-AO", Locale.PT_PT),
        ("pt-MZ", Locale.PT_PT),
        ("pt-ZZ", Locale.PT),
        ("EN-us", Locale.EN),
        ("gl-ES", None),
        ("*", None),
        ("", None),
        ("español", None),
    ],
)
def test_a_tag_leads_to_the_nearest_locale(tag: str, locale: Locale | None) -> None:
    assert locale_of(tag) is locale


@pytest.mark.parametrize(
    ("tags", "locale"),
    [
        (["es-MX", "es", "en"], Locale.ES_419),
        (["fr-CA", "pt-AO", "pt", "es"], Locale.PT_PT),
        (["fr", "*"], Locale.ES),
        ([], Locale.ES),
    ],
)
def test_the_first_tag_of_ours_is_taken_and_in_doubt_spanish(tags: list[str], locale: Locale) -> None:
    assert preferred(tags) is locale


@given(st.text() | st.builds("/{}/{}".format, st.sampled_from(["es-MX", "PT", "en-gb", "pt-PT"]), st.text()))
def test_a_path_is_renamed_once_and_then_for_good(path: str) -> None:
    if own := renamed(path):
        assert renamed(own) is None
        assert own.split("/")[1] in set(Locale)


def test_a_locale_is_its_own_tag_and_of_one_language() -> None:
    assert [locale_of(each) for each in Locale] == list(Locale)
    assert [language_of(each) for each in BASES] == list(Language)
    assert all(catalogue_file(each).exists() for each in BASES)
