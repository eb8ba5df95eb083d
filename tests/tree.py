"""HTML as a tree, so that a test asks what a page says and not how it is spelt."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

from components.markup import VOID


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        child = SubElement(self.open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self.open.append(child)

    def handle_endtag(self, tag: str) -> None:
        opened = self.open.pop()
        assert opened.tag == tag, f"</{tag}> closes <{opened.tag}>"

    def handle_data(self, data: str) -> None:
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def parse(html: str) -> Element:
    """The tree below an element `root`; fails for tags that do not close in their order. Names are lower case."""
    builder = _Builder()
    builder.feed(str(html))  # of Markup, text that is put together would be escaped again
    builder.close()
    assert len(builder.open) == 1, f"never closed: {[each.tag for each in builder.open[1:]]}"
    return builder.root


def text(node: Element) -> str:
    """What is read."""
    return "".join(node.itertext())


def classed(root: Element, name: str) -> list[Element]:
    """The elements of a class, in the order of the document."""
    return [node for node in root.iter() if name in node.get("class", "").split()]


def rows(table: Element) -> Iterator[list[str]]:
    """The cells of each body row, read as text without what is only spoken."""
    for row in table.iterfind(".//tbody/tr"):
        yield [seen(cell) for cell in row]


def seen(node: Element) -> str:
    """What is seen: the text without what is only for screen readers."""
    if "spoken" in node.get("class", "").split():
        return ""
    return (node.text or "") + "".join(seen(child) + (child.tail or "") for child in node)
