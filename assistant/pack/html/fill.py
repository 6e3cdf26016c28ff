"""The pack as HTML. Whatever goes into the page is escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.charts.chart import Chart
from assistant.pack.document import PackDocument
from assistant.pack.sections import sections
from assistant.pack.shown import day_words, note_parts

FOLDER = Path(__file__).parent


def pack_html(pack: PackDocument) -> bytes:
    """One page with its styles and charts in it: no script, nothing loaded from elsewhere."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(kind=lambda item: type(item).__name__, drawn=_drawn, note_parts=note_parts)
    page = environment.get_template("pack.html.j2").render(
        pack=pack,
        sections=sections(pack),
        as_of=day_words(pack.as_of),
        style=Markup((FOLDER / "pack.css").read_text("utf-8")),  # noqa: S704 - our own file
        marked=set(),
    )
    return page.encode("utf-8")


def _drawn(chart: Chart) -> Markup:
    """The chart as an <svg> element; the drawing escapes the words of documents."""
    from assistant.charts.draw import draw_svg

    return Markup(draw_svg(chart))  # noqa: S704
