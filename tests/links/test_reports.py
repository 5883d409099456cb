"""Progress, and reports that are too long."""

import io

from generator.links.answers.lines import MAX_DETAIL_LENGTH, clean_line
from generator.links.answers.verdict import Target, Verdict
from generator.links.link import LinkOccurrence
from generator.links.reports.markdown import MAX_ROWS, MAX_TEXT, render_markdown
from generator.links.reports.plain import render_text
from generator.links.reports.progress import make_progress_reporter
from generator.links.reports.row import ReportRows
from generator.links.result import LinkResult, RunOutcome


def test_progress_has_a_line_for_each_hundred_and_for_the_last() -> None:
    stream = io.StringIO()
    advance = make_progress_reporter({"web": ["x"] * 250, "doi": ["y"]}, stream)
    for _ in range(250):
        advance("web")
    advance("doi")
    advance("unplanned")
    assert stream.getvalue().splitlines() == [
        "web: 100 of 250",
        "web: 200 of 250",
        "web: 250 of 250",
        "doi: 1 of 1",
    ]


def rows(count: int, verdict: Verdict, detail: str = "why") -> ReportRows:
    results = [
        LinkResult(
            LinkOccurrence(f"https://x.org/{n}", Target("web", "x"), "page.md", "page", line=n + 1),
            verdict,
            detail,
            "odd|text",
        )
        for n in range(count)
    ]
    return ReportRows(RunOutcome(tuple(results), ("do this",)), {})


def test_a_long_table_is_cut_off() -> None:
    shown = render_markdown(rows(MAX_ROWS + 5, Verdict.DEAD))
    assert "| … | | | and 5 more |" in shown
    assert "odd\\|text" in shown
    assert shown.endswith("Hint: do this.\n")


def test_a_long_report_is_cut_off() -> None:
    shown = render_markdown(rows(MAX_ROWS, Verdict.DEAD, "x" * 500))
    assert len(shown) < MAX_TEXT + 100
    assert shown.endswith("the whole text is in the run's log.\n")


def test_a_report_without_links() -> None:
    assert render_markdown(ReportRows(RunOutcome(()), {})) == "0 links.\n"
    assert render_text(ReportRows(RunOutcome(()), {})) == "0 links"


def test_hostile_text_is_one_clean_line() -> None:
    assert clean_line("a\x1b[31m\r\n::error::\u202eb\u2028c") == "a [31m ::error:: b c"
    assert len(clean_line("x" * 10_000)) == MAX_DETAIL_LENGTH
