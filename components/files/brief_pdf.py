"""What a country's delegation takes along: its profile on two upright sheets.

What must be there stands in its order; what else has room is taken in the order of its worth, and long tables give way
row by row. What is left out is named, with the address where all of it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from components.captions.picture import Picture
from components.drawing.marks import lines
from components.figures.axes import apart
from components.files.pictures import GAP, one, rows
from components.files.sheet import Laid, head_drawing
from components.files.sheet_parts import Parts
from components.files.typeset import LYING, Data, Facts, typeset
from components.pages.country.page import CountryProfile
from components.pages.country.section import source_line

SHEETS = 2
ROOM = 848.0  # pixels across a sheet
EDGE = 26.0  # points
PX = (LYING[1] - 2 * EDGE) / ROOM
TALL = (LYING[0] - 2 * EDGE) / PX - 24  # pixels down a sheet, less what rounding takes
NARROW = 400.0  # of the column with the treaties
WIDE = ROOM - NARROW - GAP
BETWEEN, GLUED, FINDING = 14.0, 8.0, 24.0
CLOCK, LOWEST, HIGHEST = "clock", 230.0, 520.0  # the figure that takes the room that is left, from and up to
ENDS = {"xref": "x", "yref": "y", "xanchor": "left", "yanchor": "middle"}  # of the name at the end of a line
SHORTER = (12, 8, 5, 3)  # rows of a table that has no room whole
LISTS = ("told", "remarks", "gap", "calendar", "flags", "statements", "revised")  # which may be shortened
Chosen = dict[str, Picture]

# By the names of pictures: what a sheet begins with, and what else it may have, the worthiest first.
FIRST = (("figures-head", "keys", "told", "chain-head", "clock", "steps"),
         ("by-sex", "by-age", "by-exploitation", "by-citizenship", "window", "remarks"))  # fmt: skip
LEFT = (("flows-head", "out", "into"), ("refused", "by-sex", "by-age", "by-exploitation", "remarks", "flags"))
RIGHT = (("cooperation-head", "treaties"), ())
SECOND = (("gap", "quality-head", "calendar"),
          ("statements", "revised", "oc_index", "policy_3p", "gsi_vulnerability"))  # fmt: skip
HEADED = {
    **dict.fromkeys(("by-sex", "by-age", "by-exploitation", "by-citizenship"), "victims-head"),
    **dict.fromkeys(("oc_index", "policy_3p", "gsi_vulnerability"), "context-head"),
    "statements": "national-head",
}
SLACK = (0, 60, 120, 200)  # pixels of the second sheet that are left free: measures are not quite those of the paper
PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


def brief_pdf(page: CountryProfile, made: Laid) -> bytes:
    """The two sheets of a profile, in its theme."""
    said = made.said
    facts = Facts(said.title, said.finding, page.view.locale, page.dataset.release, made.scheme, PX)
    for slack in SLACK:
        file = typeset("brief.typ", facts, _Brief(page, made, slack).data())
        if (pages := PAGES.search(file)) and int(pages[1]) == SHEETS:
            break
    return file


class _Brief:
    def __init__(self, page: CountryProfile, made: Laid, slack: float) -> None:
        self._page, self._said, self._words = page, made.said, page.words
        self._all = {each.name.removeprefix("country-"): each for each in made.pictures}
        if clock := self._all.get(CLOCK):
            self._all[CLOCK] = high(clock, LOWEST)
        self._sheet = TALL - slack
        self._parts = Parts(made.scheme)
        self._taken: Chosen = {}
        self._heights: dict[tuple[str, int, float], float] = {}

    def data(self) -> Data:
        head = head_drawing(self._said, ROOM).height
        first = self._with_clock(self._filled(*FIRST, ROOM, TALL - head), TALL - head)
        right = self._filled(*RIGHT, NARROW, TALL / 2)
        left = self._filled(*LEFT, WIDE, max(self._tall(right, NARROW), TALL / 4))
        abreast = max(self._tall(left, WIDE), self._tall(right, NARROW))
        second = self._filled(*SECOND, ROOM, self._sheet - abreast - self._foot_height())
        return {
            "page": LYING, "edge": EDGE, "gap": GAP, "finding": FINDING, "columns": (WIDE, NARROW),
            "head": {"stamp": self._said.stamp, "title": self._said.title, "finding": self._said.finding,
                     "caveat": self._said.caveat, "notices": self._said.notices},
            "first": self._rows(first, ROOM),
            "abreast": [self._rows(left, WIDE), self._rows(right, NARROW)],
            "second": self._rows(second, ROOM),
            "foot": {"small": self._foot(), "version": self._said.version, "address": self._said.address},
        }  # fmt: skip

    def _filled(self, must: Sequence[str], may: Sequence[str], room: float, tall: float) -> list[Picture]:
        """What must be there, and what else has room, in the order of the profile."""
        chosen = {name: self._all[name] for name in must if name in self._all}
        for name, picture in [*chosen.items()]:  # a long table gives way
            if self._tall(self._in_order(chosen), room) > tall and (shorter := self._shorter(picture)):
                chosen[name] = next((s for s in shorter if self._fits(chosen | {name: s}, room, tall)), shorter[-1])
        for name in may:
            if name not in self._all or name in self._taken:
                continue
            head = HEADED.get(name, name)
            for picture in (self._all[name], *self._shorter(self._all[name])):
                with_it = chosen | {head: self._all[head], name: picture}
                if self._fits(with_it, room, tall):
                    chosen = with_it
                    break
        self._taken |= chosen
        return self._in_order(chosen)

    def _fits(self, chosen: Chosen, room: float, tall: float) -> bool:
        return self._tall(self._in_order(chosen), room) <= tall

    def _in_order(self, chosen: Chosen) -> list[Picture]:
        return [chosen[name] for name in self._all if name in chosen]

    def _shorter(self, picture: Picture) -> list[Picture]:
        """A long table with its first rows, and how many more there are; none of another table."""
        table = picture.table if picture.name.removeprefix("country-") in LISTS else None
        if not table or any(cell.down > 1 for row in table.rows for cell in row.cells):
            return []
        found = []
        for most in SHORTER:
            if most < (of := len(table.rows)):
                groups, left = [], most
                for group in table.groups:
                    groups.append(group[:left])
                    left -= len(groups[-1])
                said = self._words("brief.more", n=of - most)
                short = replace(table, groups=[group for group in groups if group], foot=None)
                found.append(picture._replace(table=short, said=(*picture.said, said)))
        return found

    def _tall(self, shown: Sequence[Picture], room: float) -> float:
        """The height of pictures below each other."""
        made = 0.0
        for row in rows(shown, room):
            made += max((self._height(p, w) for p, w in zip(row.shown, row.rooms, strict=True)), default=0.0)
            made += sum(self._height(each, room) + GLUED for each in (*row.heads, *row.said)) + BETWEEN
        return made

    def _height(self, picture: Picture, room: float) -> float:
        key = picture.name, len(picture.table.rows) if picture.table else 0, room
        if key not in self._heights:
            self._heights[key] = one(picture, room).height
        return self._heights[key]

    def _with_clock(self, shown: list[Picture], tall: float) -> list[Picture]:
        """The figure over the years as tall as the room that is left."""
        height = min(LOWEST + max(tall - self._tall(shown, ROOM), 0), HIGHEST)
        return [high(each, height) if each is self._all.get(CLOCK) else each for each in shown]

    def _rows(self, shown: Sequence[Picture], room: float) -> list[Data]:
        return [self._parts.row(row, room, TALL) for row in rows(shown, room)]

    # ---- what stands below ----

    def _foot(self) -> list[str]:
        """What is not on the sheets, and the sources of what is."""
        names = {each.name for each in self._taken.values()}
        told = [section for section in self._page.sections if names & {each.name for each in section.drawn}]
        profile = self._page.profile
        sources = dict.fromkeys(name for section in told for name in section.sources)
        return [
            *([self._words("brief.elsewhere", parts="; ".join(self._missing()))]),
            *([source_line(sources, profile, self._words)] if profile else []),
            *self._said.flags,
        ]

    def _missing(self) -> list[str]:
        """Whole sections by their heading; of others what is left out or shortened, by its name."""
        found: list[str] = []
        for section in self._page.sections:
            taken = {p.name: self._taken.get(p.name.removeprefix("country-")) for p in section.drawn}
            left = [
                p
                for p in section.drawn
                if taken[p.name] is not self._all[p.name.removeprefix("country-")] and (p.table or p.figure)
            ]
            if not any(taken.values()):
                found += [section.heading()] if section.drawn else []
            else:
                found += [name for p in left if (name := p.title or (p.table.caption if p.table else ""))]
        return found

    def _foot_height(self) -> float:
        every = [*self._foot(), self._said.address]
        return sum(lines(each, 11, ROOM).height + 6 for each in every) + 40


def high(picture: Picture, height: float) -> Picture:
    """The same with a figure of this height, the names at the ends of its lines kept apart at it."""
    figure = picture.figure or {"layout": {}}
    height = int(height)  # places are rounded: none may be below the axis
    layout = figure["layout"] | {"height": height}
    texts = layout.get("annotations", ())
    named = [each for each in texts if ENDS.items() <= each.items()]
    if not named:
        return picture._replace(figure=figure | {"layout": layout})
    top, margin = layout["yaxis"]["range"][1], layout["margin"]
    places = apart([each["y"] for each in named], top, height - margin["t"] - margin["b"], named[0]["font"]["size"])
    moved = {each["y"]: y for each, y in zip(named, places, strict=True)}
    layout["annotations"] = [each | {"y": moved[each["y"]]} if each in named else each for each in texts]
    layout["shapes"] = [
        each | {"y1": moved.get(each["y1"], each["y1"])} if each["yref"] == "y" else each for each in layout["shapes"]
    ]
    return picture._replace(figure=figure | {"layout": layout})
