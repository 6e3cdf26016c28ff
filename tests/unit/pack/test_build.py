"""From a library's ledgers and logs to the pack, the same for every format."""

from dataclasses import replace

from assistant.pack.document import Badge, Grid, Heading, Picture, Quoted, Text, Words, lines_of
from assistant.pack.sections import sections
from assistant.pack.shown import day_words, note_text, period_words, shown
from assistant.pack.wording import fitting
from ingest.document import Page


def headings(pack, level=1):
    return [
        block.text for block in pack.document.blocks if isinstance(block, Heading) and block.level == level
    ]


def words_of(pack):
    lines = [line for block in pack.document.blocks for line in lines_of(block)]
    return " ".join(item.text for line in lines for item in line if isinstance(item, Words))


def test_the_pack_goes_from_the_board_over_each_question_to_the_documents(pack):
    assert headings(pack) == [
        "The board at a glance",
        "1. How far is lessons shown?",
        "2. How far is smart shown?",
        "Actions over time",
        "Are recommendations SMART?",
        "Challenge log",
        "What could not be read",
        "Documents behind this pack",
        "How to read and check this pack",
    ]


def test_the_board_has_a_row_a_question_with_its_verdict_in_words(pack):
    board = next(block for block in pack.document.blocks if isinstance(block, Grid))
    badges = [item for row in board.rows for cell in row for item in cell if isinstance(item, Badge)]
    assert [badge.text for badge in badges] == ["Evidenced in part", "Not evidenced"]
    assert [[cell[0].text for cell in row[2:]] for row in board.rows] == [["1", "2", "1"], ["0", "0", "1"]]


def test_notes_are_numbered_in_the_order_of_reading_and_begin_anew_in_each_section(pack):
    marked = [
        n for section in sections(pack.document) for n in dict.fromkeys(note.n for note in section.notes)
    ]
    assert marked == list(range(1, len(pack.document.notes) + 1))
    quotes = [note.quote for note in pack.document.notes]
    assert quotes.count("Training reached 9 of 31 teams in 2024.") == 2  # the question's and the actions'


def test_a_note_gives_document_page_day_and_reference(pack, maker):
    note = next(note for note in pack.document.notes if note.quote.startswith("Training") and note.in_text)
    reference = f"{maker.ids.report[:8]}:32-71"
    assert (
        note_text(note)
        == f"Yearly report, page 1 (page 2 of the file), published 25 September 2024. [{reference}]"
    )


def test_near_copies_are_one_quotation_whose_note_names_both_documents(pack):
    note = next(
        note for note in pack.document.notes if note.quote == "All staff know the pathway." and note.in_text
    )
    ((_, alike),) = note.also
    assert alike
    assert "The same words: Audit of re-referrals, published March 2025." in note_text(note)


def test_what_rests_on_a_quotation_without_showing_it_has_it_in_its_note(pack):
    first = pack.document.notes[0]
    assert not first.in_text
    assert note_text(first).startswith("“All staff know the pathway.” Yearly report, ")


def test_a_question_with_nothing_says_so(pack):
    assert words_of(pack).count("Nothing in the period.") == 2


def test_the_pack_lists_every_document_with_its_hash_and_its_quotations(pack, library):
    hashes = {record.sha256 for record in library.documents()}
    assert {source.sha256 for source in pack.document.sources} == hashes
    assert sum(source.cited for source in pack.document.sources) >= len(pack.document.notes)


def test_papers_of_other_areas_are_listed_only_where_they_are_quoted(library, put, make):
    put("report.txt", "A paper.", subject="Aldermere", title="Own paper")
    put("scan.pdf", "A scan.", subject="Thornholt", pages=(Page(0, "1", 0, 7, "unread"),))
    pack = make().pack().document
    assert "scan.pdf" not in {source.document for source in pack.sources}
    assert "scan.pdf" not in words_of(make().pack())
    assert "report.txt" in {source.document for source in pack.sources}


def test_one_statement_more_is_shown_and_no_line_says_that_it_is_left_out():
    assert [fitting(number, 12) for number in (11, 12, 13, 14)] == [12, 12, 13, 12]


def test_a_rejected_piece_of_evidence_is_shown_as_set_aside_with_the_reason(maker):
    maker.judge("rejected", "report", "Training reached 9 of 31 teams in 2024.")
    pack = maker.pack()
    assert "Set aside by the scrutineer" in headings(pack, 2)
    assert "(E1: A count.)" in words_of(pack)


