"""`scrutiny actions`: what was to be done, by whom and when, and how far the papers say it has got."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from assistant.cli.declared import option
from assistant.cli.option_groups import Narrowing, grouped
from assistant.cli.options import (
    AsOfOption,
    FormatOption,
    JsonOption,
    OutputFormat,
    wants_json,
)
from assistant.cli.output import print_json, print_text
from assistant.cli.session import session_of
from ingest.errors import UsageError


@grouped
def actions(
    context: typer.Context,
    narrowing: Narrowing,
    status: Annotated[list[str] | None, option("--status STATUS", "Only these, such as closed.")] = None,
    timing: Annotated[
        list[str] | None, option("--timing TIMING", "Only these, such as overdue; late is done late.")
    ] = None,
    owner: Annotated[list[str] | None, option("--owner NAME", "Only theirs; a part will do.")] = None,
    theme: Annotated[list[str] | None, option("--theme THEME", "Only those on it, such as neglect.")] = None,
    agency: Annotated[list[str] | None, option("--agency NAME", "Only those of an agency.")] = None,
    single_agency: Annotated[
        bool, option("--single-agency", "Only those of one agency alone, to dip-sample.")
    ] = False,
    by: Annotated[str | None, option("--by GROUP", "Count by status, timing, owner, agency, theme.")] = None,
    dip_sample: Annotated[
        int | None, option("--dip-sample N", "Draw N; the same draw each time.", min=1)
    ] = None,
    contradictions: Annotated[
        bool, option("--contradictions", "Show instead what the papers contradict each other on.")
    ] = False,
    subject: Annotated[str | None, option("--subject NAME", "Only one partnership's.")] = None,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    output_format: FormatOption = OutputFormat.TEXT,
) -> None:
    """Follow actions through plans, minutes and later papers: owner, date, status, evidence and impact."""
    from assistant.actions.sift import (
        GROUPS,
        STATUSES,
        TIMINGS,
        TOGETHER,
        overdue_besides,
        sifted,
        silent_besides,
    )
    from assistant.machine.actions import actions_object, contradictions_object
    from assistant.render.actions import action_paragraphs, contradiction_paragraphs

    _check("status", status, (*STATUSES, *TOGETHER))
    _check("timing", timing, TIMINGS)
    _check("group", [by] if by else None, GROUPS)
    assistant = session_of(context).assistant()
    filters = narrowing.filters(assistant)
    if contradictions:
        listed = assistant.contradictions(filters=filters, as_of=as_of, subject=subject)
        if wants_json(json, output_format):
            print_json(contradictions_object(listed))
        else:
            print_text(contradiction_paragraphs(listed))
        return
    every = assistant.actions(filters=filters, as_of=as_of, subject=subject)
    chosen: dict[str, Any] = {
        "status": status or (),
        "timing": timing or (),
        "owner": owner or (),
        "theme": theme or (),
        "agency": agency or (),
        "single_agency": single_agency,
    }
    register = sifted(every, **chosen, dip_sample=dip_sample)
    if wants_json(json, output_format):
        print_json(actions_object(register, by))
    else:
        silent, overdue = silent_besides(every, **chosen), overdue_besides(every, **chosen)
        print_text(action_paragraphs(register, by, silent, overdue))


def _check(noun: str, values: list[str] | None, known: tuple[str, ...]) -> None:
    for value in values or []:
        if value not in known:
            raise UsageError(f"“{value}” is no {noun} of actions.", f"Choose from: {', '.join(known)}.")
