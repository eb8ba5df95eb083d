"""What is lacking, counted by hand on the small data set (tests/hand_made.py), and from the tables of the real one."""

from dataclasses import replace
from types import MappingProxyType

import hand_made
import pandas as pd
import recorded

from data.dataset import Dataset
from data.queries.missing import MAIN, Lack, missing
from data.vocabulary import Country, Flag, FlowMeasure, Indicator

ARG, BOL, ESP, CHL = Country.ARG, Country.BOL, Country.ESP, Country.CHL
KNOWN = (ARG, BOL, ESP)


def test_what_the_three_lack_is_known_since_when(small: Dataset) -> None:
    found = missing(small)
    assert found.year == 2022  # three of three report; of 2023 two
    assert [lack for lack in found.lacks if lack.country in KNOWN] == [
        *(Lack(c, Indicator.PERSONS_SUSPECTED, None) for c in KNOWN),
        *(Lack(c, Indicator.PERSONS_CONVICTED, None) for c in KNOWN),
        Lack(ARG, FlowMeasure.VICTIMS_BY_CITIZENSHIP, 2021),
        Lack(BOL, FlowMeasure.VICTIMS_BY_CITIZENSHIP, None),
        Lack(ESP, FlowMeasure.VICTIMS_BY_CITIZENSHIP, None),
    ]
    assert found.of(CHL) == tuple(Lack(CHL, measure, None) for measure in MAIN)
    assert len(found.by(Indicator.VICTIMS_DETECTED)) == len(Country) - len(KNOWN)
    assert found.countries == tuple(Country)


def test_a_figure_that_is_withheld_is_printed_and_not_missing(small: Dataset) -> None:
    row = {
        "table": "observations", "country": "CHL", "year": 2022, "crime": "trafficking",
        "indicator": "victims_detected", "measure": "", "partner": "", "sex": "total", "age": "total",
        "exploitation": "total", "low": 1, "high": 1, "status": "withheld", "doubt": "above_headline", "against": "1",
        "source": hand_made.SOURCE, "raw_rows": "1",
    }  # fmt: skip
    printed = replace(small, tables=MappingProxyType({**small.tables, "withheld": pd.DataFrame([row])}))
    assert Lack(CHL, Indicator.VICTIMS_DETECTED, None) in missing(small).lacks
    assert not any(lack.country is CHL for lack in missing(printed).by(Indicator.VICTIMS_DETECTED))


def test_who_lists_citizenships_in_the_year_lacks_none(small: Dataset) -> None:
    listed = missing(recorded.beside(small)).by(FlowMeasure.VICTIMS_BY_CITIZENSHIP)
    assert {lack.country for lack in listed} & set(KNOWN) == {ESP}  # Argentina and Bolivia list some of 2022
    assert Lack(ESP, FlowMeasure.VICTIMS_BY_CITIZENSHIP, 2021) in listed


def test_the_lacks_of_the_real_data_are_those_of_its_tables(real: Dataset) -> None:
    """From the tables themselves, without the answers that the query is made of."""
    found = missing(real)
    for measure in MAIN:
        latest = _last_years(real, measure)
        expected = {str(c): latest.get(str(c)) for c in Country if latest.get(str(c), 0) < found.year}
        assert {str(lack.country): lack.last for lack in found.by(measure)} == expected
    assert 0 < len(found.countries) < len(Country)
    assert sum(len(found.of(country)) for country in found.countries) == len(found.lacks)


def _last_years(real: Dataset, measure: Indicator | FlowMeasure) -> dict[str, int]:
    """The last year of each country with a row, a zero beside no total left out; withheld headlines count."""
    is_indicator = isinstance(measure, Indicator)
    column = "indicator" if is_indicator else "measure"
    frame = real.tables["observations" if is_indicator else "flows"]
    frames = [frame[~frame["flags"].str.contains(Flag.ZERO_WITHOUT_TOTAL)] if is_indicator else frame]
    frames.append(real.withheld("observations" if is_indicator else "flows"))
    rows = pd.concat([each[each[column] == measure] for each in frames])
    if is_indicator:
        rows = rows[(rows[["sex", "age", "exploitation"]] == "total").all(axis=1)]
    return {str(c): int(y) for c, y in rows.groupby("country")["year"].max().items()}
