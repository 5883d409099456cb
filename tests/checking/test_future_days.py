"""An entry that was added in the future is reported, by the day on which somebody asks."""

from datetime import date
from pathlib import Path

import pytest

from generator.checking.check import check
from generator.problems import Severity

ENTRY = """title: A study of nothing at all
kind: study
doi: 10.9999/nothing
summary: >-
  Pairs made-up films with nothing and measures what is found again.
section: adjacent
added: 2024-06-05
"""
PATH = "entries/2024/nothing.yaml"


def messages(root: Path, today: date | None) -> list[str]:
    (root / PATH).write_text(ENTRY, "utf-8")
    problems = check(root, [PATH], today=today).problems
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [str(problem) for problem in problems]


def test_a_day_in_the_future_is_a_warning(root: Path) -> None:
    assert messages(root, date(2024, 6, 3)) == [
        f"{PATH}:7:8: warning: `2024-06-05` is in the future: write the day when the entry is added, "
        "such as 2024-06-03 [added-date]"
    ]


@pytest.mark.parametrize("today", [date(2024, 6, 4), date(2024, 6, 5), date(2025, 1, 1), None])
def test_tomorrow_may_be_today_elsewhere(root: Path, today: date | None) -> None:
    assert messages(root, today) == []


def test_the_cache_does_not_keep_the_day(root: Path) -> None:
    assert messages(root, date(2025, 1, 1)) == []
    assert len(messages(root, date(2024, 1, 1))) == 1
