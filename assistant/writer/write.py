"""Write: a language model words the answer from numbered quotations; what they do not carry is cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import Template
from typing import Protocol

from assistant.answer import Answer, Citation, Removed, Statement, Written
from assistant.writer.support import unsupported
from ingest.sentences import sentences
from prompts import load_data

_KEYS = re.compile(r"\[([^\[\]]{1,20})\]")
_AFTER = re.compile(r"([.!?])\s*((?:\[[^\[\]]{1,20}\]\s*)+)")
_LEADING = re.compile(r"((?:\[[^\[\]]{1,20}\]\s*)+)([^\[]*)")
"""Keys and what follows them up to the next, in a text that puts keys first."""


class Writer(Protocol):
    """Anything that answers two messages with a text; `assistant.writer.model.ChatWriter` is one."""

    name: str

    def reply(self, system: str, user: str) -> str:
        """The model's text. WriterError where it cannot be had."""
        ...


def write(answer: Answer, writer: Writer) -> Answer:
    """The answer in the writer's checked words; in the documents' own where none of them holds.

    A refusal is never reworded. Quotations that address software are not shown to the writer. Where it sees
    no answer in the others they stay, and the verdict says so: it may doubt, and decides nothing.
    """
    shown = [citation for citation in answer.citations if not citation.caution]
    if answer.outcome == "not_found" or not shown:
        return answer
    words = load_data("writer.yaml")
    system = Template(words["system"]).substitute(nothing=words["nothing"])
    user = Template(words["user"]).substitute(question=answer.question, evidence=_evidence(shown))
    reply = writer.reply(system, user)
    if reply.strip(" .\n") == words["nothing"]:
        written = Written(writer.name, 0, (), (), saw_no_answer=True)
        return replace(answer, verdict=answer.verdict + words["saw_no_answer"], written=written)
    kept, removed, unknown = check(read_draft(reply), shown)
    written = Written(writer.name, len(kept), tuple(removed), tuple(unknown))
    return replace(answer, statements=tuple(kept) or answer.statements, written=written)


def check(
    draft: Sequence[Sentence], citations: Sequence[Citation]
) -> tuple[list[Statement], list[Removed], list[str]]:
    """What may be said, what may not and why, and the citation keys that do not exist."""
    numbered = {str(citation.n): citation for citation in citations}
    kept, removed, unknown = list[Statement](), list[Removed](), dict[str, None]()
    for sentence in draft:
        unknown |= dict.fromkeys(key for key in sentence.keys if key not in numbered)
        cited = [numbered[key] for key in dict.fromkeys(sentence.keys) if key in numbered]
        reason = _reason(sentence, cited) or (
            "repeated" if any(one.text == sentence.text for one in kept) else ""
        )
        if reason:
            removed.append(Removed(sentence.text, reason))
        else:
            kept.append(Statement(sentence.text, tuple(citation.n for citation in cited)))
    return kept, removed, list(unknown)


def _reason(sentence: Sentence, cited: Sequence[Citation]) -> str:
    if not cited:
        return "unknown" if sentence.keys else "uncited"
    about = " ".join(f"{one.title} {one.heading} {one.header} {one.published or ''}" for one in cited)
    return unsupported(sentence.text, [citation.quote for citation in cited], about)


def _evidence(citations: Sequence[Citation]) -> str:
    form = Template(load_data("writer.yaml")["evidence"])
    return "\n".join(
        form.substitute(
            n=one.n,
            quote=" ".join(one.quote.split()),
            title=one.title,
            published=f", {one.published}" if one.published else "",
        )
        for one in citations
    )


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its keys; `keys` are what stood in square brackets, as written."""

    text: str
    keys: tuple[str, ...]


def read_draft(text: str) -> list[Sentence]:
    """The sentences of a model's text; keys may stand before the sentence, or round its full stop."""
    text = re.sub(r"[“”\"]", "", text).strip()
    if _LEADING.match(text):
        parts = [f"{part} {keys}" for keys, said in _LEADING.findall(text) for part in _sentences(said)]
    else:
        parts = _sentences(_AFTER.sub(lambda found: f" {found.group(2).strip()}{found.group(1)} ", text))
    return [sentence for part in parts if any(map(str.isalnum, (sentence := _read(part)).text))]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _read(part: str) -> Sentence:
    keys = [key.strip() for group in _KEYS.findall(part) for key in re.split(r"[,;]", group)]
    words = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(_KEYS.sub(" ", part).split()))
    return Sentence(words, tuple(key for key in keys if key))
