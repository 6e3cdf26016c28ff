"""Paper named: what a question calls, which it is put to alone ("the 2023 JTAI", "the second audit")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from string import Template
from typing import Any

from assistant.answer import Answer
from assistant.areas.subjects import about_places
from assistant.comparison.split import places_named
from assistant.understanding.papers_called import RULES, Called, called_by, newest_first, sort_called
from assistant.understanding.synonyms import expansions
from assistant.understanding.understand import understand
from assistant.words import YEAR, stems
from ingest.filters import CURRENT, Filters
from ingest.library import Library
from ingest.phrases import alternatives, any_listed, stands_in, worded
from ingest.records import DocumentRecord
from prompts import load_data

KINDS = ("inspection", "correspondence", "other")
"""Of these kinds an inspection's report or letter is; a plan made after a JTAI has it in its title too."""

_any_of = partial(any_listed, RULES)
_elsewhere = worded(RULES, "{elsewhere}")


@dataclass(frozen=True, slots=True)
class PaperNamed:
    """What is called: by `name` ("joint inspection"), of a `year` or a `place` ("" for any).

    `papers` are those of the library that are so called, the newest first; `held` those that come near.
    `later`, where it is asked what came of it, are the papers about the place that came after the newest of
    them; else None. `text` is the question as it is put to them. `in_words`: called by any words, `name`, of
    which those that are `telling` have to stand in another paper that tells of one that is not there.
    """

    name: str
    year: str
    place: str
    papers: tuple[DocumentRecord, ...]
    held: tuple[DocumentRecord, ...]
    later: tuple[DocumentRecord, ...] | None
    text: str
    telling: tuple[str, ...] = ()
    in_words: bool = False

    @property
    def searched(self) -> tuple[DocumentRecord, ...]:
        """The papers that the question is put to."""
        return self.papers if self.later is None else self.later

    def told_in(self, answer: Answer) -> bool:
        """Does the answer to the question, put to all papers, quote one that tells of the paper called?"""
        first = "".join(one.quote for one in answer.citations[:1])
        return bool(self.telling) and all(stands_in(first, one, re.IGNORECASE) for one in self.telling)


def paper_named(
    text: str,
    records: Sequence[DocumentRecord],
    library: Library | None = None,
    filters: Filters = CURRENT,
) -> PaperNamed | None:
    """The paper that the text asks of; None where it names none, or several."""
    return _inspection(text, records) or _asked(text, records, library, filters)


def _asked(
    text: str, records: Sequence[DocumentRecord], library: Library | None, filters: Filters
) -> PaperNamed | None:
    """The paper of which it is asked what it says, by any words that call it."""
    asked = next((found for form in _forms() if (found := form.search(text))), None)
    phrase = asked[asked.lastgroup or 0] if asked else ""
    sort = sort_called(phrase)[0]
    several = sort_called(phrase.replace(sort, " ", 1))[0]
    if not sort or several or _is_clause(phrase) or _asks_after(text, text.find(phrase)):
        return None
    called = called_by(phrase, records, library, filters)
    if not called.only:
        called = _of_one_in_its_title(text, phrase, records) or called
    # "When was the second inspection?": whether there was one, another paper may tell.
    loose = asked is not None and asked.lastgroup == "ranked"
    # "Are dates set in the plans in Melford?": other papers tell of children's plans.
    loose = loose or called.noun.lower() in load_data(RULES)["of_children"]
    absent = called.absent and not loose and not (_any_of("any").search(phrase) and _elsewhere().search(text))
    if not called.only or not (called.papers or absent):
        return None
    here = tuple(about_places(called.papers, places_named(text, records)))
    name = re.sub(rf"^(?:{'|'.join(load_data(RULES)['articles'])}) ", "", phrase, flags=re.IGNORECASE)
    told = (*called.telling, called.noun) if called.telling else ()
    put = text if called.kept else text.replace(phrase, f"the {called.noun}", 1)
    return PaperNamed(name, "", "", here or called.papers, called.nearest, None, put, told, in_words=True)


def _of_one_in_its_title(text: str, phrase: str, records: Sequence[DocumentRecord]) -> Called | None:
    """The only paper of that sort with somebody in its title of whom it is asked ("the review … of Ivy")."""
    places = places_named(text, records)
    for name in understand(text).names:
        called = called_by(f"{phrase} of {name}", records) if name not in places else Called()
        if called.only and len(called.papers) == 1 and stems(name) <= stems(called.papers[0].title):
            return called
    return None


