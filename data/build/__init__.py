"""Raw releases -> curated files. The server never imports this."""

from pathlib import Path

CURATION = Path(__file__).parents[1] / "curation"  # what people have reviewed: labels, corrections, breaks, sources
