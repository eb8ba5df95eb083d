"""Wholes that their parts contradict: kept as published, and flagged.

Bounds are compared so that only what no figure inside them could reconcile is flagged: the sum of the parts' lower
bounds against the whole's upper bound. A person may be counted under several forms of exploitation, so forms beyond
their whole are no error by themselves; the flag says that they must not be added.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from data.build.merge import Cell
from data.build.place import FlowKey, Key, ObservationKey
from data.vocabulary import Age, Exploitation, Flag, FlowMeasure, Partner, Sex
from data.wording import COUNTED

SEXES = (Sex.FEMALE, Sex.MALE, Sex.OTHER)
AGES = (Age.AGE_0_17, Age.AGE_18_PLUS)
FORMS = tuple(form for form in Exploitation if form is not Exploitation.TOTAL)


def conflicts(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, Flag]]:
    """Cells that a conflict concerns, with its flag: `parts_exceed_total` on the whole; `total_below_part` on the whole
    and on each part that alone exceeds it. A cell may come more than once."""
    for whole, parts in _splits(cells):
        most = cells[whole].count.high
        if sum(cells[part].count.low for part in parts) > most:
            yield whole, Flag.PARTS_EXCEED_TOTAL
        for part in parts:
            if cells[part].count.low > most:
                yield part, Flag.TOTAL_BELOW_PART
                yield whole, Flag.TOTAL_BELOW_PART


def _splits(cells: Mapping[Key, Cell]) -> Iterator[tuple[Key, list[Key]]]:
    for whole in cells:
        if isinstance(whole, ObservationKey):
            for parts in _by_person(whole):
                yield whole, [part for part in parts if part in cells]
    for whole, flows in _by_citizenship(cells).items():
        if whole in cells:
            yield whole, flows


def _by_person(whole: ObservationKey) -> Iterator[list[Key]]:
    """The ways in which a cell divides: by sex, by age, by both, by form. Persons of unknown sex and age are one more
    part of each but the last."""
    of_all = whole.sex is Sex.TOTAL and whole.age is Age.TOTAL
    rest: list[Key] = [whole._replace(sex=Sex.UNKNOWN, age=Age.UNKNOWN)] if of_all else []
    if whole.sex is Sex.TOTAL:
        yield [*(whole._replace(sex=sex) for sex in SEXES), *rest]
    if whole.age is Age.TOTAL:
        yield [*(whole._replace(age=age) for age in AGES), *rest]
    if of_all:
        yield [*(whole._replace(sex=sex, age=age) for sex, age in product(SEXES, AGES)), *rest]
    if whole.exploitation is Exploitation.TOTAL:
        yield [whole._replace(exploitation=form) for form in FORMS]


def _by_citizenship(cells: Mapping[Key, Cell]) -> dict[Key, list[Key]]:
    found: dict[Key, list[Key]] = {}
    for key in cells:
        if isinstance(key, FlowKey) and key.partner != Partner.ABROAD:
            if key.measure is FlowMeasure.VICTIMS_REPATRIATED:
                continue  # a return may follow a detection of an earlier year
            whole = ObservationKey(key.country, key.year, key.crime, COUNTED[key.measure])
            found.setdefault(whole, []).append(key)
    return found
