"""A small library with two papers of a fictional area, and a pack of two hand-made ledgers over it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from assistant.actions.action import Action, ActionRegister, Field
from assistant.answer import Challenge, Gap
from assistant.key_questions.ledger import Claim, Ledger, Table
from assistant.pack.build import build
from assistant.pack.gather import gather
from assistant.pack.write import Pack
from assistant.slices import Citations, Slice
from ingest.document import Page
from ingest.journal import Entry, Judgement, LoggedChallenge, Source

REPORT = (
    "The theme report counts themes.\nTraining reached 9 of 31 teams in 2024.\nAll staff know the pathway."
)
AUDIT = "Files were closed early in 17 of 30 cases.\nAll staff know the pathway."
AS_OF = "2025-06-30"


def stretch(text, words):
    start = text.index(words)
    return start, start + len(words)


class Maker:
    """Makes packs over one library; `texts` are those of its two documents."""

    def __init__(self, library, put, report=REPORT, audit=AUDIT):
        self.library, self.report, self.audit = library, report, audit
        pages = (Page(0, "i", 0, 32), Page(1, "1", 32, len(report)))
        self.ids = SimpleNamespace(
            report=put(
                "reports/report.pdf", report, title="Yearly report", published="2024-09-25", pages=pages
            ),
            audit=put("audit.docx", audit, title="Audit of re-referrals", published="2025-03"),
        )

    def place(self, which, words):
        return Slice(getattr(self.ids, which), *stretch(getattr(self, which), words))

    def ledger(self, id_, verdict, for_, against, **fields):
        citations = Citations(self.library)

        def claims(quotes):
            made = []
            for basis, *places in quotes:
                numbers = tuple(citations.number(self.place(*place)) for place in places)
                made.append(Claim(" ".join(places[0][1].split()), basis, numbers))
            return tuple(made)

        parts = {"for_": claims(for_), "against": claims(against)}
        parts["earlier"] = claims(fields.pop("earlier", ()))
        ask = Challenge("What is being done about this?", (1,)) if citations.all() else None
        table = Table("Promised", ("What", "Where"), (("<b>more</b> training", "report"),), ((1,),))
        return Ledger(
            id=id_,
            question=f"How far is {id_} shown?",
            subject="Aldermere",
            period="2023-07/2025-06",
            verdict=verdict,
            reason="There is evidence on both sides.",
            elsewhere=(),
            silent=(Gap("A count of themes", "report.pdf"),),
            challenges=(ask,) if ask else (),
            tables=(table,) if ask else (),
            citations=citations.all(),
            as_of=AS_OF,
            library_version=self.library.version,
            **parts,
        )

    def ledgers(self):
        lines, audit = self.report.split("\n"), self.audit.split("\n")
        same = (("report", lines[2]), ("audit", audit[1]))
        return [
            self.ledger(
                "lessons",
                "partly",
                [("self_report", *same)],
                [("data", ("report", lines[1])), ("data", ("audit", audit[0]))],
                earlier=[("self_report", ("report", lines[0]))],
            ),
            self.ledger("smart", "not_evidenced", [], []),
        ]

    def actions(self):
        citations = Citations(self.library)
        line = self.report.split("\n")[1]
        text = Field(" ".join(line.split()), (citations.number(self.place("report", line)),), "2024-09")
        late = Action(
            "a1",
            None,
            self.ids.report,
            text,
            None,
            "2025-01-31",
            None,
            "open",
            "overdue",
            (text,),
            None,
            None,
        )
        return ActionRegister(AS_OF, self.library.version, (late,), citations.all())

    def judge(self, decision, which, words, question="lessons", reason="A count."):
        piece = self.place(which, words)
        source = Source(piece.document_id, piece.start, piece.end)
        self.library.journal.judge(Judgement(0, question, source, decision, reason, "", "2025-05-01"))

    def challenge(self, **fields):
        piece = self.place("audit", self.audit.split("\n")[0])
        asked = {
            "question": "lessons",
            "text": "Why were they closed?",
            "owner": "Chair",
            "put": "2025-05-01",
        }
        source = Source(piece.document_id, piece.start, piece.end)
        whole = {**asked, "due": "2025-06-01", "judge": "", **fields}
        number = self.library.journal.put(LoggedChallenge(0, **whole, sources=(source,), entries=()))
        self.library.journal.add(number, [Entry("response", "2025-05-20", "A review is under way.")])

    def pack(self, marking="OFFICIAL-SENSITIVE", actions=True):
        material = gather(
            self.library,
            self.ledgers(),
            self.actions() if actions else None,
            framework="The nine key questions",
            as_of=AS_OF,
            marking=marking,
        )
        return Pack(build(material), material)


@pytest.fixture
def make(library, put):
    def make_(**texts):
        return Maker(library, put, **texts)

    return make_


@pytest.fixture
def maker(make):
    return make()


@pytest.fixture
def pack(maker):
    return maker.pack()
