"""The environment, read once and refused by name where it makes no sense.

Names that other programs put there are none of ours: Kubernetes gives each container `ATALAYA_PORT=tcp://...` and the
like where a service is called so. They are named in one line, and left alone.
"""

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path
from tempfile import gettempdir
from typing import Self

from callbacks.folder_store import own_folder
from callbacks.public_address import Network, PublicAddress
from data.dataset import CURATED

PREFIX = "ATALAYA_"
KNOWN = ("ATALAYA_DATA", "ATALAYA_CACHE_URL", "ATALAYA_CACHE_DIR", "ATALAYA_URL", "ATALAYA_PROXIES", "ATALAYA_CONTACT")
CONTACT = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|https?://[A-Za-z0-9._~:/?#@!$&*+,;=%-]+")
OF_SERVING = ("HOST", "PORT", "WORKERS")  # which have no prefix (deploy/server.py)
# "Service", "Environment variables" in its documentation
OF_KUBERNETES = re.compile(
    r"ATALAYA_(\w+_)?(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)"
)
A_SERVICE = re.compile(r"(tcp|udp|sctp)://\S+")  # what `ATALAYA_PORT` holds there


class SettingRefused(ValueError):
    """A setting whose name or value is not accepted; the message names it."""


@dataclass(frozen=True)
class Settings:
    """`data`: the curated folder; `cache_url`: empty for a cache in the process, redis://... for a shared one; `url`:
    where everybody reaches the service, None where each request says so; `proxies`: who may say `X-Forwarded-*`;
    `contact`: whom to write to about this copy, a mail address or that of a page, empty where nobody is named; `files`:
    where the processes of this machine share the files that they make, None where each keeps its own."""

    data: Path = CURATED
    cache_url: str = ""
    url: PublicAddress | None = None
    proxies: tuple[Network, ...] = ()
    contact: str = ""
    files: Path | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Empty counts as not set. Raises SettingRefused."""
        if foreign := sorted(name for name, value in environment.items() if _is_foreign(name, value)):
            sys.stderr.write(f"Not settings of Atalaya, and left alone: {', '.join(foreign)}\n")
        folder = Path(environment.get("ATALAYA_DATA") or CURATED)
        if not folder.is_dir():
            raise SettingRefused(f"ATALAYA_DATA={folder}: no such folder")
        cache = environment.get("ATALAYA_CACHE_URL", "")
        if cache and not cache.startswith(("redis://", "rediss://")):
            raise SettingRefused(f"ATALAYA_CACHE_URL={cache}: accepted are empty, redis://... and rediss://...")
        url, proxies = (environment.get(name, "") for name in ("ATALAYA_URL", "ATALAYA_PROXIES"))
        contact = environment.get("ATALAYA_CONTACT", "")
        if contact and not CONTACT.fullmatch(contact):
            raise SettingRefused(f"ATALAYA_CONTACT={contact}: accepted are a mail address and the address of a page")
        files = _files(environment.get("ATALAYA_CACHE_DIR", "")) if not cache else None
        return cls(folder, cache, _url(url), _proxies(proxies), contact, files)


def _is_foreign(name: str, value: str) -> bool:
    """Whether a name that begins as ours do is another program's.

    Raises:
        SettingRefused: it is meant for us, and misspelt.
    """
    if not name.startswith(PREFIX) or name in KNOWN:
        return False
    meant = name.removeprefix(PREFIX)
    if OF_KUBERNETES.fullmatch(name) or (meant.endswith("PORT") and A_SERVICE.fullmatch(value)):
        return True
    near = get_close_matches(meant, [each.removeprefix(PREFIX) for each in KNOWN], n=1)
    if meant in OF_SERVING or near:
        raise SettingRefused(f"{name}: unknown setting; {meant if meant in OF_SERVING else PREFIX + near[0]} is meant?")
    return True


def _files(text: str) -> Path | None:
    """Where made files are shared; where nobody has said where, and the machine has no place for them, nowhere."""
    try:
        return own_folder(Path(text or gettempdir()))
    except OSError as no:
        if text:
            raise SettingRefused(f"ATALAYA_CACHE_DIR={text}: {no.strerror or no}") from None
        sys.stderr.write(f"Each process keeps the files that it makes: {no}\n")
        return None


def _url(text: str) -> PublicAddress | None:
    try:
        return PublicAddress.parse(text) if text else None
    except ValueError as refused:
        raise SettingRefused(f"ATALAYA_URL={text}: {refused}") from None


def _proxies(text: str) -> tuple[Network, ...]:
    named = [each.strip() for each in text.split(",")] if text else []
    try:
        return tuple(ip_network(each) for each in named)
    except ValueError:
        raise SettingRefused(
            f"ATALAYA_PROXIES={text}: accepted are addresses and networks, as in 10.0.0.7,192.168.4.0/24"
        ) from None
