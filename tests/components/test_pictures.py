"""Map, ranking, small lines, series and tables show the figures of one answer, and each state of a cell in its way."""

from collections.abc import Callable

import plotly.graph_objects as go
import pytest
from drawn import bands, graphs, told
from tree import parse, seen

from components.cells import MARKS, State, bounds, figure
from components.document import first_paint
from components.pages.overview.page import Overview
from components.tables.cell_marks import definitions
from components.tables.rank import Ranking
from components.tables.table import to_html
from components.tables.twins import series_table, year_table
from components.url.choices import Layout
from data.vocabulary import Country, Flag, Measure

Opened = Callable[..., Overview]


@pytest.fixture
def page(overview: Opened) -> Overview:
    return overview("?years=2019-2023&year=2021")


def test_the_ranking_does_not_set_apart_what_may_be_equal(overview: Opened) -> None:
    page = overview("?indicator=persons_prosecuted&years=2019-2023")
    table = parse(to_html(Ranking(page.answer, Measure.COUNT, page.words).table(2022, "x")))
    rows = {row.get("data-code"): [seen(cell) for cell in row] for row in table.iter("tr") if row.get("data-code")}
    assert [rows[code][0] for code in ("ESP", "BOL", "ARG")] == ["1", "2–3", "2–3"]
    assert [rows[code][3] for code in ("ESP", "BOL", "ARG")] == ["1,000", "11–13", "8–12"]
    assert rows["CHL"][0] == ""
    bars = {row.get("data-code"): [float(bar.get("width", 0)) for bar in row.iter("rect")] for row in table.iter("tr")}
    assert (bars["ESP"], bars["ARG"], bars["CHL"]) == ([100.0], [0.8, 0.4], [])


def text(node: object) -> str:
    return "".join(node.itertext())  # type: ignore[attr-defined]


def test_small_lines_draw_ranges_as_bands_and_mark_the_break(page: Overview) -> None:
    drawn = parse(definitions(Ranking(page.answer, Measure.COUNT, page.words).lines()))
    spain = next(node for node in drawn.iter("symbol") if node.get("id") == "spark-ESP")
    kinds = [node.get("class") for node in spain]
    assert (kinds.count("break"), kinds.count("band"), kinds.count("dot")) == (1, 1, 1)
    nobody = next(node for node in drawn.iter("symbol") if node.get("id") == "spark-CHL")
    assert list(nobody) == []


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("layout", Layout)
def test_a_series_tells_each_figure_as_its_table_prints_it(overview: Opened, measure: Measure, layout: Layout) -> None:
    search = f"?countries=ARG,BOL,ESP&years=2019-2023&chart=series&measure={measure}&layout={layout}"
    page = overview(search)
    shown = graphs(page.page())["overview-series"]
    go.Figure(shown)  # plotly accepts every attribute
    printed = {
        f"{page.words.country(c)}, {cell.year}: {figure(cell, measure, page.words)}"
        for c in page.view.countries
        for cell in page.answer.over_time(c)
        if bounds(cell, measure)
    }
    assert {each.partition("<br>")[0] for each in told(shown)} == printed
    assert bands(shown)
    to = {each for trace in shown["data"] for each in trace.get("customdata", ())} - {""}
    assert all(each.startswith("/en/figure?") for each in to)
    assert len(to) == len(printed)


def test_more_countries_than_can_be_told_apart_are_cut_and_it_is_said(overview: Opened) -> None:
    page = overview("?chart=series&layout=together&years=2019-2023")
    assert {trace["name"] for trace in graphs(page.page())["overview-series"]["data"]} <= {
        page.words.country(country) for country in list(Country)[:6]
    }
    assert "choose others" in first_paint.to_html(page.page())


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_tables_have_the_figures_of_the_answer(overview: Opened, language: str) -> None:
    page = overview("?years=2019-2023", language)
    by_year = parse(to_html(year_table(page.answer, 2021, "x", page.words)))
    shown = {text(row[0]): text(row[1]) for row in by_year.iter("tr")}
    over_time = parse(to_html(series_table(page.answer, Measure.COUNT, "x", page.words)))
    rows = {text(row[0]): [seen(cell) for cell in row[1:]] for row in over_time.iter("tr")}
    for country in Country:
        name = page.words.country(country)
        printed = [figure(cell, Measure.COUNT, page.words) for cell in page.answer.over_time(country)]
        assert shown[name] == printed[2]
        assert [each.partition("⚑")[0] for each in rows[name]] == printed


def test_every_state_has_a_mark_or_a_figure_of_its_own() -> None:
    assert set(MARKS) == {State.SUPPRESSED, State.NOT_REPORTED, State.NOT_APPLICABLE}
    assert len(set(MARKS.values())) == 3


@pytest.mark.parametrize("flag", Flag)
def test_every_flag_has_a_sentence_in_three_languages(overview: Opened, flag: Flag) -> None:
    said = {overview("", language).words(f"flag.{flag}") for language in ("es", "pt", "en")}
    assert len(said) == 3
    assert all(each.endswith(".") for each in said)
