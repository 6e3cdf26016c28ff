"""What visitors do besides asking, in a real browser: it is the browser that says where a form comes from."""

import threading
from datetime import date

import pytest
from app.conftest import FakeAssistant
from serving import served

from assistant.access.key_ring import KeyRing
from assistant.api.limits import Limits
from assistant.journal.weighing import Weighing
from assistant.settings import Settings

FILL = "document.getElementById({!r}).value = {!r}"


class Keeping(FakeAssistant):
    """Keeps what it is given to keep."""

    put: dict[str, object] | None = None

    def __init__(self, folder):
        super().__init__(settings=Settings(folder))
        self.may_read = threading.Event()

    def ingest(self, *arguments, **options):
        self.may_read.wait(20)
        return super().ingest(*arguments, **options)

    def put_challenge(self, text, **options):
        self.put = {"text": text, **options}
        return super().put_challenge(text, **options)


@pytest.fixture
def assistant(tmp_path):
    return Keeping(tmp_path)


@pytest.fixture
def site(assistant):
    with served(assistant, limits=Limits(rate=10_000, upload=20_000)) as address:
        yield address
        assistant.may_read.set()


def choose(tab, *files):
    root = tab.send("DOM.getDocument")["root"]["nodeId"]
    node = tab.send("DOM.querySelector", nodeId=root, selector="#files")["nodeId"]
    tab.send("DOM.setFileInputFiles", nodeId=node, files=[str(file) for file in files])


def test_a_challenge_of_a_ledger_is_put_into_the_log_with_its_evidence(tab, site, assistant, sound):
    tab.open(f"{site}/questions/feedback?subject=Aldermere&as_of=2026-01-01")
    tab.leave("document.querySelector('.challenges a.nowrap').click()")
    assert tab.run("document.getElementById('text').value") == "What shaped the plan instead?"
    sound(tab, site)
    tab.run(FILL.format("owner", "The board"))
    tab.leave("document.querySelector('#text').form.requestSubmit()")
    assert tab.run("location.pathname + location.hash") == "/challenges#C1"
    assert assistant.put["copied"] == "feedback:1"
    assert assistant.put["weighing"] == Weighing("Aldermere", as_of=date(2026, 1, 1))
    assert (assistant.put["owner"], assistant.put["judge"]) == ("The board", "this machine")


def test_documents_are_added_and_the_page_tells_when_they_are_read(tab, site, assistant, tmp_path, sound):
    (tmp_path / "audit.txt").write_text("Children were seen alone.")
    tab.open(f"{site}/documents")
    choose(tab, tmp_path / "audit.txt")
    tab.leave("document.querySelector('#files').form.requestSubmit()")
    assert tab.run("document.querySelector('h1').innerText") in ("Reading", "Waiting for its turn")
    sound(tab, site)
    assistant.may_read.set()
    tab.until("!document.getElementById('job').dataset.running")
    assert tab.run("document.querySelector('h1').innerText") == "1 file taken"
    assert tab.run("document.getElementById('status').innerText") == "1 file taken"
    assert [path.name for path in assistant.ingested[0][0]] == ["audit.txt"]
    sound(tab, site)


def test_a_file_that_is_too_large_is_refused_on_a_page(tab, site, assistant, tmp_path):
    (tmp_path / "large.txt").write_bytes(b"x" * 30_000)
    tab.open(f"{site}/documents")
    choose(tab, tmp_path / "large.txt")
    tab.leave("document.querySelector('#files').form.requestSubmit()")
    assert tab.run("document.querySelector('h1').innerText") == "A request may have 20,000 bytes."
    assert assistant.ingested == []


def test_signing_in_opens_the_page_wanted_and_no_script_sees_the_key(tab, assistant, tmp_path, sound):
    ring = KeyRing(tmp_path)
    _, token = ring.create("Chair", ["read"], None, date(2026, 1, 2))
    with served(assistant, ring, keys_needed=True) as site:
        tab.open(f"{site}/questions?as_of=2026-01-01")
        tab.run(FILL.format("key", "wrong"))
        tab.leave("document.getElementById('key').form.requestSubmit()")
        sound(tab, site)
        tab.run(FILL.format("key", token))
        tab.leave("document.getElementById('key').form.requestSubmit()")
        assert tab.run("location.pathname + location.search") == "/questions?as_of=2026-01-01"
        assert tab.run("document.cookie") == ""
        tab.leave("document.querySelector('.foot form button').click()")
        assert tab.run("location.pathname") == "/sign-in"


def test_a_form_that_another_site_sends_is_refused(tab, site, assistant):
    """The browser of someone who is signed in here, lured elsewhere: a page of another origin posts."""
    tab.open(
        "data:text/html,<form method=post action='%s/challenges'><input name=text value=x></form>" % site  # noqa: UP031
    )
    tab.leave("document.forms[0].submit()")
    assert tab.run("document.querySelector('.kicker').innerText").upper() == "PROBLEM 403"
    assert assistant.put is None


def test_a_report_that_was_checked_is_a_sound_page(tab, site, sound):
    tab.open(f"{site}/check")
    tab.run(FILL.format("text", "Agencies should consider how to improve training."))
    tab.leave("document.querySelector('main button').click()")
    assert tab.run("document.querySelector('h1').innerText") == "1 recommendation, 0 of them SMART"
    sound(tab, site)


def test_a_report_that_was_checked_beside_the_papers_is_a_sound_page(tab, site, sound):
    tab.open(f"{site}/check")
    tab.run(FILL.format("text", "Agencies should consider how to improve training."))
    tab.run("document.querySelector('[name=repeats]').click()")
    tab.leave("document.querySelector('main button').click()")
    assert "Children were seen alone" in tab.run("document.querySelector('.findings blockquote').innerText")
    sound(tab, site)
