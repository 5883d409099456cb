"""Write problems for a person, for GitHub's annotations, or for a program."""

import json
import os
from collections.abc import Callable, Sequence
from typing import Any

from generator.problems import Problem, Severity

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def default_format() -> str:
    """How is reported where nobody says."""
    return "github" if os.environ.get("GITHUB_ACTIONS") else "text"


def text(problems: Sequence[Problem]) -> str:
    """A line each, then a count."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}"
    return "\n".join([*map(str, problems), counts])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands that annotate the lines of a pull request, then the text: GitHub shows a few only."""
    return "\n".join([*map(_annotation, problems), text(problems)])


def _annotation(problem: Problem) -> str:
    path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={problem.line},col={problem.column},title={problem.rule}"
    return f"::{problem.severity} {place}::{_escaped(problem.message)}"


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def json_text(problems: Sequence[Problem]) -> str:
    """A list of objects with the fields of a problem."""
    fields = ("path", "line", "column", "severity", "rule", "message")
    rows = [{name: getattr(problem, name) for name in fields} for problem in problems]
    return json.dumps({"version": 1, "problems": rows}, ensure_ascii=False, indent=2)


def sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, which code scanning reads."""
    driver = {"name": "medvlm", "rules": [{"id": rule} for rule in sorted({p.rule for p in problems})]}
    run = {"tool": {"driver": driver}, "results": [_sarif_result(problem) for problem in problems]}
    return json.dumps(
        {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
    )


def _sarif_result(problem: Problem) -> dict[str, Any]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    location = {"artifactLocation": {"uri": problem.path}, "region": region}
    return {
        "ruleId": problem.rule,
        "level": str(problem.severity),
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": location}],
    }


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "github": github,
    "json": json_text,
    "sarif": sarif,
}
