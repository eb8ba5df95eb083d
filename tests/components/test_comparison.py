"""The comparison: its card, its finding, its four pictures and their twins, on the three countries made by hand."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from drawn import Figure, bands, graphs, lines, told, uprights
from tree import classed, parse, text

from components.controls.as_links import as_links
from components.controls.several import chips, compared
from components.document.first_paint import to_html
from components.i18n import words
from components.pages.compare.page import Compare
from components.url.choices import Language
from components.url.view import View
from data.dataset import Dataset
from data.interval import Interval
from data.vocabulary import Country

Ask = Callable[..., Compare]
THREE = "countries=ARG,BOL,ESP&years=2019-2023"
PROSECUTED = "countries=ARG,BOL,ESP&years=2021-2022&indicator=persons_prosecuted"


@pytest.fixture
def ask(small: Dataset) -> Ask:
    def opened(search: str = THREE, language: Language = Language.EN) -> Compare:
        view, ignored = View.parse(f"/{language}/compare", search)
        return Compare(view, ignored, small, words(language))

    return opened


def _part(page: Compare, name: str) -> Element:
    return parse(page.parts()[name]["html"])


def _said(page: Compare) -> list[str]:
    return [line for picture in page.pictures() for line in picture.said]


def _tables(page: Compare) -> list[list[list[str]]]:
    tables = [picture.table for picture in page.pictures() if picture.table]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


# ---- the card ----


def test_the_card_says_for_each_country_what_it_publishes(ask: Ask) -> None:
    card = ask().comparability.table()
    told = [[cell.text for cell in row.cells] for row in [*card.rows, card.foot] if row]
    assert [[row[0], *row[2:]] for row in told] == [
        ["Argentina", "4/5", "0/4", "4/4"], ["Bolivia", "5/5", "2/5", "5/5"], ["Spain", "4/5", "1/4", "3/4"],
        ["In common", "3/5", "", ""],
    ]  # fmt: skip


def test_the_strip_has_a_square_a_year_in_its_state(ask: Ask) -> None:
    rows_ = [*ask().comparability.table().rows, ask().comparability.table().foot]
    strips = [[mark.boxes for mark in row.cells[1].marks] for row in rows_]  # type: ignore[union-attr]
    assert [[box.look for box in above] for above, *_ in strips] == [
        ["sure"] * 4 + ["empty"],
        ["maybe", "sure", "maybe", "sure", "sure"],
        ["sure", "empty", "sure", "sure", "maybe", "parts"],
        ["shared", "empty", "shared", "shared", "empty"],  # in common
    ]
    assert [len(below) for _, *more in strips for below in more] == [3, 3, 3]
    assert strips[0][0][1].start < strips[2][0][-1].start < strips[0][0][2].start  # the break of 2021 stands before it


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ES, ["Los 3 países publican 3 años en común: 2019, 2021–2022.", "España: la serie se rompe en 2021"]),
        (Language.PT, ["Os 3 países publicam 3 anos em comum: 2019, 2021–2022.", "Espanha: a série tem uma quebra"]),
        (
            Language.EN,
            ["The 3 countries publish 3 years in common: 2019, 2021–2022.", "Spain: the series breaks in 2021"],
        ),
    ],
)
def test_the_years_in_common_and_the_breaks_are_said(ask: Ask, language: Language, said: list[str]) -> None:
    told = text(classed(_part(ask(THREE, language), "comparability"), "may")[0])
    assert all(each in told for each in said)


def test_what_to_know_names_the_countries_and_years(ask: Ask) -> None:
    known = text(classed(_part(ask(), "comparability"), "known")[0])
    assert "4 things to know" in known
    assert "Unusual jump in its own series. Bolivia (2022)." in known
    assert "Spain (2021)" in known


def test_countries_stand_by_name_and_keep_their_look_in_every_language(ask: Ask) -> None:
    looks = {}
    for language in Language:
        page = ask("countries=ARG,ESP,MEX,SLV", language)
        names = [row.cells[0].text for row in page.comparability.table().rows]
        assert names == sorted(names, key=page.words.sort_key)
        looks[language] = page.compared.places
    assert list(looks[Language.EN]) != list(looks[Language.ES])  # Spain, España
    assert looks[Language.EN] == looks[Language.ES] == looks[Language.PT]


def test_a_country_without_residents_in_a_year_is_named(ask: Ask) -> None:
    assert "not for every figure of these countries: Spain" in text(_part(ask(), "comparability"))
    assert "possible for every figure" in text(_part(ask("countries=ARG,BOL&years=2019-2023"), "comparability"))


def test_a_group_that_nobody_counts_has_no_rates_and_the_page_says_why(ask: Ask) -> None:
    page = ask("countries=ARG,BOL&years=2019-2023&sex=other&measure=rate")
    assert "no rates for this group" in text(classed(_part(page, "comparability"), "may")[0])
    assert "no rates for this group" in _said(page)[0]


# ---- the finding ----


def test_figures_that_can_be_told_apart_stand_largest_first(ask: Ask) -> None:
    said = ask().finding
    assert said.figure == (
        "Detected trafficking victims in 2022, the latest year that each of the 3 publishes: "
        "Spain (250), Argentina (150), and Bolivia (40)"
    )
    assert said.change == "the order is certain"
    assert "does not say how much trafficking there is" in said.caveat


def test_figures_that_may_be_equal_stand_in_alphabetical_order_and_are_named(ask: Ask) -> None:
    said = ask(PROSECUTED).finding
    assert said.figure.endswith("Argentina (8–12), Bolivia (11–13), and Spain (1,000)")
    assert said.change == "cannot be told apart: Argentina and Bolivia"


def test_changes_are_ranges_that_may_be_equal_too(ask: Ask) -> None:
    said = ask(f"{PROSECUTED}&chart=slope").finding
    assert said.figure == (
        "Persons prosecuted for trafficking, 2021 to 2022: Argentina (−20% to +20%); Bolivia (+10% to +30%); Spain (0%)"
    )
    assert said.change == "cannot be told apart: Argentina and Bolivia; Argentina and Spain"


def test_of_many_pairs_that_may_be_equal_the_number_is_said(ask: Ask) -> None:
    wide = Interval(0, 9)
    figures = {Country.ARG: wide, Country.BOL: wide, Country.ESP: wide, Country.CHL: Interval(90, 90)}
    assert ask().compared.apart(figures) == "3 of 6 pairs cannot be told apart"


def test_changes_that_are_not_defined_are_said_to_be(ask: Ask) -> None:
    assert ask(f"{THREE}&chart=slope").finding.figure == (
        "Detected trafficking victims, 2019 to 2022: Argentina (+50%); "
        "no change given: Bolivia (suspicious jump); Spain (the series breaks)"
    )


def test_nothing_in_common_is_said_in_every_language(ask: Ask) -> None:
    for language, said in ((Language.ES, "ningún año"), (Language.PT, "nenhum ano"), (Language.EN, "no year")):
        page = ask("countries=ARG,CHL&years=2019-2023", language)
        assert said in page.finding.figure.lower()
        assert page.finding.change == ""


# ---- whom ----


@pytest.mark.parametrize("chosen", ["ARG", "ARG,BOL,ESP,CHL,COL,CUB,URY"])
def test_less_than_two_or_more_than_six_fall_back_and_are_reported(ask: Ask, chosen: str) -> None:
    page = ask(f"countries={chosen}&years=2019-2023")
    assert page.countries == (Country.AND, Country.ARG, Country.BOL, Country.ESP)
    assert page.view.countries == ()
    assert "From 2 to 6 countries" in text(_part(page, "notice"))


def test_the_picker_never_leads_to_less_than_two_or_more_than_six(ask: Ask) -> None:
    for chosen, links in (("ARG,BOL", 20), ("ARG,BOL,ESP", 22), ("ARG,BOL,CHL,COL,ESP,URY", 6)):
        page = ask(f"countries={chosen}")
        drawn = parse(to_html(as_links(compared(page.view, page.countries, page.words), page.view)))
        led = [View.from_url(*a.get("href", "").split("?")).countries for a in drawn.iter("a")]
        assert len(led) == links
        assert {len(each) for each in led} <= {2, 3, 4, 5, 6}
        out = parse(to_html(chips(page.countries, True, page.words)))
        assert len(list(out.iter("button"))) == (0 if chosen == "ARG,BOL" else len(page.countries))


def test_the_rule_by_which_countries_are_shown_is_said_only_without_a_choice(ask: Ask) -> None:
    def said(page: Compare) -> str:
        return text(parse(to_html(chips(page.countries, bool(page.view.countries), page.words))))

    assert "None chosen: the 4 countries with most years published." in said(ask(""))
    assert "None chosen" not in said(ask())


# ---- pictures and twins ----


def _figure(page: Compare) -> Figure:
    return next(iter(graphs(page.page()).values()))


def test_a_series_draws_exact_figures_as_marks_and_ranges_as_uprights(ask: Ask) -> None:
    drawn = _figure(ask())
    for name, marks, ends, areas in (("Argentina", 4, 0, 0), ("Bolivia", 3, 2, 1), ("Spain", 3, 1, 1)):
        assert sum(len(each) for each in lines(drawn, name)) == marks
        assert (len(uprights(drawn, name)), len(bands(drawn, name))) == (ends, areas)
    # ARG 2019-2022; BOL 2022-2023 (0 alone in 2020 between ranges); ESP 2021-2022, apart from 2019
    assert [len(each) for each in lines(drawn)] == [4, 1, 2, 1, 2]
    assert [note["text"] for note in drawn["layout"]["annotations"] if note["x"] == 2020.5] == ["ESP"]


def test_a_point_tells_its_figure_and_flags_and_leads_to_its_passport(ask: Ask) -> None:
    drawn = _figure(ask())
    assert "Bolivia, 2019: <5" in told(drawn)
    assert "Bolivia, 2022: 40<br>⚑ Unusual jump in its own series." in told(drawn)
    assert drawn["data"][0]["customdata"][0] == "/en/figure?country=ARG&year=2019"


def test_an_index_is_drawn_only_where_it_is_defined(ask: Ask) -> None:
    page = ask("countries=BOL,ESP&years=2019-2023&scale=indexed")
    said = {each.partition("<br>")[0] for each in told(_figure(page))}
    assert "Bolivia, 2021: 0–8" in said
    assert "Spain, 2022: 735–833" in said
    assert not any(each.startswith(("Spain, 2019", "Bolivia, 2022")) for each in said)  # before a break; a jump
    assert "Index: 2023 = 100" in text(_part(page, "comparability"))
    rules = [shape for shape in _figure(page)["layout"]["shapes"] if shape["xref"] == "x domain"]
    assert [(rule["y0"], rule["y1"]) for rule in rules] == [(100, 100)]


def test_the_years_in_common_are_shaded(ask: Ask) -> None:
    shapes = _figure(ask())["layout"]["shapes"]
    assert [(s["x0"], s["x1"]) for s in shapes if s["type"] == "rect"] == [(2018.5, 2019.5), (2020.5, 2022.5)]


def test_a_country_without_an_index_is_named(ask: Ask) -> None:
    page = ask("countries=ARG,BOL,ESP&years=2019-2021&scale=indexed")
    assert "Without an index: Bolivia" in text(_part(page, "comparability"))


def test_panels_share_one_scale_and_one_look_each(ask: Ask) -> None:
    layout = _figure(ask(f"{THREE}&chart=multiples"))["layout"]
    assert [note["text"].strip("<b/>") for note in layout["annotations"][::2]] == ["Argentina", "Bolivia", "Spain"]
    assert [note["text"] for note in layout["annotations"][1::2]] == ["150 (2022)", "50 (2023)", "30–34 (2023)"]
    assert len({tuple(layout[f"yaxis{axis}"]["range"]) for axis in ("", "2", "3")}) == 1


def test_a_slope_joins_what_may_be_compared(ask: Ask) -> None:
    drawn = _figure(ask(f"{THREE}&chart=slope"))
    # ARG; BOL jumps in 2022, ESP's series breaks in between
    assert [each for each in lines(drawn) if len(each) > 1] == [[(0, 100), (1, 150)]]
    assert len(bands(drawn)) == 0
    said = [note["text"] for note in drawn["layout"]["annotations"]]
    assert "<b>Argentina 150 (+50%)</b>" in said
    assert "<b>Bolivia <5</b>" in said


def test_the_table_of_changes_gives_figures_or_reasons(ask: Ask) -> None:
    (changes,) = _tables(ask(f"{THREE}&chart=slope"))
    assert changes == [
        ["Argentina", "100", "150", "+50%"],
        ["Bolivia", "<5", "40", "suspicious jump (2022)"],
        ["Spain", "200", "250", "the series breaks (2021)"],
    ]


def test_two_years_that_are_not_there_are_one_plain_line(ask: Ask) -> None:
    page = ask("countries=ARG,BOL&years=2022-2023&chart=slope")
    assert "do not have two years in common" in _said(page)[0]


def test_the_tables_have_the_figures_of_the_pictures(ask: Ask) -> None:
    figures, _ = _tables(ask(f"{THREE}&chart=table"))
    assert figures == [
        ["Argentina", "100", "110", "120", "150", "[x]"],
        ["Bolivia", "<5", "0", "<5", "40", "50"],
        ["Spain", "200", "[x]", "240", "250", "30–34"],
    ]
    index, _ = _tables(ask(f"{THREE}&chart=table&scale=indexed"))
    assert index == [
        ["Argentina", "100", "110", "120", "150", "[x]"],
        ["Bolivia", "no index", "no index", "no index", "no index", "no index"],
        ["Spain", "100", "[x]", "no index", "no index", "no index"],
    ]


def test_the_file_has_a_row_for_each_country_and_year(ask: Ask) -> None:
    frame = ask().rows()
    found = {(row.country, row.year): row for row in frame.itertuples()}
    assert [found["ARG", year].in_common for year in range(2019, 2024)] == ["true", "false", "true", "true", "false"]
    assert (len(frame), set(frame["index_base_year"])) == (15, {2019})
    assert found["ARG", 2022].index_low == found["ARG", 2022].index_high == 150
    assert frame.loc[(frame["country"] == "ESP") & (frame["year"] == 2021), "index_low"].isna().all()
    assert (found["BOL", 2022].no_index, found["ARG", 2022].no_index) == ("suspicious_jump", "")


def test_nothing_to_draw_is_one_plain_line(ask: Ask) -> None:
    page = ask("countries=CHL,COL&years=2019-2023")
    assert "There is no figure of these countries" in _said(page)[0]
    assert len(page.rows()) == 10
