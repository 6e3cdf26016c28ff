"""`python -m eval writer`: does the check of a language model's sentences keep good ones and no lie?

Two scripted writers word the sentences that answer the sample's and the real gold questions. The good one
repeats them, or words them a little otherwise; the liar changes one thing in each: a number, a name, a date,
a place, who is to act, how many, whether it is so, or what it cites. No model is needed.
"""

from __future__ import annotations

import argparse
import calendar
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.writer.write import Sentence, check
from eval import scores
from eval.sets.base import SetAbsentError
from eval.sets.catalogue import SETS, queries_of
from ingest.sentences import sentences

Change = Callable[[str], str]
"""A sentence worded otherwise; the sentence itself where there is nothing to change."""

LEAST_WORDS = 8
LEAST_KEPT, MOST_BELIEVED = 0.8, 0.005
"""Where this fails: a good writer is to keep four sentences of five, a liar none. A few changed sentences are
still true, such as one cited to another quotation that says the same."""

MONTHS = [name for name in calendar.month_name if name not in ("", "May")]
AUXILIARY = re.compile(r"\b(was|were|is|are|has|have|had|should|must|will|could|can)\b(?! not)")
BODY = re.compile(r"^(?:The |In )?[^,.|]*?(?= (?:should|must|will)\b)")
OPPOSITES = (("rose", "fell"), ("increased", "decreased"), ("improved", "worsened"), ("more", "fewer"))
NUMBERS = {"two": "three", "three": "four", "four": "five", "five": "six", "six": "seven", "most": "few"}


def good() -> dict[str, Change]:
    """Ways to say the same."""
    return {
        "word for word": lambda text: text,
        "reported": lambda text: f"Inspectors found that {text}",
        "without its number": lambda text: re.sub(r"^\W*\d+[.)]\s+", "", text),
        "without an aside": lambda text: re.sub(r"\s*\([^()]*\)", "", text),
        "without its opening": lambda text: re.sub(r"^(?:However|Also|In addition|Overall), ", "", text),
    }


def lies() -> dict[str, Change]:
    """Ways to say another thing."""
    return {
        "another number": lambda text: re.sub(
            r"\b\d{1,3}\b(?![.)]\s)", lambda n: str(int(n[0]) + 3), text, count=1
        ),
        "numbers swapped": _swapped,
        "another written number": lambda text: _replaced(text, NUMBERS),
        "another month": lambda text: _replaced(
            text, dict(zip(MONTHS, MONTHS[1:] + MONTHS[:1], strict=True))
        ),
        "another year": lambda text: re.sub(
            r"\b20(\d\d)\b", lambda n: f"20{(int(n[1]) + 7) % 100:02}", text, count=1
        ),
        "another place": lambda text: re.sub(r"(?<=\bin )[A-Z][a-z]+", "Penzance", text, count=1),
        "another owner": lambda text: BODY.sub("The fire service", text, count=1),
        "denied": lambda text: AUXILIARY.sub(r"\1 not", text, count=1),
        "denial dropped": lambda text: re.sub(r"\b(?:not|never) ", "", re.sub(r"\bno ", "a ", text), count=1),
        "asked for, told as done": lambda text: re.sub(r"\b(?:should|must) (\w+)", r"\1d", text, count=1),
        "all of them": lambda text: re.sub(r"\b(?:some|many|most|several|few) ", "all ", text, count=1),
        "the opposite": lambda text: _replaced(text, dict((*OPPOSITES, *((b, a) for a, b in OPPOSITES)))),
    }


@dataclass(frozen=True)
class Tried:
    """One wording and whether it was kept."""

    way: str
    text: str
    kept: bool


def tried(quotes: Sequence[str], ways: dict[str, Change]) -> Iterator[Tried]:
    """Every way on every quotation that it changes; word for word changes none."""
    for quote in quotes:
        for way, change in ways.items():
            text = change(quote)
            if text != quote or way == "word for word":
                yield Tried(way, text, _kept(text, quote))


def invented(quotes: Sequence[str]) -> Iterator[Tried]:
    """True words with a citation that does not exist, none, and one of another sentence."""
    for quote, other in zip(quotes, [*quotes[1:], *quotes[:1]], strict=True):
        yield Tried(
            "a citation that is none", quote, bool(check([Sentence(quote, ("7",))], [_citation(quote)])[0])
        )
        yield Tried("no citation", quote, bool(check([Sentence(quote, ())], [_citation(quote)])[0]))
        yield Tried("another's citation", quote, _kept(quote, other))


def gold_sentences() -> list[str]:
    """The sentences that hold the gold words of answerable questions, each once."""
    found: dict[str, None] = {}
    for name in ("sample", "real"):
        try:
            found |= dict.fromkeys(_sentences_of(name))
        except SetAbsentError as absent:
            print(f"{name}: skipped, {absent}", file=sys.stderr)
    return list(found)


def main(argv: list[str]) -> int:
    """Print the share kept of each kind; 1 where a lie was kept or too few good sentences were."""
    parser = argparse.ArgumentParser(prog="python -m eval writer", description=__doc__)
    parser.add_argument("--show", action="store_true", help="also print the lies kept and the good ones lost")
    options = parser.parse_args(argv)
    quotes = gold_sentences()
    said, lied = list(tried(quotes, good())), [*tried(quotes, lies()), *invented(quotes)]
    for name, some in (("good", said), ("liar", lied)):
        print(f"{name}: {scores.mean(float(one.kept) for one in some):.3f} kept, n={len(some)}")
        for way, values in _by_way(some).items():
            print(f"  {way:24} {scores.mean(values):.3f} n={len(values)}")
    if options.show:
        wrong = [one for one in lied if one.kept] + [one for one in said if not one.kept]
        print("\n".join(f"{one.way}: {one.text}" for one in wrong))
    kept, believed = ((scores.mean(float(one.kept) for one in some) or 0.0) for some in (said, lied))
    return int(kept < LEAST_KEPT or believed > MOST_BELIEVED)


def _sentences_of(name: str) -> Iterator[str]:
    from eval.libraries import assistant_for

    questions = SETS[name]()
    assistant = assistant_for(questions)
    for query in queries_of(questions):
        for citation in assistant.ask(query.text).citations if query.answerable else ():
            for start, end in sentences(citation.quote):
                text = citation.quote[start:end]
                if len(text.split()) >= LEAST_WORDS and " | " not in text:
                    yield " ".join(text.split())


def _kept(text: str, quote: str) -> bool:
    return bool(check([Sentence(text, ("1",))], [_citation(quote)])[0])


def _citation(quote: str) -> Citation:
    return Citation(1, "d", "0" * 64, "a.pdf", "a.pdf", "", None, 0, "1", "", 0, len(quote), quote)


def _replaced(text: str, words: dict[str, str]) -> str:
    pattern = rf"\b(?:{'|'.join(words)})\b"
    return re.sub(pattern, lambda found: words[found[0]], text, count=1)


def _swapped(text: str) -> str:
    numbers = list(re.finditer(r"\b\d+\b(?!\.\s)", text))
    if len(numbers) < 2 or numbers[0][0] == numbers[1][0]:
        return text
    (a, b), (c, d) = numbers[0].span(), numbers[1].span()
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def _by_way(some: Sequence[Tried]) -> dict[str, list[float]]:
    ways: dict[str, list[float]] = defaultdict(list)
    for one in some:
        ways[one.way].append(float(one.kept))
    return ways
