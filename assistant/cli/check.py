"""`scrutiny check`: flags recommendations that are not SMART, for people and for build servers."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import argument, option
from assistant.cli.options import AsOfOption, JsonOption, format_alone
from assistant.cli.output import folder_for, say
from assistant.cli.session import session_of
from ingest.errors import SettingsError, UsageError

if TYPE_CHECKING:
    from assistant.check.config import CheckConfig
    from assistant.check.report import CheckReport

EXAMPLES = """\b
Examples:
  scrutiny check review.pdf
  scrutiny check --each-line draft.txt --json
  scrutiny check reports --format sarif -o markdown:findings.md --fail-on warning
  scrutiny check draft.docx --repeats
"""

_FORMATS = "text|concise|json|jsonl|csv|junit|sarif|github|markdown"

PathsArgument = Annotated[
    list[str], argument("PATH", "Documents or folders; - or /dev/stdin is standard input.")
]
EachLineOption = Annotated[
    bool, option("--each-line", "Take every line of a text file as one recommendation.")
]
FormatOption = Annotated[
    str | None,
    option(f"--format {_FORMATS}", "How to print the result.", callback=format_alone, show_default=False),
]
OutputOption = Annotated[
    list[str] | None,
    option("-o --output FORMAT:FILE", "Also write it to a file, its folder made where missing. Repeatable."),
]
FailOnOption = Annotated[
    str | None,
    option(
        "--fail-on error|warning|note|never",
        "Exit with 1, and failures in JUnit, at findings this severe. Default: error; warnings pass.",
        show_default=False,
    ),
]
SelectOption = Annotated[
    list[str] | None, option("--select CODES", "Only these codes, such as SM5 or SM501,SM601.")
]
IgnoreOption = Annotated[list[str] | None, option("--ignore CODES", "Not these codes.")]
BaselineOption = Annotated[
    Path | None, option("--baseline FILE", "Set aside the findings that this file knows.")
]
WriteBaselineOption = Annotated[
    Path | None, option("--write-baseline FILE", "Write all findings to FILE as known, and exit with 0.")
]
RepeatsOption = Annotated[
    bool, option("--repeats", "Tell also which papers of the library had asked it before (SM705).")
]
NearestOption = Annotated[
    int | None,
    option(
        "--nearest N",
        "The same, and for each of which none is told the N nearest earlier ones to read (SM706).",
        min=1,
        max=10,
        show_default=False,
    ),
]
SidecarOption = Annotated[
    Path | None, option("--sidecar FOLDER", "Write each document's text here, for the regions of SARIF.")
]
ConfigOption = Annotated[
    Path | None, option("--config FILE", "Settings. Default: the nearest scrutiny.toml or pyproject.toml.")
]
NoConfigOption = Annotated[bool, option("--no-config", "Read no settings file.")]
ShowConfigOption = Annotated[
    bool, option("--show-config", "Print the settings that would be used, and check nothing.")
]


def check(
    context: typer.Context,
    paths: PathsArgument,
    each_line: EachLineOption = False,
    output_format: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    repeats: RepeatsOption = False,
    nearest: NearestOption = None,
    as_of: AsOfOption = None,
    sidecar: SidecarOption = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    show_config: ShowConfigOption = False,
) -> None:
    """Flag recommendations that are not SMART, with code, words and page. Edits nothing.

    Opens a library only for --repeats and --nearest.
    """
    paths = ["-" if path == "/dev/stdin" else path for path in paths]
    settings = _settings(paths, config, no_config, select, ignore, fail_on, baseline, write_baseline)
    if show_config:
        _show(settings)
        return
    chosen = _format(output_format, json)
    files = [_output(entry) for entry in output or ()]
    typed = sys.stdin.buffer.read() if "-" in paths else b""
    report = (
        session_of(context)
        .assistant()
        .check(
            [Path(path) for path in paths],
            repeats=repeats,
            nearest=nearest or 0,
            as_of=as_of,
            each_line=each_line,
            config=settings,
            standard_input=typed,
        )
    )
    _print(report, chosen, files)
    if sidecar:
        _write_sidecars(report, sidecar)
    if write_baseline:
        _write_baseline(report, write_baseline)
    elif report.failed:
        session_of(context).exit_code = 1


def _settings(
    paths: list[str],
    config: Path | None,
    no_config: bool,
    select: list[str] | None,
    ignore: list[str] | None,
    fail_on: str | None,
    baseline: Path | None,
    write_baseline: Path | None,
) -> CheckConfig:
    """The nearest settings file's values, with the command line's over them."""
    from dataclasses import replace

    from assistant.check.config import FAIL_ON, CheckConfig, config_file, find_config

    if fail_on is not None and fail_on not in FAIL_ON:
        raise UsageError(f"--fail-on {fail_on!r} is not one of {', '.join(FAIL_ON)}.")
    if no_config and config:
        raise UsageError(f"--config {config} and --no-config were both given.", "Give one or the other.")
    named = [Path(path) for path in paths if path != "-"]
    if no_config:
        found = CheckConfig()
    elif config:
        found = config_file(config)
    else:
        found = find_config(named[0] if named and named[0].exists() else Path.cwd())
    found = found.with_options(_codes(select), _codes(ignore), fail_on)
    if not found.looks_for:
        raise UsageError("Every code that is selected is ignored too: nothing would be checked.")
    if baseline:
        found = replace(found, baseline=str(baseline))
    return replace(found, baseline=None, fail_on="never") if write_baseline else found


def _show(settings: CheckConfig) -> None:
    from assistant.check.show_config import show_config

    sys.stdout.write(show_config(settings))


def _codes(values: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for value in values or () for code in value.split(",") if code.strip())


def _format(named: str | None, json: bool) -> str:
    """The format asked for; on GitHub's own runners its annotations."""
    chosen = "json" if json else named or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    return _known_format(chosen)


def _known_format(name: str) -> str:
    from assistant.check.formats import FORMATS

    if name not in FORMATS:
        raise UsageError(f"There is no format {name!r}.", f"Formats: {', '.join(FORMATS)}.")
    return name


def _output(entry: str) -> tuple[str, Path]:
    name, colon, path = entry.partition(":")
    if not colon or not path:
        raise UsageError(
            f"-o {entry!r} names no format.", "Write it as FORMAT:FILE, such as sarif:findings.sarif."
        )
    return _known_format(name), Path(path)


def _print(report: CheckReport, chosen: str, files: list[tuple[str, Path]]) -> None:
    from assistant.check.formats import renderer

    sys.stdout.write(renderer(chosen)(report))
    for name, path in files:
        folder_for(path)
        _write(path, renderer(name)(report))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if chosen == "github" and summary:
        _write(Path(summary), renderer("markdown")(report), mode="a")


def _write(path: Path, text: str, *, mode: str = "w") -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open(mode, encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be written ({error.strerror}).", "Choose another place."
        ) from error


def _write_sidecars(report: CheckReport, folder: Path) -> None:
    from assistant.check.formats.sarif import sidecar_name

    for document in report.documents:
        _write(folder / sidecar_name(document.path.lstrip("/")), document.text)


def _write_baseline(report: CheckReport, path: Path) -> None:
    from assistant.check.baseline import write_baseline

    folder_for(path)
    say(f"{write_baseline(path, report.raw)} findings written to {path}.")
