"""The options that several commands share, and what is made of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.declared import option
from assistant.understanding import narrow
from ingest.errors import NotFoundError, UsageError


class OutputFormat(StrEnum):
    """How a result is printed."""

    TEXT = "text"
    JSON = "json"


def known_kind(value: str | None) -> str | None:
    """The kind of document, checked."""
    from ingest.document import KINDS

    if value is None or value in KINDS:
        return value
    raise typer.BadParameter(f"{value!r} is not a kind of document. Kinds: {', '.join(KINDS)}.")


def complete_kind(incomplete: str) -> list[str]:
    """The kinds that begin like this, for the shell."""
    from ingest.document import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


def iso_date(value: str | None) -> str | None:
    """The year, month or day that was typed, as an ISO date; it must exist."""
    if value is None:
        return None
    if found := narrow.date_of(value):
        return found
    raise typer.BadParameter(f"{value!r} is not a date. {narrow.DATE_WRITTEN}")


def day_of(value: str) -> date:
    """The day that was typed; it must exist."""
    if day := narrow.day_of(value):
        return day
    raise typer.BadParameter(f"{value!r} is not a day. {narrow.DAY_WRITTEN}")


def json_alone(context: typer.Context, value: bool) -> bool:
    """`--json`, unless another `--format` went before it: UsageError."""
    if value and context.params.get("output_format") not in (None, "json"):
        raise _two_formats(context.params["output_format"])
    return value


def format_alone(context: typer.Context, value: str | None) -> str | None:
    """`--format`, unless `--json` went before one that is another: UsageError."""
    if _typed(context) and value != "json" and context.params.get("json"):
        raise _two_formats(value)
    return value


def _typed(context: typer.Context) -> bool:
    """Whether `--format` was given."""
    source = context.get_parameter_source("output_format")
    return source is not None and source.name == "COMMANDLINE"


def _two_formats(other: str | None) -> UsageError:
    return UsageError(f"--json and --format {other} were both given.", "Give one or the other.")


JsonOption = Annotated[bool, option("--json", "Print JSON: short for --format json.", callback=json_alone)]
FormatOption = Annotated[
    OutputFormat,
    option("--format text|json", "How to print the result.", callback=format_alone, show_default=False),
]
RerankerOption = Annotated[
    str | None,
    option(
        "--reranker MODEL",
        "Read the best passages with this CrossEncoder (name or folder) instead; “none”: not at all.",
    ),
]
AsOfOption = Annotated[
    date | None, option("--as-of DATE", "Judge time as on this day. Default: today.", parser=day_of)
]


def wants_json(json: bool, output_format: OutputFormat) -> bool:
    """Whether the result is to be printed as JSON."""
    return json or output_format is OutputFormat.JSON


def wants_lines(context: typer.Context, json: bool, output_format: OutputFormat) -> bool:
    """Whether what a file of questions brings is to be JSON, an object a line.

    So it is off a terminal, unless it is to be text; to a person at one only where it is asked for.
    """
    return wants_json(json, output_format) or not (_typed(context) or sys.stdout.isatty())


def one_of(text: Sequence[str] | None, file: str | None, noun: str, option: str) -> str | None:
    """The words given on the command line as one text; None where a file of them was given instead.

    Raises UsageError where there is neither, or both.
    """
    words = " ".join(text or ()).strip()
    if words and file:
        raise UsageError(f"A {noun} and {option} were both given.", "Give one or the other.")
    if not words and not file:
        raise UsageError(
            f"No {noun} was given.", f"Write it in quotation marks, or give a file with {option} FILE."
        )
    return words or None


def lines_of(file: str) -> Iterator[str]:
    """The lines of a file that are not blank, one by one as they come; "-" is standard input.

    Raises NotFoundError or UsageError where the file cannot be read as text.
    """
    if file == "-":
        for line in sys.stdin:
            if _unwritten(line):
                raise _no_text("Standard input")
            yield from filter(None, [line.strip()])
        return
    try:
        text = Path(file).read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise NotFoundError(f"There is no file {file}.", "Check the path.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise _no_text(file) from error
    if _unwritten(text):
        raise _no_text(file)
    yield from (line.strip() for line in text.splitlines() if line.strip())


def _unwritten(text: str) -> bool:
    """Whether a text is none: what could not be decoded is marked in it, or bytes stand for no letters."""
    from ingest.text_like import is_text

    return "\ufffd" in text or not is_text(text.encode())


def _no_text(what: str) -> UsageError:
    return UsageError(f"{what} cannot be read as text.", "Save it as plain text in UTF-8.")
