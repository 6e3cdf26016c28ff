"""What a document is, who wrote it, about whom and when."""

from __future__ import annotations

import pytest

from ingest.document import Block
from ingest.draft import Metadata
from ingest.read import read
from ingest.recognise import recognise

BODY = (
    "The partnership looked at forty cases in the autumn and found that most of the plans were clear, "
    "signed and read by all."
)


def given(*lines, source="report.pdf", metadata=None, headings=2):
    """Recognises a document of these lines; the first `headings` are headings."""
    text, blocks = "", []
    for number, line in enumerate([*lines, BODY]):
        text += "\n" if text else ""
        kind = "heading" if number < min(headings, len(lines)) else "paragraph"
        blocks.append(Block(kind, len(text), len(text) + len(line), int(kind == "heading")))
        text += line
    return recognise(text, tuple(blocks), source, metadata or Metadata())


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Anyshire Safeguarding Children Partnership", "Multi-agency audit report: neglect"], "audit"),
        (["Local child safeguarding practice review", "Child A"], "review"),
        (["Post-inspection improvement plan"], "action_plan"),
        (["Anyshire Safeguarding Children Partnership", "Yearly report 2023/24"], "annual_report"),
        (["Section 11 self-assessment return"], "section_11"),
        (["Quarterly performance report", "Quarter 2"], "performance"),
        (["Quarterly data report", "Strategy discussions attended by health"], "performance"),
        (["Minutes of the quality assurance sub-group"], "minutes"),
        (["Seven-minute briefing: professional curiosity"], "briefing"),
        (["Quality assurance framework"], "framework"),
        (["Escalation policy and procedure"], "guidance"),
        (["Inspection of Anyshire children’s services"], "inspection"),
        (["Menu for the summer party"], "other"),
    ],
)
def test_the_kind_is_told_by_the_title(lines, kind):
    assert given(*lines).kind == kind


def test_the_line_below_a_title_tells_the_kind_though_a_heading_names_another():
    held = "Minutes of the meeting held on Tuesday 14 October 2025 at the Civic Centre"
    told = "The multi-agency audit was presented by its author, and the multi-agency audit of help put off."
    found = given("Anyshire Partnership Board", held, "3. Multi-agency audit of neglect", told, headings=1)
    assert found.kind == "minutes"


