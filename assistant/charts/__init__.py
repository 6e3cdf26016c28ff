"""Charts: data in, a drawing out, for pack, web page and terminal. Pure functions, the same bytes each time.

    from assistant.charts.chart import Chart, Series            # what is to be drawn
    from assistant.charts.make import shares_by_year, actions_by_status, themes_by_year
    from assistant.charts.draw import draw_svg, draw_png        # loads matplotlib: import where it is called
    from assistant.charts.plain import draw_text                # for a terminal; loads nothing

    chart = actions_by_status({"Aldermere Council": {"open": 3, "done": 2}}, ("open", "done"))
    draw_svg(chart) -> str      an <svg> element with title and description, no scripts, no declaration:
                                a file of its own, or put into a page as it is
    draw_png(chart) -> bytes    the same picture, 200 dots an inch, for DOCX
    draw_text(chart, width) -> str

No chart needs colour: lines have marks and end in their names, bars have patterns and carry their numbers.
`Chart.description` says in words all that the picture shows, for those who cannot see it.
"""
