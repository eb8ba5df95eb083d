"""Acts on treaties: one act once, conflicting dates side by side, and absence only where a list was read."""

from pathlib import Path

import pytest

from data.build.instruments import Act, read_acts
from data.build.searches import Decision, Rule, Searches, Source
from data.build.sheet import Line
from data.build.stop import BuildStopped
from data.build.un_tables import UN_NAMES, Entry, read_table
from data.cooperation_vocabulary import BINDING, Evidence, Treaty, TreatyAction
from data.vocabulary import Country

SOURCE = Source("A treaty", "United Nations", "", "https://example.org", Evidence.MIRROR, ())
HEAD = 'Participant,Signature,"Ratification, Acceptance(A), Accession(a)"'
ACT_HEAD = "country,instrument,action,date,as_of,inferred,conflict,source"


def found(*rows: tuple[str, str, str, Rule]) -> Searches:
    """Searches that hold one raw row for each (country, printed date, target, rule)."""
    lines = [
        Line("instruments_1.csv", row, {"country_iso3": country, "date": day, "note": f"seen {day}"})
        for row, (country, day, _, _) in enumerate(rows, start=2)
    ]
    keys = [(line.file, line.row) for line in lines]
    decisions = [Decision(rule, (target,), Line("cooperation.csv", 2, {})) for _, _, target, rule in rows]
    return Searches(dict(zip(keys, lines, strict=True)), dict(zip(keys, decisions, strict=True)), {"un": SOURCE})


def acts(folder: Path, searches: Searches, curated: tuple[str, ...] = (), table: tuple[str, ...] = ()) -> list[Act]:
    """Acts from a table in which all 22 ratified UNTOC on one day (other lines win), a list without a table of the
    Medellín treaty, and curated lines."""
    own = {line.split(",")[0]: line for line in table}
    rows = [own.get(name, f"{name},,19 Nov 2002") for name in UN_NAMES]
    (folder / "untoc.csv").write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    (folder / "cooperation_acts.csv").write_text("\n".join([ACT_HEAD, *curated]), encoding="utf-8")
    (folder / "cooperation_lists.csv").write_text(
        "list,instrument,as_of,source\nuntoc.csv,untoc,2014-01-27,un\n,medellin_treaty,2024-05,un", encoding="utf-8"
    )
    return read_acts(folder, searches, folder)


def of(known: list[Act], country: Country, treaty: Treaty) -> list[tuple[TreatyAction, str, str]]:
    return [(a.action, a.date, a.as_of) for a in known if a.country is country and a.instrument is treaty]


def test_a_table_gives_dated_acts_of_the_22_and_nobody_else(tmp_path: Path) -> None:
    lines = ["Spain,13 Dec 2000,1 Mar 2002", "Zambia,,24 Apr 2005 a", "Cuba,,20 Jun 2013 a", "Peru,,3 May 1999 A"]
    (tmp_path / "t.csv").write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    assert read_table(tmp_path, "t.csv") == [
        Entry(Country.ESP, TreatyAction.SIGNATURE, "2000-12-13", "t:2"),
        Entry(Country.ESP, TreatyAction.RATIFICATION, "2002-03-01", "t:2"),
        Entry(Country.CUB, TreatyAction.ACCESSION, "2013-06-20", "t:4"),
        Entry(Country.PER, TreatyAction.ACCEPTANCE, "1999-05-03", "t:5"),
    ]


def test_the_amended_slavery_convention_has_parties_by_participation(tmp_path: Path) -> None:
    head = 'Participant,"Definitive signature or participation in both, Participation(P)",Ratification as amended'
    (tmp_path / "t.csv").write_text(f"{head}\nChile,20 Jun 1995,\nParaguay,27 Sep 2007 P,\n", encoding="utf-8")
    assert [entry.action for entry in read_table(tmp_path, "t.csv")] == [TreatyAction.PARTICIPATION] * 2


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Ratification", "20 Xyz 2013"),
        ("Ratification", "2013"),
        ("Ratification", "20 Jun 2013 z"),
        ("Signature", "20 Jun 2013 d"),
        ("Withdrawal", "20 Jun 2013"),
    ],
)
def test_a_cell_or_heading_that_is_not_understood_is_refused(tmp_path: Path, head: str, cell: str) -> None:
    (tmp_path / "t.csv").write_text(f"Participant,{head}\nSpain,{cell}\n", encoding="utf-8")
    with pytest.raises(BuildStopped) as refused:
        read_table(tmp_path, "t.csv")
    fault = refused.value.fault
    assert (fault.file, fault.row, fault.column) == ("t.csv", 2, head)


