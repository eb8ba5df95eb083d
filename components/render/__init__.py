"""What is taken away: rows with all that must be said about them, as files of every format; and pictures and slides. No
server, no request.

A picture: page -> `tree` (what is on screen, as elements) -> `cascade` (the looks of assets/*.css) -> `boxes`, `grids`
and `flat` (marks at places) -> `sheet` (with title, finding, legend, source, address) -> `svg`, `png`, `pdf`. `slides`
makes native charts and tables, and `take` chooses.
"""
