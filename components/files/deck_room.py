"""What the presenter's room tells of each slide of a talk that a browser keeps: the sentence that is computed, what is
shown, and what of it could not be used."""

import json
import re

from components.captions.ignored import ignored_lines
from components.i18n import Words, words
from components.pages.page import open_page
from components.pages.presenter.asked import asked
from components.slideshow.composed import Words as Said
from components.slideshow.own_pictures import KINDS, MISSING, Own, own, own_said
from components.slideshow.slide_captions import finding
from components.slideshow.story_pictures import ask_said
from components.url.choices import Hall, SlideKind
from components.url.deck import Read, Slide
from components.url.view import View
from data.dataset import Dataset

PLACE = re.compile(r"slides\[(\d+)\](\.kind|\.view)?(\..+)?")  # of a fault: of a slide, or all of it


def told(read: Read, view: View, dataset: Dataset) -> str:
    """An object for each slide that was sent, in their order; one that is no slide has faults alone. What is wrong with
    the whole stands beside them."""
    w = words(view.locale)
    faults: dict[int, list[str]] = {}
    out = set()
    for fault, line in zip(read.ignored, ignored_lines(read.ignored, w), strict=True):
        place = PLACE.fullmatch(fault.parameter)
        number = int(place[1]) if place else 0
        faults.setdefault(number, []).append(line)
        if place and not place[3]:
            out.add(number)
    slides, made = iter(read.deck.of(view.locale, view.theme).slides), []
    for number in range(1, len(read.deck) + len(out) + 1):
        one = {} if number in out else _told(next(slides), view.hall, dataset, w)
        made.append(one | {"faults": [*one.get("faults", ()), *faults.get(number, ())]})
    return json.dumps({"slides": made, "faults": faults.get(0, [])}, ensure_ascii=False)


def _told(slide: Slide, hall: Hall, dataset: Dataset, w: Words) -> dict[str, str | list[str]]:
    if slide.kind is SlideKind.VIEW:
        page = open_page(slide.view, (), dataset)
        fallen = ignored_lines(page.ignored, w)
        return {"said": finding(page, page.year).sentence, "what": asked(page, page.year), "faults": fallen}
    what = w(f"own.{slide.kind}")
    if slide.kind not in KINDS:
        return {"said": ask_said(slide, dataset, w).sentence, "what": what}
    drawn = own(slide, Own(hall, w, dataset), "")
    missing = [line for each in drawn.blocks if isinstance(each, Said) and each.name == MISSING for line in each.lines]
    return {"said": own_said(slide, w).sentence, "what": what, "faults": missing}
