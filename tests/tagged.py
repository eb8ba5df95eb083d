"""The tags of a PDF: what a screen reader is told, and what PDF/UA-1 asks of it that can be seen from outside."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import DictionaryObject


class Tag(NamedTuple):
    """An element of the structure: its type, the text that stands for it, the types of what it holds."""

    name: str
    alt: str
    holds: tuple[str, ...]


def tags(file: bytes) -> list[Tag]:
    """All elements in the order in which they are read."""
    return list(_below(PdfReader(BytesIO(file)).root_object["/StructTreeRoot"]))


def _below(element: Any) -> Iterator[Tag]:
    kids = element.get("/K", [])
    held = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    inner = [kid for kid in held if isinstance(kid, DictionaryObject) and "/S" in kid]
    if "/S" in element:
        yield Tag(str(element["/S"])[1:], str(element.get("/Alt", "")), tuple(str(kid["/S"])[1:] for kid in inner))
    for kid in inner:
        yield from _below(kid)


def faults(file: bytes) -> list[str]:
    """What a reader who cannot see the pages would miss; empty where nothing is."""
    reader = PdfReader(BytesIO(file))
    root, found = reader.root_object, tags(file)
    levels = [int(tag.name[1]) for tag in found if tag.name[0] == "H" and tag.name[1:].isdigit()]
    skipped = [level for before, level in zip([0, *levels], levels, strict=False) if level > before + 1]
    heads = [tag for tag in found if tag.name == "THead"]
    metadata = reader.xmp_metadata.stream.get_data() if reader.xmp_metadata else b""
    checks = {
        "marked": _is_set(root, "/MarkInfo", "/Marked"),
        "language": bool(root.get("/Lang")),
        "title shown": _is_set(root, "/ViewerPreferences", "/DisplayDocTitle"),
        "title": bool(reader.metadata and reader.metadata.title),
        "says that it is PDF/UA-1": b"<pdfuaid:part>1</pdfuaid:part>" in metadata,
        "headings": bool(levels) and not skipped,
        "pictures have a text": all(tag.alt for tag in found if tag.name == "Figure"),
        "heads of tables": sum("TH" in tag.holds for tag in found if tag.name == "TR") >= len(heads),
        "fonts are inside": all(_is_embedded(page) for page in reader.pages),
    }
    return [name for name, is_met in checks.items() if not is_met]


def _is_set(root: Any, name: str, key: str) -> bool:
    return str(root.get(name, {}).get(key)) == "True"


def _is_embedded(page: Any) -> bool:
    fonts = page.get("/Resources", {}).get("/Font", {})
    inner = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts.values()]
    return all("/FontFile2" in each or "/FontFile3" in each for each in inner)


def type_sizes(file: bytes) -> set[float]:
    """The sizes in points of all text, as it is on the paper."""
    sizes: set[float] = set()

    def seen(text: str, user: list[float], matrix: list[float], _font: Any, size: float) -> None:
        if text.strip():
            scale = (user[0] ** 2 + user[1] ** 2) ** 0.5 * (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
            sizes.add(round(scale * size, 1))

    for page in PdfReader(BytesIO(file)).pages:
        page.extract_text(visitor_text=seen)
    return sizes
