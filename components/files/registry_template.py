"""The workbook that a contact point fills, in one language: instructions, the sheet to deliver with lists and notes, an
example that nobody can deliver by mistake, and the codes behind the lists.

`python -m components.files.registry_template OUT.xlsx --locale es` writes it; the service answers the same bytes.
"""

import argparse
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from components.i18n import Words, words
from components.pages.cooperation.form import TABLE, example, heading, label, meaning
from components.url.choices import Locale
from data.iso3166 import ALPHA_3
from data.registry_vocabulary import Origin
from data.schema import Field

ROWS = 1_000  # with lists and limits; more may be filled
SHEETS = {
    "read": "registry.sheet.read",
    "deliver": "registry.sheet.deliver",
    "example": "registry.sheet.example",
    "lists": "registry.sheet.lists",
}
RULES = (
    "registry.workbook.rule.rows",
    "registry.workbook.rule.lists",
    "registry.workbook.rule.sum",
    "registry.workbook.rule.nobody",
    "registry.workbook.rule.own",
    "registry.workbook.rule.delivered",
)
MADE = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same bytes from the same words
NARROW, MEANT = 12, 66  # characters: the least of a column, and one of sentences
LINE = 16  # points
LISTED = 3  # rows above the words of a list
SUM = ("requests", "answered", "pending", "refused")
MADE_UP = {"italic": True, "font_color": "#6f695f", "bg_color": "#f3efe6"}
FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#a8480f"},
    "what": {"bold": True},
    "text": {"text_wrap": True, "valign": "top"},
    "head": {"bold": True, "bottom": 1, "bg_color": "#ece7da", "valign": "vcenter", "text_wrap": True, "border": 1},
    "integer": {"num_format": "0"},  # without marks of thousands, which CSV would carry into another region
    "number": {"num_format": "General"},
    "year": {"num_format": "0", "align": "center"},
    "word": {"indent": 1},
    "wrong": {"bg_color": "#f6c9bd", "font_color": "#8a1c00"},
    "stamp": {"bold": True, "font_size": 14, "font_color": "#ffffff", "bg_color": "#a8480f", "valign": "vcenter"},
    "made_up": MADE_UP,
    "made_up_word": MADE_UP | {"indent": 1},
    "made_up_year": MADE_UP | {"align": "center"},
}


