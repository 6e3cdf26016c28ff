"""The terminal app beyond questions: ledgers, tables, adding, saving and copying."""

import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest
from driving import answered, shown, until
from textual.widgets import Input, TabbedContent

from assistant.actions.action import Action, ActionRegister, Field
from assistant.tui import copying
from assistant.tui.app import ScrutinyApp
from assistant.tui.screens.tables import TablesScreen
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation

WIDE = (140, 40)


def action(text, due, citation):
    return Action(
        id=text,
        recommendation_id=None,
        document_id="d",
        text=Field(text, (citation,)),
        owner=Field("Health", (citation,)),
        due=due,
        due_words=None,
        status="open",
        timing="overdue",
        progress=(),
        evidence=None,
        impact=None,
    )


@pytest.fixture
def assistant(assistant):
    both = (action("Train 300 staff", "2024-01-31", 1), action("Audit [/] files", "2023-06-30", 2))
    assistant.actions = lambda **options: ActionRegister("2026-01-01", "v7", both, assistant.answer.citations)
    return assistant


async def with_questions(pilot):
    contents = pilot.app.screen.query_one(Contents)
    await until(pilot, lambda: any(node.data[0] == "question" for node in contents.leaves()))
    return contents


async def test_key_questions_stand_beside_the_documents_with_their_verdicts(assistant):
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        contents = await with_questions(pilot)
        labels = [str(node.label) for node in contents.leaves() if node.data[0] == "question"]
        assert labels[0].startswith(("+", "±", "!", "−", "?"))
        assert "1. " in labels[0]


async def test_the_area_of_the_ledgers_is_named_and_can_be_chosen(assistant):
    first = assistant.questions()[0]

    def questions(ids=(), **options):
        assistant.weighed.append(options)
        return [replace(first, subject=options["subject"] or "Exmoor")]

    assistant.questions = questions
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        contents = await with_questions(pilot)
        assert str(contents.root.children[0].label) == "Key questions: Exmoor"
        await pilot.press("f10", *"Varleigh", "enter")
        await until(pilot, lambda: str(contents.root.children[0].label) == "Key questions: Varleigh")
        assert assistant.weighed[-1] == {"subject": "Varleigh"}


async def test_the_area_may_be_given_when_the_app_is_opened(assistant):
    async with ScrutinyApp(assistant, subject="Varleigh").run_test(size=WIDE) as pilot:
        await with_questions(pilot)
        assert assistant.weighed[-1][1] == {"subject": "Varleigh"}


@pytest.mark.parametrize("size", [(80, 24), WIDE], ids=str)
async def test_a_key_question_shows_its_ledger_with_sources_to_open(assistant, size):
    async with ScrutinyApp(assistant).run_test(size=size) as pilot:
        contents = await with_questions(pilot)
        await pilot.press("f2")
        contents.move_cursor(next(node for node in contents.leaves() if node.data[0] == "question"))
        await pilot.press("enter")
        conversation = pilot.app.screen.query_one(Conversation)
        await until(pilot, lambda: conversation.exchanges and conversation.exchanges[0].shown)
        assert conversation.exchanges[0].sources == assistant.questions()[0].citations
        assert conversation.region.width
        await until(pilot, lambda: "To put to the board" in shown(pilot.app))
        await pilot.press("1")
        await until(pilot, lambda: ">>" in shown(pilot.app))


async def test_on_a_narrow_screen_the_library_is_laid_over_and_put_away(assistant):
    async with ScrutinyApp(assistant).run_test(size=(60, 24)) as pilot:
        contents = pilot.app.screen.query_one(Contents)
        assert not contents.region.width
        await pilot.press("f2")
        await until(pilot, lambda: contents.region.width)
        await pilot.press("f2")
        await until(pilot, lambda: not contents.region.width)
        await pilot.press("f2")
        await until(pilot, lambda: contents.region.width)
        await pilot.press("escape")
        await until(pilot, lambda: not contents.region.width)


async def test_a_table_sorts_by_the_column_of_the_cursor_and_opens_its_source(assistant):
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: pilot.app.screen.query("#actions DataTable"))
        pilot.app.screen.query_one(TabbedContent).active = "actions"
        table = pilot.app.screen.query_one("#actions DataTable")
        await until(pilot, lambda: table.row_count == 2)
        table.focus()
        await pilot.press("right", "right", "s")
        assert str(table.get_cell_at((0, 0))) == "Audit [/] files"
        await pilot.press("s")
        assert str(table.get_cell_at((0, 0))) == "Train 300 staff"
        await pilot.press("enter")
        await until(pilot, lambda: ">>" in shown(pilot.app))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, TablesScreen)


