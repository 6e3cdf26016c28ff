"""Questions that lean on the one before are made whole; others are left alone."""

import pytest

from assistant.follow_up.cues import asks_for_sources, ends, is_courtesy, reads_on
from assistant.follow_up.period import period_moved
from assistant.follow_up.pointing import pointer_in
from assistant.follow_up.take_apart import take_apart
from assistant.follow_up.whole_question import before_year, whole_question
from assistant.understanding.contractions import written_out

PLACES = ("Harrow", "Leeds")


@pytest.mark.parametrize(
    ("earlier", "text", "whole"),
    [
        ("What did inspectors find in Harrow?", "and in Leeds?", "What did inspectors find in Leeds?"),
        ("What did inspectors find in 2017?", "what about 2012?", "What did inspectors find in 2012?"),
        ("What did the audit find?", "And for 2012?", "What did the audit find in 2012?"),
        ("What did inspectors find in Harrow?", "Tell me more", "What did inspectors find in Harrow?"),
        ("What did inspectors find in Harrow?", "and then?", "What did inspectors find in Harrow?"),
        ("Did inspectors like the Harrow hub?", "Why is that?", "Why did inspectors like the Harrow hub?"),
        ("Show the plan of 2017", "show me the 2012 one", "Show the plan of 2012?"),
        ("What do audits say about supervision?", "and for health?", "What do audits say about health?"),
        (
            "What did the 2025 audit find about the child's voice in Leeds?",
            "And about supervision?",
            "What did the 2025 audit find about supervision in Leeds?",
        ),
        (
            "What did the audit find about plans in Leeds?",
            "visits?",
            "What did the audit find about visits in Leeds?",
        ),
        (
            "What did inspectors say about plans in Leeds?",
            "and neglect in Harrow?",
            "What did inspectors say about neglect in Harrow?",
        ),
        (
            "How many teams returned the form by December 2024?",
            "and how many by March 2025?",
            "How many teams returned the form by March 2025?",
        ),
        (
            "How many hubs does Leeds have?",
            "In how many languages are they advertised?",
            "In how many languages are hubs that Leeds have advertised?",
        ),
        ("What should I ask the police?", "and health?", "What should I ask health?"),
        ("What should I ask health?", "and about neglect?", "What should I ask health about neglect?"),
        (
            "What should I ask health about neglect?",
            "and the council?",
            "What should I ask the council about neglect?",
        ),
        (
            "What is known of neglect in Leeds?",
            "what's missing?",
            "What evidence is missing on neglect in Leeds?",
        ),
        ("Has supervision improved?", "and what do we not know?", "What evidence is missing on supervision?"),
        ("Has supervision improved?", "how old is the evidence?", "How old is the evidence on supervision?"),
        ("Has supervision improved?", "what contradicts that?", "What speaks against supervision?"),
        ("What speaks against plans?", "what should I ask about that?", "What should I ask about plans?"),
        (
            "What evidence is missing on plans?",
            "and on babies under one?",
            "What evidence is missing on babies under one?",
        ),
        (
            "What's the evidence on supervision?",
            "and in the police?",
            "What's the evidence on supervision in the police?",
        ),
        (
            "What should I ask health about neglect?",
            "and in the police?",
            "What should I ask the police about neglect?",
        ),
        ("What is in the log?", "and for health?", "What is said about health in the log?"),
        ("Who will lead the neglect audit?", "and the visits?", "Who will lead the visits?"),
        ("When is the neglect report due?", "And the returns?", "When are the returns due?"),
        ("Is health missing from meetings?", "the police?", "Are the police missing from meetings?"),
        ("What did Ofsted say about Leeds?", "and visits?", "What did Ofsted say about visits in Leeds?"),
        ("Did health come to meetings?", "did the police?", "Did the police come to meetings?"),
        ("Have visits by nurses gone up?", "and the returns?", "Have the returns gone up?"),
        (
            "How long do children wait for an interview?",
            "and for a visit?",
            "How long do children wait for a visit?",
        ),
        ("What difference did the course make?", "And the talks?", "What difference did the talks make?"),
        ("Which agencies missed meetings?", "and the police?", "What is said about the police?"),
        (
            "What did staff say about visits in Leeds?",
            "and about plans, please?",
            "What did staff say about plans in Leeds?",
        ),
        (
            "What did inspectors say about visits in Leeds?",
            "How does that compare with Harrow?",
            "How do visits in Leeds compare with Harrow?",
        ),
        ("Which visits are late?", "Who owns them?", "Who owns visits that are late?"),
        ("What does Dr Obi have to do?", "Has she done it?", "Has Dr Obi done it?"),
        (
            "Are caseloads too high in Leeds?",
            "What about supervision there?",
            "What is said about supervision in Leeds?",
        ),
        (
            "What did staff say about visits at the Eastgate clinic?",
            "and in Hollins?",
            "What did staff say about visits in Hollins?",
        ),
        (
            "What is the grade of Harrow's services?",
            "and Leeds?",
            "What is the grade of Leeds's services?",
        ),
        (
            "What are the recommendations of the inspection?",
            "Which of those are overdue?",
            "Which of the recommendations of the inspection are overdue?",
        ),
        ("When did the nurse vacancy begin?", "Has it been filled?", "Has the nurse vacancy been filled?"),
        ("Are visits late in Leeds?", "Has it improved since?", "Have visits in Leeds improved since?"),
        (
            "What did inspectors say about visits in Leeds in 2017?",
            "Who is responsible for that?",
            "Who is responsible for visits in Leeds in 2017?",
        ),
        (
            "How many children were seen alone?",
            "What is being done about it?",
            "What is being done about children that were seen alone?",
        ),
        (
            "What did inspectors say about visits in Leeds?",
            "Are those findings still true?",
            "Are the findings about visits in Leeds still true?",
        ),
        (
            "How many were seen in the neglect audit?",
            "What did it recommend?",
            "What did the neglect audit recommend?",
        ),
        (
            "What does the scorecard say about visits?",
            "And how many children are privately fostered?",
            "How many children are privately fostered in the scorecard?",
        ),
        (
            "What do inspectors say about children in care in Harrow?",
            "What about their health?",
            "What do inspectors say about the health of children in care in Harrow?",
        ),
        (
            "What did the audit find?",
            "What about its recommendations?",
            "What did the audit find about recommendations?",
        ),
        (
            "What are the recommendations for Harrow?",
            "Which of those are about schools?",
            "What are the recommendations about schools for Harrow?",
        ),
        ("What did the audit find?", "Who said that?", "What did the audit find?"),
        (
            "Who has to sign the protocol?",
            "Has it been done?",
            "Has the action to sign the protocol been done?",
        ),
        ("Who has to sign the protocol?", "Has it been signed?", "Has the protocol been signed?"),
        ("What share of visits were late in 2024?", "Who owns that?", "Who owns visits that were late?"),
        ("How many staff finished the course?", "Who leads it?", "Who leads the course?"),
        (
            "Do young people feel safe at the station?",
            "Is it getting better?",
            "Is young people feeling safe at the station getting better?",
        ),
        (
            "How many pupils were there in Q1 2025-26?",
            "how many had a plan?",
            "How many pupils had a plan in Q1 2025-26?",
        ),
        (
            "How many of the schools replied?",
            "and how many of those were late?",
            "How many of the schools that replied were late?",
        ),
        (
            "What was the score for training in section 11?",
            "and for leadership?",
            "What was the score for leadership in section 11?",
        ),
        ("What was the training score?", "And the police?", "What was the training score for the police?"),
        ("How many children are in care?", "and missing?", "How many children are missing?"),
        ("How many children are in care?", "and visits?", "How many visits?"),
        ("What did the council spend on staff?", "And on rent?", "What did the council spend on rent?"),
        (
            "What % of visits were late in Q4 2024-25?",
            "and in Q1?",
            "What % of visits were late in Q1 2024-25?",
        ),
        ("How many visits were late in 2024?", "is that still true?", "How many visits were late now?"),
        ("Why is the place a problem?", "and the police?", "Why are the police a problem?"),
        ("Why are police a problem?", "What about capacity?", "Why is capacity a problem?"),
        ("How good is Harrow's team?", "What about other areas?", "How good is the team?"),
        (
            "How many pupils that were seen had a plan?",
            "How many of them were late?",
            "How many pupils that were seen and had a plan were late?",
        ),
        ("How good is Harrow's team?", "And Leeds's?", "How good is Leeds's team?"),
        ("What is said about drift in Leeds?", "and elsewhere?", "What is said about drift?"),
        (
            "What did inspectors say about drift in Leeds?",
            "What did they recommend about it?",
            "What did inspectors recommend about drift in Leeds?",
        ),
        ("How many boys are in care in Leeds?", "And in Harrow?", "How many boys are in care in Harrow?"),
        (
            "What did the audit find about visits in Leeds?",
            "any update?",
            "What is said about visits in Leeds now?",
        ),
        ("What did advisers do in Haringey?", "And Lambeth?", "What did advisers do in Lambeth?"),
        ("How good is help in Leeds?", "and in Lambeth?", "How good is help in Lambeth?"),
        ("Is help in Barking and Dagenham good?", "And Bexley?", "Is help good in Bexley?"),
        (
            "What did the 2023 audit find about homes?",
            "is that the same in the 2025 one?",
            "What did the 2025 audit find about homes?",
        ),
        (
            "What did the neglect audit of 2023 find about homes?",
            "and the second one?",
            "What did the second neglect audit find about homes?",
        ),
        (
            "What did the Ivy review find about fathers?",
            "and the Rowan one?",
            "What did the Rowan review find about fathers?",
        ),
        (
            "What did the Ivy review find about fathers?",
            "what about the neglect audit?",
            "What did the neglect audit find about fathers?",
        ),
        (
            "What did the police say about attendance?",
            "and probation?",
            "What did probation say about attendance?",
        ),
        (
            "What did the police say about health?",
            "and probation?",
            "What did the police say about probation?",
        ),
        (
            "What was said about staff in the minutes of March 2025?",
            "and in December 2024?",
            "What was said about staff in the minutes of December 2024?",
        ),
    ],
)
def test_a_follow_up_is_made_whole(earlier, text, whole):
    assert whole_question(text, earlier, PLACES) == whole


