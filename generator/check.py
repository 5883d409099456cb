"""Every problem of every entry at once: those of form from loading, then those of the rules."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import layout
from generator.catalog import Catalog
from generator.load import Loaded, load
from generator.model import Entry
from generator.problems import Problem, Severity, has_errors
from generator.rules import BESIDE, OWN, Rule
from generator.yamlfile import Document


@dataclass(frozen=True)
class Checked:
    """A catalogue and all problems of its files, sorted by place."""

    catalog: Catalog
    problems: list[Problem]


def check(root: Path, paths: Collection[str] = ()) -> Checked:
    """Load and check `root`/entries; with `paths` only the problems of files at or below these."""
    loaded = load(root)
    problems = [problem for problem in loaded.problems if _is_wanted(problem.path, paths)]
    faulty = {problem.path for problem in problems}
    for entry in loaded.catalog:
        path = loaded.catalog.paths[entry.id]
        if _is_wanted(path, paths):
            problems += _of_entry(entry, loaded, has_form=path not in faulty)
    loaded.cache.save()
    return Checked(loaded.catalog, sorted(set(problems)))


def _is_wanted(path: str, paths: Collection[str]) -> bool:
    return not paths or any(wanted in (path, ".") or path.startswith(f"{wanted}/") for wanted in paths)


def _of_entry(entry: Entry, loaded: Loaded, *, has_form: bool) -> Iterator[Problem]:
    """The problems that rules and layout find; a file that was sound by itself before still is."""
    document = loaded.documents[entry.id]
    beside = list(_of_rules(BESIDE, entry, loaded))
    yield from beside
    if loaded.cache.is_sound(document.path):
        return
    own = list(_of_rules(OWN, entry, loaded))
    if has_form and not has_errors((*own, *beside)):
        own += _of_layout(document)
        if not own:
            loaded.cache.mark_sound(document.path)
    yield from own


def _of_rules(rules: Iterable[tuple[str, Rule]], entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    document = loaded.documents[entry.id]
    for name, rule in rules:
        for finding in rule(entry, loaded.catalog):
            keys = loaded.keys_in_file(entry.id, finding.keys)
            if keys is not None:
                yield document.problem_at(keys, name, finding.message, finding.severity)


def _of_layout(document: Document) -> Iterator[Problem]:
    """A warning where `fmt` would change the file."""
    if line := layout.difference(document.text):
        message = f"not in the one layout from here on: `medvlm fmt {document.path}` mends it"
        yield Problem(document.path, line, 1, "layout", message, Severity.WARNING)
