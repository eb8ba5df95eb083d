"""The API described for people: a page drawn from the same document that machines read, without any script."""

from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from components.captions.snippets import drawn, snippets
from components.document import icons
from components.document.assets import bundle
from components.document.first_paint import to_html
from components.document.locale_links import locale_links
from components.files.extract import LABELS
from components.i18n import Words
from components.markup import el
from components.url.choices import Locale, Page
from components.url.view import View

ADDRESS = "/api/v1/docs"
EXAMPLES = {
    "observations": "country=ARG,BOL&year=2015-2023&indicator=victims_detected",
    "flows": "country=ESP&year=2022",
    "population": "area=ARG&sex=total&age=total",
    "answer": "page=overview&countries=ARG,BOL",
    "sdmx": "country=ARG,BOL&indicator=victims_detected",
    "package": "country=ARG,BOL",
}

Json = dict[str, Any]


def address(locale: Locale) -> str:
    """Where the page is had in a locale."""
    return f"{ADDRESS}?{LABELS}={locale}"


def reference(document: Json, words: Words, root: str) -> str:
    """The whole document as HTML. `root` is scheme and host, for what is to be copied into another program."""
    by_tag: dict[str, list[tuple[str, Json]]] = {tag["name"]: [] for tag in document["tags"]}
    for path, item in document["paths"].items():
        by_tag[item["get"]["tags"][0]].append((path, item["get"]))
    info = document["info"]
    main = el(
        "main",
        el("h1", info["title"]),
        el("p", info["summary"], class_="lead"),
        el("p", info["description"], " ", words("api.machine"), " ", _link("/api/v1/openapi.json"), class_="version"),
        _contents(document, by_tag),
        el("h2", words("api.rules")),
        el(
            "ul", [el("li", words(f"api.rule.{rule}")) for rule in ("filter", "refusal", "tag", "file")], class_="rules"
        ),
        el("h2", words("api.snippets")),
        _snippets(root),
        [_group(tag, by_tag[tag["name"]], words) for tag in document["tags"]],
        id="main",
        class_="reference",
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{words('api.docs')} · Atalaya"),
        el("meta", name="description", content=info["summary"]),
        icons.links(),
        el("link", rel="stylesheet", href=bundle("page.css").address),
    )
    body = el("body", _header(words), main)
    return Markup("<!doctype html>") + el("html", head, body, lang=words.locale, data_theme="auto")


def _header(words: Words) -> Markup:
    pages = [el("a", words.label(page), href=View.of(words.locale, page).url) for page in Page]
    languages = to_html(locale_links(address, words))
    return el(
        "header",
        el("a", words("skip"), href="#main", class_="skip"),
        el("a", "Atalaya", href=f"/{words.locale}/", class_="name"),
        el("nav", pages, id="pages", class_="pages", aria_label=words("pages.label")),
        el("nav", languages, id="languages", class_="languages", aria_label=words("languages.label")),
        class_="site",
    )


def _contents(document: Json, by_tag: dict[str, list[tuple[str, Json]]]) -> Markup:
    """Links to every part, so that nobody scrolls through what he does not need."""
    groups = [
        el(
            "li",
            el("b", tag["description"]),
            el("ul", [el("li", _to(operation)) for _, operation in by_tag[tag["name"]]]),
        )
        for tag in document["tags"]
    ]
    return el("nav", el("ul", groups), class_="contents", aria_label=document["info"]["title"])


def _to(operation: Json) -> Markup:
    return el("a", operation["summary"], href=f"#{operation['operationId']}")


def _group(tag: Json, operations: list[tuple[str, Json]], words: Words) -> list[Markup]:
    return [el("h2", tag["description"]), *(_operation(path, operation, words) for path, operation in operations)]


def _operation(path: str, operation: Json, words: Words) -> Markup:
    name = operation["operationId"]
    formats: list[str] = next((each["schema"]["enum"] for each in operation["parameters"] if each["in"] == "path"), [])
    query = EXAMPLES.get(name, "")
    tried = [_try(path.replace("{format}", each), query, each) for each in formats] or [
        _try(path, query, path.rpartition("/")[2])
    ]
    asked = [each for each in operation["parameters"] if each["in"] == "query"]
    return el(
        "section",
        el("h3", operation["summary"], id=name),
        el("p", el("code", path, class_="path")),
        el("p", operation["description"]) if "description" in operation else None,
        el("p", words("api.try"), ": ", el("code", f"?{query}") if query else None, " ", tried, class_="try"),
        _parameters(asked, operation["summary"], words) if asked else None,
        class_="operation",
        aria_labelledby=name,
    )


def _try(path: str, query: str, name: str) -> Markup:
    return el("a", name, href=f"{path}?{query}" if query else path)


def _link(path: str) -> Markup:
    return el("a", path, href=path)


def _parameters(asked: list[Json], caption: str, words: Words) -> Markup:
    heads = [words("api.parameter"), words("export.head.meaning"), words("export.head.accepted")]
    rows = [
        el(
            "tr",
            el("th", el("code", each["name"]), scope="row"),
            el("td", each["description"]),
            el("td", _values(each)),
        )
        for each in asked
    ]
    table = el(
        "table",
        el("caption", f"{words('api.parameters')}: {caption}", class_="spoken"),
        el("thead", el("tr", [el("th", head, scope="col") for head in heads])),
        el("tbody", rows),
    )
    # A region that scrolls must be reached by keyboard.
    scrolling = el(
        "div",
        table,
        class_="scrolling",
        tabindex="0",
        role="region",
        aria_label=f"{words('api.parameters')}: {caption}",
    )
    return el("details", el("summary", f"{words('api.parameters')} ({len(asked)})"), scrolling)


def _values(parameter: Json) -> Markup | None:
    schema = parameter["schema"].get("items", parameter["schema"])
    codes = schema.get("enum", [])
    if codes:
        return Markup(" ").join(el("code", code) for code in codes)
    is_digits = "[0-9]" in schema.get("pattern", "")  # which the words beside it say better
    return el("code", schema["pattern"]) if "pattern" in schema and not is_digits else None


def _snippets(root: str) -> Markup:
    """The same figures in four programs; each runs as it stands."""
    query = quote(EXAMPLES["observations"], safe="=&,-")
    return drawn(snippets(f"{root}/api/v1/observations.csv?{query}", "observations"))
