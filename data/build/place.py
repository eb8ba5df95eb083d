"""Where a raw row belongs: the key of its cell, in the words of the vocabulary."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from data.build.labels import DROP, Labels
from data.build.stop import BuildStopped
from data.build.workbook import RawRow
from data.model import FlowKey, Key, ObservationKey
from data.vocabulary import Age, Crime, Partner, Sex
from data.wording import AGES, BREAKDOWNS, INDICATORS, MEASURES, SEXES

Word = TypeVar("Word", bound=StrEnum)


class Place(NamedTuple):
    """The cell a row belongs to, and whether its label had to be corrected to say so. `key` is None for a label that
    names no partner."""

    key: Key | None
    is_corrected: bool = False


def place(row: RawRow, source: str, file: str, labels: Labels) -> Place:
    """The place of one row.

    Raises:
        BuildStopped: for a wording or a combination that the rules do not know.
    """
    indicator = _word(INDICATORS, row, "Indicator", row.indicator, file)
    sex = _word(SEXES, row, "Sex", row.sex, file)
    age = _word(AGES, row, "Age", row.age, file)
    if row.dimension in BREAKDOWNS:
        form = _word(BREAKDOWNS[row.dimension], row, "Category", row.category, file)
        return Place(ObservationKey(row.country, row.year, Crime.TRAFFICKING, indicator, sex, age, form))
    measure = MEASURES.get((row.dimension, indicator))
    if measure is None:
        raise BuildStopped(file, row.row, "Dimension", f"{row.dimension!r} of {row.indicator!r} is unknown")
    if (sex, age) != (Sex.TOTAL, Age.TOTAL):
        raise BuildStopped(file, row.row, "Sex", f"{row.sex!r}, {row.age!r}: a flow has no sex and no age")
    reading = labels.read(source, row, measure)
    if reading is None:
        raise BuildStopped(file, row.row, "Category", f"label {row.category!r} is not in labels.csv")
    if reading.meaning == DROP:
        return Place(None)
    partner = Partner.OWN if reading.meaning == row.country else reading.meaning
    return Place(FlowKey(row.country, row.year, Crime.TRAFFICKING, measure, partner), reading.is_corrected)


def _word(words: Mapping[str, Word], row: RawRow, column: str, text: str, file: str) -> Word:
    if text not in words:
        raise BuildStopped(file, row.row, column, f"{text!r} is unknown")
    return words[text]
