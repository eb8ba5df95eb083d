"""What every file says of itself in words: what it is, how it was filtered, from where, how to read and cite it."""

from collections.abc import Iterable

from components.captions.code_labels import label, label_columns, meaning
from components.files.answer_columns import EVERY, LABEL
from components.files.extract import Extract
from components.i18n import EN_DASH, Words
from components.translated import cited
from data.schema import SEPARATOR, Field, Table
from data.vocabulary import Flag

CAVEATS = ("interval", "missing", "detected")
Lines = list[tuple[str, str]]


def cover(extract: Extract) -> Lines:
    """Lines of a cover as (what, text). A `what` that is empty goes on with the one above."""
    say, dataset = extract.words, extract.dataset
    about = extract.table
    lines: Lines = [(say("export.head.meaning"), say(f"dataset.about.{about.name}"))] if about else []
    lines += [(say("export.filter"), text) for text in extract.asked or (say("export.no_filter"),)]
    lines += [
        (say("export.rows"), say.number(len(extract.frame))),
        (say("export.release"), dataset.release),
        (say("export.version"), dataset.version),
        (say("export.address"), extract.address),
        (say("export.citation"), citation(extract)),
    ]
    lines += [(say("export.source"), cited(row, say)) for row in extract.sources]
    lines += [(say("export.caveats"), text) for text in caveats(say)]
    lines += [(say("export.flags"), f"{flag}: {say(f'flag.{flag}')}") for flag in flags(extract)]
    return [(what if at == 0 or lines[at - 1][0] != what else "", text) for at, (what, text) in enumerate(lines)]


def citation(extract: Extract) -> str:
    """One line that names what it is, in which version, and where it is had again."""
    dataset = extract.dataset
    return extract.words(
        "export.cite",
        title=extract.title,
        version=dataset.version,
        release=dataset.release,
        address=extract.address,
    )


def caveats(say: Words) -> list[str]:
    """How to read any figure of the project."""
    return [say(f"export.caveat.{name}") for name in CAVEATS]


def flags(extract: Extract) -> list[Flag]:
    """The flags that the rows carry, in the order of the vocabulary."""
    if "flags" not in extract.frame:
        return []
    carried = {flag for flags in extract.frame["flags"].unique() for flag in str(flags).split(SEPARATOR)}
    return [flag for flag in Flag if flag in carried]


def columns(extract: Extract) -> list[list[str]]:
    """A row for each column: name, meaning, type, unit, accepted values with their labels; of an answer without the
    last two, for its pages have them of several tables."""
    if table := extract.table:
        return [describe(table, field, extract) for field in table.fields]
    return answered([str(name) for name in extract.frame if not str(name).endswith(LABEL)], extract.words)


def answered(names: Iterable[str], say: Words) -> list[list[str]]:
    """The same of columns of answers."""
    found = [EVERY[name] for name in names if name in EVERY]
    return [[each.name, each.meaning(say), say(f"export.type.{each.type}"), "", ""] for each in found]


def describe(table: Table, field: Field, extract: Extract) -> list[str]:
    """Name, meaning, type, unit and accepted values of one column."""
    say = extract.words
    kind = say(f"export.type.{field.type}")
    return [field.name, meaning(table, field, say), kind, field.unit, accepted(table, field, extract)]


def accepted(table: Table, field: Field, extract: Extract) -> str:
    """The values that a column may have, code by code with its label; its pattern or limits where it has no codes."""
    if field.enum and field.name in label_columns(table):
        said = {code: label(table, field.name, code, extract.words, extract.dataset.sources) for code in field.enum}
        return "; ".join(f"{code} = {text}" for code, text in said.items())
    if field.enum:
        return "; ".join(field.enum)
    if field.minimum is not None:
        most = "" if field.maximum is None else str(field.maximum)
        return f"{field.minimum}{EN_DASH}{most}"
    return field.pattern
