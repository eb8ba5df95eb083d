"""What is said about an answer, by hand: headline, caveat, cards; and what stands under a picture."""

from collections.abc import Callable

import pytest
from tree import parse

from components.captions.headline import cards, headline
from components.captions.sources import flag_lines, lines
from components.pages.overview.page import Overview
from components.url.choices import Language
from data.vocabulary import Measure

Opened = Callable[..., Overview]
WINDOW = "years=2019-2023"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "In 2022, 3 of 22 countries reported 440 detected trafficking victims; between 19 and 27% more"),
        ("es", "En 2022, 3 de 22 países informaron de 440 víctimas de trata detectadas; entre un"),
        ("pt", "Em 2022, 3 de 22 países informaram 440 vítimas de tráfico de pessoas detectadas; entre"),
    ],
)
def test_the_headline_in_three_languages(overview: Opened, language: str, sentence: str) -> None:
    page = overview(f"?{WINDOW}", Language(language))
    found = page.finding(2022).sentence
    assert found.startswith(sentence.partition(";")[0])
    assert "2021" in found


def test_one_country_is_named_and_its_change_told(overview: Opened) -> None:
    said = overview(f"?{WINDOW}&countries=ARG").finding(2022)
    assert said.sentence == (
        "In 2022, Argentina reported 150 detected trafficking victims; 25% more than in 2021 (1 comparable country)."
    )


def test_a_country_after_a_break_is_not_compared(overview: Opened) -> None:
    said = overview(f"?{WINDOW}&countries=ESP").finding(2021).change
    assert said == "no change against 2019 is given: the series breaks (2021)"


def test_nobody_reporting_is_said_plainly(overview: Opened) -> None:
    assert overview(f"?{WINDOW}&countries=CHL").finding(2022).sentence == (
        "In 2022 nobody selected published detected trafficking victims."
    )


def test_an_empty_constant_panel_says_what_to_do(overview: Opened) -> None:
    assert "shorten it" in overview(f"?{WINDOW}&panel=constant&countries=ESP").finding(2022).sentence


def test_the_constant_panel_is_named(overview: Opened) -> None:
    said = overview("?years=2019-2022&panel=constant&countries=ARG,BOL").finding(2022).sentence
    assert said.startswith("In 2022, the 2 countries of the constant panel reported 190 detected trafficking victims")


def test_the_breakdown_is_part_of_what_is_counted(overview: Opened) -> None:
    said = overview(f"?{WINDOW}&sex=female").finding(2021).sentence
    assert "80–84 detected trafficking victims (female)" in said


def test_the_caveat_counts_who_is_missing_and_what_is_suppressed(overview: Opened) -> None:
    said = overview(f"?{WINDOW}").finding(2021).caveat
    assert said.startswith("Detected victims, not victims: a rise may mean better detection.")
    assert "19 countries have not published a figure for 2021." in said
    assert "1 figure is suppressed" in said


def test_who_made_the_change_unfolds_on_a_page_and_is_told_in_full_elsewhere(overview: Opened) -> None:
    page = overview(f"?{WINDOW}")
    said = page.finding(2022)
    assert said.made
    assert said.caveat.endswith(said.made)
    drawn = parse(headline(said, made="Where the change comes from"))
    assert said.made not in "".join(drawn.find(".//p[@class='caveat']").itertext())
    assert ["".join(node.itertext()) for node in drawn.iter("details")] == [f"Where the change comes from{said.made}"]
    assert "<details" not in headline(page.finding(2019), made="Where the change comes from")  # no year before


def test_the_cards_say_figure_coverage_change_and_ranges(overview: Opened) -> None:
    page = overview(f"?{WINDOW}")
    drawn = parse(cards(page.answer, 2021, Measure.COUNT, page.words))
    values = ["".join(node.itertext()) for node in drawn.iter("dd")]
    assert (values[0], values[1], values[3]) == ("360–364", "3/22", "1")


def test_a_rate_of_the_region_divides_by_those_who_report(overview: Opened) -> None:
    page = overview(f"?{WINDOW}&measure=rate")
    drawn = parse(cards(page.answer, 2022, Measure.RATE, page.words))
    assert next("".join(node.itertext()) for node in drawn.iter("dd")) == "0.44"  # 440 of 100 million


def test_flags_are_told_with_their_countries(overview: Opened) -> None:
    page = overview(f"?{WINDOW}")
    said = ["".join(node.itertext()) for node in parse(flag_lines(page.answer, 2021, page.words)).iter("li")]
    assert said == ["Spain: Break in the series: not comparable with earlier years."]


def test_under_a_picture_stand_source_release_terms_file_and_citation(overview: Opened) -> None:
    page = overview(f"?{WINDOW}&countries=ARG")
    drawn = parse(lines(page.view, page.sources, page.dataset, page.words))
    said = "".join(drawn.itertext())
    assert "A publisher, Counts & figures released October 28, 2025." in said
    assert "Terms: Cite the publisher" in said
    links = [node.get("href") for node in drawn.iter("a")]
    assert f"/en/overview.csv?{WINDOW}&countries=ARG" in links
    assert f"/api/v1/answer.xlsx?page=overview&labels=en&{WINDOW}&countries=ARG" in links
    assert "/api/v1/docs?labels=en" in links
    assert "data version small-1" in said