def workbook(say: Words) -> bytes:
    """The template in the language of `say`; the same words give the same bytes."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": say("registry.workbook.title"), "author": "Atalaya", "created": MADE})
    made = _Made(book, say)
    made.instructions()
    made.delivery()
    made.example()
    made.lists()
    book.close()
    return target.getvalue()


class _Made:
    """The sheets of one workbook."""

    def __init__(self, book: Workbook, say: Words) -> None:
        self._say = say
        self._looks = {name: book.add_format(look) for name, look in FORMATS.items()}
        names = {name: say(key) for name, key in SHEETS.items()}
        self._names, self._sheets = names, {name: book.add_worksheet(said) for name, said in names.items()}
        for sheet in self._sheets.values():
            sheet.set_paper(9)  # A4
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
        self._codes = {field.name: codes for field in TABLE.fields if (codes := self._listed(field))}

    def instructions(self) -> None:
        """What to do, and every column."""
        say, sheet, text = self._say, self._sheets["read"], self._looks["text"]
        sheet.hide_gridlines(2)
        for place, width in enumerate((24, MEANT, 34, 14, 18)):
            sheet.set_column(place, place, width)
        sheet.write_string(0, 0, say("registry.workbook.title"), self._looks["title"])
        told = {"sheet": self._names["deliver"], "lists": self._names["lists"]}
        for at, rule in enumerate(RULES, start=2):
            said = f"{at - 1}. {say(rule, **told)}"
            sheet.merge_range(at, 0, at, 4, said, text)
            sheet.set_row(at, LINE * (1 + len(said) // 160))
        top = len(RULES) + 3
        heads = [*(f"export.head.{name}" for name in ("column", "meaning", "accepted")), "registry.workbook.must"]
        heads.append("registry.workbook.code")
        for place, head in enumerate(heads):
            sheet.write_string(top, place, say(head), self._looks["head"])
        for at, field in enumerate(TABLE.fields, start=top + 1):
            must = say("yes" if field.required else "no")
            row = (heading(field, say), self._means(field), self._takes(field), must, field.name)
            sheet.set_row(at, LINE * (1 + len(row[1]) // (MEANT + 10)))
            for place, cell in enumerate(row):
                sheet.write_string(at, place, cell, text)
        sheet.protect()

    def delivery(self) -> None:
        """The sheet to fill."""
        sheet = self._sheets["deliver"]
        sheet.set_tab_color("#2f6f4f")
        self._head(sheet, 0)
        sheet.freeze_panes(1, 0)
        for place, field in enumerate(TABLE.fields):
            sheet.data_validation(1, place, ROWS, place, self._limit(field))
        columns = {field.name: xl_col_to_name(place) for place, field in enumerate(TABLE.fields)}
        whole, *parts = (f"${columns[name]}2" for name in SUM)
        wrong = f"=AND(COUNT({','.join((whole, *parts))})={len(SUM)},{whole}<>{'+'.join(parts)})"
        area = f"{columns[SUM[0]]}2:{columns[SUM[-1]]}{ROWS + 1}"
        sheet.conditional_format(area, {"type": "formula", "criteria": wrong, "format": self._looks["wrong"]})
        sheet.repeat_rows(0)

    def example(self) -> None:
        """Made-up rows under a head that is not in the first row, so that no reader takes them for a delivery."""
        sheet, frame = self._sheets["example"], example()
        sheet.set_tab_color("#a8480f")
        stamp = self._say("registry.workbook.made_up")
        sheet.merge_range(0, 0, 0, len(TABLE.fields) - 1, stamp, self._looks["stamp"])
        sheet.set_row(0, 28)
        self._head(sheet, 2)
        for at, row in enumerate(frame.astype(object).where(frame.notna(), "").itertuples(index=False), start=3):
            for place, (field, value) in enumerate(zip(TABLE.fields, row, strict=True)):
                coded = field.name in self._codes
                shown = label(field.name, str(value), self._say) if coded else value
                kind = "_word" if coded else "_year" if field.name == "year" else ""
                sheet.write(at, place, shown, self._looks[f"made_up{kind}"])
        sheet.protect()

    def lists(self) -> None:
        """The words of every list, each beside its code, below a line that no reader takes for a head."""
        sheet = self._sheets["lists"]
        sheet.freeze_panes(LISTED, 0)
        sheet.write_string(0, 0, self._say("registry.workbook.listed"), self._looks["what"])
        heads = [self._say("registry.workbook.name"), self._say("registry.workbook.code")]
        for at, (name, codes) in enumerate(self._codes.items()):
            sheet.merge_range(1, 2 * at, 1, 2 * at + 1, heading(TABLE.field(name), self._say), self._looks["head"])
            for place, head, words_of in zip((2 * at, 2 * at + 1), heads, (codes, codes.values()), strict=True):
                sheet.set_column(place, place, max(map(len, (head, *words_of))) + 3)
                sheet.write_string(2, place, head, self._looks["head"])
                sheet.write_column(LISTED, place, words_of)
        sheet.protect()

    def _head(self, sheet: Worksheet, row: int) -> None:
        sheet.set_row(row, 32)
        for place, field in enumerate(TABLE.fields):
            look = self._looks["year" if field.name == "year" else "word" if field.name in self._codes else field.type]
            longest = max(map(len, self._codes.get(field.name, {"": ""})))
            sheet.set_column(place, place, min(max(NARROW, longest + 4), 34), look)
            sheet.write_string(row, place, heading(field, self._say), self._looks["head"])
            note = f"{self._means(field)}\n\n{self._takes(field)}\n({field.name})"
            sheet.write_comment(row, place, note, {"author": "Atalaya", "x_scale": 2, "y_scale": 1.5, "font_size": 9})

    def _listed(self, field: Field) -> dict[str, str]:
        """The words of a list with their codes: countries by name, others in the order of the vocabulary."""
        codes = list(field.enum) or (sorted(ALPHA_3) if field.name == "partner" else [])
        said = {label(field.name, code, self._say): code for code in codes}
        is_place = field.name in ("country", "partner")
        return dict(sorted(said.items(), key=lambda pair: self._say.sort_key(pair[0]))) if is_place else said

    def _means(self, field: Field) -> str:
        """What a column holds, by the words that stand in its list."""
        if field.name != "synthetic":
            return meaning(field, self._say)
        return self._say("registry.workbook.real", real=label(field.name, Origin.REAL, self._say))

    def _takes(self, field: Field) -> str:
        if field.name in self._codes:
            return self._say("registry.workbook.list")
        limits = {"low": field.minimum, "high": field.maximum}
        return self._say("registry.workbook.whole" if field.type == "integer" else "registry.workbook.number", **limits)

    def _limit(self, field: Field) -> dict[str, Any]:
        """What a cell takes, as Excel holds to it."""
        told = {"error_title": self._say("registry.workbook.wrong"), "error_message": f"{self._takes(field)}."}
        if field.name in self._codes:
            place = xl_col_to_name(2 * list(self._codes).index(field.name))
            first, last = LISTED + 1, LISTED + len(self._codes[field.name])
            return told | {"validate": "list", "source": f"='{self._names['lists']}'!${place}${first}:${place}${last}"}
        kind = "integer" if field.type == "integer" else "decimal"
        return told | {"validate": kind, "criteria": "between", "minimum": field.minimum, "maximum": field.maximum}


def main() -> None:
    """Write the file."""
    reads = argparse.ArgumentParser(prog="python -m components.files.registry_template", description=__doc__)
    reads.add_argument("out", type=Path, help="the file to write")
    reads.add_argument("--locale", type=Locale, choices=list(Locale), default=Locale.ES)
    given = reads.parse_args()
    given.out.write_bytes(workbook(words(given.locale)))


if __name__ == "__main__":
    main()
