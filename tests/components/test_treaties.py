"""Treaties: what each cell says up to the day of its source, and steps that end where the sources do."""

import plotly.graph_objects as go
import pytest
from tree import classed, parse, seen, text

from components.i18n import Words
from components.pages.cooperation.treaties import DRAWN, LAST_STEP, bound_over_time, known_until, read, treaty_matrix
from components.tables.table import TableCell, to_html
from data.cooperation_vocabulary import Treaty, TreatyAction
from data.dataset import Dataset
from data.queries.means import Act, acts
from data.vocabulary import Country

SOURCE = {"source_publisher": "A court", "source_title": "A list"}
Acts = dict[tuple[Country, Treaty], Act]


@pytest.fixture(scope="module")
def known(record: Dataset) -> Acts:
    return acts(record)


def _read(known: Acts, country: str, words: Words) -> TableCell:
    return read(known.get((Country(country), Treaty.UNTOC)), words)


@pytest.mark.parametrize(
    ("country", "shown", "look", "said"),
    [
        ("ARG", "2002", "is-bound", "ratification: 2002-11-19; source as of 2014-01-27"),
        ("BOL", "2005", "is-bound", "ratification: 2005; source as of 2014-01-27"),
        ("URY", "✓", "is-bound", "accession; source as of 2014-01-27"),
        ("CHL", "s", "is-signed", "signature: 2001; source as of 2014-01-27"),
        ("PRY", "≈", "is-signed", "party, implied by another act"),
        ("ESP", "–", "is-not_shown", "not shown as party by 2014-01-27"),
    ],
)
def test_a_cell_says_what_is_known_and_up_to_when(
    known: Acts, en: Words, country: str, shown: str, look: str, said: str
) -> None:
    assert _read(known, country, en) == TableCell(shown, f"{said} (A court: A list)", tone=look)


def test_what_nobody_read_is_a_question_and_never_an_absence(known: Acts, en: Words) -> None:
    assert _read(known, "CUB", en) == TableCell("?", "no source read: nothing is known", tone="is-no_source_read")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "no consta como parte al 2014-01-27"),
        ("pt", "não consta como parte em 2014-01-27"),
        ("en", "not shown as party by 2014-01-27"),
    ],
)
def test_in_every_language_an_absence_has_its_date(
    known: Acts, request: pytest.FixtureRequest, language: str, said: str
) -> None:
    assert _read(known, "ESP", request.getfixturevalue(language)).said.startswith(f"{said} (")


def test_an_absence_without_a_date_claims_none(en: Words) -> None:
    act = Act(Country.ESP, Treaty.UNTOC, False, "", TreatyAction.NOT_SHOWN_AS_PARTY, "", SOURCE)
    assert read(act, en).said == "not shown as party then (A court: A list)"


def test_the_matrix_has_a_row_a_treaty_and_a_column_a_country(known: Acts, en: Words) -> None:
    (table,) = classed(parse(to_html(treaty_matrix(known, None, "x", en))), "matrix")
    codes = [text(head) for head in table.findall(".//thead/tr/th")][1:]
    body = table.findall(".//tbody/tr")
    assert (len(body), sorted(codes)) == (len(Treaty), sorted(Country))
    shown = dict(zip(codes, [seen(cell) for cell in list(body[0])[1:]], strict=True))
    assert {code: mark for code, mark in shown.items() if mark != "?"} == {
        "ARG": "2002", "BOL": "2005", "CHL": "s", "ESP": "–", "PRY": "≈", "URY": "✓",
    }  # fmt: skip
    assert {seen(cell) for row in body[1:] for cell in list(row)[1:]} == {"?"}


def test_the_column_of_the_country_chosen_stands_out(known: Acts, en: Words) -> None:
    (table,) = classed(parse(to_html(treaty_matrix(known, Country.BOL, "x", en))), "matrix")
    assert [text(head) for head in table.findall(".//thead/tr/th") if "is-chosen" in head.get("class", "")] == ["BOL"]
    assert len(classed(table, "is-chosen")) == 1 + len(Treaty)


def test_steps_add_dated_parties_and_end_with_their_source(known: Acts, en: Words) -> None:
    shown = bound_over_time(known, en)
    go.Figure(shown)  # plotly accepts every attribute
    dotted, band, solid, ranges = shown["data"]
    bounds: dict[int, set[float]] = {}
    for year, bound in zip(ranges["x"], ranges["y"], strict=True):
        bounds.setdefault(year, set()).update({bound} - {None})
    # Uruguay's act has no date: it may be of any year until its source was read
    assert bounds == {year: {1, 2} if year < 2005 else {2, 3} for year in range(2002, 2014)}
    assert {x: y for x, y in zip(solid["x"], solid["y"], strict=True) if y is not None} == {2014: 3}
    assert (solid["line"]["shape"], solid["line"]["dash"], solid["mode"]) == ("hv", "solid", "lines")
    outline = list(zip(band["x"], band["y"], strict=True))
    assert outline[:4] == [(2002, 2), (2003, 2), (2003, 2), (2004, 2)]  # there along the upper bound
    assert outline[-4:] == [(2004, 1), (2003, 1), (2003, 1), (2002, 1)]  # and back along the lower one
    assert (dotted["x"], set(dotted["y"]), dotted["line"]["dash"]) == (list(range(2014, LAST_STEP + 1)), {3}, "dot")
    assert [n["text"] for n in shown["layout"]["annotations"] if ": " in n["text"]] == [
        f"<b>{en(f'treaty.{Treaty.UNTOC}')}: 3</b>"
    ]


def test_the_steps_of_a_treaty_are_known_up_to_the_earliest_of_its_sources(known: Acts) -> None:
    late = Act(Country.CUB, Treaty.UNTOC, False, "", TreatyAction.NOT_SHOWN_AS_PARTY, "2024", SOURCE)
    assert known_until({**known, (Country.CUB, Treaty.UNTOC): late}, Treaty.UNTOC) == 2014
    bound = Act(Country.CUB, Treaty.UNTOC, True, "2019-05", TreatyAction.ACCESSION, "2024", SOURCE)
    assert known_until({**known, (Country.CUB, Treaty.UNTOC): bound}, Treaty.UNTOC) == 2019


def test_without_an_act_there_is_no_step(en: Words) -> None:
    shown = bound_over_time({}, en)
    assert shown["data"] == []


def test_every_step_and_every_name_of_the_real_record_is_in_the_picture(real: Dataset, en: Words) -> None:
    known = acts(real)
    shown = bound_over_time(known, en)
    (first, last), (bottom, top) = (shown["layout"][axis]["range"] for axis in ("xaxis", "yaxis"))
    assert all(first <= x <= last for trace in shown["data"] for x in trace["x"])
    assert all(bottom <= y <= top for trace in shown["data"] for y in trace["y"] if y is not None)
    notes = [note for note in shown["layout"]["annotations"] if note["text"].startswith("<b>")]
    parties = {t: sum(act.bound for (_, each), act in known.items() if each is t) for t in DRAWN}
    assert {note["text"] for note in notes} == {f"<b>{en(f'treaty.{t}')}: {n}</b>" for t, n in parties.items() if n}
