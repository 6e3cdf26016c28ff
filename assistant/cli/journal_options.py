"""What `scrutiny challenges` and `scrutiny evidence` share: days, names, and a log as data."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from assistant.cli.declared import option
from assistant.cli.options import day_of, format_alone
from assistant.cli.output import folder_for, say
from assistant.machine.text import to_json
from assistant.write_file import write_file


class LogFormat(StrEnum):
    """How a log is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


DateOption = Annotated[
    date | None, option("--date DATE", "The day it happened. Default: today.", parser=day_of)
]
ByOption = Annotated[str, option("--by NAME", "Who records it.")]
LogFormatOption = Annotated[
    LogFormat,
    option("--format text|json|csv", "How to print the log.", callback=format_alone, show_default=False),
]
OutputOption = Annotated[
    Path | None,
    option(
        "-o --output FILE",
        "Write the log to a file, its folder made where missing: as CSV, or as JSON with --json.",
        dir_okay=False,
    ),
]


def write_data(
    wanted: LogFormat, file: Path | None, csv: Callable[[], str], machine: Callable[[], Any]
) -> bool:
    """A log as JSON, or as CSV where that or a file is wanted; False where none of it is. UsageError.

    To standard output or the file, a CSV there with the mark by which spreadsheets know UTF-8.
    """
    if file is None and wanted is LogFormat.TEXT:
        return False
    as_json = wanted is LogFormat.JSON
    text = to_json(machine(), indent=2) + "\n" if as_json else csv()
    if file is None:
        sys.stdout.write(text)
        return True
    folder_for(file)
    write_file(file, text.encode("utf-8" if as_json else "utf-8-sig"))
    say(f"Written to {file}.")
    return True
