"""Load the vocabularies of a list and its wording, and report the problems of their files."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.catalog.discovery import DISCOVERY_NAME, read_discovery
from generator.catalog.load_wording import (
    WORDING_NAME,
    find_avoided_in_terms,
    find_unknown_tasks,
    read_wording,
)
from generator.catalog.validating import make_or_report
from generator.entry import identifiers
from generator.entry.folder import LINK_MESSAGE, describe_unreadable, is_of_an_editor, report_folder
from generator.entry.vocabulary import BY_LABEL, MAX_ABOVE, VOCABULARY_NAMES, Term, Vocabulary
from generator.entry.wording import Wording
from generator.problems import Problem
from generator.text import find_nearest, fold, quoted
from generator.yamlfiles.reading import Document, Keys

Terms = dict[str, Term]
FindTextError = Callable[[str], str | None]
_NAMES = (*VOCABULARY_NAMES, WORDING_NAME, DISCOVERY_NAME)


def load_vocabularies(
    root: Path, folder: Path, read: Callable[[str], Document], find_text_error: FindTextError
) -> tuple[dict[str, Vocabulary], Wording, list[Problem]]:
    """Load `folder` of the list at `root`; `read` takes a path from `root`. One without a file is empty.

    No link is followed, not even to the folder. `find_text_error` is the rule for every text of an entry.
    """
    files, error = list_vocabulary_files(folder)
    problems = [report_folder(folder.relative_to(root).as_posix(), error)] if error else []
    loader = _Loader(
        {name: Vocabulary(name, is_whole=not error, has_file=bool(error)) for name in VOCABULARY_NAMES},
        problems,
    )
    for file in files:
        document = read(file.relative_to(root).as_posix())
        problems += [*document.problems, *_find_text_problems(document, find_text_error)]
        loader.add(file, document)
    problems += loader.compare_files()
    return loader.vocabularies, loader.wording, problems


@dataclass
class _Loader:
    """What the files of the folder hold, as far as they are read; what is wrong is added to `problems`."""

    vocabularies: dict[str, Vocabulary]
    problems: list[Problem]
    wording: Wording = field(default_factory=Wording)
    wording_file: Document = field(default_factory=lambda: Document(""))
    terms: list[tuple[Document, dict[int, Term]]] = field(default_factory=list)
    """The terms that are no proper names, by file and index."""

    def add(self, file: Path, document: Document) -> None:
        """Add what `document`, the content of `file`, holds."""
        if file.name == f"{WORDING_NAME}.yaml":
            self.wording, self.wording_file = read_wording(document, self.problems), document
        elif file.name == f"{DISCOVERY_NAME}.yaml":
            read_discovery(document, self.problems)  # only `medvlm discover` uses it
        elif file.stem not in VOCABULARY_NAMES or file.suffix != ".yaml":
            self.vocabularies |= _report_misnamed(file, document.path, self.vocabularies, self.problems)
        else:
            self._add_vocabulary(file.stem, document)

    def _add_vocabulary(self, name: str, document: Document) -> None:
        by_index, is_whole = _read_terms(document, self.problems)
        by_slug = {term.slug: term for term in by_index.values()}
        self.vocabularies[name] = Vocabulary(name, by_slug, is_whole)
        if name not in BY_LABEL:
            self.terms.append((document, by_index))

    def compare_files(self) -> Iterator[Problem]:
        """Yield what is wrong in one file by what another says."""
        for document, by_index in self.terms:
            yield from find_avoided_in_terms(document, by_index, self.wording)
        tasks = self.vocabularies["tasks"]
        yield from find_unknown_tasks(self.wording_file, self.wording, tasks)
        for document, by_index in self.terms:
            yield from _find_unmeasured(document, by_index, tasks)


def list_vocabulary_files(folder: Path) -> tuple[list[Path], str | None]:
    """List the files of the folder of vocabularies, or say why it cannot be read; it may be missing."""
    try:
        if folder.is_symlink():
            return [], LINK_MESSAGE
        return sorted(file for file in folder.iterdir() if not is_of_an_editor(file.name)), None
    except FileNotFoundError:
        return [], None
    except OSError as error:
        return [], describe_unreadable(error)


def _report_misnamed(
    file: Path, path: str, vocabularies: Mapping[str, Vocabulary], problems: list[Problem]
) -> dict[str, Vocabulary]:
    """Return the vocabulary whose terms may be in `file`, as one that is not whole."""
    guess = find_nearest(file.stem, _NAMES)
    fix = f"did you mean `{guess}.yaml`?" if guess else f"the vocabularies are {', '.join(_NAMES)}"
    message = f"{quoted(file.name)} is not a vocabulary: {fix}"
    problems.append(Problem(path, 1, 1, "file-name", message))
    if not guess or guess not in vocabularies or vocabularies[guess].terms:
        return {}
    return {guess: Vocabulary(guess, is_whole=False)}


def _read_terms(document: Document, problems: list[Problem]) -> tuple[dict[int, Term], bool]:
    """Return the valid terms by index in the file, and whether all are; problems are added to `problems`."""
    terms: dict[int, Term] = {}
    if not isinstance(document.data, list):
        if not document.problems:
            message = "a vocabulary is a list of terms, such as `- {slug: …, label: …}`"
            problems.append(Problem(document.path, 1, 1, "wrong-type", message))
        return terms, False
    for index, item in enumerate(document.data):
        if term := make_or_report(Term, item, document, problems, (index,)):
            terms[index] = term
    is_whole = len(terms) == len(document.data)
    for index, message in _find_errors(terms, is_whole=is_whole):
        problems.append(document.problem_at((index,), "vocabulary", message))
    return terms, is_whole


def _find_errors(terms: dict[int, Term], *, is_whole: bool) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with a term compared with the others, with its index."""
    by_slug = {term.slug: term for term in reversed(terms.values())}
    owners: dict[str, Term] = {}
    for index, term in terms.items():
        if not identifiers.is_entry_id(term.slug):
            yield index, f"{quoted(term.slug)} is not a slug: a-z, 0-9 and single hyphens"
        if by_slug[term.slug] is not term:
            yield index, f"the slug `{term.slug}` is here twice"
        for name in (term.slug, term.label, *term.aliases):
            if (owner := owners.setdefault(fold(name), term)).slug != term.slug:
                yield index, f"{quoted(name)} is also a name of `{owner.slug}`: each name belongs to one term"
        if (is_whole or term.parent in by_slug) and (error := _find_parent_error(term, by_slug)):
            yield index, error


