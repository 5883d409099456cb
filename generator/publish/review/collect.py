"""Find what a change does to the list: problems, entries, terms, hand edits and links, as data."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from generator.checking.check import CheckResult, check
from generator.entry.folder import ENTRIES_FOLDER, VOCABULARY_FOLDER
from generator.files.changes import PathChange, find_base, list_changes
from generator.files.named import read_named
from generator.outputs.committed import OWNED, render_committed_files
from generator.outputs.committed.changes import find_changes
from generator.outputs.committed.hand_edits import HandEdit, find_hand_edits
from generator.outputs.readme.front_page import README
from generator.problems import Problem, Severity, has_errors
from generator.publish.review.data import (
    MAX_BEFORE_OTHERS,
    MAX_ITEMS,
    MAX_TEXT,
    BrokenReview,
    FoundLink,
    FoundProblem,
    GeneratedFile,
    Review,
)
from generator.publish.review.parts import compare_terms, describe_entry
from generator.report import MAX_ALIKE, number_alike
from generator.settings import load_settings

_VOCABULARIES = f"{ENTRIES_FOLDER}/{VOCABULARY_FOLDER}/"
_QUIET = "ok"


def collect_review(root: Path, revision: str, links: Path | None = None) -> Review:
    """Compare the list with `revision`; `links` is the JSON report of the link checker.

    Raises NoRevision and BrokenReview.
    """
    changes = list_changes(root, revision)
    paths = {change.path for change in changes}
    base, checked = find_base(root, revision), check(root)
    problems = _list_shown(checked.problems, paths)
    entries = [change for change in changes if _is_entry(change.path)]
    terms = [change for change in changes if _is_vocabulary(change.path)]
    edits = _find_hand_edits(root, paths, checked)
    link_count, links_to_report = _read_links(links)
    return Review(
        problems=[_describe_problem(problem) for problem in _list_first(problems)[:MAX_ITEMS]],
        problem_count=len(problems),
        error_count=sum(problem.severity is Severity.ERROR for problem in problems),
        entries=[describe_entry(root, base, change, checked.catalog) for change in entries[:MAX_ITEMS]],
        vocabularies=[compare_terms(root, base, change) for change in terms[:100]],
        generated=[GeneratedFile(path=edit.path, entries=list(edit.entries)) for edit in edits[:100]],
        other_files=_count_others(changes, edits),
        links=links_to_report[:MAX_ITEMS],
        link_count=link_count,
        changed_paths=sorted(paths)[:MAX_ITEMS],
    )


def _list_shown(problems: Iterable[Problem], changed: set[str]) -> list[Problem]:
    """Return the problems that the change has to do with, with readable paths."""
    readable = (replace(problem, path=_make_readable(problem.path)) for problem in problems)
    return [problem for problem in readable if _is_shown(problem, changed)]


def _describe_problem(problem: Problem) -> FoundProblem:
    return FoundProblem(
        path=problem.path,
        line=problem.line,
        rule=problem.rule,
        message=_make_readable(problem.message)[:MAX_TEXT],
        severity=problem.severity.value,
    )


def _count_others(changes: Iterable[PathChange], edits: Iterable[HandEdit]) -> int:
    """Count the files that are neither entries nor vocabularies, nor generated and edited by hand."""
    edited = {edit.path for edit in edits}
    return sum(
        not (_is_entry(change.path) or _is_vocabulary(change.path) or change.path in edited)
        for change in changes
    )


def _list_first(problems: Sequence[Problem]) -> list[Problem]:
    """Return those that may be shown: a file with many of one kind hides nothing of others."""
    numbered = [(problem, number) for problem, number in number_alike(problems) if number <= MAX_ALIKE]
    return [problem for problem, _ in sorted(numbered, key=lambda pair: pair[1] > MAX_BEFORE_OTHERS)]


def _make_readable(path: str) -> str:
    """Return a path as git's output is read here: bytes that are no UTF-8 are replaced."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_entry(path: str) -> bool:
    return path.startswith(f"{ENTRIES_FOLDER}/") and not path.startswith(f"{ENTRIES_FOLDER}/_")


def _is_vocabulary(path: str) -> bool:
    return path.startswith(_VOCABULARIES)


def _is_shown(problem: Problem, changed: set[str]) -> bool:
    """Whatever is in files of the change, and errors of others that the change breaks.

    An error of another file that names an entry of the change, such as a duplicate, is reported there too.
    """
    if problem.path in changed:
        return True
    is_reported = any(_is_entry(path) and path in problem.message for path in changed)
    return problem.severity is Severity.ERROR and not is_reported


def _find_hand_edits(root: Path, touched: set[str], checked: CheckResult) -> list[HandEdit]:
    if has_errors(checked.problems):  # nothing can be generated to compare with
        return [HandEdit(path, ()) for path in sorted(touched) if _is_generated(path)]
    texts = render_committed_files(checked.catalog, load_settings(root), root)
    return find_hand_edits(find_changes(root, texts), touched, checked.catalog)


def _is_generated(path: str) -> bool:
    return path == README or any(Path(path).match(pattern) for pattern in OWNED)


def _read_links(report: Path | None) -> tuple[int | None, list[FoundLink]]:
    """Read how many links were checked, and those with something to report; None without a report."""
    if not report or not report.exists():
        return None, []
    try:
        results: Sequence[dict[str, Any]] = from_json(read_named(report))["results"]
        return len(results), list(_list_links_to_report(results))
    except (ValueError, LookupError, TypeError) as error:
        raise BrokenReview(f"{report} is not a JSON report of `medvlm links`") from error


def _list_links_to_report(results: Sequence[dict[str, Any]]) -> Iterator[FoundLink]:
    rank = Counter(wrong=-2, dead=-1)
    shown = [result for result in results if result["verdict"] != _QUIET or result["detail"]]
    for result in sorted(shown, key=lambda result: rank[result["verdict"]]):
        yield FoundLink(
            path=result["path"],
            line=result["line"],
            url=result["url"][:MAX_TEXT],
            verdict=result["verdict"],
            detail=result["detail"][:MAX_TEXT],
            suggestion=(result["suggestion"] or "")[:MAX_TEXT],
        )