def test_absence_is_told_with_the_date_of_the_list_and_only_where_nothing_binds(tmp_path: Path) -> None:
    searches = found(("CHL", "2024-05-15", "CHL/medellin_treaty/entry_into_force", Rule.TREATY_ACT))
    known = acts(
        tmp_path,
        searches,
        ("CHL,medellin_treaty,entry_into_force,2024-05-15,2024,,,un",),
        ("Bolivia (Plurinational State of),12 Dec 2000,",),
    )
    absent = (TreatyAction.NOT_SHOWN_AS_PARTY, "", "2014-01-27")
    assert of(known, Country.BOL, Treaty.UNTOC) == [absent, (TreatyAction.SIGNATURE, "2000-12-12", "2014-01-27")]
    assert of(known, Country.ARG, Treaty.UNTOC) == [(TreatyAction.RATIFICATION, "2002-11-19", "2014-01-27")]
    assert of(known, Country.ARG, Treaty.MEDELLIN_TREATY) == [(TreatyAction.NOT_SHOWN_AS_PARTY, "", "2024-05")]
    assert of(known, Country.CHL, Treaty.MEDELLIN_TREATY) == [(TreatyAction.ENTRY_INTO_FORCE, "2024-05-15", "2024")]
    assert of(known, Country.ARG, Treaty.ILO_P029) == []
    for country in Country:
        for treaty in (Treaty.UNTOC, Treaty.MEDELLIN_TREATY):
            actions = {action for action, _, _ in of(known, country, treaty)}
            assert (TreatyAction.NOT_SHOWN_AS_PARTY in actions) is not bool(actions & BINDING)


def test_a_later_list_replaces_the_absence_of_an_older_one(tmp_path: Path) -> None:
    searches = found(("BOL", "", "BOL/untoc/not_shown_as_party", Rule.TREATY_ACT))
    known = acts(
        tmp_path,
        searches,
        ("BOL,untoc,not_shown_as_party,,2020,,,un",),
        ("Bolivia (Plurinational State of),12 Dec 2000,",),
    )
    assert of(known, Country.BOL, Treaty.UNTOC)[0] == (TreatyAction.NOT_SHOWN_AS_PARTY, "", "2020")


def test_a_row_that_tells_the_same_act_stands_behind_it(tmp_path: Path) -> None:
    searches = found(("ARG", "2002-11-19", "ARG/untoc/ratification", Rule.SAME_ACT))
    act = next(a for a in acts(tmp_path, searches) if a.target == "ARG/untoc/ratification")
    assert act.columns()["raw_rows"] == "instruments_1:2|untoc:3"


def test_a_merged_row_with_another_date_is_refused(tmp_path: Path) -> None:
    searches = found(("ARG", "2003-11-19", "ARG/untoc/ratification", Rule.SAME_ACT))
    with pytest.raises(BuildStopped, match="prints 2003-11-19, the table 2002-11-19"):
        acts(tmp_path, searches)


def test_two_dates_stand_side_by_side_only_when_marked_as_a_conflict(tmp_path: Path) -> None:
    target = "AND/medellin_treaty/ratification"
    searches = found(("AND", "2020-04-30", target, Rule.TREATY_ACT), ("AND", "5 May 2020", target, Rule.TREATY_ACT))
    first, second = (f"AND,medellin_treaty,ratification,{day},2023,,{{}},un" for day in ("2020-04-30", "2020-05-05"))
    known = acts(tmp_path, searches, (first.format("x"), second.format("x")))
    assert [a.date for a in known if a.target == target] == ["2020-04-30", "2020-05-05"]
    for lines in ((first.format(""), second.format("")), (first.format("x"), first.format("x"))):
        with pytest.raises(BuildStopped, match="told twice"):
            acts(tmp_path, searches, lines)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("ARG,ilo_p029,ratification,2016-11-10,,,,un", "date"),
        ("ARG,ilo_p029,ratification,November,,,,un", "date"),
        ("ARG,ilo_p029,ratification,2016-11-09,soon,,,un", "as_of"),
        ("ARG,ilo_p029,signature,2016-11-09,,,,un", "action"),
        ("ARG,ilo_p029,ratification,2016-11-09,,,,it", "source"),
    ],
)
def test_a_curated_act_that_no_row_prints_is_refused(tmp_path: Path, line: str, column: str) -> None:
    searches = found(("ARG", "2016-11-09", "ARG/ilo_p029/ratification", Rule.TREATY_ACT))
    with pytest.raises(BuildStopped) as refused:
        acts(tmp_path, searches, (line,))
    fault = refused.value.fault
    assert (fault.file, fault.row, fault.column) == ("cooperation_acts.csv", 2, column)


def test_a_country_whose_name_changed_in_the_tables_is_not_taken_for_absent(tmp_path: Path) -> None:
    (tmp_path / "untoc.csv").write_text(f"{HEAD}\nBolivia,,19 Nov 2002\nSpain,,1 Mar 2002", encoding="utf-8")
    for name, text in (("acts", ACT_HEAD), ("lists", "list,instrument,as_of,source\nuntoc.csv,untoc,2014-01-27,un")):
        (tmp_path / f"cooperation_{name}.csv").write_text(text, encoding="utf-8")
    with pytest.raises(BuildStopped, match=r"no table names AND, ARG, BOL"):
        read_acts(tmp_path, found(), tmp_path)
