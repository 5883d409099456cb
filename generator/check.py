"""Every problem of every entry at once: those of form from loading, then those of the rules."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import layout
from generator.catalog import Catalog
from generator.load import Loaded, load
from generator.model import Entry
from generator.problems import Problem, Severity
from generator.rules import RULES
from generator.yamlfile import Document


@dataclass(frozen=True)
class Checked:
    """A catalogue and all problems of its files, sorted by place."""

    catalog: Catalog
    problems: list[Problem]


def check(root: Path, paths: Collection[str] = ()) -> Checked:
    """Load and check `root`/entries; with `paths` only the problems of files at or below these."""
    loaded = load(root)
    problems = list(loaded.problems)
    for entry in loaded.catalog:
        if _is_wanted(loaded.catalog.paths[entry.id], paths):
            problems += _of_rules(entry, loaded)
    of_layout = (document for document in loaded.documents.values() if _is_wanted(document.path, paths))
    faulty = {problem.path for problem in problems if problem.severity is Severity.ERROR}
    problems += _of_layout(of_layout, faulty)
    wanted = (problem for problem in problems if _is_wanted(problem.path, paths))
    return Checked(loaded.catalog, sorted(set(wanted)))


def _is_wanted(path: str, paths: Collection[str]) -> bool:
    return not paths or any(wanted in (path, ".") or path.startswith(f"{wanted}/") for wanted in paths)


def _of_rules(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    document = loaded.documents[entry.id]
    for name, rule in RULES:
        for finding in rule(entry, loaded.catalog):
            keys = loaded.keys_in_file(entry.id, finding.keys)
            if keys is not None:
                yield document.problem_at(keys, name, finding.message, finding.severity)


def _of_layout(documents: Iterable[Document], faulty: Collection[str]) -> Iterator[Problem]:
    """A warning for each sound file that `fmt` would change."""
    for document in documents:
        if document.path not in faulty and (line := layout.difference(document.text)):
            message = f"not in the one layout from here on: `medvlm fmt {document.path}` mends it"
            yield Problem(document.path, line, 1, "layout", message, Severity.WARNING)
