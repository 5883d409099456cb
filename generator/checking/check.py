"""Check the list: report the problems of each file, and those of entries compared with each other."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.checking.cache import Cache
from generator.checking.future_days import describe_future_day, find_future_entries
from generator.checking.load import LoadResult, load
from generator.checking.placing import place
from generator.checking.rules import CROSS_ENTRY_RULES
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.entry.folder import ENTRIES_FOLDER, VOCABULARY_FOLDER, is_below
from generator.problems import Problem, Severity, drop_hints

_VOCABULARIES = f"{ENTRIES_FOLDER}/{VOCABULARY_FOLDER}"


@dataclass(frozen=True)
class CheckResult:
    """A catalog and all problems of its files: first those that may lead to others, then others by place."""

    catalog: Catalog
    problems: list[Problem]


def check(
    root: Path, paths: Collection[str] = (), *, with_hints: bool = False, today: date | None = None
) -> CheckResult:
    """Load and check `root`/entries; with `paths` report only problems of files at or below these.

    The errors of vocabularies, and folders that cannot be read, are always reported and come first.
    With `today`, warn of entries that were added later.
    """
    cache = Cache(root, root / ENTRIES_FOLDER / VOCABULARY_FOLDER)
    loaded = load(root, cache)
    causes = [problem for problem in loaded.problems if _is_cause_of_others(problem)]
    with_hints = with_hints and not causes  # they depend on every term
    loaded_problems = loaded.problems if with_hints else drop_hints(loaded.problems)
    problems = {problem for problem in loaded_problems if is_below(problem.path, paths)}
    compared = _compare(loaded, cache, paths, with_hints)
    problems |= {problem for problem in compared if is_below(problem.path, paths)}
    if today:
        future = _find_future_problems(loaded, today)
        problems |= {problem for problem in future if is_below(problem.path, paths)}
    cache.save()
    others = sorted(_leave_out_layout_of_invalid(problems.difference(causes)))
    return CheckResult(loaded.catalog, [*causes, *others])


def _is_cause_of_others(problem: Problem) -> bool:
    is_of_vocabulary = is_below(problem.path, [_VOCABULARIES])
    return problem.rule == "folder-access" or (is_of_vocabulary and problem.severity is Severity.ERROR)


def _compare(
    loaded: LoadResult, cache: Cache, paths: Collection[str], with_hints: bool
) -> Collection[Problem]:
    """Compare the entries at or below `paths` with all; where nothing changed, the last answer is kept."""
    known = cache.recall_comparison(with_hints=with_hints)
    if known is not None:
        return known if with_hints else drop_hints(known)
    problems: set[Problem] = set()
    with_findings: list[str] = []
    for id_, claims in loaded.catalog.claims.items():
        path = loaded.catalog.paths[id_]
        findings = [*_compare_with_others(claims, loaded.catalog)] if is_below(path, paths) else []
        if findings:
            with_findings.append(path)
            problems |= set(_place_findings(findings, id_, loaded, with_hints))
    if not paths:
        cache.remember_comparison(sorted(problems), with_findings, with_hints=with_hints)
    return problems


def _find_future_problems(loaded: LoadResult, today: date) -> Iterator[Problem]:
    added = loaded.added
    for id_ in find_future_entries(added, today):
        keys = loaded.find_keys_in_file(id_, ("added",))
        if keys is not None:
            message = describe_future_day(added[id_], today)
            yield loaded.find_document(id_).problem_at(keys, "added-date", message, Severity.WARNING)


def _leave_out_layout_of_invalid(problems: Collection[Problem]) -> Iterator[Problem]:
    """Leave out problems of layout in files whose content has errors."""
    invalid = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    return (problem for problem in problems if problem.rule != "layout" or problem.path not in invalid)


def _compare_with_others(claims: Claims, catalog: Catalog) -> Iterator[tuple[str, Finding]]:
    """Yield what rules find, each with the name of its rule."""
    for name, rule in CROSS_ENTRY_RULES:
        for finding in rule(claims, catalog):
            yield name, finding


def _place_findings(
    findings: Collection[tuple[str, Finding]], id_: str, loaded: LoadResult, with_hints: bool
) -> Iterator[Problem]:
    for name, finding in findings:
        if finding.severity is Severity.HINT and not with_hints:
            continue  # placing a finding needs its file
        keys = loaded.find_keys_in_file(id_, finding.keys)
        if keys is not None:
            yield from place(finding, name, loaded.find_document(id_), keys)
