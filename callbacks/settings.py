"""The environment, read once and refused by name where it makes no sense."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from data.dataset import CURATED

PREFIX = "ATALAYA_"
KNOWN = ("ATALAYA_DATA", "ATALAYA_CACHE_URL")


class SettingRefused(ValueError):
    """A setting whose name or value is not accepted; the message names it."""


@dataclass(frozen=True)
class Settings:
    """`data`: the curated folder; `cache_url`: empty for a cache in the process, redis://... for a shared one."""

    data: Path = CURATED
    cache_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        unknown = sorted(name for name in environment if name.startswith(PREFIX) and name not in KNOWN)
        if unknown:
            raise SettingRefused(f"{unknown[0]}: unknown setting; known are {', '.join(KNOWN)}")
        folder = Path(environment.get("ATALAYA_DATA") or CURATED)
        if not folder.is_dir():
            raise SettingRefused(f"ATALAYA_DATA={folder}: no such folder")
        cache = environment.get("ATALAYA_CACHE_URL", "")
        if cache and not cache.startswith(("redis://", "rediss://")):
            raise SettingRefused(f"ATALAYA_CACHE_URL={cache}: accepted are empty, redis://... and rediss://...")
        return cls(folder, cache)
