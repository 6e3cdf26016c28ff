"""The SMART check of a file or of pasted text, before it is published. Nothing of it is kept."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, UploadFile
from fastapi.responses import HTMLResponse

from assistant.api.caller import Caller, require
from assistant.api.uploads import saved
from assistant.check.formats.words import common_notes, is_common
from assistant.check.report import CheckedRecommendation, CheckReport
from assistant.web.days import day_of
from assistant.web.pages import page
from assistant.web.routes.recommendations import TO_READ
from assistant.web.visitor import Checking, from_here
from ingest.errors import UsageError

router = APIRouter(include_in_schema=False)

PASTED = "pasted-text.txt"
MOST_TEXT = 200_000
"""Characters: some eighty pages. What is longer comes as a file."""


@router.get("/check")
def form(request: Request, caller: Checking) -> HTMLResponse:
    """The form alone."""
    return page(request, "check.html", report=None, text="", reads=_reads(caller), repeats=False, as_of="")


@router.post("/check", dependencies=[Depends(from_here)])
def check(
    request: Request,
    caller: Checking,
    file: UploadFile | None = None,
    text: Annotated[str, Form(max_length=MOST_TEXT)] = "",
    each_line: Annotated[bool, Form()] = False,
    repeats: Annotated[bool, Form()] = False,
    as_of: Annotated[str, Form(max_length=40)] = "",
) -> HTMLResponse:
    """What the check finds in the file, or without one in the text. UsageError without either.

    With `repeats` also what papers of the library had asked before, and what had become of it on the day
    `as_of`; HTTPException 403 for who may not read them.
    """
    if repeats:
        require(caller.key, "read")
    nearest = TO_READ if repeats else 0
    checked = partial(caller.assistant.check, repeats=repeats, nearest=nearest, as_of=day_of(as_of))
    with tempfile.TemporaryDirectory() as folder:
        if file is not None and file.filename:
            report = checked([saved(file, Path(folder))])
        elif text.strip():
            place = Path(folder) / PASTED
            place.write_text(text, encoding="utf-8")
            report = checked([place], each_line=each_line)
        else:
            raise UsageError("There is nothing to check.", "Choose a file, or paste the recommendations.")
    common = common_notes(report.recommendations)
    return page(
        request,
        "check.html",
        report=report,
        text=text,
        reads=_reads(caller),
        repeats=repeats,
        as_of=as_of,
        name=_name(report),
        common=common.values(),
        items=[
            (item, levels(item), [one for one in item.findings if not is_common(one, common)])
            for item in report.recommendations
        ],
    )


def _reads(caller: Caller) -> bool:
    """May the papers of the library be told of?"""
    return "read" in caller.key.scopes


def levels(item: CheckedRecommendation) -> dict[str, int | None]:
    """The letters with their levels, read with heading and table."""
    return {name: one.level for name, one in item.assessment.criteria_with_context.items()}


def _name(report: CheckReport) -> str:
    """What was checked, as its author calls it."""
    names = [document.document for document in report.documents if Path(document.path).name != PASTED]
    return names[0] if names else "the pasted text"
