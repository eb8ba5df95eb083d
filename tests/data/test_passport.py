"""The passport of a figure: the raw rows, what was refused, and how releases differ, in small tables and real ones."""

from types import MappingProxyType

import hand_made
import pandas as pd
import pytest

from data import schema
from data.dataset import Dataset
from data.queries.passport import Asked, Step, passport
from data.releases import Printed
from data.vocabulary import (
    Age,
    Change,
    Country,
    Crime,
    Exploitation,
    Flag,
    FlowMeasure,
    Indicator,
    Sex,
    Status,
)

BEFORE = "glotip_2025_04_14"
WHOLE = {"sex": "total", "age": "total", "exploitation": "total", "measure": "", "partner": ""}


def revised(small: Dataset) -> Dataset:
    """The small data set with an earlier release: Argentina's 110 of 2020 was 108, its 150 of 2022 was `<5`, Bolivia's
    50 of 2023 is new, and Spain's 210 of 2020 is gone."""
    found = [
        ("ARG", 2020, (108, 108, "exact"), (110, 110, "exact"), "changed"),
        ("ARG", 2022, (0, 4, "suppressed"), (150, 150, "exact"), "changed"),
        ("BOL", 2023, (None, None, ""), (50, 50, "exact"), "added"),
        ("ESP", 2020, (210, 210, "exact"), (None, None, ""), "removed"),
    ]
    names = ("low", "high", "status")
    rows = [
        {
            "table": "observations", "country": country, "year": year, "crime": "trafficking",
            "indicator": "victims_detected", **WHOLE, "release_from": BEFORE, "release_to": hand_made.SOURCE,
            **{f"{name}_from": value for name, value in zip(names, earlier, strict=True)},
            **{f"{name}_to": value for name, value in zip(names, later, strict=True)}, "kind": kind,
        }
        for country, year, earlier, later, kind in found
    ]  # fmt: skip
    table = schema.TABLES["revisions"]
    whole = {field.name: "Int64" if field.type == "integer" else "str" for field in table.fields}
    frame = pd.DataFrame(rows, columns=table.columns).astype(whole)
    return Dataset(MappingProxyType({**small.tables, "revisions": frame}), small.plan, "small-2", small.release)


def test_a_passport_has_the_figure_and_its_raw_row(small: Dataset) -> None:
    found = passport(small, Asked(Country.ARG))
    assert found.published == (2019, 2020, 2021, 2022)
    assert found.cell(2022).count == (150, 150)
    assert found.cell(2022).rate == (0.375, 0.375)  # 150 of 40 million
    assert found.rows[2022] == (4,)
    assert found.cell(2023).status is Status.NOT_REPORTED
    assert 2023 not in found.rows


def test_a_suppressed_figure_keeps_its_bounds(small: Dataset) -> None:
    cell = passport(small, Asked(Country.BOL)).cell(2021)
    assert (cell.count, cell.status) == ((0, 4), Status.SUPPRESSED)


def test_what_the_source_does_not_ask_for_is_not_applicable(small: Dataset) -> None:
    found = passport(small, Asked(Country.ARG, indicator=Indicator.OFFENCES_RECORDED, sex=Sex.FEMALE))
    assert {cell.status for cell in found.cells} == {Status.NOT_APPLICABLE}


def test_a_breakdown_and_the_other_crime_have_passports_of_their_own(small: Dataset) -> None:
    assert passport(small, Asked(Country.ARG, sex=Sex.FEMALE, age=Age.AGE_0_17)).cell(2021).count == (20, 20)
    smuggling = Asked(Country.BOL, Crime.SMUGGLING_OF_MIGRANTS, Indicator.OFFENCES_RECORDED)
    assert passport(small, smuggling).published == (2020, 2021)
    assert list(passport(small, smuggling).years) == [2020, 2021]  # the years of its crime


def test_of_a_flow_it_is_known_in_which_years_the_country_lists_any_partner(small: Dataset) -> None:
    found = passport(small, Asked(Country.ARG, partner="BOL"))
    assert (found.cell(2021).count, found.rows[2021]) == ((0, 4), (5, 6))
    assert found.listed == {2021}
    other = passport(small, Asked(Country.ARG, partner="PRY"))
    assert (other.published, other.listed) == ((), {2021})
    assert passport(small, Asked(Country.BOL, partner="ARG")).listed == set()


def test_a_refused_row_is_found_by_the_words_of_the_source(small: Dataset) -> None:
    of_list = passport(small, Asked(Country.ESP, partner="own", flow=FlowMeasure.CONVICTED_BY_CITIZENSHIP))
    assert [row.printed for row in of_list.refused[2021]] == ["6,112,019"]
    elsewhere = [
        Asked(Country.ESP, partner="own"),
        Asked(Country.ARG, partner="own", flow=FlowMeasure.CONVICTED_BY_CITIZENSHIP),
        Asked(Country.ESP, indicator=Indicator.PERSONS_CONVICTED),
    ]
    assert [passport(small, asked).refused for asked in elsewhere] == [{}, {}, {}]


def test_a_refused_part_stands_in_the_passport_of_that_part_only(real: Dataset) -> None:
    part = Asked(Country.DOM, sex=Sex.UNKNOWN, age=Age.UNKNOWN, exploitation=Exploitation.OTHER_EXPLOITATION)
    found = passport(real, part)
    assert [(row.source, row.row) for row in found.refused[2019]] == [
        ("glotip_2025_04_14", 54756), ("glotip_2025_10_28", 60841),
    ]  # fmt: skip
    assert found.cell(2019).status is Status.NOT_REPORTED
    assert passport(real, part._replace(sex=Sex.FEMALE)).refused == {}


