"""What stands out, in words: each kind of fact in three languages, with its figures as published."""

from collections.abc import Callable

import pytest
from tree import parse, text

from components.captions.insights import insight_list, sentences
from components.i18n import Words, words
from components.pages.overview.page import Overview
from components.url.choices import Language
from data.interval import Interval
from data.model import Answer, Cell, Selection
from data.queries.insights import Fact, Kind, facts
from data.vocabulary import Country, Exploitation, Indicator, Sex, Status

Opened = Callable[..., Overview]
ARG, BOL, ESP, PER = Country.ARG, Country.BOL, Country.ESP, Country.PER
HIDDEN, TEN, HUNDRED = Interval(0, 4), Interval(10, 10), Interval(1000, 1000)

NOUN, LARGEST = "detected trafficking victims", "Largest change in absolute numbers among"


def answer_of(sex: Sex = Sex.TOTAL, form: Exploitation = Exploitation.TOTAL) -> Answer:
    """Argentina's thousand, Spain's ten, and `<5` everywhere else; in 2019 the half of Argentina."""
    cells = {}
    for country in Country:
        for year in (2019, 2020):
            count = {ARG: HUNDRED if year == 2020 else Interval(500, 500), ESP: TEN}.get(country, HIDDEN)
            status = Status.EXACT if count.is_exact else Status.SUPPRESSED
            cells[country, year] = Cell(country, year, status, count)
    return Answer(Selection(Indicator.VICTIMS_DETECTED, 2019, 2020, sex, exploitation=form), cells)


SAID = [
    (
        Fact(Kind.CHANGE, 2020, (ARG,), (2019, 2020), (Interval(500, 500), HUNDRED), of=20),
        f"{LARGEST} 20 comparable countries: Argentina, from 500 {NOUN} in 2019 to 1,000 in 2020.",
    ),
    (
        Fact(Kind.CHANGE, 2020, (BOL,), (2019, 2020), (HIDDEN, HIDDEN), of=3),
        f"{LARGEST} 3 comparable countries: Bolivia, from <5 {NOUN} in 2019 to <5 in 2020.",
    ),
    (
        Fact(Kind.RECORD, 2020, (ARG, BOL), (2010, 2023), (HUNDRED, HIDDEN)),
        f"More {NOUN} than in any other published year of 2010–2023: Argentina (1,000) and Bolivia (<5).",
    ),
    (
        Fact(Kind.SINCE, 2020, (ARG,), (2019, 2020), (Interval(500, 500), HUNDRED)),
        "Argentina: 500 detected trafficking victims in 2019, 1,000 in 2020.",
    ),
    (
        Fact(Kind.SINCE, 2020, (ARG, BOL), (2010, 2020), (Interval(8, 12), Interval(1000, 1004))),
        "The 2 countries comparable with 2010: 8–12 detected trafficking victims then, 1,000–1,004 in 2020.",
    ),
    (
        Fact(Kind.NEW_REPORTER, 2020, (ESP,), (2010, 2019), (TEN,)),
        "First figure of the period, with none for 2010–2019: Spain (10).",
    ),
    (
        Fact(Kind.RETURNED, 2020, (BOL, ESP), (2012, 2019), (HIDDEN, TEN)),
        "Figures again, with none for 2012–2019: Bolivia (<5) and Spain (10).",
    ),
    (Fact(Kind.STOPPED, 2020, (ESP,), (2020, 2023)), "A figure for 2019 but none for 2020–2023: Spain."),
    (
        Fact(Kind.GAP, 2020, (ARG, BOL), (2019, 2021)),
        "No figures for 2019–2021, though there are before and after: Argentina and Bolivia.",
    ),
    (
        Fact(Kind.BREAK, 2020, (ESP,), (2018, 2018)),
        "Figures since 2018 are not comparable with earlier ones, for the series breaks: Spain.",
    ),
    (
        Fact(Kind.OVERLAP, 2020, (BOL, PER), (2020, 2020), (HIDDEN, HIDDEN)),
        "Which is higher cannot be told, because the ranges overlap: Bolivia (<5) and Peru (<5).",
    ),
    (
        Fact(Kind.CONCENTRATION, 2020, (ARG,), (2020, 2020), (HUNDRED,), 22, Interval(0.914, 0.99)),
        "Argentina accounts for 91–99% of all detected trafficking victims reported by 22 countries.",
    ),
    (
        Fact(Kind.CONCENTRATION, 2020, (ARG, ESP), (2020, 2020), (HUNDRED, TEN), 22, Interval(0.5, 0.5)),
        "Argentina and Spain account for 50% of all detected trafficking victims reported by 22 countries.",
    ),
]


