"""What follows from a data set alone is made once for it, and never told of another."""

from dataclasses import replace

from data.dataset import Dataset
from data.once import once
from data.queries.coverage import calendar
from data.vocabulary import Country, Indicator


def test_an_answer_is_made_once_for_a_data_set_and_its_words(small: Dataset) -> None:
    asked: list[str] = []

    @once
    def counted(_dataset: Dataset, word: str) -> int:
        asked.append(word)
        return len(asked)

    assert [counted(small, "a"), counted(small, "b"), counted(small, "a")] == [1, 2, 1]
    assert counted(replace(small), "a") == 3  # another data set has answers of its own


def test_a_data_set_with_other_rows_has_another_calendar(small: Dataset) -> None:
    rows = small.tables["observations"]
    other = replace(small, tables={**small.tables, "observations": rows[rows["country"] != Country.ARG]})
    assert calendar(small, Indicator.VICTIMS_DETECTED).reported(Country.ARG) > 0
    assert calendar(other, Indicator.VICTIMS_DETECTED).reported(Country.ARG) == 0
