"""What is taken away: rows with all that must be said about them, pictures, slides. No server, no request.

Rows: an `extract` of a table or a view, then a module a format, and what describes the API. A file of a page: its
`captions` and its pictures as data -> `pictures` (figures, keys, tables by `table_grid` and `table_drawing`) -> `sheet`
-> `svg` (`components.drawing`), `png`, `pdf`. `slides` makes native charts from traces (`slide_charts`) and native
tables (`slide_tables`), and `file_exports` chooses.
"""
