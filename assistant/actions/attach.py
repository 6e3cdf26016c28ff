"""Attach: later papers' reports go to the actions that they are about. A wrong link is worse than none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.actions.days import last_day
from assistant.actions.gather import named_report
from assistant.actions.linking import as_found, is_titled, keeps_open, of_its_matter, shares_owner
from assistant.actions.reading import denied_in
from assistant.actions.references import numbers_of, plain_number
from assistant.actions.setdown import Report, SetDown, Span
from assistant.actions.sources import Paper, Sources
from assistant.actions.terms import Terms, first_term, small_words, terms_of
from assistant.actions.thread import Thread, Told
from assistant.words import stems

_ENOUGH = 0.55
"""The weighted share of an action's words that a report's sentence and its surroundings must hold."""
_WITH_OWNER = 0.45
"""The same where the sentence also names the owner."""
_SURE = 0.8
"""From here a link by words alone is as good as one by number."""
_DENIED = 0.75
"""The share of what a sentence denies that the action must hold, and of the thing acted on that it must."""
_DOES = 0.65
"""The share of a row's own words that a recommendation must hold for the row to tell of it."""
_SAME_OWNER = 0.65
"""The same for a row of a plan whose owner is the one who was asked."""
_NUMBERED = 0.15
"""The share where it names the action's printed number."""
_AROUND = 0.7
"""What a word counts that stands around the sentence and not in it."""
_TITLE = 0.4
"""What a word of the document's title counts."""
_SPECIFIC = 3
"""A bare figure goes only to an action with so many telling words: "private fostering" is too broad."""
_HALF = 0.5
_TIE = 0.02
_NAMED = 0.3
"""The share of an action's words from which a text may mean it."""


def attach_reports(
    threads: Sequence[Thread], papers: Sequence[Paper], terms: Terms, sources: Sources
) -> None:
    """Give each thread the rows and sentences of later papers of its area that report on it."""
    by_area: dict[str, list[Thread]] = defaultdict(list)
    for thread in threads:
        by_area[thread.area].append(thread)
    for area, found in by_area.items():
        matcher = _Matcher(found, terms, sources)
        for paper in papers:
            if area and paper.area == area:
                matcher.read_rows(paper)
                matcher.read_sentences(paper)


