"""Format problems for a person, for GitHub's annotations, or for a program."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.problems import Problem, Severity
from generator.sanitizing.logs import LogText, is_in_workflow, sanitize_json, sanitize_log

MAX_ALIKE = 50
"""The most problems of one kind in one file that a person sees: a wrong file may have thousands."""


def detect_default_format() -> str:
    """Return the format for a run without `--format`: `github` in a GitHub workflow, else `text`."""
    return "github" if is_in_workflow() else "text"


def format_text(problems: Sequence[Problem], summary: str = "") -> str:
    """Return one line for each problem, then `summary`, or without one the number of each severity."""
    return "\n".join([*map(str, problems), summary or _count_severities(problems)])


def number_alike(problems: Iterable[Problem]) -> Iterator[tuple[Problem, int]]:
    """Yield each problem with its number, from 1, among those of its kind in its file."""
    numbers: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        numbers[_identify_kind(problem)] += 1
        yield problem, numbers[_identify_kind(problem)]


def _list_first(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield `problems`, but of one kind in a file only the first `MAX_ALIKE`, and how many more there are."""
    counts = Counter(map(_identify_kind, problems))
    for problem, number in number_alike(problems):
        more = counts[_identify_kind(problem)] - MAX_ALIKE
        if number <= MAX_ALIKE or more == 1:  # a line that says "1 more" is no shorter than that one
            yield problem
        elif number == MAX_ALIKE + 1:
            yield replace(problem, message=f"{more:,} more of this kind in this file; this is the first")


def _identify_kind(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.rule, problem.severity


def _format_first(problems: Sequence[Problem]) -> str:
    return format_text([*_list_first(problems)], _count_severities(problems))


def _format_first_for_github(problems: Sequence[Problem]) -> str:
    return format_github([*_list_first(problems)], _count_severities(problems))


def _count_severities(problems: Sequence[Problem]) -> str:
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    hints = severities.count(Severity.HINT)
    counts = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
    return f"{counts}, {_count(hints, 'hint')}" if hints else counts


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def format_github(problems: Sequence[Problem], summary: str = "") -> str:
    """Return commands that annotate a pull request, then the text, as GitHub shows only some."""
    return "\n".join([*map(_annotate, problems), sanitize_log(format_text(problems, summary))])


def _annotate(problem: Problem) -> str:
    path = _escape(problem.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={problem.line},col={problem.column},title={problem.rule}"
    kind = Severity.NOTICE if problem.severity is Severity.HINT else problem.severity  # GitHub knows no hints
    return f"::{kind} {place}::{_escape(problem.message)}"


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def format_json(problems: Sequence[Problem]) -> str:
    """Return a JSON object whose `problems` is a list of objects with the fields of a problem."""
    fields = ("path", "line", "column", "severity", "rule", "message")
    rows = [{name: getattr(problem, name) for name in fields} for problem in problems]
    return json.dumps({"version": 1, "problems": rows}, ensure_ascii=False, indent=2)


def sanitize_report(text: str, form: str) -> LogText:
    """Return a report in the format `form` as it may be printed; the commands of `github` are ours."""
    if form == "github":
        return LogText(text)
    return sanitize_json(text) if form == "json" else sanitize_log(text)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": _format_first,
    "github": _format_first_for_github,
    "json": format_json,
}
