"""The page of flows on the table by hand in tests/recorded.py: sentence, map, matrix, two columns, table and file."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from drawn import barred, graphs
from tree import classed, parse, rows, seen, text

from components.document.first_paint import to_html
from components.i18n import words
from components.pages.flows.page import Flows
from components.url.choices import CHARTS, Chart, Language, Page
from components.url.view import View
from data.dataset import Dataset

Open = Callable[..., Flows]
YEARS = "years=2020-2022"
BORDER = "trafficking victims detected outside their country of citizenship"


@pytest.fixture(scope="session")
def opened(record: Dataset) -> Open:
    def page(search: str = "", language: Language = Language.EN, dataset: Dataset = record) -> Flows:
        view, ignored = View.parse(f"/{language}/flows", f"?{YEARS}&{search}" if "years=" not in search else search)
        return Flows(view, ignored, dataset, words(language))

    return page


def _drawn(page: Flows) -> Element:
    return parse(to_html(page.page()))


def _said(page: Flows) -> list[str]:
    """What the arrows of the map say."""
    return [arrow.said for arrow in page.arrows]


# ---- what one sees, said ----


@pytest.mark.parametrize(
    ("search", "figure", "largest"),
    [
        # 10-14 and 0-4 in Argentina, 0-4 in Bolivia, 0 in Spain
        ("", f"In 2020–2022, 10–22 {BORDER} were counted among the 22", "Bolivia → Argentina: 10–14"),
        ("partners=world", f"In 2020–2022, the 22 counted 15–27 {BORDER}", "Bolivia → Argentina: 10–14"),
        (
            "country=PRY",
            f"In 2020–2022, <5 {BORDER} were counted between Paraguay and other countries",
            "Paraguay → Argentina: <5",
        ),
        (
            "flow=victims_repatriated",
            "In 2020–2022, 3 detected and repatriated trafficking victims were counted among the 22",
            "Spain and Paraguay: 3",
        ),
    ],
)
def test_the_sentence_adds_what_is_in_view(opened: Open, search: str, figure: str, largest: str) -> None:
    found = opened(search).finding
    assert found.figure.startswith(figure)
    assert found.change == f"the largest flow is {largest}"
    assert found.caveat.endswith("not listed is not zero.")


@pytest.mark.parametrize("search", ["country=CUB", "years=2023-2023", "flow=convicted_by_citizenship"])
@pytest.mark.parametrize("chart", CHARTS[Page.FLOWS])
def test_without_a_flow_one_line_says_so_and_no_table_is_empty(opened: Open, search: str, chart: Chart) -> None:
    page = opened(f"{search}&chart={chart}")
    assert " nobody published " in page.finding.sentence
    assert all(list(rows(table)) for table in _drawn(page).iter("table"))
    assert not classed(_drawn(page), "arc")
    assert len(page.rows()) == 0
    assert list(page.rows().columns)[:4] == ["country", "partner", "measure", "low"]


def test_the_cards_count_pairs_ranges_and_who_publishes(opened: Open) -> None:
    cards = [text(node) for node in classed(_drawn(opened()), "cards")[0].iter("dd")]
    assert cards == ["10–22", "3/22", "4", "3"]


def test_an_unknown_country_falls_back_and_is_named(opened: Open) -> None:
    page = opened("country=FRA")
    assert [(each.parameter, each.value) for each in page.ignored] == [("country", "FRA")]
    assert page.finding == opened().finding
    assert "FRA" in text(parse(page.notice()))
    assert opened().notice() == ""


def test_years_outside_the_data_fall_back_and_are_named(opened: Open) -> None:
    page = opened("years=1990-2022")
    assert [(each.parameter, each.value, each.accepted) for each in page.ignored] == [
        ("years", "1990-2022", "2019-2023")
    ]


# ---- what one sees, drawn ----


def test_the_map_has_an_arrow_for_each_pair_but_none_for_a_zero(opened: Open) -> None:
    assert _said(opened()) == [
        "Bolivia → Argentina: 10–14 (2 of 3 years)",
        "Paraguay → Argentina: <5 (1 of 3 years)",
        "Argentina → Bolivia: <5 (1 of 1 years)",
    ]
    (legend,) = classed(_drawn(opened()), "legend")
    assert text(legend).startswith("[x] not reportedoutside the 22Arrows (3): ")
    assert _said(opened("country=ESP")) == []


def test_arrows_of_the_map_have_the_bounds_of_the_file(opened: Open) -> None:
    assert {(arrow.origin, arrow.target): (arrow.low, arrow.high) for arrow in opened().arrows} == {
        ("BOL", "ARG"): (10, 14),
        ("PRY", "ARG"): (0, 4),
        ("ARG", "BOL"): (0, 4),
    }


def test_a_repatriation_has_no_direction_in_any_picture(opened: Open) -> None:
    search = "flow=victims_repatriated"
    drawn = _drawn(opened(search))
    assert _said(opened(search)) == ["Spain and Paraguay: 3 (1 of 1 years)"]
    assert not opened(search).arrows[0].directed
    assert "does not say which way" in text(classed(drawn, "legend")[0])
    for chart in CHARTS[Page.FLOWS]:
        page = opened(f"{search}&chart={chart}")
        drawn, figures = _drawn(page), graphs(page.page())
        shown = "".join(text(part) for name in ("picture", "ranking") for part in classed(drawn, name)) + str(figures)
        assert "Spain" in shown
        assert [
            word for word in ("Citizenship ↓", "Citizenship →", "→ Spain", "country of citizenship") if word in shown
        ] == []


def _cells(page: Flows) -> dict[tuple[str, str], Element]:
    """The cells of the matrix by citizenship and country that reports, as codes."""
    (table,) = classed(_drawn(page), "matrix")
    codes = [text(head) for head in table.findall(".//thead/tr/th")][1:]
    return {
        (codes[i], codes[j]): cell
        for i, row in enumerate(table.iterfind(".//tbody/tr"))
        for j, cell in enumerate(list(row)[1:])
    }


def test_in_the_matrix_zero_not_listed_and_not_reported_are_told_apart(opened: Open) -> None:
    cells = _cells(opened("chart=matrix"))
    assert len(cells) == 22 * 22
    shown = {pair: (seen(cell), (cell.get("class") or "").split()[0]) for pair, cell in cells.items()}
    assert shown["BOL", "ARG"][0] == "10–14"
    assert shown["PRY", "ARG"] == ("<5", "heat-6")  # the only limits below the 95th percentile, 4, are 1 and 2
    assert shown["BOL", "ESP"] == ("0", "heat-0")
    assert shown["ARG", "ARG"] == ("30", "is-own")
    assert shown["CUB", "ARG"] == ("·", "is-not_listed")
    assert shown["BOL", "CUB"] == ("[x]", "is-not_reported")
    assert [node.get("title") for node in cells["BOL", "ARG"]] == ["Bolivia → Argentina: 10–14 (2 of 3 years)"]


def test_sorted_by_size_rows_are_by_citizenship_and_columns_by_who_reports(opened: Open) -> None:
    (table,) = classed(_drawn(opened("chart=matrix&sort=size")), "matrix")
    # reported by Argentina 10-18, Bolivia 0-4, Spain 0; of Bolivians 10-14, of Argentinians and Paraguayans 0-4
    assert [text(head) for head in table.findall(".//thead/tr/th")][1:5] == ["ARG", "BOL", "ESP", "AND"]
    names = [text(row[0]) for row in table.iterfind(".//tbody/tr")]
    assert names[:4] == ["Bolivia", "Argentina", "Paraguay", "Andorra"]
    assert len(set(names)) == 22


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("search", ["", "flow=victims_repatriated"])
def test_matrix_table_and_file_have_the_same_figures(opened: Open, search: str, language: Language) -> None:
    page = opened(f"{search}&chart=table", language)
    table = {row[0]: row[2] for row in rows(classed(_drawn(page), "bars")[0])}
    cells = {pair: seen(cell) for pair, cell in _cells(opened(f"{search}&chart=matrix", language)).items()}
    assert table == {page.pair(flow): cells[flow.partner, flow.country] for flow in page.shown}
    assert len(table) == len([1 for (a, b), said in cells.items() if a != b and said not in ("·", "[x]")])
    file = page.rows()
    assert len(file) == len(table)
    for row, printed in zip(file.to_dict("records"), table.values(), strict=True):
        assert printed in {f"{row['low']}", f"{row['low']}–{row['high']}", f"<{row['high'] + 1}"}
        assert (printed[0] == "<") == (row["status"] == "suppressed")


def test_the_table_says_how_each_figure_is_known_and_over_which_years(opened: Open) -> None:
    table = {row[0]: row[2:] for row in rows(classed(_drawn(opened("chart=table&partners=world")), "bars")[0])}
    assert table["Bolivia → Argentina"] == ["10–14", "2 of 3 years; range: a sum with suppressed figures"]
    assert table["Paraguay → Argentina"] == ["<5", "1 of 3 years; suppressed: 0 to 4"]
    assert table["Bolivia → Spain"] == ["0", "1 of 1 years; published value"]
    assert table["China → Argentina"][1].startswith("1 of 3 years; published value; ")  # the flag's sentence


def test_own_nationals_and_unknown_stand_apart_and_on_no_scale(opened: Open) -> None:
    page = opened("chart=country&country=ARG&partners=world")
    shown, (_, *told) = graphs(page.page()), page.at("apart").said
    assert [each.rpartition(": ")[2] for each in told] == ["30 (1 of 3 years)", "<5 (1 of 3 years)"]
    assert [name for name, _ in barred(shown["flows-into"])] == ["Bolivia", "China", "Paraguay"]
    assert barred(shown["flows-out"]) == [("Bolivia", "<5  1 of 1 years")]


def test_each_column_of_the_two_says_that_its_scale_is_its_own(opened: Open) -> None:
    for flow in ("victims_by_citizenship", "convicted_by_citizenship", "victims_repatriated"):
        for language, said in (
            (Language.EN, "own scale"),
            (Language.ES, "escala propia"),
            (Language.PT, "escala própria"),
        ):
            drawn = _drawn(opened(f"chart=country&country=ESP&flow={flow}", language))
            captions = [text(node) for node in (*drawn.iter("caption"), *drawn.iter("h2"))]
            assert [caption.endswith(f"; {said}") for caption in captions] == [True, True]


def test_the_rest_of_the_world_is_in_view_only_when_asked_for(opened: Open) -> None:
    assert "CHN" not in set(opened().rows()["partner"])
    asked = opened("partners=world").rows()
    assert dict(zip(asked["partner"], asked["partner_label"], strict=True))["CHN"] == "China"
    assert set(asked["partner"]).isdisjoint({"own", "unknown"})
    assert _said(opened("partners=world")) == _said(opened())  # arrows are between the 22
