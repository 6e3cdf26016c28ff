"""What a question takes for granted and the documents do not bear out."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.evidence import Evidence
from assistant.ordering.by_paper import papers_asked
from assistant.ordering.by_person import spoken_alone
from assistant.ordering.by_time import told_first
from assistant.refusal.premise import unborne
from assistant.retrieval.found import Found
from assistant.retrieval.match import Match
from assistant.understanding.understand import understand
from ingest.passage import Passage


def evidence(text, fits=False):
    found = Found(Passage("p", "d", 0, len(text), text), 1.0, 0.5, 1.0, 1.0, kind_fits=fits)
    return Evidence(found, 0, len(text), 0.5, 0.5)


def supposed(question, *texts):
    items = [evidence(text) for text in texts]
    return unborne(understand(question, {"Melford"}), [item.found for item in items], items)


@pytest.mark.parametrize(
    ("question", "text", "reason"),
    [
        ("Why was Melford inadequate?", "Services are outstanding.", ("grade_missing", ("inadequate",))),
        ("Why was Melford inadequate?", "Services are inadequate.", None),
        ("Do secondary schools help?", "Primary schools help.", ("other_group", ("secondary",))),
        ("Do secondary schools help?", "Primary and secondary schools help.", None),
        ("Was Melford inadequate?", "Services are outstanding.", None),
        ("When did the trust send its return?", "The trust made no return.", ("denied", ("return",))),
        ("When did the trust send its return?", "The trust made a return in May.", None),
        ("Who owns the plan?", "The plan has no owner.", ("denied", ("owner",))),
        ("Does the trust make a return?", "The trust made no return.", None),
        ("What did parents say about it?", "Children told us of it.", ("speaker_missing", ("parents",))),
        ("What did mums say about it?", "A mother told us of it.", None),
        ("What did care leavers say of it?", "It helps them.", ("speaker_missing", ("care leavers",))),
        ("What did care leavers say of it?", "A care leaver told us of it.", None),
        ("What do social workers say of it?", "It is for them.", ("speaker_missing", ("social workers",))),
        (
            "What do practitioners say of it?",
            "Practitioners should try it.",
            ("speaker_missing", ("practitioners",)),
        ),
        ("What do practitioners say of it?", "Practitioners told us of it.", None),
        ("What do social workers say of it?", "Staff told us that it helps.", None),
        ("What did foster carers say of it?", "Foster carers help.", ("speaker_missing", ("foster carers",))),
        ("What do health visitors do?", "Police go there.", ("actor_missing", ("health visitors",))),
        ("What do health visitors do?", "Health visiting is good.", None),
        ("What does the probation service do?", "Probation staff wrote.", None),
        ("What does Melford do?", "Police go there.", None),
        ("What did inspectors say about it?", "Children told us of it.", None),
        ("What did foster carers say?", "Unpaid carers told us.", ("speaker_missing", ("foster carers",))),
        (
            "What did the court decide on it?",
            "A court heard it.",
            ("speaker_missing", ("court",)),
        ),
        ("What did the court decide on it?", "The court ruled that it was lawful.", None),
        ("What did the pilot in Melford show?", "A pilot ran in Melford.", ("speaker_missing", ("pilot",))),
        ("What did the pilot in Melford show?", "The pilot has shown less waiting.", None),
        ("What did the review of waits conclude?", "Waits are long.", None),
        ("What did inspectors find?", "Waits are long.", None),
        ("What did leaders decide?", "Visits are weekly.", None),
        ("What did children find hard?", "Children wait.", None),
        ("What did the new course show?", "A new course will be held.", ("planned", ())),
        ("What did the new course show?", "The new course shows promise.", None),
        ("What did the new course change for staff?", "A new course will be held.", ("planned", ())),
        ("What did the new course change for staff?", "Staff liked the new course.", None),
        ("What difference did the new course make?", "A new course | June | New", None),
        ("What did the new course cost to plan?", "A new course will be held.", None),
        ("What did parents think of the new course?", "Parents said the new course will help.", None),
        ("When should the new course be held?", "A new course will be held.", None),
        ("Was the course recommendation carried out?", "A course should be held.", ("planned", ())),
        ("Was the course recommendation carried out?", "The course recommendation has not been met.", None),
        ("Was the course recommendation carried out?", "Recommendation: hold a course | Overdue", None),
        (
            "What do children say of it?",
            "Workers told us that children need it.",
            ("speaker_missing", ("children",)),
        ),
        (
            "What do children say of it?",
            "Workers help children to speak of it.",
            ("speaker_missing", ("children",)),
        ),
        (
            "What do children say of it?",
            "Children’s views are well heard.",
            ("speaker_missing", ("children",)),
        ),
        (
            "What do exploited children say of it?",
            "Workers told us that exploited children need it.",
            ("speaker_missing", ("exploited children",)),
        ),
        ("What do children say of it?", "Most young people feel that it helps.", None),
        ("What do children say of it?", "The views of older pupils are mixed.", None),
        ("What do parents say about early help?", "Parents told us that it is late.", None),
        ("What do parents think of it?", "It helps children, according to mothers.", None),
    ],
)
def test_what_is_taken_for_granted_has_to_be_borne_out(question, text, reason):
    assert supposed(question, text) == reason


def test_a_thing_that_is_spoken_of_as_planned_alone_has_changed_nothing():
    others = ("Staff did not know whom to tell.", "A new course | June | New")
    question = "What did the new course change for staff?"
    assert supposed(question, *others, "It was agreed that there be a new course.") == ("planned", ())
    assert supposed(question, *others, "The new course is liked.", "A new course should be held.") is None


def test_what_is_told_of_a_group_is_not_told_of_its_rival_that_another_sentence_names():
    question, mother = "What sentence did the father receive?", "The mother received a suspended sentence."
    assert supposed(question, mother, "The father lived near.") == ("other_group", ("fathers",))
    assert supposed(question, mother, "The father received a sentence too.", mother) == (
        "other_group",
        ("fathers",),
    )
    assert supposed(question, "The father received a sentence.", mother) is None


@pytest.mark.parametrize(
    ("question", "published", "missing"),
    [
        ("Have waits come down since the 2019 inspection?", "2019-02-18", "2019"),
        ("Have waits come down since the 2019 inspection?", "2020-01-09", ""),
        ("Have waits come down since the summer of 2019?", "2019-02-18", ""),
        ("Have waits come down since March 2019?", "2019-02-18", "March 2019"),
        ("Have waits come down since March 2019?", "2019-04-01", ""),
        ("Have waits come down since March 2019?", None, ""),
        ("Were waits down in 2019?", "2019-02-18", ""),
        ("How long were waits at the end of March 2019?", "2019-02-18", "March 2019"),
        ("Did waits come down in March 2019?", "2019-03-01", ""),
        ("Were waits planned to come down in March 2019?", "2019-02-18", ""),
        ("How long are waits to be in March 2019?", "2019-02-18", ""),
    ],
)
def test_a_paper_does_not_tell_what_came_after_it(question, published, missing):
    told = evidence("Waits have come down.")
    item = replace(told, published=published, found=replace(told.found, kind_fits=True))
    refused = ("aftermath", (missing,)) if missing else None
    assert unborne(understand(question), [item.found], [item]) == refused


def test_a_paper_that_names_a_month_tells_of_it_whatever_its_date():
    told = replace(evidence("In March 2019 waits came down."), published="2019-02-18")
    assert unborne(understand("Did waits come down in March 2019?"), [told.found], [told]) is None


def test_a_paper_of_another_kind_may_tell_what_came_after_an_inspection_of_its_year():
    question = understand("What did we promise after the 2012 inspection?")
    plan = replace(evidence("We promise more visits."), published="2012-11-14")
    assert unborne(question, [plan.found], [plan]) is None


def test_that_none_of_a_common_thing_were_something_denies_nothing():
    question = understand("When did inspectors see children about their pathway plans?", {"Melford"})
    told = evidence("No children were at risk.")
    words = ("children", "pathway", "plans")
    match = Match(np.zeros((3, 1), np.float32), np.array([0.1, 3.0, 2.0]), words, np.array([[0, 2]]))
    item = replace(told, found=replace(told.found, match=match))
    assert unborne(question, [item.found], [item]) is None


def test_what_an_audit_found_stands_in_an_audit_where_there_are_some():
    question = understand("What did the audit of disabled children find?")
    told = evidence("An audit of disabled children has begun.")
    audit = replace(told.found, kind_fits=True)
    assert unborne(question, [told.found], [told]) is None
    assert unborne(question, [told.found, audit], [told]) == ("paper_missing", ())
    assert unborne(question, [audit], [replace(told, found=audit)]) is None


def test_what_inspectors_say_is_taken_from_inspections_where_they_say_about_as_much():
    better, theirs = (
        evidence("Audits say so."),
        replace(evidence("So say inspectors.", fits=True), score=0.48),
    )
    asked = replace(understand("What do inspectors say about audits?"), kinds=frozenset({"inspection"}))
    assert papers_asked(asked, [better, theirs]) == [theirs]
    assert papers_asked(asked, [better, replace(theirs, score=0.3)])[0] is better
    assert papers_asked(asked, [better]) == [better]
    assert papers_asked(asked, []) == []
    assert papers_asked(understand("Who says so?"), [better, theirs]) == [better, theirs]


def test_what_was_goes_before_what_should_be_where_it_is_asked_what_was():
    wish, fact = evidence("Nurses should come to meetings."), evidence("Nurses came to nine meetings.")
    asked = understand("Did nurses come to meetings?", set())
    assert told_first(asked, [wish, fact]) == [fact]
    assert told_first(asked, [wish]) == [wish]
    action = evidence("Action: Ann Lee to see that nurses come to meetings.")
    assert told_first(asked, [action, fact]) == [fact]
    assert told_first(understand("Should nurses come to meetings?", set()), [wish, fact]) == [wish, fact]


def test_what_is_goes_before_what_should_be_where_it_is_asked_whether_something_is_so():
    wish, fact = evidence("Nurses should come to meetings."), evidence("Nurses came to nine meetings.")
    for text in ("Do nurses come to meetings?", "How do we know nurses come to meetings?"):
        assert told_first(understand(text, set()), [wish, fact]) == [fact, wish]
    assert told_first(understand("Do nurses have to come?", set()), [wish, fact]) == [wish, fact]


def unlike(item, *words):
    """The evidence with no word like any of the question's."""
    match = Match(np.zeros((len(words), 1), np.float32), np.ones(len(words)), words, np.array([[0, 2]]))
    return replace(item, found=replace(item.found, match=match))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Midwives send convictions on to nurses.", ("speaker_missing", ("nurses",))),
        ("Nurses told us that nobody reads a chronology.", None),
        ("Nurses told us that nobody reads them.", None),
    ],
)
def test_what_somebody_says_of_a_matter_is_told_where_they_are_named_with_it(text, missing):
    question = understand("What did nurses say about chronologies?", set())
    told = unlike(evidence(text), "nurses", "chronologies")
    assert unborne(question, [told.found], [told]) == missing


