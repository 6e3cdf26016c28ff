"""What the parts of the terminal app tell each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from assistant.answer import Answer, SearchResult

if TYPE_CHECKING:
    from assistant.conversations.conversation import Conversation, ConversationEntry
    from assistant.key_questions.ledger import Ledger
    from ingest.records import DocumentRecord


@dataclass
class QuestionAsked(Message):
    """The user has sent a question."""

    question: str


@dataclass
class QuestionBegun(Message):
    """The user has typed or pasted something outside the question's line."""

    text: str


@dataclass
class AnswerReady(Message):
    """The answer to the question of that exchange has come."""

    exchange: int
    answer: Answer


@dataclass
class WordsFound(Message):
    """Passages that hold the words of that exchange's question, while its answer is still looked for."""

    exchange: int
    results: Sequence[SearchResult]


@dataclass
class AskFailed(Message):
    """The question of that exchange could not be answered because something went wrong."""

    exchange: int
    question: str
    reason: str


@dataclass
class SourceChosen(Message):
    """The user wants to read a source of an exchange, counted from 0."""

    exchange: int
    source: int


@dataclass
class SourceMarked(Message):
    """Another source of an exchange is now the one that Enter opens; both count from 0."""

    exchange: int
    source: int


@dataclass
class DocumentsListed(Message):
    """The library's documents are known; `problem` says why where they are not.

    `again`: they are others than were listed before.
    """

    records: Sequence[DocumentRecord]
    problem: str = ""
    again: bool = False


@dataclass
class ConversationsKnown(Message):
    """The conversations that are kept, the latest first."""

    entries: Sequence[ConversationEntry]


@dataclass
class ConversationRecalled(Message):
    """A conversation that was kept is to be gone on with."""

    conversation: Conversation


@dataclass
class QuestionsWeighed(Message):
    """The ledgers of the key questions are known; `problem` says why where they are not."""

    ledgers: Sequence[Ledger]
    problem: str = ""


@dataclass
class EvidenceJudged(Message):
    """The scrutineer has judged some evidence, so that the ledgers may have changed."""


@dataclass
class KeyQuestionChosen(Message):
    """The user wants to read the ledger of a key question."""

    question_id: str


@dataclass
class DocumentChosen(Message):
    """The user wants to read a document from its beginning."""

    document_id: str
