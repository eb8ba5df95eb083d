"""What is said to the programs that read the web: which addresses are pages, and that files are for readers."""

from xml.etree.ElementTree import Element, SubElement, tostring

from components.files.file_exports import FILES
from components.url.choices import Locale
from components.url.listed import listed
from data.dataset import Dataset

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
ALTERNATES = "http://www.w3.org/1999/xhtml"
# RFC 9309: of the lines that match an address the longest counts, so that the social picture can be had of previews.
ALLOWED = ("/static/", "/api/v1/docs", "/*size=social")
KINDS = ("csv", *FILES, "bib", "ris", "html", "json", "room")
BARRED = ("/api/", *(f"/*.{kind}" for kind in KINDS), "/*slide=")


def robots(root: str, path: str = "") -> str:
    """robots.txt of a site at `root` (scheme, host and path), of which `path` is the path."""
    lines = ["User-agent: *"]
    lines += [f"Allow: {path}{each}" for each in ALLOWED]
    lines += [f"Disallow: {path}{each}" for each in BARRED]
    return "\n".join([*lines, "", f"Sitemap: {root}/sitemap.xml", ""])


def sitemap(dataset: Dataset, root: str) -> bytes:
    """The pages to be listed (the protocol of sitemaps.org), each with the same page in the other locales, as of the
    day of the release."""
    top = Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": ALTERNATES})
    for views in zip(*(listed(locale) for locale in Locale), strict=True):
        for view in views:
            entry = SubElement(top, "url")
            SubElement(entry, "loc").text = root + view.url
            SubElement(entry, "lastmod").text = dataset.release
            for other in views:
                marks = {"rel": "alternate", "hreflang": str(other.locale), "href": root + other.url}
                SubElement(entry, "xhtml:link", marks)
    return bytes(tostring(top, encoding="utf-8", xml_declaration=True))
