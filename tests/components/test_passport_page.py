"""The passport as a page, and the links that lead to it: the number one reads is the number one arrives at."""

import csv as csv_file
import io
from collections.abc import Callable
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from tree import classed, parse, rows, seen, text

from components.document.first_paint import to_html
from components.files.csv import csv
from components.i18n import words
from components.pages import open_page
from components.pages.overview.page import Overview
from components.pages.passport.page import Figure
from components.url.choices import Language, Page
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country


def opened(dataset: Dataset, search: str, language: Language = Language.EN) -> Figure:
    view, ignored = View.parse(f"/{language}/figure", search)
    return Figure(view, ignored, dataset, words(language))


def tree(page: Figure) -> Element:
    return parse(to_html(page.page()))


def told(page: Figure, section: str) -> dict[str, str]:
    """The terms of a section and what is said of each."""
    (found,) = classed(tree(page), f"of-{section}")
    return {text(term): text(said) for term, said in zip(found.iter("th"), found.iter("td"), strict=True)}


def card(page: Figure) -> str:
    return text(next(parse(page.parts()["cards"]["html"]).iter("dd")))


def test_a_figure_says_what_it_is(small: Dataset) -> None:
    page = opened(small, "country=ARG&year=2022")
    assert page.title == "Detected trafficking victims: Argentina, 2022"
    assert page.finding.sentence == "Argentina, 2022: 150 detected trafficking victims."
    what = told(page, "what")
    assert what["Figure"] == "150 persons"
    assert what["Per 100,000 residents"] == (
        "0.38 = 150 × 100,000 / 40,000,000 residents of the same group and year (estimate, UN DESA)"
    )
    origin = told(page, "origin")
    assert origin["Row of the source"] == "Row 4 of the sheet of a.xlsx"
    assert origin["SHA-256 of the file"] == "0" * 64
    assert "Counts & figures" in origin["Source"]
    assert "persons whom authorities identified" in told(page, "meaning")["Definition"].lower()


def test_a_suppressed_figure_is_never_narrowed(small: Dataset) -> None:
    page = opened(small, "country=BOL&year=2021")
    assert card(page) == "<5"
    assert "0 to 4" in told(page, "what")["How it is known"]
    assert told(page, "what")["Per 100,000 residents"].startswith("0–0.040 = <5 × 100,000 / 10,000,000")


def test_a_range_without_residents_has_no_rate_and_its_flags(small: Dataset) -> None:
    what = told(opened(small, "country=ESP&year=2023"), "what")
    assert what["Figure"] == "30–34 persons"
    assert what["Per 100,000 residents"].startswith("Not computed")
    assert "Differs from the earlier release." in what["What to know"]


def test_what_is_not_published_says_so_and_which_years_are(small: Dataset) -> None:
    page = opened(small, "country=ARG&year=2023")
    assert page.finding.figure == "Argentina, 2023: the number of detected trafficking victims is not published"
    what = told(page, "what")
    assert what["Figure"] == "[x]"
    assert what["Published years"] == "4 years are published, between 2019 and 2022."
    never = told(opened(small, "country=CHL&year=2021"), "what")
    assert never["Published years"] == "No year is published."


def test_an_earlier_release_has_the_figure_of_then_and_says_what_changed(real: Dataset) -> None:
    search = "country=AND&year=2017&indicator=persons_convicted&release=2025-04-14"
    view, ignored = View.parse("/en/figure", search)
    then = open_page(view, ignored, real)
    assert isinstance(then, Figure)
    (change,) = [each for each in then.changed() if each.key.year == 2017]
    assert change.before is not None
    assert then.sheet.cell.count == change.before[:2]
    assert then.lasting.url == f"/en/figure?{search}"
    assert "Figures of the release of April 14, 2025" in text(parse(then.since()))


def test_what_was_refused_is_told_and_not_counted(real: Dataset) -> None:
    page = opened(real, "country=BRA&year=2020&sex=male&age=age_18_plus&exploitation=forced_labour")
    assert card(page) == "[x]"
    assert "quarantine" in page.description
    origin = told(page, "origin")
    assert "quarantine" in origin["What was not accepted"]
    (refused,) = (each for each in page.sheet.sections() if each.name == "origin")
    rows = [row.cells[1].text for row in refused.table.rows if row.cells[0].lang]
    assert [said.count("313") for said in rows] == [1, 1]
    assert any("row 7325" in said for said in rows)


def test_without_a_year_the_latest_published_is_shown_and_cited_by_its_year(small: Dataset) -> None:
    page = opened(small, "country=ARG")
    assert page.sheet.year == 2022
    assert page.view.url == "/en/figure?country=ARG"
    assert page.cited("https://x.org").address == "https://x.org/en/figure?country=ARG&year=2022&release=2025-10-28"


@pytest.mark.parametrize(
    ("search", "parameter"),
    [
        ("country=ARG&year=1950", "year"),
        ("country=FRA", "country"),
        ("country=ARG&flow=victims_repatriated", "flow"),
        ("country=ARG&partner=BOL&sex=female", "sex"),
        ("country=ARG&partner=XXX", "partner"),
    ],
)
def test_what_cannot_be_used_is_one_line_over_a_full_page(small: Dataset, search: str, parameter: str) -> None:
    page = opened(small, search)
    assert [ignored.parameter for ignored in page.ignored] == [parameter]
    assert len(classed(tree(page), "printed")) == 1