def _inspection(text: str, records: Sequence[DocumentRecord]) -> PaperNamed | None:
    """The inspection that the text calls by its sort or year, wherever it is named."""
    sorts = {name for name in load_data(RULES)["sorts"] for _ in _called(name).finditer(text)}
    year, firm = _year(text)
    if len(sorts) > 1 or not (sorts or year):
        return None
    sort, places = next(iter(sorts), ""), tuple(places_named(text, records))
    about = about_places(records, places)
    held = newest_first(one for one in about if sort_of(one))
    papers = tuple(one for one in held if _fits(one, sort, year))
    called = (_called(sort) if sort else _any_of("any")).search(text)
    after = called is not None and _asks_after(text, called.start())
    since = (papers[0].published if papers else year) if after else None
    later = tuple(one for one in about if _after(one, since)) if since else None
    told = (bool(sort) or firm) and not _elsewhere().search(text)
    if not papers and not told and not later:
        return None
    name = load_data(RULES)["sorts"][sort]["name"] if sort else load_data(RULES)["name"]
    put = _as_titled(text, sort, papers[0].title) if sort and papers else text
    return PaperNamed(name, year, " and ".join(places), papers, held, later, put)


def _as_titled(text: str, sort: str, title: str) -> str:
    """The text with an inspection called as its title calls it, where that is by no name of the same.

    A paper that is titled "Joint inspection" need not hold "JTAI" anywhere.
    """
    called = sort_called_in(text)
    names = (called, *(name for group in expansions(called) for name in group))
    own = re.search(load_data(RULES)["sorts"][sort]["title"], title, re.IGNORECASE)
    if own is None or any(stands_in(title, name, re.IGNORECASE) for name in names):
        return text
    return text.replace(called, own[0].lower())


def sort_called_in(text: str) -> str:
    """The words by which a text calls an inspection's sort ("JTAI"); "" where it has none."""
    found = (_called(name).search(text) for name in load_data(RULES)["sorts"])
    return next((one[0] for one in found if one), "")


def sort_of(record: DocumentRecord) -> str:
    """The sort of an inspection by its title; "" for what is none."""
    if record.kind not in KINDS:
        return ""
    sorts = load_data(RULES)["sorts"].items()
    return next((name for name, one in sorts if re.search(one["title"], record.title, re.IGNORECASE)), "")


def _fits(record: DocumentRecord, sort: str, year: str) -> bool:
    return (not sort or sort_of(record) == sort) and year in f"{record.published or ''} {record.period or ''}"


def _after(record: DocumentRecord, since: str) -> bool:
    return (record.published or "")[: max(len(since), 4)] > since


def _year(text: str) -> tuple[str, bool]:
    """The one year by which an inspection is called; and whether it stands beside it ("the 2025 inspection").

    "What did Ofsted say in 2025?" may be of another's year, of which a later paper tells.
    """
    years = set(YEAR.findall(text))
    if len(years) != 1:
        return "", False
    beside, by = _beside()
    year = next(iter(years))
    if beside.search(text):
        return year, True
    return (year, False) if by.search(text) else ("", False)


def _asks_after(text: str, at: int) -> bool:
    """Is it asked what came of the paper that is called there?"""
    rules, leads = load_data(RULES), load_data(RULES)["leading"]
    before = "" if _any_of("asked_of_it").search(text) else text[:at]
    if re.search(rf"\b(?:{'|'.join(rules['after'])}){leads}", before, re.IGNORECASE):
        return True
    settled = rf"\b(?:{'|'.join(rules['settled'])})\b.*\b(?:{'|'.join(rules['from'])}){leads}"
    return re.search(settled, before, re.IGNORECASE) is not None


def _is_clause(phrase: str) -> bool:
    """Does it tell what was done with a paper ("Leeds completed the audit"), and call none?"""
    before = [phrase[: found.start()].split()[-1:] for found in _any_of("articles").finditer(phrase)]
    return not {word.lower() for words in before for word in words} <= {*load_data(RULES)["before_article"]}


@cache
def _called(sort: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(load_data(RULES)['sorts'][sort]['called'])})(?!\w)")


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An inspection with its year right before it or after it; and one who inspected, with a year."""
    rules: dict[str, Any] = load_data(RULES)
    sorts = "|".join("|".join(one["called"]) for one in rules["sorts"].values())
    called = rf"(?:{'|'.join(rules['any'])}|{sorts})"
    before = rf"(?:19|20)\d\d\W+(?:(?:{'|'.join(rules['adjectives'])})\W*)*{called}"
    after = rf"{called}{rules['between']}(?:19|20)\d\d"
    by = rf"\b(?:{'|'.join(rules['by'])})\b.*\bin\W+(?:19|20)\d\d"
    return (
        re.compile(rf"\b(?:{before}|{after})\b", re.IGNORECASE),
        re.compile(by, re.IGNORECASE),
    )


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """How it is asked what a paper says; its group "paper" is what calls it."""
    rules = load_data(RULES)
    paper = rf"(?:(?!\b(?:{'|'.join(rules['no_part'])})\b)[^,?;:])+?"
    ranks = alternatives(word for rank, words in rules["ranks"].items() if rank != -1 for word in words)
    words = {"verbs": "|".join(rules["verbs"]), "no_part": "|".join(rules["no_part"]), "ranks": ranks}
    forms = (Template(form).substitute(words, paper=paper) for form in rules["forms"])
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