@pytest.mark.parametrize(
    ("earlier", "text", "whole"),
    [
        ("How many were late in 2024?", "and the year before?", "How many were late in 2023?"),
        ("How many were late in 2024-25?", "what about the previous year?", "How many were late in 2023-24?"),
        ("How many were late in 2024/25?", "and a year later?", "How many were late in 2025/26?"),
        ("How many visits in Q1 2024-25?", "and the quarter before that?", "How many visits in Q4 2023-24?"),
        ("How many visits in quarter 4?", "and the next quarter?", "How many visits in quarter 1?"),
        (
            "Who left in the third quarter of 2024-25?",
            "and the quarter after?",
            "Who left in the fourth quarter of 2024-25?",
        ),
        ("Who was absent in January 2025?", "and the month before?", "Who was absent in December 2024?"),
        ("How many visits in Q2 2024-25?", "How was it the year before?", "How many visits in Q2 2023-24?"),
    ],
)
def test_the_period_before_or_after_is_asked_of(earlier, text, whole):
    assert whole_question(text, earlier, PLACES) == whole


@pytest.mark.parametrize(
    ("earlier", "text", "whole"),
    [
        ("how many left last year", "and the year before?", "How many left in 2023-24?"),
        ("How many left?", "and a year later?", "How many left in 2025-26?"),
        ("How many left?", "and the quarter before?", ""),
        ("How many left in 2020?", "and the year before?", "How many left in 2019?"),
    ],
)
def test_a_question_of_no_period_is_of_the_one_in_the_title_of_the_paper_quoted(earlier, text, whole):
    assert period_moved(text, earlier, ["Yearly report 2024-25"]) == whole