async def test_brackets_turn_to_the_next_table_and_what_is_not_there_is_sorted_last(assistant):
    undated = action("Write it down", None, 1)
    register = assistant.actions()
    assistant.actions = lambda **options: replace(register, actions=(undated, *register.actions))
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        for tab in ("recommendations", "actions"):
            await until(pilot, lambda tab=tab: pilot.app.screen.query(f"#{tab} DataTable"))
        await pilot.press("right_square_bracket")
        table = pilot.app.screen.query_one("#actions DataTable")
        await until(pilot, lambda: table.has_focus and table.row_count == 3)
        for _ in range(2):
            await pilot.press("right", "right", "s", "left", "left")
            assert str(table.get_cell_at((2, 0))) == "Write it down"
        assert str(table.get_cell_at((0, 0))) == "Train 300 staff"
        await pilot.press("left_square_bracket", "left_square_bracket")
        assert pilot.app.screen.query_one(TabbedContent).active == "challenges"


async def test_recommendations_stand_in_a_table_with_their_letters(assistant):
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: pilot.app.screen.query("#recommendations DataTable"))
        table = pilot.app.screen.query_one("#recommendations DataTable")
        await until(pilot, lambda: table.row_count)
        assert all(str(cell) in "012-" for cell in table.get_row_at(0)[-5:])


@pytest.mark.parametrize("width", [60, 80, 140])
async def test_a_table_fits_the_screen_and_breaks_no_date(assistant, width):
    async with ScrutinyApp(assistant).run_test(size=(width, 24)) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: pilot.app.screen.query("#recommendations DataTable"))
        table = pilot.app.screen.query_one("#recommendations DataTable")
        await until(pilot, lambda: table.row_count)
        assert table.virtual_size.width <= width
        widths = {str(column.label): column.width for column in table.columns.values()}
        assert widths["Due"] >= len("2026-01-31")
        assert ("Document" in widths) == (width == 140)


async def test_a_table_that_cannot_be_made_says_why(assistant):
    def fail():
        raise ZeroDivisionError

    assistant.recommendations = fail
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: "failed in a way it should not" in shown(pilot.app))


async def test_documents_are_added_from_inside_with_a_report(assistant, tmp_path):
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        await pilot.press("f4")
        pilot.app.screen.query_one(Input).value = f"'{tmp_path}'"
        await pilot.press("enter")
        await until(pilot, lambda: "1 added" in shown(pilot.app))
        assert assistant.ingested == [([tmp_path], "standard")]
        await pilot.press("escape")
        assert pilot.app.screen.query_one(Conversation)


def notices(app):
    return " ".join(notice.message for notice in app._notifications)


