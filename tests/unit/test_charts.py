"""Charts: the same bytes every time, nothing unsafe in them, and readable by those who cannot see them."""

import itertools
import math
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from assistant.charts.chart import Chart, Series
from assistant.charts.draw import _places, _with_gaps, draw_png, draw_svg
from assistant.charts.make import actions_by_status, shares_by_year, themes_by_year
from assistant.charts.plain import draw_text

SVG = "{http://www.w3.org/2000/svg}"
LINES = shares_by_year(
    {"specific": {"2022": 0.25, "2023": 0.5}, "time_bound": {"2023": 0.1}}, {"2022": 12, "2023": 30}
)
HOSTILE = 'Council <script>alert(1)</script> $\\frac{1}{0}$ &"\x1b[31m\u202e'
BARS = actions_by_status({HOSTILE: {"open": 3, "done": 2}, "Police": {"done": 1}}, ("open", "done"))


def elements(chart):
    return ElementTree.fromstring(draw_svg(chart))


@pytest.mark.parametrize("chart", [LINES, BARS, themes_by_year({})], ids=["lines", "bars", "nothing"])
def test_a_chart_has_the_same_bytes_every_time(chart):
    assert draw_svg(chart) == draw_svg(chart)
    assert draw_png(chart) == draw_png(chart)
    assert draw_png(chart).startswith(b"\x89PNG")


def test_a_chart_says_in_words_what_it_shows():
    described = elements(LINES).find(f"{SVG}desc").text
    assert described == "2022 (n = 12): specific 25 %. 2023 (n = 30): specific 50 %, time-bound 10 %."
    assert elements(LINES).get("role") == "img"


def test_lines_end_in_their_names_and_bars_carry_their_numbers():
    assert {"specific 50 %", "time-bound 10 %"} <= {text.text for text in elements(LINES).iter(f"{SVG}text")}
    assert {"3", "2", "1"} <= {text.text for text in elements(BARS).iter(f"{SVG}text")}


def test_names_from_documents_do_nothing():
    drawn = draw_svg(BARS)
    assert "<script" not in drawn
    assert not set("\x1b\u202e") & set(drawn)
    assert {element.tag.removeprefix(SVG) for element in elements(BARS).iter()}.isdisjoint(
        {"script", "style", "image", "a", "foreignObject"}
    )


def test_two_charts_on_one_page_share_no_id():
    ids = [{element.get("id") for element in elements(chart).iter()} - {None} for chart in (LINES, BARS)]
    assert not ids[0] & ids[1]


def test_labels_that_would_touch_are_moved_apart():
    near = Chart("t", "lines", "share", ("2022",), tuple(Series(f"s{n}", (0.5,)) for n in range(5)))
    heights = sorted(
        float(text.get("y")) for text in elements(near).iter(f"{SVG}text") if str(text.text).startswith("s")
    )
    assert all(second - first > 10 for first, second in itertools.pairwise(heights))


def test_a_terminal_gets_bars_and_values():
    drawn = draw_text(LINES, 40)
    assert "  specific     50 %  ████████" in drawn
    assert max(len(line) for line in drawn.splitlines()[1:]) <= 40


def test_a_series_needs_a_value_for_each_category():
    with pytest.raises(ValueError, match="one value for each"):
        Chart("t", "lines", "share", ("2022",), (Series("s", ()),))


def test_the_types_load_no_drawing_library():
    loaded = "import sys, assistant.charts.make, assistant.charts.plain; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_year_without_a_value_is_a_gap_and_no_step():
    assert _places(("2020", "2022", "2023")) == [0, 2, 3]
    assert _places(("early", "late")) == [0, 1]
    across, up = _with_gaps([0, 2], [0.5, 0.7])
    assert across == [0, 1.0, 2]
    assert math.isnan(up[1])
