"""Speaking: whose words does a question ask for, and does a text speak of them?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from assistant.asked.alike import like
from assistant.asked.papers import paper_is_matter
from assistant.asked.phrased import phrased, words_for
from assistant.asked.surroundings import around, before, leant_on
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.sentences.leaning import leans
from assistant.understanding.content_words import content_words
from assistant.understanding.papers_called import sort_called
from assistant.understanding.plain_words import plain_words
from assistant.understanding.synonyms import expansions
from assistant.words import any_stands, stems, stems_in_order
from ingest.phrases import stands_in, worded
from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.words import pattern

BETWEEN = 6
"""Words that may stand between a speaker and the verb that says that they say it."""
_ITSELF = "".join(
    rf"(?<!\b{word} )" for word in ("to", "be", "been", "being", "is", "are", "was", "were", "a", "an", "the")
)
"""Behind one of these a verb of saying is a noun, or tells of what is said to them or of them, or what they
are to say."""
_saying = worded(
    "vocabulary/facts.yaml",
    r"what (?:did|do|does|have|has|had) (.+?) (?:ever |have to |had to )?{speaker.verbs}\b",
    flags=re.NOFLAG,
)
_finding = worded(
    "vocabulary/facts.yaml", r"what (?:did|do|does|have|has|had) (.+?) {speaker.finds}\b", flags=re.NOFLAG
)


def speaker_asked(question: Question) -> tuple[str, ...]:
    """Who is asked to have said something ("foster", "carers" of "What did foster carers say …?"), if any.

    Papers and those who write them say everything in these documents: they are no speakers.
    """
    found = _saying().match(question.text.lower())
    if not found or (question.kinds and not paper_is_matter(question)):
        return ()
    phrase = phrased("speaker", "stops").split(found[1])[0]
    spoken = tuple(word for word in content_words(phrase) if word not in question.named)
    return spoken if spoken and spoken[-1] not in words_for("speaker")["papers"] else ()


def finder_asked(question: Question) -> tuple[str, ...]:
    """What is asked to have found or decided something ("court" of "What did the court decide …?"), if it is
    no paper and none of those who write papers or speak everywhere in them.
    """
    found = _finding().match(question.text.lower())
    if not found or question.kinds or sort_called(found[1])[0]:
        return ()
    words = content_words(phrased("speaker", "stops").split(found[1])[0])
    words = [word for word in words if word not in question.named]
    general = {*words_for("speaker")["papers"], *words_for("actor")["general"]}
    return () if general & {*words[-1:]} or tells_as_theirs(tuple(words)) else tuple(words)


def tells_finding(finder: Sequence[str], item: Evidence) -> bool:
    """Does the sentence, with what it leans on, name most of the finder and tell that something was found?"""
    held = stems((before(item) if leans(item.quote) else "") + item.quote)
    named = sum(stems(word) <= held for word in finder)
    return 2 * named >= len(finder) and phrased("speaker", "told").search(item.quote.lower()) is not None


def person_asked(question: Question) -> tuple[str, ...]:
    """The names of the person whose words are asked for ("What did Dr Vale say …?"), if any."""
    found = _saying().match(question.text.lower())
    phrase = phrased("speaker", "stops").split(found[1])[0].strip() if found else ""
    named = (name for name in question.names if name not in question.subjects)
    asked = next((name for name in named if phrase.endswith(name.lower())), "")
    return (asked, *question.also.get(asked, ())) if asked else ()


def said_by(names: tuple[str, ...], item: Evidence) -> bool:
    """Does the sentence tell that one of them said something: "AV said", "She said" after her name? What
    stands under the name of a body, or beside a name in a column of comments, is theirs too.
    """
    own, after, opens = _said_by(names)
    passage = item.found.passage
    if own.search(item.quote) or any(_heads(passage.heading_path, name) for name in names):
        return True
    if opens.match(item.quote) and phrased("speaker", "columns").search(passage.header.lower()):
        return True
    named = any(stands_in(before(item), name) for name in names)
    return named and after.match(item.quote) is not None


def _heads(path: Sequence[str], name: str) -> bool:
    """Is it a body's name, and one of the headings no more than that?"""
    is_body = pattern("owners", "bodies").fullmatch(name.split()[-1])
    return is_body is not None and any(
        name == heading[skip_marker(heading) :].strip(" :.") for heading in path
    )


