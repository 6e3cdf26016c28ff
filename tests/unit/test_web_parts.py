"""What the web pages are put together from: choices in addresses, long lists, charts with their figures."""

import pytest
from starlette.datastructures import QueryParams

from assistant.charts.chart import Chart, Series
from assistant.charts.make import themes_by_year
from assistant.web.addresses import own_address
from assistant.web.asked import Asked, asked_in
from assistant.web.choices import choices_in
from assistant.web.drawn import drawn, without_styles
from assistant.web.listed import listed
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
