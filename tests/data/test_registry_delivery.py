"""What a data set holds of a registry: published bounds, never a delivered count, and a version that tells none."""

import json
from pathlib import Path

import delivered
import hand_made
import pandas as pd
import pytest
from babel import Locale

from components.i18n import ALPHA_2
from data.dataset import Dataset, load
from data.filter import select
from data.iso3166 import ALPHA_3
from data.registry.delivery import publish
from data.schema import SHOWN


@pytest.fixture
def registered(tmp_path: Path) -> Dataset:
    return load(delivered.write(tmp_path / "data"))


def _shown(frame: pd.DataFrame, partner: str, year: int, instrument: str) -> list[tuple[object, ...]]:
    rows = frame[(frame["partner"] == partner) & (frame["year"] == year) & (frame["instrument"] == instrument)]
    rows = rows[(rows["crime"] == "trafficking") & (rows["direction"] == "sent")]
    return [
        tuple(row) for row in rows[["tally", "low", "high", "status", "median_days"]].fillna(-1).itertuples(index=False)
    ]


def test_rows_are_published_four_by_four(registered: Dataset) -> None:
    frame = registered.tables["registry"]
    assert list(frame.columns) == SHOWN["registry"].columns
    assert len(frame) == 4 * len(delivered.ROWS)
    assert _shown(frame, "BOL", 2020, delivered.MLA) == [
        ("requests", 20, 20, "exact", -1),
        ("answered", 9, 9, "exact", 40),
        ("pending", 5, 5, "exact", -1),
        ("refused", 6, 6, "exact", -1),
    ]
    assert _shown(frame, "ARG", 2021, delivered.EXTRADITION) == [
        ("requests", 12, 12, "exact", -1),
        ("answered", 8, 12, "range", 90),
        ("pending", 0, 4, "suppressed", -1),
        ("refused", 0, 4, "suppressed", -1),
    ]


def test_days_are_withheld_where_fewer_than_the_threshold_may_have_been_answered(registered: Dataset) -> None:
    assert _shown(registered.tables["registry"], "BOL", 2021, delivered.EXTRADITION) == [
        ("requests", 0, 4, "suppressed", -1),
        ("answered", 0, 4, "suppressed", -1),
        ("pending", 0, 4, "suppressed", -1),
        ("refused", 0, 4, "suppressed", -1),
    ]


def test_a_zero_is_hidden_like_any_small_count(registered: Dataset) -> None:
    assert {row[1:4] for row in _shown(registered.tables["registry"], "USA", 2021, delivered.MLA)} == {
        (0, 4, "suppressed")
    }


def test_the_threshold_of_the_owner_is_used(tmp_path: Path) -> None:
    folder = delivered.write(tmp_path / "data")
    (folder / "registry.json").write_text('{"threshold": 3}', encoding="utf-8")
    dataset = load(folder)
    assert dataset.threshold == 3
    assert _shown(dataset.tables["registry"], "BOL", 2021, delivered.MLA)[1:] == [
        ("answered", 9, 9, "exact", 50),
        ("pending", 3, 5, "range", -1),
        ("refused", 0, 2, "suppressed", -1),
    ]


def test_the_order_of_delivery_tells_nothing() -> None:
    frame = delivered.frame()
    pd.testing.assert_frame_equal(publish(frame, 5), publish(frame[::-1], 5))


def test_the_version_follows_from_what_is_published_alone(tmp_path: Path) -> None:
    """Two deliveries that are published alike have one version, so that no version confirms a guess."""
    folder = delivered.write(tmp_path / "data")
    before = load(folder).version
    path = folder / "registry.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",3,3,0,0,12,", ",4,2,1,1,3,"), encoding="utf-8")
    assert load(folder).version == before
    path.write_text(path.read_text(encoding="utf-8").replace(",4,2,1,1,3,", ",7,7,0,0,3,"), encoding="utf-8")
    assert load(folder).version != before
    path.unlink()
    assert load(folder).version == json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["version"]


def test_a_delivered_count_is_nowhere_in_the_data_set(tmp_path: Path) -> None:
    folder = delivered.write(tmp_path / "data")
    row = ("ARG", "BOL", 2022, "sent", delivered.MLA, "trafficking", 7778, 7770, 5, 3, 41)
    (folder / "registry.csv").write_text(delivered.text([row]), encoding="utf-8")
    dataset = load(folder)
    numbers = dataset.tables["registry"][["low", "high"]].to_numpy().ravel()
    assert set(numbers) == {7778, 7770, 0, 8}


def test_the_published_table_is_asked_by_column(registered: Dataset) -> None:
    frame = registered.tables["registry"]
    found = select(frame, SHOWN["registry"], {"tally": "answered", "low": "9", "crime": "trafficking"})
    assert set(found["country"]) == {"ARG", "BOL"}


def test_real_tables_are_as_without_a_registry(registered: Dataset) -> None:
    without = hand_made.tables()
    assert set(registered.tables) == {*without, "registry"}
    for name, frame in without.items():
        assert sorted(map(tuple, registered.tables[name].astype(str).to_numpy())) == sorted(
            map(tuple, frame.astype(str).to_numpy())
        )


@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_every_partner_has_a_name(language: str) -> None:
    names = Locale.parse(language).territories
    assert len(ALPHA_3) == 249
    assert all(ALPHA_2[code] in names for code in ALPHA_3)
