"""The explorer as objects: rows, order, columns, figures that read as one, filters as controls, its lines."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit
from xml.etree.ElementTree import Element

import hand_made
import pandas as pd
import pytest
import tree
from explorer_parts import facets, link
from hypothesis import given, settings
from hypothesis import strategies as st

from components.captions.code_labels import head, own_columns
from components.captions.snippets import ROOT, address
from components.controls.as_links import values
from components.files.csv import csv, filename
from components.files.format import formats_of
from components.i18n import Words, words
from components.pages.explorer.grid import PAGE_ROWS
from components.pages.explorer.page import Explorer
from components.url import table_filter as where
from components.url.choices import Language, Page
from components.url.controls import with_controls
from components.url.view import View
from data.dataset import Dataset
from data.filter import select
from data.schema import SHOWN, TABLES
from data.vocabulary import Country

CURATED = [name for name, table in TABLES.items() if not table.delivered]
SMALL = Dataset(hand_made.tables(), {}, "small-1", hand_made.RELEASE)
Open = Callable[..., Explorer]
VICTIMS = "indicator=victims_detected&sex=total&age=total&exploitation=total"


def opened(dataset: Dataset, search: str = "", language: Language = Language.EN) -> Explorer:
    """A page, with codes in its cells unless names are asked for."""
    if "cells=" not in search:
        search = f"{search or '?'}&cells=codes"
    view, ignored = View.parse(f"/{language}/data", search)
    return Explorer(view, ignored, dataset, words(language))


@pytest.fixture
def small_page(small: Dataset) -> Open:
    return lambda search="", language=Language.EN: opened(small, search, language)


def grid(page: Explorer) -> Element:
    return tree.parse(page.parts()["rows"]["html"])


def heads(page: Explorer) -> list[str]:
    return [head.text for head in page.grid.rows([]).heads]


def column(page: Explorer, name: str) -> list[str]:
    place = heads(page).index(name)
    return [row.cells[place].text for row in page.pictures()[0].table.rows]  # type: ignore[union-attr]


def test_a_figure_stands_before_its_bounds_and_tells_its_state(small_page: Open) -> None:
    page = small_page(f"?{VICTIMS}&country=BOL,ESP")
    assert heads(page)[7:11] == ["figure", "low", "high", "status"]
    assert column(page, "figure") == ["<5 [c]", "0", "<5 [c]", "40", "50", "200", "240", "250", "30–34"]
    assert column(page, "low") == ["0", "0", "0", "40", "50", "200", "240", "250", "30"]
    looks = {tree.text(cell): cell.get("class") for cell in grid(page).iter("td") if "n" in cell.get("class", "")}
    assert (looks["<5 [c]"], looks["30–34"]) == ("n is-suppressed", "n is-range")
    (zero,) = tree.classed(grid(page), "is-zero")
    assert next(zero.iter("abbr")).get("title") == "published zero"


def test_a_figure_is_not_shown_without_its_bounds(small_page: Open) -> None:
    assert heads(small_page("?columns=country,high")) == ["country", "figure", "high"]
    assert heads(small_page("?columns=country,status")) == ["country", "status"]


def test_figures_of_two_releases_and_of_a_record(real: Dataset) -> None:
    revised = opened(real, "?table=revisions&country=ARG&year=2018&partner=abroad&measure=victims_repatriated")
    assert column(revised, "earlier figure") == ["<5 [c]"]
    assert column(revised, "later figure") == ["0"]
    told = opened(real, "?table=requests&status=at_least")
    assert {text.split()[0] for text in column(told, "figure")} == {"at"}
    grades = opened(real, "?table=context&measure=tip_tier&columns=country,low,high,status,grade")
    assert set(column(grades, "figure")) == {"–"}


def test_codes_have_names_as_titles_and_the_other_way_round(small_page: Open) -> None:
    by_code = {abbr.text: abbr.get("title") for abbr in grid(small_page("?country=ESP", Language.PT)).iter("abbr")}
    assert (by_code["ESP"], by_code["victims_detected"]) == ("Espanha", "Vítimas detectadas")
    by_name = {abbr.text: abbr.get("title") for abbr in grid(small_page("?country=ESP&cells=names")).iter("abbr")}
    assert (by_name["Spain"], by_name["exact figure"]) == ("ESP", "exact")


def test_each_flag_on_the_page_has_its_sentence_below(small_page: Open, en: Words) -> None:
    page = small_page("?flags=revised")
    (said,) = tree.classed(tree.parse(f"<div>{page.parts()['reads']['html']}</div>"), "terms")
    assert list(tree.rows(said)) == [[str(flag), en(f"flag.{flag}")] for flag in ("merged", "revised")]
    assert tree.classed(grid(small_page("?country=ARG")), "terms") == []


def test_a_head_orders_up_then_down_then_not_at_all(small_page: Open) -> None:
    page = small_page(f"?{VICTIMS}&year=2022")
    search = ""
    for order, ids in (("low", ["BOL", "ARG", "ESP"]), ("-low", ["ESP", "ARG", "BOL"]), ("", ["ARG", "BOL", "ESP"])):
        search = urlsplit(link(page.parts()["rows"]["html"], "rows-order-low").get("href", "")).query
        page = small_page(f"?{search}")
        assert (page.view.order, column(page, "country")) == (order, ids)
    sorts = [head.get("aria-sort") for head in grid(small_page("?order=-year")).iter("th") if head.get("aria-sort")]
    assert sorts == ["descending"]


def test_chosen_columns_keep_the_order_of_the_table(small_page: Open) -> None:
    page = small_page("?columns=year,country,year")
    assert list(page.rows().columns) == ["country", "year"]
    every = ",".join(SHOWN["observations"].columns)
    assert small_page(f"?columns={every}").view.columns == ()


def test_columns_have_names_and_texts_are_in_the_language_of_the_page(small_page: Open) -> None:
    page = small_page("?table=sources&cells=names", Language.PT)
    assert heads(page)[:5] == ["Fonte", "Quem publica", "Título", "Publicação", "Endereço"]
    assert page.columns[:3] == ["source", "publisher_pt", "title_pt"]
    assert list(page.rows().columns) == TABLES["sources"].columns  # the file has every language
    chosen = small_page("?table=sources&cells=names&columns=title,title_es,title_pt", Language.PT)
    assert heads(chosen) == ["Título (inglês)", "Título (espanhol)", "Título"]
    named = [heads(small_page(f"?table={name}&cells=names", language)) for name in CURATED for language in Language]
    assert [each for each in named if len(each) != len(set(each))] == []  # no two columns go by one name


def test_what_is_not_in_the_language_of_the_page_says_so(real: Dataset) -> None:
    page = opened(real, "?table=quarantine&cells=names", Language.ES)
    spoken = {cell.text: cell.get("lang") for cell in grid(page).iter("span") if cell.get("lang")}
    assert spoken["Persons convicted"] == "en"
    events = opened(real, "?table=cooperation_events&cells=names", Language.PT)
    titles = [(cell.get("lang"), cell.text) for cell in grid(events).iter("span") if cell.get("lang")]
    assert ("es", "Aurelia-Belona") in titles
    assert not [title for language, title in titles if language == "pt"]


def test_rows_come_a_hundred_at_a_time(real: Dataset) -> None:
    page = opened(real, "?table=population&start=101")
    parts = page.parts()
    assert len(list(tree.rows(tree.parse(parts["rows"]["html"])))) == PAGE_ROWS
    whole = real.tables["population"]
    assert column(page, "persons")[0] == words(Language.EN).number(whole["persons"].iloc[100])
    leads = {
        key: dict(parse_qsl(urlsplit(link(parts["pager"]["html"], f"start-{key}").get("href", "")).query)).get(
            "start", "1"
        )
        for key in ("first", "previous", "next", "last")
    }
    assert leads == {"first": "1", "previous": "1", "next": "201", "last": str((len(whole) - 1) // 100 * 100 + 1)}
    assert len(page.rows()) == len(whole)


@pytest.mark.parametrize(
    ("search", "parameter", "value", "url"),
    [
        ("?country=FRA&year=2021", "country", "FRA", "/en/data?where=year:2021"),
        ("?where=colour:red", "colour", "red", "/en/data"),
        ("?year=soon", "year", "soon", "/en/data"),
        ("?columns=country,colour", "columns", "colour", "/en/data?columns=country"),
        ("?order=-colour", "order", "-colour", "/en/data"),
        ("?start=999", "start", "999", "/en/data"),
        ("?table=registry&where=year:2020&start=5", "table", "registry", "/en/data"),
        ("?table=flows&sex=female", "sex", "female", "/en/data?table=flows"),
    ],
)
def test_what_the_table_does_not_have_falls_back_and_is_named(
    small_page: Open, search: str, parameter: str, value: str, url: str
) -> None:
    page = small_page(f"{search}&cells=names")
    (ignored,) = page.ignored
    assert (ignored.parameter, ignored.value, page.view.url) == (parameter, value, url)
    assert ignored.accepted
    assert value in page.notice()


def test_no_row_is_said_to_be_no_zero(small_page: Open) -> None:
    page = small_page("?country=CUB")
    parts = page.parts()
    assert "not that it is zero" in parts["rows"]["html"]
    assert (parts["pager"]["html"], parts["reads"]["html"]) == ("", "")
    assert page.description.startswith("Counts by country: 0 of 30 rows.")
    assert len(page.rows()) == 0


@pytest.mark.parametrize("table", CURATED)
@pytest.mark.parametrize("language", Language)
def test_every_table_is_shown_in_every_language(real: Dataset, table: str, language: Language) -> None:
    page = opened(real, f"?table={table}&cells=names", language)
    assert page.ignored == []
    parts = page.parts()
    (shown,) = tree.classed(tree.parse(parts["rows"]["html"]), "grid")
    assert len(list(tree.rows(shown))) == min(len(real.tables[table]), PAGE_ROWS)
    named = {head(SHOWN[table], name, words(language)) for name in own_columns(SHOWN[table], words(language))}
    assert named == {tree.text(link).rstrip(" ▲▼") for link in shown.iterfind(".//thead//a")}
    for part in ("headline", "cards", "filters", "take", "sources"):
        assert tree.text(tree.parse(parts[part]["html"]))
    assert with_controls(page.view, values(parts["facets"]["children"])) == (page.view, ())


@pytest.mark.parametrize("table", CURATED)
def test_each_value_that_is_offered_can_be_asked_for(real: Dataset, table: str) -> None:
    asked = {link.get("href", "") for link in facets(opened(real, f"?table={table}")).iter("a")}
    assert asked
    for href in asked:
        view, ignored = View.parse("/en/data", urlsplit(href).query)
        assert ignored == ()
        assert len(select(real.tables[table], SHOWN[table], where.filters(view.where))) > 0


@given(
    st.sampled_from(CURATED),
    st.dictionaries(
        st.sampled_from(sorted(where.COLUMNS)),
        st.text(max_size=6) | st.sampled_from(["ARG", "2021", "0-4"]),
        max_size=3,
    ),
    st.sampled_from(["", "-low", "year", "country,year", "partner"]),
    st.integers(0, 400),
)
@settings(max_examples=40)
def test_any_address_is_a_page_of_rows_that_the_table_has(
    table: str, asked: dict[str, str], name: str, start: int
) -> None:
    search = urlencode({"table": table, **asked, "order": name, "columns": name, "start": start})
    page = opened(SMALL, f"?{search}")
    rows = page.rows()
    whole = SMALL.tables[page.table.name]
    assert set(rows.index) <= set(whole.index)
    assert set(rows.columns) <= set(whole.columns)
    assert View.from_url("/en/data", page.view.search) == page.view
    assert opened(SMALL, page.view.search).ignored == []
    assert page.parts()["rows"]["html"]


def test_the_rows_are_those_of_the_api_or_of_the_answer(small_page: Open, small: Dataset) -> None:
    page = small_page("?where=country:ARG,BOL;year:2021-2022")
    assert address(page.view, "csv") == "/api/v1/observations.csv?country=ARG,BOL&year=2021-2022"
    filters = {"country": "ARG,BOL", "year": "2021-2022"}
    pd.testing.assert_frame_equal(page.rows(), select(small.tables["observations"], SHOWN["observations"], filters))
    arranged = small_page("?table=flows&order=-low&columns=country&start=1&theme=dark&cells=names")
    assert address(arranged.view, "json") == "/api/v1/answer.json?page=data&table=flows&columns=country&order=-low"


@pytest.mark.parametrize("table", CURATED)
def test_the_formats_offered_are_those_that_the_table_has(real: Dataset, table: str) -> None:
    offered = tree.classed(tree.parse(opened(real, f"?table={table}").parts()["take"]["html"]), "formats-of")[0]
    ends = [urlsplit(each.get("href", "")).path.rpartition(".")[2] for each in offered]
    assert ends[0] == "xlsx"
    assert sorted(ends) == sorted(["csv", *formats_of(SHOWN[table].columns)])  # CSV twice: for programs, and for Excel


def test_each_line_to_copy_names_the_address_of_the_selection(small_page: Open) -> None:
    page = small_page("?country=ARG")
    at = f"{ROOT}/api/v1/observations.csv?country=ARG"
    shown = [tree.text(code) for code in tree.parse(page.parts()["take"]["html"]).iter("code")]
    assert shown[0] == at
    assert len(shown) == 5
    assert all(f'"{at}"' in lines for lines in shown[1:])


def test_a_file_is_named_after_what_is_in_it(small_page: Open) -> None:
    view = small_page("?table=flows&country=ARG,BOL&year=2015-2023&order=-low&start=1&cells=names").view
    assert filename(view, "csv") == "atalaya-flows-country-ARG-BOL-year-2015-2023.csv"


def test_a_document_is_named_after_its_language_and_release_too(small_page: Open) -> None:
    long = "?table=flows&country=" + ",".join(Country)
    for query in ("?table=flows", "?table=flows&release=2025-04-14", long):
        name = filename(small_page(query).view, "pdf", "2025-04-14")
        assert name.startswith("atalaya-flows-")
        assert name.endswith("-en-2025-04-14.pdf")
        assert name.count("2025-04-14") == 1


def test_the_file_of_the_page_is_safe_for_spreadsheets(small_page: Open) -> None:
    assert b"'=SUM(A1)" in csv(small_page("?table=quarantine").rows())


def test_the_page_says_what_the_table_is(small_page: Open) -> None:
    page = small_page("?table=flows", Language.ES)
    assert page.title == "Flujos entre países, fila por fila"
    assert page.finding.sentence == "Flujos entre países: 1 fila."
    assert View.of(Language.ES, Page.DATA).url == "/es/data"
