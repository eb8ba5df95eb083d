"""From two made-up searches to the tables of cooperation: what is kept, what is refused and how it is named."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from searched import HEADS, NUMBERED, ROWS, change, tables

from data.build.cooperation import build
from data.build.stop import BuildStopped


def test_requests_hold_bounds_status_source_and_the_rows_behind_them(tmp_path: Path) -> None:
    requests = tables(tmp_path)["requests"].set_index("statement")
    assert list(requests.index) == ["bra_sent", "bra_share"]
    sent, share = requests.loc["bra_sent"], requests.loc["bra_share"]
    assert (sent["low"], sent["high"], sent["status"]) == (30, 30, "exact")
    assert (share["low"], share["high"], share["status"], share["period_start"]) == (0, 5, "range", "")
    assert sent["raw_rows"] == "statements_1:2|statements_2:2"
    assert sent["inferred"] == "period_end|source_year"
    assert (sent["evidence"], sent["source_url"]) == ("press_of_official", "https://example.org/a")


def test_words_leave_the_build_as_plain_text(tmp_path: Path) -> None:
    for frame in tables(tmp_path).values():
        for column in frame.columns.difference(["low", "high", "rows"]):
            assert {type(cell) for cell in frame[column]} == {str}, column


def test_an_event_told_by_both_sides_is_one_event_with_two_participants(tmp_path: Path) -> None:
    events = tables(tmp_path)["cooperation_events"]
    rows = [tuple(row) for row in events[["event", "country", "role", "list_status", "raw_rows"]].to_numpy()]
    assert rows == [
        ("agreement", "BRA", "participant", "read", "statements_3:2"),
        ("agreement", "PER", "participant", "read", "statements_3:2"),
        ("operation", "unknown", "", "not_read", "statements_1:5"),
        ("team", "ARG", "requesting", "read", "statements_1:4|statements_2:3|statements_2:4"),
        ("team", "CHL", "participant", "read", "statements_1:4|statements_1:6|statements_2:3|statements_2:4"),
    ]


def test_two_reports_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    results = tables(tmp_path)["cooperation_results"].set_index("result")
    arrests = results[results["conflict"] == "arrests"]
    assert list(arrests["low"]) == list(arrests["high"]) == [17, 21]
    assert results.loc["team_arrests", "raw_rows"] == "statements_2:3|statements_2:4"


def test_what_a_country_says_keeps_its_bounds_and_every_row_that_tells_it(tmp_path: Path) -> None:
    found = tables(tmp_path)["national_statements"].set_index("statement")
    assert list(found.index) == ["arg_files", "arg_victims"]
    files, victims = found.loc["arg_files"], found.loc["arg_victims"]
    assert (victims["low"], pd.isna(victims["high"]), victims["status"]) == (41, True, "at_least")
    assert (files["low"], pd.isna(files["high"]), files["status"]) == (199, True, "at_least")
    assert victims["raw_rows"] == "statements_2:5|statements_2:6"
    assert (victims["unit"], files["unit"]) == ("persons", "investigations")
    assert (files["said_by"], files["evidence"], files["extent"]) == ("other_government", "mirror", "part")
    assert (files["inferred"], victims["inferred"]) == ("period_start", "source_year")
    assert (victims["source_url"], victims["description_es"]) == ("https://example.org/a", "b")


def test_one_figure_on_two_lines_is_refused(tmp_path: Path) -> None:
    rows = ROWS["national_statements.csv"]
    twice = [*rows, rows[0].replace("arg_victims", "arg_again").replace(",paper,", ",un,")]
    with pytest.raises(BuildStopped, match="is the figure of arg_victims"):
        tables(tmp_path, {"national_statements.csv": twice})


def test_the_ledger_has_each_raw_row_once(tmp_path: Path) -> None:
    ledger = tables(tmp_path)["ledger"]
    assert ledger.groupby("source")["rows"].sum().to_dict() == {
        "statements_1.csv": 5,
        "statements_2.csv": 7,
        "statements_3.csv": 2,
        "instruments_1.csv": 2,
        "instruments_2.csv": 1,
    }
    dropped = ledger[ledger["outcome"] == "dropped"]
    assert dropped[["source", "rule", "rows"]].to_numpy().tolist() == [
        ["statements_2.csv", "one_operation_at_home", 1],
        ["statements_3.csv", "agreement_of_another_kind", 1],
    ]


def test_order_of_the_files_does_not_matter_and_twice_is_the_same(tmp_path: Path) -> None:
    first = tables(tmp_path / "a")
    names = [name for name in HEADS if name not in NUMBERED]
    second = tables(tmp_path / "b", {name: ROWS[name][::-1] for name in names})
    for name, frame in first.items():
        assert frame.to_csv(index=False) == second[name].to_csv(index=False)


REFUSALS = [
    ("cooperation.csv", 13, "dropped,one_operation_at_home,", "kept,event_result,x", "target", "no record"),
    ("cooperation.csv", 13, "statements_2.csv,8", "statements_2.csv,9", "row", "no row 9"),
    ("cooperation.csv", 13, "statements_2.csv,8", "statements_2.csv,4", "row", "decided twice"),
    ("cooperation.csv", 13, "dropped", "kept", "decision", "is dropped"),
    ("cooperation.csv", 13, "one_operation_at_home", "boring", "rule", "is not one of"),
    ("cooperation.csv", 13, ",,why", ",bra_sent,why", "target", "has no target"),
    ("cooperation.csv", 10, "national_statement", "event_result", "target", "do not belong together"),
    ("cooperation.csv", 2, "request_figure,bra_sent", "national_statement,bra_sent", "target", "do not belong"),
    ("national_statements.csv", 2, ">40", ">41", "value", "printed in none"),
    ("national_statements.csv", 3, ">=199", ">=19", "value", "printed in none"),
    ("national_statements.csv", 2, ",ARG,", ",BRA,", "country", "named in none"),
    ("national_statements.csv", 2, "2020-01-01", "2019-01-01", "period_start", "printed in none"),
    ("national_statements.csv", 2, "victims_detected", "victims", "measure", "is not one of"),
    ("national_statements.csv", 2, "whole", "all", "extent", "is not one of"),
    ("national_statements.csv", 2, "authority", "somebody", "said_by", "is not one of"),
    ("national_statements.csv", 2, ",a,b,c", ",a,b,", "description_pt", "empty"),
    ("national_statements.csv", 2, "arg_victims", "arg_others", "target", "no record"),
    ("cooperation.csv", 10, "kept,national_statement", "merged,same_figure", "statement", "no raw row was kept"),
    ("cooperation.csv", 2, "kept,request_figure", "merged,same_figure", "statement", "no raw row was kept"),
    ("cooperation.csv", 3, ",why", ",", "reason", "empty"),
    ("cooperation_requests.csv", 3, ",30,", ",31,", "value", "printed in none"),
    ("cooperation_requests.csv", 3, ",30,", ",requests,", "value", "not a figure"),
    ("cooperation_requests.csv", 3, "2013-01-01", "2012-01-01", "period_start", "printed in none"),
    ("cooperation_requests.csv", 3, ",BRA,all", ",ARG,all", "country", "named in none"),
    ("cooperation_requests.csv", 3, ",BRA,all", ",USA,all", "country", "is not one of"),
    ("cooperation_requests.csv", 3, ",BRA,all", ",BRA,ARG|CHL", "partner", "named in none"),
    ("cooperation_requests.csv", 3, ",BRA,all", ",BRA,everybody", "partner", "neither countries"),
    ("cooperation_requests.csv", 3, ",mla,", ",phone,", "instrument", "is not one of"),
    ("cooperation_requests.csv", 3, ",paper,", ",rumour,", "source", "is not in"),
    ("cooperation_requests.csv", 3, ",a,b,c", ",a,,c", "description_es", "empty"),
    ("cooperation_requests.csv", 3, "bra_sent", "bra_share", "statement", "twice"),
    ("cooperation_requests.csv", 3, "bra_sent", "bra_new", "statement", "no raw row was kept"),
    ("cooperation_events.csv", 2, "read", "not_read", "country", "unknown where"),
    ("cooperation_events.csv", 3, "operation,", "team,", "event", "twice"),
    ("cooperation_events.csv", 3, "2025-12-31", "2024-12-31", "period_end", "printed in none"),
    ("cooperation_participants.csv", 2, "CHL", "PER", "country", "named in none"),
    ("cooperation_participants.csv", 2, "CHL", "ARG", "country", "twice"),
    ("cooperation_participants.csv", 2, "team", "gang", "event", "no event"),
    ("cooperation_results.csv", 3, ",21,", ",22,", "value", "printed in none"),
    ("cooperation_results.csv", 3, "arrests,21", "kisses,21", "measure", "is not one of"),
    ("cooperation_sources.csv", 2, "https:", "ftp:", "url", "web address"),
    ("cooperation_sources.csv", 2, "paper", "un", "source", "twice"),
    ("cooperation_participants.csv", 6, "BRA", "ECU", "country", "named in none"),
    ("statements_3.csv", 2, "Firmaron un acuerdo", "", "quote", "empty"),
    ("statements_3.csv", 2, "https://example.org/c", "a newspaper", "source_url", "web address"),
    ("statements_3.csv", 2, "2026-11-30", "2026", "read_on", "not a day"),
]


@pytest.mark.parametrize(("file", "row", "old", "new", "column", "reason"), REFUSALS)
def test_what_does_not_hold_is_refused_by_name(
    tmp_path: Path, file: str, row: int, old: str, new: str, column: str, reason: str
) -> None:
    with pytest.raises(BuildStopped, match=reason) as refused:
        tables(tmp_path, change(file, row, old, new))
    fault = refused.value.fault
    assert fault.column == column
    assert fault.file.startswith(("cooperation", "national", "statements_3"))
    assert fault.row is not None
    assert fault.row > 1


def test_a_raw_row_without_a_decision_stops_the_build_and_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"^statements_2\.csv:9: no decision in cooperation\.csv$"):
        tables(tmp_path, {"statements_2.csv": [*ROWS["statements_2.csv"], "PER,,2020-01-01,2020-12-31,new,1,1"]})


def test_a_period_that_ends_before_it_starts_is_refused_even_when_printed(tmp_path: Path) -> None:
    raw = change("statements_1.csv", 2, "2014-12-31", "2012-12-31")
    curated = change("cooperation_requests.csv", 3, "2014-12-31", "2012-12-31")
    with pytest.raises(BuildStopped, match="before the start"):
        tables(tmp_path, raw | curated)


def test_an_event_without_participants_or_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match="has no participant"):
        tables(tmp_path, {"cooperation_participants.csv": ROWS["cooperation_participants.csv"][:2]})
    extra = "ghost,case,,,,both,read,,,a,b,c"
    with pytest.raises(BuildStopped, match="no raw row stands behind it"):
        tables(tmp_path, {"cooperation_events.csv": [*ROWS["cooperation_events.csv"], extra]})


def test_a_row_that_lost_a_cell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildStopped, match=r"^statements_1\.csv:2: 5 cells"):
        tables(tmp_path, change("statements_1.csv", 2, ",30", ""))


def test_a_missing_column_or_file_is_named(tmp_path: Path) -> None:
    tables(tmp_path)
    decisions = tmp_path / "curation" / "cooperation.csv"
    rows = list(csv.reader(decisions.read_text(encoding="utf-8").splitlines()))
    decisions.write_text("\n".join(",".join(row[:-1]) for row in rows), encoding="utf-8")
    with pytest.raises(BuildStopped, match=r"^cooperation\.csv:1: reason: column is missing$"):
        build(tmp_path / "raw", tmp_path / "curation")
    decisions.unlink()
    with pytest.raises(BuildStopped, match=r"^cooperation\.csv: cannot be read"):
        build(tmp_path / "raw", tmp_path / "curation")
