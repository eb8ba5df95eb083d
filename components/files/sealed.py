"""Office files that are the same bytes whenever they are made: the day of the release stands where the writers put the
time of making."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

STAMPED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")


def sealed(packed: bytes, day: str) -> bytes:
    """The archive with its times set to an ISO day; archives inside of it too."""
    year, month, date = (int(part) for part in day.split("-"))
    made = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith((".xlsx", ".docx")):
                content = sealed(content, day)
            elif name.endswith("core.xml"):
                content = STAMPED.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode() + rb"\g<2>", content)
            entry = ZipInfo(name, (year, month, date, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content)
    return made.getvalue()