def test_a_note_of_the_scrutineer_stands_beside_the_evidence(maker):
    maker.judge("noted", "report", "Training reached 9 of 31 teams in 2024.", reason="Ask which.")
    assert "(data; scrutineer's note: Ask which.)" in words_of(maker.pack())


def test_the_challenge_log_tells_what_came_of_each(maker):
    maker.challenge()
    pack = maker.pack()
    assert "1 in all, 0 open, 0 overdue, 0 closed" in words_of(pack)
    assert "20 May 2025, answer: A review is under way." in words_of(pack)
    assert "Already in the challenge log" in headings(pack, 2)


def test_without_a_log_the_pack_says_so_and_no_more(pack):
    assert "No challenge to the board has been recorded yet." in words_of(pack)


def test_unread_and_recognised_pages_are_named(library, put, make):
    from ingest.document import Page

    put("scan.pdf", "A scan.", pages=(Page(0, "1", 0, 7, "ocr"), Page(1, "2", 7, 7, "unread")))
    grid = next(
        block
        for block in make().pack().document.blocks
        if isinstance(block, Grid) and block.title.startswith("Unread")
    )
    assert [[cell[0].text for cell in row] for row in grid.rows] == [["scan.pdf", "page 2", "page 1"]]


def test_actions_past_their_date_are_marked_in_words(pack):
    grid = next(
        block for block in pack.document.blocks if isinstance(block, Grid) and block.title == "Actions"
    )
    (row,) = grid.rows
    assert isinstance(row[0][0], Quoted)
    assert [item.text for item in row[3]] == ["open ", "overdue"]
    assert row[2][0].text == "31 January 2025"


def test_few_actions_make_no_chart(pack):
    assert not any(isinstance(block, Picture) for block in pack.document.blocks)


def test_the_same_library_gives_the_same_pack(maker):
    assert maker.pack().document == maker.pack().document


def test_a_remark_is_no_lead(pack):
    roles = {block.role for block in pack.document.blocks if isinstance(block, Text)}
    assert roles == {"body", "lead"}


def test_days_and_periods_are_said_in_words():
    assert day_words("2025-03-04") == "4 March 2025"
    assert (day_words("2025-03"), day_words("2025"), day_words(None)) == ("March 2025", "2025", "")
    assert period_words("2023-04/2025-03") == "April 2023 to March 2025"


def test_no_character_that_a_file_cannot_hold_is_shown():
    assert shown("a\x00b\ud800c\ufffed\u202ee") == "ab\ufffdc\ufffdde"


def test_recommendations_of_the_period_are_listed_with_what_each_lacks(maker):
    from dataclasses import replace

    from assistant.pack.build import build
    from assistant.pack.material import Recommended
    from assistant.register.entry import Entry
    from assistant.slices import Citations

    piece = maker.place("audit", "Files were closed early in 17 of 30 cases.")
    citations = Citations(maker.library)
    described = dict.fromkeys(Entry.__slots__, "")
    levels = dict.fromkeys(("specific", "measurable"), 0)
    entry = Entry(**{**described, "owner": None, "deadline": None, "criteria_with_context": levels})
    found = (Recommended(entry, citations.number(piece)),)
    material = replace(maker.pack().material, recommended=found, recommended_citations=citations.all())
    grid = next(
        block for block in build(material).blocks if isinstance(block, Grid) and "missing" in block.title
    )
    assert [cell[0].text for cell in grid.rows[0][1:]] == ["nobody", "none", "specific, measurable, owner"]


def test_a_letter_met_in_part_is_told_from_one_that_is_missing():
    from types import SimpleNamespace

    from assistant.pack.parts.smart import lacking

    def told(*missing, **levels):
        return lacking(SimpleNamespace(missing=missing, criteria_with_context=levels))

    assert told("time_bound", time_bound=0, measurable=1) == "time-bound; in part: measurable"
    assert told(specific=1) == "in part: specific"
    assert told(specific=2) == "nothing"


def test_the_cover_says_how_many_of_the_librarys_documents_are_weighed(maker, monkeypatch):
    assert dict(maker.pack().document.facts)["Documents"] == "2"
    ledgers = maker.ledgers()
    monkeypatch.setattr(maker, "ledgers", lambda: [replace(one, weighed=1) for one in ledgers])
    assert dict(maker.pack().document.facts)["Documents"] == "1 weighed, of 2 in the library"
