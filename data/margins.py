"""What a figure divides into, and where a source contradicts itself: each whole held against the sum of its parts.

A table of persons by sex, age and form of exploitation has margins: women of all ages, children of both sexes. Each is
a whole whose parts the source prints too. Bounds are compared so that only what no figure inside them could reconcile
is a contradiction: the parts' lower bounds against the whole's upper one, and the reverse where all parts are printed.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from data.interval import Interval, total
from data.model import FlowKey, Key, ObservationKey
from data.vocabulary import Age, Exploitation, Flag, FlowMeasure, Partner, Sex
from data.wording import COUNTED

SEXES = (Sex.FEMALE, Sex.MALE, Sex.OTHER)
AGES = (Age.AGE_0_17, Age.AGE_18_PLUS)
FORMS = tuple(form for form in Exploitation if form is not Exploitation.TOTAL)
ALWAYS = (Sex.FEMALE, Sex.MALE)  # a third sex is printed only where it is counted

Counts = Mapping[Key, Interval]


class Split(NamedTuple):
    """One way in which a whole divides: the parts that are printed, and whether these are all that the source asks for.

    Persons may be counted under several forms of exploitation, and a list of citizenships is never complete.
    """

    whole: Key
    parts: tuple[Key, ...]
    is_complete: bool


class Contradiction(NamedTuple):
    """A figure, what is wrong with it, and the figures that it cannot be reconciled with. `sum` are the bounds of these
    together, in the unit of the figure."""

    key: Key
    flag: Flag
    against: tuple[Key, ...]
    sum: Interval


def contradictions(counts: Counts) -> Iterator[Contradiction]:
    """Every figure that a split contradicts: `parts_exceed_total` (`forms_exceed_total` where forms of exploitation are
    added, for a person may be counted under several) and `parts_below_total` on the whole, `total_below_part` on the
    whole and on each part that alone exceeds it."""
    for whole, parts, is_complete in splits(counts):
        if not parts:
            continue
        own, together = counts[whole], total([counts[part] for part in parts])
        if together.low > own.high:
            exceeded = Flag.PARTS_EXCEED_TOTAL if are_persons(whole, parts) else Flag.FORMS_EXCEED_TOTAL
            yield Contradiction(whole, exceeded, parts, together)
        if is_complete and together.high < own.low:
            yield Contradiction(whole, Flag.PARTS_BELOW_TOTAL, parts, together)
        for part in parts:
            if counts[part].low > own.high:
                yield Contradiction(part, Flag.TOTAL_BELOW_PART, (whole,), own)
                yield Contradiction(whole, Flag.TOTAL_BELOW_PART, (part,), counts[part])


def splits(counts: Counts) -> Iterator[Split]:
    """Every split of every figure among `counts`; its parts are those among them."""
    for whole in counts:
        if isinstance(whole, ObservationKey):
            for needed, parts in _of_observation(whole):
                printed = tuple(part for part in (*needed, *parts) if part in counts)
                yield Split(whole, printed, all(part in counts for part in needed))
    for whole, flows in _by_citizenship(counts).items():
        if whole in counts:
            yield Split(whole, tuple(flows), False)


def are_persons(whole: Key, parts: tuple[Key, ...]) -> bool:
    """Whether the parts are persons by sex, age or citizenship, each counted once, and no forms of exploitation."""
    form = getattr(whole, "exploitation", None)
    return all(getattr(part, "exploitation", form) is form for part in parts)


def swapped(key: ObservationKey) -> tuple[ObservationKey, ...]:
    """The margins of the other dimension that a margin by sex or by age could be mistaken for: for children of both
    sexes, women and men of all ages. A cell inside the table, and the whole of it, could be mistaken for none."""
    if key.sex is Sex.TOTAL and key.age in AGES:
        return tuple(key._replace(sex=sex, age=Age.TOTAL) for sex in SEXES)
    if key.age is Age.TOTAL and key.sex in SEXES:
        return tuple(key._replace(sex=Sex.TOTAL, age=age) for age in AGES)
    return ()


def _of_observation(whole: ObservationKey) -> Iterator[tuple[list[Key], list[Key]]]:
    """The ways in which a figure divides: by sex, by age, by both, by form; the parts that the source always asks for,
    and those that it prints where they are counted. Persons of unknown sex and age are one more part of each but the
    last."""
    of_all = whole.sex is Sex.TOTAL and whole.age is Age.TOTAL
    rest: list[Key] = [whole._replace(sex=Sex.UNKNOWN, age=Age.UNKNOWN)] if of_all else []
    if whole.sex is Sex.TOTAL:
        yield [whole._replace(sex=sex) for sex in ALWAYS], [whole._replace(sex=Sex.OTHER), *rest]
    if whole.age is Age.TOTAL and whole.sex is not Sex.UNKNOWN:
        yield [whole._replace(age=age) for age in AGES], rest
    if of_all:
        needed = [whole._replace(sex=sex, age=age) for sex, age in product(ALWAYS, AGES)]
        yield list(needed), [*(whole._replace(sex=Sex.OTHER, age=age) for age in AGES), *rest]
    if whole.exploitation is Exploitation.TOTAL:
        yield [whole._replace(exploitation=form) for form in FORMS], []


def _by_citizenship(counts: Counts) -> dict[Key, list[Key]]:
    found: dict[Key, list[Key]] = {}
    for key in counts:
        if isinstance(key, FlowKey) and key.partner != Partner.ABROAD:
            if key.measure is FlowMeasure.VICTIMS_REPATRIATED:
                continue  # a return may follow a detection of an earlier year
            whole = ObservationKey(key.country, key.year, key.crime, COUNTED[key.measure])
            found.setdefault(whole, []).append(key)
    return found