def test_a_withheld_figure_has_what_the_source_prints_and_what_contradicts_it(real: Dataset) -> None:
    found = passport(real, Asked(Country.PRY, indicator=Indicator.PERSONS_PROSECUTED, age=Age.AGE_0_17))
    told = found.contested[2021]
    assert (found.cell(2021).status, found.cell(2021).count) == (Status.WITHHELD, None)
    assert (told.printed, told.doubt, told.rows, found.rows[2021]) == ((17, 17), "mislabelled", (40648,), (40648,))
    assert [(each.key[4:6], each.bounds) for each in told.against] == [
        (("female", "age_0_17"), (0, 0)), (("female", "total"), (17, 17)), (("male", "age_0_17"), (0, 0)),
    ]  # fmt: skip


def test_a_part_that_was_withheld_is_shown_when_its_headline_is_mended(real: Dataset) -> None:
    part = Asked(Country.COL, indicator=Indicator.PERSONS_CONVICTED, exploitation=Exploitation.SEXUAL_EXPLOITATION)
    now, then = (passport(real.at(day), part) for day in (None, "2025-04-14"))
    assert (now.cell(2020).count, then.cell(2020).status) == ((75, 75), Status.WITHHELD)
    assert now.steps[2020][2:] == (None, (75, 75, "exact"), Change.RELEASED)
    assert (then.contested[2020].printed, then.contested[2020].against[0].bounds) == ((75, 75), (5, 5))
    assert now.contested[2020].against[0].bounds == (24, 24)  # which it exceeds still: flagged, not withheld


def test_a_headline_that_contradicts_a_part_is_flagged_and_names_it(real: Dataset) -> None:
    headline = passport(real, Asked(Country.GTM, indicator=Indicator.PERSONS_CONVICTED))
    assert Flag.TOTAL_BELOW_PART in headline.cell(2020).flags
    assert (113, 113) in [each.bounds for each in headline.contested[2020].against]
    assert set(headline.contested[2020].flags) <= set(headline.cell(2020).flags)


def test_without_an_earlier_release_there_is_no_history(small: Dataset) -> None:
    assert passport(small, Asked(Country.ARG)).steps == {}


def test_two_releases_stand_side_by_side_as_each_printed_it(small: Dataset) -> None:
    def exact(n: int) -> Printed:
        return Printed(n, n, Status.EXACT)

    steps = passport(revised(small), Asked(Country.ARG)).steps
    assert steps[2020] == Step(BEFORE, hand_made.SOURCE, exact(108), exact(110), Change.CHANGED)
    assert steps[2022].before == Printed(0, 4, Status.SUPPRESSED)
    assert steps[2019] == Step(BEFORE, hand_made.SOURCE, exact(100), exact(100), None)  # no record: the same
    assert 2023 not in steps  # in neither release
    bolivia = passport(revised(small), Asked(Country.BOL)).steps[2023]
    assert (bolivia.before, bolivia.after, bolivia.kind) == (None, exact(50), Change.ADDED)
    spain = passport(revised(small), Asked(Country.ESP)).steps[2020]
    assert (spain.before, spain.after, spain.kind) == (exact(210), None, Change.REMOVED)


@pytest.mark.parametrize("table", ["observations", "flows"])
def test_every_row_and_its_passport_agree(real: Dataset, table: str) -> None:
    """Some 80 rows of each table, evenly spread."""
    frame = real.tables[table]
    for row in frame.iloc[:: len(frame) // 80].to_dict("records"):
        asked = Asked(
            Country(row["country"]), Crime(row["crime"]),
            *(
                (Indicator(row["indicator"]), Sex(row["sex"]), Age(row["age"]), Exploitation(row["exploitation"]))
                if table == "observations" else ()
            ),
        )  # fmt: skip
        if table == "flows":
            asked = asked._replace(flow=FlowMeasure(row["measure"]), partner=str(row["partner"]))
        found, year = passport(real, asked), int(row["year"])
        assert found.cell(year).count == (row["low"], row["high"])
        assert found.cell(year).status == row["status"]
        assert "|".join(map(str, found.rows[year])) == row["raw_rows"]
        step = found.steps.get(year)
        assert step is None or step.after == Printed(row["low"], row["high"], Status(row["status"]))


def test_in_an_earlier_release_the_figure_is_what_it_then_was(real: Dataset) -> None:
    """Some 40 of the figures that the two releases print differently, and what both say of their history."""
    then = real.at("2025-04-14")
    frame = real.tables["revisions"]
    rows = frame[frame["table"] == "observations"]
    for row in rows.iloc[:: len(rows) // 40].to_dict("records"):
        asked = Asked(
            Country(row["country"]), Crime(row["crime"]), Indicator(row["indicator"]), Sex(row["sex"]), Age(row["age"]),
            Exploitation(row["exploitation"]),
        )  # fmt: skip
        before, now = (passport(data, asked) for data in (then, real))
        year = int(row["year"])
        assert before.steps[year] == now.steps[year]
        for found, printed in ((before, now.steps[year].before), (now, now.steps[year].after)):
            count = found.cell(year).count if year in found.years else None
            assert count == (printed[:2] if printed else None)
