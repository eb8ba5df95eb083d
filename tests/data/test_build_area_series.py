"""Figures of states and provinces over time: years beside years, months beside months."""

from itertools import permutations

from data.build.area_series import AreaKey, odd
from data.subnational_vocabulary import AreaIndicator
from data.vocabulary import Age, Country, Flag, Sex

JUMP, AGAIN = {Flag.SUSPICIOUS_JUMP}, {Flag.REPEATED_FIGURE}
COAHUILA = AreaKey(
    Country.MEX, "MX-COA", "", AreaIndicator.VICTIMS_IN_INVESTIGATION_FILES, Sex.TOTAL, Age.TOTAL
)  # fmt: skip


def told(counts: dict[str, int], key: AreaKey = COAHUILA) -> dict[AreaKey, int]:
    return {key._replace(period=period): count for period, count in counts.items()}


def flags(counts: dict[AreaKey, int]) -> dict[str, set[Flag]]:
    return {key.period: found for key, found in odd(counts).items()}


def test_a_month_and_the_year_that_holds_it() -> None:
    months = told({"2015-06": 3, "2015-07": 0, "2015-08": 279, "2015-09": 1, "2015-10": 0})
    years = told({"2015": 286, "2016": 9, "2017": 2})
    assert flags(months | years) == {"2015-08": JUMP, "2015": JUMP}


def test_december_stands_before_january() -> None:
    assert flags(told({"2015-11": 0, "2015-12": 0, "2016-01": 279, "2016-02": 0})) == {"2016-01": JUMP}
    assert flags(told({"2015-12": 12, "2016-01": 12, "2016-02": 12})) == dict.fromkeys(
        ("2015-12", "2016-01", "2016-02"), AGAIN
    )


def test_half_a_year_stands_beside_none() -> None:
    assert flags(told({"2022": 300, "2023": 310, "2024": 305, "2025-01/2025-06": 5})) == {}
    assert flags(told({"2023": 30, "2024": 30, "2025-01/2025-06": 30})) == {}


def test_each_area_and_group_is_a_series_of_its_own() -> None:
    women, nayarit = COAHUILA._replace(sex=Sex.FEMALE), COAHUILA._replace(area="MX-NAY")
    counts = told({"2015": 286}) | told({"2016": 9}, women) | told({"2017": 2}, nayarit)
    assert odd(counts) == {}
    again = told({"2015": 12, "2016": 12, "2017": 12})
    assert flags(again | told({"2015": 12, "2016": 12}, women)) == dict.fromkeys(("2015", "2016", "2017"), AGAIN)


def test_the_order_of_rows_is_none_of_its_business() -> None:
    counts = told({"2015": 286, "2016": 9, "2017": 2, "2018": 2, "2019": 40, "2020": 9})
    for rows in permutations(counts.items()):
        assert odd(dict(rows)) == odd(counts) != {}
