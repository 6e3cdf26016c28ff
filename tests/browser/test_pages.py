"""The pages over the sample library in a real browser: each page and state, with and without script."""

import pytest
from serving import served

DAY = "as_of=2025-06-30"
ASKED = "How often did health practitioners take part in strategy discussions?"
ANSWER = f"/answers?question={ASKED.replace(' ', '+').replace('?', '%3F')}&{DAY}"
REFUSAL = f"/answers?question=What+was+spent+on+recruiting+foster+carers+in+Scotland%3F&{DAY}"
PAGES = {
    "empty": "/",
    "form error": "/answers?question=Why&since=2024-13",
    "answer": ANSWER,
    "refused": REFUSAL,
    "board": f"/questions?{DAY}",
    "ledger": f"/questions/impact?{DAY}",
    "recommendations": "/recommendations?missing=measurable&sort=lacking",
    "repeats": "/recommendations/repeats?year=2025",
    "no recommendation": "/recommendations?year=1999",
    "actions": f"/actions?{DAY}",
    "contradictions": f"/contradictions?{DAY}",
    "challenges": "/challenges",
    "conversations": "/conversations",
    "documents": "/documents",
    "check": "/check",
    "accessibility": "/accessibility",
    "privacy": "/privacy",
    "sign-in": "/sign-in",
    "error": "/nowhere",
}

READ = PAGES | {"source": ANSWER, "reference": "/docs"}


@pytest.fixture(scope="module")
def site(sample):
    with served(sample) as address:
        yield address


@pytest.mark.model
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_sound(tab, site, sound, name):
    """axe finds nothing, one host is asked, the policy refuses nothing, nothing scrolls sideways."""
    tab.open(site + PAGES[name])
    sound(tab, site)


@pytest.mark.model
@pytest.mark.parametrize("name", READ)
def test_a_reader_who_prefers_dark_gets_dark_pages_that_are_as_easy_to_read(tab, site, axe, name):
    tab.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    tab.open(site + READ[name])
    if name == "source":
        tab.leave("document.querySelector('.mark').click()")
    colours = "getComputedStyle(document.body)"
    light, dark = (
        sum(map(int, tab.run(f"{colours}.{one}.match(/\\d+/g)"))) for one in ("color", "backgroundColor")
    )
    assert light > 600 > 150 > dark
    assert axe(tab) == []


@pytest.mark.model
def test_the_page_of_a_source_is_sound_and_is_reached_from_the_mark_in_the_answer(tab, site, sound):
    tab.open(site + ANSWER)
    quote = tab.run("document.querySelector('.quoted blockquote').innerText.slice(1, -1)")
    tab.leave("document.querySelector('.mark').click()")
    assert tab.run("location.pathname").startswith("/source/")
    assert " ".join(tab.run("document.querySelector('mark').innerText").split())[:40] in quote
    sound(tab, site)


@pytest.mark.model
@pytest.mark.parametrize("name", ["answer", "board", "ledger"])
def test_paper_has_the_address_the_day_and_every_source_and_no_navigation(tab, site, axe, name):
    tab.open(site + PAGES[name])
    tab.send("Emulation.setEmulatedMedia", media="print")
    text = tab.run("document.body.innerText")
    assert tab.run("location.href.split('&library')[0]") in text
    assert "30 June 2025" in text
    assert "Library version" in text
    shown = "[...document.querySelectorAll('nav, form, .foot, .back')].filter(part => part.offsetParent)"
    assert tab.run(f"{shown}.length") == 0
    quoted = "[...document.querySelectorAll('.mark')].map(one => one.innerText.slice(1, -1))"
    listed = tab.run("[...document.querySelectorAll('.sources li[value]')].map(one => String(one.value))")
    assert set(tab.run(quoted)) <= set(listed)
    assert axe(tab) == []


@pytest.mark.model
def test_asking_works_without_script(tab, site):
    tab.send("Emulation.setScriptExecutionDisabled", value=True)
    tab.open(site)
    tab.run("document.getElementById('question').focus()")
    tab.type(ASKED)
    tab.leave("document.querySelector('form.ask button').click()")
    assert tab.run("document.querySelector('h1').innerText") == ASKED
    assert "as_of=" in tab.run("location.search")
    assert tab.run("document.querySelectorAll('.statements blockquote').length") > 0