@pytest.mark.parametrize(
    ("earlier", "text", "whole"),
    [
        ("Has the post been filled?", "when?", "When has the post been filled?"),
        ("Who has to write the rota?", "by when?", "When is the action to write the rota due?"),
        ("What is said about visits?", "how many teams had one?", "How many teams had visits?"),
        ("Who chairs the QA group?", "What does she do?", "What does whoever chairs the QA group do?"),
        ("Who chairs the QA group?", "How often did they meet?", "How often did the QA group meet?"),
        (
            "How many heads replied to the letter?",
            "Is there anything about that in the minutes?",
            "Is there anything about the letter in the minutes?",
        ),
        (
            "Why are visits that are late poor?",
            "When do they start?",
            "When do visits that are late start?",
        ),
        ("What did fathers say about visits?", "and mothers?", "What did mothers say about visits?"),
        (
            "What did Dr Obi say about the rota?",
            "When does she want it done?",
            "When does Dr Obi want the rota done?",
        ),
    ],
)
def test_short_questions_are_asked_in_full(earlier, text, whole):
    assert whole_question(text, earlier, PLACES, earlier) == whole


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("What's being done?", "What is being done?"),
        (
            "Is it known who's left, and that it's been done?",
            "Is it known who has left, and that it has been done?",
        ),
        ("Whose is it?", "Whose is it?"),
    ],
)
def test_spoken_forms_are_written_out(typed, written):
    assert written_out(typed) == written


