"""The reader's language: numbers, plurals and names as CLDR and the catalogues have them."""

from datetime import date
from enum import StrEnum

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from components.cells import State
from components.files.slides import SPOKEN
from components.i18n import ALPHA_2, EN_DASH, MINUS, Words, words
from components.url.choices import Chart, Language, Layout, Page, Theme
from data.interval import Interval
from data.schema.cooperation import DESCRIBED_IN
from data.vocabulary import Age, Country, Exploitation, Flag, Indicator, Measure, Panel, Sex

LANGUAGES = [words(language) for language in Language]
CHOICES = [Indicator, Sex, Age, Exploitation, Measure, Panel, Chart, Layout, Theme, Page, Language]
each_language = pytest.mark.parametrize("said", LANGUAGES, ids=list(Language))


def test_the_words_of_a_language_are_made_once() -> None:
    assert words(Language.ES) is words(Language.ES)


@each_language
def test_an_unknown_key_is_an_error_and_never_shown(said: Words) -> None:
    with pytest.raises(KeyError, match=rf"{said.language}\.po has no message 'no\.such\.key'"):
        said("no.such.key")
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        said.count("no.such.key", 1)


@each_language
@pytest.mark.parametrize(
    "kind", [Indicator, Sex, Age, Exploitation, Measure, Panel, Chart, Layout, Theme, Page, Language]
)
def test_every_word_that_can_be_chosen_has_a_name_of_its_own(said: Words, kind: type[StrEnum]) -> None:
    labels = [said.label(value) for value in kind]
    assert len(set(labels)) == len(kind)


@each_language
def test_every_flag_and_state_has_a_sentence(said: Words) -> None:
    sentences = [said(f"flag.{flag}") for flag in Flag] + [said(f"state.{state}") for state in State]
    assert len(set(sentences)) == len(Flag) + len(State)


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        (Language.ES, ["0", "999", "1.186", "1.234.567", "12,35"]),
        (Language.PT, ["0", "999", "1.186", "1.234.567", "12,35"]),
        (Language.EN, ["0", "999", "1,186", "1,234,567", "12.35"]),
    ],
)
def test_numbers_are_grouped_as_readers_know_them(language: Language, printed: list[str]) -> None:
    said = words(language)
    assert [said.number(n) for n in (0, 999, 1186, 1_234_567)] + [said.number(12.345678, 2)] == printed