@pytest.mark.parametrize(
    ("lines", "source", "published"),
    [
        (["Audit", "Report published: 31 March 2017"], "a.pdf", "2017-03-31"),
        (["Audit", "Date of Meeting: 14th November 2012"], "a.pdf", "2012-11-14"),
        (["Audit", "Published 3rd of June, 2021"], "a.pdf", "2021-06-03"),
        (["Audit", "Date: 01/02/2020"], "a.pdf", "2020-02-01"),
        (
            ["Date: Mon, 02 Sep 2024 09:12:00 +0000", "Launch on 15 January 2025"],
            "a.eml",
            "2024-09-02",
        ),
        (["Framework 2015"], "a.pdf", "2015"),
        (["Audit of neglect, October 2010"], "a.pdf", "2010-10"),
        (["Audit"], "anyshire-audit-2023-09-04.pdf", "2023-09-04"),
        (["Audit", "Inspection dates: 10 to 21 July 2023"], "a-2023-09-04.pdf", "2023-09-04"),
        (["Case study", "August – October 2010 (10 days)"], "case-2010.txt", "2010-10"),
        (["Audit"], "a.pdf", None),
        (["Case review", "Draft of 4 May 2027"], "a.docx", "2027-05-04"),
        (["Report on the helpline", "Dr Ines Okoro, 4 May 2027"], "helpline May 2027.pdf", "2027-05-04"),
        (["What we heard in 2027", "By the youth forum, with Al Green. April 2027"], "a.pdf", "2027-04"),
        (
            ["Case audit: neglect", "Report author: Al Green, QA officer. November 2027. Final."],
            "a.docx",
            "2027-11",
        ),
        (
            ["What we heard in 2027", "A youth project for the board, May 2027. Al Green and others."],
            "a.docx",
            "2027-05",
        ),
        (["Case audit", "Child A", "Al Green. The cases are of May 2027. Final."], "a.docx", None),
        (["Performance report: quarter 2, 2027/28"], "a.docx", "2027-09"),
        (["Performance report, fourth quarter 2027/28"], "a.docx", "2028-03"),
        (
            [
                "Report: quarter 2, 2027/28",
                "July to September 2027. Analyst: Al Green. For the board, 8 October 2027.",
            ],
            "a.docx",
            "2027-10-08",
        ),
        (
            ["What families tell us", "Half-year report, April to September 2026 – council and partners"],
            "complaints 2026-27.odt",
            "2026-09",
        ),
        (["Complaints", "October 2026 to March 2027, the second half"], "complaints 2026-27.odt", "2027-03"),
        (["Training", "The report of the year, April 2026 to March 2027"], "training 2026-27.odt", "2027"),
        (
            [
                "Self-assessments 2025",
                f"Report to the board, 22 April 2026, by Al Green. {BODY} Two have until 30 June 2026.",
            ],
            "a.docx",
            "2026-04-22",
        ),
        (
            ["Plan", "Version 2 – agreed by the Executive 4 May 2027. It covers two audits."],
            "a.docx",
            "2027-05-04",
        ),
        (["Case review", "Second draft, 4 May 2027"], "a.docx", "2027-05-04"),
        (["Case review", "DRAFT v0.3 – 4 May 2027 – for comment"], "a.docx", "2027-05-04"),
        (["Case review", "Draft 3 (4 May 2027)"], "a.docx", "2027-05-04"),
        (["Case review", "Version 2.1 dated 4th May 2027"], "a.docx", "2027-05-04"),
        (["Case review", "Dated: 4 May 2027"], "a.docx", "2027-05-04"),
        (["Case review", "Version 1, 3 June 2026", "Version 2, 4 May 2027"], "a.docx", "2027-05-04"),
        (["Case review", "Version 2 is due by 4 May 2027"], "a.docx", None),
        (["Case review", "Child A", "We saw the draft of 4 May 2027 and asked."], "a.docx", None),
    ],
)
def test_the_date_comes_from_the_best_evidence(lines, source, published):
    assert given(*lines, source=source).published == published


def test_a_data_set_came_out_on_the_day_under_its_title_and_not_at_the_end_of_its_quarter():
    found = given("Dataset, July to September 2027", "Made by the data team, 6 November 2027", headings=1)
    assert (found.published, found.period) == ("2027-11-06", "2027-07/2027-09")


def test_the_day_of_a_final_report_is_its_own_in_a_line_that_looks_like_a_heading():
    lines = ("Case review", "Children’s partnership", "Final report, 16 July 2027")
    assert given(*lines, source="a July 2027.docx", headings=3).published == "2027-07-16"


TABLE = """# {title}

{above}

| No | Action | Due date | Progress |
|----|--------|----------|----------|
| 1 | Start a weekend rota | 1 July 2025 | Rota running since 30 June 2025 |
| 2 | Publish a briefing | 30 June 2025 | Published 27 June 2025 |
"""


@pytest.mark.parametrize(
    ("title", "above", "published"),
    [
        ("Improvement plan 2025-26, position at 31 October 2025", "", "2025-10-31"),
        ("Improvement plan, as at 31/10/2025", "", "2025-10-31"),
        ("Improvement plan", "", None),
        ("Improvement plan, position at 31 October 2025", "Published: 14 November 2025", "2025-11-14"),
        ("Improvement plan", "Reported to the board on 12 November 2025", "2025-11-12"),
    ],
)
def test_a_date_in_the_row_of_an_action_is_not_the_plan_s(save, title, above, published):
    assert read(save("plan.md", TABLE.format(title=title, above=above))).published == published


@pytest.mark.parametrize(
    ("row", "published"),
    [
        ("| Published | 2 May 2027 |", "2027-05-02"),
        ("| Author | A. Person | Date of report | 2 May 2027 |", "2027-05-02"),
        ("| Learning | Published 2 May 2027 |", None),
        ("| 1 | Rota | Agreed | 2 May 2027 |", None),
        ("| V1 | Rota | Published 2 May 2027 | Three schools use it |", None),
    ],
)
def test_a_table_of_names_and_values_gives_the_date(save, row, published):
    cells = "|" + " |" * (row.count("|") - 1)
    text = f"# Audit of neglect\n\n{cells}\n{cells.replace(' ', '---')}\n{row}\n"
    assert read(save("audit.md", text)).published == published


