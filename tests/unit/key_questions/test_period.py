from dataclasses import replace

import pytest

from assistant.key_questions.period import Period, choose_period, dated
from ingest.errors import UsageError


def test_the_default_is_the_latest_24_months_that_there_are():
    assert str(choose_period(None, ["2019", None, "2025-03-04"], "2026-01-01")) == "2023-04/2025-03"


def test_nothing_later_than_the_day_asked_for_makes_the_period():
    assert str(choose_period(None, ["2024-05-01", "2025-03-04"], "2024-06-30")) == "2022-06/2024-05"


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        ("2024", "2024-01/2024-12"),
        ("2023-24", "2023-04/2024-03"),
        ("2011/12", "2011-04/2012-03"),
        ("2011-12", "2011-12/2011-12"),
        ("2024-03", "2024-03/2024-03"),
        ("2023-07/2025-06", "2023-07/2025-06"),
        ("2022/2024", "2022-01/2024-12"),
    ],
)
def test_a_period_is_read_as_it_is_written_in_reports(asked, period):
    assert str(choose_period(asked, [], "2026-01-01")) == period


@pytest.mark.parametrize("asked", ["soon", "2024-13", "2025/2024", "12"])
def test_what_is_no_period_is_a_wrong_request(asked):
    with pytest.raises(UsageError):
        choose_period(asked, [], "2026-01-01")


def test_a_year_is_inside_where_any_of_its_months_is():
    period = Period("2023-04", "2025-03")
    assert [period.holds(date) for date in ("2023", "2023-03-31", "2025-03-31", "2025-04", None)] == [
        "in", "earlier", "in", "later", "undated",
    ]  # fmt: skip


def test_a_paper_for_a_meeting_to_come_counts_from_the_day_it_was_added(library, put):
    put(
        "card.txt",
        "12 of 20 visits were in time.",
        kind="performance",
        published="2999-12-09",
        subject="Exmoor",
    )
    (record,) = library.documents()
    assert dated(record) == record.added[:10]
    assert dated(replace(record, published="2024-06")) == "2024-06"
