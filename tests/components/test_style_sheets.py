"""Style sheets and scripts keep to what Chrome 109, Firefox 115 and Safari 16.4 know, or say what to do without."""

import re
from pathlib import Path

import pytest

from components.document.assets import FOLDER

# What came later and changes what is seen; within `@supports` it may stand. Of `:has()`, which Firefox 115 does not
# know, only room and order may depend (tests/browser/test_other_colours.py looks at such a page).
NEWER_STYLES = r"light-dark\(|color-mix\(|paint-order|@layer|@scope|@starting-style|[sdl]v[hw]\b|oklch\(|subgrid|&"
NEWER_SCRIPTS = (
    r"\.(?:toSorted|toReversed|toSpliced|with|groupBy|fromAsync|withResolvers|canParse|union|difference|checkVisibility)\("
    r"|\.aria[A-Z]\w+|/v[;,.)]|showPopover|startViewTransition"
)


def found(pattern: str, text: str) -> list[str]:
    """What of a pattern is in the text, comments aside."""
    return re.findall(pattern, re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.css")), ids=lambda path: path.name)
def test_a_style_sheet_needs_no_newer_browser(path: Path) -> None:
    asked = re.sub(r"@supports[^{]*\{(?:[^{}]*\{(?:[^{}]*\{[^{}]*\}|[^{}])*\}|[^{}])*\}", "", path.read_text())
    assert found(NEWER_STYLES, asked) == []


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.js")), ids=lambda path: path.name)
def test_a_script_needs_no_newer_browser(path: Path) -> None:
    assert found(NEWER_SCRIPTS, re.sub(r"(?m)//.*$", "", path.read_text())) == []


def test_what_is_newer_is_found() -> None:
    assert found(NEWER_STYLES, "a { color: light-dark(#000, #fff); height: 100dvh }") == ["light-dark(", "dvh"]
    assert found(NEWER_SCRIPTS, "box.ariaLabel; rows.toSorted()") == [".ariaLabel", ".toSorted("]
