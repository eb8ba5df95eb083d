"""A figure as marks at places, as plotly draws it, and these as SVG. No table, no page, no file.

`figure_svg` puts together axes, ticks, frame, traces, bars and notes. Every drawing is made of `marks`; `fonts`
measures words, `symbols` are the looks that plotly names, `keys` draws what colours mean, `svg` writes it all out.
"""
