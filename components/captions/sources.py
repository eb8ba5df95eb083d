"""The lines under every picture: sources and terms, what to know about the figures, how to take and cite them."""

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from components.captions import citation
from components.captions.citation import RECORD, RESIDENTS
from components.captions.releases import cited, others
from components.captions.share import share
from components.custom_components import slow
from components.i18n import Words
from components.markup import el
from components.translated import told
from components.url.choices import Chart, Page
from components.url.deck import Slide
from components.url.view import View
from data.dataset import Dataset
from data.model import Answer
from data.vocabulary import Flag

FORMATS = {"XLSX": "xlsx", "JSON": "json", "Parquet": "parquet", "GeoJSON": "geojson"}
FOR_EXCEL = "for=excel"  # of a CSV: with the decimal mark of the reader, and what separates columns beside it


def of_answer(answer: Answer) -> list[str]:
    """The keys of an answer's sources, and of the population where it has rates."""
    used = sorted({cell.source for cell in answer.cells.values() if cell.source})
    has_rates = any(cell.rate for cell in answer.cells.values())
    return [*used, *([RESIDENTS] if has_rates else [])]


def lines(view: View, used: list[str], dataset: Dataset, words: Words, title: str = "") -> Markup:
    """Source, release, terms, download, citation and frame of what is shown. `title` is cited: the page's name unless
    one is given that does not change with the year."""
    return el(
        "div",
        el("ul", [el("li", linked(each)) for each in publications(used, dataset, words)], class_="sources"),
        others(view, used, dataset, words),
        el("p", words("source.download"), " ", _rows(view, words), class_="take"),
        el("p", _add(view, words), class_="take"),
        _formats(view, words),
        _pictures(view, words),
        share(view, title or words.label(view.page), words),
        of_this_machine(words),
        _citation(view, citation.work(title or words.label(view.page), used, dataset, view.url, words), dataset, words),
        class_="source-lines",
    )


def of_this_machine(words: Words) -> Markup:
    """What files have inside where the site was reached at a loopback address; seen there alone (`data-local` of the
    document, assets/page.css), so that an answer is the same for whoever asks."""
    return el("p", words("source.local"), class_="formats of-this-machine")


def _add(view: View, words: Words) -> Markup:
    """This view as a slide: a deck of its own, or, with scripts, one more of the deck that the tab remembers."""
    to = view.at_page(Page.PRESENT).with_values(slides=Slide(view).to_text())
    return el("a", words("deck.add"), href=to.url, data_add=True)


class Publication(NamedTuple):
    """One source as it is named below a picture: the words before its title, the title and its address, the rest."""

    before: str
    title: str
    url: str
    rest: str

    @property
    def text(self) -> str:
        return self.before + self.title + self.rest


def publications(used: list[str], dataset: Dataset, words: Words) -> list[Publication]:
    """The sources of what is shown; our own record is one, whatever of it is used."""
    known = [name for name in used if name in dataset.sources and not name.startswith(RECORD)]
    said = [publication(dataset.sources[name], words) for name in known]
    if any(name.startswith(RECORD) for name in used):
        said.append(Publication(words("source.record"), "", "", ""))
    return said


def publication(source: dict[str, str], words: Words) -> Publication:
    """One source: publisher, title with its page, release, terms."""
    day = source["release"] and words.date(date.fromisoformat(source["release"]))
    released = f" {words('source.release', day=day)}" if day else ""
    rest = f"{released}. {words('source.terms', terms=told(source, 'terms', words))}"
    return Publication(f"{told(source, 'publisher', words)}, ", told(source, "title", words), source["url"], rest)


def linked(said: Publication) -> list[Markup | str]:
    """A source with the link to its page."""
    title = el("a", said.title, href=said.url, rel="external noopener") if said.url else said.title
    return [said.before, title, said.rest]


def _pictures(view: View, words: Words) -> Markup:
    """The picture with all that it must say, in the formats of `components.files.file_exports`."""
    files = [("SVG", "svg", ""), ("PNG", "png", "size=2x"), (words("source.social"), "png", "size=social")]
    files += [("PDF", "pdf", ""), (words("source.slide"), "pptx", "")]
    links = []
    for name, kind, size in files:
        query = "&".join(filter(None, [view.search.lstrip("?"), size]))
        href = f"{view.path}.{kind}" + (f"?{query}" if query else "")
        links += [" · ", el("a", name, href=href, download=True, data_view=True, **slow(words))]
    return el("p", words("source.picture"), " ", links[1:], class_="formats pictures")


