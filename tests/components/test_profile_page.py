"""The page of one country on hand-made figures: what is said, each section and its rows, and the way to a country."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from drawn import barred, graphs
from tree import classed, parse, rows, seen, text

from components.document.first_paint import to_html
from components.files.csv import csv
from components.i18n import words
from components.pages.country.page import SECTIONS, CountryProfile
from components.pages.country.section import Part
from components.pages.page import ShownPage
from components.url.choices import Language
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country

Opened = Callable[..., CountryProfile]
SUPPRESSED = re.compile(r"^<\d")


@pytest.fixture(scope="module")
def opened(record: Dataset) -> Opened:
    def page(search: str = "", language: Language = Language.EN, dataset: Dataset = record) -> CountryProfile:
        view, ignored = View.parse(f"/{language}/country", search)
        return CountryProfile(view, ignored, dataset, words(language))

    return page


def drawn(page: ShownPage) -> Element:
    return parse(to_html(page.page()))


def part(root: Element, name: str) -> Element:
    (found,) = classed(root, f"part-{name}")
    return found


def tables(root: Element) -> dict[str, list[list[str]]]:
    """The body rows of each table, by its caption."""
    return {text(table.find("caption")): list(rows(table)) for table in root.iter("table")}  # type: ignore[arg-type]


# ---- the whole ----


def test_the_headline_says_the_figure_and_how_much_is_published(opened: Opened) -> None:
    assert opened("country=ARG").finding.sentence == (
        "In 2022, Argentina reported 150 detected trafficking victims; it published 2 of the 5 indicators of that year."
    )
    assert opened("country=BOL&year=2021").finding.figure == "In 2021, Bolivia reported <5 detected trafficking victims"
    assert opened("country=BRA").finding.figure == "Brazil publishes no detected victims of 2023"


def test_every_section_stands_in_its_order_with_heading_and_source(opened: Opened, real: Dataset) -> None:
    root = drawn(opened("country=MEX", dataset=real))
    found = [node.get("class", "") for node in root.iter("section") if "part" in node.get("class", "").split()
             ]  # fmt: skip
    assert [name.rpartition("part-")[2] for name in found] == [str(p) for p in Part]
    for name in Part:
        (source,) = classed(part(root, name), "from")
        assert text(source).startswith("Source: ")
    assert [kind.part for kind in SECTIONS] == list(Part)


def test_a_country_without_areas_has_no_section_of_them(opened: Opened, real: Dataset) -> None:
    page = opened("country=AND", dataset=real)
    assert page.parts()["areas-head"]["html"] == ""
    assert page.at("areas").figure is None


def test_a_year_outside_the_data_is_said_and_the_default_shown(opened: Opened) -> None:
    page = opened("country=ARG&year=1950")
    assert page.profile
    assert page.profile.year == 2022
    assert "1950" in text(parse(page.notice()))
    assert page.view.year is None


@pytest.mark.parametrize("country", Country)
def test_every_country_has_a_page_and_rows(opened: Opened, real: Dataset, country: Country) -> None:
    language = list(Language)[list(Country).index(country) % len(Language)]  # all three in turn
    page = opened(f"country={country}", language, real)
    root = drawn(page)
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert words(language).country(country) in text(root)
    frame = page.rows()
    assert set(frame["country"]) == {str(country)}
    assert set(frame["section"]) >= set(Part) - {Part.AREAS, Part.CONTEXT, Part.FLOWS, Part.NATIONAL, Part.VICTIMS}


# ---- sections ----


def test_key_figures_print_ranges_places_and_what_is_missing(opened: Opened) -> None:
    (table,) = classed(part(drawn(opened("country=ARG")), "figures"), "keys")
    found = {row[0]: row for row in rows(table)}
    assert found["Detected victims"] == ["Detected victims", "150", "0.38", "3 of 3", "", "", "120 (2021)", "+25%"]
    assert found["Prosecuted"][1:4] == ["8–12", "0.020–0.030", "3 of 3"]
    assert found["Recorded offences"] == [
        "Recorded offences", "[x] not reported", "", "", "", "", "7 (2021)", "—",
    ]  # fmt: skip
    assert found["Suspects"][6] == "none since 2019"


def test_the_strip_fills_the_places_that_the_country_may_have(opened: Opened) -> None:
    section = part(drawn(opened("country=BOL&year=2021")), "figures")
    strips = [
        [box.get("class") for box in strip.iter("rect")] for strip in classed(section, "strip") if strip.tag == "td"
    ]
    assert strips[0] == ["empty", "empty", "sure"]  # the third of three
    assert strips[1] == ["sure", "sure"]  # offences: first or second of two
    assert strips[2] == []  # suspects: not published


def test_what_stands_out_is_said_with_its_indicator(opened: Opened) -> None:
    found = tables(part(drawn(opened("country=ARG")), "figures"))["What stands out in 2022"]
    assert ["Detected victims", "Argentina: 100 detected trafficking victims in 2019, 150 in 2022."] in found


def test_victims_are_told_of_the_nearest_year_and_parts_that_do_not_add_up_say_so(opened: Opened) -> None:
    page = opened("country=ARG").page()
    section, shown = part(parse(to_html(page)), "victims"), graphs(page)
    assert barred(shown["country-by-sex"]) == [("Female", "80"), ("Other", "3")]
    assert barred(shown["country-by-citizenship"]) == [
        ("Own nationals", "30"), ("Of other countries", "5  ⚑"), ("Not stated", "<5"),
    ]  # fmt: skip
    said = text(section)
    assert "Not all is published of 2022; the rest is shown for the nearest published year (2021)." in said
    assert "They add up to 83, which is not the published total (120): they are not parts of a whole." in said
    assert "They add up to 35–39, which is not the published total (150)" in said
    assert "%" not in said  # never a share of what does not add up
    assert "Of other countries: The partner was corrected" in said


def test_flows_face_each_other_with_their_years(opened: Opened) -> None:
    page = opened("country=ARG").page()
    section, shown = part(parse(to_html(page)), "flows"), graphs(page)
    assert barred(shown["country-into"]) == [
        ("Bolivia", "10–14  2 of 3 years"), ("China", "5  1 of 3 years"), ("Paraguay", "<5  1 of 3 years"),
    ]  # fmt: skip
    assert barred(shown["country-out"]) == [("Bolivia", "<5  1 of 1 years")]
    assert (
        "2018–2023: 15–23 victims of other citizenships detected in Argentina and <5 victims with the citizenship of "
        "Argentina detected in others of the 22." in text(section)
    )


def test_cooperation_names_partners_events_and_treaties_with_their_day(opened: Opened) -> None:
    section = part(drawn(opened("country=ARG")), "cooperation")
    found = tables(section)
    need = next(rows_ for caption, rows_ in found.items() if caption.startswith("With whom Argentina"))
    assert [[row[0], *row[2:]] for row in need] == [
        ["Bolivia", "10–18", "1", "·", "·", "·", "1/1"],
        ["Paraguay", "<5", "·", "·", "·", "·", "?"],
    ]
    treaties = next(rows_ for caption, rows_ in found.items() if caption.startswith("Treaties"))
    assert treaties[0] == ["Palermo Convention (UNTOC)", "2002", "2014-01-27"]
    assert {row[1] for row in treaties[1:]} == {"?"}  # no source read
    happened = next(rows_ for caption, rows_ in found.items() if caption.startswith("Operations, teams"))
    assert happened[0][:2] == ["ARG–BOL, 2022", "Joint team"]
    assert "with 1 country, victims of one have certainly been detected in the other" in text(section)


def test_a_country_without_a_need_says_so(opened: Opened) -> None:
    assert "neither Brazil nor another of the 22 publishes detected victims" in text(
        part(drawn(opened("country=BRA")), "cooperation")
    )


def test_context_keeps_each_family_on_its_own_scale_and_says_what_it_is_not(opened: Opened, real: Dataset) -> None:
    section = part(drawn(opened("country=ARG", dataset=real)), "context")
    families = classed(section, "family")
    assert [family.get("class") for family in families] == [
        f"family is-{name}" for name in (
            "policy_3p", "tip_report", "oc_index", "gsi_estimate", "gsi_vulnerability", "gsi_response", "encounters",
        )
    ]  # fmt: skip
    assert all(text(classed(family, "legend-line")[0]) for family in families)
    assert not classed(section, "place")  # no ranking
    assert "Organized Crime Index (scale from 1 to 10)" in tables(section)
    tiers = [seen(box) for box in classed(families[1], "tier")]
    assert tiers[0].startswith("2015Tier 2")
    assert classed(families[1], "bar") == []  # a grade has no scale


def test_a_score_is_drawn_from_the_lower_end_of_its_scale(opened: Opened, real: Dataset) -> None:
    section = part(drawn(opened("country=AND", dataset=real)), "context")
    table = next(node for node in section.iter("table"))
    first = next(table.iterfind(".//tbody/tr"))
    assert seen(next(iter(first))).endswith("human trafficking")
    (sure,) = classed(first, "sure")
    assert float(sure.get("width", "")) == pytest.approx((1.5 - 1) / (10 - 1) * 100, abs=0.01)


def test_no_context_is_one_plain_line(opened: Opened) -> None:
    assert "None of the collected indices is about Argentina." in text(part(drawn(opened("country=ARG")), "context"))


def test_quality_shows_calendar_flags_quarantine_and_revisions(opened: Opened) -> None:
    section = part(drawn(opened("country=ESP")), "quality")
    (calendar,) = classed(section, "matrix")
    found = {row[0]: row[1:] for row in rows(calendar)}
    assert found["Detected victims"] == ["■", "·", "■", "■", "◧"]
    assert found["Prosecuted"] == ["·", "·", "■", "■", "·"]
    assert found["Detected victims by citizenship"] == ["·", "·", "■", "·", "·"]
    assert found["Repatriations"] == ["·", "·", "■", "·", "·"]
    said = text(section)
    assert "8 of 40 cells are published" in said  # victims 4, prosecuted 2, citizenship 1, repatriations 1
    assert "2021: 6,112,019" in said
    assert "Detected victims (2021)" in [row[0] for row in tables(section)["What to know about the figures"]]
    assert "No figure of this country differs between the two releases." in said


def test_revisions_print_both_values(opened: Opened, real: Dataset) -> None:
    found = tables(part(drawn(opened("country=MEX", dataset=real)), "quality"))
    caption = "Totals that differ between the release of 2025-04-14 and that of 2025-10-28"
    assert ["Prosecuted", "2022", "137", "34", "Changed"] in found[caption]
    assert ["Convicted", "2009", "<5", "0", "Suppressed before, exact now"] in found[caption]


# ---- all numbers ----


def test_the_table_has_every_row_of_the_file_and_prints_them_alike(opened: Opened, real: Dataset) -> None:
    for dataset, code in ((None, "ARG"), (real, "AND"), (real, "MEX")):
        page = opened(f"country={code}&chart=table", **({"dataset": dataset} if dataset else {}))
        (table,) = classed(drawn(page), "listing")
        shown = [row for row in rows(table) if len(row) > 1]
        frame = page.rows()
        assert len(shown) == len(frame)
        assert [row[3].removesuffix("⚑") for row in shown] == list(frame["printed"])


def test_the_rows_hold_every_number_that_the_sections_print(opened: Opened, real: Dataset) -> None:
    """Figures in cells of numbers are among the printed ones, the years and days that tables have apart."""
    for code in ("ARG", "AND", "MEX"):
        page = opened(f"country={code}", dataset=real)
        printed = set(page.rows()["printed"])
        root = drawn(page)
        for name, look in (("victims", "makeup"), ("flows", "bars")):
            for table in classed(part(root, name), look):
                cells = [seen(cell).strip() for cell in classed(table, "n") if cell.tag == "td"]
                assert set(cells) <= printed, (code, name)


def test_bounds_are_as_published_and_missing_is_not_zero(opened: Opened) -> None:
    frame = opened("country=BOL&year=2021").rows()
    victims = frame[(frame["figure"] == "victims_detected") & (frame["unit"] == "count") & (frame["group"] == "")]
    of_2021 = victims[victims["period"] == "2021"].iloc[0]
    assert (of_2021["low"], of_2021["high"], of_2021["printed"]) == (0, 4, "<5")
    missing = frame[frame["printed"] == "[x]"]
    assert len(missing)
    assert missing[["low", "high"]].isna().all().all()
    assert b",120,120,count,120," in csv(opened("country=ARG").rows())  # whole numbers stay whole


def test_every_number_names_a_source_that_is_known(opened: Opened, real: Dataset) -> None:
    frame = opened("country=ARG", dataset=real).rows()
    told = frame[frame["low"].notna() & (frame["unit"] != "figures")]
    assert all(set(name.split("|")) <= set(real.sources) for name in told["source"])
    assert (told["source"] != "").all()


def test_a_section_names_the_sources_of_its_entries(opened: Opened, real: Dataset) -> None:
    for code in Country:
        page = opened(f"country={code}", dataset=real)
        for section in (each for each in page.sections if each.part is not Part.AREAS):
            named = {name for entry in section.entries() for name in entry.source.split("|") if name}
            assert set(section.sources) == named, (code, section.part)
