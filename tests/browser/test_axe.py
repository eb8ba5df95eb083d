"""No violation of axe's rules: each language, both themes, each picture, an open fold, and the phone."""

from collections.abc import Callable

import pytest
from visit import Visit

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
PICTURES = ("map", "series", "rank", "table")


def _violations(visit: Visit) -> list[str]:
    visit.still()
    return visit.violations()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_no_picture_has_a_violation(visits: Callable[..., Visit], language: str, theme: str) -> None:
    visit = visits()
    for picture in PICTURES:
        visit.open(f"/{language}/overview?indicator=persons_convicted&chart={picture}&theme={theme}")
        assert _violations(visit) == [], picture


def test_an_open_fold_has_no_violation(visits: Callable[..., Visit]) -> None:
    visit = visits()
    visit.open("/es/overview")
    visit.fold("countries").click()
    assert _violations(visit) == []


def test_the_phone_has_no_violation(visits: Callable[..., Visit]) -> None:
    visit = visits(viewport=PHONE)
    visit.open("/es/overview")
    assert _violations(visit) == []
