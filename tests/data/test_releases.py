"""Earlier releases: each answers as it was printed, what differs is told, and what has been touched is refused."""

from pathlib import Path

import hand_made
import pytest
import released
from hypothesis import given
from hypothesis import strategies as st
from released import APRIL, OCTOBER

from data.check import check_folder
from data.dataset import CURATED, Dataset, load
from data.interval import Interval
from data.model import Selection
from data.package import PACKAGE, seal
from data.queries.flows import flows
from data.queries.observations import answer
from data.releases import Key, Printed, between, selected
from data.schema import records
from data.vocabulary import Age, Change, Country, Crime, Exploitation, Flag, FlowMeasure, Indicator, Sex, Status

VICTIMS = Selection(Indicator.VICTIMS_DETECTED, 2019, 2023)


@pytest.fixture(scope="session")
def both(real: Dataset) -> Dataset:
    """The small data set with both releases."""
    return Dataset(released.tables(), real.plan, "small-2", OCTOBER)


# ---- what an earlier release answers ----


def test_the_releases_of_a_folder(both: Dataset, small: Dataset) -> None:
    assert both.releases == {APRIL: released.SOURCE, OCTOBER: hand_made.SOURCE}
    assert both.at(APRIL).releases == both.releases
    assert small.releases == {OCTOBER: hand_made.SOURCE}


def test_an_earlier_release_answers_as_it_did(both: Dataset) -> None:
    then, now = answer(both.at(APRIL), VICTIMS), answer(both, VICTIMS)
    figures = {(c, y): then.cells[c, y].count for c, y in then.cells if then.cells[c, y].count != now.cells[c, y].count}
    assert figures == {
        (Country.ARG, 2022): Interval(140, 140),
        (Country.BOL, 2020): Interval(0, 4),
        (Country.BOL, 2023): None,
        (Country.ESP, 2020): Interval(210, 210),
    }
    assert then.cells[Country.BOL, 2020].status is Status.SUPPRESSED
    assert then.cells[Country.ESP, 2021].source == released.SOURCE
    assert then.cells[Country.ESP, 2023].flags == ()  # what is known only since October was not known in April
    assert now.cells[Country.ESP, 2023].flags == (Flag.MERGED, Flag.REVISED)


def test_flows_of_an_earlier_release(both: Dataset) -> None:
    def pairs(dataset: Dataset) -> dict[str, Interval]:
        found = flows(dataset, FlowMeasure.VICTIMS_BY_CITIZENSHIP, 2021, 2021).pairs
        return {partner: flow.count for (_, partner), flow in found.items()}

    assert pairs(both.at(APRIL)) == {"BOL": Interval(7, 7), "PRY": Interval(3, 3)}
    assert pairs(both) == {"BOL": Interval(0, 4)}


def test_other_sources_stay(both: Dataset) -> None:
    then = both.at(APRIL)
    asked = Selection(Indicator.OFFENCES_RECORDED, 2019, 2023, crime=Crime.SMUGGLING_OF_MIGRANTS)
    assert len(then.observed(asked)) == len(hand_made.SMUGGLING)
    assert then.residents(Sex.TOTAL, Age.TOTAL) == both.residents(Sex.TOTAL, Age.TOTAL)


def test_each_release_has_a_version_of_its_own_and_leads_to_the_others(both: Dataset) -> None:
    then = both.at(APRIL)
    assert (then.version, then.release) == (f"small-2@{APRIL}", APRIL)
    assert both.at(APRIL) is then
    assert both.at(None) is both.at(OCTOBER) is then.at(OCTOBER) is then.at(None) is both
    with pytest.raises(KeyError):
        both.at("2025-04-15")


# ---- what has changed ----


def test_what_has_changed_since_is_told_as_printed(both: Dataset) -> None:
    assert both.at(APRIL).revised == released.REVISED
    assert both.revised == ()


def test_what_has_changed_in_a_view(both: Dataset) -> None:
    revised = both.at(APRIL).revised

    def keys(selection: Selection) -> list[tuple[str, int]]:
        return [(each.key.country, each.key.year) for each in selected(revised, [selection])]

    assert keys(VICTIMS) == [("ARG", 2022), ("BOL", 2020), ("BOL", 2023), ("ESP", 2020)]
    assert keys(Selection(Indicator.VICTIMS_DETECTED, 2020, 2022, countries=(Country.ARG, Country.BOL))) == [
        ("ARG", 2022),
        ("BOL", 2020),
    ]
    assert keys(Selection(Indicator.VICTIMS_DETECTED, 2019, 2023, Sex.FEMALE)) == []
    assert keys(Selection(Indicator.PERSONS_CONVICTED, 2019, 2023)) == []


def test_what_has_changed_between_countries(both: Dataset) -> None:
    revised = both.at(APRIL).revised
    assert between(revised, FlowMeasure.VICTIMS_BY_CITIZENSHIP, 2021, 2021) == list(released.REVISED[:2])
    assert between(revised, FlowMeasure.VICTIMS_BY_CITIZENSHIP, 2019, 2020) == []
    assert between(revised, FlowMeasure.VICTIMS_REPATRIATED, 2021, 2021) == []


def test_the_history_counts_each_step(both: Dataset, small: Dataset) -> None:
    april, october = both.history[APRIL], both.history[OCTOBER]
    shown = len(both.tables["observations"]) + len(both.tables["flows"]) - len(hand_made.SMUGGLING)
    assert (april.since, october.figures) == (None, shown)
    assert october.since == dict.fromkeys(Change, 0) | {
        Change.ADDED: 1, Change.REMOVED: 2, Change.CHANGED: 2, Change.DISCLOSED: 1,
    }  # fmt: skip
    assert next(iter(small.history.values())).since is None


