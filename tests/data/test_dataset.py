"""The data in memory: what a folder answers once it is believed, and what stays up when a newer one is not."""

import gc
import json
import weakref
from datetime import UTC, datetime
from pathlib import Path

import hand_made
import pandas as pd
import pytest

from data.dataset import DataRefused, Dataset, Live, load
from data.model import Row, Selection
from data.package import seal
from data.vocabulary import Age, Country, Flag, Indicator, Sex, Status


def test_a_sound_folder_is_loaded_as_it_was_written(folder: Path) -> None:
    loaded = load(folder)
    for name, frame in hand_made.tables().items():
        keys = [str(column) for column in frame.columns]
        pd.testing.assert_frame_equal(
            loaded.tables[name].sort_values(keys, ignore_index=True), frame.sort_values(keys, ignore_index=True)
        )
    assert set(loaded.tables) == set(hand_made.tables())  # the ledger may be absent
    assert loaded.release == "2025-10-28"
    assert loaded.version == json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["version"]
    assert set(loaded.plan.shapes) == set(Country)


def test_tables_cannot_be_replaced(small: Dataset, real: Dataset) -> None:
    with pytest.raises(TypeError):
        real.tables["observations"] = small.tables["observations"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        real.version = "another"  # type: ignore[misc]


def test_a_data_set_answers_its_tables_questions(small: Dataset) -> None:
    assert small.years == (2019, 2023)
    assert small.sources["wpp_2024"]["title"] == "Residents"
    assert small.first_year(Indicator.PERSONS_PROSECUTED) == 2021
    observed = small.observed(Selection(Indicator.VICTIMS_DETECTED, 2022, 2022))
    assert observed[Country.BOL, 2022] == Row(40, 40, Status.EXACT, (Flag.SUSPICIOUS_JUMP,), hand_made.SOURCE)
    assert len(observed) == len(hand_made.VICTIMS)
    assert small.observed(Selection(Indicator.PERSONS_SUSPECTED, 2019, 2023)) == {}


def test_residents_are_those_of_the_22(small: Dataset) -> None:
    women = small.residents(Sex.FEMALE, Age.TOTAL)
    assert women[Country.ARG, 2021] == 20_000_000
    assert {country for country, _ in women} == {"ARG", "BOL", "ESP"}  # not the fourth country of the table
    assert small.residents(Sex.OTHER, Age.TOTAL) == {}


def test_a_broken_folder_is_refused_with_every_fault(folder: Path) -> None:
    _break(folder)
    with pytest.raises(DataRefused, match=r"observations\.csv:2: low: 'many' is not a whole number") as refused:
        load(folder)
    (fault,) = refused.value.faults
    assert (fault.file, fault.row, fault.column) == ("observations.csv", 2, "low")


def test_a_refusal_names_at_most_five_faults_and_keeps_all(tmp_path: Path) -> None:
    with pytest.raises(DataRefused) as refused:
        load(tmp_path)
    assert len(refused.value.faults) > 5
    assert str(refused.value).count("is missing") == 5


def _break(folder: Path) -> None:
    """A word in place of the first count, under a package that agrees with it."""
    path = folder / "observations.csv"
    path.write_bytes(path.read_bytes().replace(b",100,100,", b",many,100,", 1))
    seal(folder)


def _amend(folder: Path) -> None:
    """Another first count, soundly."""
    path = folder / "observations.csv"
    path.write_bytes(path.read_bytes().replace(b",100,100,", b",101,101,", 1).replace(b",many,100,", b",101,101,", 1))
    seal(folder)


def _first_count(dataset: Dataset) -> int:
    return dataset.observed(Selection(Indicator.VICTIMS_DETECTED, 2019, 2019))[Country.ARG, 2019].low


def test_what_does_not_change_is_not_loaded_again(folder: Path) -> None:
    live = Live(folder, interval=-1)
    assert live.dataset is live.dataset


def test_a_sound_change_is_shown(folder: Path) -> None:
    live = Live(folder, interval=-1)
    before, loaded_at = live.dataset, live.loaded_at
    _amend(folder)
    assert _first_count(live.dataset) == 101
    assert live.dataset.version != before.version
    assert loaded_at <= live.loaded_at <= datetime.now(UTC)
    assert _first_count(before) == 100  # whoever still holds the old one sees no change in it


def test_data_that_nobody_holds_any_more_go_though_they_were_frozen_at_the_start(folder: Path) -> None:
    live = Live(folder, interval=-1)
    before = weakref.ref(live.dataset)
    live.dataset.made["earlier"] = live.dataset  # an earlier release knows the newest, which has it
    gc.freeze()
    _amend(folder)
    assert _first_count(live.dataset) == 101
    gc.collect()
    assert before() is None


def test_a_broken_change_is_refused_by_name_and_the_last_good_data_stay(folder: Path) -> None:
    live = Live(folder, interval=-1)
    good = live.dataset
    _break(folder)
    assert live.dataset is good
    assert live.last_refused is not None
    assert (live.last_refused.file, live.last_refused.row, live.last_refused.column) == ("observations.csv", 2, "low")
    _amend(folder)
    assert _first_count(live.dataset) == 101
    assert live.last_refused is None


def test_a_folder_that_is_gone_is_refused_and_the_last_good_data_stay(folder: Path) -> None:
    live = Live(folder, interval=-1)
    good = live.dataset
    away = folder.rename(folder.with_name("away"))
    assert live.dataset is good
    assert live.last_refused is not None
    assert (live.last_refused.file, live.last_refused.row) == (folder.name, None)
    assert "cannot be read" in live.last_refused.reason
    away.rename(folder)
    assert live.dataset is good


def test_the_folder_is_not_looked_at_more_often_than_asked(folder: Path) -> None:
    live = Live(folder, interval=3600)
    good = live.dataset
    _amend(folder)
    assert live.dataset is good


def test_nobody_waits_while_another_looks(folder: Path) -> None:
    live = Live(folder, interval=-1)
    good = live.dataset
    _amend(folder)
    with live._lock:
        assert live.dataset is good
    assert live.dataset is not good
