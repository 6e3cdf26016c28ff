"""100 scripts and pieces of markup wherever words can come from: shown, and never anything else."""

import json
import threading
from dataclasses import replace
from urllib.parse import quote

import pytest
from active import active
from browser.hostile import FullAssistant
from serving import served

from assistant.render.plain import one_line
from ingest.errors import LibraryBusyError

TEXTS = active(100)
HARMLESS = [f"Words of a document {number}" for number in range(100)]
DAY = "as_of=2026-01-01"
PAGES = {
    "answer": f"/answers?question=Why&{DAY}&library=v7",
    "refused": f"/answers?question=the+moon&{DAY}&library=v7",
    "board": f"/questions?{DAY}",
    "ledger": f"/questions/feedback?{DAY}",
    "recommendations": "/recommendations",
    "repeats": "/recommendations/repeats",
    "actions": f"/actions?{DAY}",
    "contradictions": f"/contradictions?{DAY}",
    "challenges": f"/challenges?{DAY}",
    "conversations": "/conversations",
    "conversation": "/conversations/kept?name=board",
    "documents": "/documents",
}
SHAPE = """
[...document.querySelectorAll("*")].filter(one => !one.closest("svg")).map(one =>
  one.tagName + [...one.attributes].map(each => each.name).filter(name => name !== "id").sort()).join(" ")
"""
LINKS = """
[...document.querySelectorAll("[href], [src], [action]")].filter(one => !one.closest("svg"))
  .map(one => one.href || one.src || one.action)
"""
DRAWN = "[...new Set([...document.querySelectorAll('svg *')].map(one => one.tagName))]"
DRAWING = {"clipPath", "defs", "desc", "g", "path", "pattern", "rect", "text", "title", "tspan", "use"}


@pytest.fixture(scope="module")
def hostile():
    assistant = FullAssistant(TEXTS)
    with served(assistant) as site:
        yield site


@pytest.fixture(scope="module")
def harmless():
    with served(FullAssistant(HARMLESS)) as site:
        yield site


def check_inactive(tab, site):
    assert tab.run("window.hit") is None
    assert {address.split("/")[2] for address in tab.requested()} == {site.split("/")[2]}
    assert all(link.startswith(site) for link in tab.run(LINKS))
    assert set(tab.run(DRAWN)) <= DRAWING
    assert tab.complaints() == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_hostile_words_is_built_like_one_of_harmless_words(tab, hostile, harmless, name):
    tab.open(hostile + PAGES[name])
    check_inactive(tab, hostile)
    built = tab.run(SHAPE)
    tab.open(harmless + PAGES[name])
    assert built == tab.run(SHAPE)


@pytest.fixture(scope="module")
def endless():
    """Names and words that no line can hold, with nowhere to break them."""
    with served(FullAssistant(["Children" * 30, "W" * 300, "a_b-c/d" * 40] * 4)) as site:
        yield site


@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_so_long_that_a_phone_has_to_scroll_sideways(tab, endless, name):
    tab.resize(320, 900)
    tab.open(endless + PAGES[name])
    wide = tab.run(
        "[...document.querySelectorAll('main *')].filter(one => !one.closest('.table')"
        " && one.getBoundingClientRect().right > 321).map(one => one.outerHTML.slice(0, 90))"
    )
    assert (tab.run("document.documentElement.scrollWidth"), wide) == (320, [])


def test_the_checks_find_what_they_look_for(tab, harmless, axe):
    """A picture without words, a script in the page and a picture from elsewhere do not go unnoticed."""
    tab.open(harmless)
    tab.run("document.body.insertAdjacentHTML('beforeend', '<img src=//elsewhere.example/x.png onerror=x>')")
    assert any("image-alt" in fault for fault in axe(tab))
    assert any("elsewhere.example" in address for address in tab.requested()) or tab.complaints()
    assert any("Content Security Policy" in complaint for complaint in tab.complaints())


