"""The options that narrow the documents, for every command that takes them: `@narrowed`."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import complete_kind, iso_date, known_kind
from assistant.narrow import filters_for
from ingest.filters import Filters

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def _known_kinds(values: list[str] | None) -> list[str] | None:
    for value in values or []:
        known_kind(value)
    return values


KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        callback=_known_kinds,
        autocompletion=complete_kind,
        help="Only documents of this kind, such as audit; may be repeated.",
    ),
]
OrganisationOption = Annotated[
    list[str] | None,
    typer.Option(
        "--organisation",
        metavar="NAME",
        help="Only documents by or about it; a part of the name will do. Repeatable.",
    ),
]
DocumentOption = Annotated[
    list[str] | None,
    typer.Option(
        "--document", metavar="DOCUMENT", help="Only this document (id, file name or path). Repeatable."
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE", callback=iso_date, help="Only documents published then or later."
    ),
]
UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until", metavar="DATE", callback=iso_date, help="Only documents published then or earlier."
    ),
]


@dataclass(frozen=True)
class Narrowing:
    """Which documents a command may use, as it was typed."""

    kind: list[str] | None = None
    organisation: list[str] | None = None
    document: list[str] | None = None
    since: str | None = None
    until: str | None = None

    def filters(self, assistant: ScrutinyAssistant) -> Filters:
        """The filters. NotFoundError for a document that the library does not have."""
        return filters_for(
            assistant, self.kind or (), self.organisation or (), self.document or (), self.since, self.until
        )


def _options(
    kind: KindOption = None,
    organisation: OrganisationOption = None,
    document: DocumentOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Carries the options that every narrowed command has."""


def narrowed(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command these options, and as `narrowing` what was typed there."""
    own, added = (inspect.signature(one, eval_str=True) for one in (command, _options))

    @wraps(command)
    def run(**given: object) -> None:
        typed = {name: given.pop(name) for name in added.parameters}
        command(**given, narrowing=Narrowing(**typed))  # type: ignore[arg-type]

    kept = [one for name, one in own.parameters.items() if name != "narrowing"]
    run.__signature__ = own.replace(parameters=[*kept, *added.parameters.values()])  # type: ignore[attr-defined]
    return run
