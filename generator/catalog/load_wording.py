"""Read `wording.yaml`, and report what is wrong with it."""

from collections.abc import Iterator, Mapping

from generator.catalog.validating import make_or_report
from generator.entry.vocabulary import Term, Vocabulary
from generator.entry.wording import WORD, Wording
from generator.problems import Problem, Severity
from generator.text import quoted
from generator.yamlfiles.reading import Document, Keys

WORDING_NAME = "wording"


def read_wording(document: Document, problems: list[Problem]) -> Wording:
    """Return the wording in `document`, empty where it is invalid; its problems are added to `problems`."""
    if document.data is None and document.problems:
        return Wording()
    wording = make_or_report(Wording, document.data, document, problems)
    if wording is None:
        return Wording()
    problems += (document.problem_at(keys, "wording", message) for keys, message in _find_errors(wording))
    return wording


def _find_errors(wording: Wording) -> Iterator[tuple[Keys, str]]:
    for keys, word in wording.list_words():
        if not WORD.fullmatch(word):
            yield keys, f"{quoted(word)} is not a word or a phrase: letters, digits, spaces and hyphens"
    for word, better in wording.avoid.items():
        for _, message in (found for one in better for found in wording.find_avoided(one)):
            yield ("avoid", word), message


def find_unknown_tasks(document: Document, wording: Wording, tasks: Vocabulary) -> Iterator[Problem]:
    """Yield an error for each of `measured_tasks` that is no slug of a task."""
    for index, slug in enumerate(wording.measured_tasks):
        if tasks.lacks(slug):
            message = tasks.describe_lack(slug)
            yield document.problem_at(("measured_tasks", index), "wording", message)


def find_avoided_in_terms(
    document: Document, terms: Mapping[int, Term], wording: Wording
) -> Iterator[Problem]:
    """Yield a warning for each word to avoid in labels and descriptions; `terms` are by index in the file."""
    for index, term in terms.items():
        for field in ("label", "description"):
            for _, message in wording.find_avoided(getattr(term, field)):
                yield document.problem_at((index, field), "wording", message, Severity.WARNING)