class _Matcher:
    """The threads of one area, ready to be compared with what papers say."""

    def __init__(self, threads: list[Thread], terms: Terms, sources: Sources) -> None:
        self._threads = threads
        self._sources = sources
        self._terms = terms
        self._wordings = [list(thread.wordings()) for thread in threads]
        self._kin: dict[int, set[int]] = defaultdict(set)
        self._telling = [[terms.telling(wording) for wording in each] for each in self._wordings]
        self._owners = [terms_of(thread.first.item.owner_words) for thread in threads]
        self._acts = [
            first_term(thread.first.item.wording, owner)
            for thread, owner in zip(threads, self._owners, strict=True)
        ]
        self._rows: dict[str, dict[Span, int]] = defaultdict(dict)
        for at, thread in enumerate(threads):
            for placed in thread.placed:
                if placed.item.origin == "plan":
                    self._rows[placed.document_id][placed.item.span] = at
        self._by_rare_term: dict[str, set[int]] = defaultdict(set)
        for at, wordings in enumerate(self._wordings):
            for wording in wordings:
                for term in terms.needed_one_of(wording, _WITH_OWNER):
                    self._by_rare_term[term].add(at)

    def read_rows(self, paper: Paper) -> None:
        """A row of a later plan tells also of a recommendation without a plan that has the same words, unless
        it says that it comes from another paper.
        """
        rows = self._rows.get(paper.document_id, {})
        for item in paper.account.set_down:
            if item.span not in rows:
                continue
            meant = self._sources.meant(item.source)
            for report in item.reports:
                words = f"{item.wording} {item.asked_wording} {report.words}"
                told = replace(report, words=words)
                for at, value in self._alike(told, paper, needed=2):
                    thread = self._threads[at]
                    if meant and thread.first.document_id not in meant:
                        continue
                    same_owner = shares_owner(item.owner_words, thread.first.item.owner_words)
                    needed = _SAME_OWNER if same_owner else _SURE
                    if thread.is_request and value >= needed and self._does(item, thread):
                        thread.told.append(Told(paper.document_id, report))
                        self._kin[rows[item.span]].add(at)

    def _does(self, row: SetDown, thread: Thread) -> bool:
        """Whether a row does what a recommendation asks, and not something else with the same thing."""
        asked = terms_of(thread.first.item.wording)
        wordings = (row.wording, row.asked_wording)
        return any(self._terms.share(terms_of(wording), asked) >= _DOES for wording in wordings)

    def read_sentences(self, paper: Paper) -> None:
        """Each sentence that reports goes to the threads whose number it names, or whose words it holds."""
        own = [item.span for item in paper.account.set_down]
        for report in paper.account.reports:
            if not report.due and any(start < report.span[1] and report.span[0] < end for start, end in own):
                continue
            about = list(self._about(report, paper))
            if report.points and not report.refs and not self._names_one(report, [at for at, _ in about]):
                report = replace(report, state="none", completed=None)
            for at, sure in about:
                thread = self._threads[at]
                told = as_found(report, thread) if report.refs and sure else of_its_matter(report, thread)
                thread.told.append(Told(paper.document_id, told, sure))

    def _about(self, report: Report, paper: Paper) -> Iterator[tuple[int, bool]]:
        if report.refs:
            numbered = self._numbered(report, paper)
            yield from ((at, True) for at in numbered)
            tells = report.state != "none" or report.measured or report.impact
            if numbered or any(ref.startswith("action") for ref in report.refs) or not tells:
                return
        kept = keeps_open(report)  # "the action", named in what stands before
        asked = replace(report, words=f"{report.about} {report.words}") if kept else report
        # A bare figure must name what it measures.
        scored = self._alike(asked, paper, needed=1 if report.state != "none" else 2)
        if kept:
            scored = [one for one in scored if not self._threads[one[0]].is_request] or scored
        if report.state == "none" and paper.kind == "inspection":
            scored = [(at, value) for at, value in scored if value >= _SURE]
        best = max((value for _, value in scored), default=0.0)
        chosen = {at: value for at, value in scored if value >= best - _TIE}
        for at, value in chosen.items():
            yield at, value >= _SURE or kept or self._denies(report, at)
            yield from ((kin, kept) for kin in sorted(self._kin[at]) if kin not in chosen)

    def _names_one(self, report: Report, about: list[int]) -> bool:
        """Whether what stands before "that one is closed" is about one action alone, and names no other."""
        held = dict.fromkeys(terms_of(f"{report.about} {report.words}"), 1.0)
        near = (
            at
            for at, wordings in enumerate(self._wordings)
            if any(self._terms.coverage(wanted, held) >= _NAMED for wanted in wordings)
        )
        return len(about) == 1 and set(near) <= set(about)

    def _denies(self, report: Report, at: int) -> bool:
        """Whether a sentence denies that the very thing of an action is done, its deed named or not."""
        if report.state not in ("not_started", "not_done"):
            return False
        denied, held = terms_of(denied_in(report.words)), dict.fromkeys(terms_of(report.words), 1.0)
        for wanted in self._wordings[at] if self._terms.telling(denied) else ():
            thing = {term: factor for term, factor in wanted.items() if term != self._acts[at]}
            own = self._terms.share(denied, wanted)
            if own >= _DENIED and self._terms.coverage(thing, held) >= _DENIED:
                return True
        return False

    def _alike(self, report: Report, paper: Paper, needed: int) -> list[tuple[int, float]]:
        """The threads set down elsewhere and earlier whose words the report holds, with how much of them."""
        inside = terms_of(report.words)
        held = dict.fromkeys(terms_of(paper.title), _TITLE) | dict.fromkeys(terms_of(report.about), _AROUND)
        held |= dict.fromkeys(inside, 1.0)
        if self._terms.telling(inside) < needed:
            return []
        near = {at for term in held for at in self._by_rare_term.get(term, ())}
        telling = frozenset(term for term in held if self._terms.is_telling(term))
        return [
            (at, value)
            for at in sorted(near)
            if self._threads[at].first.document_id != paper.document_id
            and self._set_down_by(at, paper.day)
            and not self._is_older(report, at)
            and self._tells_enough(at, report)
            and (value := self._score(at, held, inside, telling, needed)) > 0
        ]

    def _tells_enough(self, at: int, report: Report) -> bool:
        """Whether a report of an action of few telling words holds most of all its words: that rapid reviews
        are completed tells nothing of how families are told of them.
        """
        if max(self._telling[at], default=0) >= _SPECIFIC:
            return True
        first = self._threads[at].first.item
        words = stems(first.wording) - stems(first.owner_words) - small_words()
        return len(words & stems(f"{report.about} {report.words}")) > _HALF * len(words)

    def _score(
        self, at: int, held: dict[str, float], inside: frozenset[str], telling: frozenset[str], needed: int
    ) -> float:
        """How much of a thread's words is held; 0 where too few. `telling`: which of the held tell."""
        best, owner = 0.0, not self._owners[at].isdisjoint(inside)
        if needed > 1 and self._acts[at] in held.keys() - inside:
            return 0.0  # a figure found by an audit is none of how far the next audit is
        for wanted, told in zip(self._wordings[at], self._telling[at], strict=True):
            shared = wanted.keys() & telling
            if len(shared) < 2 or len(shared & inside) < needed or (needed > 1 and told < _SPECIFIC):
                continue
            value = self._terms.coverage(wanted, held)
            if value >= (_WITH_OWNER if owner else _ENOUGH):
                best = max(best, value)
        return best

    def _is_older(self, report: Report, at: int) -> bool:
        """Whether what is told happened before the action was set down, by the last day that is named."""
        since = self._threads[at].first.said_on or ""
        return bool(report.told_of) and last_day(report.told_of) < since

    def _set_down_by(self, at: int, day: str) -> bool:
        """Whether a thread's action had been set down by a day, on which a paper was written."""
        return bool(day) and self._threads[at].first.day <= day

    def _numbered(self, report: Report, paper: Paper) -> list[int]:
        """The threads whose printed number a report names; of several the one whose words it shares."""
        held = dict.fromkeys(terms_of(f"{report.words} {report.about}"), 1.0)
        known = [at for at in range(len(self._threads)) if self._set_down_by(at, paper.day)]
        asked = [request for at in known for request in self._threads[at].requests]
        source = named_report([report.about, paper.title], asked, paper.area)
        found: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for at in known:
            for placed in [*self._threads[at].placed, *self._threads[at].requests]:
                number, is_request = plain_number(placed.item.number), placed.item.origin == "request"
                if number in numbers_of(report.refs, "recommendation" if is_request else "action"):
                    words = max(self._terms.coverage(wanted, held) for wanted in self._wordings[at])
                    named = (is_request and placed.document_id == source) or is_titled(placed, report)
                    found[number].append((words + named, at))
        likely = {number: [one for one in scored if one[0] >= _NUMBERED] for number, scored in found.items()}
        sure = {max(scored)[1] for scored in likely.values() if scored}
        alone = {number: scored[0] for number, scored in found.items() if len({at for _, at in scored}) == 1}
        bare = report.points or not self._terms.telling(terms_of(report.words))
        # A plain number is that of many things.
        only = {
            at
            for number, (words, at) in alone.items()
            if (bare or words > 0) and (report.points or not number.isdigit())
        }
        return sorted(sure | only)