# ---- laws on the real data ----


@pytest.fixture(scope="module")
def raw() -> dict[tuple[str, ...], tuple[str, str, str]]:
    """The rows of the earlier release as they lie on the disk."""
    rows = records(CURATED / "earlier_observations.csv")
    names = ("crime", "indicator", "sex", "age", "exploitation", "country", "year")
    return {tuple(row[name] for name in names): (row["low"], row["high"], row["status"]) for row in rows}


selections = st.builds(
    Selection,
    st.sampled_from(Indicator),
    st.integers(2003, 2012),
    st.integers(2013, 2023),
    st.sampled_from(Sex),
    st.sampled_from(Age),
    st.sampled_from(Exploitation),
)


@given(selections)
def test_a_pinned_answer_is_the_earlier_release_row_by_row(
    real: Dataset, raw: dict[tuple[str, ...], tuple[str, str, str]], selection: Selection
) -> None:
    s = selection
    for (country, year), cell in answer(real.at(APRIL), s).cells.items():
        row = raw.get((s.crime, s.indicator, s.sex, s.age, s.exploitation, country, str(year)))
        printed = cell.count and (str(int(cell.count.low)), str(int(cell.count.high)), str(cell.status))
        assert printed == row, (country, year)


def test_the_revisions_backwards_give_the_earlier_release(real: Dataset) -> None:
    """Current figures, with each revision undone, are the figures of April: no third account of them exists."""
    undone: dict[Key, Printed | None] = {}
    for name in ("observations", "flows"):
        frame = real.tables[name][real.tables[name]["source"] == real.releases[OCTOBER]]
        undone |= {Key.of(name, row): Printed.of(row) for row in frame.to_dict("records")}
    for row in real.tables["revisions"].to_dict("records"):
        key, before, after = Key.of(row["table"], row), Printed.of(row, "_from"), Printed.of(row, "_to")
        assert undone.pop(key, None) == after
        if before:
            undone[key] = before
    kept = {
        Key.of(name, row): Printed.of(row)
        for name in ("observations", "flows")
        for row in records(CURATED / f"earlier_{name}.csv")
    }
    assert undone == kept


def test_what_was_suppressed_in_april_stays_so_in_its_view(real: Dataset) -> None:
    then = real.at(APRIL)
    disclosed = [each.key for each in then.revised if each.kind is Change.DISCLOSED and each.key.year == 2020]
    disclosed = [key for key in disclosed if key.table == "observations"]
    assert len(disclosed) > 50
    for k in disclosed:
        words = (Indicator(k.indicator), k.year, k.year, Sex(k.sex), Age(k.age), Exploitation(k.exploitation))
        cell = answer(then, Selection(*words)).cells[Country(k.country), k.year]
        assert (cell.count, cell.status) == ((0, 4), Status.SUPPRESSED)


# ---- the check ----


def test_a_folder_with_both_releases_passes_and_answers(tmp_path: Path) -> None:
    folder = released.write(tmp_path / "both")
    assert check_folder(folder) == []
    assert load(folder).at(APRIL).revised == released.REVISED


def test_a_release_that_has_been_touched_is_refused(tmp_path: Path) -> None:
    folder = released.write(tmp_path / "both")
    path = folder / "earlier_observations.csv"
    path.write_bytes(path.read_bytes().replace(b",140,140,", b",141,141,"))
    assert [str(fault) for fault in check_folder(folder)] == [
        f"earlier_observations.csv: checksum differs from {PACKAGE}"
    ]


RELATION = "differs between glotip_2025_04_14 and glotip_2025_10_28"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "earlier_observations.csv",
            ",140,140,",
            ",141,141,",
            "revisions.csv:4: is not what differs between the rows of glotip_2025_04_14 and glotip_2025_10_28",
        ),
        (
            "revisions.csv",
            "suppressed,0,0,exact,disclosed",
            "suppressed,0,0,exact,changed",
            "revisions.csv:5: is not what differs between the rows of",
        ),
        (
            "earlier_flows.csv",
            "PRY,3,3",
            "PER,3,3",
            f"revisions.csv: lacks flows ARG 2021 trafficking victims_by_citizenship PER, which {RELATION}",
        ),
        (
            "observations.csv",
            "ARG,2019,trafficking,victims_detected,total,total,total,100,100",
            "ARG,2019,trafficking,victims_detected,total,total,total,101,101",
            "revisions.csv: lacks observations ARG 2019 trafficking victims_detected total total total, which differs",
        ),
        (
            "sources.csv",
            "2025-04-14",
            "2025-12-14",
            "earlier_observations.csv:2: source: 'glotip_2025_04_14' is not released before 'glotip_2025_10_28'",
        ),
        ("sources.csv", "2025-04-14", "", "earlier_observations.csv:2: source: 'glotip_2025_04_14' is not released"),
        (
            "earlier_flows.csv",
            "glotip_2025_04_14",
            "glotip_2024",
            "earlier_flows.csv:2: source: 'glotip_2024' is not in",
        ),
    ],
)
def test_releases_that_contradict_each_other_are_refused_though_sealed(
    tmp_path: Path, name: str, old: str, new: str, expected: str
) -> None:
    folder = released.write(tmp_path / "both")
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    seal(folder)
    told = [str(fault) for fault in check_folder(folder)]
    assert any(line.startswith(expected) for line in told), told
