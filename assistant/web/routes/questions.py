"""The board of the key questions, and the ledger of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant.answer import Challenge, Citation, by_number
from assistant.api.requests import PackForm, PackQuery
from assistant.api.routes.packs import pack as pack_file
from assistant.key_questions.ledger import Ledger
from assistant.key_questions.load_framework import DEFAULT, load_framework
from assistant.render.ledger import claim_reference
from assistant.web.notes import users_of
from assistant.web.pages import page
from assistant.web.places import subjects, unread_in
from assistant.web.visitor import Reading
from assistant.web.weighed import Weighed, weighed_in

router = APIRouter(include_in_schema=False)


@router.get("/questions")
def board(request: Request, caller: Reading) -> Response:
    """Each key question with its verdict and how much there is on each side."""
    weighed = weighed_in(request.query_params)
    if not weighed.as_of:
        return RedirectResponse(_today(weighed).address("/questions"), status_code=303)
    ledgers = caller.assistant.questions(**weighed.weighing.options)
    first = _first(ledgers)
    return page(
        request,
        "board.html",
        ledgers=ledgers,
        first=first,
        sources=[citation for _, _, citation in first],
        framework=load_framework(weighed.framework or DEFAULT).name,
        weighed=weighed,
        subjects=subjects(caller),
        back=weighed.address("/questions"),
        pack_address=(lambda form: weighed.address(f"/packs/{form}")) if caller.key.labels is None else None,
    )


@router.get("/packs/{form}")
def pack(request: Request, caller: Reading, form: PackForm) -> Response:
    """The challenge pack as a file, for visitors who may see every label."""
    weighed = weighed_in(request.query_params)
    subject, period = weighed.subject or None, weighed.period or None
    return pack_file(caller, PackQuery(subject=subject, period=period, as_of=weighed.day, format=form))


def _first(ledgers: Sequence[Ledger]) -> list[tuple[Ledger, Challenge, Citation]]:
    """One challenge of each question without clear evidence, with the quotation that it leans on."""
    found: list[tuple[Ledger, Challenge, Citation]] = []
    for ledger in ledgers:
        cited = by_number(ledger.citations)
        leaning = ((one, cited[n]) for one in ledger.challenges for n in one.citations[:1] if n in cited)
        if ledger.verdict != "evidenced" and (pair := next(leaning, None)):
            found.append((ledger, pair[0], replace(pair[1], n=len(found) + 1)))
    return found


@router.get("/questions/{question}")
def ledger(request: Request, caller: Reading, question: str) -> Response:
    """One question: what speaks for it and against it, where the documents are silent, what to ask."""
    weighed = weighed_in(request.query_params)
    here = f"/questions/{question}"
    if not weighed.as_of:
        return RedirectResponse(_today(weighed).address(here), status_code=303)
    found = caller.assistant.questions([question], **weighed.weighing.options)[0]
    return _shown(request, caller, found, weighed)


def _shown(request: Request, caller: Reading, found: Ledger, weighed: Weighed) -> HTMLResponse:
    asked = load_framework(weighed.framework or DEFAULT).questions
    at = next((place for place, one in enumerate(asked) if one.id == found.id), None)
    return page(
        request,
        "ledger.html",
        ledger=found,
        cited=by_number(found.citations),
        users=users_of(_uses(found)),
        unread=unread_in(caller, {citation.document_id for citation in found.citations}),
        weighed=weighed,
        may_write="write" in caller.key.scopes and caller.key.labels is None,
        back=weighed.address(f"/questions/{found.id}"),
        before=asked[at - 1] if at else None,
        after=asked[at + 1] if at is not None and at + 1 < len(asked) else None,
    )


def _uses(found: Ledger) -> list[tuple[str, str, tuple[int, ...]]]:
    sides = (
        ("for", found.for_),
        ("against", found.against),
        ("earlier", found.earlier),
        ("elsewhere", found.elsewhere),
    )
    claims = [
        (f"{side}-{number}", f"{side} {claim_reference(claim, found)}", claim.citations)
        for side, held in sides
        for number, claim in enumerate(held, 1)
    ]
    asked = [
        (f"ask-{number}", f"challenge {number}", one.citations)
        for number, one in enumerate(found.challenges, 1)
    ]
    return claims + asked


def _today(weighed: Weighed) -> Weighed:
    """So that the address goes on meaning the same tomorrow."""
    return replace(weighed, as_of=date.today().isoformat())
