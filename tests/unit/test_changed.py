"""“What has improved since the last inspection?” is answered by sentences that tell of a change."""

from dataclasses import replace

import pytest

from assistant.listing.changed import ChangedAsked, changed_answer, changed_asked
from ingest.document import Block
from ingest.filters import Filters

DAY = "2026-01-01"
OLD = "Inspection of Ashby\nSupport for care leavers has declined since 2015."
NEW = (
    "Inspection of Ashby\nThe service for care leavers has improved since the last inspection. "
    "Services for disabled children have deteriorated. The council should improve plans. Visits are regular."
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What has improved since the last inspection?", ChangedAsked("better", "", "inspection")),
        ("What has got worse since our last inspection?", ChangedAsked("worse", "", "inspection")),
        ("What has changed since 2019?", ChangedAsked("", "2019", "")),
        ("Have we improved since the last inspection?", ChangedAsked("", "", "inspection")),
        ("What progress has been made since the previous audit?", ChangedAsked("", "", "audit")),
        ("Has anything got worse since 2023?", ChangedAsked("", "2023", "")),
        ("Are we getting better?", ChangedAsked("", "", "")),
        ("Is practice improving?", ChangedAsked("", "", "")),
        ("What has got worse?", ChangedAsked("worse", "", "")),
        ("Has it improved?", None),
        ("Is supervision improving?", None),
        ("What has improved in Ivy's case?", None),
        ("What did inspectors say has improved?", None),
        ("Has supervision improved since the last inspection?", None),
        ("What has happened to the action since the last meeting?", None),
    ],
)
def test_which_way_and_since_when_is_told_by_the_words(text, asked):
    assert changed_asked(text) == asked


@pytest.fixture
def put_paper(library, embedder, written):
    """Adds a paper of one paragraph a line."""

    def put_(name, text, **fields):
        document, passages, data = written(name, text, kind="inspection", **fields)
        blocks = tuple(Block("paragraph", one.start, one.end, 0) for one in passages)
        vectors = embedder.encode([passage.text for passage in passages])
        library.add(replace(document, blocks=blocks), passages, vectors, data, embedder.identity)

    return put_


@pytest.fixture
def ashby(put_paper, library):
    put_paper("old.txt", OLD, subject="Ashby", published="2019-05-01")
    put_paper("new.txt", NEW, subject="Ashby", published="2024-05-01")
    return library


def quoted(library, text):
    answer = changed_answer(text, library, Filters(), DAY)
    told = zip(answer.citations, answer.statements, strict=True)
    return [(one.quote, said.text.split(":")[0]) for one, said in told]


def test_the_newest_inspection_tells_what_has_changed(ashby):
    better = ("The service for care leavers has improved since the last inspection.", "Better")
    worse = ("Services for disabled children have deteriorated.", "Worse")
    assert quoted(ashby, "What has changed since the last inspection?") == [better, worse]
    assert quoted(ashby, "What has improved since the last inspection?") == [better]
    assert quoted(ashby, "What has got worse since the last inspection?") == [worse]


def test_since_a_year_all_papers_after_it_tell(ashby):
    every = quoted(ashby, "What has got worse since 2018?")
    assert [quote for quote, _ in every] == [
        "Services for disabled children have deteriorated.",
        "Support for care leavers has declined since 2015.",
    ]


def test_of_several_areas_one_has_to_be_named(ashby, put_paper):
    for name in ("Barton", "Corby", "Derby"):
        put_paper(f"{name}.txt", f"{NEW} {name}", subject=name)
    text = "What has improved since the last inspection?"
    assert changed_answer(text, ashby, Filters(), DAY) is None
    answer = changed_answer("What has improved in Ashby since the last inspection?", ashby, Filters(), DAY)
    assert answer.outcome == "answered"


def test_where_no_sentence_tells_of_a_change_that_is_said(put_paper, library):
    put_paper("a.txt", "Inspection of Ashby\nVisits are regular.", subject="Ashby")
    answer = changed_answer("What has improved since the last inspection?", library, Filters(), DAY)
    assert answer.outcome == "not_found"
    assert answer.gaps[0].what == "What has got better since the last inspection"