async def test_an_answer_is_saved_with_its_sources_and_never_over_another(assistant, tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.tui.screens.conversation.exports_folder", lambda: tmp_path)
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        await pilot.press("f5")
        assert "no answer yet" in notices(pilot.app)
        await answered(pilot)
        await pilot.press("f5", "f5")
        files = sorted(tmp_path.iterdir())
        assert len(files) == 2
        assert "Children were seen alone in 14 of 20 audited cases." in files[0].read_text("utf-8")
        assert "voice-audit.pdf" in files[0].read_text("utf-8")
        assert str(tmp_path) in notices(pilot.app)


def test_copying_uses_the_tool_that_works_and_says_which(monkeypatch, tmp_path):
    tool, copied = tmp_path / "pbcopy", tmp_path / "copied"
    tool.write_text(f"#!/bin/sh\ncat > {copied}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    sent = []
    assert copying.copy("words", sent.append) == "Copied with pbcopy."
    assert (copied.read_text(), sent) == ("words", [])
    tool.write_text("#!/bin/sh\nexit 1\n")
    assert copying.copy("words", sent.append).startswith("Sent to your terminal")
    assert sent == ["words"]


def test_chat_reads_as_a_conversation_without_a_terminal(scrutiny):
    run = scrutiny("chat", "--plain", standard_input="Why?\nThe moon?\n\nNever asked\n")
    lines = run.out.splitlines()
    assert run.code == 0
    assert "You: Why?" in lines
    assert any(line.startswith("Statement 1: Children were seen alone") for line in lines)
    assert any(line.startswith("Source 1: Multi-agency audit") for line in lines)
    assert any(line.startswith("Nearest passage 1:") for line in lines)
    assert "Never asked" not in run.out
    assert "\x1b" not in run.out


def test_chat_goes_on_after_a_failure(scrutiny, assistant):
    from ingest.errors import LibraryBusyError

    documents = assistant.documents
    assistant.documents = lambda: [*documents()]
    ask = assistant.ask
    failures = [LibraryBusyError("Process 7 is writing.", "Wait.")]
    assistant.ask = lambda text, **kept: (_ for _ in ()).throw(failures.pop()) if failures else ask(text)
    run = scrutiny("chat", standard_input="Why?\nWhy?\n")
    assert "That could not be asked. Process 7 is writing. Wait." in run.out
    assert "Statement 1:" in run.out
    assert run.code == 0


async def test_evidence_is_rejected_with_a_reason_where_it_is_read_and_weighed_again(assistant):
    judged = []

    def judge(evidence, decision, words="", *, question=None):
        judged.append((evidence, decision, words, question))
        return SimpleNamespace(judgements=[SimpleNamespace(id="E1")])

    assistant.judge = judge
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        contents = await with_questions(pilot)
        await pilot.press("f2")
        leaf = next(node for node in contents.leaves() if node.data[0] == "question")
        contents.move_cursor(leaf)
        await pilot.press("enter", "1")
        await until(pilot, lambda: ">>" in shown(pilot.app))
        weighed = len(assistant.weighed)
        await pilot.press("x", "enter")
        assert judged == []
        ledger = replace(assistant.questions()[0], reason="Weighed without it.", citations=())
        assistant.questions = lambda ids=(), **options: assistant.weighed.append((ids, {})) or [ledger]
        await pilot.press("x", *"old", "enter")
        await until(pilot, lambda: judged and len(assistant.weighed) > weighed)
        source = assistant.answer.citations[0]
        place = f"{source.document_id}:{source.start}-{source.end}"
        assert judged == [(place, "rejected", "old", leaf.data[1])]
        assert "E1" in notices(pilot.app)
        await pilot.press("escape")
        await until(pilot, lambda: "Weighed without it." in shown(pilot.app))


async def test_a_challenge_of_a_ledger_is_put_into_the_log_by_its_number(assistant):
    put = []

    def put_challenge(text="", *, copied):
        put.append(copied)
        return SimpleNamespace(challenges=[SimpleNamespace(id="C1", text="Why so?")])

    assistant.put_challenge = put_challenge
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        contents = await with_questions(pilot)
        await pilot.press("f9")
        assert "ledger of a key question first" in notices(pilot.app)
        await pilot.press("f2")
        contents.move_cursor(next(node for node in contents.leaves() if node.data[0] == "question"))
        await pilot.press("enter", "f9", "1", "enter")
        await until(pilot, lambda: "C1 is in the challenge log" in notices(pilot.app))
        assert "Why so?" in notices(pilot.app)
        assert put == ["feedback:1"]


async def test_evidence_of_an_answer_that_is_no_ledger_is_not_judged(assistant):
    async with ScrutinyApp(assistant).run_test(size=WIDE) as pilot:
        await answered(pilot)
        await pilot.press("1")
        await until(pilot, lambda: ">>" in shown(pilot.app))
        await pilot.press("x")
        assert type(pilot.app.screen).__name__ == "SourceScreen"


async def test_the_pack_is_made_for_the_area_asked_for_and_its_place_is_told(
    assistant, tmp_path, monkeypatch
):
    monkeypatch.setattr("assistant.tui.screens.pack.exports_folder", lambda: tmp_path)
    made = []
    assistant.pack = lambda **options: made.append(options) or "the pack"
    assistant.write_pack = lambda pack, places: [place.write_text(pack) for place in places]
    async with ScrutinyApp(assistant, subject="Exmoor").run_test() as pilot:
        await pilot.press("f8", "enter", *"OFFICIAL")
        assert not made
        await pilot.press("enter")
        await until(pilot, lambda: "Saved as" in shown(pilot.app))
        assert made == [{"subject": "Exmoor", "marking": "OFFICIAL"}]
        (file,) = tmp_path.iterdir()
        assert (file.suffix, file.read_text()) == (".docx", "the pack")
        assert file.name in "".join(shown(pilot.app).split())


async def test_a_pack_that_is_left_is_finished_and_a_notice_tells_where_it_lies(
    assistant, tmp_path, monkeypatch
):
    monkeypatch.setattr("assistant.tui.screens.pack.exports_folder", lambda: tmp_path)
    left = threading.Event()
    assistant.pack = lambda **options: left.wait(10) and "the pack"
    assistant.write_pack = lambda pack, places: [place.write_text(pack) for place in places]
    async with ScrutinyApp(assistant).run_test() as pilot:
        await pilot.press("f8", "enter", "enter")
        await until(pilot, lambda: "Step 1 of 2" in shown(pilot.app))
        await pilot.press("escape")
        left.set()
        await until(pilot, lambda: "Saved as" in notices(pilot.app))


async def test_a_pack_that_cannot_be_made_says_why_and_leaves_no_file(assistant, tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.tui.screens.pack.exports_folder", lambda: tmp_path)
    async with ScrutinyApp(assistant).run_test() as pilot:
        await pilot.press("f8", "enter", "enter")
        await until(pilot, lambda: "There is no such area." in shown(pilot.app))
        assert not any(tmp_path.iterdir())
