"""The read-only API: tables by column filters, the answer behind a view, the package, and its own description."""

import json
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from callbacks.answer_cache import AnswerCache
from callbacks.lanes import Lane
from callbacks.making import Making
from callbacks.public_address import mounted, root
from callbacks.reply import has_it, of_data, refuse, reply
from components.files.api_docs import ADDRESS as DOCS
from components.files.api_docs import address as docs_address
from components.files.api_docs import reference
from components.files.extract import LABELS, PAGE, RELEASE, at_release, keys_of, of_table, of_view, speech
from components.files.format import FORMATS, GEOJSON, SDMX_CSV, SDMX_JSON, formats_of, taken
from components.files.geojson import areas, countries
from components.files.openapi import document
from components.files.package import package
from components.files.sdmx import observations
from components.files.sdmx_structure import structure
from components.i18n import Words, words
from components.url.choices import Locale, Page
from components.url.locales import preferred
from components.url.view import MAX_QUERY
from data import schema
from data.dataset import Dataset, Live
from data.filter import FilterRefused

ROOT = "/api/v1/"
SMALL = 250_000  # bytes; a larger answer is not kept, for most are made in no time
DEAR = {"xlsx": 4_000_000, "zip": 8_000_000}  # those that take seconds, and the same
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Accept",
    "Access-Control-Expose-Headers": (
        "ETag, Content-Disposition, X-Atalaya-Version, X-Atalaya-Release, X-Atalaya-Synthetic"
    ),
    "Access-Control-Max-Age": "86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

Filters = Mapping[str, str]
Make = Callable[[], bytes]


def register(server: Flask, live: Live, cache: AnswerCache, making: Making) -> None:
    """Answer what stands under `/api/v1/`."""
    api = Api(live, cache, making)
    server.register_error_handler(FilterRefused, _not_accepted)
    server.after_request(_open_to_others)
    for path, answer in (
        ("<table>.<extension>", api.rows),
        ("answer.<extension>", api.answer),
        ("countries.geojson", api.shapes),
        ("areas.geojson", api.areas),
        ("sdmx/observations.csv", api.sdmx),
        ("sdmx/structure.json", api.structure),
        ("package.zip", api.package),
        ("openapi.json", api.document),
        ("docs", api.docs),
    ):
        server.add_url_rule(f"{ROOT}{path}", f"api {path}", answer)


