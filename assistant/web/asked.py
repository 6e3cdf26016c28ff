"""Asked: a question as its address gives it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from starlette.datastructures import QueryParams

from assistant.api.caller import Caller
from assistant.api.requests import LONGEST_QUESTION
from assistant.conversations.conversation import LONGEST
from assistant.understanding import narrow
from assistant.web.addresses import address
from assistant.web.days import date_in, day_of
from ingest.document import KINDS
from ingest.filters import Filters


@dataclass(frozen=True)
class Asked:
    """A question, the documents it may be answered from and the day on which time is judged, as written.

    `library` is the version of the library that the address was made for. `conversation` names the one that
    the question is asked in.
    """

    question: str = ""
    kinds: tuple[str, ...] = ()
    organisation: str = ""
    documents: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    as_of: str = ""
    library: str = ""
    conversation: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether some documents only may answer."""
        return replace(self, question="", as_of="", library="", conversation="") != Asked()

    @property
    def complete(self) -> bool:
        """Whether this will go on meaning the same: an answer's address, and not what a form has sent."""
        return bool(self.as_of and self.library)

    def faults(self) -> dict[str, str]:
        """What is wrong, by the name of the field; empty where it can be asked."""
        found = {}
        if not self.question.strip():
            found["question"] = "Write a question."
        elif len(self.question) > LONGEST_QUESTION:
            found["question"] = f"A question may have {LONGEST_QUESTION:,} characters."
        for name in ("since", "until"):
            if getattr(self, name) and not narrow.is_iso_date(getattr(self, name)):
                found[name] = narrow.DATE_WRITTEN
        if self.as_of and narrow.day_of(self.as_of) is None:
            found["as_of"] = narrow.DAY_WRITTEN
        if self.conversation and not self.conversation.isprintable():
            found["conversation"] = f"A name may have {LONGEST} characters, all of which can be shown."
        return found

    @property
    def day(self) -> date | None:
        """`as_of` as a date, None where it is not given. UsageError where it is none."""
        return day_of(self.as_of)

    def filters(self, caller: Caller) -> Filters:
        """Which documents may be used. NotFoundError for one that the library does not have."""
        organisations = (self.organisation,) if self.organisation else ()
        days = (self.since or None, self.until or None)
        return narrow.filters_for(caller.assistant, self.kinds, organisations, self.documents, *days)

    def address(self, path: str = "/answers") -> str:
        """Where this is answered, today and later."""
        fields: list[tuple[str, object]] = [("question", self.question)]
        fields += [("kind", kind) for kind in self.kinds]
        fields += [("document", document) for document in self.documents]
        fields += [("organisation", self.organisation), ("since", self.since), ("until", self.until)]
        fields += [("as_of", self.as_of), ("library", self.library), ("conversation", self.conversation)]
        return address(path, fields)


def asked_in(query: QueryParams) -> Asked:
    """What an address asks; whatever it says beyond that is passed over."""
    return Asked(
        question=" ".join(query.get("question", "").split()),
        kinds=tuple(kind for kind in KINDS if kind in query.getlist("kind")),
        organisation=query.get("organisation", "").strip()[:500],
        documents=tuple(one for one in query.getlist("document") if one)[:100],
        since=date_in(query, "since"),
        until=date_in(query, "until"),
        as_of=date_in(query, "as_of"),
        library=query.get("library", "").strip()[:100],
        conversation=query.get("conversation", "").strip()[:LONGEST],
    )
