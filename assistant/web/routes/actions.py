"""The actions over time, and the statements that disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from assistant.actions.action import Action, ActionRegister, Field
from assistant.actions.sift import TIMINGS, TOGETHER, owner_of, sifted, timing_of
from assistant.charts.chart import Chart
from assistant.charts.make import actions_by_status
from assistant.contradictions.contradiction import none_found, not_compared
from assistant.pack.parts.actions import concern
from assistant.pack.wording import wording
from assistant.register.bodies import bodies_of
from assistant.render.plain import one_line
from assistant.render.table import csv_text
from assistant.web.choices import Choices, choices_in
from assistant.web.drawn import drawn, figures
from assistant.web.listed import listed
from assistant.web.notes import renumbered
from assistant.web.pages import csv_reply, page
from assistant.web.visitor import Reading
from assistant.web.weighed import weighed_in

router = APIRouter(include_in_schema=False)

NAMES = ("status", "timing", "owner", "theme", "agency", "single_agency", "subject", "as_of", "page")
MOST_AGENCIES = 10
MOST_UNANSWERED = 20


@router.get("/actions")
def actions(request: Request, caller: Reading) -> Response:
    """Each action with its owner, its day and what was last reported of it; those past their day first."""
    choices = choices_in("/actions", request.query_params, NAMES)
    if not choices.one("as_of"):
        return RedirectResponse(choices.with_("as_of", date.today().isoformat()), status_code=303)
    weighed = weighed_in(request.query_params)
    every = caller.assistant.actions(**weighed.options)
    found = _chosen(every, choices)
    shown = listed(sorted(found.actions, key=concern), choices)
    cited = renumbered(_numbers(shown.items, every.unanswered[:MOST_UNANSWERED]), every.citations)
    return page(
        request,
        "actions.html",
        register=found,
        every=every,
        words=wording("actions"),
        choices=choices,
        groups=_groups(every, choices),
        listed=shown,
        unanswered=every.unanswered[:MOST_UNANSWERED],
        picture=drawn(_chart(found.actions)),
        cited=cited,
        sources=list(cited.values()),
        owner_of=owner_of,
        timing_of=timing_of,
        back=choices.address,
    )


@router.get("/actions/figures.csv")
def as_csv(request: Request, caller: Reading) -> Response:
    """The figures behind the picture."""
    choices = choices_in("/actions", request.query_params, NAMES)
    every = caller.assistant.actions(**weighed_in(request.query_params).options)
    return csv_reply("actions.csv", csv_text(*figures(_chart(_chosen(every, choices).actions))))


@router.get("/contradictions")
def contradictions(request: Request, caller: Reading) -> Response:
    """Two dated statements about the same thing that cannot both hold, side by side."""
    choices = choices_in("/contradictions", request.query_params, ("subject", "as_of", "page"))
    found = caller.assistant.contradictions(**weighed_in(request.query_params).options)
    shown = listed(found.contradictions, choices)
    cited = renumbered((n for one in shown.items for n in (one.first, one.second)), found.citations)
    return page(
        request,
        "contradictions.html",
        found=found,
        words=wording("disagreements"),
        none_found=none_found,
        uncompared=not_compared(found),
        listed=shown,
        cited=cited,
        back=choices.address,
    )


def _numbers(shown: Sequence[Action], unanswered: Sequence[Field]) -> Iterator[int]:
    """The citations of what the page shows, in its order."""
    for action in shown:
        told = [field for field in (action.disputed, action.latest) if field]
        fields = (action.text, *told, action.evidence, action.impact)
        yield from (n for field in fields if field for n in field.citations)
    yield from (n for field in unanswered for n in field.citations)


def _chosen(every: ActionRegister, choices: Choices) -> ActionRegister:
    return sifted(
        every,
        status=choices.several("status"),
        timing=choices.several("timing"),
        owner=choices.several("owner"),
        theme=choices.several("theme"),
        agency=choices.several("agency"),
        single_agency=bool(choices.one("single_agency")),
    )


def _groups(every: ActionRegister, choices: Choices) -> list[tuple[str, list[Any]]]:
    words = wording("actions")
    status = Counter(str(action.status) for action in every.actions)
    status.update({name: sum(status[one] for one in several) for name, several in TOGETHER.items()})
    named = words["statuses"] | words["together"]
    timing = Counter(str(action.timing) for action in every.actions)
    owners = Counter(one_line(owner_of(action)) for action in every.actions if owner_of(action))
    agencies = Counter(one_line(name) for action in every.actions for name in action.agencies)
    themes = Counter(one_line(name) for action in every.actions for name in action.themes)
    return [
        (
            "Status",
            choices.chips("status", [(n, name, status[n]) for n, name in named.items() if status[n]]),
        ),
        (
            "Timing",
            choices.chips("timing", [(n, words["timings"][n], timing[n]) for n in TIMINGS if timing[n]]),
        ),
        ("Owner", choices.commonest("owner", owners)),
        ("Agency", choices.commonest("agency", agencies)),
        ("Theme", choices.commonest("theme", themes)),
    ]


def _chart(shown: Sequence[Action]) -> Chart:
    """Actions by agency and status, the agencies with most actions first."""
    words = wording("actions")
    counts: dict[str, dict[str, int]] = {}
    for action in shown:
        named = owner_of(action)
        for agency in action.agencies or (bodies_of(named) if named else ()) or (words["no_agency"],):
            row = counts.setdefault(one_line(agency), {})
            status = words["statuses"][action.status]
            row[status] = row.get(status, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return actions_by_status(dict(ordered[:MOST_AGENCIES]), tuple(words["statuses"].values()))
