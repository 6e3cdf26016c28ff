"""Action filter: which actions a question's own words mean, by owner, by paper, or by what they are about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.actions.action import Action
from assistant.actions.people import name_of
from assistant.actions.sift import names_body, owner_of
from assistant.actions.sources import Sources
from assistant.actions.terms import kinds_of_report, terms_of
from assistant.answer import Citation
from assistant.words import stems
from ingest.records import DocumentRecord

_LEAST = 2
"""So many words at least must name a thing for a question to be about one action."""


@dataclass(frozen=True, slots=True)
class Found:
    """An action, the citations of its register, and the area of the paper that sets it down."""

    action: Action
    cited: Mapping[int, Citation]
    area: str

    @property
    def kind(self) -> str:
        """Under which of the rules' heads it stands: its timing; "done" where no day is told; "silent"
        where no paper does more than ask for it.
        """
        if self.action.status == "rejected":
            return "rejected"
        if self.action.origin == "request" and self.action.due is None and not self.action.progress:
            return "silent"
        undated = self.action.timing == "no_date" and self.action.status != "open"
        return "done" if undated else self.action.timing

    @property
    def set_down(self) -> str:
        """The day of the paper that first sets it down; "" of one without a date."""
        return self.cited[self.action.text.citations[0]].published or ""

    @property
    def papers(self) -> frozenset[str]:
        """The papers that set it down or ask for it."""
        fields = [field for field in (self.action.text, self.action.asked) if field]
        return frozenset(self.cited[n].document_id for field in fields for n in field.citations)

    @property
    def wording(self) -> str:
        """Its words, and those of what it answers."""
        return " ".join(field.text for field in (self.action.text, self.action.asked) if field)


def is_owner(words: str, action: Action, *, people: bool = False) -> bool:
    """Whether words name an action's owner or the body behind it; `people`: only the person."""
    said = re.sub(r"^(?:the|our)\s+", "", words, flags=re.IGNORECASE)
    owner = stems(owner_of(action))
    if name_of(owner_of(action)) and stems(said) and stems(said) <= owner:
        return True
    return not people and any(names_body(said, name) for name in (owner_of(action), *action.agencies) if name)


def of_papers(words: str, found: Sequence[Found], records: Sequence[DocumentRecord]) -> list[Found] | None:
    """The actions of the papers that words name; None where they name none, or a subject as well as a paper.

    A word that the actions themselves write small ("neglect") is a subject.
    """
    meant = papers_named(words, found, records)
    telling = terms_of(words) - kinds_of_report()
    small = frozenset(term for one in found for term in terms_of(_small(one.wording)))
    titles = frozenset(term for one in records if one.id in meant for term in terms_of(one.title))
    if not meant or not telling or not telling <= titles or telling & small:
        return None
    return [one for one in found if one.papers & meant]


def papers_named(words: str, found: Sequence[Found], records: Sequence[DocumentRecord]) -> frozenset[str]:
    """The papers, among those that set these actions down or ask for them, that words fit best."""
    setting = frozenset[str]().union(*(one.papers for one in found))
    named = [record for record in records if record.id in setting]
    return Sources((one.id, f"{one.title} {one.source}", one.published) for one in named).meant(words)


def about_one(words: str, found: Sequence[Found]) -> list[Found]:
    """The one action that holds all of the words by which a question names a thing; none where several do."""
    wanted = terms_of(words)
    held = [one for one in found if wanted <= terms_of(one.action.text.text)]
    return held if len(wanted) >= _LEAST and len(held) == 1 else []


def _small(text: str) -> str:
    """The words of a text that are written with a small letter."""
    return " ".join(word for word in re.findall(r"[\w’'-]+", text) if word[:1].islower())