class Api:
    """What each address of the API answers, from the data that are up."""

    def __init__(self, live: Live, cache: AnswerCache, making: Making) -> None:
        self._live, self._cache, self._making = live, cache, making

    def rows(self, table: str, extension: str) -> Response:
        """A curated table, filtered by its columns."""
        dataset = self._live.dataset
        if table not in dataset.tables:
            return _nothing("table", table, [*sorted(dataset.tables), "answer"])
        accepted = formats_of(schema.SHOWN[table].columns)
        if extension not in accepted:
            return _nothing("format", extension, accepted)
        made, filters = taken(extension, asked())
        has_release = RELEASE in keys_of(schema.SHOWN[table])
        return self._filed(
            dataset,
            table,
            table,
            extension,
            lambda at: made.write(of_table(dataset, table, filters, at)),
            has_release=has_release,
        )

    def answer(self, extension: str) -> Response:
        """The rows behind a view."""
        if extension not in FORMATS:
            return _nothing("format", extension, list(FORMATS))
        dataset, (made, filters) = self._live.dataset, taken(extension, asked())
        page = filters.get(PAGE, Page.OVERVIEW)
        return self._filed(
            dataset,
            "answer",
            f"answer-{page}",
            extension,
            lambda at: made.write(of_view(dataset, filters, at)),
            has_release=True,
        )

    def shapes(self) -> Response:
        """The 22 countries."""
        none_of(asked())
        dataset = self._live.dataset
        return self._served(dataset, "countries", "geojson", lambda: countries(dataset), GEOJSON)

    def areas(self) -> Response:
        """The states and provinces that have counts."""
        none_of(asked())
        dataset = self._live.dataset
        return self._served(dataset, "areas", "geojson", lambda: areas(dataset), GEOJSON)

    def sdmx(self) -> Response:
        """The observations for statistical systems, filtered as the table is."""
        dataset, filters, name = self._live.dataset, asked(), "atalaya-observations.sdmx.csv"
        at, shown = address("sdmx/observations", "csv", dataset.release), of_asked(dataset)
        return self._served(dataset, at, "sdmx", lambda: observations(dataset, filters), SDMX_CSV, name, shown)

    def structure(self) -> Response:
        """What the columns and codes of those are."""
        none_of(asked())
        return self._served(self._live.dataset, "structure", "sdmx", structure, SDMX_JSON)

    def package(self) -> Response:
        """Every table, filtered by the columns that it has."""
        dataset, filters = self._live.dataset, asked()
        at, shown = address("package", "zip", dataset.release), at_release(dataset, filters.get(RELEASE))
        name = f"atalaya-{shown.version.replace('@', '-as-of-')}.zip"
        return self._served(dataset, at, "zip", lambda: package(dataset, filters, at), "application/zip", name, shown)

    def document(self) -> Response:
        """The API for machines."""
        dataset, say, here = self._live.dataset, only_language(asked()), root()

        def make() -> bytes:
            return json.dumps(document(dataset, say, here), ensure_ascii=False, indent=1).encode()

        return self._served(dataset, f"{here} {say.locale}", "openapi", make, "application/json")

    def docs(self) -> BaseResponse:
        """The API for people; where no language is asked for, in that of the browser."""
        filters = asked()
        if not filters:
            response = redirect(docs_address(preferred(request.accept_languages.values())))
            response.vary.add("Accept-Language")
            return response
        dataset, say, here = self._live.dataset, only_language(filters), root()

        def make() -> bytes:
            return mounted(reference(document(dataset, say), say, here).encode())

        return self._served(dataset, f"{here} {say.locale}", "docs", make, "text/html")

    def _filed(
        self,
        dataset: Dataset,
        path: str,
        name: str,
        extension: str,
        make: Callable[[str], bytes],
        *,
        has_release: bool,
    ) -> Response:
        form, at = FORMATS[extension], address(path, extension, dataset.release if has_release else "")
        filename = f"atalaya-{name}.{extension}" if form.is_file else None
        shown = of_asked(dataset) if has_release else dataset
        return self._served(dataset, at, extension, lambda: make(at), form.media, filename, shown)

    def _served(
        self,
        dataset: Dataset,
        at: str,
        extension: str,
        make: Make,
        media: str,
        filename: str | None = None,
        shown: Dataset | None = None,
    ) -> Response:
        """An answer of `shown`, the data as of some release. What the reader has already is not made again: its tag was
        given for this very version and address."""
        shown = shown or dataset
        if has_it(dataset.version):
            return of_data(reply(b"", media, dataset.version), shown)
        key = f"api.{extension}:{dataset.version}:{at}"
        if extension in DEAR:
            body = self._making.make(key, Lane.DEAR, media, make, largest=DEAR[extension])
        else:
            body = self._cache.serve(key, media, make, largest=SMALL)
        return of_data(reply(body, media, dataset.version, filename=filename), shown)


def _open_to_others(response: Response) -> Response:
    """Any site may read any answer of the API, refusals too; a page that shows it is not one."""
    if request.path.startswith(ROOT) and request.path != DOCS:
        response.headers.update(CORS)
    return response


def _not_accepted(no: FilterRefused) -> Response:
    return refuse(400, "parameter not accepted", parameter=no.parameter[:80], value=no.value[:80], accepted=no.accepted)


def _nothing(what: str, value: str, accepted: list[str]) -> Response:
    return refuse(404, f"no such {what}", parameter=what, value=value[:80], accepted=accepted)


def asked() -> dict[str, str]:
    """The query, each parameter once.

    Raises:
        FilterRefused: for a parameter that is given twice, or a query longer than any that makes sense.
    """
    if len(request.query_string) > MAX_QUERY:
        raise FilterRefused("", "", f"a query of at most {MAX_QUERY} characters")
    repeated = [name for name, values in request.args.lists() if len(values) > 1]
    if repeated:
        raise FilterRefused(repeated[0], "given twice", "one value; several are joined by commas")
    return request.args.to_dict()


def only_language(filters: Filters) -> Words:
    """The language of explanations, where nothing else may be asked; English where none is.

    Raises:
        FilterRefused: for another parameter, or a language that is not spoken.
    """
    none_of({name: value for name, value in filters.items() if name != LABELS}, LABELS)
    return speech(filters) or words(Locale.EN)


def none_of(filters: Filters, accepted: str = "no parameter") -> None:
    """Refuse any parameter, where none is known."""
    for name, value in filters.items():
        raise FilterRefused(name, value, accepted)


def of_asked(dataset: Dataset) -> Dataset:
    """The data as of the release that is asked for; where that is none, what refuses it says so."""
    release = request.args.get(RELEASE)
    return dataset.at(release) if release in dataset.releases else dataset


def address(name: str, extension: str, release: str = "") -> str:
    """The whole address of an answer, its query in a fixed order, with the release that it is of where there may be
    one: two ways to ask the same are one answer, and it is the same after the next release."""
    given = ({RELEASE: release} if release else {}) | request.args.to_dict()
    query = urlencode(sorted(given.items()), safe=",", quote_via=quote)
    return f"{root()}{ROOT}{name}.{extension}" + (f"?{query}" if query else "")