@given(st.floats(-1e9, 1e9) | st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_numbers_are_rounded_and_marked_as_cldr_has_it(value: float, digits: int) -> None:
    pattern = f"#,##0.{'0' * digits}" if digits else "#,##0"
    for said in LANGUAGES:
        by_babel = format_decimal(value, format=pattern, locale=said.language)
        assert said.number(value, digits) == by_babel.replace("-", MINUS)
        limit = format_decimal(value, format="#,##0.######", locale=said.language)
        assert said.rate_limit(value) == limit.replace("-", MINUS)


def test_a_negative_number_has_a_true_minus(en: Words) -> None:
    assert en.number(-5) == f"{MINUS}5"


@pytest.mark.parametrize(
    ("rate", "printed"), [(0, "0"), (0.0004, "0.000"), (0.0449, "0.045"), (0.1, "0.10"), (12.345, "12.34")]
)
def test_small_rates_have_a_third_decimal_and_zero_is_plain(en: Words, rate: float, printed: str) -> None:
    assert en.rate(rate) == printed


def test_class_limits_of_rates_have_as_many_decimals_as_they_need(es: Words) -> None:
    assert [es.rate_limit(limit) for limit in (0.025, 0.5, 10, 2500)] == ["0,025", "0,5", "10", "2.500"]


def test_an_exact_figure_is_plain_and_a_range_has_both_ends(es: Words, en: Words) -> None:
    assert es.interval(Interval(1186, 1186)) == "1.186"
    assert en.interval(Interval(1133, 1141)) == f"1,133{EN_DASH}1,141"
    assert en.interval(Interval(0, 0.04), is_rate=True) == f"0{EN_DASH}0.040"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_range_of_counts_is_never_printed_as_one_figure(low: int, width: int) -> None:
    for said in LANGUAGES:
        assert said.interval(Interval(low, low)) == said.number(low)
        assert said.interval(Interval(low, low + width)).split(EN_DASH) == [said.number(low), said.number(low + width)]


@pytest.mark.parametrize(
    ("change", "printed"),
    [
        ((0.13, 0.13), "+13%"),
        ((0, 0), "0%"),
        ((-0.5, -0.5), f"{MINUS}50%"),
        ((0.084, 0.21), "+8% to +21%"),
        ((-0.2, 0.2), f"{MINUS}20% to +20%"),
        ((-0.004, 0.004), "0%"),
        ((12, 12), "+1,200%"),
    ],
)
def test_a_change_is_signed_per_cent(en: Words, change: tuple[float, float], printed: str) -> None:
    assert en.percent(Interval(*change)) == printed


def test_per_cent_is_set_as_the_language_sets_it(es: Words, pt: Words) -> None:
    assert es.percent(Interval(0.08, 0.21)).replace("\N{NO-BREAK SPACE}", " ") == "+8 % a +21 %"
    assert pt.percent(Interval(0.08, 0.21)) == "+8% a +21%"


@pytest.mark.parametrize(
    ("language", "none", "one", "many"),
    [
        (Language.ES, "0 países no han", "1 país no ha", "1.000 países no han"),
        (Language.PT, "0 país não publicou", "1 país não publicou", "1.000 países não publicaram"),
        (Language.EN, "0 countries have", "1 country has", "1,000 countries have"),
    ],
)
def test_plurals_follow_the_language(language: Language, none: str, one: str, many: str) -> None:
    for n, start in ((0, none), (1, one), (1000, many)):
        assert words(language).count("caveat.missing", n, year=2022).startswith(start)


@pytest.mark.parametrize(
    ("language", "names"),
    [(Language.ES, ["España", "Brasil"]), (Language.PT, ["Espanha", "Brasil"]), (Language.EN, ["Spain", "Brazil"])],
)
def test_countries_have_the_names_of_cldr(language: Language, names: list[str]) -> None:
    said = words(language)
    assert [said.country(Country.ESP), said.country("BRA")] == names
    assert len({said.country(country) for country in Country}) == 22
    assert all(said.country(code) for code in ALPHA_2)


def test_a_code_for_private_use_is_no_country(en: Words) -> None:
    with pytest.raises(KeyError):
        en.country("AAA")


def test_dates_and_lists_are_written_out(es: Words, pt: Words, en: Words) -> None:
    day = date(2025, 10, 28)
    assert [said.date(day) for said in (es, pt, en)] == [
        "28 de octubre de 2025",
        "28 de outubro de 2025",
        "October 28, 2025",
    ]
    assert [said.names(["A", "B", "C"]) for said in (es, pt, en)] == ["A, B y C", "A, B e C", "A, B, and C"]
    assert es.names(["A"]) == "A"


def test_accents_do_not_count_in_alphabetical_order(es: Words) -> None:
    assert sorted(["Perú", "Panamá", "Ávila", "España", "bolivia"], key=es.sort_key) == [
        "Ávila",
        "bolivia",
        "España",
        "Panamá",
        "Perú",
    ]


@pytest.mark.parametrize("braced", ["{x}", "{0}", "%s"])
def test_a_value_set_into_a_sentence_is_not_read_as_one(en: Words, braced: str) -> None:
    assert braced in en("notice.ignored", parameter=braced, value="v", accepted="a")


@each_language
def test_a_per_cent_that_rounds_to_zero_has_no_sign(said: Words) -> None:
    assert said.percent(Interval(-0.001, -0.001))[0] == "0"


def test_what_no_catalogue_holds_is_said_in_every_language_too() -> None:
    assert {*DESCRIBED_IN} == SPOKEN.keys() == {*Language}
