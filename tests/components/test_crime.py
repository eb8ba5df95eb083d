"""The overview of smuggling of migrants: its one indicator, its noun, what sets the crimes apart, and its context."""

from collections.abc import Callable

import pytest
from drawn import barred
from tree import parse

from components.controls.as_links import as_links, values
from components.document.first_paint import to_html
from components.i18n import Words
from components.pages import open_page
from components.pages.overview.crimes import difference
from components.pages.overview.movement import ENCOUNTERS, GRAPHS, PANELS, READ, Movement
from components.pages.overview.page import Overview
from components.theme import Figure
from components.url.view import View
from data.context_vocabulary import Area
from data.dataset import Dataset
from data.vocabulary import Country, Crime, Indicator, Status

Opened = Callable[..., Overview]
SMUGGLING = "crime=smuggling_of_migrants"


def drawn(movement: Movement) -> dict[str, Figure]:
    return {picture.name: picture.figure for picture in movement.pictures() if picture.figure}


def said(movement: Movement) -> str:
    """All that is read of the panels."""
    sentences = [line for picture in movement.pictures() for line in picture.said]
    return " ".join([*sentences, *map(text, movement.read().values())])


def text(markup: str) -> str:
    return " ".join("".join(parse(f"<div>{markup}</div>").itertext()).split())


def test_the_figures_are_those_of_smuggling_alone(overview: Opened) -> None:
    page = overview(f"?{SMUGGLING}")
    assert page.answer.years == range(2020, 2022)
    assert {c.country: c.count and c.count.low for c in page.answer.reporting(2021)} == {"BOL": 30, "ESP": 40}
    said = page.finding(2021)
    assert said.figure == "In 2021, 2 of 22 countries reported 70 recorded offences of smuggling of migrants"
    assert "more than in 2020 (1 comparable country)" in said.change  # of Bolivia alone: 10, then 30
    assert said.change.startswith("200%")


@pytest.mark.parametrize("chart", ["map", "series", "rank", "table"])
def test_those_who_do_not_report_are_there_and_say_so(overview: Opened, chart: str) -> None:
    page = overview(f"?{SMUGGLING}&year=2021&chart={chart}")
    assert {c.status for c in page.answer.by_country(2021) if c.country not in ("BOL", "ESP")} == {Status.NOT_REPORTED}
    assert str(page.parts()["rank"]["html"]).count("[x]") == 40  # number and rate of twenty countries
    assert "victim" not in page.title + page.description


def test_the_address_names_the_crime_and_leaves_its_only_indicator_out() -> None:
    view, ignored = View.parse("/en/overview", f"?{SMUGGLING}")
    assert (view.indicator, ignored) == (Indicator.OFFENCES_RECORDED, ())
    assert view.url == f"/en/overview?{SMUGGLING}"
    assert View.from_url("/en/overview", f"?{SMUGGLING}&indicator=offences_recorded").url == view.url


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("indicator=victims_detected", ("indicator", "victims_detected", "offences_recorded")),
        ("indicator=persons_convicted", ("indicator", "persons_convicted", "offences_recorded")),
        ("sex=female", ("sex", "female", "total")),
        ("age=age_0_17", ("age", "age_0_17", "total")),
        ("exploitation=forced_labour", ("exploitation", "forced_labour", "total")),
        ("years=2019-2021", ("years", "2019-2021", "2020-2021")),
    ],
)
def test_what_is_not_collected_of_smuggling_falls_back_in_one_line(
    overview: Opened, asked: str, line: tuple[str, str, str]
) -> None:
    page = overview(f"?{SMUGGLING}&{asked}")
    assert page.ignored == [line]
    assert page.view.url == f"/en/overview?{SMUGGLING}"
    assert line[1] in str(page.notice())


def test_each_crime_leads_to_a_view_that_it_can_answer(overview: Opened) -> None:
    page = overview("?sex=female&year=2019&years=2019-2022&measure=rate")
    leads = {link.href for link in as_links(page.page()["overview-crimes"], page.view).children[0].children}
    assert leads == {page.view.url, f"/en/overview?{SMUGGLING}&measure=rate"}
    page = overview(f"?{SMUGGLING}&year=2020")
    assert [link.href for link in as_links(page.page()["overview-crimes"], page.view).children[0].children] == [
        "/en/overview?indicator=offences_recorded",
        f"/en/overview?{SMUGGLING}&year=2020",
    ]


