"""`scrutiny demo`: the shipped sample documents, a few questions, and one that they cannot answer."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from assistant.cli.ingest import ingest_with_progress
from assistant.cli.output import print_text, say
from assistant.cli.session import Session, session_of
from ingest.errors import NoLibraryError, UsageError

if TYPE_CHECKING:
    from assistant.facade import ScrutinyAssistant


def demo(context: typer.Context) -> None:
    """Try it on fictional documents, in a library of their own."""
    from assistant.render.answer import answer_paragraphs
    from assistant.render.paragraph import EMPTY_LINE, Paragraph
    from prompts import load_data

    session = session_of(context)
    session.library = demo_library(session)
    assistant = session.assistant()
    samples = sample_folder()
    _refuse_other_documents(assistant, samples)
    say(f"Reading the sample documents into {session.library} ...")
    ingest_with_progress(assistant, [samples])
    words = load_data("demo.yaml")
    for question in words["questions"]:
        print_text([Paragraph(f"Question: {question}", style="bold reverse"), EMPTY_LINE])
        print_text([*answer_paragraphs(assistant.ask(question)), EMPTY_LINE])
    told = {"library": session.library, "program": program()}
    print_text(Paragraph(line.format(**told)) for line in words["afterwards"])


def program() -> str:
    """How this program is called here: by its name, or by where it lies if the shell would not find it."""
    called = sys.argv[0]
    return called if Path(called).stem == "scrutiny" and not shutil.which("scrutiny") else "scrutiny"


def demo_library(session: Session) -> Path:
    """The folder given with `--library`, else one beside the user's own library."""
    return session.library or session.settings.library.parent / "demo-library"


def sample_folder() -> Path:
    """The folder of the shipped sample documents."""
    import corpus

    return corpus.documents_path()


def _refuse_other_documents(assistant: ScrutinyAssistant, samples: Path) -> None:
    """Keeps the fictional documents out of a library that holds real ones."""
    try:
        names = {record.source for record in assistant.documents()}
    except NoLibraryError:
        return
    if names - {path.name for path in samples.rglob("*")}:
        raise UsageError(
            "That library holds documents of your own.",
            "Give the demo an empty folder, or leave --library out.",
        )
