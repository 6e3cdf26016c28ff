"""What a conversation does with turns that search nothing, or only some papers."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation
from assistant.conversations.converse import converse
from assistant.conversations.recall import recall
from assistant.render.conversation import turn_body

TEXT = "Audit of visits\nAuthor: Rosalind Penhale, officer\nVisits were late. One team wrote by hand.\n"
QUOTE = "Visits were late."


@pytest.fixture
def audits(library, put):
    """Audits of Harrow of 2023 and 2025, one of Leeds, and minutes."""
    put(
        "old.txt",
        TEXT + "2023",
        title="Audit: visits",
        kind="audit",
        subject="Harrow",
        published="2023-03-01",
    )
    put(
        "new.txt",
        TEXT + "2025",
        title="Audit: visits",
        kind="audit",
        subject="Harrow",
        published="2025-03-01",
    )
    put("leeds.txt", TEXT + "L", title="Audit: visits", kind="audit", subject="Leeds", published="2024-03-01")
    put("minutes.txt", TEXT + "M", title="Minutes", kind="minutes", subject="Harrow", published="2024-09-01")
    return library


def ids(library, *names):
    return {one.id for one in library.documents() if one.source in names}


class Asked:
    """Answers with a quotation of one paper, or refuses; keeps what it was asked, and within what."""

    def __init__(self, library, source="new.txt"):
        record = next(one for one in library.documents() if one.source == source)
        start = TEXT.index(QUOTE)
        cited = Citation(
            1, record.id, record.sha256, "", "", "", None, None, None, "", start, start + len(QUOTE), QUOTE
        )
        self.answer = Answer("", "answered", "", "2026-01-01", "v1", (), (cited,), (), (), (), "")
        self.texts, self.within = [], []

    def __call__(self, text, seen=(), within=()):
        self.texts.append(text)
        self.within.append(set(within))
        if "librarians" in text:
            return replace(
                self.answer, question=text, outcome="not_found", citations=(), verdict="No.", reason="None."
            )
        return replace(self.answer, question=text)


def talk(library, ask, *texts):
    return [converse(text, "board", library, ask, as_of="2026-01-01") for text in texts][-1]


def test_the_one_before_is_the_paper_of_that_kind_and_area_before_the_one_quoted(audits):
    ask = Asked(audits)
    answer = talk(audits, ask, "What did the 2025 audit find about visits?", "and in the one before?")
    assert answer.understood == "What did the audit of 2023 find about visits?"
    assert ask.within[-1] == ids(audits, "old.txt")


def test_where_none_came_before_that_is_said(audits):
    ask = Asked(audits, "old.txt")
    answer = talk(audits, ask, "How many visits were late?", "And the previous audit?")
    assert (answer.outcome, len(ask.texts)) == ("not_found", 1)
    assert answer.reason.startswith("The library holds no audit of Harrow from before the audit of 2023.")
    assert answer.understood == "How many visits were late in the audit from before 2023?"


def test_what_points_back_is_put_to_the_area_of_what_was_answered_and_not_to_what_was_refused(audits):
    ask = Asked(audits)
    first = "What did the audit find about visits?"
    answer = talk(audits, ask, first, "How many librarians are there?", "Who is responsible for that?")
    assert answer.understood == "Who is responsible for visits in Harrow?"
    assert ask.within[-1] == ids(audits, "old.txt", "new.txt", "minutes.txt")


def test_since_with_no_word_of_when_is_since_the_paper_quoted(audits):
    ask = Asked(audits, "minutes.txt")
    answer = talk(audits, ask, "When did the vacancy begin?", "Has it been filled since?")
    assert answer.understood == "Has the vacancy in Harrow been filled since?"
    assert ask.within[-1] == ids(audits, "new.txt", "minutes.txt")


def test_what_the_paper_itself_says_is_put_to_that_paper(audits):
    ask = Asked(audits)
    answer = talk(audits, ask, "What did the 2025 audit find about visits?", "What did it recommend?")
    assert answer.understood == "What did the 2025 audit recommend?"
    assert ask.within[-1] == ids(audits, "new.txt")


def test_who_wrote_it_quotes_the_line_that_names_the_author(audits):
    ask = Asked(audits)
    answer = talk(audits, ask, "What did the 2025 audit find about visits?", "Who wrote it?")
    assert [one.quote for one in answer.citations] == ["Author: Rosalind Penhale, officer"]
    assert answer.understood == "Who wrote the audit of 2025?"
    assert talk(audits, ask, "and about plans?").understood == "What did the 2025 audit find about plans?"


def test_a_paper_that_names_no_author_says_so(library, put):
    put("new.txt", "Visits were late.", title="Audit", kind="audit", published="2025-03-01")
    ask = Asked(library)
    cited = replace(ask.answer.citations[0], start=0, end=len(QUOTE))
    ask.answer = replace(ask.answer, citations=(cited,))
    answer = talk(library, ask, "What did the audit find?", "Who wrote it?")
    assert answer.verdict.startswith("No author is named in it.")


@pytest.mark.parametrize(
    "text",
    [
        "Who is in charge of it?",
        "Have they finished it yet?",
        "Tell me more",
        "Why?",
        "and in the one before?",
    ],
)
def test_what_needs_a_question_before_it_is_not_searched_without_one(audits, text):
    ask = Asked(audits)
    answer = talk(audits, ask, text)
    assert (answer.outcome, ask.texts) == ("not_found", [])


@pytest.mark.parametrize(
    "text",
    ["Why is it hard to recruit social workers?", "Where do they hold strategy meetings about babies?"],
)
def test_a_question_with_matter_of_its_own_is_searched_whatever_it_points_to(audits, text):
    ask = Asked(audits)
    assert talk(audits, ask, text).outcome == "answered"
    assert ask.texts == [text]


def test_thanks_are_answered_without_a_search_and_change_no_subject(audits):
    ask = Asked(audits)
    answer = talk(audits, ask, "What did the 2025 audit find about visits?", "Thanks, that's all")
    assert (answer.outcome, answer.citations, len(ask.texts)) == ("courtesy", (), 1)
    assert talk(audits, ask, "and plans?").understood == "What did the 2025 audit find about plans?"


def test_a_greeting_is_greeted(audits):
    assert talk(audits, Asked(audits), "Good morning").verdict.startswith("Hello.")


def test_read_on_quotes_what_stands_next_in_the_paper_and_then_what_follows(audits):
    ask = Asked(audits)
    first = talk(audits, ask, "What did the 2025 audit find about visits?", "Read me more of it")
    assert [one.quote for one in first.citations] == ["One team wrote by hand.\n2025"]
    last = talk(audits, ask, "read on")
    assert (last.outcome, last.reason) == ("not_found", "“Audit: visits” ends there.")
    assert len(ask.texts) == 1


def test_where_it_stands_is_told_of_what_was_read_out_last(audits):
    answer = talk(audits, Asked(audits), "What was late?", "read on", "whats the date of that?")
    assert [one.quote for one in answer.citations] == ["One team wrote by hand.\n2025"]
    assert "2025-03-01" in answer.verdict
    assert answer.understood == ""


def test_whether_it_is_still_so_is_asked_of_later_papers_alone(audits):
    ask = Asked(audits, "old.txt")
    answer = talk(audits, ask, "What did the 2023 audit find about visits?", "Is that still true?")
    assert answer.understood == "What is said about visits now?"
    assert ask.within[-1] == ids(audits, "new.txt", "minutes.txt")


def test_where_no_later_paper_says_so_what_was_quoted_is_the_newest(audits):
    ask = Asked(audits, "new.txt")
    answer = talk(audits, ask, "How many visits were late?", "any update?")
    assert answer.outcome == "partly"
    assert answer.verdict.startswith("No later paper in the library speaks of this.")
    assert [one.quote for one in answer.citations] == [QUOTE]
    assert len(ask.texts) == 1


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Why is the distance a problem?", ("old.txt", "new.txt", "minutes.txt")),
        ("What are the themes of all audits?", ()),
        ("Why is the distance a problem in Leeds?", ()),
        ("How many children were seen?", ("old.txt", "new.txt", "minutes.txt")),
    ],
)
def test_a_question_of_the_place_talked_about_is_put_to_its_papers(audits, text, within):
    ask = Asked(audits)
    talk(audits, ask, "What did the audit find about visits?", text)
    assert ask.within[-1] == ids(audits, *within)


def test_what_the_place_talked_about_does_not_answer_is_asked_of_all(audits):
    ask = Asked(audits)
    talk(audits, ask, "What did the audit find about visits?", "Who pays the librarians?")
    assert (ask.texts[-2:], ask.within[-1]) == (["Who pays the librarians?"] * 2, set())


def test_a_period_that_nothing_names_has_to_be_said(audits):
    ask = Asked(audits)
    answer = talk(audits, ask, "How many visits were late?", "and the quarter before?")
    assert (answer.outcome, len(ask.texts)) == ("not_found", 1)
    assert answer.reason == "No quarter was named so far. Say which quarter is meant."
    assert talk(audits, ask, "and plans?").understood == "How many plans were late?"


def test_a_refusal_is_kept_with_what_it_said(audits):
    talk(audits, Asked(audits), "How many librarians are there?", "Hello")
    refused, greeted = recall("board", audits.conversations, audits).turns
    assert (refused.verdict, refused.reason) == ("No.", "None.")
    assert [line.text for line in turn_body(refused)] == ["Not found in the documents: No. None."]
    assert [line.text for line in turn_body(greeted)] == [greeted.verdict]


def test_what_a_refusal_says_of_a_file_goes_with_the_file(audits):
    ask = Asked(audits)
    ask.answer = replace(ask.answer, outcome="not_found", reason="Only new.txt says so.", citations=())
    talk(audits, ask, "How many visits were late?")
    audits.erase(*ids(audits, "new.txt"))
    assert "new.txt" not in audits.conversations.turns("board")[0].reason
