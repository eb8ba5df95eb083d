"""What a page shows, as elements: the tree of the screen, with the graphs that a script would draw already drawn."""

from html.parser import HTMLParser
from typing import Any, cast
from xml.etree.ElementTree import Element, SubElement

from dash import dcc
from dash.development.base_component import Component

from components.captions.snippets import ROOT
from components.custom_components import Static
from components.markup import VOID, el
from components.pages.page import ShownPage
from components.render.first_paint import to_html
from components.theme import Figure

APART = frozenset({"details", "summary", "p", "li", "ul", "div"})  # never glued to what is beside them
ID = "id:"  # ids are not in the HTML of a part; style sheets ask for them, so that they travel as a class
NOT_SHOWN = frozenset({"controls", "tabs", "layouts", "cards", "time", "crimes", "camera"})


class Shown:
    """The parts of a page that a file has: the picture, and beside it the words that every page says."""

    def __init__(self, page: ShownPage, root: str) -> None:
        self.figures: list[Figure] = []
        drawn = to_html(_drawn(page.page(), self.figures))
        markup = f'<html data-theme="{page.view.theme}">{drawn}</html>'
        self.root = parse(markup.replace(ROOT, root))
        self.picture = self._picture()
        self.notice = self._lines("notice")
        self.release = [text for each in of_class(self.root, "release") for text in _before_links(each)]
        self.flags = self._lines("flags")
        self.sources = self._lines("sources")
        self.caveat = " ".join(text_of(each) for each in of_class(self.root, "caveat"))
        self.headline = next((text_of(each) for each in self.root.iter("h1")), page.title)
        for part in self.picture:
            _unfold(part)
        keep = [*self.picture, *of_class(self.root, "definitions")]
        _prune(self.root, set(keep))

    def _picture(self) -> list[Element]:
        """The stage; where it is empty, what the page shows beside it. The legend of a map goes with it."""
        stage = of_class(self.root, "stage")
        beside = of_class(self.root, "ranking")
        is_empty = not any(True for each in stage for _ in _content(each))
        return beside if is_empty else stage

    def _lines(self, name: str) -> list[str]:
        return [text for each in of_class(self.root, name) for item in each.iter("li") if (text := text_of(item))]


def _before_links(element: Element) -> list[str]:
    """The paragraphs of an element without their links, which lead nowhere on paper."""
    found = []
    for each in element.iter("p"):
        for link in each.findall("a"):
            each.remove(link)
        found.append(text_of(each))
    return found


def _content(element: Element) -> list[Element]:
    return [each for each in element.iter() if each.tag == "svg" or (each is not element and (each.text or "").strip())]


def _drawn(node: Any, figures: list[Figure]) -> Any:
    """The tree without what is only for choosing, each graph an empty drawing whose figure goes to `figures`."""
    if isinstance(node, (list, tuple)):
        return [_drawn(each, figures) for each in node]
    if isinstance(node, dcc.Graph):
        figures.append(_props(node)["figure"])
        return Static("graph", el("svg", data_figure=len(figures) - 1, viewBox="0 0 960 480"), "graph")
    if isinstance(node, Static):
        props = _props(node)
        return Static(props["id"], props["html"], f"{props['className']} {ID}{props['id']}")
    if not isinstance(node, Component):
        return node
    if getattr(node, "hidden", False) or NOT_SHOWN & set(getattr(node, "className", "").split()):
        return None
    if getattr(node, "children", None) is not None:
        node.children = _drawn(node.children, figures)
    return node


def _props(node: Component) -> dict[str, Any]:
    return cast("dict[str, Any]", node.to_plotly_json()["props"])  # type: ignore[no-untyped-call]


def _unfold(element: Element) -> None:
    """Take out what is folded away or only spoken: it is not in a file, and need not be laid out to be left out."""
    for child in list(element):
        if child.tag == "details" or "spoken" in child.get("class", "").split():
            index = list(element).index(child)
            before = element[index - 1] if index else None
            if before is None:
                element.text = (element.text or "") + (child.tail or "")
            else:
                before.tail = (before.tail or "") + (child.tail or "")
            element.remove(child)
        else:
            _unfold(child)


def _prune(element: Element, keep: set[Element]) -> bool:
    """Leave only what leads to the elements kept; whether anything is left."""
    if element in keep:
        return True
    for child in list(element):
        if not _prune(child, keep):
            element.remove(child)
    return len(element) > 0


def of_class(root: Element, name: str) -> list[Element]:
    """Elements that bear a class, in their order."""
    return [each for each in root.iter() if name in each.get("class", "").split()]


def text_of(element: Element) -> str:
    """The text of an element as it is read, spaces made one."""
    return " ".join("".join(_seen(element)).split())


def _seen(element: Element) -> list[str]:
    if "spoken" in element.get("class", "").split() or element.tag == "title":
        return []
    found = [element.text or ""]
    for child in element:
        apart = " " if child.tag in APART else ""
        found += [apart, *_seen(child), apart, child.tail or ""]
    return found


class _Builder(HTMLParser):
    """Our own markup as elements; names of attributes are in lower case."""

    def __init__(self) -> None:
        super().__init__()
        self.top = Element("top")
        self._open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
        for each in made.get("class", "").split():
            if each.startswith(ID):
                made.set("id", each.removeprefix(ID))
        if tag not in VOID:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def parse(markup: str) -> Element:
    """The first element of a piece of our own markup."""
    builder = _Builder()
    builder.feed(markup)
    builder.close()
    return builder.top[0]
