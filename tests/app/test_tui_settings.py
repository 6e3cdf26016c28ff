"""The terminal app's keys and theme from scrutiny.toml, and what it opens outside itself."""

import threading
from dataclasses import replace

import pytest
from driving import answered, ask, shown, until

from assistant.tui import opening
from assistant.tui.app import ScrutinyApp
from assistant.tui.bindings import all_bindings
from assistant.tui.opening import Opener
from assistant.tui.preferences import Preferences, find_preferences
from assistant.tui.screens.tables import TablesScreen
from ingest.errors import SettingsError


def found(folder, text, home=None):
    (folder / "scrutiny.toml").write_text(text, "utf-8")
    return find_preferences(folder, home or folder, lambda: (all_bindings(), {"textual-light"}))


def test_the_nearest_file_with_an_app_table_counts_and_others_are_passed_over(tmp_path):
    inner, home = tmp_path / "a" / "b", tmp_path / "home"
    for folder in (inner, home):
        folder.mkdir(parents=True)
    found(home, '[app]\ntheme = "textual-light"\n')
    assert found(inner, "[check]\n", home) == Preferences("textual-light")
    assert found(inner.parent, '[app.keys]\n"screen.tables" = "f9"\n') == Preferences(
        "", {"screen.tables": "f9"}
    )
    assert find_preferences(tmp_path, tmp_path, lambda: pytest.fail("not asked")) == Preferences()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[app.keys]\n"screen.table" = "f9"', "screen.tables"),
        ('[app.keys]\n"screen.tables" = "hyper+9x"', "screen.tables"),
        ('[app]\ntheme = "pink"', "pink"),
        ("[app]\ncolour = 1", "colour"),
        ("app = 3", "table"),
        ("[app", "TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(tmp_path, text, named):
    with pytest.raises(SettingsError, match=r"scrutiny\.toml") as raised:
        found(tmp_path, text)
    assert named in str(raised.value)


def test_every_binding_has_an_id_of_its_own_and_no_key_that_terminals_take():
    bindings = all_bindings()
    assert len(bindings) >= 30
    taken = {"ctrl+enter", "ctrl+s", "ctrl+b", "ctrl+h", "ctrl+j"}
    assert taken.isdisjoint(key for one in bindings.values() for key in one.key.split(","))


def test_the_command_prints_the_keys_as_a_settings_file_and_reads_its_own(scrutiny, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scrutiny.toml").write_text(scrutiny("tui", "--keys").out, "utf-8")
    (tmp_path / "plan.md").write_text("Nothing is recommended.", "utf-8")
    assert '"screen.pack" = "f8"' in scrutiny("tui", "--keys").out
    assert "SM901" in scrutiny("check", "plan.md").out


async def test_a_key_that_was_set_works_and_is_named_on_the_welcome(assistant):
    preferences = Preferences("textual-light", {"screen.tables": "f9"})
    async with ScrutinyApp(assistant, preferences).run_test() as pilot:
        assert pilot.app.theme == "textual-light"
        assert "F9 to the tables" in shown(pilot.app)
        await pilot.press("f3")
        assert not isinstance(pilot.app.screen, TablesScreen)
        await pilot.press("f9")
        assert isinstance(pilot.app.screen, TablesScreen)


async def test_control_c_says_how_to_quit(assistant):
    async with ScrutinyApp(assistant, Preferences(keys={"quit": "ctrl+x"})).run_test() as pilot:
        pilot.app.action_help_quit()
        await until(pilot, lambda: [one.message for one in pilot.app._notifications] == ["Ctrl+X quits."])


def test_a_terminal_of_plain_lines_is_shown_the_way_to_chat(scrutiny, monkeypatch):
    monkeypatch.setattr("assistant.cli.tui.at_a_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    run = scrutiny("tui")
    assert (run.code, "scrutiny chat" in run.err) == (2, True)


def test_a_pdf_is_opened_at_its_page_and_anything_else_only_saved(assistant, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(opening.webbrowser, "open", lambda address: bool(opened.append(address)) or True)
    monkeypatch.setattr(opening, "exports_folder", lambda: tmp_path)
    source, opener = replace(assistant.answer.citations[0], page_index=4), Opener(assistant)
    assert str(tmp_path) in opener.open(source)
    assert opened == []
    record, _ = assistant.original(source.document_id)
    assistant.original = lambda document: (record, b"%PDF-1.7")
    assert opener.open(source) == "Opened at page 5."
    assert opened[0].endswith(".pdf#page=5")
    folder = opener._folder
    opener.close()
    assert not folder.exists()


async def test_passages_with_the_words_stand_there_until_the_model_is_loaded(assistant):
    released, at_once = threading.Event(), assistant.ask
    assistant.ask = lambda question, **kept: released.wait(10) and at_once(question, **kept)
    search = assistant.search
    assistant.search = lambda query, **options: (
        search(query, **options) if query == "words alone" else released.wait(10)
    )
    async with ScrutinyApp(assistant).run_test() as pilot:
        await ask(pilot)
        await until(pilot, lambda: "Meanwhile, passages" in shown(pilot.app))
        assert "voice-audit.pdf" in shown(pilot.app)
        released.set()
        await until(pilot, lambda: "As of 2026-01-01" in shown(pilot.app))
        assert "Meanwhile" not in shown(pilot.app)


async def test_the_file_of_a_source_is_opened_from_its_view(assistant, tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "exports_folder", lambda: tmp_path)
    async with ScrutinyApp(assistant).run_test() as pilot:
        await answered(pilot)
        await pilot.press("1")
        await until(pilot, lambda: ">>" in shown(pilot.app))
        await pilot.press("o")
        await until(pilot, lambda: any("Saved as" in one.message for one in pilot.app._notifications))
