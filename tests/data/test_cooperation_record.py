"""The record as curated: our own words, no side of a conflict alone, and, where the raw searches are at hand,
every row of theirs accounted for."""

import csv
import os
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from data.build import CURATION
from data.build.cooperation import build
from data.build.searches import DESCRIPTIONS, FILES, READ_SINCE
from data.cooperation_vocabulary import BINDING, Treaty
from data.vocabulary import Country

RAW = Path(os.environ.get("RAW_RELEASES", Path(__file__).parents[3] / "shared" / "data_raw"))
needs_raw = pytest.mark.skipif(
    not (RAW / "cooperation").is_dir(), reason=f"raw searches absent at {RAW}: set RAW_RELEASES to check the record"
)
DESCRIBED = ("cooperation_requests.csv", "cooperation_events.csv", "national_statements.csv")
RUN = 6


def curated(name: str) -> list[dict[str, str]]:
    with (CURATION / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return build(RAW)


def raw_rows(name: str) -> list[dict[str, str]]:
    with (RAW / "cooperation" / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of words in a text, where the name of a crime in law, which nobody can say otherwise, is one word."""
    words = re.findall(r"trata con fines de explotación(?: sexual| laboral)?|\w+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def participants(tables: dict[str, pd.DataFrame], event: str) -> set[str]:
    events = tables["cooperation_events"]
    return set(events.loc[events["event"] == event, "country"])


@pytest.mark.parametrize("name", DESCRIBED)
def test_a_description_holds_no_figure_but_years(name: str) -> None:
    for row in curated(name):
        for column in DESCRIPTIONS:
            assert all(re.fullmatch(r"(19|20)\d\d", number) for number in re.findall(r"\d+", row[column])), row


@pytest.mark.parametrize("name", DESCRIBED)
def test_the_three_languages_differ_and_end_as_sentences(name: str) -> None:
    for row in curated(name):
        texts = [row[column] for column in DESCRIPTIONS]
        assert len(set(texts)) == len(texts)
        assert all(text.endswith(".") for text in texts)


@pytest.mark.parametrize(
    "name", ["cooperation_requests.csv", "cooperation_results.csv", "cooperation_acts.csv", "national_statements.csv"]
)
def test_a_conflict_has_at_least_two_sides(name: str) -> None:
    groups = Counter(row["conflict"] for row in curated(name) if row["conflict"])
    assert all(count > 1 for count in groups.values()), groups


def test_every_source_is_cited() -> None:
    files = ("requests", "participants", "results", "acts", "lists")
    names = ("national_statements.csv", *(f"cooperation_{name}.csv" for name in files))
    cited = {row["source"] for name in names for row in curated(name)}
    assert {row["source"] for row in curated("cooperation_sources.csv")} == cited


def test_a_row_of_a_conflict_says_so() -> None:
    told = {(row["file"], row["row"]) for row in curated("cooperation.csv") if row["reason"].startswith("CONFLICT")}
    panama, spain = {("statements_2.csv", str(row)) for row in range(78, 82)}, {("statements_2.csv", "367")}
    assert panama | spain <= told


@needs_raw
def test_the_ledger_adds_up_to_the_raw_rows(tables: dict[str, pd.DataFrame]) -> None:
    counted = tables["ledger"].groupby("source")["rows"].sum().to_dict()
    assert counted == {name: len(raw_rows(name)) for name in FILES} | {READ_SINCE: len(curated(READ_SINCE))}
    assert counted == {
        "statements_1.csv": 184,
        "statements_2.csv": 366,
        "statements_3.csv": 32,
        "instruments_1.csv": 184,
        "instruments_2.csv": 141,
    }


@needs_raw
def test_no_sentence_of_a_source_is_carried_over() -> None:
    told = [*(row for name in FILES[:2] for row in raw_rows(name)), *curated(READ_SINCE)]
    quoted = set().union(*(runs(row["quote"]) for row in told))
    for name in DESCRIBED:
        for row in curated(name):
            assert not quoted & set().union(*(runs(row[column]) for column in DESCRIPTIONS)), row
    for row in curated("cooperation.csv"):
        assert not quoted & runs(row["reason"]), row


def test_what_was_read_since_has_sentence_address_and_day_and_is_cited_at_that_address() -> None:
    sheet = curated(READ_SINCE)
    assert all(row["quote"] and row["source_url"] and row["read_on"] for row in sheet)
    addresses = {row["source"]: row["url"] for row in curated("cooperation_sources.csv")}
    cited = {
        row.get("event") or row["statement"]: addresses[row["source"]]
        for name in ("participants", "requests")
        for row in curated(f"cooperation_{name}.csv")
    }
    decided = [row for row in curated("cooperation.csv") if row["file"] == READ_SINCE]
    assert len(decided) == len(sheet)
    for row in decided:
        if row["decision"] == "kept":
            assert cited[row["target"]] == sheet[int(row["row"]) - 2]["source_url"]


@needs_raw
def test_inferred_names_columns_of_its_table(tables: dict[str, pd.DataFrame]) -> None:
    for name in ("requests", "cooperation_events", "cooperation_results", "instruments", "national_statements"):
        frame = tables[name]
        named = {part for cell in frame["inferred"] for part in cell.split("|") if part}
        assert named <= set(frame.columns), name


@needs_raw
def test_the_only_national_count_of_requests_on_trafficking(tables: dict[str, pd.DataFrame]) -> None:
    frame = tables["requests"]
    these = frame[(frame["instrument"] == "mla") & (frame["crime_scope"] == "trafficking")]
    rows = these[these["unit"] == "requests"][["country", "partner", "direction", "low", "high", "period_start"]]
    assert sorted(map(tuple, rows.to_numpy())) == [
        ("BRA", "all", "received", 14, 14, "2013-01-01"),
        ("BRA", "all", "sent", 30, 30, "2013-01-01"),
    ]


@needs_raw
def test_events_that_both_searches_tell_are_one(tables: dict[str, pd.DataFrame]) -> None:
    events = tables["cooperation_events"]
    teams = events[events["kind"] == "joint_team"].groupby("event")["country"].agg(set)
    assert sorted(map(sorted, teams)) == [
        ["ARG", "CHL"],
        ["BRA", "PRY"],
        ["CHL", "PER"],
        ["CHL", "PRY"],
        ["COL", "ESP"],
        ["ESP", "PRT"],
        ["ESP", "PRY"],
    ]
    assert events.loc[events["name"].str.startswith("Turquesa"), "event"].nunique() == 5


@needs_raw
@pytest.mark.parametrize(
    ("event", "listed", "missing"),
    [
        ("spartacus_3", 19, {"AND", "CUB", "MEX"}),
        ("turquesa_1", 18, {"AND", "CUB", "PRT", "VEN"}),
        ("turquesa_2", 20, {"AND", "CUB"}),
        ("turquesa_5", 20, {"AND", "PRT"}),
    ],
)
def test_lists_that_were_read(tables: dict[str, pd.DataFrame], event: str, listed: int, missing: set[str]) -> None:
    found = participants(tables, event)
    assert len(found) == listed
    assert set(Country) - found == missing


@needs_raw
def test_parties_by_treaty(tables: dict[str, pd.DataFrame]) -> None:
    acts = tables["instruments"]
    bound = acts[acts["action"].isin(BINDING)].groupby("instrument")["country"].agg(set)
    assert bound[Treaty.UNTOC] == bound[Treaty.TRAFFICKING_PROTOCOL] == set(Country)
    assert set(Country) - bound[Treaty.SMUGGLING_PROTOCOL] == {"AND", "BOL", "COL"}
    assert bound[Treaty.MEDELLIN_TREATY] == {"AND", "COL", "CUB", "ESP", "PRT", "PRY", "URY"}
    absent = acts[(acts["instrument"] == Treaty.SMUGGLING_PROTOCOL) & (acts["action"] == "not_shown_as_party")]
    assert dict(zip(absent["country"], absent["as_of"], strict=True)) == dict.fromkeys(
        ("AND", "BOL", "COL"), "2014-11-11"
    )
