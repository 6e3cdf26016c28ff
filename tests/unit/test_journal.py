"""The scrutineer's own records: judgements of evidence and the challenge log, kept beside the documents."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Challenge
from assistant.facade import ScrutinyAssistant
from assistant.journal.judgements import judgements
from assistant.journal.weighing import Weighing
from assistant.key_questions.ledger import Claim, Ledger
from assistant.settings import Settings
from assistant.slices import Citations, Slice
from ingest.disk.lock import writer_lock
from ingest.errors import LibraryBusyError, NotFoundError, UsageError

TEXT = "Training reached 9 of 31 teams in the year.\nAll staff know the new pathway."
FIRST, SECOND = (0, 43), (44, 75)
DAY, LATER = date(2025, 3, 1), date(2025, 6, 1)


class Desk(ScrutinyAssistant):
    """The façade over an open library, with ledgers that quote the first document's two lines."""

    def __init__(self, library, document_id):
        super().__init__(Settings(library.folder))
        self._library, self.document_id = library, document_id

    def questions(self, ids=(), **options):
        self.asked = options
        citations = Citations(self._library)
        for start, end in (FIRST, SECOND):
            citations.number(Slice(self.document_id, start, end))
        ask = Challenge("Which 22 teams were not reached?", (1,))
        first, second = (Claim(TEXT[slice(*at)], "data", (n,)) for n, at in ((1, FIRST), (2, SECOND)))
        rest = {"reason": "", "for_": (first,), "against": (second,), "earlier": (replace(first),)}
        rest |= {"elsewhere": (), "silent": ()}
        return [
            Ledger(
                id="lessons",
                question="How do lessons reach the front line?",
                subject="Aldermere",
                period="2024-01/2025-12",
                verdict="partly",
                challenges=(ask,),
                tables=(),
                citations=citations.all(),
                as_of="2025-03-01",
                library_version="1",
                **rest,
            )
        ]


@pytest.fixture
def desk(library, put):
    return Desk(library, put("minutes.txt", TEXT))


def place(desk, span):
    return Slice(desk.document_id, *span)


def test_rejected_evidence_does_not_count_for_that_question_and_does_for_others(desk, library):
    desk.judge("lessons:1", "rejected", "A count of sessions.", on=DAY)
    judged = judgements(library)
    assert judged.rejects("lessons", place(desk, FIRST))
    assert not judged.rejects("lessons", place(desk, SECOND))
    assert not judged.rejects("impact", place(desk, FIRST))


def test_evidence_of_a_ledger_of_an_earlier_day_is_judged_on_that_day(desk, library):
    desk.judge("lessons:1", "rejected", "A count of sessions.", weighing=Weighing(as_of=DAY))
    assert judgements(library, DAY.isoformat()).rejects("lessons", place(desk, FIRST))


def test_the_same_words_on_two_sides_have_two_numbers_and_each_names_its_own_place(desk):
    (ledger,) = desk.questions()
    assert [ledger.number_of(one) for one in ledger.statements] == [1, 2, 3]
    assert ledger.for_ == ledger.earlier


def test_a_judgement_for_all_questions_holds_for_each(desk, library):
    desk.judge("minutes.txt:0-43", "rejected", "Out of date.", on=DAY)
    assert judgements(library).rejects("impact", place(desk, FIRST))


def test_a_later_judgement_replaces_an_earlier_one_and_the_past_stays_as_it_was(desk, library):
    desk.judge("lessons:1", "rejected", "A count.", on=DAY)
    desk.judge("lessons:1", "accepted", "Counted by an audit after all.", on=LATER)
    assert judgements(library, "2025-04-01").rejects("lessons", place(desk, FIRST))
    assert judgements(library, "2025-06-01").of("lessons", place(desk, FIRST)).decision == "accepted"
    assert not judgements(library, "2025-02-01").in_force
    assert [one.standing for one in desk.judgements(as_of=LATER).judgements] == ["replaced", "in_force"]


def test_a_note_stands_beside_evidence_that_is_cut_a_little_differently(desk, library):
    desk.judge("lessons:1", "noted", "Ask for the list.", on=DAY)
    assert judgements(library).note("lessons", place(desk, (0, 30))) == "Ask for the list."
    assert judgements(library).note("lessons", place(desk, (40, 75))) == ""


