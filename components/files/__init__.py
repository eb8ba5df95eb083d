"""What is taken away: rows with all that must be said about them, pictures, slides. No server, no request.

Rows: an `extract` of a table or a view, then a module a format, and what describes the API. A file of a page: its
`captions` and its pictures as data -> `pictures` (figures, keys, tables by `table_grid` and `table_drawing`) -> `sheet`
-> `svg` (`components.drawing`), `png`, `pdf`. `slides` writes composed slides as PPTX, block by block (`slide_blocks`):
as shapes (`slide_shapes`), native charts from traces (`slide_series`, `slide_charts`), native tables (`slide_tables`).
`file_exports` chooses.
"""