def test_a_files_own_date_is_not_believed_where_the_text_speaks_of_days_long_after_it():
    old, recent = Metadata(created="2013-12-23"), Metadata(created="2026-11-02")
    told = "The mother was seen on 3 March 2026 and moved in 2027."
    assert given("Case review", told, headings=1, metadata=old).published is None
    assert given("Case review", told, headings=1, metadata=recent).published == "2026-11-02"
    changed = Metadata(created="2013-12-23", modified="2026-11-02")
    assert given("Case review", told, headings=1, metadata=changed).published == "2026-11-02"


def test_the_files_own_date_is_the_last_resort():
    assert given("Audit", metadata=Metadata(created="2019-05-01")).published == "2019-05-01"
    assert given("Audit 2015", metadata=Metadata(created="2019-05-01")).published == "2015"


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Yearly report 2015-16", "2015/16"),
        ("Yearly report 2015/2016", "2015/16"),
        ("Inspection dates: 16 January 2017 to 9 February 2017", "2017-01-16/2017-02-09"),
        ("Inspection dates: 10 to 21 July 2023", "2023-07-10/2023-07-21"),
        ("August – October 2010", "2010-08/2010-10"),
    ],
)
def test_the_period_covered(line, period):
    assert given(line).period == period


@pytest.mark.parametrize(
    ("lines", "source", "subject"),
    [
        (["London Borough of Harrow", "Inspection of services"], "a.pdf", "Harrow"),
        (
            ["Inspection of Telford & Wrekin local authority children’s services"],
            "a.pdf",
            "Telford and Wrekin",
        ),
        (["Marlshire Safeguarding Children Partnership", "Audit"], "a.pdf", "Marlshire"),
        (
            ["Joint targeted area inspection of the multi-agency response in Stoke-on-Trent"],
            "a.pdf",
            "Stoke-on-Trent",
        ),
        (["Audit"], "brighton-and-hove-audit.pdf", "Brighton and Hove"),
        (["Audit"], "a.pdf", None),
    ],
)
def test_the_area_a_document_is_about(lines, source, subject):
    assert given(*lines, source=source).subject == subject


def test_an_inspection_is_by_the_inspectorate_and_about_the_area():
    found = given(
        "Inspection of Harrow local authority children’s services", "Lead inspector: A Person, HMI, Ofsted"
    )
    assert (found.organisation, found.subject) == ("Ofsted", "Harrow")


def test_a_board_named_in_the_running_head_wrote_it():
    found = given(
        "Quality assurance framework", metadata=Metadata(running=("Marlshire Safeguarding Children Board",))
    )
    assert (found.organisation, found.subject) == ("Marlshire Safeguarding Children Board", "Marlshire")


def test_a_template_name_in_the_metadata_is_no_title():
    assert (
        given("Neglect audit", metadata=Metadata(title="Microsoft Word - draft v2.docx")).title
        == "Neglect audit"
    )


def test_a_labelled_title_comes_before_the_headings():
    found = given("REPORT FOR: SCRUTINY COMMITTEE", "Subject: Post-Ofsted Improvement Plan", headings=1)
    assert found.title == "Post-Ofsted Improvement Plan"


def test_the_line_under_a_letters_greeting_is_its_title():
    addressees = "Ann Shaw, Director of Children's Services, and " + "many others of the partnership " * 6
    found = given("1 May 2024", addressees, "Dear Marlshire partnership", "Joint inspection of Marlshire")
    assert found.title == "Joint inspection of Marlshire"


def test_the_date_of_another_document_that_is_told_of_is_not_its_own():
    found = given(
        "Date of meeting: 12 June 2024",
        "This answers the inspection, which was published on 26 January 2023.",
    )
    assert found.published == "2024-06-12"


PAGE = """<!doctype html><head><title>Seven-minute briefing: Ada</title>{meta}</head><body>
<h1>Seven-minute briefing: Ada</h1><p>Northmere Safeguarding Children Partnership{date}</p>
<p>Ada was seven weeks old when she died, and four services had visited the house by then.</p>"""


