"""`scrutiny recommendations`: every recommendation of the library, checked, with repeats and the trend."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from assistant.cli.declared import option
from assistant.cli.option_groups import Narrowing, grouped
from assistant.cli.options import (
    FormatOption,
    JsonOption,
    OutputFormat,
    wants_json,
)
from assistant.cli.output import console, folder_for, print_json, print_text, say
from assistant.cli.session import session_of
from assistant.write_file import write_file
from ingest.errors import UsageError

if TYPE_CHECKING:
    from assistant.register.register import Register
    from assistant.register.trend import Year

EXAMPLES = """\b
Examples:
  scrutiny recommendations --by theme
  scrutiny recommendations --owner police --missing time-bound
  scrutiny recommendations --repeats --kind review --kind audit
  scrutiny recommendations --nearest 2 --document lcspr-ivy-2024.pdf
  scrutiny recommendations --trend --plot trend.svg
"""

Name = TypeVar("Name", bound=str)

_GROUPS = "document|owner|theme|year|letter"
_MISSING = "specific|measurable|achievable|relevant|time-bound|owner"


@grouped
def recommendations(
    context: typer.Context,
    narrowing: Narrowing,
    owner: Annotated[
        list[str] | None, option("--owner BODY", "Only those given to it; a part will do. Repeatable.")
    ] = None,
    theme: Annotated[
        list[str] | None, option("--theme THEME", "Only those on it, such as neglect. Repeatable.")
    ] = None,
    year: Annotated[list[str] | None, option("--year YEAR", "Only those of this year. Repeatable.")] = None,
    missing: Annotated[
        list[str] | None, option(f"--missing {_MISSING}", "Only those that lack it. Repeatable: all of them.")
    ] = None,
    by: Annotated[str | None, option(f"--by {_GROUPS}", "Count them by group.", show_default=False)] = None,
    repeats: Annotated[
        bool, option("--repeats", "Show what an earlier document had asked, with both quotations.")
    ] = False,
    nearest: Annotated[
        int | None,
        option(
            "--nearest N",
            "The same, and for each of which none is told the N nearest earlier ones, to read beside it.",
            min=1,
            max=10,
            show_default=False,
        ),
    ] = None,
    trend: Annotated[bool, option("--trend", "Show the share that meets each letter, year by year.")] = False,
    plot: Annotated[Path | None, option("--plot FILE", "Draw the trend as .svg or .png.")] = None,
    subject: Annotated[str | None, option("--subject AREA", "Only those of one area's papers.")] = None,
    source: Annotated[
        str, option("--source current|superseded|all", "Which versions of documents.")
    ] = "current",
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """List the library's recommendations, each checked; count them, find repeats, draw the trend."""
    from assistant.register.group import GROUPS
    from assistant.register.selection import SOURCES, Selection

    grouping, status = _one_of(by, GROUPS, "--by"), _one_of(source, SOURCES, "--source")
    _check_plot(plot)
    assistant = session_of(context).assistant()
    selection = Selection(
        filters=narrowing.filters(assistant),
        subject=subject,
        owners=tuple(owner or ()),
        themes=tuple(theme or ()),
        years=tuple(year or ()),
        missing=tuple(missing or ()),
        source=status or "current",
    )
    found = assistant.recommendations(
        selection, by=grouping, repeats=repeats or bool(nearest), nearest=nearest or 0
    )
    if plot:
        _draw(found.trend, plot)
    if wants_json(json, output_format):
        from assistant.machine.recommendations import register_object

        print_json(register_object(found))
        return
    _print(found, trend=trend or plot is not None)


def _one_of(value: str | None, names: tuple[Name, ...], option: str) -> Name | None:
    """The name among those there are. Raises UsageError for any other."""
    if value is None:
        return None
    for name in names:
        if name == value:
            return name
    raise UsageError(f"{option} {value!r} is not one of {', '.join(names)}.")


def _check_plot(plot: Path | None) -> None:
    if plot and plot.suffix.lower() not in (".svg", ".png"):
        raise UsageError(f"--plot {plot} names no picture.", "Give a file that ends in .svg or .png.")


def _print(found: Register, *, trend: bool) -> None:
    from assistant.render.register import (
        GROUP_HEADINGS,
        footer,
        group_rows,
        nearest_paragraphs,
        register_paragraphs,
        repeats_paragraphs,
    )
    from assistant.render.table import print_table

    if not (found.groups or trend or found.repeats is not None):
        print_text(register_paragraphs(found))
        return
    if found.groups:
        print_table(console(), GROUP_HEADINGS, group_rows(found.groups))
    if found.repeats is not None:
        print_text(repeats_paragraphs(found.repeats, found.citations))
    if found.nearest is not None:
        print_text(nearest_paragraphs(found.nearest, found.citations))
    if trend:
        _print_trend(found)
    print_text([footer(found)])


def _print_trend(found: Register) -> None:
    from assistant.charts.plain import draw_text
    from assistant.register.trend import trend_chart

    screen = console()
    screen.print(draw_text(trend_chart(found.trend), min(screen.width, 100)), markup=False, soft_wrap=True)


def _draw(years: tuple[Year, ...], file: Path) -> None:
    from assistant.charts.draw import draw_png, draw_svg
    from assistant.register.trend import trend_chart

    chart = trend_chart(years)
    data = draw_png(chart) if file.suffix.lower() == ".png" else draw_svg(chart).encode("utf-8")
    folder_for(file)
    write_file(file, data)
    say(f"The trend is drawn in {file}.")
