"""The options that say which ledger is meant, for every command that names a piece of one: `@weighed`."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated

import typer

from assistant.cli.journal_options import date_of
from assistant.cli.options import AsOfOption, FrameworkOption, PeriodOption
from assistant.journal.weighing import Weighing

SubjectOption = Annotated[
    str | None,
    typer.Option(
        "--subject", metavar="AREA", help="Whose ledger. Default: the area most documents are about."
    ),
]


def _options(
    subject: SubjectOption = None,
    period: PeriodOption = None,
    framework: FrameworkOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Carries the options; they are those of `scrutiny questions`."""


def weighed(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command these options, and as `weighing` what was typed there."""
    own, added = (inspect.signature(one, eval_str=True) for one in (command, _options))

    @wraps(command)
    def run(**given: object) -> None:
        typed = {name: given.pop(name) for name in added.parameters}
        typed["as_of"] = date_of(typed["as_of"])  # type: ignore[arg-type]
        command(**given, weighing=Weighing(**typed))  # type: ignore[arg-type]

    kept = [one for name, one in own.parameters.items() if name != "weighing"]
    run.__signature__ = own.replace(parameters=[*kept, *added.parameters.values()])  # type: ignore[attr-defined]
    return run