def test_a_rejection_without_a_reason_is_refused(desk):
    with pytest.raises(UsageError, match="needs its reason"):
        desk.judge("lessons:1", "rejected", "  ")


@pytest.mark.parametrize("reference", ["lessons", "lessons:9", "minutes.txt:5-5", "minutes.txt:70-900", ""])
def test_a_reference_to_nothing_is_refused(desk, reference):
    with pytest.raises(UsageError):
        desk.judge(reference, "accepted")


def test_a_judgement_survives_its_document_and_holds_again_when_it_is_put_back(desk, library):
    desk.judge("lessons:1", "rejected", "A count.", on=DAY)
    library.remove(desk.document_id)
    assert not judgements(library).in_force
    (gone,) = desk.judgements(as_of=LATER).judgements
    assert (gone.standing, gone.citation) == ("source_gone", None)
    library.put_back(desk.document_id)
    assert judgements(library).rejects("lessons", place(desk, FIRST))


def test_a_judgement_of_an_erased_document_stays_and_no_longer_names_it(desk, library):
    desk.judge("lessons:1", "rejected", "A count.", on=DAY)
    library.erase(desk.document_id)
    (gone,) = desk.judgements(as_of=LATER).judgements
    assert (gone.standing, gone.citation, gone.document_id) == ("source_gone", None, "")


def test_a_judgement_does_not_move_to_other_words(desk, library):
    desk.judge("lessons:1", "rejected", "A count.", on=DAY)
    with sqlite3.connect(library.folder / "catalogue.db") as connection:
        connection.execute("UPDATE contents SET text = 'Other words ' || text")
    connection.close()
    assert not judgements(library).in_force
    assert desk.judgements().judgements[0].standing == "words_changed"


def test_taking_a_judgement_back_leaves_nothing(desk, library):
    desk.judge("lessons:1", "rejected", "A count.", on=DAY)
    desk.unjudge("E1")
    assert not desk.judgements().judgements
    with pytest.raises(NotFoundError):
        desk.unjudge("E1")


def test_erasing_a_document_erases_what_the_scrutineers_words_quote_from_it(desk, library):
    desk.judge("lessons:1", "noted", "It says: “Training reached 9 of 31 teams in the year.” Ask why.")
    desk.put_challenge("Is it true that all staff know the new pathway, and how is it known?")
    desk.add_to_challenge("C1", [("response", "The minutes say training reached 9 of 31 teams only.")])
    library.erase(desk.document_id)
    words = desk.judgements().judgements[0].words
    challenge = desk.challenges().challenges[0]
    assert words == "It says: “[erased].” Ask why."
    assert challenge.text == "Is it true that [erased], and how is it known?"
    assert challenge.response == "The minutes say [erased] only."
    stored = b"".join(path.read_bytes() for path in library.folder.rglob("*") if path.is_file())
    assert b"9 of 31" not in stored


def test_a_challenge_goes_from_put_to_answered_to_closed(desk):
    desk.put_challenge(copied="lessons:1", owner="Health lead", due=date(2025, 4, 1), on=DAY)
    desk.add_to_challenge("C1", [("response", "Sessions are booked.")], on=date(2025, 4, 20))
    desk.add_to_challenge("C1", [("outcome", "All 31 teams by July."), ("impact", "Not yet.")], on=LATER)
    stood = [
        (one.status, one.overdue)
        for day in (date(2025, 3, 2), date(2025, 4, 2), date(2025, 4, 20), LATER)
        for one in desk.challenges(as_of=day).challenges
    ]
    assert stood == [("open", False), ("open", True), ("answered", False), ("closed", False)]
    assert not desk.challenges(as_of=date(2025, 2, 28)).challenges


def test_a_challenge_copied_from_a_ledger_keeps_its_question_and_its_evidence(desk):
    log = desk.put_challenge(copied="lessons:1", owner="Health lead", on=DAY, evidence=["lessons:2"])
    (challenge,) = log.challenges
    assert (challenge.id, challenge.question) == ("C1", "lessons")
    assert challenge.text == "Which 22 teams were not reached?"
    assert [log.citations[n - 1].quote for n in challenge.citations] == TEXT.split("\n")


