"""Every problem of every entry at once: those of form from loading, then those of the rules."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.catalog.load_vocabularies import load_vocabularies
from generator.checking import sound
from generator.checking.cache import Cache
from generator.checking.load import Loaded, load
from generator.checking.rules import BESIDE, OWN, Rules, Subject
from generator.entry import layout
from generator.entry.folder import ENTRIES, VOCABULARY, entry_paths, is_below
from generator.problems import Problem, Severity, has_errors
from generator.yamlfiles.reading import Document


@dataclass(frozen=True)
class Checked:
    """A catalogue and all problems of its files, sorted by place."""

    catalog: Catalog
    problems: list[Problem]


def check(root: Path, paths: Collection[str] = ()) -> Checked:
    """Load and check `root`/entries; with `paths` only the problems of files at or below these."""
    folder = root / ENTRIES / VOCABULARY
    cache = Cache(root, folder)
    vocabularies, _ = load_vocabularies(root, folder, cache.read)
    terms = Catalog(vocabularies=vocabularies)
    sound.remember(root, entry_paths(root), cache, terms)
    loaded = load(root, cache)
    problems = [problem for problem in loaded.problems if is_below(problem.path, paths)]
    faulty = {problem.path for problem in problems}
    for id_, claims in loaded.catalog.claims.items():
        path = loaded.catalog.paths[id_]
        if is_below(path, paths):
            found = list(_located(BESIDE, claims, loaded.catalog, loaded))
            if id_ not in loaded.catalog.known_claims:
                found += _located(OWN, loaded.catalog.entries[id_], terms, loaded)
                if path not in faulty and not has_errors(found):
                    found += _of_layout(loaded.document(id_))
            problems += found
    cache.save()
    return Checked(loaded.catalog, sorted(set(problems)))


def _located(rules: Rules[Subject], subject: Subject, catalog: Catalog, loaded: Loaded) -> Iterator[Problem]:
    for name, rule in rules:
        for finding in rule(subject, catalog):
            keys = loaded.keys_in_file(subject.id, finding.keys)
            if keys is not None:
                document = loaded.document(subject.id)
                yield document.problem_at(keys, name, finding.message, finding.severity)


def _of_layout(document: Document) -> Iterator[Problem]:
    """A warning where `fmt` would change the file."""
    if line := layout.difference(document.text, document.data):
        message = f"not in the one layout from here on: `medvlm fmt {document.path}` mends it"
        yield Problem(document.path, line, 1, "layout", message, Severity.WARNING)
