"""A term is written as in its vocabulary, not by another of its names, and only once.

Passes:
    tasks: [vqa]

Fails:
    tasks: [visual question answering]
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.new_terms import describe_new_term
from generator.checking.rules.finding import Finding
from generator.entry.field_marks import InVocabulary
from generator.entry.fields import collect_texts
from generator.entry.license_names import find_license
from generator.entry.model import Entry
from generator.entry.vocabulary import Vocabulary
from generator.text import quoted


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look up every value that must be a term of a vocabulary."""
    seen: set[tuple[object, str]] = set()
    for keys, text, marks in collect_texts(entry):
        for mark in marks:
            if isinstance(mark, InVocabulary):
                vocabulary = catalog.vocabulary(mark.name)
                if not vocabulary.has_file:
                    yield Finding(keys, vocabulary.missing_file)
                elif vocabulary.lacks(text):
                    fix = _find_fix(text, vocabulary)
                    yield Finding(keys, f"{quoted(text)} is not a term of {mark.name}: {fix}")
                if isinstance(keys[-1], int):
                    if (keys[:-1], text) in seen:
                        yield Finding(keys, f"{quoted(text)} is here twice: delete one")
                    seen.add((keys[:-1], text))


def _find_fix(text: str, vocabulary: Vocabulary) -> str:
    """Return the term that is meant, those that may be meant, or how to add one."""
    is_license = vocabulary.name == "licenses"
    if term := find_license(text, vocabulary) if is_license else vocabulary.translate(text):
        return f"write `{term}`"
    place, new = f"entries/_vocabulary/{vocabulary.name}.yaml", describe_new_term(text, vocabulary)
    if guesses := vocabulary.guess(text):
        fix = f"did you mean {_join(guesses)}?"
        return f"{fix} If it is another one, add at the end of {place}: {new}" if new else fix
    return f"choose one from {place}" + (f", or add at its end: {new}" if new else "")


def _join(terms: list[str]) -> str:
    """Return terms as a message lists them: `a`, `b` or `c`.

    >>> _join(["a", "b", "c"])
    '`a`, `b` or `c`'
    """
    *first, last = (f"`{term}`" for term in terms)
    return f"{', '.join(first)} or {last}" if first else last
