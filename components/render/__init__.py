"""What is taken away: rows with all that must be said about them, as files of every format; and pictures and slides. No
server, no request.

A figure: `figure_svg` (axes, ticks, frame, traces, bars, notes -> marks at places, as plotly draws them), for the first
paint of a document (`first_paint`) and for files. A file of a page: its `captions` and its pictures as data ->
`pictures` (figures, `keys`, tables by `table_grid` and `table_drawing`) -> `sheet` -> `svg`, `png`, `pdf`. `slides`
makes native charts from traces (`slide_charts`) and native tables (`slide_tables`), and `file_exports` chooses.
"""
