"""The page of a source in a real browser: boxes lie on the picture, one citation leads to the next."""

import pytest
from serving import served

DAY = "as_of=2025-06-30"
ANSWER = f"/answers?question=How+often+did+health+practitioners+take+part+in+strategy+discussions%3F&{DAY}"
FILE, SAID = "joint-inspection-aldermere-2023.pdf", "A health practitioner took part in only 11 of the 26"
SIDES = "(b => [b.left, b.top, b.right, b.bottom])({}.getBoundingClientRect())"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def site(sample):
    with served(sample) as address:
        yield address


def test_each_box_lies_where_the_service_says_on_a_picture_that_is_there(tab, site, sample):
    document = sample.show(FILE)
    start = document.text.index(SAID)
    end = start + len(SAID)
    (page,) = sample.marked(FILE, start, end).pages
    tab.open(f"{site}/source/{document.id}?start={start}&end={end}")
    left, top, right, bottom = tab.run(SIDES.format("document.querySelector('.sheet image')"))
    boxes = tab.run(f"[...document.querySelectorAll('.sheet rect')].map(one => {SIDES.format('one')})")
    assert len(boxes) == len(page.boxes) == 1
    across, down = (right - left) / page.width, (bottom - top) / page.height
    for drawn, box in zip(boxes, page.boxes, strict=True):
        meant = (box.left * across, box.top * down, box.right * across, box.bottom * down)
        found = (drawn[0] - left, drawn[1] - top, drawn[2] - left, drawn[3] - top)
        assert found == pytest.approx(meant, abs=2)
    assert f"{site}/source/{document.id}/pages/{page.page.index}" in tab.requested()
    assert tab.complaints() == []


def test_the_citations_of_an_answer_are_walked_through_and_lead_back(tab, site):
    tab.open(site + ANSWER)
    cited = tab.run("document.querySelectorAll('.sources li[value]').length")
    tab.leave("document.querySelector('.sources .source-title').click()")
    for _ in range(cited - 1):
        tab.leave("document.querySelector('a[rel=next]').click()")
    assert not tab.run("document.querySelector('a[rel=next]')")
    assert tab.run("document.querySelectorAll('mark').length") >= 1
    tab.leave("document.querySelector('nav.steps a').click()")
    assert tab.run("location.pathname") == "/answers"


def test_in_a_narrow_window_one_step_leads_to_the_quoted_words(tab, site):
    tab.open(site + ANSWER)
    tab.leave("document.querySelector('.sources .source-title').click()")
    down = "document.querySelector('nav.steps .down')"
    assert not tab.run(f"{down}.checkVisibility()")
    tab.resize(400, 800)
    tab.run(f"{down}.click()")
    tab.until(
        "(box => box.top >= 0 && box.bottom <= 800)(document.querySelector('mark').getBoundingClientRect())"
    )