def test_only_smuggling_shows_what_is_not_trafficking(overview: Opened) -> None:
    trafficking, smuggling = overview("").parts(), overview(f"?{SMUGGLING}").parts()
    assert (trafficking["difference"]["html"], trafficking["movement"]["hidden"]) == ("", True)
    assert all(trafficking[f"{name}-place"]["hidden"] and not trafficking[f"{name}-title"]["html"] for name in GRAPHS)
    assert not any(trafficking[name]["html"] for name in READ)
    assert not smuggling["movement"]["hidden"]
    assert "Two crimes" in smuggling["difference"]["html"]
    assert {"indicator", "sex"} <= set(values(trafficking["controls"]["children"]))
    assert not {"indicator", "sex"} & set(values(smuggling["controls"]["children"]))


def test_the_file_has_the_crime_in_each_row(overview: Opened) -> None:
    frame = overview(f"?{SMUGGLING}").rows()
    assert set(frame["crime"]) == {"smuggling_of_migrants"}
    assert frame["low"].dropna().tolist() == [10, 30, 40]


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_the_two_crimes_differ_in_four_things_said_of_each(language: str, request: pytest.FixtureRequest) -> None:
    words: Words = request.getfixturevalue(language)
    drawn = parse(difference(words))
    cards = drawn.findall(".//article")
    assert [card.findtext("h3") for card in cards] == [words.label(crime) for crime in reversed(Crime)]
    assert [len(card.findall(".//dd")) for card in cards] == [4, 4]
    assert all(card.find("svg").get("aria-hidden") == "true" for card in cards)  # type: ignore[union-attr]


def test_encounters_are_added_as_the_ranges_that_they_are(real: Dataset, en: Words) -> None:
    found = Movement(real, (Country.MEX, Country.PRT), (2023, 2025), en)
    shown = drawn(found)
    assert ("2023", "584,440–584,460  2 citizenships") in barred(shown["overview-by-year"])  # 584,430 and 20, each by 5
    assert barred(shown["overview-by-citizenship"]) == [("Mexico", "506,205–506,215"), ("Portugal", "25–35")]
    assert "To November 30, 2024: 46,445–46,455 (part of a year, without a bar)." in said(found)
    assert "country=MEX,PRT&amp;year=2023-2025" in found.read()[f"about-{ENCOUNTERS}"]


def test_a_minimum_is_said_to_be_one(real: Dataset, en: Words) -> None:
    shown = drawn(Movement(real, (), (2010, 2014), en))
    assert barred(shown[f"overview-deaths-{Area.AMERICAS}"]) == [("2014", "at least 201")]
    assert barred(shown["overview-darien"])[0] == ("2010", "at least 559")


def test_pages_that_contradict_each_other_are_both_drawn_and_named(real: Dataset, en: Words) -> None:
    found = Movement(real, (), None, en)
    darien = drawn(found)["overview-darien"]
    assert [row for row in barred(darien) if row[1].endswith("⚑")] == [("2021", "91,000  ⚑"), ("2021", "133,000  ⚑")]
    told = [each for trace in darien["data"] if trace["name"] == "row" for each in trace["hovertext"]]
    assert [each.rpartition("<br>")[2] for each in told if "⚑" in each] == [en("context.contradicts")] * 2
    assert said(found).count("2023, unfinished; the day of the count is not printed") == 3


def test_each_panel_says_what_it_is_not_and_where_it_is_from(real: Dataset, en: Words) -> None:
    read = Movement(real, (), None, en).read()
    panels = [parse(f"<div>{read[f'about-{measure}']}</div>") for measure in PANELS]
    assert len(panels) == 3
    for panel in panels:
        assert (panel.findtext(".//p[@class='not']") or "").startswith("They are n")
        assert panel.find(".//p[@class='source']") is not None
        link = panel.find(".//p[@class='take']/a")
        assert link is not None
        assert str(link.get("href")).startswith("/api/v1/context.csv?measure=")


def test_where_nobody_publishes_a_plain_line_says_so(real: Dataset, small: Dataset, en: Words) -> None:
    nobody = said(Movement(real, (Country.AND,), None, en))
    assert nobody.count("Nobody publishes this figure") == 1  # no encounters of Andorrans are listed
    assert said(Movement(small, (), None, en)).count("Nobody publishes this figure") == 4


def test_each_graph_of_the_panels_leads_to_a_picture_of_its_own(real: Dataset) -> None:
    view = View.from_url("/en/overview", f"?{SMUGGLING}&countries=MEX")
    page = open_page(view, (), real)
    drawn = parse(to_html(page.page()))
    own = {f"{view.file('png')}&place=overview-{name}" for name in GRAPHS}
    assert {link.get("href") for link in drawn.iterfind(".//div[@class='camera']/a")} == {view.file("png"), *own}