@pytest.mark.parametrize(
    ("earlier", "text", "whole"),
    [
        ("Has the post been filled?", "why not?", "Why has the post not been filled?"),
        ("Did the heads reply in 2024?", "Why didn't they?", "Why did the heads not reply in 2024?"),
        ("Are children who are deaf seen?", "why aren’t they?", "Why are children who are deaf not seen?"),
        ("Was the log not kept?", "why wasn't it?", "Why was the log not kept?"),
        (
            "How many heads replied to the letter?",
            "why not all?",
            "Why is it that not all heads replied to the letter?",
        ),
        ("When will the post be filled?", "why not?", "Why is this not so for the post?"),
    ],
)
def test_a_not_is_kept_in_the_question_for_a_reason(earlier, text, whole):
    assert whole_question(text, earlier, PLACES) == whole


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What page is that on?", True),
        ("which minutes was that in?", True),
        ("Where can I read that?", True),
        ("What's the date of this?", True),
        ("and how old is that?", True),
        ("When was it published?", True),
        ("Can you show me the page?", True),
        ("What's the date of that survey?", True),
        ("What did that survey say?", False),
        ("Which report says that visits were late?", False),
        ("When was that due?", False),
        ("What did the report say?", False),
        ("Where do they live?", False),
        ("What is the date of the meeting?", False),
    ],
)
def test_questions_for_the_sources_of_what_was_quoted_are_known(text, asked):
    assert asks_for_sources(text) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [("read on", True), ("Could you read me a bit more of that?", True), ("read the report of 2024", False)],
)
def test_questions_for_what_stands_next_are_known(text, asked):
    assert reads_on(text) is asked


@pytest.mark.parametrize(
    "text",
    [
        "What did the audit of neglect find in Leeds?",
        "How many children were seen in 2012?",
        "Who chairs the board?",
        "What more could Harrow do about neglect?",
        "Why did staff leave Leeds?",
        "What do children say about their social workers?",
        "Did North Yorkshire reach its target?",
        "How long does it take to see a child?",
    ],
)
def test_a_question_that_stands_on_its_own_is_left_alone(text):
    assert whole_question(text, "What did inspectors find in Harrow in 2017?", PLACES) == text


def test_the_first_question_leans_on_nothing():
    assert whole_question("And for health?", "") == "And for health?"


