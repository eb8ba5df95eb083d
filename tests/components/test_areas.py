"""The section of a country's areas: every figure of the map is in the table, and what it is not is said."""

import re

import pytest
import small_areas

from components import theme
from components.figures.area_map import area_looks, edges
from components.figures.choropleth import DASH, HATCH, Look
from components.i18n import Words
from components.pages.country.area_tables import flag_lines
from components.pages.country.areas import Areas, used
from components.pages.country.areas import areas as areas_of
from components.tables.table import Table
from data.dataset import Dataset
from data.places import sheets
from data.queries.areas import by_area, indicators
from data.subnational_vocabulary import KINDS
from data.vocabulary import Country, Measure

MX, AR = Country.MEX, Country.ARG


@pytest.fixture(scope="module")
def areas() -> Dataset:
    return small_areas.dataset()


def section(dataset: Dataset, country: Country, year: int, words: Words, measure: Measure | None = None) -> Areas:
    made = areas_of(dataset, country, year, words, measure)
    assert made is not None
    return made


def table(found: Areas, name: str) -> Table:
    """One of the tables."""
    (made,) = [each for each in found.tables() if each.name == name]
    return made


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_nothing_where_nothing_is_published(areas: Dataset, small: Dataset, en: Words) -> None:
    for dataset, country in ((areas, Country.BRA), (areas, Country.CHL), (small, MX)):
        assert areas_of(dataset, country, 2020, en) is None
        assert used(dataset, country, 2020) == []


def test_the_ranking_has_figure_rate_and_the_other_count(areas: Dataset, en: Words) -> None:
    root = section(areas, MX, 2021, en)
    assert [row[:2] + row[3:6] for row in rows(table(root, "areas-rank"))] == [
        ["1", "Ciudad de México", "5.00", "100", "[x]"],
        ["2", "Aguascalientes", "0–0.40", "<5", "[x]"],
    ]
    assert [head.text for head in table(root, "areas-rank").heads] == [
        "Place", "State", "Bar", "Per 100,000", "Victims in files", "Offences in files", "Over time",
    ]  # fmt: skip


def test_places_do_not_set_apart_what_may_be_equal(areas: Dataset, en: Words) -> None:
    found = [row[:2] for row in rows(table(section(areas, MX, 2020, en), "areas-rank"))]
    assert found == [["1–2", "Aguascalientes"], ["1–2", "Ciudad de México"]]


def test_by_count_where_it_is_asked_for(areas: Dataset, en: Words) -> None:
    found = rows(table(section(areas, MX, 2020, en, Measure.COUNT), "areas-rank"))
    assert [row[1:2] + row[3:6] for row in found] == [
        ["Ciudad de México", "40", "2.00", "[x]"],
        ["Aguascalientes", "20", "2.00", "5"],
    ]


def looks(dataset: Dataset, country: Country, year: int, words: Words) -> dict[str, Look]:
    """How each area looks on the map, by rate where there is one."""
    indicator = indicators(dataset, country)[0]
    cells = by_area(dataset, country, indicator, year)
    measure = Measure.RATE if any(each.cell.rate for each in cells) else Measure.COUNT
    return area_looks(cells, measure, edges([each.cell for each in cells], measure), words)


def test_the_map_is_one_picture_with_the_figures_of_the_table(areas: Dataset, en: Words) -> None:
    root = section(areas, MX, 2021, en)
    shown = root.map()
    assert shown.figure
    assert shown.label == (
        "Map of Mexico: trafficking victims in investigation files, per 100,000 residents, 2021. "
        "The table beside it has every figure."
    )
    shapes = {each["customdata"][0]: each for each in shown.figure["data"] if "customdata" in each}
    assert [each["hovertext"] for each in shapes.values()] == [
        "Aguascalientes\n<5\n0–0.40 per 100,000 residents",
        "Ciudad de México\n100\n5.00 per 100,000 residents",
    ]
    (printed,) = [each["text"] for each in shown.figure["data"] if each.get("uid") == "figures"]
    assert printed == ["<b> </b>", "<b>5.00</b>"]  # the range has no room in its square
    assert shapes["MX-CMX"]["customdata"][1] == "/en/data?table=subnational&where=area:MX-CMX;country:MEX"  # its rows
    found = looks(areas, MX, 2021, en)
    assert (found["MX-AGU"].dash, found["MX-AGU"].pattern["bgcolor"]) == (DASH, theme.STEPS[0])
    assert (found["MX-CMX"].dash, found["MX-CMX"].fill) == ("solid", theme.STEPS[6])
    assert shown.key
    assert [(each.sign, each.text) for each in shown.key.samples] == [
        ("[c]", "suppressed: 0 to 4"),
        ("", "range across classes"),
    ]


def test_zero_and_missing_look_and_read_apart(areas: Dataset, en: Words) -> None:
    zero, missing = looks(areas, MX, 2019, en)["MX-CMX"], looks(areas, AR, 2020, en)["AR-H"]
    assert (zero.fill, zero.text) == (theme.PANEL, "0")
    assert (missing.pattern, missing.text) == (HATCH, "")
    ranked = rows(table(section(areas, AR, 2020, en), "areas-rank"))
    assert [[row[0], row[1], row[3]] for row in ranked] == [
        ["1", "Salta", "7"], ["", "Chaco", "[x]"], ["", "Place not stated", "2"],
    ]  # fmt: skip