def _answer(view: View, end: str) -> str:
    """The address of the rows of a view at the API, with labels as its reader has them."""
    query = "&".join([f"page={view.page}", f"labels={view.locale}", *filter(None, [view.search.lstrip("?")])])
    return f"/api/v1/answer.{end}?{query}"


def _rows(view: View, words: Words) -> Markup:
    """What is shown as rows: as a workbook, which opens alike everywhere, and as CSV; where the decimal mark is a comma
    also as Excel reads it there, for it takes another CSV than programs do."""
    comma = words.decimal == ","
    files = [("Excel (XLSX)", _answer(view, "xlsx")), ("CSV", view.file("csv"))]
    files += [(words("source.csv.excel"), _also(view.file("csv"), FOR_EXCEL))] if comma else []
    return Markup(" · ").join(el("a", name, href=href, download=True, data_view=True) for name, href in files)


def _also(address: str, pair: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{pair}"


def _formats(view: View, words: Words) -> Markup:
    """The same rows in the other formats, from the API, and the page that describes it."""
    files = [
        [el("a", name, href=_answer(view, end), download=True), ", "] for name, end in FORMATS.items() if end != "xlsx"
    ]
    if is_by_year(view):
        files += [
            [
                el("a", words("source.wide", format=name), href=_also(_answer(view, end), pair), download=True),
                ", ",
            ]
            for name, end, pair in (
                ("XLSX", "xlsx", "wide=1"),
                (words("source.csv.excel"), "csv", f"wide=1&{FOR_EXCEL}"),
            )
        ]
    about = el("a", words("api.docs"), href=f"/api/v1/docs?labels={view.locale}")
    return el("p", words("source.formats"), " ", files, about, class_="formats")


def is_by_year(view: View) -> bool:
    """Whether the rows of a view are one figure for each country and year, so that they make a wide table."""
    return view.page in (Page.OVERVIEW, Page.COMPARE) or (
        view.page is Page.JUSTICE and view.chart not in (Chart.CHAIN, Chart.WHO)
    )


def _citation(view: View, work: citation.Work, dataset: Dataset, words: Words) -> Markup:
    """Text to copy with the address that gives what is shown again, the same as files, and a frame for other sites. All
    name the release, so that they stay as they are."""
    shown = cited(view, dataset)
    files = [
        el("a", name, href=shown.file(kind), download=True, data_view=True)
        for name, kind in (("BibTeX", "bib"), ("RIS", "ris"))
    ]
    frame = [
        '<iframe src="', el("span", shown.framed(), data_address="frame", data_release=shown.release), '" title="',
        work.title, '" width="100%" height="640" loading="lazy"></iframe>',
    ]  # fmt: skip
    address = el("span", shown.url, class_="address", data_address=True, data_release=shown.release)
    return el(
        "details",
        el("summary", words("source.cite"), data_key="cite"),
        el("p", citation.text(work, words), " ", address),
        el(
            "div",
            el("p", words("citation.files"), " ", Markup(" · ").join(files)),
            el("p", words("citation.frame")),
            el("code", frame, class_="snippet"),
            class_="elsewhere",
        ),
        class_="cite",
    )


class Remark(NamedTuple):
    """What to know about figures, and whose they are."""

    whom: str
    said: str

    @property
    def text(self) -> str:
        return f"{self.whom}: {self.said}"


def flag_remarks(answer: Answer, year: int, words: Words) -> list[Remark]:
    """What a reader should know about the figures of one year, flag by flag, with the countries concerned."""
    concerned: dict[Flag, list[str]] = {}
    for cell in answer.by_country(year):
        if cell.country in answer.panel:
            for flag in cell.flags:
                concerned.setdefault(flag, []).append(words.country(cell.country))
    return [Remark(words.names(concerned[flag]), words(f"flag.{flag}")) for flag in Flag if flag in concerned]


def flag_lines(answer: Answer, year: int, words: Words) -> Markup:
    """The same on a page."""
    lines = [el("li", el("b", whom), ": ", said) for whom, said in flag_remarks(answer, year, words)]
    return el("ul", lines, class_="flags") if lines else Markup("")
