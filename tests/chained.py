"""The chain of three countries, small enough to be added up by hand (figures of victims as in tests/hand_made.py).

                    2019    2020    2021    2022
    ARG victims      100     110     120     150
        suspected     50      40      30       -
        prosecuted    20      <5     (35)     30    2021: more than suspected
        convicted     10      (5)    6-9       8    2020: more than prosecuted
    BOL victims       <5       0      <5      40
        prosecuted    10      10      10      <5
        convicted     <5      <5      <5      <5
    ESP victims      200       -     240     250
        prosecuted    30      30      30      30
        convicted      3       3       3       -

In 2021 Argentina convicted 4 women and 0 to 4 men; 6 of its own nationals, <5 Bolivians, and 2 whose citizenship is not
stated. In 2022 it convicted 5 women, and of its own nationals 7.
"""

from types import MappingProxyType

import hand_made

from data.dataset import Dataset

COUNTS: dict[tuple[str, str], dict[int, tuple[int, int]]] = {
    ("ARG", "persons_suspected"): {2019: (50, 50), 2020: (40, 40), 2021: (30, 30)},
    ("ARG", "persons_prosecuted"): {2019: (20, 20), 2020: (0, 4), 2021: (35, 35), 2022: (30, 30)},
    ("ARG", "persons_convicted"): {2019: (10, 10), 2020: (5, 5), 2021: (6, 9), 2022: (8, 8)},
    ("BOL", "persons_prosecuted"): {2019: (10, 10), 2020: (10, 10), 2021: (10, 10), 2022: (0, 4)},
    ("BOL", "persons_convicted"): {2019: (0, 4), 2020: (0, 4), 2021: (0, 4), 2022: (0, 4)},
    ("ESP", "persons_prosecuted"): {2019: (30, 30), 2020: (30, 30), 2021: (30, 30), 2022: (30, 30)},
    ("ESP", "persons_convicted"): {2019: (3, 3), 2020: (3, 3), 2021: (3, 3)},
}
BY_SEX = [(2021, "female", 4, 4), (2021, "male", 0, 4), (2021, "other", 1, 1), (2022, "female", 5, 5)]
CITIZENS = [(2021, "own", 6, 6), (2021, "BOL", 0, 4), (2021, "unknown", 2, 2), (2022, "own", 7, 7)]


def dataset(plan: object = None) -> Dataset:
    """The tables above beside hand_made's population and sources."""
    tables = hand_made.tables()
    rows = [hand_made._row("victims_detected", c, y, low, high, flags=f) for c, y, low, high, f in hand_made.VICTIMS]
    for (country, indicator), years in COUNTS.items():
        rows += [hand_made._row(indicator, country, year, *bounds) for year, bounds in years.items()]
    rows += [hand_made._row("persons_convicted", "ARG", year, low, high, sex) for year, sex, low, high in BY_SEX]
    flow = {
        "country": "ARG", "crime": "trafficking", "measure": "convicted_by_citizenship", "flags": "",
        "source": hand_made.SOURCE, "raw_rows": "5",
    }  # fmt: skip
    tables["observations"] = hand_made._typed("observations", rows)
    tables["flows"] = hand_made._typed(
        "flows",
        [
            flow | {"year": year, "partner": partner, "low": low, "high": high,
                    "status": "exact" if low == high else "suppressed"}
            for year, partner, low, high in CITIZENS
        ],
    )  # fmt: skip
    return Dataset(MappingProxyType(tables), plan or {}, "chained-1", hand_made.RELEASE)  # type: ignore[arg-type]
