"""On which side a statement of a report stands, and with how much of what is round it."""

import pytest
from ledgers import sides

from assistant.statements.read import statements_of

TOLD = "Regular consultation with children helps the board to improve its services."
NO_PLAN = "However, there is no coherent plan for how this shapes the work."


@pytest.fixture
def report(told):
    """Adds an inspection of Exmoor of March 2024."""

    def add(*lines, name="report.txt", **fields):
        return told(name, *lines, **{"kind": "inspection", "published": "2024-03-01", **fields})

    return add


def test_what_turns_back_to_praise_and_finds_fault_is_against_and_the_praise_for(library, report):
    report(f"{TOLD} {NO_PLAN}")
    assert sides(library, "feedback") == ([TOLD], [NO_PLAN])


def test_a_point_to_improve_is_against_though_its_words_are_good(library, report):
    wanted = "Audits to ensure that there is a regular and effective understanding of practice by leaders."
    report("# What needs to improve?", wanted)
    assert sides(library, "themes") == ([], [wanted])


def test_more_to_do_is_no_praise(library, report):
    said = "The audits show that there is more to do to inform leaders’ understanding of impact on children."
    report(said)
    assert sides(library, "impact") == ([], [said])


def test_what_a_sentence_only_concedes_is_no_praise(library, report):
    said = (
        "Although the council undertakes regular multi-agency audits, their quality and impact are variable."
    )
    report(said)
    assert sides(library, "priorities") == ([], [said])


def test_descriptions_of_grades_count_for_nothing(library, report):
    defined = "The board provides robust and regular audits that identify weaknesses in practice."
    report("# What the inspection judgements mean", "## The board", defined)
    assert sides(library, "themes") == ([], [])


def test_initials_in_another_areas_paper_are_that_areas(library, report):
    report("The ESCP has an effective audit programme.", name="own.txt")
    report("The ESCP has no effective audit programme.", name="other.txt", subject="Enfield")
    assert sides(library, "themes")[1] == []


def test_the_same_finding_in_summary_and_chapter_stands_once(library, report):
    summary = "Quality assurance is inadequate and audits do not show rigour to review the quality of work."
    chapter = (
        "Quality assurance is inadequate, and audits do not show rigour in reviewing the quality of work."
    )
    report(summary, "# Findings", chapter)
    assert len(sides(library, "themes")[1]) == 1


def test_a_list_item_that_begins_with_a_figure_keeps_it(library, report):
    line = "- 6 of the 20 could name something that they now do because of the review."
    id_ = report(line, kind="audit")
    from assistant.statements.lexicon import lexicon

    (said,) = statements_of(library.document(id_), lexicon())
    assert (said.text, said.basis) == (line[2:], "data")


def test_praise_that_turns_back_from_blame_is_not_shown_with_the_blame_as_support(library, report):
    blame = "There is a limited plan to assess the impact of this on the outcomes for children."
    praise = "However, some children do make good progress with the intervention."
    report(f"{blame} {praise}")
    assert sides(library, "impact")[0] == [praise]


def test_a_line_of_the_first_page_that_says_what_the_paper_is_counts_for_nothing(library, report):
    report("ESCP thematic review | June 2024", "A thematic review for the partnership", TOLD)
    assert sides(library, "themes") == ([], [])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("measures", "The annual report describes activity and says little about outcomes."),
        ("impact", "The board does not have evidence of what difference training makes to children."),
    ],
)
def test_what_a_paper_says_little_of_is_against(library, report, question, said):
    report(said)
    assert sides(library, question) == ([], [said])


def test_children_who_go_missing_less_are_an_outcome(library, report):
    said = "Three of four children had fewer missing episodes after six months: 27 before, 8 after."
    report(said, kind="audit")
    assert sides(library, "impact") == ([said], [])


def test_who_took_no_part_was_not_heard(library, report):
    report("# What children said", "No disabled child took part, although I asked two schools.", kind="other")
    assert sides(library, "feedback") == ([], [])


def test_staff_who_had_not_heard_of_what_was_to_be_learned_are_against(library, report):
    said = "None of the seven workers in adult services had heard of it."
    report("# How far has the learning from Alder got?", said, kind="review")
    assert sides(library, "lessons") == ([], [said])


def test_what_a_paper_lists_as_coming_next_is_no_evidence(library, report):
    report("# What comes next", "A second survey of staff who remember the review.", kind="annual_report")
    assert sides(library, "lessons") == ([], [])
