"""Reports of problems for people, for GitHub and for programs."""

import json

from generator.problems import Problem, Severity
from generator.report import FORMATS, MAX_ALIKE

PROBLEMS = [
    Problem("entries/2024/a,b:c.yaml", 1, 2, "term", "100 % wrong\n::error::"),
    Problem("entries/2024/d.yaml", 3, 4, "near-duplicate", "like another", Severity.WARNING),
]


def test_text_has_a_line_for_each_problem_and_the_counts() -> None:
    assert FORMATS["text"](PROBLEMS[1:]) == (
        "entries/2024/d.yaml:3:4: warning: like another [near-duplicate]\n0 errors, 1 warning"
    )
    assert FORMATS["text"]([]) == "0 errors, 0 warnings"


def test_a_notice_is_shown_but_not_counted() -> None:
    notice = Problem("page.md", 1, 1, "link-unknown", "timed out", Severity.NOTICE)
    assert FORMATS["text"]([notice]).splitlines() == [
        "page.md:1:1: notice: timed out [link-unknown]",
        "0 errors, 0 warnings",
    ]
    assert FORMATS["github"]([notice]).startswith("::notice file=page.md,line=1,col=1,title=link-unknown::")


def test_a_message_cannot_add_commands_for_github() -> None:
    first, second, *log = FORMATS["github"](PROBLEMS).splitlines()
    assert first == (
        "::error file=entries/2024/a%2Cb%3Ac.yaml,line=1,col=2,title=term::100 %25 wrong%0A::error::"
    )
    assert second == ("::warning file=entries/2024/d.yaml,line=3,col=4,title=near-duplicate::like another")
    assert log[-1] == "1 error, 1 warning"


def test_json_has_every_field() -> None:
    assert json.loads(FORMATS["json"](PROBLEMS))["problems"][1] == {
        "path": "entries/2024/d.yaml",
        "line": 3,
        "column": 4,
        "severity": "warning",
        "rule": "near-duplicate",
        "message": "like another",
    }


def test_of_many_problems_of_one_kind_in_a_file_the_first_are_listed_and_all_are_counted() -> None:
    many = [Problem("a.yaml", line, 1, "unknown-key", "wrong") for line in range(1, 3001)]
    other = [Problem("a.yaml", 3001, 1, "term", "wrong"), Problem("b.yaml", 1, 1, "unknown-key", "wrong")]
    *first, more, term, key, counts = FORMATS["text"]([*many, *other]).splitlines()
    assert first == [str(problem) for problem in many[:MAX_ALIKE]]
    assert more.startswith(f"a.yaml:{MAX_ALIKE + 1}:1: error: 2,950 more of this kind in this file")
    assert [term, key] == [str(problem) for problem in other]
    assert counts == "3002 errors, 0 warnings"
    assert FORMATS["github"]([*many, *other]).count("::error ") == MAX_ALIKE + 3
    assert len(json.loads(FORMATS["json"](many))["problems"]) == 3000


def test_one_more_problem_is_listed_as_it_takes_no_more_lines_than_to_say_so() -> None:
    many = [Problem("a.yaml", line, 1, "unknown-key", "wrong") for line in range(1, MAX_ALIKE + 3)]
    *listed, counts = FORMATS["text"](many[:-1]).splitlines()
    assert [*listed, counts] == [*map(str, many[:-1]), f"{MAX_ALIKE + 1} errors, 0 warnings"]
    *listed, more, counts = FORMATS["text"](many).splitlines()
    assert listed == [*map(str, many[:MAX_ALIKE])]
    assert more.startswith(f"a.yaml:{MAX_ALIKE + 1}:1: error: 2 more of this kind in this file")
