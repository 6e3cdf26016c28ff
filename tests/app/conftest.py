"""What the tests of the front doors share: a fake assistant that records what it was asked."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.actions.action import ActionRegister
from assistant.answer import Answer, Challenge, Citation, Gap, SearchResult, Statement
from assistant.check.assessment import LETTERS
from assistant.check.earlier import Compared, Earlier
from assistant.check.gather import Gathered
from assistant.check.report import CheckReport
from assistant.cli.main import main
from assistant.contradictions.contradiction import ContradictionList
from assistant.conversations.conversation import Conversation, ConversationEntry, PastTurn
from assistant.journal.log import ChallengeLog, LoggedChallengeAsOf
from assistant.key_questions.ledger import Claim, Ledger, Table
from assistant.key_questions.papers.case_study import CaseStudy
from assistant.pages.mark import pages_between
from assistant.pages.marked import Marked, MarkedPage
from assistant.register.entry import Entry, NamedOwner
from assistant.register.group import Group
from assistant.register.register import Register
from assistant.register.trend import trend_of
from assistant.settings import Settings
from ingest.care.backup import BackupReport
from ingest.care.fault import CheckReport as LibraryReport
from ingest.care.fault import Fault
from ingest.care.optimize import OptimizeReport
from ingest.care.repair import RepairReport
from ingest.document import Document, Page
from ingest.errors import NotFoundError, UsageError
from ingest.filters import Filters
from ingest.pictures.boxes import Box
from ingest.pictures.picture import PagePicture
from ingest.records import DocumentRecord
from ingest.report import IngestedDocument, IngestReport, Progress

FIRST = "Children were seen alone in 14 of 20 audited cases."
SECOND = "Their wishes were recorded, but rarely shaped the plan."
TEXT = f"Findings\n\n{FIRST}\n\nAn aside that is quoted nowhere.\n\n{SECOND}"
SHA256 = "ab" * 32
DOCUMENT = Document(
    id=SHA256[:16],
    title="Multi-agency audit: voice of the child",
    kind="audit",
    organisation="Exmoor Safeguarding Children Partnership",
    subject="Exmoor",
    published="2024-03-01",
    period=None,
    label="standard",
    source="voice-audit.pdf",
    path="audits/voice-audit.pdf",
    sha256=SHA256,
    text=TEXT,
    pages=(Page(0, "i", 0, TEXT.index("An aside")), Page(1, "1", TEXT.index("An aside"), len(TEXT))),
)
RECORD = DocumentRecord(
    id=DOCUMENT.id,
    title=DOCUMENT.title,
    kind="audit",
    organisation=DOCUMENT.organisation,
    subject="Exmoor",
    published="2024-03-01",
    period=None,
    label="standard",
    source=DOCUMENT.source,
    path=DOCUMENT.path,
    sha256=SHA256,
    pages=2,
    passages=3,
    recommendations=0,
    unread_pages=(),
    superseded_by=None,
    added="2026-01-02T03:04:05Z",
)


def citation(n: int, quote: str) -> Citation:
    start = TEXT.index(quote)
    page = DOCUMENT.page_at(start)
    assert page is not None
    return Citation(
        n=n,
        document_id=DOCUMENT.id,
        document_sha256=SHA256,
        document=DOCUMENT.source,
        path=DOCUMENT.path,
        title=DOCUMENT.title,
        published=DOCUMENT.published,
        page_index=page.index,
        page_label=page.label,
        heading="Findings",
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def made_before(source: Gathered) -> tuple[Compared, list[tuple[int, Earlier]]]:
    """Every recommendation was made before, in the words of the one paper."""
    told = Earlier(citation(1, FIRST), "Since then, by the papers: open, overdue.", sure=True)
    return Compared("Exmoor", 1), [(place, told) for place in range(len(source.recommendations))]


ANSWER = Answer(
    question="",
    outcome="answered",
    verdict="The audit speaks of the voice of the child.",
    statements=(Statement(FIRST, (1,)), Statement(SECOND, (2,))),
    citations=(citation(1, FIRST), citation(2, SECOND)),
    gaps=(Gap("what changed for children", "1 document"),),
    challenges=(Challenge("What shaped the plan instead?", (2,)),),
    as_of="2026-01-01",
    library_version="v7",
)
ENTRY = Entry(
    id="0123456789ab",
    document_id=DOCUMENT.id,
    document=DOCUMENT.source,
    path=DOCUMENT.path,
    title=DOCUMENT.title,
    kind="audit",
    subject="Exmoor",
    organisation=DOCUMENT.organisation,
    published="2024-03-01",
    superseded_by=None,
    page_index=0,
    page_label="i",
    heading="Recommendations",
    number="4",
    text="Exmoor Council should see every child alone.\x1b[2J",
    start=0,
    end=44,
    owner=NamedOwner("Exmoor Council", "text", ("Exmoor Council",)),
    deadline=None,
    measure="every child",
    priority=None,
    finding=None,
    themes=("children's voice",),
    criteria=dict.fromkeys(LETTERS, 2) | {"time_bound": 0},
    criteria_with_context=dict.fromkeys(LETTERS, 2) | {"time_bound": 0},
    smart=False,
    smart_with_context=False,
    codes=("SM501",),
)
PICTURE = PagePicture(b"\x89PNG of a page", 600.0, 800.0, "", np.zeros((0, 4), np.float32))
REGISTER = Register((ENTRY,), None, None, None, tuple(trend_of([ENTRY])), (), "1-0123456789ab")
LEDGER = Ledger(
    id="feedback",
    question="What have children told us?",
    subject="Exmoor",
    period="2022-04/2024-03",
    verdict="partly",
    reason="There is evidence on both sides.",
    for_=(Claim(FIRST, "data", (1,)),),
    against=(Claim(SECOND, "independent_finding", (2,)),),
    earlier=(),
    elsewhere=(),
    silent=(Gap("What fathers say", "voice-audit.pdf"),),
    challenges=(Challenge("What shaped the plan instead?", (2,)),),
    tables=(Table("Who was asked", ("Who", "How many"), (("children", "20"),), ((1,),)),),
    citations=(citation(1, FIRST), citation(2, SECOND)),
    as_of="2026-01-01",
    library_version="v7",
)
REFUSAL = replace(
    ANSWER,
    outcome="not_found",
    verdict="The documents do not say.",
    reason="None of the 1 documents mentions the moon.",
    statements=(),
    citations=(),
    challenges=(),
    nearest=(citation(1, SECOND),),
)


@dataclass
class FakeAssistant:
    """Stands in for the façade: answers from one made-up document and remembers every call.

    A question that holds "moon" is refused. `failure` is raised by every call when it is set.
    """

    asked: list[tuple[str, Filters, date | None]] = field(default_factory=list)
    searched: list[tuple[str, int, Filters]] = field(default_factory=list)
    checked_as_of: list[date | None] = field(default_factory=list)
    weighed: list[tuple[tuple[str, ...], dict[str, Any]]] = field(default_factory=list)
    listed: list[tuple[Any, dict[str, Any]]] = field(default_factory=list)
    edited: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ingested: list[tuple[list[Path], str]] = field(default_factory=list)
    removed: list[tuple[str, ...]] = field(default_factory=list)
    erased: list[tuple[str, ...]] = field(default_factory=list)
    complete: bool = True
    faults: tuple[Fault, ...] = ()
    copied: dict[str, tuple[str, ...]] = field(default_factory=dict)
    document: Document = DOCUMENT
    records: list[DocumentRecord] = field(default_factory=lambda: [RECORD])
    answer: Answer = ANSWER
    statuses: tuple[str, ...] = ("added",)
    failure: BaseException | None = None
    note: Any = ""
    settings: Any = field(default_factory=lambda: Settings(Path("nowhere")))
    restricted_to: tuple[str, ...] | None = None
    closed: bool = False
    warm: bool = True
    kept: dict[tuple[str, str], list[PastTurn]] = field(default_factory=dict)

    def _fail(self) -> None:
        if self.failure:
            raise self.failure

    def close(self) -> None:
        self.closed = True

    def warm_up(self) -> None:
        self._fail()

    def library_version(self) -> str:
        return self.answer.library_version

    def restricted(self, labels: Sequence[str]) -> FakeAssistant:
        self.restricted_to = tuple(labels)
        return self

    def original(self, document: str) -> tuple[DocumentRecord, bytes]:
        self.show(document)
        return RECORD, b"<script>%PDF</script>"

    def page_picture(self, document: str, index: int) -> PagePicture:
        self._fail()
        if index >= len(self.show(document).pages):
            raise NotFoundError("The document has no such page.", "It has 2, from 0.")
        return PICTURE

    def marked(self, document: str, start: int, end: int) -> Marked:
        self._fail()
        shown = self.show(document)
        if not start < end <= len(shown.text):
            raise UsageError("The document has no such place.", "Follow the link.")
        boxes = () if self.note else (Box(72.0, 100.0, 300.0, 112.0),)
        pages = tuple(MarkedPage(page, 600.0, 800.0, boxes) for page in pages_between(shown, start, end))
        return Marked(shown.id, shown.sha256, start, end, shown.text[start:end], pages, self.note)

    def check(
        self,
        paths: Sequence[Path],
        *,
        repeats: bool = False,
        nearest: int = 0,
        as_of: date | None = None,
        **options: Any,
    ) -> CheckReport:
        from assistant.check import check_paths

        self.checked_as_of.append(as_of)
        return check_paths(paths, before=made_before if repeats or nearest else None, **options)

    def ask(
        self,
        question: str,
        *,
        filters: Filters = Filters(),  # noqa: B008
        as_of: date | None = None,
        conversation: str | None = None,
        holder: str = "",
    ) -> Answer:
        self.asked.append((question, filters, as_of))
        self._fail()
        answer = REFUSAL if "moon" in question else self.answer
        if conversation:
            self.kept.setdefault((holder, conversation), []).append(
                PastTurn(question, question, answer.citations)
            )
        return replace(answer, question=question, as_of=as_of.isoformat() if as_of else answer.as_of)

    def conversations(self, holder: str = "") -> list[ConversationEntry]:
        self._fail()
        mine = [(name, turns) for (whose, name), turns in self.kept.items() if whose == holder]
        return [ConversationEntry(name, len(turns), turns[0].asked) for name, turns in reversed(mine)]

    def conversation(self, name: str, holder: str = "") -> Conversation:
        self._fail()
        if (holder, name) not in self.kept:
            raise NotFoundError(f"There is no conversation “{name}”.", "Check its name.")
        return Conversation(name, tuple(self.kept[holder, name]))

    def delete_conversation(self, name: str, holder: str = "") -> None:
        self.conversation(name, holder)
        del self.kept[holder, name]

    def questions(self, ids: Sequence[str] = (), **options: Any) -> list[Ledger]:
        self.weighed.append((tuple(ids), options))
        self._fail()
        return [LEDGER]

    def actions(self, **options: Any) -> ActionRegister:
        self._fail()
        return ActionRegister("2026-01-01", "v7", (), ())

    def contradictions(self, **options: Any) -> ContradictionList:
        self._fail()
        return ContradictionList("2026-01-01", "v7", (), ())

    def pack(self, **options: Any) -> Any:
        self._fail()
        raise NotFoundError("There is no such area.", "Name another.")

    def challenges(self, **options: Any) -> ChallengeLog:
        self._fail()
        return ChallengeLog("2026-01-01", "v7", (), ())

    def put_challenge(self, text: str, **options: Any) -> ChallengeLog:
        self._fail()
        put = LoggedChallengeAsOf(
            id="C1",
            question=options["question"],
            text=text,
            owner=options["owner"],
            put="2026-01-01",
            due=None,
            judge=options["judge"],
            status="open",
            overdue=False,
            response="",
            answered=None,
            outcome="",
            closed=None,
            impact="",
            entries=(),
            citations=(),
            gone=0,
        )
        return ChallengeLog("2026-01-01", "v7", (put,), ())

    def recommendations(self, selection: Any = None, **options: Any) -> Register:
        self.listed.append((selection, options))
        self._fail()
        grouped = (Group("Exmoor Council", (ENTRY,)),) if options.get("by") else None
        repeats = () if options.get("repeats") else None
        return replace(
            REGISTER, groups=grouped, repeats=repeats, nearest=() if options.get("nearest") else None
        )

    def read_case(self, document: str) -> list[CaseStudy]:
        self._fail()
        said = (Statement(FIRST, (1,)),)
        missing = (Gap("What follows", document),)
        return [
            CaseStudy(document, "The audit", "", said, said, said, said, (), missing, (citation(1, FIRST),))
        ]

    def search(self, query: str, *, k: int = 10, filters: Filters = Filters()) -> list[SearchResult]:  # noqa: B008
        self.searched.append((query, k, filters))
        self._fail()
        found = citation(1, FIRST)
        place = (
            found.document_id,
            found.document,
            found.path,
            found.title,
            found.page_index,
            found.page_label,
        )
        return [SearchResult(1, 0.5, *place, found.heading, FIRST, found.start, found.end)][:k]

    def search_words(self, query: str, *, k: int = 10) -> list[SearchResult]:
        return self.search("words alone", k=k)

    def show(self, document: str) -> Document:
        self._fail()
        if document not in (self.document.id, self.document.source, self.document.path):
            raise NotFoundError(f"There is no document {document}.", "The nearest name is voice-audit.pdf.")
        return self.document

    def documents(self, filters: Filters = Filters()) -> list[DocumentRecord]:  # noqa: B008
        self._fail()
        return [record for record in self.records if not filters.kinds or record.kind in filters.kinds]

    def copies(self) -> dict[str, tuple[str, ...]]:
        return self.copied

    def earlier_versions(self) -> dict[str, DocumentRecord]:
        return {}

    def supersede(self, old: str, new: str | None) -> DocumentRecord:
        self._fail()
        return replace(RECORD, superseded_by=new and "0123456789abcdef")

    def remove_documents(self, documents: Sequence[str]) -> list[DocumentRecord]:
        self._fail()
        self.removed.append((*documents,))
        return [RECORD]

    put_back_documents = remove_documents
    stored_documents = remove_documents

    def removed_documents(self) -> list[DocumentRecord]:
        self._fail()
        return [RECORD] if self.removed else []

    def erase_documents(self, documents: Sequence[str]) -> bool:
        self._fail()
        self.erased.append((*documents,))
        return self.complete

    def verify(self, *, deep: bool = False) -> LibraryReport:
        self._fail()
        return LibraryReport(deep, 1, 3, self.faults, ("3 passages wait.",))

    def repair(self, *, apply: bool = False) -> RepairReport:
        found = self.verify(deep=True)
        return RepairReport(apply, found, replace(found, faults=()) if apply else found)

    def back_up(self, file: Path) -> BackupReport:
        self._fail()
        return BackupReport(file, 1_500_000, 1, "v7")

    def restore(self, file: Path, *, replace: bool = False) -> list[DocumentRecord]:
        self._fail()
        return [RECORD]

    def optimize(self) -> OptimizeReport:
        self._fail()
        return OptimizeReport(2_000_000, 1_000_000, self.complete)

    def edit_document(self, document: str, **changes: str) -> DocumentRecord:
        self.edited.append((document, changes))
        self._fail()
        return replace(RECORD, **changes)

    def ingest(
        self,
        paths: Sequence[Path],
        *,
        label: str = "standard",
        progress: Callable[[Progress], None] | None = None,
        retry_failed: bool = False,
    ) -> IngestReport:
        self.ingested.append((list(paths), label))
        self.retried = retry_failed
        if progress:
            progress(Progress(0, len(self.statuses), "voice-audit.pdf", 2))
        self._fail()
        return IngestReport(tuple(_ingested(status) for status in self.statuses), 1.25, ("thumbs.db",))


def _ingested(status: str) -> IngestedDocument:
    if status == "failed":
        return IngestedDocument(
            "b.pdf", None, "failed", None, 0, 0, 0, (), "It wants a password.", "Save it without."
        )
    return IngestedDocument("a.pdf", RECORD.id, status, "audit", 2, 3, 0, (), "")


@dataclass(frozen=True)
class Run:
    """How a command line ended: exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def scrutiny(
    assistant: FakeAssistant,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Callable[..., Run]:
    """Runs a command line against the fake assistant: `scrutiny("ask", "Why?")`."""
    monkeypatch.setenv("SCRUTINY_LIBRARY", str(tmp_path / "library"))

    def run(*arguments: str, standard_input: str = "") -> Run:
        monkeypatch.setattr(sys, "stdin", io.StringIO(standard_input))

        def build(settings: Any) -> Any:
            assistant.settings = settings
            return assistant

        code = main(arguments, build=build, logs=tmp_path / "logs")
        captured = capsys.readouterr()
        return Run(code, captured.out, captured.err)

    return run
