"""The reader's language: numbers, plurals and names as CLDR and the catalogues have them."""

import re
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from components import i18n
from components.cells import State
from components.files.slides import SPOKEN
from components.i18n import ALPHA_2, EN_DASH, MINUS, NARROW, Words, words
from components.url.choices import Chart, Language, Layout, Locale, Page, Theme
from data.interval import Interval
from data.schema.cooperation import DESCRIBED_IN
from data.vocabulary import Age, Country, Exploitation, Flag, Indicator, Measure, Panel, Sex

LOCALES = [words(locale) for locale in Locale]
each_locale = pytest.mark.parametrize("said", LOCALES, ids=list(Locale))


def test_the_words_of_a_language_are_made_once() -> None:
    assert words(Locale.ES) is words(Locale.ES)


@each_locale
def test_an_unknown_key_is_an_error_and_never_shown(said: Words) -> None:
    with pytest.raises(KeyError, match=rf"{said.language}\.po has no message 'no\.such\.key'"):
        said("no.such.key")
    with pytest.raises(KeyError, match=r"no\.such\.key"):
        said.count("no.such.key", 1)


@each_locale
@pytest.mark.parametrize(
    "kind", [Indicator, Sex, Age, Exploitation, Measure, Panel, Chart, Layout, Theme, Page, Language]
)
def test_every_word_that_can_be_chosen_has_a_name_of_its_own(said: Words, kind: type[StrEnum]) -> None:
    labels = [said.label(value) for value in kind]
    assert len(set(labels)) == len(kind)


@each_locale
def test_every_flag_and_state_has_a_sentence(said: Words) -> None:
    sentences = [said(f"flag.{flag}") for flag in Flag] + [said(f"state.{state}") for state in State]
    assert len(set(sentences)) == len(Flag) + len(State)


@pytest.mark.parametrize(
    ("locale", "printed"),
    [
        (Locale.ES, ["0", "999", "1 186", "1 234 567", "12,35"]),
        (Locale.ES_419, ["0", "999", "1 186", "1 234 567", "12.35"]),
        (Locale.PT, ["0", "999", "1 186", "1 234 567", "12,35"]),
        (Locale.PT_PT, ["0", "999", "1 186", "1 234 567", "12,35"]),
        (Locale.EN, ["0", "999", "1,186", "1,234,567", "12.35"]),
    ],
)
def test_numbers_are_grouped_as_readers_know_them(locale: Locale, printed: list[str]) -> None:
    said = words(locale)
    shown = [said.number(n) for n in (0, 999, 1186, 1_234_567)] + [said.number(12.345678, 2)]
    assert shown == [each.replace(" ", NARROW) for each in printed]


@given(st.floats(-1e9, 1e9) | st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_numbers_are_rounded_as_cldr_has_it_and_lead_back_to_themselves(value: float, digits: int) -> None:
    pattern = f"#,##0.{'0' * digits}" if digits else "#,##0"
    for said in LOCALES:
        for shown, form in ((said.number(value, digits), pattern), (said.rate_limit(value), "#,##0.######")):
            by_babel = format_decimal(value + 0.0, format=form, locale="en")  # there is no zero below zero
            assert shown.count(said.group) == by_babel.count(",")
            plain = shown.translate({ord(said.group): None, ord(said.decimal): ".", ord(MINUS): "-"})
            assert plain == by_babel.replace(",", "")


@pytest.mark.parametrize("locale", Locale)
def test_the_decimal_mark_is_that_of_cldr(locale: Locale) -> None:
    assert words(locale).number(0.5, 1) == format_decimal(0.5, locale=locale.replace("-", "_"))


def test_a_negative_number_has_a_true_minus(en: Words) -> None:
    assert en.number(-5) == f"{MINUS}5"


@pytest.mark.parametrize(
    ("rate", "printed"), [(0, "0"), (0.0004, "0.000"), (0.0449, "0.045"), (0.1, "0.10"), (12.345, "12.34")]
)
def test_small_rates_have_a_third_decimal_and_zero_is_plain(en: Words, rate: float, printed: str) -> None:
    assert en.rate(rate) == printed


def test_class_limits_of_rates_have_as_many_decimals_as_they_need(es: Words) -> None:
    assert [es.rate_limit(limit) for limit in (0.025, 0.5, 10, 2500)] == ["0,025", "0,5", "10", f"2{NARROW}500"]


def test_an_exact_figure_is_plain_and_a_range_has_both_ends(es: Words, en: Words) -> None:
    assert es.interval(Interval(1186, 1186)) == f"1{NARROW}186"
    assert en.interval(Interval(1133, 1141)) == f"1,133{EN_DASH}1,141"
    assert en.interval(Interval(0, 0.04), is_rate=True) == f"0{EN_DASH}0.040"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_range_of_counts_is_never_printed_as_one_figure(low: int, width: int) -> None:
    for said in LOCALES:
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
    assert es.percent(Interval(0.08, 0.21)) == f"+8{NARROW}% a +21{NARROW}%"
    assert pt.percent(Interval(0.08, 0.21)) == f"+8{NARROW}% a +21{NARROW}%"


@pytest.mark.parametrize(
    ("locale", "none", "one", "many"),
    [
        (Locale.ES_419, "0 países no han", "1 país no ha", f"1{NARROW}000 países no han"),
        (Locale.PT, "0 país não publicou", "1 país não publicou", f"1{NARROW}000 países não publicaram"),
        (Locale.PT_PT, "0 países não publicaram", "1 país não publicou", f"1{NARROW}000 países não publicaram"),
        (Locale.EN, "0 countries have", "1 country has", "1,000 countries have"),
    ],
)
def test_plurals_follow_the_language(locale: Locale, none: str, one: str, many: str) -> None:
    for n, start in ((0, none), (1, one), (1000, many)):
        assert words(locale).count("caveat.missing", n, year=2022).startswith(start)


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        (Locale.ES, ["España", "Brasil", "Rumanía"]),
        (Locale.ES_419, ["España", "Brasil", "Rumania"]),
        (Locale.PT, ["Espanha", "Brasil", "Romênia"]),
        (Locale.PT_PT, ["Espanha", "Brasil", "Roménia"]),
        (Locale.EN, ["Spain", "Brazil", "Romania"]),
    ],
)
def test_countries_have_the_names_of_cldr(locale: Locale, names: list[str]) -> None:
    said = words(locale)
    assert [said.country(Country.ESP), said.country("BRA"), said.country("ROU")] == names
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


@each_locale
def test_a_per_cent_that_rounds_to_zero_has_no_sign(said: Words) -> None:
    assert said.percent(Interval(-0.001, -0.001))[0] == "0"


def test_what_no_catalogue_holds_is_said_in_every_language_too() -> None:
    assert {*DESCRIBED_IN} == {*Language}
    assert SPOKEN.keys() == {*Locale}


@pytest.mark.parametrize(
    "catalogue", sorted((Path(i18n.__file__).parent / "locale").glob("*.po")), ids=lambda path: path.stem
)
def test_a_figure_and_its_percent_sign_stay_on_one_line(catalogue: Path) -> None:
    assert re.findall(r"[}\d] %(?!\d).*", catalogue.read_text(encoding="utf-8")) == []
