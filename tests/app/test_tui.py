"""The terminal app, driven by keys and judged by what stands on the screen."""

import threading
from dataclasses import replace

import pytest
from driving import answered, ask, shown, until
from textual.events import Paste
from textual.widgets._footer import FooterKey

from assistant.tui.app import ScrutinyApp
from assistant.tui.preferences import Preferences
from assistant.tui.screens.keys import KeysScreen
from assistant.tui.screens.source import SourceScreen
from assistant.tui.widgets.contents import Contents
from assistant.tui.widgets.conversation import Conversation
from assistant.tui.widgets.question_input import QuestionInput
from assistant.tui.widgets.source_list import SourceList
from ingest.errors import LibraryBusyError, NoLibraryError

SIZES = [(60, 24), (80, 24), (140, 40)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_question_is_answered_with_quotations_and_sources(assistant, size):
    async with ScrutinyApp(assistant).run_test(size=size) as pilot:
        await answered(pilot)
        assert assistant.asked[0][0] == "Why?"
        assert "1. “Children were seen alone in 14 of 20 audited cases.” [1]" in shown(pilot.app)
        assert "As of 2026-01-01" in shown(pilot.app)


@pytest.mark.parametrize(
    ("size", "panes"), [((60, 24), 0), ((80, 24), 0), ((110, 30), 1), ((140, 40), 2)], ids=str
)
async def test_panes_appear_with_the_width_and_nothing_scrolls_sideways(assistant, size, panes):
    async with ScrutinyApp(assistant).run_test(size=size) as pilot:
        conversation = await answered(pilot)
        visible = [pane for pane in (SourceList, Contents) if pilot.app.screen.query_one(pane).region.width]
        assert len(visible) == panes
        assert conversation.max_scroll_x == 0
        assert ("[1] Multi-agency audit" in shown(pilot.app)) == (panes == 0)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_key_of_the_footer_is_on_the_screen_and_there_are_six_at_most(assistant, size):
    async with ScrutinyApp(assistant).run_test(size=size) as pilot:
        await answered(pilot)
        keys = [key for key in pilot.app.screen.query(FooterKey) if key.display]
        assert 0 < len(keys) <= 6
        assert all(key.region.right <= size[0] for key in keys)


@pytest.mark.parametrize(
    ("keys", "quote"),
    [
        (["enter"], 1),
        (["right_square_bracket", "enter"], 2),
        (["left_square_bracket", "enter"], 2),
        (["2"], 2),
    ],
    ids=["Enter", "] Enter", "[ Enter", "a digit"],
)
async def test_keys_open_a_source_with_the_quotation_in_its_context(assistant, keys, quote):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await answered(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: ">>" in shown(pilot.app))
        assert f">> {assistant.answer.citations[quote - 1].quote} <<" in shown(pilot.app)
        assert "An aside that is quoted nowhere." in shown(pilot.app)
        assert f"Source {quote} of 2" in shown(pilot.app)


async def test_the_source_view_walks_on_and_escape_comes_back(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await answered(pilot)
        await pilot.press("1", "right_square_bracket")
        await until(pilot, lambda: "Source 2 of 2" in shown(pilot.app))
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, SourceScreen)
        assert isinstance(pilot.app.focused, Conversation)


async def test_a_changed_document_is_not_passed_off_as_the_one_quoted(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await answered(pilot)
        assistant.document = replace(assistant.document, sha256="cd" * 32)
        await pilot.press("1")
        await until(pilot, lambda: "has changed since this answer" in shown(pilot.app))


async def test_a_refusal_looks_different_from_an_answer_and_opens_its_nearest_passage(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        conversation = await answered(pilot, "the moon?")
        assert conversation.exchanges[0].has_class("-refused")
        assert "Not found in the documents" in shown(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: ">> Their wishes" in shown(pilot.app))


@pytest.mark.parametrize("failure", [LibraryBusyError("Process 7 is writing.", "Wait."), ZeroDivisionError()])
async def test_a_failed_question_is_put_back(assistant, failure, monkeypatch, tmp_path):
    monkeypatch.setattr("assistant.crash._log_folder", lambda: tmp_path)
    async with ScrutinyApp(assistant).run_test() as pilot:
        await until(pilot, lambda: any(pilot.app.screen.query_one(Contents).leaves()))
        assistant.failure = failure
        await ask(pilot)
        question = pilot.app.screen.query_one(QuestionInput)
        await until(pilot, lambda: question.value == "Why?")
        assert pilot.app.screen.query_one(Conversation).exchanges[0].has_class("-failed")
        assert "That could not be asked." in shown(pilot.app)


async def test_typing_goes_on_while_an_answer_is_looked_for(assistant):
    released = threading.Event()
    ask_at_once = assistant.ask
    assistant.ask = lambda question, **kept: released.wait(10) and ask_at_once(question, **kept)
    async with ScrutinyApp(assistant).run_test() as pilot:
        await ask(pilot)
        await pilot.press(*"And")
        assert pilot.app.screen.query_one(QuestionInput).value == "And"
        released.set()
        conversation = pilot.app.screen.query_one(Conversation)
        await until(pilot, lambda: conversation.exchanges[0].shown)
        assert pilot.app.focused is pilot.app.screen.query_one(QuestionInput)


async def test_a_letter_typed_among_the_answers_begins_the_next_question(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await answered(pilot)
        await pilot.press(*"Who")
        assert pilot.app.screen.query_one(QuestionInput).value == "Who"


async def test_a_question_pasted_among_the_answers_is_the_next_one(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        conversation = await answered(pilot)
        conversation.post_message(Paste("Who saw 3 of them,\nand [when]?"))
        question = pilot.app.screen.query_one(QuestionInput)
        await until(pilot, lambda: question.value == "Who saw 3 of them, and [when]?")


async def test_a_question_pasted_in_several_lines_is_one_question(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        question = pilot.app.screen.query_one(QuestionInput)
        question.value = "Please: "
        question.post_message(Paste("Who saw 3 of them,\nand\twhen?\n"))
        await until(pilot, lambda: question.value == "Please: Who saw 3 of them, and when?")


async def test_earlier_answers_can_be_gone_back_to(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await answered(pilot)
        conversation = await answered(pilot, "the moon?")
        await pilot.press("ctrl+up")
        assert conversation.current is conversation.exchanges[0]
        await pilot.press("ctrl+down")
        assert conversation.current is conversation.exchanges[1]


async def test_a_missing_library_is_said_with_what_to_do(assistant):
    assistant.failure = NoLibraryError("There is no library yet.", "Run scrutiny ingest.")
    async with ScrutinyApp(assistant).run_test() as pilot:
        await until(pilot, lambda: list(pilot.app._notifications))
        assert "Run scrutiny ingest." in next(iter(pilot.app._notifications)).message


async def test_a_document_of_the_list_opens_at_its_beginning(assistant):
    async with ScrutinyApp(assistant).run_test(size=(140, 40)) as pilot:
        documents = pilot.app.screen.query_one(Contents)
        await until(pilot, lambda: any(node.data[0] == "document" for node in documents.leaves()))
        documents.root.expand_all()
        await pilot.pause()
        documents.move_cursor(next(node for node in documents.leaves() if node.data[0] == "document"))
        documents.focus()
        await pilot.press("enter")
        await until(pilot, lambda: "An aside that is quoted nowhere." in shown(pilot.app))


@pytest.mark.parametrize(
    "text", ["Section [/] 4", "a\x1b[2Jb", "a\u202eb", "[link=http://evil.example]x[/link]"], ids=ascii
)
async def test_hostile_words_are_only_shown(assistant, text):
    cited = replace(assistant.answer.citations[0], quote=text, title=text, heading=text)
    assistant.answer = replace(assistant.answer, verdict=text, citations=(cited,))
    assistant.records = [replace(assistant.records[0], title=text)]
    async with ScrutinyApp(assistant).run_test(size=(140, 40)) as pilot:
        await answered(pilot)
        await pilot.press("1")
        await until(pilot, lambda: ">>" in shown(pilot.app))
        strips = [segment for strip in pilot.app.screen._compositor.render_strips() for segment in strip]
        assert all(letter.isprintable() for segment in strips for letter in segment.text)
        assert not any(segment.style and segment.style.link for segment in strips)


async def test_control_q_quits(assistant):
    app = ScrutinyApp(assistant)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
    assert app.failure is None
    assert app.return_code == 0


def test_a_fault_of_the_app_itself_is_kept_for_the_caller_and_not_printed(assistant, monkeypatch, capsys):
    def fail(screen):
        raise ZeroDivisionError("secret")

    app = ScrutinyApp(assistant)
    monkeypatch.setattr(app, "push_screen", fail)
    app.run(headless=True)
    assert isinstance(app.failure, ZeroDivisionError)
    assert "secret" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=str)
async def test_f1_lists_our_keys_alone_and_any_of_them_puts_it_away(assistant, size):
    async with ScrutinyApp(assistant).run_test(size=size) as pilot:
        await pilot.press("f1")
        assert isinstance(pilot.app.screen, KeysScreen)
        told = shown(pilot.app)
        for does in (
            "Earlier answer",
            "Add documents",
            "Copy the answer",
            "Conversations",
            "Challenge pack",
            "Area",
        ):
            assert does in told
        assert not any(own in told for own in ("Scroll", "Cursor", "Page", "Focus"))
        panel = pilot.app.screen.query_one("VerticalScroll")
        assert panel.max_scroll_y == 0
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, KeysScreen)


async def test_a_key_that_was_set_is_listed_as_set(assistant):
    async with ScrutinyApp(assistant, Preferences(keys={"screen.pack": "ctrl+k"})).run_test() as pilot:
        await pilot.press("f1")
        assert "Ctrl+K  Challenge pack" in shown(pilot.app)


async def test_f1_is_in_the_footer_wherever_the_focus_is(assistant):
    async with ScrutinyApp(assistant).run_test(size=(80, 24)) as pilot:
        for key in ("escape", "escape"):
            assert "f1" in [one.key for one in pilot.app.screen.query(FooterKey)]
            await pilot.press(key)
            await pilot.pause()


async def test_a_bracket_walks_through_the_sources_also_from_the_question(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await answered(pilot)
        await pilot.press("escape", "right_square_bracket")
        assert pilot.app.screen.query_one(QuestionInput).value == ""
        assert isinstance(pilot.app.focused, Conversation)
        await pilot.press("enter")
        await until(pilot, lambda: "Source 2 of 2" in shown(pilot.app))


async def test_a_bracket_within_a_question_is_typed(assistant):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await pilot.press("a", "left_square_bracket", "right_square_bracket")
        assert pilot.app.screen.query_one(QuestionInput).value == "a[]"


@pytest.mark.parametrize("key", ["f8", "f10"])
async def test_where_an_area_is_asked_for_those_there_are_stand_there(assistant, key):
    async with ScrutinyApp(assistant).run_test() as pilot:
        await until(pilot, lambda: pilot.app.screen.records)
        await pilot.press(key)
        assert "Exmoor" in str(pilot.app.screen.query_one("#known").render())


async def test_what_another_process_has_changed_in_the_library_is_listed_and_said(assistant):
    async with ScrutinyApp(assistant).run_test(size=(140, 40)) as pilot:
        listed = lambda: [leaf.data[1] for leaf in pilot.app.screen.query_one(Contents).leaves()]  # noqa: E731
        one = assistant.records[0]
        await until(pilot, lambda: one.id in listed())
        assistant.records = [one, replace(one, id="another", title="A new audit", published="2026-05-01")]
        await answered(pilot)
        await until(pilot, lambda: "another" in listed())
        assert any("2 documents now" in one.message for one in pilot.app._notifications)
        assistant.records = [one]
        await pilot.press("f2")
        await until(pilot, lambda: "another" not in listed())
