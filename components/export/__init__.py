"""Files to take away: a view answered -> SVG, PNG, PDF, PPTX. Pure: no server, no request from outside, no clock.

page -> `tree` (what is on screen, as elements) -> `cascade` (the looks of assets/*.css) -> `boxes`, `grids`, `flat`
(marks at places) -> `sheet` (with title, finding, legend, source, address) -> `svg`, `png`, `pdf`; `slides` makes
native charts and tables.
"""
