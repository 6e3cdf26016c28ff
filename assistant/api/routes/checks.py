"""The SMART check of a text or of a file that is sent along, on its own or beside the library's papers."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Form, UploadFile

from assistant.api.caller import Caller, require
from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply, described_by
from assistant.api.requests import AS_OF, NEAREST, REPEATS, CheckRequest, Day, examples_of
from assistant.api.routes.narrowing import Checker
from assistant.api.uploads import safe_name, saved
from assistant.check.formats.json_object import check_object

router = APIRouter(prefix="/v1/checks", tags=["checks"], responses=PROBLEMS)


@router.post("", responses=described_by("check"), summary="Check recommendations in a text")
def check_text(
    caller: Checker, asked: Annotated[CheckRequest, Body(openapi_examples=examples_of("check"))]
) -> MachineReply:
    """Finds the recommendations in the text, or takes each line as one, and says what is not SMART."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / safe_name(asked.name)
        file.write_text(asked.text, encoding="utf-8")
        return _checked(caller, file, asked.repeats, asked.nearest, asked.as_of, each_line=asked.each_line)


@router.post("/upload", responses=described_by("check"), summary="Check the recommendations in a file")
def check_file(
    caller: Checker,
    file: UploadFile,
    repeats: Annotated[bool, Form(description=REPEATS)] = False,
    nearest: Annotated[int, Form(ge=0, le=10, description=NEAREST)] = 0,
    as_of: Annotated[Day | None, Form(description=AS_OF)] = None,
) -> MachineReply:
    """The same for a PDF, DOCX or any other file that can be read. It is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        return _checked(caller, saved(file, Path(folder)), repeats, nearest, as_of)


def _checked(
    caller: Caller, file: Path, repeats: bool, nearest: int, as_of: date | None, *, each_line: bool = False
) -> MachineReply:
    """The report, with the file's name alone as its path: where we keep it meanwhile is nobody's business.

    What papers of the library asked is told only to who may read them.
    """
    if repeats or nearest:
        require(caller.key, "read")
    found = caller.assistant.check([file], repeats=repeats, nearest=nearest, as_of=as_of, each_line=each_line)
    report = check_object(found)
    for item in (*report["recommendations"], *report["findings"]):
        item["path"] = file.name
    return MachineReply(report)