def test_a_flow_names_its_partner_and_what_is_left_out_is_no_zero(small: Dataset) -> None:
    page = opened(small, "country=ARG&partner=BOL")
    assert page.title == "Detected trafficking victims (citizenship: Bolivia): Argentina, 2021"
    assert card(page) == "<5"
    assert told(page, "origin")["Row of the source"] == "Rows 5, 6 of the sheet of a.xlsx"
    left_out = opened(small, "country=ARG&partner=PRY&year=2021")
    assert "Not listed does not mean zero" in told(left_out, "what")["How it is known"]
    own = opened(small, "country=ARG&partner=ARG")
    assert own.sheet.scope == ["citizenship: Own nationals"]


def test_the_table_of_years_has_the_figures_of_the_file(small: Dataset) -> None:
    page = opened(small, "country=BOL&year=2021")
    (table,) = classed(tree(page), "years-of-figure")
    shown = {line[0]: line[1] for line in rows(table)}
    assert shown == {"2023": "50", "2022": "40", "2021": "<5", "2020": "0", "2019": "<5"}
    (chosen,) = classed(table, "is-shown")
    assert seen(chosen[0]) == "2021"
    file = list(csv_file.DictReader(io.StringIO(csv(page.rows()).decode())))
    assert [(row["year"], row["low"], row["high"], row["raw_rows"]) for row in file][1:3] == [
        ("2020", "0", "0", "4"), ("2021", "0", "4", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_every_figure_of_the_table_leads_to_itself(small: Dataset, language: Language) -> None:
    view, _ = View.parse(f"/{language}/overview", "chart=table&year=2021&theme=dark")
    page = Overview(view, (), small, words(language))
    table = parse(page.parts()["by-country"]["html"])
    links = classed(table, "to-figure")
    assert len(links) == len(Country)
    for link in links:
        there = urlsplit(link.get("href", ""))
        found = opened(small, there.query, language)
        assert (there.path, card(found), found.sheet.year) == (f"/{language}/figure", text(link), 2021)
        assert found.view.theme == "dark"
        assert found.ignored == []


def test_the_ranking_leads_there_by_pointer_and_is_a_stop_only_where_it_is_the_picture(
    overview: Callable[[str], Overview],
) -> None:
    beside, alone = (parse(overview(f"chart={chart}&year=2022").parts()["rank"]["html"]) for chart in ("map", "rank"))
    assert {link.get("tabindex") for link in classed(beside, "to-figure")} == {"-1"}
    assert {link.get("tabindex") for link in classed(alone, "to-figure")} == {None}
    assert len(classed(alone, "to-figure")) == len(Country)


def test_one_country_has_a_way_to_its_figure_and_a_region_to_how_it_is_added_up(
    overview: Callable[[str], Overview],
) -> None:
    one = overview("countries=BOL&year=2022&sex=total")
    (about,) = classed(parse(one.parts()["headline"]["html"]), "to-passport")
    assert about[0].get("href") == "/en/figure?country=BOL&year=2022"
    (lead,) = classed(parse(one.parts()["cards"]["html"]), "to-figure")
    assert (lead.get("href"), text(lead)) == ("/en/figure?country=BOL&year=2022", "40")
    region = overview("year=2022")
    assert classed(parse(region.parts()["headline"]["html"]), "to-passport") == []
    (lead,) = classed(parse(region.parts()["cards"]["html"]), "to-figure")
    assert lead.get("href") == "/en/method?chart=reading"


def test_the_row_by_api_is_the_row(small: Dataset) -> None:
    page = opened(small, "country=ARG&year=2021&sex=female")
    assert page.sheet.api("csv") == (
        "/api/v1/observations.csv?country=ARG&year=2021&crime=trafficking&indicator=victims_detected"
        "&sex=female&age=total&exploitation=total&release=2025-10-28"
    )


@pytest.mark.parametrize("language", Language)
def test_a_frame_has_the_picture_its_words_and_sources_and_no_way_to_change_it(
    small: Dataset, language: Language
) -> None:
    for page in (Page.OVERVIEW, Page.FLOWS, Page.FIGURE):
        view, _ = View.parse(f"/{language}/{page}", "")
        framed = parse(to_html(open_page(view, (), small).framed()))
        assert len(list(framed.iter("h1"))) == 1
        assert classed(framed, "controls") == classed(framed, "tabs") == []
        assert len(classed(framed, "sources")) == 1
        (full,) = classed(framed, "full")
        assert full.get("href") == view.url


def test_each_count_of_the_chain_leads_to_its_own_indicator(small: Dataset) -> None:
    view, _ = View.parse("/en/justice", "country=ARG&chart=table&window=1&year=2021")
    page = open_page(view, (), small)
    steps, table = (parse(page.parts()[name]["html"]) for name in ("steps", "window"))
    for link in [*classed(steps, "to-figure"), *classed(table, "to-figure")]:
        found = opened(small, urlsplit(link.get("href", "")).query)
        assert (found.asked.country, card(found)) == ("ARG", text(link))
    prosecuted = [link for link in classed(table, "to-figure") if "persons_prosecuted" in link.get("href", "")]
    assert [text(link) for link in prosecuted] == ["10"]


def test_a_flow_leads_to_the_last_year_in_which_it_is_listed(small: Dataset) -> None:
    view, _ = View.parse("/en/flows", "chart=table")
    table = parse(open_page(view, (), small).parts()["pairs"]["html"])
    (link,) = classed(table, "to-figure")
    assert link.get("href") == "/en/figure?country=ARG&year=2021&partner=BOL"
    assert card(opened(small, urlsplit(link.get("href", "")).query)) == text(link) == "<5"