def test_those_whose_words_are_asked_for_are_named_first():
    asked = understand("What did the mother say about the review?", set())
    other, theirs = evidence("The review was quick."), evidence("The mother was not asked.")
    assert spoken_alone(asked, [other, theirs]) == [theirs, other]


def test_what_children_say_is_not_told_by_others():
    theirs, others = evidence("Children said that it helps."), evidence("Staff said that it helps children.")
    asked = understand("What do children say?", set())
    assert spoken_alone(asked, [others, theirs]) == [theirs]
    assert spoken_alone(asked, [others]) == [others]
    assert spoken_alone(understand("What do nurses say?", set()), [others, theirs]) == [others, theirs]
    heading = replace(theirs, found=replace(theirs.found, passage=under(theirs, path=(theirs.quote,))))
    assert spoken_alone(asked, [heading, others]) == [heading, others]


@pytest.mark.parametrize(
    ("heading", "header", "speaker", "theirs"),
    [
        ("", "You said | We did", "children", True),
        ("", "Date | Action", "children", False),
        ("What parents told us", "You said | We did", "children", False),
        ("What parents told us", "You said | We did", "parents", True),
        ("", "What children told us | What changed", "parents", False),
    ],
)
def test_a_row_under_what_was_said_is_theirs_unless_others_are_named_over_it(
    heading, header, speaker, theirs
):
    row, other = evidence("Rooms are cold. | We moved."), evidence("Rooms were painted.")
    row = replace(row, found=replace(row.found, passage=under(row, (heading,), header)))
    asked = understand(f"What did {speaker} say about rooms?", set())
    assert (spoken_alone(asked, [other, row]) == [row]) is theirs


def under(item, path=(), header=""):
    return replace(item.found.passage, heading_path=path, header=header)
