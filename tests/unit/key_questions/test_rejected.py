"""Evidence that the scrutineer rejected no longer counts."""

from dataclasses import replace

from assistant.key_questions.questions import ledgers
from ingest.document import Block
from ingest.journal import Judgement, Source

GOOD = "Children’s views influence the board’s plans and services."
BAD = "Parents’ views do not influence the strategy of the board."
PLACE = Source("", len(GOOD) + 1, len(GOOD) + 1 + len(BAD))
REJECTED = Judgement(0, "feedback", PLACE, "rejected", "No.", "", "2025-05-01")


def told(library, as_of="2026-01-01"):
    (found,) = ledgers(library, ["feedback"], as_of=as_of)
    return found.verdict, [claim.text for claim in found.for_], [claim.text for claim in found.against]


def report(put):
    blocks = (Block("paragraph", 0, len(GOOD)), Block("paragraph", len(GOOD) + 1, len(GOOD) + 1 + len(BAD)))
    fields = {"kind": "inspection", "subject": "Exmoor", "published": "2024-03-01"}
    return put("report.txt", f"{GOOD}\n{BAD}", blocks=blocks, **fields)


def judged(document_id, **fields):
    return replace(REJECTED, source=replace(REJECTED.source, document_id=document_id), **fields)


def test_rejected_evidence_leaves_its_side_and_only_from_that_day(library, put):
    document_id = report(put)
    before = told(library)
    assert before[1:] == ([GOOD], [BAD])
    library.journal.judge(judged(document_id))
    assert told(library)[1:] == ([GOOD], [])
    assert told(library, "2025-04-30") == before


def test_evidence_rejected_for_another_question_or_only_noted_counts_as_before(library, put):
    document_id = report(put)
    before = told(library)
    library.journal.judge(judged(document_id, question="impact"))
    library.journal.judge(judged(document_id, decision="noted"))
    assert told(library) == before


def test_evidence_rejected_for_all_questions_counts_for_none(library, put):
    library.journal.judge(judged(report(put), question=""))
    assert told(library)[2] == []
