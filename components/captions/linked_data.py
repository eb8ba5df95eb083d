"""What a page shows as a `Dataset` of schema.org (JSON-LD), by which search engines for data find and name it."""

from typing import Any

from components.captions.citation import SITE, text, work
from components.i18n import Words
from components.translated import told
from components.url.choices import Page
from components.url.url_params import FIELDS
from components.url.view import View
from data.dataset import Dataset
from data.vocabulary import Country

FILES = {  # by the end of an address at the API
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NO_DATASET = (Page.METHOD, Page.ABOUT, Page.PRESENT)  # prose, and a talk

Json = dict[str, Any]


def linked(view: View, title: str, about: str, used: list[str], years: tuple[int, int], dataset: Dataset,
           words: Words, root: str) -> Json | None:  # fmt: skip
    """The data behind a view, from the keys of its sources; None where a page is none. `years` is the period of a page
    that has one; `root` scheme and host."""
    if view.page in NO_DATASET:
        return None
    query = "&".join(filter(None, [f"page={view.page}", f"labels={view.locale}", view.search.lstrip("?")]))
    named = [dataset.sources[name] for name in dict.fromkeys(used) if name in dataset.sources]
    whole = work(title, used, dataset, root + view.url, words)
    publishers = [{"@type": "Organization", "name": name} for name in whole.authors]
    made: Json = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": f"{about} {words('ld.about')}",
        "url": whole.address,
        "inLanguage": str(view.locale),
        "isAccessibleForFree": True,
        "version": dataset.version,
        "creator": publishers,
        "publisher": publishers,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": SITE, "url": f"{root}/{view.locale}/"},
        "citation": f"{text(whole, words)} {whole.address}",
        "license": [_terms(source, words) for source in named],
        "isBasedOn": [
            {
                "@type": "Dataset",
                "name": told(source, "title", words),
                "description": told(source, "citation", words),
                **_page(source),
            }
            for source in named
        ],
        "spatialCoverage": [
            {"@type": "Place", "name": words.country(country), "identifier": str(country)} for country in _where(view)
        ],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{root}/api/v1/answer.{end}?{query}"}
            for end, media in FILES.items()
        ],
    }
    if "years" in FIELDS[view.page]:
        first, last = view.years or years
        made["temporalCoverage"] = f"{first}/{last}"
    if dataset.release:
        made["datePublished"] = dataset.release
    return made


def _terms(source: dict[str, str], words: Words) -> Json:
    """The terms of a source in words: few name a licence that has an address."""
    return {"@type": "CreativeWork", "name": told(source, "terms", words), **_page(source)}


def _page(source: dict[str, str]) -> Json:
    return {"url": source["url"]} if source["url"] else {}


def _where(view: View) -> list[Country]:
    """The countries that a view is about: those it chooses, or all."""
    chosen = [view.country] if view.country else list(view.countries or ())
    return chosen or sorted(Country)
