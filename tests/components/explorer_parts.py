"""Parts of the explorer as elements, for tests."""

from xml.etree.ElementTree import Element

import tree

from components.controls.as_links import as_links
from components.document.first_paint import to_html
from components.pages.explorer.page import Explorer


def facets(page: Explorer) -> Element:
    """The filters by column before any script."""
    return tree.parse(f"<div>{to_html(as_links(page.parts()['facets']['children'], page.view))}</div>")


def link(html: str, key: str) -> Element:
    (found,) = [node for node in tree.parse(html).iter("a") if node.get("data-key") == key]
    return found
