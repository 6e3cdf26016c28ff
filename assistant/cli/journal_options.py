"""What `scrutiny challenges` and `scrutiny evidence` share: days, names, and CSV."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.options import day_of, format_alone
from assistant.cli.output import folder_for, say
from assistant.write_file import write_file


class LogFormat(StrEnum):
    """How a log is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


DateOption = Annotated[
    date | None,
    typer.Option("--date", metavar="DATE", parser=day_of, help="The day it happened. Default: today."),
]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who records it.")]
LogFormatOption = Annotated[
    LogFormat,
    typer.Option(
        "--format",
        metavar="text|json|csv",
        callback=format_alone,
        help="How to print the log.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write the log to a file as CSV, its folder made where missing.",
        dir_okay=False,
    ),
]


def write_csv(text: str, file: Path | None) -> None:
    """To standard output, or to a file with the mark by which spreadsheets know UTF-8. UsageError."""
    if file is None:
        sys.stdout.write(text)
        return
    folder_for(file)
    write_file(file, text.encode("utf-8-sig"))
    say(f"Written to {file}.")