def _find_unmeasured(document: Document, terms: dict[int, Term], tasks: Vocabulary) -> Iterator[Problem]:
    """Yield an error for each of the `tasks` of a metric that is no slug of a task; `terms` are by index."""
    for index, term in terms.items():
        for place, slug in enumerate(term.tasks):
            if tasks.lacks(slug):
                message = tasks.describe_lack(slug)
                yield document.problem_at((index, "tasks", place), "vocabulary", message)


def _find_parent_error(term: Term, by_slug: Terms) -> str | None:
    if not term.parent:
        return None
    if term.parent not in by_slug:
        return f"the parent {quoted(term.parent)} is not a term of this file"
    above = [other.slug for other in Vocabulary("", by_slug).ancestors(term.slug)]
    if term.slug in above:
        return "a term cannot be below itself: fix its `parent`"
    too_deep = len(above) == MAX_ABOVE and by_slug[above[-1]].parent
    return f"more than {MAX_ABOVE} terms are above this one: leave some out" if too_deep else None


def _find_text_problems(document: Document, find_error: FindTextError) -> Iterator[Problem]:
    """Yield what is wrong with the texts of a file, whatever they are for: all of them reach pages."""
    for keys, text in _list_texts((), document.data):
        if message := find_error(text):
            yield document.problem_at(keys, "text", message)


def _list_texts(keys: Keys, value: Any) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str):
        yield keys, value
    items = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    for key, item in items:
        yield from _list_texts((*keys, key), item)
