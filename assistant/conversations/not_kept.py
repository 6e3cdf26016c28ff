"""NotKeptError: an answer whose conversation could not be written down."""

from __future__ import annotations

from assistant.answer import Answer
from ingest.errors import ScrutinyError


class NotKeptError(ScrutinyError):
    """Carries the answer, so that whoever asked gets it all the same."""

    def __init__(self, answer: Answer, reason: str) -> None:
        super().__init__(f"The conversation could not be kept. {reason}", "Ask without a conversation.")
        self.answer = answer
