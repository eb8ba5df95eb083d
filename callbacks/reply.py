"""One way to answer a GET: an entity tag of code, data version and address, 304 for who has it, bytes otherwise."""

import hashlib
import json

from flask import Response, request

from callbacks.answer_cache import unpacked
from callbacks.code_version import code_version
from callbacks.compression import TEXT
from data.dataset import Dataset
from data.package import MARK

KEPT = "atalaya.kept"  # in the WSGI environment: the key under which the bytes lie that are sent as they lie there


def packed(kept: bytes, mimetype: str, key: str | None = None) -> Response:
    """Bytes as the answer cache has them: text goes out as it lies there, unpacked for the rare reader who takes no
    brotli. With its `key` in the cache, who asks the same again is answered by `callbacks/fast_path.py`."""
    is_head, is_text = request.method == "HEAD", mimetype in TEXT
    if is_text and (is_head or not request.accept_encodings.quality("br")):
        response = Response(unpacked(kept, mimetype) if kept else kept, mimetype=mimetype)
    else:
        response = Response(kept, mimetype=mimetype, headers={"Content-Encoding": "br"} if is_text else None)
        request.environ[KEPT] = None if is_head else key
    if is_text:
        response.vary.add("Accept-Encoding")
    return response


def reply(
    kept: bytes, mimetype: str, version: str, *, seconds: int = 0, filename: str | None = None, key: str | None = None
) -> Response:
    """A cacheable answer; `seconds` 0 means that it is to be asked for again, which costs one 304. `key` as in
    `packed`."""
    response = packed(kept, mimetype, key)
    response.set_etag(_tag(version), weak=True)
    response.cache_control.public = True
    response.cache_control.max_age = seconds
    as_file(response, filename, version)
    response.headers["Accept-Ranges"] = "none"  # the largest is had whole in less time than its parts
    response.make_conditional(request)
    return response


def as_file(response: Response, filename: str | None, version: str) -> Response:
    """The answer as a file of that name, if it has one; a version with made-up data is named so."""
    if filename:
        mark = "SYNTHETIC-" if version.startswith(MARK) else ""
        response.headers["Content-Disposition"] = f'attachment; filename="{mark}{filename}"'
    return response


def of_data(response: Response, dataset: Dataset) -> Response:
    """The answer with the version of the data that it is made of, and the release that its figures are of."""
    response.headers["X-Atalaya-Version"] = dataset.version
    response.headers["X-Atalaya-Release"] = dataset.release
    return response


def has_it(version: str) -> bool:
    """Whether who asks has the answer of this version and address, so that it need not be made."""
    given = request.if_none_match
    return not given.star_tag and given.contains_weak(_tag(version))


def _tag(version: str) -> str:
    told = f"{code_version()} {version} {request.url} {request.accept_mimetypes}"
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def refuse(status: int, line: str, **details: object) -> Response:
    """One line that says what is wrong, as JSON with the parameter, its value and what is accepted."""
    body = json.dumps({"error": line, **details}, ensure_ascii=False)
    return Response(body + "\n", status=status, mimetype="application/json")
