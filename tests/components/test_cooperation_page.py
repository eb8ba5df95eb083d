"""The page of cooperation on the record by hand (tests/recorded.py): each question's sentence, picture and file."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from tree import classed, parse, rows, seen, text

from components.document.first_paint import to_html
from components.files.csv import csv
from components.i18n import words
from components.pages.cooperation.page import Cooperation
from components.url.choices import CHARTS, Chart, Language, Page
from components.url.view import View
from data.dataset import Dataset

Open = Callable[..., Cooperation]
YEARS = "years=2020-2022"


@pytest.fixture(scope="session")
def opened(record: Dataset) -> Open:
    def page(search: str = "", language: Language = Language.EN, dataset: Dataset = record) -> Cooperation:
        view, ignored = View.parse(f"/{language}/cooperation", search)
        return Cooperation(view, ignored, dataset, words(language))

    return page


def _drawn(page: Cooperation) -> Element:
    return parse(to_html(page.page()))


# ---- what one sees, said ----


def test_the_gap_counts_pairs_whose_need_is_certain_and_those_without_direct_means(opened: Open) -> None:
    assert opened(YEARS).finding.sentence == (
        "In 1 pair of countries, victims of one were detected in the other; without direct means on record: 0."
    )


def test_the_largest_need_without_means_is_named(opened: Open, record: Dataset) -> None:
    events = record.tables["cooperation_events"]
    alone = Dataset({**record.tables, "cooperation_events": events[:0]}, record.plan, "x")
    found = opened(YEARS, dataset=alone).finding
    assert found.change == "the largest of these: Argentina–Bolivia (10–18)"


@pytest.mark.parametrize("search", ["country=PRY", "country=CUB", "country=ESP"])
def test_what_may_be_nothing_is_no_certain_need_and_is_not_denied_either(opened: Open, search: str) -> None:
    page = opened(f"{YEARS}&{search}")
    name = page.words.country(page.view.country)
    assert page.finding.figure == (
        f"For no pair of {name} with another of the 22 do published figures make certain that "
        "one country detected a victim of the other"
    )


def test_the_cards_have_pairs_events_and_figures_on_these_crimes(opened: Open) -> None:
    cards = [text(node) for node in classed(_drawn(opened(YEARS)), "cards")[0].iter("dd")]
    assert cards == ["1/231", "2/231", "3", "4"]  # the fifth figure counts all crimes


@pytest.mark.parametrize(
    ("language", "said", "change", "cards"),
    [
        (
            Language.EN,
            "Between Argentina and 1 country, victims of one were detected in the other; without direct means",
            "the largest of these: Bolivia (10–18)",
            "countries with which Argentina has direct means on record",
        ),
        (
            Language.ES,
            "Entre Argentina y 1 país se detectaron víctimas de uno en el otro; sin medios directos",
            "el mayor de estos: Bolivia (10–18)",
            "países con los que Argentina tiene medios directos documentados",
        ),
        (
            Language.PT,
            "Entre Argentina e 1 país foram detectadas vítimas de um no outro; sem meios diretos",
            "o maior destes: Bolívia (10–18)",
            "países com os quais Argentina tem meios diretos documentados",
        ),
    ],
)
def test_with_a_country_headline_cards_and_list_are_about_that_country(
    opened: Open, record: Dataset, language: Language, said: str, change: str, cards: str
) -> None:
    events = record.tables["cooperation_events"]
    alone = Dataset({**record.tables, "cooperation_events": events[events["event"] != "team"]}, record.plan, "x")
    page = opened(f"{YEARS}&country=ARG", language, alone)
    assert page.finding.figure.startswith(said)
    assert page.finding.change == change
    (drawn,) = classed(_drawn(page), "cards")
    assert [text(node) for node in drawn.iter("dd")] == ["1/21", "0/21", "0", "2"]  # of Spain's figures none is with it
    assert [text(node) for node in drawn.iter("dt")][1] == cards
    assert all("Argentina" in text(node) for node in drawn.iter("dt"))
    (listed,) = classed(_drawn(page), "gap-list")
    assert len(list(rows(listed))) == 21
    assert "Argentina" not in {row[0] for row in rows(listed)}


def test_the_cards_of_a_country_count_its_own_pairs_events_and_figures(opened: Open) -> None:
    found = {
        country: [text(node) for node in classed(_drawn(opened(f"{YEARS}&country={country}")), "cards")[0].iter("dd")]
        for country in ("ARG", "BOL", "ESP", "CUB")
    }
    assert found == {
        "ARG": ["1/21", "1/21", "1", "2"],
        "BOL": ["1/21", "2/21", "1", "1"],
        "ESP": ["0/21", "1/21", "1", "2"],
        "CUB": ["0/21", "0/21", "0", "0"],
    }


def test_treaties_are_shown_as_far_as_they_were_read(opened: Open) -> None:
    found = opened("chart=instruments").finding
    assert found.figure.startswith("0 of the 0 countries whose source was read are shown as parties")
    assert "“not shown” never means “not a party”" in found.caveat


# ---- what one sees, drawn, and its file ----


def test_the_list_the_matrix_and_the_file_have_the_same_needs(opened: Open) -> None:
    drawn = _drawn(opened(YEARS))
    (matrix,), (listed,) = classed(drawn, "matrix"), classed(drawn, "gap-list")
    codes = [text(head) for head in matrix.findall(".//thead/tr/th")][1:]
    cells = {
        (codes[i], codes[j]): seen(cell)
        for i, row in enumerate(matrix.iterfind(".//tbody/tr"))
        for j, cell in enumerate(list(row)[1:])
    }
    file = {frozenset((row["country"], row["partner"])): row for row in opened(YEARS).rows().to_dict("records")}
    assert len(file) == 231
    for (origin, target), printed in cells.items():
        if origin == target:
            continue
        row = file[frozenset((origin, target))]
        name = "partner_citizens_in_country" if target == row["country"] else "country_citizens_in_partner"
        low, high = row[f"{name}_low"], row[f"{name}_high"]
        if printed in ("·", "[x]"):
            assert low != low or low is None  # missing, and not zero
        else:
            assert printed in (f"{int(low)}", f"{int(low)}–{int(high)}", f"<{int(high) + 1}")
    assert [(row[0], row[2]) for row in rows(listed)] == [
        ("Argentina – Bolivia", "10–18"), ("Argentina – Paraguay", "<5"), ("Bolivia – Spain", "0"),
    ]  # fmt: skip


def test_of_a_pair_without_figures_the_file_has_blanks(opened: Open) -> None:
    text_ = csv(opened(f"{YEARS}&country=CUB").rows()).decode()
    assert "\r\nCUB,ESP,,,,,,,false,,,,,small-1,Cuba\r\n" in text_
    assert text_.count("\r\n") == 22  # a head, and 21 pairs


@pytest.mark.parametrize("chart", CHARTS[Page.COOPERATION])
@pytest.mark.parametrize(
    ("search", "language"),
    [("", Language.ES), ("&country=CUB", Language.PT), ("&years=2022-2022&country=PRY", Language.EN)],
)
def test_no_selection_leaves_an_empty_picture(opened: Open, chart: Chart, search: str, language: Language) -> None:
    page = opened(f"chart={chart}{search}", language)
    drawn = _drawn(page)
    tables = list(drawn.iter("table"))
    assert all(list(rows(table)) for table in tables)
    assert tables or classed(drawn, "nothing")
    assert csv(page.rows()).count(b"\r\n") == len(page.rows()) + 1


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (Chart.EVENTS, "No event on record for this selection"),
        (Chart.INSTRUMENTS, "No source on treaties has been read"),
    ],
)
def test_a_folder_without_a_record_shows_one_line_and_an_empty_file(
    opened: Open, small: Dataset, chart: Chart, said: str
) -> None:
    page = opened(f"chart={chart}", dataset=small)
    drawn = _drawn(page)
    assert page.finding.sentence == f"{said}."
    assert [text(node) for node in classed(drawn, "nothing")] == [said]
    assert not list(drawn.iter("table"))
    assert len(page.rows()) == 0
    assert {"country", "source_url"} <= set(page.rows().columns)


# ---- scope, country, and what cannot be used ----


def test_figures_on_all_crimes_are_shown_only_when_asked_for_and_then_alone(opened: Open) -> None:
    page = opened("chart=requests")
    assert set(page.rows()["statement"]) == {"esp_sent", "esp_share", "arg_home", "arg_sent"}
    assert "4,135" not in text(_drawn(page))
    asked = opened("chart=requests&scope=all_crimes")
    assert set(asked.rows()["statement"]) == {"arg_any"}
    assert "about 4,135" in text(_drawn(asked))
    assert "all crimes" in asked.finding.figure


@pytest.mark.parametrize(
    ("country", "statements"),
    [("ESP", {"esp_sent", "esp_share"}), ("BOL", {"esp_sent"}), ("CHL", {"arg_home"}), ("CUB", set())],
)
def test_a_country_has_its_own_figures_and_those_of_others_with_it(
    opened: Open, country: str, statements: set[str]
) -> None:
    assert set(opened(f"chart=requests&country={country}").rows()["statement"]) == statements


def test_without_a_figure_one_line_says_so(opened: Open) -> None:
    page = opened("chart=requests&country=CUB")
    assert page.finding.figure.startswith("No published figure for this selection")
    assert text(classed(_drawn(page), "nothing")[0]) == "There are no published figures for this selection."


@pytest.mark.parametrize(("country", "events"), [("", 3), ("ARG", 1), ("ESP", 1), ("CUB", 0)])
def test_events_of_a_country_are_those_that_list_it(opened: Open, country: str, events: int) -> None:
    page = opened(f"chart=events&country={country}" if country else "chart=events")
    assert page.rows()["event"].nunique() == events
    assert sum(len(list(rows(table))) for table in classed(_drawn(page), "events")) == events
    assert len(classed(_drawn(page), "nothing")) == (0 if events else 1)


@pytest.mark.parametrize(
    ("search", "name", "value"),
    [("country=FRA", "country", "FRA"), ("scope=everything", "scope", "everything"), ("sort=rank", "sort", "rank"),
     ("country=ARG&partner=ARG", "partner", "ARG"), ("years=1990-2022", "years", "1990-2022")],
)  # fmt: skip
def test_what_cannot_be_used_falls_back_and_is_named_in_one_line(
    opened: Open, search: str, name: str, value: str
) -> None:
    page = opened(search)
    assert [(each.parameter, each.value) for each in page.ignored] == [(name, value)]
    (line,) = parse(page.notice()).iter("li")
    assert value in text(line)
    assert name not in page.view.search


def test_the_file_has_names_beside_codes_and_the_data_version(opened: Open) -> None:
    for chart in (Chart.GAP, Chart.REQUESTS, Chart.EVENTS, Chart.INSTRUMENTS):
        frame = opened(f"chart={chart}", Language.ES).rows()
        assert set(frame["data_version"]) == {"small-1"}
        assert dict(zip(frame["country"], frame["country_label"], strict=True))["ESP"] == "España"
    events = opened("chart=events").rows()
    assert dict(zip(events["country"], events["country_label"], strict=True))["unknown"] == ""
