"""The releases as a feed (Atom, RFC 4287), so that a reader learns of a new one without looking."""

from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from components.captions.releases import changes_address, day, told
from components.i18n import Words
from components.translated import told as source_told
from components.url.choices import Page
from components.url.view import View
from data.dataset import Dataset
from data.releases import Step

ATOM = "http://www.w3.org/2005/Atom"
MIDNIGHT = "T00:00:00Z"  # a release has a day; the standard wants an hour


def feed(dataset: Dataset, root: str, address: str, words: Words) -> bytes:
    """The feed in one language, newest release first. `root` is the scheme and host that links begin with, `address`
    the path of the feed. Identifiers follow from the releases alone, so that another host serves the same entries."""
    top = Element("feed", {"xmlns": ATOM, "xml:lang": str(words.locale)})
    _text(top, "title", words("release.feed"))
    _text(top, "subtitle", words("release.about"))
    _text(top, "id", _identifier(str(words.locale)))
    _text(top, "updated", max(dataset.releases, default=dataset.release) + MIDNIGHT)
    _link(top, "self", root + address, "application/atom+xml")
    _link(top, "alternate", f"{root}/{words.locale}/{Page.METHOD}?chart=rules", "text/html")
    for release, step in reversed(dataset.history.items()):
        _entry(top, dataset, release, step, root, words)
    return bytes(tostring(top, encoding="utf-8", xml_declaration=True))


def _entry(top: Element, dataset: Dataset, release: str, step: Step, root: str, words: Words) -> None:
    source = dataset.sources[dataset.releases[release]]
    entry = SubElement(top, "entry")
    _text(entry, "title", words("release.title", title=source_told(source, "title", words), day=day(release, words)))
    _text(entry, "id", _identifier(f"{words.locale}/{release}"))
    _text(entry, "updated", release + MIDNIGHT)
    _text(SubElement(entry, "author"), "name", source_told(source, "publisher", words))
    _link(entry, "alternate", root + View.of(words.locale, Page.OVERVIEW, release=release).url, "text/html")
    if step.revised and release == max(dataset.releases):
        _link(entry, "related", root + changes_address(words), "text/html")
    if source["url"]:
        _link(entry, "related", source["url"], "text/html")
    _text(entry, "summary", told(step, words))


def _identifier(name: str) -> str:
    return uuid5(NAMESPACE_URL, f"atalaya/releases/{name}").urn


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, rel: str, href: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": rel, "href": href, "type": kind})
