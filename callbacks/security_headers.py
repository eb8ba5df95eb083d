"""What every answer carries, and what no request may do."""

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from callbacks.reply import refuse

MAX_BODY = 16 * 1024  # bytes; what a callback is asked with is a tenth of that
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NO_FRAMES = "; frame-ancestors 'none'"
FOR_ALL = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}
UPDATE = "/_dash-update-component"


def allow_frames() -> None:
    """Let other sites show the answer to this request in a frame. Nothing can be done there but read: its links open
    elsewhere."""
    g.is_for_frames = True


def is_for_frames() -> bool:
    """Whether the answer to this request may stand in a frame."""
    return bool(g.get("is_for_frames", False))


def policy(app: Dash) -> str:
    """Scripts only from here, by file or by the hash of Dash's own start line; nothing from outside at all.
    Styles allow inline ones because Dash and plotly set them; none of ours is. Forms are sent nowhere else."""
    scripts = " ".join(f"'{digest}'" for digest in (text.strip("'") for text in app.csp_hashes()))
    return (
        f"default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; "
        f"form-action 'self'{NO_FRAMES}"
    )


def register(app: Dash) -> None:
    """Put headers on every answer and turn every failure into one line."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    header = policy(app)

    @server.before_request
    def methods() -> Response | None:
        """Answers are had by GET; only Dash's callbacks are asked by POST."""
        accepted = "POST, OPTIONS" if request.path == UPDATE else "GET, HEAD, OPTIONS"
        if request.method in accepted.split(", "):
            return None
        response = refuse(405, f"only {accepted} are answered here", accepted=accepted)
        response.headers["Allow"] = accepted
        return response

    @server.errorhandler(HTTPException)
    def one_line(error: HTTPException) -> Response:
        return refuse(error.code or 500, error.name)

    @server.errorhandler(DependencyException)
    def no_such_script(_: DependencyException) -> Response:
        return refuse(404, "there is no such script")

    @server.errorhandler(Exception)
    def no_traceback(error: Exception) -> Response:
        server.logger.error("unexpected failure at %s", request.path, exc_info=error)
        return refuse(500, "unexpected failure; it has been logged")

    @server.after_request
    def protect(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = header
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if is_for_frames():
            # No list of who may: `*` is every site but no file, and reports are often files.
            response.headers["Content-Security-Policy"] = header.removesuffix(NO_FRAMES)
            del response.headers["X-Frame-Options"]
        if is_for_frames() or _is_no_page(response):
            response.headers.update(FOR_ALL)
        return response


def _is_no_page(response: Response) -> bool:
    """Whether it is had by GET and is no document: pictures and files, which any site may show and read, and what
    documents are drawn with: a frame in a sandbox is of no site, and asks as a stranger."""
    return request.method in ("GET", "HEAD") and response.mimetype != "text/html"
