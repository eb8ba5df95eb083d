"""Everything in one file: the filtered tables as a Data Package that explains itself in three languages."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from components.captions.code_labels import label_columns
from components.files.answer_columns import EVERY
from components.files.cover import answered, caveats, columns
from components.files.csv import csv as as_csv
from components.files.extract import LABELS, RELEASE, Extract, at_release, of_table, speech, told
from components.i18n import ALPHA_2, Words, words
from components.translated import cited as source_cited
from components.url.choices import BASES
from data.dataset import Dataset
from data.filter import FilterRefused
from data.package import PROFILE, digest, tabular
from data.releases import EARLIER
from data.schema import SHOWN, Field
from data.value_list import values
from data.vocabulary import Flag

DICTIONARY = ("table", "column", "meaning", "type", "unit", "accepted")
WHOLE = "sources"  # never filtered: other tables refer to it
COUNTRY, AREA = "country", "area"  # which say the same
DAY = (1980, 1, 1, 0, 0, 0)  # the same content is the same bytes, whenever it is asked for

Json = dict[str, Any]
Files = dict[str, bytes]


def package(dataset: Dataset, filters: Mapping[str, str], address: str) -> bytes:
    """The zip of every table, each filtered by the columns that it has, those with figures of several releases as of
    `release`.

    Raises:
        FilterRefused: for a release that there is not, a column that no table has, or a value that none of those that
            have it can hold.
    """
    asked = {name: text for name, text in filters.items() if name != RELEASE}
    release = filters.get(RELEASE)
    as_of = at_release(dataset, release)
    extracts = _extracts(dataset, asked, release, address)
    files: Files = {f"{extract.name}.csv": as_csv(extract.frame) for extract in extracts}
    files["datapackage.json"] = _descriptor(extracts, files, as_of)
    files |= {f"dictionary.{each}.csv": _dictionary(extracts, words(each)) for each in BASES}
    files["flags.csv"] = _flags()
    files["README.md"] = _readme(extracts, asked, as_of, address)
    files["checksums.txt"] = _checksums(files)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in files.items():
            book.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _extracts(dataset: Dataset, filters: Mapping[str, str], release: str | None, address: str) -> list[Extract]:
    tables = [SHOWN[name] for name in SHOWN if name in dataset.tables]
    labels = {LABELS: filters[LABELS]} if speech(filters) else {}
    wanted = {name: text for name, text in filters.items() if name != LABELS}
    refusals = _refusals(dataset, wanted)
    made = []
    for table in tables:
        own = {name: text for name, text in wanted.items() if name in table.columns and table.name != WHOLE}
        if release and table.name in EARLIER:
            own[RELEASE] = release
        impossible = any((table.name, name) in refusals for name in own)
        extract = of_table(dataset, table.name, labels | ({} if impossible else own), address)
        if impossible:  # a value of another table's column of that name: no row of this one can have it
            extract = replace(extract, frame=extract.frame.iloc[:0])
        if COUNTRY in wanted and COUNTRY not in table.columns and AREA in table.columns:
            extract = replace(extract, frame=extract.frame[_within(extract.frame[AREA], values(wanted[COUNTRY]))])
        made.append(extract)
    return made


def _within(areas: "pd.Series[str]", countries: list[str]) -> "pd.Series[bool]":
    """Which areas are one of those countries, or a state or province in it (ISO 3166-2)."""
    of = {*countries, *(ALPHA_2[code] for code in countries)}
    return areas.str.split("-", n=1).str[0].isin(of)  # `partition` of no areas has no columns


def _refusals(dataset: Dataset, wanted: Mapping[str, str]) -> set[tuple[str, str]]:
    """Tables and columns that cannot hold what is asked of them; refused where no table can."""
    every = [SHOWN[name] for name in SHOWN if name in dataset.tables and name != WHOLE]
    found = set()
    for name, text in wanted.items():
        having = [table for table in every if name in table.columns]
        if not having:
            known = dict.fromkeys(column for table in every for column in table.columns)
            raise FilterRefused(name, text, ", ".join([LABELS, RELEASE, *known]))
        refused = []
        for table in having:
            try:
                of_table(dataset, table.name, {name: text})
            except FilterRefused as no:
                refused.append(no)
                found.add((table.name, name))
        coded = [table for table in having if _is_coded(table.field(name))] or having
        if all((table.name, name) in found for table in coded):
            raise refused[0]
    return found


def _is_coded(field: Field) -> bool:
    """Whether a column says what it may hold: free text takes any slip of the keyboard."""
    return bool(field.enum or field.pattern) or field.type != "string"


def _descriptor(extracts: list[Extract], files: Files, dataset: Dataset) -> bytes:
    resources = []
    for extract in extracts:
        path = f"{extract.name}.csv"
        table = SHOWN[extract.name]
        about = tabular(table)
        labels = [f"{name}_label" for name in label_columns(table) if f"{name}_label" in extract.frame]
        about["schema"]["fields"] += [{"name": name, "type": "string"} for name in labels]
        file = {"name": extract.name, "path": path, "bytes": len(files[path]), "hash": digest(files[path])}
        resources.append({**file, "encoding": "utf-8", **about})
    made: Json = {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "atalaya",
        "title": extracts[0].words("package.title"),
        **({"synthetic": True} if dataset.synthetic else {}),
        "version": dataset.version,
        "release": dataset.release,
        "sources": [{"title": row["citation"], "path": row["url"]} for row in dataset.sources.values()],
        "resources": resources,
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _dictionary(extracts: list[Extract], say: Words) -> bytes:
    rows = [[extract.name, *row] for extract in extracts for row in columns(replace(extract, words=say))]
    rows += [["answer", *row] for row in answered(EVERY, say)]
    return _lines([DICTIONARY, *rows])


def _flags() -> bytes:
    spoken = {each: words(each) for each in BASES}
    rows = [[flag, *(say(f"flag.{flag}") for say in spoken.values())] for flag in Flag]
    return _lines([["flag", *spoken], *rows])


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _readme(extracts: list[Extract], filters: Mapping[str, str], dataset: Dataset, address: str) -> bytes:
    say = extracts[0].words
    wanted = {name: text for name, text in filters.items() if name != LABELS}
    asked: list[str] = []
    for name, text in sorted(wanted.items()):
        having = next(extract.table for extract in extracts if extract.table and name in extract.table.columns)
        asked += told(having, {name: text}, dataset, say)
    older = [say("package.release", release=dataset.release)] if dataset.newest else []
    sources = [source_cited(row, say) for row in dataset.sources.values()]
    files = [
        say(
            "package.rows",
            name=f"{extract.name}.csv",
            n=say.number(len(extract.frame)),
            about=say(f"dataset.about.{extract.name}"),
        )
        for extract in extracts
    ]
    files += [say(f"package.{name}") for name in ("dictionary", "flags", "descriptor", "checksums")]
    cited = say(
        "export.cite",
        title=say("package.name"),
        version=dataset.version,
        release=dataset.release,
        address=address,
    )
    parts = [
        (say("export.filter"), [*(asked or [say("export.no_filter")]), say("package.held"), *older]),
        (say("package.files"), files),
        (say("export.caveats"), caveats(say)),
        (say("export.flags"), [f"{flag}: {say(f'flag.{flag}')}" for flag in Flag]),
        (say("export.source"), sources),
        (say("export.citation"), [cited]),
    ]
    stamp = [f"**{say('synthetic.stamp')}**: {say('synthetic.band')}", ""] if dataset.synthetic else []
    lines = [f"# {say('package.title')}", "", *stamp]
    for head, items in parts:
        lines += [f"## {head}", "", *(f"- {item}" for item in items), ""]
    return "\n".join(lines).encode()


def _checksums(files: Files) -> bytes:
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()
