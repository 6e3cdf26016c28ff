"""Paper: one document as a source of reports."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.actions.days import last_day
from assistant.actions.setdown import Account


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with what it says of actions; `file` is its file's name without the ending."""

    document_id: str
    title: str
    kind: str
    area: str
    account: Account
    file: str

    @property
    def day(self) -> str:
        """The last day on which it can have been written, "" where it has no date."""
        return last_day(self.account.said_on)