def test_evidence_and_challenges_are_those_of_the_ledger_that_is_meant(desk):
    meant = Weighing("Exmoor", "2023-24", "mine", DAY)
    desk.judge("lessons:2", "accepted", on=DAY, weighing=meant)
    assert desk.asked == {"subject": "Exmoor", "period": "2023-24", "framework": "mine", "as_of": DAY}
    desk.put_challenge(copied="lessons:1", on=DAY)
    assert set(desk.asked.values()) == {None}
    desk.put_challenge("Why?", evidence=["lessons:1"], on=DAY, weighing=meant)
    assert desk.asked["subject"] == "Exmoor"


def test_a_challenge_whose_source_is_gone_says_so(desk, library):
    desk.put_challenge(copied="lessons:1", on=DAY)
    library.erase(desk.document_id)
    (challenge,) = desk.challenges().challenges
    assert (challenge.citations, challenge.gone) == ((), 1)


def test_closed_challenges_are_answered_only_after_reopening(desk):
    desk.put_challenge("Who owns this?", on=DAY)
    desk.add_to_challenge("C1", [("outcome", "The board.")], on=DAY)
    with pytest.raises(UsageError, match="is closed"):
        desk.add_to_challenge("C1", [("response", "Too late.")], on=DAY)
    desk.add_to_challenge("C1", [("reopened", "It was not the board.")], on=LATER)
    assert desk.challenge("c1").challenges[0].status == "open"


def test_the_log_is_narrowed_to_a_question_or_a_state(desk):
    desk.put_challenge("Who owns this?", question="8", on=DAY, due=date(2025, 3, 2))
    desk.put_challenge("Who owns that?", on=DAY)
    assert [one.id for one in desk.challenges(question="lessons").challenges] == ["C1"]
    assert [one.id for one in desk.challenges(status="overdue").challenges] == ["C1"]
    assert [one.id for one in desk.challenges(status="closed").challenges] == []
    with pytest.raises(NotFoundError, match="no key question"):
        desk.put_challenge("Who?", question="nothing")


def test_days_must_be_in_order(desk):
    with pytest.raises(UsageError, match="before the challenge is put"):
        desk.put_challenge("Who owns this?", on=DAY, due=date(2025, 2, 1))
    desk.put_challenge("Who owns this?", on=DAY)
    with pytest.raises(UsageError, match="is before it"):
        desk.add_to_challenge("C1", [("response", "We do.")], on=date(2025, 2, 1))
    with pytest.raises(UsageError, match="is before it"):
        desk.add_to_challenge("C1", [("outcome", "x")], on=date(2025, 2, 1))


def test_a_challenge_is_corrected_and_deleted(desk):
    desk.put_challenge("Who ownes this?", on=DAY, due=LATER)
    desk.edit_challenge("C1", {"text": "Who owns this?", "due": None, "owner": "Chair"})
    (challenge,) = desk.challenges().challenges
    assert (challenge.text, challenge.due, challenge.owner) == ("Who owns this?", None, "Chair")
    desk.delete_challenge("C1")
    assert not desk.challenges().challenges
    assert desk.put_challenge("Another?").challenges[0].id == "C2"


def test_every_change_moves_the_librarys_version_and_equal_histories_agree(open_library, put):
    versions = []
    for name in ("one", "two"):
        library = open_library(name)
        desk = Desk(library, put("minutes.txt", TEXT, into=library))
        before = library.version
        desk.judge("lessons:1", "accepted", on=DAY)
        desk.put_challenge("Who owns this?", on=DAY)
        versions.append(library.version)
        assert library.version != before
    assert versions[0] == versions[1]


def test_nothing_is_written_while_another_writes(desk, library):
    with writer_lock(library.folder), pytest.raises(LibraryBusyError):
        desk.put_challenge("Who owns this?")


def test_control_characters_do_not_get_into_the_log(desk):
    log = desk.put_challenge("Who\x1b[2J owns\u202e this?\x00", owner="A\nB")
    assert log.challenges[0].text == "Who[2J owns this?"


@pytest.mark.parametrize("words", ["lessons:1", " 8:2 "])
def test_the_name_of_a_ledgers_challenge_is_not_taken_for_its_words(desk, words):
    with pytest.raises(UsageError) as refused:
        desk.put_challenge(words)
    assert f"--from {words.strip()}" in refused.value.next_step
    assert not desk.challenges().challenges
