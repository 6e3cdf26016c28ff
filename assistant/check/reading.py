"""Reading: one recommendation's text taken apart once, for all letters and rules to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from ingest.phrases import worded
from ingest.recommendations.clauses import base_verb_at
from ingest.recommendations.context import Context
from ingest.recommendations.context_deadline import find_context_deadline
from ingest.recommendations.context_owners import find_context_owner
from ingest.recommendations.dates import find_deadline
from ingest.recommendations.numbered import request_of
from ingest.recommendations.owners import find_owner
from ingest.recommendations.recommendation import Deadline, Owner, Span
from ingest.recommendations.request import Request
from ingest.recommendations.words import pattern, words

_LIGHT_VERBS = frozenset({"take", "act", "work", "continue", "make", "take action", "further", "go"})
_INNER_ACT = re.compile(r"\bto\s+(?=\w)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\((?:[^()]*\b(?:page|pages|para|paras|paragraph|paragraphs|recommendation)\b[^()]*)\)", re.IGNORECASE
)
_purpose = worded("smart/grammar.yaml", r"\b(?:{purposes}|in order|to make sure|so as to)\b")


def span_of(found: re.Match[str] | None, group: str | int = 0) -> Span | None:
    """Where a match stands, or a group of it; None where there is none."""
    return found.span(group) if found else None


@dataclass(frozen=True)
class Reading:
    """The text, its context, and what both say. Everything is worked out at most once."""

    text: str
    context: Context = field(default_factory=Context)

    @cached_property
    def request(self) -> Request:
        """How the text asks."""
        return request_of(self.text)

    @cached_property
    def body(self) -> str:
        """The text with references such as "(Page 33, paragraph 126)" blanked, offsets kept."""
        return _REFERENCE.sub(lambda match: " " * len(match.group()), self.text)

    @cached_property
    def act(self) -> tuple[str, int]:
        """The verb really asked for and its place: "review" in "take urgent action to review"."""
        verb, start = self.request.verb, self.request.verb_start
        while verb in _LIGHT_VERBS:
            inner = _INNER_ACT.search(self.body, start + len(verb))
            found = base_verb_at(self.body, inner.end()) if inner else None
            if not found:
                break
            verb, start = found
        return verb, start

    def verb_in(self, name: str, key: str) -> Span | None:
        """The verb that is really asked for, where it is one of a word list's (see `words`)."""
        verb, start = self.act
        return (start, start + len(verb)) if verb in words(name, key) else None

    def find(self, name: str, *keys: str, within: Span | None = None) -> Span | None:
        """Where the first word of these lists stands (see `pattern`), in the whole body or a part of it."""
        start, end = within or (0, len(self.body))
        return span_of(pattern(name, *keys).search(self.body, start, end))

    @cached_property
    def core(self) -> Span:
        """From the verb to the first purpose clause: the act and its object."""
        verb, start = self.act
        purpose = _purpose().search(self.body, start + len(verb) + 1)
        return start, purpose.start() if purpose else len(self.body)

    @cached_property
    def ensures(self) -> bool:
        """Whether the act is only "ensure": then what is to be ensured must carry it."""
        return self.act[0] in ("ensure", "make sure", "see to it", "guarantee")

    @cached_property
    def owner(self) -> Owner | None:
        """Named by the sentence itself."""
        return find_owner(self.text, self.request)

    @cached_property
    def context_owner(self) -> Owner | None:
        """Named by a table column, a lead-in or a heading, else the body that the whole is addressed to."""
        addressee = self.context.addressee
        return find_context_owner(self.context) or (
            Owner(addressee, None, "addressee") if addressee else None
        )

    @cached_property
    def deadline(self) -> Deadline | None:
        """Named by the sentence itself."""
        return find_deadline(self.text, self.context.counted_from)

    @cached_property
    def context_deadline(self) -> Deadline | None:
        """Named by a table column, a lead-in or a heading."""
        return find_context_deadline(self.context)