def test_every_text_is_shown_as_it_is_written(tab, hostile):
    shown = tab.open(hostile + PAGES["answer"]).run(
        "[...document.querySelectorAll('.statements blockquote')].map(one => one.textContent)"
    )
    assert len(shown) == 100
    for number, text in enumerate(shown):
        assert f"Q{number}Z" in text
    assert shown[0] == "“<script>window.hit=1</script> Q0Z”"


def test_a_question_that_is_a_script_is_shown_and_does_nothing(tab, hostile):
    """Each of them is built like a harmless one; every tenth is also opened."""
    tab.open(hostile)
    read = (
        "Promise.all(%s.map(text => fetch('/?question=' + encodeURIComponent(text))"
        ".then(reply => reply.text())"
        ".then(html => new DOMParser().parseFromString(html, 'text/html')).then(document => "
        "[document.getElementById('question').value, %s])))"
    )
    shown = tab.run(read % (json.dumps([*TEXTS, "Why?"]), SHAPE))
    assert [value for value, _ in shown] == [one_line(text) for text in (*TEXTS, "Why?")]
    assert len({shape for _, shape in shown}) == 1
    for text in TEXTS[::10]:
        tab.open(f"{hostile}/answers?question={quote(text)}&{DAY}&library=v7")
        check_inactive(tab, hostile)


def test_pieces_that_stream_in_are_as_inactive_as_the_page(tab, hostile):
    tab.open(hostile)
    tab.run("document.getElementById('question').focus()")
    tab.type(TEXTS[0])
    tab.run("document.querySelector('form.ask button').click()")
    tab.until("document.activeElement.id === 'answer-heading'")
    check_inactive(tab, hostile)
    assert tab.run("document.querySelectorAll('.statements blockquote').length") == 100


# ── states that only a slow or a failing library shows ───────────────────────────────────────────────────


class Slow(FullAssistant):
    """Answers when it is let; the second question meets a busy library."""

    def __init__(self):
        super().__init__(HARMLESS[:10])
        self.may_answer = threading.Event()

    def ask(self, question, **options):
        self.may_answer.wait(20)
        if "busy" in question:
            raise LibraryBusyError("The library is busy.", "Try again in a moment.")
        return replace(super().ask(question, **options))


@pytest.fixture
def slow():
    assistant = Slow()
    with served(assistant) as site:
        yield assistant, site
    assistant.may_answer.set()


def submit(tab, site, question):
    tab.open(site)
    tab.run(f"document.getElementById('question').value = {question!r}")
    tab.run("document.querySelector('form.ask button').click()")


def test_while_it_searches_the_page_says_so_and_is_sound(tab, slow, sound):
    assistant, site = slow
    submit(tab, site, "Why?")
    tab.until("document.getElementById('status').innerText === 'Searching 10 documents'")
    assert tab.run("document.querySelector('article').getAttribute('aria-busy')") == "true"
    sound(tab, site)
    assistant.may_answer.set()
    tab.until("document.activeElement.id === 'answer-heading'")
    assert tab.run("document.getElementById('status').innerText") == "Answer ready, 10 sources."
    assert tab.run("document.querySelectorAll('[aria-busy=true]').length") == 0


def test_a_failure_is_told_as_an_alert_with_what_to_do(tab, slow, axe):
    assistant, site = slow
    assistant.may_answer.set()
    submit(tab, site, "Why so busy?")
    tab.until("document.querySelector('[role=alert]')")
    assert (
        tab.run("document.querySelector('[role=alert]').innerText").split("\n")[0] == "The library is busy."
    )
    assert axe(tab) == []


def test_an_answer_that_is_cut_off_opens_as_a_page_instead(tab, slow):
    assistant, site = slow
    assistant.may_answer.set()
    tab.send("Network.setBlockedURLs", urls=["*/answers/stream*"])
    submit(tab, site, "Why?")
    tab.until("location.pathname === '/answers' && document.getElementById('answer-heading')")
    assert tab.run("document.querySelectorAll('.statements blockquote').length") == 10
