"""The training registry: the same bytes from the same seed, marked in every row, beside real tables that stay real."""

import json
from pathlib import Path

import delivered
import pandas as pd
import pytest

from data.__main__ import main
from data.check import check_folder
from data.dataset import CURATED, DataRefused, Dataset, load
from data.model import Selection
from data.queries.flows import flows
from data.queries.gap import gap
from data.queries.means import acts, events, published
from data.queries.observations import answer
from data.queries.requests import registry
from data.registry import training
from data.schema import TABLES
from data.vocabulary import Country, Crime, FlowMeasure, Indicator


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("training") / "demo"
    assert main(["training", str(out)]) == 0
    return out


@pytest.fixture(scope="session")
def demo(made: Path) -> Dataset:
    return load(made)


def test_the_same_seed_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    training.write(CURATED, tmp_path / "again")
    for path in made.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name
    assert not training.registry(seed=training.SEED + 1).equals(training.registry())


def test_it_is_marked_in_every_row_in_the_package_and_in_the_version(made: Path, demo: Dataset) -> None:
    assert set(training.registry()["synthetic"]) == {"true"}
    package = json.loads((made / "datapackage.json").read_text(encoding="utf-8"))
    assert package["synthetic"] is True
    assert package["version"].startswith("synthetic-")
    assert package["title"].startswith("SYNTHETIC")
    assert demo.synthetic
    assert demo.version.startswith("synthetic-")
    assert not load(CURATED).synthetic


def test_all_22_register_over_ten_years(demo: Dataset) -> None:
    frame = demo.tables["registry"]
    assert set(frame["country"]) == set(Country)
    assert set(frame["year"]) == set(range(2015, 2025))
    assert {"USA"} <= set(frame["partner"])
    for name in ("direction", "instrument", "crime"):
        assert set(frame[name]) == set(TABLES["registry"].field(name).enum)


def test_small_counts_are_there_to_be_hidden() -> None:
    raw = training.registry()
    assert (raw["requests"] == 0).any()
    assert 0.05 < (raw["requests"] < 5).mean() < 0.5


def test_a_dozen_rows_contradict_the_other_version_and_the_others_agree() -> None:
    raw = training.registry()
    keys = ["year", "instrument", "crime"]
    sent = raw[raw["direction"] == "sent"].set_index(["country", "partner", *keys])["requests"]
    received = raw[raw["direction"] == "received"].set_index(["partner", "country", *keys])["requests"]
    both = pd.concat([sent, received.rename_axis(sent.index.names)], axis=1, keys=["sent", "received"]).dropna()
    apart = both["sent"] - both["received"]
    assert (apart != 0).sum() == 12
    assert apart.between(0, 6).all()


def test_contradictions_are_seen_though_small_counts_are_hidden(demo: Dataset) -> None:
    found = 0
    for crime in Crime:
        answered = registry(demo, crime, 2015, 2024)
        assert answered is not None
        found += sum(len(corridor.contradictions) for corridor in answered.corridors)
    assert found == 12


# ---- no way from the made-up registry into what is real ----


def test_the_real_tables_are_the_real_bytes(made: Path) -> None:
    package = json.loads((CURATED / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert (made / resource["path"]).read_bytes() == (CURATED / resource["path"]).read_bytes()


def test_every_real_answer_is_the_same_beside_a_made_up_registry(demo: Dataset, real: Dataset) -> None:
    for indicator in Indicator:
        asked = Selection(indicator, 2015, 2023)
        assert answer(demo, asked).cells == answer(real, asked).cells
    for measure in FlowMeasure:
        assert flows(demo, measure, 2015, 2023) == flows(real, measure, 2015, 2023)
    assert gap(demo, 2015, 2023).pairs == gap(real, 2015, 2023).pairs
    assert events(demo) == events(real)
    assert acts(demo) == acts(real)
    pd.testing.assert_frame_equal(published(demo, all_crimes=True), published(real, all_crimes=True))


def test_a_made_up_registry_in_a_real_folder_is_refused(folder: Path) -> None:
    (folder / "registry.csv").write_text(delivered.text(synthetic="true"), encoding="utf-8")
    with pytest.raises(DataRefused, match="real and made-up data are never mixed"):
        load(folder)


def test_a_real_registry_is_never_copied(tmp_path: Path) -> None:
    folder = delivered.write(tmp_path / "real")
    training.write(folder, tmp_path / "demo")
    assert set(load(tmp_path / "demo").tables["registry"]["synthetic"]) == {"true"}


def test_a_folder_of_real_data_is_never_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert main(["training", str(folder)]) == 1
    assert "not marked synthetic" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    (folder / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(FileExistsError):
        training.write(CURATED, folder)


def test_training_data_are_made_anew_in_their_own_folder(made: Path) -> None:
    (made / "registry.csv").write_text("spoilt", encoding="utf-8")
    training.write(CURATED, made)
    assert check_folder(made) == []
