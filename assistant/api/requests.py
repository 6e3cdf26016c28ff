"""What a client may send. Unknown fields are refused, so that a misspelt filter is not ignored."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from fastapi.openapi.models import Example
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from assistant.conversations.conversation import LONGEST
from assistant.understanding.narrow import DATE_WRITTEN, DAY_WRITTEN, date_of, day_of
from ingest.document import Kind
from prompts import load_data

LONGEST_QUESTION = 2000
"""Characters; a longer one is a pasted document, not a question."""


def _existing_date(value: str) -> str:
    if found := date_of(value):
        return found
    raise ValueError(f"must be a year, a month or a day that exists. {DATE_WRITTEN}")


def _existing_day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if day := day_of(value):
        return day
    raise ValueError(f"must be a day that exists. {DAY_WRITTEN}")


IsoDate = Annotated[str, AfterValidator(_existing_date)]
Day = Annotated[date, BeforeValidator(_existing_day)]
PackForm = Literal["docx", "pdf", "html", "md", "json"]
Name = Annotated[str, Field(min_length=1, max_length=500)]
Question = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION, pattern=r"\S")]
AsOf = Annotated[Day | None, Field(description="Judge time as on this day; today by default.")]
Subject = Annotated[Name | None, Field(description="The area; that of most documents by default.")]
Period = Annotated[Name | None, Field(description="2024, 2023-24 or 2023-07/2025-06.")]
REPEATS = "Tell also what papers of the library had asked before; needs the scope “read” too."
AS_OF = "Judge on this day what became of earlier requests; today by default."
NEAREST = "The same, and of each of which none is told the so many nearest earlier ones."
ConversationName = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=r"\S")]


class Fields(BaseModel):
    """Fields that a client may send, and no others."""

    model_config = ConfigDict(extra="forbid")


class FilterFields(Fields):
    """Which documents may be used; nothing given means all."""

    kinds: list[Kind] = Field(default=[], max_length=20, description="Only documents of these kinds.")
    organisations: list[Name] = Field(
        default=[], max_length=20, description="Only documents by or about these; a part of a name will do."
    )
    documents: list[Name] = Field(
        default=[], max_length=100, description="Only these documents: ids, file names or paths."
    )
    since: IsoDate | None = Field(default=None, description="Only documents published then or later.")
    until: IsoDate | None = Field(default=None, description="Only documents published then or earlier.")


class AnswerRequest(Fields):
    """A question, and what it may be answered from."""

    question: Question = Field(
        description="The question.", examples=["What do audits say about supervision?"]
    )
    filters: FilterFields = Field(default=FilterFields(), description="Which documents may be used.")
    as_of: AsOf = None
    conversation: ConversationName | None = Field(
        default=None,
        description="Keep it in this key's conversation of that name; it may lean on the question before.",
    )


class SearchRequest(FilterFields):
    """The parameters of a search."""

    query: Question = Field(description="What to look for.")
    k: int = Field(default=10, ge=1, le=100, description="How many passages at most.")


class CheckRequest(Fields):
    """A text whose recommendations are to be checked."""

    text: str = Field(min_length=1, description="The text, with its headings and line breaks.")
    each_line: bool = Field(default=False, description="Take every line as one recommendation.")
    repeats: bool = Field(default=False, description=REPEATS)
    nearest: int = Field(default=0, ge=0, le=10, description=NEAREST)
    as_of: Annotated[Day | None, Field(description=AS_OF)] = None
    name: str = Field(default="text.md", max_length=200, description="What to call it in the report.")


class PackQuery(Fields):
    """Whose challenge pack, and in which format."""

    subject: Subject = None
    period: Period = None
    as_of: AsOf = None
    marking: str = Field(default="", max_length=100, description="A protective marking for every page.")
    format: PackForm = Field(default="docx", description="The file's format.")


class ChallengeRequest(Fields):
    """A challenge to put to the board."""

    text: str = Field(min_length=1, max_length=2000, pattern=r"\S", description="What is asked.")
    question: str = Field(default="", max_length=100, description="The key question's id or number.")
    owner: str = Field(default="", max_length=200, description="Who is asked.")
    due: Day | None = Field(default=None, description="When an answer is due.")


def examples_of(request: str) -> dict[str, Example]:
    """The examples that the description of the service gives of a request."""
    named: dict[str, Any] = load_data("service.yaml")["examples"][request]
    return {name: {"value": value} for name, value in named.items()}
