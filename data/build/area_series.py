"""The counts of each state or province over time: flagged by the rules of `jumps` where they leap or stand still."""

from collections.abc import Mapping
from typing import NamedTuple

from data.build.jumps import MONTHS, YEARS, jumps, repeated
from data.interval import Interval
from data.period import MONTH, YEAR
from data.subnational_vocabulary import AreaIndicator
from data.vocabulary import Age, Country, Flag, Sex


class AreaKey(NamedTuple):
    """What names a row of subnational.csv."""

    country: Country
    area: str
    period: str
    indicator: AreaIndicator
    sex: Sex
    age: Age


LIMITS = {YEAR: YEARS, MONTH: MONTHS}  # by the length of the period: months scatter more


def odd(counts: Mapping[AreaKey, int]) -> dict[AreaKey, set[Flag]]:
    """Figures with `suspicious_jump` or `repeated_figure`: years beside years, months beside months. A year that is
    not over stands beside none."""
    series: dict[tuple[AreaKey, int], dict[int, AreaKey]] = {}
    for key in counts:
        if len(key.period) in LIMITS:
            name = (key._replace(period=""), len(key.period))
            series.setdefault(name, {})[_moment(key.period)] = key
    flags: dict[AreaKey, set[Flag]] = {}
    for (_, length), keys in series.items():
        points = {moment: Interval(counts[key], counts[key]) for moment, key in keys.items()}
        for flag, found in (
            (Flag.SUSPICIOUS_JUMP, jumps(points, LIMITS[length])),
            (Flag.REPEATED_FIGURE, repeated(points)),
        ):
            for moment in found:
                flags.setdefault(keys[moment], set()).add(flag)
    return flags


def _moment(period: str) -> int:
    """The year, or the months counted through."""
    year, _, month = period.partition("-")
    return int(year) * 12 + int(month) if month else int(year)