def test_the_sentence_adds_and_names_where_most_is(areas: Dataset, en: Words) -> None:
    def said(country: Country, year: int) -> str:
        return section(areas, country, year, en).finding

    assert said(MX, 2019) == "2019: 10 trafficking victims in investigation files. Most in Aguascalientes (10)."
    assert said(MX, 2021) == (
        "2021: 100–104 trafficking victims in investigation files. Most in Ciudad de México (100)."
    )
    assert said(AR, 2020) == "2020: 9 complaints to line 145. Most in Salta (7)."


def test_what_it_is_not_is_said(areas: Dataset, en: Words) -> None:
    assert "neither the country's total nor the figure that UNODC publishes" in section(areas, MX, 2020, en).caveat
    assert "neither victims nor court cases" in section(areas, AR, 2020, en).caveat


def test_remarks_of_the_year(areas: Dataset, en: Words) -> None:
    assert section(areas, MX, 2020, en).notes == []
    assert section(areas, MX, 2019, en).notes == [
        "1 of 2 prints a 0; whether it had none or did not report is not known."
    ]
    (half,) = section(areas, MX, 2022, en).notes
    assert half.startswith("The release ends before the year does: January")
    assert half.endswith("June 2022 does not compare with a whole year and has no rate.")
    assert section(areas, AR, 2023, en).notes == [
        "No figures by area are published for 2023; 2020 is shown, the nearest year that has them.",
        "No rate: our sources lack the residents of each area. Where more people live, more is to be expected.",
        "No place named: 2 of 9, in the table and in the sum but not on the map.",
    ]


def test_half_a_year_is_called_by_its_months(areas: Dataset, en: Words, es: Words) -> None:
    finding = section(areas, MX, 2022, en).finding
    assert re.match(r"January\W+June 2022: 63 trafficking victims", finding)
    assert "enero–junio de 2022" in section(areas, MX, 2022, es).finding


def test_years_stand_beside_what_the_country_reported(areas: Dataset, en: Words) -> None:
    root = section(areas, MX, 2020, en)
    years = table(root, "areas-years")
    assert [[row[0], row[2], row[3], row[4]] for row in rows(years)][:3] == [
        ["2019", "10", "2/2", "70"],
        ["2020", "60", "2/2", "9"],
        ["2021", "100–104", "2/2", "[x]"],
    ]
    assert [(row.cells[0].text, row.tone) for row in years.rows if row.tone] == [("2020", "is-shown is-break")]
    assert [note.sign for note in years.rows[1].cells[4].notes] == ["⚑"]
    assert flag_lines(root.shown) == [
        ("Detected victims, UNODC, 2020", "Break in the series: not comparable with earlier years.")
    ]
    assert flag_lines(section(areas, AR, 2020, en).shown) == []


def test_the_flags_of_an_area_stand_on_map_table_and_below(en: Words) -> None:
    tables = small_areas.tables()
    counts = tables["subnational"]
    is_odd = (counts["area"] == "MX-CMX") & (counts["period"] == "2020") & (counts["sex"] == "total")
    tables["subnational"] = counts.assign(flags=counts["flags"].mask(is_odd, "suspicious_jump"))
    flagged = Dataset(tables, version="areas-2", release="2025-10-28", areas=sheets(small_areas.AREAS))
    said = "Unusual jump in its own series."
    root = section(flagged, MX, 2020, en)
    marked = [
        (row.cells[1].text, at, [note.said for note in cell.notes])
        for row in table(root, "areas-rank").rows
        for at, cell in enumerate(row.cells)
        if cell.notes
    ]
    assert marked == [("Ciudad de México", 4, [said])]  # beside the count, not beside the rate that is made of it
    found = root.looks()
    assert (found["MX-CMX"].flagged, found["MX-AGU"].flagged) == (True, False)
    assert found["MX-CMX"].said == f"Ciudad de México\n40\n2.00 per 100,000 residents\n{said}"
    key = root.map().key
    assert key
    assert [sample.text for sample in key.samples] == ["with a flag (below)"]
    assert flag_lines(root.shown)[0] == ("Ciudad de México, 2020", said)
    assert flag_lines(section(flagged, MX, 2021, en).shown) == flag_lines(root.shown)[1:]  # another year has none


def test_sexes_and_ages_as_far_as_they_are_told(areas: Dataset, en: Words) -> None:
    assert rows(table(section(areas, MX, 2020, en), "areas-groups")) == [
        ["Female", "10", "30"],
        ["Not stated", "—", "10"],
        ["All", "—", "60"],
    ]
    assert "areas-groups" not in [each.name for each in section(areas, AR, 2020, en).tables()]


def test_the_sources_are_named(areas: Dataset) -> None:
    assert used(areas, MX, 2020) == ["conapo", "hand_files"]
    assert used(areas, MX, 2022) == ["hand_files"]
    assert used(areas, AR, 2020) == ["hand_line"]


def test_every_country_year_and_language_of_the_real_data(real: Dataset, en: Words, es: Words, pt: Words) -> None:
    assert set(KINDS) == {Country(code) for code in real.areas}
    for words in (en, es, pt):
        for country in KINDS:
            for year in (2010, 2016, 2020, 2023, 2025):
                root = section(real, country, year, words)
                drawn = {said.said.partition("\n")[0] for code, said in root.looks().items() if code != "unknown"}
                listed = {row.area for row in table(root, "areas-rank").rows} - {"unknown"}
                shapes = real.areas[country].shapes
                assert drawn == {shape.name for shape in shapes.values()}
                assert listed == set(shapes)