@lru_cache(maxsize=256)
def _said_by(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """By name, by what stands for a name, or by a row that a name opens."""
    rules = words_for("everywhere")
    verbs = "|".join((*words_for("speaker")["raises"], *rules["says"]))
    who = "|".join(map(re.escape, names))
    said = rf"(?:[ ,]+[\w’'-]+){{0,{BETWEEN}}}?[ ,]+(?:{verbs})\b"
    by, views = ("|".join(rules[name]) for name in ("by", "views"))
    theirs = rf"\b(?i:{by}|(?:{views}) (?:of|from|by)) (?:the )?(?:{who})\b"
    return (
        re.compile(rf"(?<!\w)(?:{who})\b(?:{said}|: *[“‘\"'])|{theirs}"),
        re.compile(rf"(?:He|She|They)\b{said}"),
        re.compile(rf"(?:{who}) \| "),
    )


def speaks_of_them(speaker: Sequence[str], question: Question, evidence: Iterable[Evidence]) -> bool:
    """Does one of the sentences, or what stands round it, hold each word of the speaker or another for it?

    Of children and parents, on whom nearly all papers are, the sentence has to tell something as theirs; of
    others, what stands round it has to name them and what is asked about, or it has to tell that they speak.
    """
    if tells_as_theirs(tuple(speaker)):
        return any(told_by_them(speaker, item) for item in evidence)
    about = [thing for thing in question.things if thing not in speaker]
    return any(
        names_speaker(speaker, around(item)) and (not about or _says_or_is_on(question, speaker, about, item))
        for item in evidence
    )


def names_speaker(speaker: Sequence[str], text: str) -> bool:
    """Does a text hold what is telling of those whose words are asked for, or another name of it?"""
    general = words_for("actor")["general"]
    return _holds(text, " ".join([word for word in speaker if word not in general] or speaker))


def _says_or_is_on(question: Question, speaker: Sequence[str], about: Sequence[str], item: Evidence) -> bool:
    """Does the sentence tell that they said something, or it, or what stands round it, name what is asked
    about or something like it?
    """
    if names_speaker(speaker, item.quote) and phrased("everywhere", "says").search(item.quote.lower()):
        return True
    held = stems(around(item))
    return any(any_stands(question.names_of(thing), held) or like(item, thing) for thing in about)


def told_by_them(speaker: Sequence[str], item: Evidence) -> bool:
    """Does a sentence, with what it leans on, tell something as theirs, or a row under "You said"?

    What stands over such a row may name who spoke; of others it tells nothing. A heading tells nothing.
    """
    theirs, passage = tells_as_theirs(tuple(speaker)), item.found.passage
    if theirs is None or item.quote.strip() in passage.heading_path:
        return False
    lead = leant_on(item)
    if theirs.search(lead + item.quote) or (_names_them(speaker, lead) and _they_say().match(item.quote)):
        return True
    over = f"{passage.heading} {passage.header}"
    if not passage.header or not phrased("speaker", "columns").search(passage.header.lower()):
        return False
    named = [line for line in words_for("everywhere")["groups"] if _calls(line["called"], over)]
    if named:
        return any(_asks_for(line, speaker) for line in named)
    # Comments and responses are anyone's; "You said" is theirs who were asked.
    return phrased("speaker", "asked").search(passage.header.lower()) is not None


def _names_them(speaker: Sequence[str], text: str) -> bool:
    """Does the text name the group, and none other?"""
    named = [line for line in words_for("everywhere")["groups"] if _calls(line["called"], text)]
    return len(named) == 1 and _asks_for(named[0], speaker)


@cache
def _they_say() -> re.Pattern[str]:
    says = "|".join(words_for("everywhere")["says"])
    return re.compile(rf"They\b(?:[ ,]+[\w’'-]+){{0,{BETWEEN}}}?[ ,]+{_ITSELF}(?:{says})\b")


def _calls(called: Sequence[str], text: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(called)})\b", text, re.IGNORECASE) is not None


def _asks_for(line: Mapping[str, Sequence[str]], speaker: Sequence[str]) -> bool:
    """Is it this group whose words are asked for?"""
    return f" {' '.join(speaker)}".endswith(tuple(f" {one}" for one in line["asked"]))


@cache
def tells_as_theirs(speaker: tuple[str, ...]) -> re.Pattern[str] | None:
    """How a text tells something as said or felt by them; None for other speakers than those `everywhere`."""
    rules = words_for("everywhere")
    them = next((line["called"] for line in rules["groups"] if _asks_for(line, speaker)), None)
    if them is None:
        return None
    lists = (them, *(rules[name] for name in ("says", "others", "views", "handled", "gives", "by")))
    who, says, others, views, handled, gives, by = (rf"(?:{'|'.join(one)})" for one in lists)
    forms = (
        rf"\b{who}\b(?![’']| (?:\w+ly )?and {says})"
        rf"(?:[ ,]+(?!{others}\b)[\w’'-]+){{0,{BETWEEN}}}?[ ,]+{_ITSELF}{says}\b",
        rf"\b{who}[’']s? (?:own )?{views} (?!{handled}){gives}\b",
        rf"\b{views} (?:of|from|by) (?:\w+ ){{0,2}}?{who}\b(?! {handled})",
        rf"\b{by} (?:\w+ )?{who}\b(?![’'])",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _holds(text: str, phrase: str) -> bool:
    """Does the text hold the words of the phrase together, or another name of it?"""
    groups = (*expansions(phrase), *plain_words(phrase).values())
    held = stems_in_order(text)
    return any(
        stems_in_order(name) in held for name in (phrase, *(name for group in groups for name in group))
    )
