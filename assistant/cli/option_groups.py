"""Options that belong together: under `@grouped` a command takes a class of them as one parameter."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

from assistant.cli.declared import option
from assistant.cli.options import AsOfOption, complete_kind, iso_date, known_kind
from assistant.journal.weighing import Weighing
from assistant.understanding.narrow import filters_for
from ingest.filters import Filters

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def _known_kinds(values: list[str] | None) -> list[str] | None:
    for value in values or []:
        known_kind(value)
    return values


KindOption = Annotated[
    list[str] | None,
    option(
        "--kind KIND",
        "Only documents of this kind, such as audit; may be repeated.",
        callback=_known_kinds,
        autocompletion=complete_kind,
    ),
]
OrganisationOption = Annotated[
    list[str] | None,
    option("--organisation NAME", "Only documents by or about it; a part of the name will do. Repeatable."),
]
DocumentOption = Annotated[
    list[str] | None, option("--document DOCUMENT", "Only this document (id, file name or path). Repeatable.")
]
SinceOption = Annotated[
    str | None, option("--since DATE", "Only documents published then or later.", callback=iso_date)
]
UntilOption = Annotated[
    str | None, option("--until DATE", "Only documents published then or earlier.", callback=iso_date)
]

PeriodOption = Annotated[
    str | None, option("--period PERIOD", "2024, 2023-24 or 2023-07/2025-06. Default: the latest 24 months.")
]
FrameworkOption = Annotated[
    str | None, option("--framework NAME|FILE", "Another framework than the nine key questions.")
]
SubjectOption = Annotated[
    str | None, option("--subject AREA", "Whose ledger. Default: the area most documents are about.")
]


@dataclass(frozen=True)
class Narrowing:
    """Which documents a command may use, as it was typed."""

    kind: KindOption = None
    organisation: OrganisationOption = None
    document: DocumentOption = None
    since: SinceOption = None
    until: UntilOption = None

    def filters(self, assistant: ScrutinyAssistant) -> Filters:
        """The filters. NotFoundError for a document that the library does not have."""
        return filters_for(
            assistant, self.kind or (), self.organisation or (), self.document or (), self.since, self.until
        )


@dataclass(frozen=True)
class LedgerOptions:
    """Which ledger is meant."""

    subject: SubjectOption = None
    period: PeriodOption = None
    framework: FrameworkOption = None
    as_of: AsOfOption = None

    @property
    def weighing(self) -> Weighing:
        """The same for the façade."""
        return Weighing(**asdict(self))


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options of the groups among its parameters."""
    signature = inspect.signature(command, eval_str=True)
    own = {name: one for name, one in signature.parameters.items() if not _is_group(one)}
    groups = {name: one.annotation for name, one in signature.parameters.items() if _is_group(one)}
    options = {
        name: inspect.signature(group, eval_str=True).parameters.values() for name, group in groups.items()
    }

    @wraps(command)
    def run(**given: Any) -> None:
        filled = {
            name: group(**{one.name: given.pop(one.name) for one in options[name]})
            for name, group in groups.items()
        }
        command(**given, **filled)

    every = [*own.values(), *(one for parameters in options.values() for one in parameters)]
    run.__signature__ = signature.replace(parameters=every)  # type: ignore[attr-defined]
    return run


def _is_group(parameter: inspect.Parameter) -> bool:
    return is_dataclass(parameter.annotation)
