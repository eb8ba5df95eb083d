"""A matrix: heads that name every row and column, rules between groups, and a full reading of a short cell."""

from tree import parse, rows, text

from components.tables.matrix import Line, matrix
from components.tables.table import TableCell, to_html

ROWS = [Line("AND", "Andorra", "AND", "iberia"), Line("ESP", "Spain", "ESP", "iberia"), Line("CUB", "Cuba", "CUB", "c")]
COLUMNS = [Line("2020", "2020", "2020"), Line("2021", "2021", "2021", "later")]


def entry(row: Line, column: Line) -> TableCell:
    if row.key == "AND":
        return TableCell(tone="is-own")
    return TableCell(f"{row.key}{column.key}", f"{row.name} in {column.name}", tone="heat-1")


DRAWN = parse(to_html(matrix(ROWS, COLUMNS, entry, "Who and when", "Country ↓")))


def test_every_cell_is_asked_for_by_its_row_and_column() -> None:
    assert list(rows(DRAWN)) == [
        ["Andorra", "", ""],
        ["Spain", "ESP2020", "ESP2021"],
        ["Cuba", "CUB2020", "CUB2021"],
    ]


def test_heads_name_rows_in_full_and_columns_by_a_short_name_that_is_spelt_out() -> None:
    columns = [node for node in DRAWN.iter("th") if node.get("scope") == "col"]
    assert [text(node) for node in columns] == ["Country ↓", "2020", "2021"]
    assert [node[0].get("title") for node in columns[1:]] == ["2020", "2021"]
    assert [text(node) for node in DRAWN.iter("th") if node.get("scope") == "row"] == ["Andorra", "Spain", "Cuba"]


def test_a_rule_stands_where_a_group_starts_and_not_before_the_first() -> None:
    body = DRAWN.findall(".//tbody/tr")
    assert [row.get("class") for row in body] == [None, None, "new-group"]
    assert [cell.get("class") for cell in body[1]] == [None, "heat-1", "heat-1 new-group"]
    assert [cell.get("class") for cell in DRAWN.findall(".//thead/tr/th")] == ["corner", None, "new-group"]


def test_a_cell_says_in_full_what_it_shows_in_short() -> None:
    assert [node.get("title") for node in DRAWN.iterfind(".//tbody//abbr")] == [
        "Spain in 2020", "Spain in 2021", "Cuba in 2020", "Cuba in 2021",
    ]  # fmt: skip


def test_a_matrix_wider_than_the_page_is_reached_by_the_keyboard() -> None:
    (region,) = DRAWN
    assert (region.get("tabindex"), region.get("role"), region.get("aria-label")) == ("0", "region", "Who and when")
