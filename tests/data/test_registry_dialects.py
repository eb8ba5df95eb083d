"""A registry is read alike however a spreadsheet writes it; what could mean two things is refused, by cell."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pytest
import xlsxwriter
from hypothesis import assume, given
from hypothesis import strategies as st

from data.registry.marks import COMMA, DAY_FIRST, MONTH_FIRST, POINT, Doubtful, Marks, day, decided, number
from data.registry.reading import How, Reading, read
from data.registry.terms import TERMS
from data.schema import NUMERIC, TABLES, Field, Table
from data.vocabulary import Country

TABLE = TABLES["registry"]
DATED = Table("visits", "", (Field("country", "", enum=tuple(Country)), Field("day", "", "date"),
                            Field("days", "", "number", required=False)), ("country", "day"))  # fmt: skip
SPACES = ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", " ")


def _terms() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    with TERMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault((row["column"], row["code"]), [row["code"]]).append(row["term"])
    return found


WORDS = _terms()


class Dialect(NamedTuple):
    """How one machine writes: `group` between thousands, `days` the order of a day."""

    encoding: str
    separator: str
    decimal: str
    group: str
    days: str
    line: str = "\r\n"


@st.composite
def dialects(draw: st.DrawFn) -> Dialect:
    """What Excel writes: semicolons with a decimal comma, commas with a point; tabs in "Unicode text"."""
    decimal = draw(st.sampled_from(",."))
    kind = draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    separator = "\t" if kind == "utf-16" else ";" if decimal == "," else ","
    other = POINT if decimal == COMMA else COMMA
    group = draw(st.sampled_from(["", *SPACES, *([other] if separator != "\t" else [])]))
    return Dialect(kind, separator, decimal, group, draw(st.sampled_from([DAY_FIRST, MONTH_FIRST])))


@st.composite
def registries(draw: st.DrawFn) -> list[dict[str, str]]:
    """Any rows that the check accepts, as text by column."""
    partners = sorted({each for column, each in WORDS if column == "country"})
    keys = st.tuples(
        st.sampled_from(list(map(str, Country))), st.sampled_from(partners), st.integers(2000, 2025).map(str),
        *(st.sampled_from(TABLE.field(name).enum) for name in ("direction", "instrument", "crime")),
    ).filter(lambda key: key[0] != key[1])  # fmt: skip
    count = st.integers(0, 300_000) | st.integers(0, 20)
    made = []
    for key in draw(st.lists(keys, unique=True, min_size=1, max_size=4)):
        parts = draw(st.tuples(count, count, count))
        days = draw(st.integers(0, 9_999_000).map(lambda n: f"{n / 1000:.3f}".rstrip("0").rstrip(".")) | st.just(""))
        row = [*key, str(sum(parts)), *map(str, parts), days if parts[0] else "", "false"]
        made.append(dict(zip(TABLE.columns, row, strict=True)))
    return made


def _written(field: Field, text: str, how: Dialect, draw: st.DrawFn) -> str:
    """A value as a spreadsheet of that machine shows it."""
    if field.type in NUMERIC and text:
        whole, _, part = text.partition(".")
        grouped = f"{int(whole):,}".replace(",", how.group) if how.group else whole
        return grouped + (how.decimal + part if part else "")
    if field.type == "date":
        year, month, each = text.split("-")
        return "/".join([each, month, year] if how.days == DAY_FIRST else [month, each, year])
    column = "country" if field.name == "partner" else field.name
    return draw(st.sampled_from(WORDS.get((column, text), [text])))


def _as_csv(rows: Sequence[dict[str, str]], table: Table, how: Dialect, draw: st.DrawFn) -> bytes:
    fields = draw(st.permutations(table.fields))
    blank = draw(st.integers(0, 2))  # columns, and rows, that somebody has touched and left empty
    text = io.StringIO()
    writer = csv.writer(text, delimiter=how.separator, lineterminator=how.line)
    writer.writerow([draw(st.sampled_from(WORDS.get(("column", f.name), [f.name]))) for f in fields] + [""] * blank)
    for row in rows:
        writer.writerow([_written(field, row[field.name], how, draw) for field in fields] + [""] * blank)
        if draw(st.booleans()):
            writer.writerow([""] * (len(fields) + blank))
    try:
        return text.getvalue().encode(how.encoding)
    except UnicodeEncodeError:  # a space that the code page does not have
        assume(False)
        raise


def _values(reading: Reading) -> list[dict[str, str]]:
    assert [str(fault) for fault in reading.faults] == []
    return [record.values for record in reading.records]


@given(st.data(), registries(), dialects())
def test_a_registry_reads_to_the_same_rows_from_any_dialect(
    data: st.DataObject, rows: list[dict[str, str]], how: Dialect
) -> None:
    content = _as_csv(rows, TABLE, how, data.draw)
    doubtful = how.separator == "\t" and any(len(row["median_days"].partition(".")[2]) == 3 for row in rows)
    given = Marks(how.decimal) if doubtful else Marks()  # a file of tabs tells nothing of its decimal mark
    assert _values(read(TABLE, content, "x.csv", How(marks=given))) == rows


@given(st.data(), registries(), st.booleans())
def test_a_registry_reads_to_the_same_rows_from_a_workbook(
    data: st.DataObject, rows: list[dict[str, str]], typed: bool
) -> None:
    how = Dialect("", "", data.draw(st.sampled_from(",.")), "\N{NO-BREAK SPACE}", DAY_FIRST)
    top, left = data.draw(st.integers(0, 2)), data.draw(st.integers(0, 2))
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Hoja 1")
        for place, field in enumerate(TABLE.fields):
            sheet.write_string(top, left + place, data.draw(st.sampled_from(WORDS["column", field.name])))
            for at, row in enumerate(rows, start=top + 1):
                text = row[field.name]
                if typed and text and field.type in NUMERIC:
                    sheet.write_number(at, left + place, float(text))
                elif typed and field.name == "synthetic":
                    sheet.write_boolean(at, left + place, text == "true")
                elif text:
                    sheet.write_string(at, left + place, _written(field, text, how, data.draw))
    given = Marks() if typed else Marks(how.decimal)
    assert _values(read(TABLE, target.getvalue(), "x.xlsx", How(marks=given))) == rows


@given(st.data(), st.lists(st.tuples(st.sampled_from(list(Country)), st.dates(date(2000, 1, 1), date(2030, 12, 31))),
                           unique=True, min_size=1, max_size=6), dialects())  # fmt: skip
def test_days_read_to_the_same_or_are_refused_whole(
    data: st.DataObject, visits: list[tuple[Country, date]], how: Dialect
) -> None:
    rows = [{"country": str(who), "day": when.isoformat(), "days": ""} for who, when in visits]
    content = _as_csv(rows, DATED, how, data.draw)
    reading = read(DATED, content, "x.csv")
    if any(when.day > 12 for _, when in visits):
        assert _values(reading) == rows
    else:  # no day shows the order: those that could be two are faults, and none is read as another
        doubtful = sum(when.day != when.month for _, when in visits)
        assert len([fault for fault in reading.faults if "may be" in fault.reason]) == doubtful
        assert all(record.values in rows for record in reading.records)
    assert _values(read(DATED, content, "x.csv", How(marks=Marks(days=how.days)))) == rows


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
def test_nothing_that_is_no_registry_is_read_or_raises(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"country,partner,year\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        reading = read(TABLE, start + content, "x")
        assert not reading.records
        assert reading.faults


# ---- how numbers and days are told apart, by hand ----


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("1.234", COMMA, "1234"),
        ("1,234", POINT, "1234"),
        ("1 234", "", "1234"),
        ("1\N{NARROW NO-BREAK SPACE}234\N{NO-BREAK SPACE}567", "", "1234567"),
        ("1.234.567", "", "1234567"),
        ("1.234,00", "", "1234"),
        ("12,0", "", "12"),
        ("0012", "", "12"),
        ("\N{MINUS SIGN}3", "", "-3"),
        ("1.234", POINT, None),
        ("1.000", POINT, None),
        ("1.234", "", None),
        ("12 34", "", None),
        ("1.23.456", "", None),
        ("1,234.56,7", "", None),
        ("<5", "", None),
        ("2-4", "", None),
        ("02-may", "", None),
        ("١٢", "", None),
    ],
)
def test_a_count_is_read_in_one_way_or_not_at_all(text: str, decimal: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(Doubtful):
            number(text, Marks(decimal), is_count=True)
    else:
        assert number(text, Marks(decimal), is_count=True) == expected


def test_the_file_as_a_whole_decides_unless_it_contradicts_itself() -> None:
    assert decided(["40,5", "1.234"], ["03/04/2025", "31/12/2025"], Marks()) == (COMMA, DAY_FIRST)
    assert decided(["40.5"], ["12/31/2025"], Marks()) == (POINT, MONTH_FIRST)
    assert decided(["40,5", "40.5"], ["31/12/2025", "12/31/2025"], Marks()) == ("", "")
    assert decided(["40.5"], [], Marks(), COMMA) == ("", "")  # a separator that goes with the other mark
    assert decided(["40.5"], [], Marks(COMMA)) == (COMMA, "")
    assert day("31/12/2025", Marks()) == day("12.31.2025", Marks()) == day("2025-12-31 00:00", Marks()) == "2025-12-31"
    for text in ("03/04/2025", "31/12/25", "31/02/2025", "31/13/2025", "45000", "2025-12-31 10:00"):
        with pytest.raises(Doubtful):
            day(text, Marks())
