"""What is taken away: rows with all that must be said about them, as files of every format; and pictures and slides. No
server, no request.

A figure: `figure_svg` (axes, ticks, frame, traces, bars, notes -> marks at places, as plotly draws them), for the first
paint of a document (`first_paint`) and for files. A file of a page: `tree` (what is on screen, as elements, each graph
as its figure) -> `cascade` (the looks of assets/*.css) -> `boxes`, `grids` and `flat` (marks for what is no figure yet)
-> `sheet` (with title, finding, legend, source, address) -> `svg`, `png`, `pdf`. `slides` makes native charts and
tables, and `file_exports` chooses.
"""