@pytest.mark.parametrize(
    ("meta", "date"),
    [('<meta name="date" content="2024-06-19">', ""), ("", ", 19 June 2024")],
    ids=["meta element", "line below the title"],
)
def test_a_page_s_date_is_read_and_names_end_with_their_line(save, meta, date):
    document = read(save("briefing.html", PAGE.format(meta=meta, date=date)))
    assert (document.published, document.subject) == ("2024-06-19", "Northmere")
    assert document.organisation == "Northmere Safeguarding Children Partnership"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Reported to the Quality Assurance Group on 30 October 2023", "2023-10-30"),
        ("Audit carried out January to March 2023; report dated 29 March 2023", "2023-03-29"),
    ],
)
def test_the_date_of_a_report_below_its_title_is_more_than_the_year_in_it(save, line, published):
    text = f"# Audit of neglect 2023\n\n{line}\n\n## Purpose\n\nThe audit asked what children were told.\n"
    assert read(save("audit.md", text)).published == published


def test_the_line_that_says_what_a_paper_is_counts_more_than_what_it_goes_on_to_speak_of():
    found = given(
        "Marlshire Safeguarding Children Partnership Board",
        "Minutes of the meeting held on Tuesday 14 October 2025 at the Civic Centre in Marlham",
        "3. Multi-agency audit of neglect",
        headings=1,
    )
    assert found.kind == "minutes"
    spoken = "In this audit the minutes of the meetings of the core groups were read by two of us"
    assert given("Multi-agency audit of neglect", spoken, headings=1).kind == "audit"


def test_what_a_message_is_about_is_not_what_it_is():
    head = ("From: Sam Lee <s@icb.example>", "To: The board manager", "Dear Alex,")
    assert given("Threshold document: new date", *head, headings=1).kind == "correspondence"
    assert given("Threshold document: levels of need", headings=1).kind == "framework"


def test_minutes_that_an_e_mail_gives_in_its_own_words_are_minutes():
    head = ("From: Sam Lee <s@icb.example>", "To: The board", "Dear all,", "The minutes are below.")
    held, present = "Minutes of the meeting held on 4 March 2025", "Present: Ann Vale (chair), Sam Lee"
    assert given("Board minutes", *head, held, present, headings=1).kind == "minutes"
    assert given("Board minutes", *head, held, headings=1).kind == "correspondence"
    assert given("Board minutes", *head, present, headings=1).kind == "correspondence"


def test_an_e_mail_is_one_whatever_is_attached_to_it(save):
    text = (
        "From: Sam Lee <s@icb.example>\nTo: The board <b@board.example>\nSubject: The survey\n"
        "Date: Tue, 04 Nov 2025 09:12:00 +0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="x"\n\n--x\n\nDear Alex, it is attached.\n\n--x\n'
        'Content-Disposition: attachment; filename="note.md"\n\n# Survey on the threshold document\n\n'
        "The threshold document was known to six of ten.\n\n--x--\n"
    )
    assert read(save("a.eml", text)).kind == "correspondence"


def test_a_letter_is_what_its_words_show_else_a_letter():
    assert given("1 May 2024", "Dear colleague", "The hall is booked.", headings=0).kind == "correspondence"
    words = "Inspection of Marlshire local authority children's services"
    assert given("1 May 2024", "Dear colleague", words, headings=0).kind == "inspection"


def test_the_header_of_a_table_is_no_title(tmp_path):
    (tmp_path / "audits_2025.csv").write_text("Audit ID,Theme,Cases\nA01,Neglect,25\n", "utf-8")
    found = read(tmp_path / "audits_2025.csv")
    assert (found.title, found.kind) == ("audits 2025", "audit")


