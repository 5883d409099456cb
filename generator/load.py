"""Load the folder of entries into a catalogue, with the problems of form found on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator import identifiers, yamlfile
from generator.catalog import Catalog
from generator.faults import fault
from generator.model import Entry
from generator.problems import Problem
from generator.vocabulary import NAMES, Term, Vocabulary
from generator.yamlfile import Document, Keys

ENTRIES = "entries"
VOCABULARY = "_vocabulary"

_STAND_IN = {"title": "A title", "kind": "", "section": "", "added": "2000"}


@dataclass
class Loaded:
    """A catalogue, its problems of form, and for each file what the rules may still look at."""

    catalog: Catalog
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    """The file of each entry, by id."""
    unfit: dict[str, list[Keys]] = field(default_factory=dict)
    """The values that had to be left out of an entry to load the rest, by id."""


def load(root: Path) -> Loaded:
    """Load `root`/entries; a faulty entry is loaded without its faulty values.

    Nothing is raised for bad input: what is wrong stands in `problems`, sorted by place.
    """
    loaded = Loaded(Catalog())
    vocabularies = _vocabularies(root, loaded)
    entries: dict[str, Entry] = {}
    paths: dict[str, str] = {}
    for file in sorted(_entry_files(root / ENTRIES), key=lambda file: file.stem):
        path = file.relative_to(root).as_posix()
        document = yamlfile.read(file, path)
        loaded.problems += document.problems
        loaded.problems += _id_problems(file, path, paths)
        if document.data is not None and file.stem not in paths:
            paths[file.stem] = path
            loaded.documents[file.stem] = document
            entries[file.stem] = _entry(document, file.stem, loaded)
    loaded.catalog = Catalog(entries, vocabularies, paths)
    loaded.problems.sort()
    return loaded


def _entry_files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        inside = file.relative_to(folder).parts
        if inside[0] != VOCABULARY and file.suffix in (".yaml", ".yml") and (file.is_file() or file.is_symlink()):
            yield file


def _id_problems(file: Path, path: str, seen: dict[str, str]) -> Iterator[Problem]:
    if file.suffix != ".yaml":
        yield Problem(path, 1, 1, "file-name", "entry files end in `.yaml`: rename it")
    if not identifiers.is_entry_id(file.stem):
        message = "the file's name is the entry's id: a-z, 0-9 and single hyphens, such as wang2022medclip"
        yield Problem(path, 1, 1, "file-name", message)
    if file.stem in seen:
        yield Problem(path, 1, 1, "unique-id", f"{seen[file.stem]} bears the same id: rename one")


def _entry(document: Document, id_: str, loaded: Loaded) -> Entry:
    data = document.data
    if not isinstance(data, dict):
        message = "an entry is a mapping of keys to values, such as `title: …`"
        loaded.problems.append(Problem(document.path, 1, 1, "wrong-type", message))
        data = {}
        loaded.unfit[id_] = [()]
    if "id" in data:
        _report(document, ("id",), "file-name", "`id` is the file's name: delete the key", loaded, at_key=True)
    return _validated({**data, "id": id_}, document, loaded)


def _validated(data: dict[str, Any], document: Document, loaded: Loaded) -> Entry:
    try:
        return Entry.model_validate(data)
    except ValidationError as error:
        unfit = loaded.unfit.setdefault(data["id"], [])
        for details in error.errors(include_url=False):
            found = fault(details, Entry)
            unfit.append(details["loc"])
            if unfit[0] != ():
                _report(document, found.keys, found.rule, found.message, loaded, at_key=found.at_key)
        return Entry.model_validate(_STAND_IN | _without(data, {keys[0] for keys in unfit if keys}))


def _without(data: dict[str, Any], keys: Iterable[str | int]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in keys}


def _report(
    document: Document, keys: Keys, rule: str, message: str, loaded: Loaded, *, at_key: bool = False
) -> None:
    line, column = document.locate(keys, at_key=at_key)
    loaded.problems.append(Problem(document.path, line, column, rule, message))


def _vocabularies(root: Path, loaded: Loaded) -> dict[str, Vocabulary]:
    found = {}
    for name in NAMES:
        file = root / ENTRIES / VOCABULARY / f"{name}.yaml"
        terms: dict[str, Term] = {}
        if file.exists():
            document = yamlfile.read(file, file.relative_to(root).as_posix())
            loaded.problems += document.problems
            terms = _terms(document, loaded)
        found[name] = Vocabulary(name, terms)
    return found


def _terms(document: Document, loaded: Loaded) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    if not isinstance(document.data, list):
        return terms
    for index, item in enumerate(document.data):
        try:
            term = Term.model_validate(item)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                found = fault(details, Term)
                _report(document, (index, *found.keys), found.rule, found.message, loaded, at_key=found.at_key)
        else:
            for message in _term_faults(term, terms):
                _report(document, (index,), "vocabulary", message, loaded)
            terms.setdefault(term.slug, term)
    for index, term in enumerate(terms.values()):
        if term.parent and term.parent not in terms:
            _report(document, (index, "parent"), "vocabulary", f"no term `{term.parent}` here", loaded)
    return terms


def _term_faults(term: Term, before: dict[str, Term]) -> Iterator[str]:
    if not identifiers.is_entry_id(term.slug):
        yield f"`{term.slug}` is no slug: a-z, 0-9 and single hyphens"
    if term.slug in before:
        yield f"the slug `{term.slug}` stands here a second time"
    for other in before.values():
        shared = {term.slug, term.label, *term.aliases} & {other.slug, other.label, *other.aliases}
        for name in sorted(shared - {term.slug}):
            yield f"`{name}` names `{other.slug}` too: a name belongs to one term"
