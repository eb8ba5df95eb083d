"""Which code answers: a digest of all that an answer is made by, so that nothing kept by a browser, a proxy or a shared
cache outlives an upgrade that leaves the data as they are."""

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
MADE_BY = ("callbacks", "components", "data", "assets")
KINDS = frozenset({".py", ".po", ".md", ".js", ".css", ".svg", ".woff2", ".ttf"})  # data have a version of their own
# Whose scripts a document names by their versions, and what writes the files that are kept.
LIBRARIES = ("dash", "plotly", "python-pptx", "resvg-py", "typst", "xlsxwriter")


@lru_cache(maxsize=1)
def code_version(root: Path = ROOT) -> str:
    """Ten hexadecimal digits; the same for the same files under `root` and the same libraries."""
    found = hashlib.blake2b(" ".join(map(version, LIBRARIES)).encode(), digest_size=5)
    for room in MADE_BY:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in KINDS:
                content = hashlib.blake2b(path.read_bytes()).hexdigest()
                found.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return found.hexdigest()