def test_the_body_that_a_return_is_sent_to_did_not_write_it():
    found = given(
        "Section 11 self-assessment return 2025: Marlshire Leisure Trust",
        "Submitted to Marlshire Safeguarding Children Partnership, 20 June 2025",
        headings=1,
    )
    assert (found.organisation, found.subject) == ("Marlshire Leisure Trust", "Marlshire")
    board = given("Yearly report", "Marlshire Safeguarding Children Partnership, 20 June 2025", headings=1)
    assert board.organisation == "Marlshire Safeguarding Children Partnership"


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Completed by: Little Acorns Nursery, Wendham", "Little Acorns Nursery"),
        ("Prepared by: Jo Field, manager, Bright Futures Family Centre", "Bright Futures Family Centre"),
        ("Completed by | Sam Orr (Hill Street Primary School)", "Hill Street Primary School"),
        ("Completed by: Jo Field", None),
        ("Completed by: 31 March 2027", None),
        ("All forms were completed by Little Acorns Nursery", None),
    ],
)
def test_a_body_named_only_as_the_one_that_completed_a_paper_wrote_it(line, body):
    assert given("Self-assessment 2025", line, headings=1).organisation == body


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Held on 10 July 2024 at the Civic Centre.", "2024-07-10"),
        ("Meeting held 10 July 2024. Sent to the panel on 12 July 2024.", "2024-07-10"),
        ("Minutes of the meeting held on 10 July 2024 at the Civic Centre", "2024-07-10"),
        ("Wednesday 10 July 2024, 10am, Civic Centre", "2024-07-10"),
        ("The minutes of the last meeting held on 10 May 2024 were agreed.", None),
    ],
)
def test_minutes_are_of_the_day_on_which_they_say_the_meeting_was_held(line, day):
    found = given("Minutes of the executive group", line, "Apologies were received.", headings=1)
    assert found.published == day


FUTURE = "Scrutiny plan 2026 to 2028"


@pytest.mark.parametrize(
    ("title", "line", "source", "day"),
    [
        (FUTURE, "Draft version 0.2 for discussion, 4 May 2026. Not agreed.", "a", "2026-05-04"),
        (FUTURE, "Prepared by Lena Orr. 4 May 2026", "plan 2026-28", "2026-05-04"),
        ("What we heard: May 2025 to April 2026", "By Lena Orr, Manager. 3 June 2026", "a", "2026-06-03"),
        ("Audit of letters", "Quality group. Lena Orr. 9 June 2026", "audit June 2026", "2026-06-09"),
        ("Plan: progress", "To the Executive, 9 June 2026. Author: Lena Orr", "plan June 2026", "2026-06-09"),
        ("Figures", "All figures are of the year.", "figures 2025-26", "2026"),
        ("Audit of letters", "Letters were lost, the last on 9 June 2026. It was found.", "a", None),
    ],
)
@pytest.mark.parametrize("mark", ["", "## "], ids=["paragraph", "subtitle"])
def test_the_day_set_off_in_a_line_below_the_title_is_the_paper_s(save, title, line, source, day, mark):
    text = f"# {title}\n\n{mark}{line}\n\n## Purpose\n\n{BODY}\n"
    assert read(save(f"{source}.md", text)).published == day


def test_so_is_that_below_the_title_where_a_running_head_stands_above_both(save):
    line = "Ferring board, 9 June 2026. Author: Lena Orr."
    text = f"Ferring – official – letters\n\n# Audit of letters\n\n{line}\n\n## Aim\n\n{BODY}\n"
    assert read(save("a.md", text)).published == "2026-06-09"


def test_the_day_and_place_of_a_meeting_may_be_the_third_heading(save):
    head = "# Ferring Partnership\n\n# Learning Group\n\n## Thursday 8 October 2026, 1.30pm, on Teams\n\n"
    assert read(save("a.md", f"{head}Attendees: Lena Orr (LO)\n\n{BODY}\n")).published == "2026-10-08"


def test_a_day_may_be_written_with_dashes(save):
    assert read(save("a.md", f"# Tracker\n\nLast updated: 12-Oct-2026\n\n{BODY}\n")).published == "2026-10-12"


def test_notes_of_a_meeting_are_minutes(save):
    text = "Quality Group – notes of meeting, 3 May 2026\n\nIn attendance: Lena Orr (LO, Chair)\n\n"
    table = "| Item | Discussion | Action and owner | Due |\n|---|---|---|---|\n"
    table += "| 1. Rota | It was read. | LO to send it | 4 June |\n"
    assert read(save("a.md", text + table)).kind == "minutes"


def test_a_person_s_name_before_a_council_is_no_part_of_it():
    row = "1 | Rewrite the form | Lena Orr, Ferring Vale Council | 4 May 2026"
    other = "2 | Send the form | Piet Voss, Ferring Vale Council | 4 May 2026"
    found = given("Learning plan: position at 1 May 2026", row, other, headings=1)
    assert (found.organisation, found.subject) == ("Ferring Vale Council", "Ferring Vale")


