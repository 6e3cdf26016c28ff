"""Dates as people write them, read by one parser whatever the front end."""

from datetime import date

import pytest

from assistant.understanding.narrow import date_of, day_of


@pytest.mark.parametrize(
    "written",
    [
        "2025-10-31",
        "31/10/2025",
        "31.10.2025",
        "31-10-2025",
        "31/10/25",
        "2025/10/31",
        "31 October 2025",
        "31st October, 2025",
        "Friday 31 October 2025",
        "Fri, 31 Oct 2025",
        "31-Oct-2025",
        "31Oct 2025",
        " October 31 2025 ",
    ],
)
def test_a_day_is_read_as_british_readers_write_it(written):
    assert day_of(written) == date(2025, 10, 31)
    assert date_of(written) == "2025-10-31"


def test_the_day_stands_before_the_month():
    assert date_of("1/2/2025") == "2025-02-01"


@pytest.mark.parametrize(
    ("written", "iso"),
    [("2025", "2025"), ("2025-10", "2025-10"), ("10/2025", "2025-10"), ("Oct 2025", "2025-10")],
)
def test_a_year_or_a_month_is_a_date_and_no_day(written, iso):
    assert date_of(written) == iso
    assert day_of(written) is None


@pytest.mark.parametrize(
    "written",
    ["", "soon", "31 February 2025", "10/31/2025", "2025-13", "by 31 October 2025", "2025-W10", "1"],
)
def test_what_is_no_date_is_none(written):
    assert date_of(written) is None
