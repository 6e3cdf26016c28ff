"""`scrutiny pack`: the challenge pack as a file to circulate, and the check of one that was circulated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.declared import option
from assistant.cli.option_groups import FrameworkOption, PeriodOption
from assistant.cli.options import AsOfOption, JsonOption
from assistant.cli.output import folder_for, print_json, print_text
from assistant.cli.session import Session, session_of
from ingest.errors import UsageError

if TYPE_CHECKING:
    from assistant.pack.verify.check import PackCheck
    from assistant.pack.write import WrittenFile

FileOption = Annotated[
    list[Path] | None,
    option(
        "-o --output FILE",
        "Write it here, its folder made where missing: .docx, .pdf, .html, .md or .json. Repeatable.",
        dir_okay=False,
    ),
]
VerifyOption = Annotated[
    Path | None,
    option("--verify FILE", "Compare a pack with its sources, and with what was written, instead."),
]
SubjectOption = Annotated[
    str | None, option("--subject AREA", "Whose pack. Default: the area most documents are about.")
]
MarkingOption = Annotated[str, option("--marking TEXT", "A protective marking for every page.")]


def pack(
    context: typer.Context,
    output: FileOption = None,
    verify: VerifyOption = None,
    subject: SubjectOption = None,
    period: PeriodOption = None,
    framework: FrameworkOption = None,
    marking: MarkingOption = "",
    as_of: AsOfOption = None,
    json: JsonOption = False,
) -> None:
    """Write the challenge pack, or check one that was written.

    Exit 1 where it shows what no source says, and where its own words were edited since.
    """
    if (output is None) == (verify is None):
        raise UsageError(
            "Give a file to write, or one to check.",
            "Write with -o pack.docx, check with --verify pack.docx.",
        )
    session = session_of(context)
    if verify is not None:
        _verify(session, verify, json)
        return
    assistant = session.assistant()
    made = assistant.pack(
        subject=subject,
        period=period,
        framework=framework,
        as_of=as_of,
        marking=marking,
    )
    for file in output or ():
        folder_for(file)
    _print_written(assistant.write_pack(made, output or ()), json)


def _verify(session: Session, file: Path, json: bool) -> None:
    found = session.assistant().verify_pack(file)
    session.exit_code = 0 if found.good else 1
    _print_check(found, json)


def _print_written(files: list[WrittenFile], json: bool) -> None:
    from assistant.machine.packs import written_object
    from assistant.render.pack import written_paragraphs

    if json:
        print_json(written_object(files))
    else:
        print_text(written_paragraphs(files))


def _print_check(found: PackCheck, json: bool) -> None:
    from assistant.machine.packs import check_object
    from assistant.render.pack import check_paragraphs

    if json:
        print_json(check_object(found))
    else:
        print_text(check_paragraphs(found))
