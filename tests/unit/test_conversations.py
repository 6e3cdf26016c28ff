"""Conversations are kept by name, lean on the turn before, and hold no document's text."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation
from assistant.conversations.conversation import NotKeptError
from assistant.conversations.converse import converse
from assistant.conversations.recall import listed, recall
from ingest.conversation_store import ConversationStore
from ingest.disk.lock import writer_lock
from ingest.errors import LibraryDamagedError, NotFoundError, UsageError
from ingest.library_view import LibraryView

QUOTE = "Audits in Harrow are run each year."


@pytest.fixture
def held(library, written):
    import numpy as np

    document, passages, data = written("harrow.txt", QUOTE, subject="Harrow")
    library.add(document, passages, np.eye(1, 16, dtype=np.float32), data, "fake-16")
    return library


def answerer(library, asked):
    record = library.documents()[0]
    cited = Citation(1, record.id, record.sha256, "", "", "", None, None, None, "", 0, len(QUOTE), QUOTE)
    base = Answer("", "answered", "", "2026-01-01", "v1", (), (cited,), (), (), (), "")

    def answer(text, seen=(), within=()):
        asked.append((text, tuple(seen or within)) if seen or within else text)
        return replace(base, question=text)

    return answer


def test_the_second_question_is_made_whole_by_the_first_and_says_how(held):
    asked = []
    converse("What do audits say about supervision?", "board", held, answerer(held, asked))
    second = converse("And for health?", "board", held, answerer(held, asked))
    assert asked[1] == second.understood == "What do audits say about health?"
    assert second.question == "And for health?"


def test_more_asks_the_question_before_without_what_was_quoted(held):
    asked = []
    converse("What do audits say about supervision?", "board", held, answerer(held, asked))
    more = converse("Tell me more, please", "board", held, answerer(held, asked))
    quoted = (held.documents()[0].id, 0, len(QUOTE))
    assert asked[1] == ("What do audits say about supervision?", (quoted,))
    assert more.understood == "What do audits say about supervision?"


def test_who_said_that_names_the_papers_quoted_and_asks_nothing(held):
    asked = []
    converse("What do audits say about supervision?", "board", held, answerer(held, asked))
    told = converse("Who said that?", "board", held, answerer(held, asked), as_of="2026-01-01")
    assert len(asked) == 1
    assert held.documents()[0].title in told.verdict
    assert [one.quote for one in told.citations] == [QUOTE]
    assert converse("And for health?", "board", held, answerer(held, asked)).understood == (
        "What do audits say about health?"
    )


def test_before_that_is_asked_of_papers_older_than_the_one_quoted_first(held):
    asked = []
    held.edit(held.documents()[0].id, published="2023-05-01")
    converse("Are audits regular?", "board", held, answerer(held, asked))
    converse("And before that?", "board", held, answerer(held, asked))
    assert asked[1] == "Before 2023, are audits regular?"


def test_another_conversation_does_not_lean_on_it(held):
    converse("What do audits say about supervision?", "board", held, answerer(held, []))
    assert converse("And for health?", "other", held, answerer(held, [])).understood == ""
    assert held.conversations.names() == ["other", "board"]


def test_a_conversation_keeps_slices_and_no_text_and_leaves_the_version_alone(held):
    before = held.version
    converse("How often?", "board", held, answerer(held, []))
    assert held.conversations.turns("board")[0].slices == ((held.documents()[0].id, 0, len(QUOTE)),)
    assert held.version == before
    dump = "\n".join(held._here().iterdump())
    assert QUOTE not in "\n".join(line for line in dump.splitlines() if "turn" in line)


def test_erasing_a_document_takes_its_slices_and_what_a_question_quotes_of_it(held):
    converse(f"Why does it say “{QUOTE}” here?", "board", held, answerer(held, []))
    held.erase(held.documents()[0].id)
    (turn,) = held.conversations.turns("board")
    assert turn.slices == ()
    assert "are run each year" not in turn.asked + turn.understood


def test_a_conversation_can_be_deleted_once(held):
    converse("How often?", "board", held, answerer(held, []))
    held.conversations.delete("board")
    with pytest.raises(NotFoundError):
        held.conversations.delete("board")


def test_each_holder_of_a_key_has_conversations_of_their_own(held):
    converse("How often?", "board", held, answerer(held, []), "key1")
    assert held.conversations.names() == held.conversations.of("key2").names() == []
    assert [(one.name, one.questions, one.first) for one in listed(held.conversations.of("key1"))] == [
        ("board", 1, "How often?")
    ]
    with pytest.raises(NotFoundError):
        recall("board", held.conversations, held)


def test_a_conversation_is_read_back_with_the_words_that_were_quoted(held):
    converse("How often?", "board", held, answerer(held, []))
    (turn,) = recall("board", held.conversations, held).turns
    assert (turn.asked, [one.quote for one in turn.citations]) == ("How often?", [QUOTE])


def test_a_conversation_shows_nothing_of_a_document_that_its_reader_may_not_see_any_more(held):
    converse("How often?", "board", held, answerer(held, []))
    view = LibraryView(held, ["standard"])
    assert recall("board", view.conversations, view).turns[0].citations
    held.edit(held.documents()[0].id, label="police")
    assert recall("board", view.conversations, view).turns[0].citations == ()


def test_questions_are_kept_while_another_writes_to_the_library(held):
    with writer_lock(held.folder):
        converse("How often?", "board", held, answerer(held, []))
    assert held.conversations.names() == ["board"]


def test_what_is_erased_while_it_is_being_answered_leaves_no_trace(held):
    answer = answerer(held, [])("How often?")
    held.erase(held.documents()[0].id)
    converse("How often?", "board", held, lambda _: answer)
    assert held.conversations.turns("board")[0].slices == ()


def test_an_answer_is_not_lost_where_its_conversation_cannot_be_written(held, monkeypatch):
    def fail(*_):
        raise LibraryDamagedError("The disk is full.")

    monkeypatch.setattr(ConversationStore, "add", fail)
    with pytest.raises(NotKeptError, match="disk is full") as caught:
        converse("How often?", "board", held, answerer(held, []))
    assert caught.value.answer.citations[0].quote == QUOTE


@pytest.mark.parametrize("name", ["", "  ", "a" * 81, "a\nb"])
def test_a_name_that_cannot_be_shown_is_refused(held, name):
    with pytest.raises(UsageError):
        converse("How often?", name, held, answerer(held, []))
