"""The workbook that a contact point fills: filled it passes the check in every locale, each error names its cell."""

import io
from pathlib import Path
from typing import Any

import delivered
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from components.files.registry_template import ROWS, workbook
from components.i18n import Words, words
from components.pages.cooperation.form import heading, label
from components.url.choices import Locale
from data.check import check_delivery
from data.iso3166 import ALPHA_3
from data.registry.reading import read
from data.schema import TABLES
from data.vocabulary import Country

TABLE = TABLES["registry"]
CODED = ("country", "partner", "direction", "instrument", "crime", "synthetic")


def _opened(say: Words) -> tuple[Workbook, Worksheet]:
    book = load_workbook(io.BytesIO(workbook(say)))
    return book, book[say("registry.sheet.deliver")]


def _filled(say: Words) -> tuple[Workbook, Worksheet]:
    """The template with the rows of `delivered`, by the words of its lists."""
    book, sheet = _opened(say)
    for row in delivered.ROWS:
        values = dict(zip(TABLE.columns, (*row, "false"), strict=True))
        sheet.append([label(name, str(value), say) if name in CODED else value for name, value in values.items()])
    return book, sheet


def _saved(book: Workbook, folder: Path) -> Path:
    path = folder / "bolivia.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("locale", Locale)
def test_the_template_filled_by_its_lists_is_a_sound_delivery(locale: Locale, tmp_path: Path) -> None:
    book, _ = _filled(words(locale))
    path = _saved(book, tmp_path)
    assert check_delivery(path) == []
    rows = [tuple(record.values.values()) for record in read(TABLE, path.read_bytes(), path.name).records]
    assert rows == [(*map(str, row), "false") for row in delivered.ROWS]


@pytest.mark.parametrize("locale", Locale)
def test_an_empty_template_delivers_nothing_not_even_its_example(locale: Locale, tmp_path: Path) -> None:
    say = words(locale)
    book, _ = _opened(say)
    path = _saved(book, tmp_path)
    assert check_delivery(path) == []
    assert read(TABLE, path.read_bytes(), path.name).records == []
    assert workbook(say) == workbook(say)
    for sheet in book.worksheets:  # alone, as saved as CSV, only the sheet to deliver has a head that is read
        alone = io.StringIO()
        for row in sheet.iter_rows(values_only=True):
            alone.write(";".join("" if cell is None else str(cell).replace(";", ",") for cell in row) + "\n")
        reading = read(TABLE, alone.getvalue().encode(), "x.csv")
        assert (reading.faults == []) == (sheet.title == say("registry.sheet.deliver")), sheet.title
        assert reading.records == []


def test_every_cell_to_fill_has_its_list_or_limits_and_every_head_its_note(es: Words) -> None:
    book, sheet = _opened(es)
    limits = {str(limit.sqref).partition("2:")[0]: limit for limit in sheet.data_validations.dataValidation}
    assert [cell.value for cell in sheet[1]] == [heading(field, es) for field in TABLE.fields]
    assert all(cell.comment and cell.comment.text for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    for cell, field in zip(sheet[1], TABLE.fields, strict=True):
        limit = limits[cell.column_letter]
        assert str(limit.sqref) == f"{cell.column_letter}2:{cell.column_letter}{ROWS + 1}"
        if field.name not in CODED:
            assert (int(limit.formula1), int(limit.formula2)) == (field.minimum, field.maximum)
            continue
        name, _, area = limit.formula1.partition("!")
        listed = [row[0].value for row in book[name.strip("'")][area.replace("$", "")]]
        expected = {"country": Country, "partner": ALPHA_3}.get(field.name, field.enum)
        assert set(listed) == {label(field.name, code, es) for code in expected}
        assert len(listed) == len(expected)
    assert book["Listas"].protection.sheet
    assert book["Ejemplo"]["A1"].value.startswith("EJEMPLO INVENTADO")
    assert not sheet.protection.sheet


ERRORS = {
    "A2": ("Argentinia", "'Argentinia' is not one of AND"),
    "B3": ("Argent", "'Argent' is neither the name of a country"),
    "C4": (2042, "2042 is above 2030"),
    "D5": ("ambas", "'ambas' is not one of sent, received"),
    "E6": ("Carta rogatoria", "'Carta rogatoria' is not one of mutual_legal_assistance"),
    "F7": ("Tráfico", "'Tráfico' is not one of trafficking"),
    "G8": ("1.234", "'1.234' may be 1234 or 1.234"),
    "H9": (None, "is required"),
    "K2": ("unos 40", "'unos 40' is not a number"),
    "L3": ("quizás", "'quizás' is not one of false, true"),
    "N4": ("véase la nota", "14 values, expected 12"),
}


def test_each_of_many_errors_is_told_at_once_and_names_its_cell(es: Words, tmp_path: Path) -> None:
    book, sheet = _filled(es)
    values: dict[str, tuple[Any, str]] = ERRORS
    for cell, (value, _) in values.items():
        sheet[cell] = value
    faults = {fault.cell: str(fault) for fault in check_delivery(_saved(book, tmp_path))}
    assert faults.keys() == values.keys()
    for cell, (_, reason) in values.items():
        head = sheet[f"{cell[0]}1"].value
        told = f"bolivia.xlsx:Entrega!{cell}: {f'{head} (' if head else ''}"
        assert faults[cell].startswith(told)
        assert reason in faults[cell]