def test_a_chain_of_follow_ups_keeps_what_was_not_changed():
    first = "What did inspectors find in Harrow in 2017?"
    second = whole_question("And in Leeds?", first, PLACES)
    assert whole_question("and in 2012?", second, PLACES) == "What did inspectors find in Leeds in 2012?"


def test_each_new_matter_takes_the_place_of_the_one_before():
    first = "What did inspectors say about neglect in Harrow?"
    second = whole_question("and for health?", first, PLACES)
    assert second == "What did inspectors say about health in Harrow?"
    assert whole_question("what about the police?", second, PLACES) == (
        "What did inspectors say about the police in Harrow?"
    )


def test_what_points_back_stands_for_the_last_that_was_answered_in_its_area():
    refused = "How many librarians are there?"
    assert whole_question(
        "Who is responsible for that?", refused, PLACES, "What did the audit find about visits?", area="Leeds"
    ) == ("Who is responsible for visits in Leeds?")


def test_it_that_says_something_is_the_paper_quoted_where_none_is_named():
    earlier = "How many children were seen alone?"
    assert whole_question("What does it recommend?", earlier, PLACES, earlier, "the audit of 2025") == (
        "What does the audit of 2025 recommend?"
    )


def test_limits_are_added_to_what_was_asked():
    first = "What do reports say about supervision?"
    second = whole_question("only inspections", first, PLACES)
    assert second == "What do reports say about supervision, only inspections?"
    assert whole_question("and since 2020?", second, PLACES) == (
        "What do reports say about supervision, only inspections since 2020?"
    )


def test_a_question_is_put_to_the_papers_before_a_year_only_once():
    first = before_year("Are audits regular?", "2023")
    assert first == "Before 2023, are audits regular?"
    assert before_year(first, "2019") == "Before 2019, are audits regular?"
    assert before_year("Were audits regular in 2020?", "2023") == "Before 2020, were audits regular?"


def test_that_after_a_verb_points_back_and_that_before_a_clause_does_not():
    assert (
        whole_question("When is that due?", "What is the plan for audits?")
        == "When is the plan for audits due?"
    )
    alone = "Did inspectors find that records were late?"
    assert whole_question(alone, "What is the plan for audits?") == alone


@pytest.mark.parametrize(("text", "over"), [("Bye!", True), ("quit", True), ("What did it end with?", False)])
def test_words_that_end_a_conversation(text, over):
    assert ends(text) is over


@pytest.mark.parametrize(
    ("text", "courteous"),
    [
        ("Thanks, that's all", True),
        ("OK great, thank you very much!", True),
        ("Good morning", True),
        ("Thanks. Who chairs the board?", False),
        ("What is good?", False),
        ("", False),
    ],
)
def test_thanks_and_greetings_are_told_from_questions(text, courteous):
    assert is_courtesy(text) is courteous


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Who is in charge of it?", "it"),
        ("Is that still happening?", "that"),
        ("How many of those are overdue?", "those"),
        ("Have they done it yet?", "they"),
        ("What is being done about this?", "this"),
        ("Was the training worth it?", ""),
        ("How did Harrow's wages compare with those nearby?", ""),
        ("Is it true that staff left?", ""),
        ("What happened to children who said that they were late?", ""),
    ],
)
def test_a_word_points_out_of_a_question_where_nothing_in_it_is_meant(text, word):
    pointer = pointer_in(text)
    assert (pointer.word if pointer else "") == word


def test_a_question_is_taken_apart_into_its_words_matter_and_limits():
    frame = take_apart(
        "What did the audit find about visits by nurses in Leeds in 2017, only audits?", PLACES
    )
    assert (frame.front, frame.matter) == ("What did the audit find about", "visits by nurses")
    assert [limit.words for limit in frame.limits] == ["in Leeds", "in 2017", ", only audits"]
    assert frame.told() == "What did the audit find about visits by nurses in Leeds in 2017, only audits?"