@pytest.mark.model
def test_with_script_the_same_page_comes_piece_by_piece_under_the_same_address(tab, site):
    tab.open(f"{site}/?{DAY}")
    tab.run("addEventListener('focusin', event => (window.focused ||= []).push(event.target.id))")
    tab.run("document.getElementById('question').focus()")
    tab.type(ASKED)
    tab.press("Enter")
    tab.until("document.activeElement.id === 'answer-heading'")
    assert tab.run("document.getElementById('status').innerText").startswith("Answer ready,")
    assert tab.run("window.focused.filter(id => id === 'answer-heading').length") == 1
    assert any("/answers/stream?" in address for address in tab.requested())
    main = "document.getElementById('main').innerHTML.replace(/\\s+/g, ' ').trim()"
    streamed, title = tab.run(main), tab.run("document.title")
    tab.open(tab.run("location.href"))
    assert (tab.run(main), tab.run("document.title")) == (streamed, title)


@pytest.mark.model
def test_a_follow_up_is_asked_in_the_conversation_that_was_named_which_can_be_deleted(tab, site, sound):
    tab.open(f"{site}/?conversation=Before+the+board")
    for asked, heading in ((ASKED, ASKED), ("And for police?", "police")):
        tab.run("document.getElementById('question').focus()")
        tab.type(asked)
        tab.run("document.querySelector('form.ask button').click()")
        tab.until(f"document.getElementById('answer-heading')?.innerText.includes({heading!r})")
    assert "strategy discussions" in tab.run("document.getElementById('answer-heading').innerText")
    tab.open(tab.run("location.href"))  # opened again it adds nothing
    tab.open(f"{site}/conversations")  # other tests may have kept theirs in the library
    assert "Before the board" in tab.run("document.body.innerText")
    tab.open(f"{site}/conversations/kept?name=Before+the+board")
    assert tab.run("document.querySelectorAll('main section h2').length") == 3
    assert tab.run("document.querySelectorAll('main blockquote').length") > 0
    sound(tab, site)
    tab.leave("document.querySelector('form[action$=deleted] button').click()")
    assert tab.run("location.pathname") == "/conversations"
    assert "Before the board" not in tab.run("document.body.innerText")


@pytest.mark.model
@pytest.mark.parametrize("name", ["answer", "ledger", "documents"])
def test_the_keyboard_reaches_everything_in_its_order_and_shows_where_it_is(tab, site, name):
    tab.open(site + PAGES[name])
    wanted = tab.run(
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary,"
        ' [tabindex="0"]\')].filter(part => part.checkVisibility({contentVisibilityAuto: true}))'
        ".map((part, at) => (part.dataset.walk = String(at))).length"
    )
    seen = []
    for _ in range(wanted):
        tab.press("Tab")
        at, top, bottom, outline = tab.run(
            "(part => [part.dataset.walk, part.getBoundingClientRect().top,"
            " part.getBoundingClientRect().bottom, getComputedStyle(part).outlineStyle])"
            "(document.activeElement)"
        )
        seen.append(at)
        assert outline != "none", at
        assert bottom > 0, at
        assert top < 900, at
    assert seen == [str(at) for at in range(wanted)]


@pytest.mark.model
def test_the_skip_link_comes_first_and_leads_past_the_navigation(tab, site):
    tab.open(site + ANSWER)
    tab.press("Tab")
    assert tab.run("document.activeElement.innerText") == "Skip to the content"
    tab.press("Enter")
    tab.until("document.activeElement.id === 'main'")
    tab.press("Tab")
    assert tab.run("document.activeElement.className") == "mark"


@pytest.mark.model
def test_charts_are_inline_with_words_figures_and_a_sheet(tab, site):
    tab.open(f"{site}/recommendations")
    titles = tab.run("[...document.querySelectorAll('.chart svg > title')].map(one => one.textContent)")
    assert titles
    for script in ("svg > desc", "figcaption table", "figcaption a[href*=csv]"):
        assert tab.run(f"document.querySelectorAll('.chart {script}').length") == len(titles)
    assert tab.run("document.querySelectorAll('svg [style]').length") == 0
    fills = tab.run("[...document.querySelectorAll('svg text')].map(one => getComputedStyle(one).fill)")
    for fill in set(fills):  # darkest of all grounds they stand on is #5f86a6, under labels a white box
        red, green, blue = (int(part) for part in fill[4:-1].split(","))
        assert 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110, fill
