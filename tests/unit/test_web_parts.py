"""What the web pages are put together from: choices in addresses, long lists, charts with their figures."""

import re

import pytest
from starlette.datastructures import QueryParams

from assistant.answer import Citation, Statement, by_number
from assistant.charts.chart import Chart, Series
from assistant.charts.make import themes_by_year
from assistant.web import pages
from assistant.web.addresses import own_address
from assistant.web.asked import Asked, asked_in
from assistant.web.choices import choices_in
from assistant.web.drawn import drawn, without_styles
from assistant.web.listed import listed
from assistant.web.notes import by_paper, quotation
from assistant.web.places import pages_named

YEARS = ("2021", "2022", "2023")


def chosen(query):
    return choices_in("/list", QueryParams(query), ("owner", "sort", "page"))


def test_a_choice_keeps_the_others_and_begins_the_list_anew():
    choices = chosen("owner=The+police&page=3&unknown=x")
    assert choices.with_("sort", "newest") == "/list?owner=The+police&sort=newest"
    assert choices.chips("owner", [("The police", "The police", 2)]) == [("The police", "/list", True, 2)]


@pytest.mark.parametrize(
    ("page", "first", "last"), [("1", 1, 50), ("3", 101, 120), ("99", 101, 120), ("0", 1, 50), ("²", 1, 50)]
)
def test_a_long_list_comes_fifty_at_a_time_and_never_beyond_its_end(page, first, last):
    shown = listed(range(120), chosen(f"page={page}"))
    assert (shown.first, shown.last, shown.pages) == (first, last, 3)
    assert bool(shown.previous) == (first > 1)
    assert bool(shown.next) == (last < 120)


def test_an_empty_list_has_one_page_without_neighbours():
    shown = listed([], chosen(""))
    assert (shown.first, shown.last, shown.previous, shown.next) == (0, 0, "", "")


def test_a_chart_of_two_points_is_not_drawn():
    assert drawn(themes_by_year({"neglect": {"2024": 2}, "voice": {"2024": 1}})) is None
    assert drawn(Chart("T", "lines", "share", YEARS, (Series("s", (0.1, None, 0.5)),))) is None


def test_a_chart_holds_no_style_and_its_table_the_same_figures():
    made = drawn(
        Chart("T", "lines", "share", YEARS, (Series("<b>", (0.1, 0.2, 0.5)),), ("n = 1", "n = 2", "n = 3"))
    )
    assert made is not None
    assert "style" not in made.svg
    assert "<b>" not in made.svg
    assert made.header == ("Year", "Number", "<b>")
    assert made.rows[2] == ("2023", "3", "50 %")


def test_words_that_look_like_a_style_stay_words():
    told = '<text style="font-size: 9px; fill: #000"> style="x: y" </text>'
    assert without_styles(told) == '<text font-size="9px" fill="#000"> style="x: y" </text>'


@pytest.mark.parametrize(
    ("address", "own"),
    [("/answers?a=b", "/answers?a=b"), ("//evil", "/"), ("/\\evil", "/"), ("/\n/evil", "/"), ("evil", "/")],
)
def test_only_our_own_addresses_are_gone_back_to(address, own):
    assert own_address(address) == own


def test_an_address_gives_back_the_question_it_was_made_of():
    asked = Asked("Why & how?", ("audit",), "Exmoor", ("a.pdf",), "2024", "2025-01", "2025-06-30", "v7")
    query = asked.address().partition("?")[2]
    assert asked_in(QueryParams(query)) == asked
    assert asked.faults() == {}


@pytest.mark.parametrize("day", ["2025-02-30", "20250630", "2025-W01-1", "soon"])
def test_a_day_that_is_none_is_a_fault(day):
    assert list(Asked("Why?", as_of=day).faults()) == ["as_of"]


def test_pages_are_counted_as_a_reader_counts_them():
    assert (pages_named([1]), pages_named([6, 1, 2])) == ("page 2", "pages 2, 3 and 7")


def cited_at(n, document_id, page):
    place = ("a.pdf", "a.pdf", "The board's report", "2024", page, str(page + 1), "", 0, 1, "words")
    return Citation(n, document_id, "hash", *place)


def test_citations_stand_by_document_in_the_order_in_which_each_is_first_cited():
    cited = by_number([cited_at(1, "b", 3), cited_at(2, "a", 0), cited_at(3, "b", 7)])
    papers = by_paper([3, 1, 2, 3, 9], cited)
    assert [[one.n for one in paper] for paper in papers] == [[3, 1], [2]]


@pytest.mark.parametrize(("macro", "shown"), [("quoted", 1), ("sources", 1)])
def test_a_document_that_is_cited_twice_is_named_once_with_both_pages(macro, shown):
    cited = by_number([cited_at(1, "b", 3), cited_at(2, "b", 7)])
    call = {
        "quoted": "quoted('words', [1, 2], cited, '/')",
        "sources": "sources(cited.values() | list, '/', {})",
    }[macro]
    source = "{% import 'cites.html' as cites with context %}{{ cites." + call + " }}"
    page = pages._environment().from_string(source).render(cited=cited, site="", path="/")
    visible = re.sub(r'aria-label="[^"]*"', "", page)
    assert visible.count("The board&#39;s report") == shown
    assert [name in visible for name in ("age 4", "age 8", "age 1")] == [True, True, False]
    assert page.count('class="mark"' if macro == "quoted" else 'class="source-title"') == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Visits are late.", ("", "Visits are late.")),
        ("Against: “Visits are late.”", ("Against", "Visits are late.")),
        ("Yearly report, 2023: “Visits are late.”", ("", "Visits are late.")),
        ("Claimed, Yearly report, 1 May 2023: “Visits are late.”", ("Claimed", "Visits are late.")),
        ("The report says that visits are late.", None),
    ],
)
def test_a_source_s_words_are_told_from_what_stands_before_them(text, shown):
    quote = "Visits are late."
    cited = Citation(
        1, "d", "0" * 64, "a.pdf", "a.pdf", "Yearly report", None, None, None, "", 0, len(quote), quote
    )
    assert quotation(Statement(text, (1,)), {1: cited}) == shown
