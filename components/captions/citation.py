"""How anything here is cited: as text, for BibTeX and as RIS, all from one `Work`. An address and a data version give
the same figures again, so no day of access is named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from components.i18n import NARROW, Words
from components.translated import told
from data.dataset import Dataset

SITE = "Atalaya"
RESIDENTS = "wpp_2024"  # what rates divide by
RECORD = "search_"  # our own record of published facts, each of which names its publisher
STATEMENTS = ("search_statements_1", "search_statements_2", "search_statements_3")
TREATIES = ("search_instruments_1", "search_instruments_2")
RECORDED = {  # tables whose rows name a publisher each, and no source
    "requests": STATEMENTS,
    "cooperation_events": STATEMENTS,
    "cooperation_results": STATEMENTS,
    "instruments": TREATIES,
}
# What TeX would take for a command, as text that it prints; other characters stay, for BibTeX files are UTF-8 now.
TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", NARROW: r"\,",
}  # fmt: skip
SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class Work:
    """What is cited. `authors` answer for the figures; `released` is the day of their latest release, or, where
    none is known, of the data; `address` gives what is shown again."""

    authors: tuple[str, ...]
    title: str
    released: date | None
    version: str
    address: str


def work(title: str, used: Iterable[str], dataset: Dataset, address: str, words: Words) -> Work:
    """The work behind a picture or figure, from the keys of its sources; ours alone where none is published."""
    named = [dataset.sources[name] for name in used if name in dataset.sources and not name.startswith(RECORD)]
    authors = tuple(dict.fromkeys(told(source, "publisher", words) for source in named))
    days = [date.fromisoformat(source["release"]) for source in named if source["release"]]
    own = date.fromisoformat(dataset.release) if dataset.release else None
    return Work(authors or (SITE,), title, max(days, default=own), dataset.version, address)


def sources_of(rows: pd.DataFrame, otherwise: list[str]) -> list[str]:
    """The keys of the sources of rows, and of their rates; `otherwise` those of the page, where the rows name none."""
    if "source" not in rows:
        return otherwise
    named = sorted({key for text in rows["source"] for key in text.split("|") if key})
    has_rates = "rate_per_100k_low" in rows and bool(rows["rate_per_100k_low"].notna().any())
    return [*named, *([RESIDENTS] if has_rates else [])]


def text(cited: Work, words: Words) -> str:
    """One line to copy, which the address follows."""
    said = [f"{'; '.join(cited.authors)}. {cited.title}."]
    if cited.released:
        said.append(words("citation.released", day=words.date(cited.released)))
    return " ".join([*said, words("citation.within", version=cited.version)])


def bibtex(cited: Work, words: Words) -> str:
    """An entry `@misc`, which every style knows. Doubled braces keep names and capitals as they are."""
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in cited.authors),
        "title": f"{{{_tex(cited.title)}}}",
        "year": str(cited.released.year) if cited.released else "",
        "howpublished": _tex(words("citation.within", version=cited.version).rstrip(":. ")),
        "note": _tex(words("citation.released", day=words.date(cited.released)).rstrip(". ")) if cited.released else "",
        "version": cited.version,
        "url": cited.address,
        "language": words("citation.language"),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(cited)},", *lines, "}"]) + "\n"


def ris(cited: Work, words: Words) -> str:
    """A record of the type DATA: one tag a line, carriage returns, closed by ER."""
    tags = [
        ("TY", "DATA"),
        *(("AU", f"{name},") for name in cited.authors),  # the comma ends the family name: a body has no other
        ("TI", cited.title),
        ("T2", SITE),
        ("PY", str(cited.released.year) if cited.released else ""),
        ("DA", cited.released.strftime("%Y/%m/%d") if cited.released else ""),
        ("ET", cited.version),
        ("LA", str(words.locale)),
        ("UR", cited.address),
    ]
    lines = [f"{tag}  - {SPACES.sub(' ', value.strip())}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tex(said: str) -> str:
    return "".join(TEX.get(character, character) for character in said)


def _key(cited: Work) -> str:
    """A key of the address and the version, in characters that BibTeX takes anywhere."""
    _, _, path = cited.address.partition("://")
    place = path.partition("/")[2] if path else cited.address
    return re.sub(r"[^0-9A-Za-z]+", "-", f"atalaya {place} {cited.version}").strip("-")
