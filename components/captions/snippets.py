"""How a selection is taken into one's own tool: its address, its formats, and lines that run as they stand."""

from urllib.parse import quote, urlencode

from markupsafe import Markup

from components.captions.share import ROOT
from components.captions.sources import FOR_EXCEL, FORMATS
from components.i18n import Words
from components.markup import el
from components.url import table_filter as where
from components.url.view import View
from data.schema import Table

PLACED_BY = ("country", "area")
POWER_QUERY = """let
  Source = Csv.Document(
    Web.Contents("ADDRESS"),
    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
  Rows = Table.PromoteHeaders(Source)
in
  Rows"""


def address(view: View, extension: str) -> str:
    """Where exactly the rows of the explorer's view are had. With all columns in the table's own order that is the
    table, filtered; else it is the answer behind the view."""
    if not view.columns and not view.order:
        filters = where.filters(view.where) if view.where else {}
        query = urlencode(filters, safe=",", quote_via=quote)
        return f"/api/v1/{view.table}.{extension}" + (f"?{query}" if query else "")
    plain = View.of(view.locale, view.page, **{name: getattr(view, name) for name in SELECTION})
    return f"/api/v1/answer.{extension}?page={view.page}&{plain.search.lstrip('?')}"


SELECTION = ("table", "where", "columns", "order")  # what of a view decides on the rows


def snippets(at: str, name: str) -> tuple[tuple[str, str], ...]:
    """For each tool the lines that read the CSV at an address; `name` is what a file of it is called."""
    return (
        ("Python · pandas", f'import pandas as pd\n\nrows = pd.read_csv("{at}")\nprint(rows)'),
        ("R", f'rows <- read.csv("{at}", encoding = "UTF-8")\nprint(rows)'),
        ("Excel · Power Query", POWER_QUERY.replace("ADDRESS", at)),
        ("curl", f'curl --fail --output {name}.csv \\\n  "{at}"'),
    )


def drawn(told: tuple[tuple[str, str], ...], copy: str = "") -> Markup:
    """Snippets side by side; with a word for `copy`, each with a button that copies it (assets/explorer.js)."""
    parts = [
        el(
            "div",
            el("h3", name),
            el("pre", el("code", text), tabindex="0", role="region", aria_label=name),
            el("button", copy, type="button", class_="copy", aria_label=f"{copy}: {name}") if copy else None,
        )
        for name, text in told
    ]
    return el("div", parts, class_="snippets")


def taken(view: View, table: Table, words: Words) -> Markup:
    """The panel below the grid: the address, each format, the lines."""
    is_placed = bool(set(PLACED_BY) & set(table.columns))
    named = {name: address(view, end) for name, end in FORMATS.items() if end != "geojson" or is_placed}
    xlsx, *others = named.items()
    plain = address(view, "csv")
    for_excel = f"{plain}{'&' if '?' in plain else '?'}labels={view.locale}&{FOR_EXCEL}"
    links = [xlsx, (words("source.csv.excel"), for_excel), ("CSV", plain), *others]
    files = [el("a", name, href=href, download=True) for name, href in links]
    at = ROOT + plain
    docs = el("a", words("api.docs"), href=f"/api/v1/docs?labels={view.locale}")
    return el(
        "section",
        el("h2", words("explorer.take")),
        el("p", words("explorer.take.about"), " ", docs),
        el("p", files, class_="formats-of"),
        el("div", el("pre", el("code", at), tabindex="0", role="region", aria_label=words("explorer.address")),
           el("button", words("explorer.copy"), type="button", class_="copy",
              aria_label=f"{words('explorer.copy')}: {words('explorer.address')}"), class_="at"),
        drawn(snippets(at, table.name), words("explorer.copy")),
    )  # fmt: skip