@pytest.mark.parametrize(("fact", "sentence"), SAID, ids=[f"{fact.kind}-{len(fact.countries)}" for fact, _ in SAID])
def test_a_fact_is_said_with_its_countries_years_and_ranges(fact: Fact, sentence: str, en: Words) -> None:
    assert sentences([fact], answer_of(), en) == [sentence]


def test_every_kind_is_said() -> None:
    assert {fact.kind for fact, _ in SAID} == set(Kind)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("fact", [fact for fact, _ in SAID], ids=lambda fact: f"{fact.kind}-{len(fact.countries)}")
def test_a_fact_names_its_years_and_figures_in_every_language(fact: Fact, language: Language) -> None:
    w = words(language)
    (said,) = sentences([fact], answer_of(), w)
    assert "{" not in said
    assert said.endswith(".")
    if len(fact.countries) == 1:
        assert w.country(fact.countries[0]) in said
    if fact.kind not in (Kind.OVERLAP, Kind.CONCENTRATION, Kind.STOPPED):
        assert str(fact.years[0]) in said
    if fact.kind in (Kind.CHANGE, Kind.RECORD, Kind.SINCE, Kind.CONCENTRATION):
        assert {"es": "detectadas", "pt": "detectadas", "en": "detected"}[language] in said


def test_the_breakdown_stays_with_the_noun(es: Words) -> None:
    asked = answer_of(Sex.FEMALE, Exploitation.FORCED_LABOUR)
    (said,) = sentences([SAID[0][0]], asked, es)
    assert "víctimas de trata detectadas (mujeres; trabajo forzoso)" in said


def test_of_many_countries_four_are_named_and_the_others_counted(en: Words, pt: Words) -> None:
    many = tuple(Country)[:7]
    fact = Fact(Kind.OVERLAP, 2020, many, (2020, 2020), (HIDDEN,) * 7)
    assert sentences([fact], answer_of(), en)[0].endswith(
        ": Andorra (<5), Argentina (1,000), Bolivia (<5), Brazil (<5) and 3 more."
    )
    assert sentences([fact], answer_of(), pt)[0].endswith(" e mais 3.")
    held = Fact(Kind.CONCENTRATION, 2020, many, (2020, 2020), (HIDDEN,) * 7, 22, Interval(0.6, 0.6))
    assert "more" not in sentences([held], answer_of(), en)[0]  # whose share it is must be said


def test_countries_stand_in_the_readers_alphabet(es: Words) -> None:
    fact = Fact(Kind.GAP, 2020, (Country.DOM, Country.SLV, ESP), (2019, 2021))
    assert "El Salvador, España y República Dominicana" in sentences([fact], answer_of(), es)[0]


def test_the_list_has_a_heading_and_sets_the_countries_off(en: Words) -> None:
    drawn = parse(insight_list(answer_of(), 2020, en))
    said = [text(node) for node in drawn.iter("li")]
    assert [text(node) for node in drawn.iter("h2")] == ["What stands out in 2020"]
    assert said == sentences(facts(answer_of(), 2020), answer_of(), en)
    assert said[0].startswith("Largest change in absolute numbers among 22 comparable countries: Argentina")
    assert next(text(node) for node in drawn.iter("b")) == "Argentina"
    assert len(list(parse(insight_list(answer_of(), 2020, en, limit=1)).iter("li"))) == 1
    without = parse(insight_list(answer_of(), 2020, en, without={Kind.CHANGE}))
    assert "Largest" not in text(without)


def test_where_nothing_is_certain_there_is_no_list(overview: Opened) -> None:
    assert insight_list(overview("?countries=CHL&years=2019-2023").answer, 2022, words(Language.EN)) == ""


def test_the_overview_says_for_each_year_what_stands_out(overview: Opened) -> None:
    page = overview("?years=2019-2023")
    assert page.parts()["insights"]["html"] == page.frames()[page.year]["parts"]["insights"]["html"]
    said = {year: text(parse(frame["parts"]["insights"]["html"])) for year, frame in page.frames().items()}
    assert (
        "More detected trafficking victims than in any other published year of 2019–2023: Bolivia (50)." in said[2023]
    )
    assert "the series breaks: Spain" in said[2022]
    assert "the series breaks" not in said[2021]  # its flag says so that year