def test_a_group_named_before_its_partnership_is_no_part_of_the_area():
    line = "Quality and Learning Group, Ferring Vale Safeguarding Children Partnership"
    assert given("Audit of letters", line).subject == "Ferring Vale"


def test_a_note_below_tables_is_no_title(save):
    rows = "\n".join(f"| Measure {at} | {at} | {at + 1} |" for at in range(12))
    text = f"| Indicator | Q1 | Q2 |\n|---|---|---|\n{rows}\n\n## {{note}}\n"
    for note in ("Source: returns read by Lena Orr 4 May 2026", "Returns read by Lena Orr"):
        assert read(save("figures.md", text.format(note=note))).title == "figures"


def test_the_day_and_place_below_the_title_date_minutes_though_set_as_a_heading(save):
    text = f"# Minutes of the board\n\n### 8 October 2027, Council Chamber\n\n{BODY}\n"
    assert read(save("Board minutes Oct 2027.md", text)).published == "2027-10-08"


def test_a_message_answered_and_sent_on_is_called_by_its_subject(save):
    head = "From: a@b.example\nDate: Mon, 2 Sep 2024 09:12:00 +0000\n"
    mail = f"{head}Subject: RE: FW: Re: Actions of the panel\n\nThanks.\n"
    assert read(save("a.eml", mail)).title == "Actions of the panel"


@pytest.mark.parametrize(
    ("lines", "headings", "title"),
    [
        (
            ["Anyshire Council", "Families Division", "MEMO", "Dip sample of meetings"],
            0,
            "Dip sample of meetings",
        ),
        (["Ref: MSP/QA/14", "Dip sample of meetings"], 2, "Dip sample of meetings"),
        (["Anyshire Council", "Civic Centre AN1 2BB", "Dip sample"], 3, "Anyshire Council: Dip sample"),
        (["Anyshire Council", "audits@anyshire.example", "Dip sample"], 0, "Dip sample"),
        (["Anyshire NHS Foundation Trust", "What we put right"], 0, "What we put right"),
    ],
)
def test_a_letterhead_is_no_title(lines, headings, title):
    assert given(*lines, headings=headings).title == title


def letterhead(*lines):
    """Recognises lines of which the first and last are headings."""
    text, blocks = "", []
    for number, line in enumerate([*lines, BODY]):
        kind = "heading" if number in (0, len(lines) - 1) else "paragraph"
        blocks.append(Block(kind, len(text), len(text) + len(line), int(kind == "heading") + bool(number)))
        text += f"{line}\n"
    return recognise(text, tuple(blocks), "a.docx", Metadata())


def test_a_motto_under_a_body_is_no_title_and_a_line_in_capitals_is():
    body, heading = "Anyshire Children’s Partnership", "Audit of supervision"
    assert letterhead(body, "Working together to keep children safe", heading).title == heading
    assert letterhead(body, "End of Project Case Study – Anyshire", heading).title.startswith("End of")


@pytest.mark.parametrize("label", ["Subject", "Subject:"])
def test_a_row_of_a_memo_says_what_it_is_about(label):
    rows = ["Anyshire Council", "To | All managers", f"{label} | Recording what children say"]
    text, blocks = "\n".join(rows), []
    for number, row in enumerate(rows):
        at = text.index(row)
        blocks.append(Block("table_row" if number else "paragraph", at, at + len(row)))
    assert recognise(text, tuple(blocks), "a.docx", Metadata()).title == "Recording what children say"


def test_the_subject_of_a_mail_is_its_title_whole_and_a_page_s_is_without_its_site():
    whole = "Action 3.4 - learning event on bruising"
    assert given(whole, metadata=Metadata(whole), headings=1).title == whole
    site = Metadata("Learning event on bruising | Anyshire")
    assert (
        given("Learning event on bruising", metadata=site, headings=1).title == "Learning event on bruising"
    )


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("Since April 2025 calls have gone to one number.", None),
        ("In 2024 thirty young people told us what they want.", None),
        ("The plan is to be renewed by April 2025.", "2013-08-01"),
        ("In 2014 thirty young people told us what they want.", "2013-08-01"),
    ],
)
def test_a_template_s_date_is_not_believed_where_the_text_tells_of_later_years(told, published):
    made = Metadata(created="2013-08-01")
    assert given("What happens after you tell us", told, metadata=made, headings=1).published == published
